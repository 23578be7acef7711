"""A friend as the measures know them."""


def audience_of(supporter_id: int) -> str:
    return f"supporter:{supporter_id}"
