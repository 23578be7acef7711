"""What a letter looks like: a template is drawn once, and becomes plain text and HTML.

What stands between marks becomes links, buttons and bars; everything else is escaped. Their forms,
with every style beside its element, are in `templates/layout/letter_parts.html`.
"""

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Any, NamedTuple

from flask import current_app
from flask_babel import gettext
from markupsafe import Markup, escape

# Code points that are no characters, and for a program's own use: Unicode 15, section 23.7.
_LINK, _TO, _END, _BUTTON, _ROW = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4"
_MARKS = re.compile(f"[{_LINK}-{_ROW}]")
_PARTS = rf"([^{_TO}]*){_TO}([^{_END}]*){_END}"
_LINKED = re.compile(f"[{_LINK}{_BUTTON}]{_PARTS}")
_ONE_LINK = re.compile(f"{_LINK}{_PARTS}")
_BUTTONS = re.compile(rf"(?:{_BUTTON}{_PARTS}\s*)+")
_ROWED = re.compile(rf"{_ROW}([^{_TO}]*){_TO}([^{_TO}]*){_TO}([^{_END}]*){_END}")
_PARAGRAPHS = re.compile(r"\n\s*\n")
_FIRST_WORDS = 120  # as much as lists of letters show

Share = Fraction | float | None


class Drawn(NamedTuple):
    """A letter as its template made it, and what that set."""

    subject: str
    topic: str | None
    words: str

    @property
    def text(self) -> str:
        return _LINKED.sub(r"\1\n\2", _ROWED.sub(_row_as_text, self.words)) + "\n"

    @property
    def html(self) -> str:
        parts = _parts()
        return "\n".join(
            _paragraph(parts, each.strip()) for each in _PARAGRAPHS.split(str(escape(self.words)))
        )

    @property
    def preview(self) -> str:
        """What lists of letters show beside the subject: the first words after the greeting."""
        _, _, rest = self.words.partition("\n\n")
        plain = " ".join(_LINKED.sub(r"\1", _ROWED.sub(_row_as_text, rest)).split())
        return plain[:_FIRST_WORDS]


def draw(template: str, facts: dict[str, object]) -> Drawn:
    """Draw `templates/emails/<template>.md` in the language that is spoken at the moment."""
    module: Any = current_app.jinja_env.get_template(f"emails/{template}.md").make_module(
        {**facts, "typed": typed, "link": link, "button": button, "bars": bars}
    )
    topic = getattr(module, "topic", None)
    words = re.sub(r"\n{3,}", "\n\n", str(module)).strip()
    # No line break may reach a header.
    return Drawn(" ".join(str(module.subject).split()), str(topic) if topic else None, words)


def typed(text: object) -> str:
    return _MARKS.sub("", str(text))


def link(label: str, url: str) -> str:
    return f"{_LINK}{typed(label)}{_TO}{url}{_END}"


def button(label: str, url: str) -> str:
    """As large as the letter is wide: for what is done in a hurry, by a thumb."""
    return f"{_BUTTON}{typed(label)}{_TO}{url}{_END}"


def bars(rows: Iterable[tuple[str, Share, str]]) -> str:
    """A chart of table cells; of a row without a share there is no bar. Lines, in plain text."""
    return "\n".join(
        f"{_ROW}{_on_a_line(label)}{_TO}{'' if share is None else round(float(share) * 100)}"
        f"{_TO}{_on_a_line(words)}{_END}"
        for label, share, words in rows
    )


def _on_a_line(text: object) -> str:
    return " ".join(typed(text).split())


def _row_as_text(row: re.Match[str]) -> str:
    label, _, words = row.groups()
    return gettext("%(label)s: %(words)s", label=label, words=words)


def _parts() -> Any:
    return current_app.jinja_env.get_template("layout/letter_parts.html").module


def _paragraph(parts: Any, escaped: str) -> str:
    if rows := _ROWED.findall(escaped):
        return str(parts.bars([tuple(Markup(cell) for cell in row) for row in rows]))  # noqa: S704
    if alone := _ONE_LINK.fullmatch(escaped):
        return str(parts.one_link(*_safe(alone)))
    if _BUTTONS.fullmatch(escaped):
        return "\n".join(str(parts.button(*_safe(each))) for each in _LINKED.finditer(escaped))
    lines = "<br>\n".join(line.strip() for line in escaped.splitlines())
    inside = _LINKED.sub(lambda each: str(parts.link(*_safe(each))), lines)
    return str(parts.paragraph(Markup(inside)))  # noqa: S704


def _safe(linked: re.Match[str]) -> list[Markup]:
    return [Markup(part) for part in linked.groups()]  # noqa: S704 - escaped as a whole before
