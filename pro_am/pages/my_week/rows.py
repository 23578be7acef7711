"""What is to do, in words and addresses: plain rows, so that the page asks for nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from pro_am.accounts.models import Member
from pro_am.bookings.rules.life import Side
from pro_am.foundation.web import wording
from pro_am.pages.my_week.rules import BookingLine, Kind, OfferLine, ToDo


@dataclass(frozen=True)
class Row:
    """One thing to do: what, by when, and the tap that does it."""

    icon: str
    words: str
    detail: str
    url: str
    act: str
    is_pressing: bool = False
    post_url: str | None = None  # a second button that does it at once
    post_act: str = ""
    post_fields: Mapping[str, object] = field(default_factory=dict)


def row_of(to_do: ToDo, member: Member) -> Row:
    if to_do.booking:
        if to_do.kind is Kind.ANSWER:
            return _answer(to_do.booking, member)
        return _review(to_do.booking)
    if to_do.offer:
        return _offer(to_do.kind, to_do.offer)
    return _plain(to_do.kind, to_do.count)


def _answer(line: BookingLine, member: Member) -> Row:
    when = wording.moment(line.starts_at, member.time_zone, short=True)
    people = ngettext("%(num)s person", "%(num)s people", line.people)
    details = [line.title, when, people]
    reads_allergies = line.has_allergies and line.side is Side.PROVIDER
    if reads_allergies:
        details.append(_("an allergy to read"))
    return Row(
        "clock",
        _("Answer %(name)s, %(time)s left", name=line.other, time=wording.span_to(line.answer_by)),
        " · ".join(details),
        url_for("bookings.show", reference=line.reference),
        _("Read and answer"),
        is_pressing=True,
        # Whoever is to read an allergy first accepts on the page that shows it.
        post_url=None if reads_allergies else url_for("bookings.confirm", reference=line.reference),
        post_fields={"seen": line.revision},
        post_act=_("Accept"),
    )


def _review(line: BookingLine) -> Row:
    return Row(
        "star",
        _("How was it with %(name)s?", name=line.other),
        line.title,
        url_for("reviews.write", reference=line.reference),
        _("Write a review"),
    )


def _offer(kind: Kind, offer: OfferLine) -> Row:
    if kind is Kind.DRAFT:
        return Row(
            "pencil",
            _("Finish your draft"),
            offer.title,
            url_for("profiles.offer", public_id=offer.public_id),
            _("Go on"),
        )
    return Row(
        "camera",
        _("Add a picture to your offer"),
        offer.title,
        url_for("profiles.offer_picture", public_id=offer.public_id),
        _("Add a picture"),
    )


def _plain(kind: Kind, count: int) -> Row:
    match kind:
        case Kind.UNREAD:
            words = ngettext(
                "%(num)s conversation with new messages",
                "%(num)s conversations with new messages",
                count,
            )
            return Row("message-circle", words, "", url_for("inbox.index"), _("Read"))
        case Kind.VERIFY:
            words = ngettext(
                "%(num)s person waits to be verified",
                "%(num)s people wait to be verified",
                count,
            )
            return Row("badge-check", words, "", url_for("standing.desk"), _("Open the desk"))
        case Kind.DIPLOMAS:
            words = ngettext("%(num)s diploma to verify", "%(num)s diplomas to verify", count)
            return Row("shield-check", words, "", url_for("credentials.desk"), _("Open the desk"))
        case Kind.HOURS:
            words = _("Say when you are free")
            detail = _("Without hours nobody can book you.")
            return Row("calendar", words, detail, url_for("availability.edit"), _("Set my hours"))
        case Kind.FIRST_OFFER:
            words = _("Add an offer")
            detail = _("People book offers, so one is needed before they find you.")
            return Row("plus", words, detail, url_for("profiles.new_offer"), _("Add an offer"))
    words = _("Add your picture")
    detail = _("People like to see who they will meet.")
    return Row("camera", words, detail, url_for("profiles.picture"), _("Add my picture"))
