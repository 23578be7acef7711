"""The audit log: who did what, about whom or what, when, and from where.

It only grows: triggers in the database refuse to change or delete an entry (see the migration).
Entries outlive those they name, so they hold ids without foreign keys.
"""

import ipaddress
from datetime import datetime
from typing import Any

from flask import has_request_context, request
from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.foundation import clock
from pro_am.foundation.database import Model, db, transaction
from pro_am.foundation.web.request_ids import request_id


class AuditEntry(Model):
    __tablename__ = "audit_entries"
    __table_args__ = (Index("ix_audit_entries_about", "about", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(index=True)  # None: from a shell on the machine
    act: Mapped[str] = mapped_column(index=True)  # a marked sentence, translated where it is shown
    about: Mapped[str]  # "member 3f2a...", "profile lea-moreau"; empty: about everything
    facts: Mapped[dict[str, Any]]
    place: Mapped[str]  # the network of the address, never the whole of it
    request_id: Mapped[str]


def note(act: str, *, by: int | None, about: str = "", **facts: object) -> None:
    """Write an entry, inside the transaction of the deed. `act` is marked for translation."""
    with transaction():
        db.session.add(
            AuditEntry(
                at=clock.now(),
                by_id=by,
                act=act,
                about=about,
                facts=facts,
                place=_place(),
                request_id=request_id(),
            )
        )


def network_of(address: str) -> str:
    """`203.0.113.0/24`, `2001:db8:1::/48`: enough to tell places apart, not people."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return ""
    bits = 24 if known.version == 4 else 48
    return str(ipaddress.ip_network((known, bits), strict=False))


def _place() -> str:
    if not has_request_context():
        return "shell"
    return network_of(request.remote_addr or "")
