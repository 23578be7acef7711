"""Letters as the eye takes them: accents, look-alikes and invisible marks make no difference."""

import unicodedata

# What passes for a Latin letter: digits and signs, then Cyrillic, Greek and Armenian letters (from
# Unicode's confusables, UTS 39). `l` and `i` are one, since a capital `I` is a small `l`.
_LOOKALIKES = str.maketrans(
    {
        **dict(zip("013457@$l|!", "oieastasiii", strict=True)),
        **dict(zip("аьсԁеһніјкӏмпорѕтухԛԝв", "abcdehhijkimnopstyxqwb", strict=True)),
        **dict(zip("αβεηικμνορστυχ", "abenikmvopotux", strict=True)),
        **dict(zip("աոօսցհ", "wnough", strict=True)),  # noqa: RUF001
        **dict(zip("ıɑɡꜱʀøđł", "iagsrodi", strict=True)),
    }
)
_SIGNS = "@$|!"


def plain(text: str) -> str:
    """Letters and digits only, lower case, without accents."""
    split = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in split if character.isalnum() or character in _SIGNS)


def skeleton(text: str) -> str:
    """The same for all texts that look alike: compare skeletons, show neither."""
    letters = plain(text).translate(_LOOKALIKES)
    return letters.replace("rn", "m").replace("vv", "w")
