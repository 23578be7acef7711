"""Every number of standing, score and levels, in one place. A change here is a new VERSION.

They lie here and not in trust because the features below trust act on them: who may vouch, and how
much a vouch weighs.
"""

from datetime import timedelta
from typing import Final

from pro_am.accounts.rules.keys import PENDING
from pro_am.moderation.rules.freezing import WHILE_OPEN

VERSION: Final = "2"

# Identity evidence e: how sure we are that an account is one real person, before any vouch.
STEWARD_EVIDENCE: Final = 1.0
SEEN_EVIDENCE: Final = 0.30  # a steward has seen an identity document or met the person
PAYMENT_EVIDENCE: Final = 0.10  # a payment instrument of at least ...
PAYMENT_MIN_DAYS: Final = 30.0  # ... so many days
COUNTERPARTY_EVIDENCE: Final = 0.05  # at most, per distinct counterparty of a settled booking ...
COUNTERPARTY_EVIDENCE_MOST: Final = 0.15  # ... together at most
COUNTERPARTY_MIN_STANDING: Final = 0.30  # ... whose standing, as stored yesterday, is at least
COUNTERPARTY_LENT_MOST: Final = 0.35  # what one such member lends to all they ever met, together

# Standing s in [0, 1]: identity evidence and what vouchers pass on of their own.
VOUCH_AFTER_BOOKING: Final = 1.0  # weight of a vouch after a booking, or of a steward's
VOUCH_DECLARED: Final = 0.5  # weight of a vouch from a declared relation
PASSED_ON: Final = 0.5  # share of a voucher's standing that their vouches pass on, all together
FULL_VOUCHES: Final = 5.0  # vouch weight from which that share is divided, not multiplied
STANDING_TOLERANCE: Final = 1e-6  # the iteration ends when no standing changes by more

VOUCHES_OPEN: Final = 5  # how many vouches a member may give at a time
VOUCHES_OPEN_TRUSTED: Final = 8

# Weight om of a review.
HALF_LIFE_DAYS: Final = 730.0  # after this age a review weighs half
CREDIBLE_STANDING: Final = 0.02  # below it a reviewer weighs nothing
CONFIRMED_BY: Final = 0.25  # multiplier m gained per unit of confirming standing
DISPUTED_BY: Final = 0.50  # multiplier m lost per unit of disputing standing
MULTIPLIER_LEAST: Final = 0.25
MULTIPLIER_MOST: Final = 1.5

# Reliability phi of a reviewer: agreement with the others, shrunk towards a prior.
PRIOR_RELIABILITY: Final = 0.7
PRIOR_REVIEWS: Final = 3.0  # how many fully confident comparisons the prior is worth
RELIABILITY_ROUNDS: Final = 3
HALF_CONFIDENCE: Final = 0.5  # weight of the other reviews at which a comparison counts half

# What newcomers say: everybody in their first days as a reviewer.
NEWCOMER_DAYS: Final = 30.0
NEWCOMERS_LEAST: Final = 0.3  # what they weigh at most on one subject in one week, or ...
NEWCOMERS_SHARE: Final = 0.15  # ... this share of what everybody else said, if that is more

# Evidence of a role.
PRIOR_EACH_WAY: Final = 0.3  # added to the positive and to the negative weight
INTERVAL: Final = 0.80  # probability that the interval covers
PROVEN_WEIGHT: Final = 0.1  # total weight N below which a role is unproven: no number
PROVEN_VOICES: Final = 2  # nor is there a number on the word of fewer credible reviewers

# Score of a role, in points of 0..100.
BASE: Final = 40.0
REVIEWS_POINTS: Final = 30.0
TRACK_RECORD_POINTS: Final = 10.0
VOUCHES_POINTS: Final = 8.0
TENURE_POINTS: Final = 12.0
STAKE_POINTS: Final = 5.0
INCIDENTS_POINTS: Final = 14.0
WEEK_DAYS: Final = 7.0
WEEK_WEIGHT: Final = 2.0  # a week counts fully once its best review weighs 1 / WEEK_WEIGHT
TENURE_DAYS: Final = 365.0  # time constant of tenure
STAKE_DAMPING: Final = 2.0  # vouch weight added to the divisor: one bad vouch is no ruin
STAKE_STEEPNESS: Final = 3.0
HARM_DAMPING: Final = 0.5  # review weight added to the divisor of a member's harm h
INCIDENTS_SCALE: Final = 0.6  # negative weight that counts as an incident for a beginner ...
INCIDENTS_VOLUME: Final = 4.0  # ... and doubles at this much evidence K

# Alarms, which moderators look at, and the pause of offers until one has looked.
ALARM_DAYS: Final = 60.0  # only what is younger raises one
BURST_LEAST: Final = 5  # reviews in a week, and ...
BURST_TIMES: Final = 4.0  # ... so many times as many as in a usual week ...
BURST_DAYS: Final = 364.0  # ... of so long before
CLIQUE_THIRDS: Final = 2  # people who praise both who praise each other
CONTRADICTION: Final = 1.0  # between an opinion and that of everybody else, both in [-1, 1]
CONTRADICTING_NEWCOMERS: Final = 3
PAUSE_BAD: Final = 3  # bad reviews among ...
PAUSE_OF_LAST: Final = 5  # ... so many credible ones ...
PAUSE_WEIGHT: Final = 0.02  # ... each of which weighs at least this: a crowd alone pauses nobody
FROZEN: Final = WHILE_OPEN  # multiplier of a review reported as a threat, or as written under one
# After a change of password or address, before what one writes counts.
PENDING_HOURS: Final = PENDING / timedelta(hours=1)

# Levels.
VOUCHING_STANDING: Final = 0.05
VOUCHING_BOOKINGS: Final = 3  # settled
TRUSTED_EVIDENCE: Final = 1.0  # K
TRUSTED_LOW: Final = 0.6  # lower end of the interval
TRUSTED_DAYS: Final = 90.0
LEVEL_GRACE_DAYS: Final = 14.0

# Price jumps, which people look at.
PRICE_JUMP: Final = 0.50  # an offer dearer by more than this share ...
PRICE_JUMP_DAYS: Final = 30.0  # ... than at any time in so many days, with bookings ahead
