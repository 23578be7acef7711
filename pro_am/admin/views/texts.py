"""The operator's texts: written, previewed, and taken back to earlier words."""

from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.admin.forms import TextForm
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.languages import LANGUAGES, NAMES
from pro_am.foundation.web.policy import Policy, allow
from pro_am.texts import actions, queries
from pro_am.texts.rules import BANNER, PURPOSES, Words, blanks_in

blueprint = Blueprint("texts", __name__, url_prefix="/texts")


@dataclass(frozen=True)
class Line:
    slug: str
    language: str
    language_name: str
    purpose: str
    title: str
    blanks: int
    written_at: datetime | None


@blueprint.get("/")
@allow(Policy.ADMIN)
def index() -> ResponseReturnValue:
    written = queries.all_latest()
    lines = []
    for slug, purpose in PURPOSES.items():
        for language in LANGUAGES:
            known = written.get((slug, language))
            words = Words(known.title, known.body) if known else queries.draft(slug, language)
            title = words.body[:80] if slug == BANNER else words.title
            lines.append(
                Line(
                    slug,
                    language,
                    NAMES[language],
                    purpose,
                    title,
                    len(words.blanks),
                    known.written_at if known else None,
                )
            )
    return render_template("admin/texts.html", texts=lines)


@blueprint.route("/<any(fr,en):text_language>/<slug>", methods=["GET", "POST"])
@allow(Policy.ADMIN)
def edit(text_language: str, slug: str) -> ResponseReturnValue:
    if slug not in PURPOSES:
        abort(404)
    form = TextForm(data=vars(_wanted(text_language, slug)))
    preview = None
    if form.is_valid_post():
        if form.preview.data:
            preview = Words(form.title.data or "", form.body.data or "")
        elif _saved(form, text_language, slug):
            flash(_("The text is saved."), "success")
            return redirect(url_for(".index"), 303)
    return page(
        "admin/text.html",
        form,
        slug=slug,
        text_language=text_language,
        language_name=NAMES[text_language],
        purpose=PURPOSES[slug],
        is_banner=slug == BANNER,
        blanks=blanks_in(f"{form.title.data or ''}\n{form.body.data or ''}"),
        preview=preview,
        revisions=queries.revisions(slug, text_language),
    )


def _wanted(language: str, slug: str) -> Words:
    """The words to begin from: those of an earlier revision when the address names one."""
    revision_id = request.args.get("revision", type=int)
    if revision_id is None:
        return queries.text(slug, language)
    found = queries.revision(slug, language, revision_id) or abort(404)
    return Words(found.title, found.body)


def _saved(form: TextForm, language: str, slug: str) -> bool:
    try:
        actions.write(
            slug,
            language,
            title=form.title.data or "",
            body=form.body.data or "",
            by=current_member(),
        )
    except Refusal as refusal:
        form.show(refusal)
        return False
    return True
