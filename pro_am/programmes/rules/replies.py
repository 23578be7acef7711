"""What a coach may say to an exception with one press: kind, and nothing to answer for."""

from pro_am.foundation.words import mark

REPLIES = {
    "thanks": mark("Thank you for telling me. These days are not counted."),
    "rest": mark("Rest well. The plan waits for you."),
    "lighter": mark("Shall I make the next days lighter?"),
    "talk": mark("I am here if you would like to talk."),
}
