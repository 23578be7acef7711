"""Place names as people type them, brought to one spelling."""

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d"})
_SHORT = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}


def fold(text: str) -> str:
    """`St-Étienne du Rouvray` becomes `saint etienne du rouvray`: words of plain letters."""
    return " ".join(_SHORT.get(word, word) for word in _words(text))


def fold_beginning(text: str) -> list[str]:
    """Every spelling that what is typed so far may begin: `st` may become Saint- or Strasbourg."""
    words = _words(text)
    if not words:
        return []
    whole = fold(text)
    if words[-1] in _SHORT and text[-1:].isalnum():
        return [whole, " ".join([fold(" ".join(words[:-1])), words[-1]]).strip()]
    return [whole]


def _words(text: str) -> list[str]:
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(_LIGATURES))
    return re.findall(r"[a-z0-9]+", "".join(filter(_is_no_accent, decomposed)))


def _is_no_accent(character: str) -> bool:
    return not unicodedata.combining(character)
