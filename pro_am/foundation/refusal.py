"""The one exception a person may read: the answer is no, and here is why."""

from pro_am.foundation.words import mark


class Refusal(Exception):  # noqa: N818 - it reads as a word of the product
    """An expected no.

    `message` is a marked sentence, translated at the edge with `facts` filled in. `field` names the
    form field beside which it is shown, when there is one.
    """

    message = mark("This is not possible.")
    field: str | None = None

    def __init__(self, **facts: object) -> None:
        super().__init__(self.message)
        self.facts = facts

    def __str__(self) -> str:
        return self.message % self.facts if self.facts else self.message
