"""What those who run the community may do to accounts."""

from pro_am.accounts.rules.refusals import NoReason, OwnAccount


def is_address(text: str) -> bool:
    """Whether it could be an e-mail address; only a letter that arrives proves that it is one."""
    name, at, domain = text.strip().rpartition("@")
    return bool(name and at and domain) and not any(character.isspace() for character in text)


def check_oversight(*, admin_id: int, member_id: int) -> None:
    """Whoever runs the community does not judge themselves, nor lock themselves out."""
    if admin_id == member_id:
        raise OwnAccount


def check_reason(why: str) -> str:
    if not why.strip():
        raise NoReason
    return why.strip()
