"""Nobody is blamed: every sentence of both catalogues is read for words that would."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

CATALOGUE = Path(__file__).parents[2] / "pro_am/translations/fr/LC_MESSAGES/messages.po"

BLAMING = {
    "en": r"fail\w*|missed|streaks?|laz\w+|slack\w*|sham(?:e|ed|eful)|guilt\w*|should have"
    r"|faults?|blam\w+|excuses?|losers?|punish\w*|penalt\w+|disappoint\w*|your mistake"
    r"|you forgot|naughty|unacceptable",
    "fr": r"échecs?|échou\w*|rat[ée]\w*|manqu(?:é|ée|és|ées)|paress\w*|honte\w*|coupab\w*"
    r"|culpab\w*|fautes?|blâm\w*|excuses?|puni\w*|pénalit\w*|décev\w*|déçu\w*"
    r"|auriez dû|votre erreur|inacceptable\w*",
}
# Where a week, a measure or a weak moment is spoken of, still fewer.
HARSH = {
    "en": r"skipped|behind|late|overdue|bad|badly|wrong\w*|weak\w*|poor\w*|lost|gave up|give up"
    r"|giving up|quit|relaps\w*|cheat\w*|sins?|obese|overweight|fat|lagging|not enough|only \d",
    "fr": r"retards?|mauvais\w*|faibles?|faibless\w*|perdu\w*|abandonn\w*|craqu\w*|rechut\w*"
    r"|trich\w*|péch\w*|obès\w*|surpoids|gross\w*|insuffisan\w*|seulement \d",
}
COACHING = re.compile(
    r"pro_am/(?:templates/(?:emails/)?)?"
    r"(?:programmes|intake|measures|supporters|following|sos|coaching|pages/coaching)/"
)
# Said to those who run a community, of its machines.
OF_MACHINES = re.compile(
    r"pro_am/(?:templates/)?(?:admin|operations|foundation|notifications/actions)/"
)
# Said of ourselves, of nobody, or in what people say of each other.
ALLOWED = {
    "It did not take place, by nobody’s fault",
    "Both read it. Say what you go by, and blame nobody.",
    (
        "It is our fault, not yours, and it has been noted. Nothing was changed."
        " Try again in a moment."
    ),
    "This is no punishment, and the level comes back by itself as soon as nothing is missing.",
    (
        "This stands beside the score and is no part of it; what is disputed or was nobody’s"
        " fault is not counted."
    ),
    "rather disappointing",
    "takes away up to %(points)s points when those they recommend disappoint",
}


def _sentences():
    """(English, French, where) of every sentence and each of its plurals."""
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="fr")
    for message in catalogue:
        if not message.id:
            continue
        english = message.id if isinstance(message.id, tuple) else (message.id,)
        french = message.string if isinstance(message.string, tuple) else (message.string,)
        yield english, french, [path for path, _line in message.locations]


def _words(language, sentences, where):
    patterns = [BLAMING[language]]
    if any(COACHING.match(path) for path in where):
        patterns.append(HARSH[language])
    pattern = re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)
    return [found.group() for sentence in sentences for found in pattern.finditer(sentence)]


def test_no_sentence_blames_whoever_reads_it():
    blaming, read = {}, 0
    for english, french, where in _sentences():
        read += 1
        if english[0] in ALLOWED or all(OF_MACHINES.match(path) for path in where):
            continue
        if words := _words("en", english, where) + _words("fr", french, where):
            blaming[english[0], french[0]] = words

    assert read > 2000
    assert blaming == {}


def test_what_is_allowed_is_still_said():
    assert {english[0] for english, _french, _where in _sentences()} >= ALLOWED


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "You missed two sessions."),
        ("en", "Your streak is broken."),
        ("en", "You are behind this week."),
        ("fr", "Vous avez raté deux séances."),
        ("fr", "Objectif manqué."),
        ("fr", "Vous êtes en retard."),
    ],
)
def test_such_a_sentence_would_be_found(language, sentence):
    assert _words(language, [sentence], ["pro_am/templates/programmes/week.html"])
