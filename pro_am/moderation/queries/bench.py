"""Who may decide about somebody's restriction: who took no part, and whether there are enough."""

from pro_am.accounts import queries as accounts
from pro_am.accounts.models import Member
from pro_am.accounts.rules import Role
from pro_am.moderation.models import Appeal, Restriction
from pro_am.moderation.rules.appeals import PANEL, Panel, Speaker, panel_for
from pro_am.moderation.rules.restrictions import may_decide_alone


def stewards() -> list[Member]:
    return _here(Role.STEWARD)


def parties_of(restriction: Restriction) -> frozenset[int]:
    """Whom it concerns: the member, and whoever reported or is protected by it."""
    report = restriction.report
    concerned = {
        restriction.member_id,
        restriction.other_id,
        report.reporter_id if report else None,
    }
    return frozenset(each for each in concerned if each is not None)


def involved_in(restriction: Restriction) -> frozenset[int]:
    """Whom it concerns, and everybody who has decided about it so far."""
    decided = {restriction.by_id, restriction.confirmed_by_id, restriction.looked_by_id}
    return parties_of(restriction) | {each for each in decided if each is not None}


def panel_of(appeal: Appeal) -> Panel:
    if appeal.panel:
        return appeal.panel
    return panel_before(appeal.restriction)


def panel_before(restriction: Restriction) -> Panel:
    """Who would hear an appeal against it."""
    ids, involved = {each.id for each in stewards()}, involved_in(restriction)
    return panel_for(stewards=len(ids), uninvolved=len(ids - involved))


def speaker(member: Member) -> Speaker:
    operators = {each.id for each in _here(Role.ADMIN)}
    return Speaker(
        member.id,
        is_steward=member.has_role(Role.STEWARD),
        is_operator=member.id in operators,
        is_only_operator=operators == {member.id},
    )


def decides_alone(member: Member) -> bool:
    return may_decide_alone(is_operator=member.has_role(Role.ADMIN), stewards=len(stewards()))


def hearers_of(appeal: Appeal) -> list[Member]:
    """Who may answer now: two stewards first; when they differ, others and the operator too."""
    taken = involved_in(appeal.restriction) | {vote.by_id for vote in appeal.votes}
    if panel_of(appeal) is Panel.OPERATOR:
        operators = _here(Role.ADMIN)
        return [each for each in operators if each.id not in taken] or operators
    roles = (Role.STEWARD, Role.ADMIN) if len(appeal.votes) >= PANEL else (Role.STEWARD,)
    return [each for each in _here(*roles) if each.id not in taken]


def seconds_for(restriction: Restriction) -> list[Member]:
    """Who may confirm an exclusion that somebody proposed."""
    taken = involved_in(restriction)
    here = _here(Role.STEWARD, Role.MODERATOR, Role.ADMIN)
    return [each for each in here if each.id not in taken]


def _here(*roles: Role) -> list[Member]:
    return [each for each in accounts.members_with(*roles) if each.suspended_at is None]
