"""Pure: sentences to begin with, for each side of a conversation."""

from pro_am.foundation.words import mark

ASKING = {
    "when": mark("Hello! Would you be free one evening this week?"),
    "beginner": mark("Hello! Is this suitable for a beginner?"),
}
ASKING_COOKS = {
    "when": ASKING["when"],
    "diet": mark("Hello! Could you cook without nuts for us?"),
    "children": mark("Hello! Would this suit children too?"),
}
AS_HOST = {
    "thanks": mark("Thank you, that suits me well!"),
    "bring": mark("What shall I bring?"),
    "late": mark("I will be about ten minutes late."),
}
AS_PROVIDER = {
    "thanks": mark("Thank you for your message! I will answer in full tonight."),
    "yes": mark("Yes, that is possible."),
    "details": mark("Could you tell me a little more?"),
}
ALL = {**AS_PROVIDER, **AS_HOST, **ASKING, **ASKING_COOKS}
