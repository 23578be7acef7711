"""French and English: the language is the first part of every page's address.

So a link shows what was meant to whoever opens it, pages can be cached, and changing the language
is a plain link. `/` sends people to the language their browser asks for.
"""

from functools import lru_cache
from gettext import NullTranslations
from typing import Any

from babel import Locale
from flask import Flask, current_app, g, has_app_context, has_request_context, request
from flask_babel import Babel, Domain, get_locale
from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup
from werkzeug.routing import BaseConverter

LANGUAGES = ("fr", "en")
MOST_SENTENCES = 10_000  # remembered: all there are, in both languages
NAMES = {"fr": "Français", "en": "English"}


class Catalogues(Domain):
    """The sentences of all languages; found by the language alone, as every page asks hundreds.

    Flask-Babel's own writes the locale's whole name anew for each sentence.
    """

    def __init__(self) -> None:
        super().__init__(translation_directories=None)
        self._by_language: dict[str, NullTranslations] = {}

    def get_translations(self) -> NullTranslations:
        locale = _locale()
        if locale is None:
            return super().get_translations()
        found = self._by_language.get(locale.language)
        if found is None:
            found = self._by_language[locale.language] = super().get_translations()
        return found


def _locale() -> Locale | None:
    """Where Flask-Babel keeps it, asked at a fifth of the price: see its get_locale."""
    context = g.get("_flask_babel") if has_app_context() else None
    return getattr(context, "babel_locale", None) or get_locale()


def language_of_words() -> str:
    """In which sentences are written now: the page's, or a letter's; empty where there is none."""
    locale = _locale()
    return str(locale.language) if locale else ""


catalogues = Catalogues()
babel = Babel()
babel.domain_instance = catalogues


class LanguageConverter(BaseConverter):
    regex = "|".join(LANGUAGES)


def attach(app: Flask) -> None:
    app.url_map.converters["language"] = LanguageConverter
    app.config["BABEL_DEFAULT_LOCALE"] = app.config["LANGUAGE"]
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = "translations"
    babel.init_app(app, locale_selector=current_language)
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]  # of Jinja's extension
        gettext=lambda text: catalogues.get_translations().gettext(text),
        ngettext=lambda one, many, count: catalogues.get_translations().ngettext(one, many, count),
        newstyle=True,
    )
    app.jinja_env.globals["_"] = _sentence
    app.url_value_preprocessor(_take_language_from_address)
    app.url_defaults(_put_language_into_address)
    app.context_processor(lambda: {"current_language": current_language()})


@pass_eval_context
def _sentence(context: EvalContext, text: str, /, **named: object) -> str:
    """A sentence in a template, as Jinja's own `_` makes it, which writes each anew.

    A page has some hundreds; most have no names in them, and are the same each time.
    """
    translations = catalogues.get_translations()
    if named:
        sentence = translations.gettext(text)
        return Markup(sentence) % named if context.autoescape else sentence % named  # noqa: S704
    return _plain_sentence(translations, text, is_markup=context.autoescape)


@lru_cache(MOST_SENTENCES)
def _plain_sentence(translations: NullTranslations, text: str, *, is_markup: bool) -> str:
    # A percent sign is written twice, in sentences without names too.
    sentence = translations.gettext(text) % {}
    return Markup(sentence) if is_markup else sentence  # noqa: S704 - of our own catalogues


def current_language() -> str:
    """The address's language; without one (an error page, `/`) the browser's best."""
    if not has_request_context():
        return str(get_locale() or LANGUAGES[0])
    if "language" not in g:
        first = request.path.split("/", 2)[1]
        g.language = first if first in LANGUAGES else browser_language()
    return str(g.language)


def browser_language() -> str:
    wanted = request.accept_languages.best_match(LANGUAGES)
    return wanted or str(current_app.config["LANGUAGE"])


def _take_language_from_address(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    if values and "language" in values:
        g.language = values.pop("language")


def _put_language_into_address(endpoint: str, values: dict[str, Any]) -> None:
    if "language" not in values and current_app.url_map.is_endpoint_expecting(endpoint, "language"):
        values["language"] = str(get_locale()) if not has_request_context() else _shown_language()


def _shown_language() -> str:
    """Inside `force_locale` (a letter) the letter's language wins over the page's."""
    return language_of_words() or current_language()
