"""Draws a macro alone, in English, and reads what came of it as a browser would."""

from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

PRO_AM = Path(__file__).parents[3] / "pro_am"
PICTURE = {
    "avif": {400: "/p-400.avif", 800: "/p-800.avif"},
    "jpeg": "/p-800.jpg",
    "width": 800,
    "height": 600,
    "alt": "A loaf of bread",
}
EMPTY_TAGS = {"input", "img", "meta", "link", "br", "source"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    text: str = ""


class Page(HTMLParser):
    """A piece of HTML as its elements in order; fails on one that is never closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)
        assert self._open == [], f"never closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, _known(attrs))
        self.elements.append(element)
        if tag not in EMPTY_TAGS:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, _known(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, tag: str, **attributes: str) -> list[Element]:
        return [
            each
            for each in self.elements
            if each.tag == tag and attributes.items() <= each.attributes.items()
        ]

    def one(self, tag: str, **attributes: str) -> Element:
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{len(found)} of {tag} {attributes}"
        return found[0]

    def with_class(self, name: str) -> list[Element]:
        return [e for e in self.elements if name in e.attributes.get("class", "").split()]

    @property
    def ids(self) -> set[str]:
        return {each.attributes["id"] for each in self.elements if "id" in each.attributes}


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(PRO_AM / "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    environment.globals["static"] = lambda path: f"/static/{path}"
    environment.filters.update(decimal=lambda value: f"{value:.1f}", day=str)
    return environment


ENVIRONMENT = _environment()


def drawn(macro: str, *values: Any, **named: Any) -> Page:
    """`ui.stars` is the macro `stars` of `macros/ui.html`."""
    return Page(drawn_as_text(macro, *values, **named))


def drawn_as_text(macro: str, *values: Any, **named: Any) -> str:
    file, name = macro.split(".")
    module = ENVIRONMENT.get_template(f"macros/{file}.html").module
    return str(getattr(module, name)(*values, **named))


def _known(attributes: list[tuple[str, str | None]]) -> dict[str, str]:
    return {name: value or "" for name, value in attributes}
