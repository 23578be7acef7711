"""Pure: which texts a community has, and what is still blank in them."""

import re
from dataclasses import dataclass

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

LONGEST_TITLE = 120
LONGEST_BODY = 40_000
BANNER = "banner"  # above every page while it says something; has no page of its own

# What each is for, in the order of the footer.
PAGES = {
    "community": mark("About this community"),
    "terms": mark("Terms of use"),
    "privacy": mark("Privacy"),
    "food-law": mark("Selling what you cook or teach"),
    "legal-notice": mark("Legal notice"),
    "contact": mark("Contact"),
}
PURPOSES = {**PAGES, BANNER: mark("Banner above every page")}

_BLANK = re.compile(r"\[\[([^\[\]<>]+)\]\]")


class NothingWritten(Refusal):
    message = mark("Write a title and a text.")
    field = "body"


@dataclass(frozen=True)
class Words:
    """A text as it is read: its title, and Markdown."""

    title: str
    body: str

    @property
    def blanks(self) -> list[str]:
        """What its author has yet to fill in: `[[your address]]`."""
        return blanks_in(f"{self.title}\n{self.body}")


def blanks_in(text: str) -> list[str]:
    return [found.strip() for found in _BLANK.findall(text)]


def show_blanks(html: str) -> str:
    """Mark blanks in HTML that is clean already."""
    return _BLANK.sub(r"<mark>\1</mark>", html)


def words_from(markdown: str) -> Words:
    """A draft as it is shipped: the first line is `# ` and the title."""
    first, _, rest = markdown.partition("\n")
    return Words(first.removeprefix("#").strip(), rest.strip())


def check(slug: str, title: str, body: str) -> Words:
    """A page says something; an empty banner is no banner."""
    words = Words(title.strip()[:LONGEST_TITLE], body.strip()[:LONGEST_BODY])
    if slug != BANNER and not (words.title and words.body):
        raise NothingWritten
    return words
