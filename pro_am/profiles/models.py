"""Crafts with their specialities, profiles, and the offers of each profile."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    Index,
    Table,
    UniqueConstraint,
    event,
    false,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.accounts.models import Member
from pro_am.foundation.database import Model
from pro_am.foundation.revisions import raise_revision
from pro_am.media.models import Picture
from pro_am.profiles.rules import (
    INSTANT_NOTICE_MINUTES,
    OwnLimits,
    PlaceMode,
    PriceUnit,
    Publication,
)


class Craft(Model):
    """A kind of talent. Crafts are data: names and questions come from here, not from code."""

    __tablename__ = "crafts"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    position: Mapped[int]
    names: Mapped[dict[str, Any]]  # {"fr": ..., "en": ...}, so for all names below
    person_names: Mapped[dict[str, Any]]  # "home cook"
    favourites_names: Mapped[dict[str, Any]]  # "Favourite ingredients"
    icon: Mapped[str]
    is_food: Mapped[bool]
    is_regulated: Mapped[bool]
    # What offers of it answer, and what hosts are asked when they book: see rules.craft_fields.
    offer_fields: Mapped[list[Any]] = mapped_column(default=list)
    booking_questions: Mapped[list[Any]] = mapped_column(default=list)
    # What hosts rate one by one, as [{"key", "names"}, ...]; none: what is asked everywhere.
    review_facets: Mapped[list[Any]] = mapped_column(default=list, server_default="[]")
    retired_at: Mapped[datetime | None]  # no new offers since; those there are stay

    specialities: Mapped[list["Speciality"]] = relationship(
        back_populates="craft", order_by="Speciality.position"
    )


class Speciality(Model):
    __tablename__ = "specialities"
    __table_args__ = (UniqueConstraint("craft_id", "slug"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    craft_id: Mapped[int] = mapped_column(ForeignKey("crafts.id"))
    slug: Mapped[str]
    position: Mapped[int]
    names: Mapped[dict[str, Any]]

    craft: Mapped[Craft] = relationship(back_populates="specialities")


CRAFTS = "crafts"  # their revision rises with every change of one, or of its specialities


@event.listens_for(Craft, "after_insert")
@event.listens_for(Craft, "after_update")
@event.listens_for(Craft, "after_delete")
@event.listens_for(Speciality, "after_insert")
@event.listens_for(Speciality, "after_update")
@event.listens_for(Speciality, "after_delete")
def _note_change(_mapper: object, connection: Connection, _changed: Craft | Speciality) -> None:
    raise_revision(CRAFTS, connection)


profile_specialities = Table(
    "profile_specialities",
    Model.metadata,
    Column("profile_id", ForeignKey("profiles.id"), primary_key=True),
    Column("speciality_id", ForeignKey("specialities.id"), primary_key=True),
)


class Profile(Model):
    __tablename__ = "profiles"

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), unique=True)
    slug: Mapped[str] = mapped_column(unique=True)
    craft_id: Mapped[int] = mapped_column(ForeignKey("crafts.id"))
    language: Mapped[str]  # the language it is written in
    headline: Mapped[str]
    story: Mapped[str]  # Markdown
    not_offered: Mapped[str] = mapped_column(default="")  # Markdown: what they do not do
    favourites: Mapped[list[Any]]
    languages: Mapped[list[Any]]  # spoken
    is_professional: Mapped[bool]  # a professional or a private person: shown everywhere
    credential: Mapped[str]
    credential_verified_at: Mapped[datetime | None]
    credential_verified_by_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    town_id: Mapped[int]
    town_name: Mapped[str]
    # About a kilometre, never the door; in 1e-4 degrees.
    latitude_e4: Mapped[int]
    longitude_e4: Mapped[int]
    travel_km: Mapped[int | None]
    address: Mapped[str]  # shown only to the host of a confirmed booking
    picture_id: Mapped[int | None] = mapped_column(ForeignKey("pictures.id"))
    state: Mapped[Publication] = mapped_column(default=Publication.DRAFT)
    created_at: Mapped[datetime]
    published_at: Mapped[datetime | None]
    # As its owner was told; None while it is withdrawn: because the member is suspended.
    withdrawn_why: Mapped[str | None]
    withdrawn_from: Mapped[Publication | None]  # what it was before
    # Nothing of it can be booked since, and its owner cannot change that.
    offers_paused_at: Mapped[datetime | None]
    hidden_at: Mapped[datetime | None]  # by a moderator, while it was public
    changed_at: Mapped[datetime]

    member: Mapped[Member] = relationship(foreign_keys=member_id, lazy="joined", innerjoin=True)
    craft: Mapped[Craft] = relationship(lazy="joined", innerjoin=True)
    picture: Mapped[Picture | None] = relationship(lazy="joined")
    specialities: Mapped[list[Speciality]] = relationship(
        secondary=profile_specialities, order_by=Speciality.position
    )
    offers: Mapped[list["Offer"]] = relationship(back_populates="profile", order_by="Offer.id")
    photos: Mapped[list["ProfilePhoto"]] = relationship(
        back_populates="profile", order_by="ProfilePhoto.position"
    )

    @property
    def latitude(self) -> float:
        return self.latitude_e4 / 1e4

    @property
    def longitude(self) -> float:
        return self.longitude_e4 / 1e4

    @property
    def is_published(self) -> bool:
        return self.state is Publication.PUBLISHED

    @property
    def public_photos(self) -> list["ProfilePhoto"]:
        return [photo for photo in self.photos if photo.is_public]


class ProfilePhoto(Model):
    """A picture in a profile's gallery; the first is the main one."""

    __tablename__ = "profile_photos"
    __table_args__ = (UniqueConstraint("profile_id", "upload_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    profile_id: Mapped[int] = mapped_column(ForeignKey("profiles.id"))
    picture_id: Mapped[int] = mapped_column(ForeignKey("pictures.id"), unique=True)
    position: Mapped[int]
    upload_key: Mapped[str]  # the same files sent twice are kept once

    profile: Mapped[Profile] = relationship(back_populates="photos")
    picture: Mapped[Picture] = relationship(lazy="joined", innerjoin=True)

    @property
    def is_public(self) -> bool:
        """Without words it is not for everybody: so only its owner sees it yet."""
        return bool(self.picture.alt)


class Offer(Model):
    __tablename__ = "offers"
    __table_args__ = (
        UniqueConstraint("profile_id", "idempotency_key"),
        CheckConstraint("seats_least >= 1 AND seats_most >= seats_least", "seats"),
        CheckConstraint("duration_minutes > 0", "duration"),
        CheckConstraint("price_minor >= 0", "price"),
        Index("ix_offers_profile_state", "profile_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    profile_id: Mapped[int] = mapped_column(ForeignKey("profiles.id"))
    idempotency_key: Mapped[str]
    title: Mapped[str]
    description: Mapped[str]  # Markdown
    place_mode: Mapped[PlaceMode]
    price_minor: Mapped[int]
    currency: Mapped[str]
    price_unit: Mapped[PriceUnit]
    seats_least: Mapped[int]
    seats_most: Mapped[int]
    # Several bookings share a start, and each takes as many seats of the window as people come.
    is_group: Mapped[bool] = mapped_column(default=False, server_default=false())
    # A programme of so many weeks, paid by the week: what is booked is its first talk.
    weeks: Mapped[int | None]
    duration_minutes: Mapped[int]
    slot_step_minutes: Mapped[int] = mapped_column(default=30)
    # Booked without an answer, when the start is at least so many minutes away.
    is_instant: Mapped[bool] = mapped_column(default=False, server_default=false())
    instant_notice_minutes: Mapped[int] = mapped_column(
        default=INSTANT_NOTICE_MINUTES, server_default=str(INSTANT_NOTICE_MINUTES)
    )
    # The host shows six digits when the two meet, the pro-am types them; off unless wished for.
    asks_start_code: Mapped[bool] = mapped_column(default=False, server_default=false())
    # How it is booked, where it differs from what its calendar says; None: as the calendar says.
    calendar_id: Mapped[int | None] = mapped_column(ForeignKey("calendars.id"))  # None: the first
    buffer_before_minutes: Mapped[int | None]
    buffer_after_minutes: Mapped[int | None]
    travel_buffer_minutes: Mapped[int | None]
    notice_minutes: Mapped[int | None]
    horizon_days: Mapped[int | None]
    most_a_day: Mapped[int | None]  # bookings of this offer that start on one local day
    # How long before the start a host may still do so by themselves; None: until it begins.
    cancel_notice_minutes: Mapped[int | None]
    reschedule_notice_minutes: Mapped[int | None]
    cancellation_policy: Mapped[str | None]  # a key of the policies; None: flexible
    allergens: Mapped[dict[str, Any]]
    diets: Mapped[list[Any]]
    food_rules_kept: Mapped[bool] = mapped_column(default=False)
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict)  # to the craft's fields, by key
    # Questions of a draft that wait for an answer; their columns hold a placeholder meanwhile.
    left_open: Mapped[list[Any]] = mapped_column(default=list)
    picture_id: Mapped[int | None] = mapped_column(ForeignKey("pictures.id"))
    state: Mapped[Publication] = mapped_column(default=Publication.DRAFT)
    # Public until the offers of its profile were paused; it is so again when they are not.
    is_kept_back: Mapped[bool] = mapped_column(default=False, server_default=false())
    hidden_at: Mapped[datetime | None]  # by a moderator, while it was public
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]

    profile: Mapped[Profile] = relationship(back_populates="offers")
    picture: Mapped[Picture | None] = relationship(lazy="joined")

    @property
    def is_published(self) -> bool:
        return self.state is Publication.PUBLISHED

    @property
    def is_programme(self) -> bool:
        return self.weeks is not None

    @property
    def limits(self) -> OwnLimits:
        return OwnLimits(**{each.name: getattr(self, each.name) for each in fields(OwnLimits)})

    @limits.setter
    def limits(self, limits: OwnLimits) -> None:
        for name, value in vars(limits).items():
            setattr(self, name, value)


class OfferPrice(Model):
    """What an offer cost until then: prices that jump are looked at."""

    __tablename__ = "offer_prices"
    __table_args__ = (Index("ix_offer_prices_offer", "offer_id", "until"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    offer_id: Mapped[int] = mapped_column(ForeignKey("offers.id"))
    until: Mapped[datetime]
    price_minor: Mapped[int]
