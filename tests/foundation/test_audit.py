"""The audit log: who did what, from where; it only grows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from pro_am.foundation import audit
from pro_am.foundation.audit import AuditEntry, network_of
from pro_am.foundation.database import db, transaction


def entries():
    return list(db.session.scalars(select(AuditEntry).order_by(AuditEntry.id)))


def test_an_entry_says_who_what_about_whom_when_and_from_where(app, time):
    with (
        app.test_request_context("/fr/", environ_base={"REMOTE_ADDR": "203.0.113.77"}),
        transaction(),
    ):
        audit.note("role granted", by=7, about="member abc", role="steward")

    with app.app_context():
        [entry] = entries()
        assert (entry.by_id, entry.act, entry.about) == (7, "role granted", "member abc")
        assert entry.facts == {"role": "steward"}
        assert entry.at == time.now
        assert entry.place == "203.0.113.0/24"
        assert len(entry.request_id) == 24


def test_from_a_shell_it_says_so(app):
    with app.app_context():
        audit.note("role granted", by=None)

        assert [(entry.place, entry.request_id) for entry in entries()] == [("shell", "")]


def test_an_undone_deed_leaves_no_entry(app):
    with app.app_context(), pytest.raises(ZeroDivisionError), transaction():
        audit.note("role granted", by=None)
        raise ZeroDivisionError

    with app.app_context():
        assert entries() == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entries SET act = 'nothing'",
        "DELETE FROM audit_entries",
        "DELETE FROM audit_entries WHERE id = 1",
    ],
)
def test_the_database_itself_refuses_to_change_or_forget_an_entry(app, statement):
    with app.app_context():
        audit.note("role granted", by=None)
        db.session.rollback()

        with pytest.raises(DatabaseError, match="only grows"), db.engine.begin() as connection:
            connection.execute(text(statement))

        assert [entry.act for entry in entries()] == ["role granted"]


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:1:2::3", "2001:db8:1::/48"),
        ("::1", "::/48"),
        ("unknown", ""),
        ("", ""),
    ],
)
def test_only_the_network_of_an_address_is_kept(address, network):
    assert network_of(address) == network


@given(st.ip_addresses())
def test_an_address_lies_in_its_network_and_is_not_it(address):
    import ipaddress

    network = ipaddress.ip_network(network_of(str(address)))

    assert address in network
    assert network.num_addresses >= 256
