"""Fair parts of all offers, for questions that too many answer to look at each of them.

An offer is in sample 1 with a chance of one in four, in sample 2 with one in sixteen, and so on;
whoever's trust is proven is one sample ahead. Everybody gets the same samples, so that pages fit
together; the luck is drawn anew at each rebuild.
"""

import zlib

LAST = 3
STEP = 4  # how many times smaller a sample is than the one before


def sample_of(offer_id: int, trust: int, generation: int) -> int:
    """The smallest sample that the offer is in; 0 is no sample, but all offers."""
    luck = zlib.crc32(f"{generation}:{offer_id}".encode())
    found = 0
    while found < LAST and luck % STEP == 0:
        luck //= STEP
        found += 1
    return min(LAST, found + (trust >= 0))


def holding(most: int, *, of: float) -> int:
    """The largest sample that holds no more than so many of the expected."""
    sample = 0
    while sample < LAST and of > most:
        sample += 1
        of /= STEP
    return sample


def weight(sample: int) -> str:
    """SQL: how many offers each of the sample stands for."""
    return f"{STEP} ^ (CASE WHEN trust < 0 THEN {sample} ELSE {max(sample - 1, 0)} END)"


def indexes() -> str:
    """One for each sample, as small as it is; and one for filters that no term narrows down."""
    return "CREATE INDEX ON OFFERS (sample) WHERE sample >= 1;" + ";".join(
        "CREATE INDEX ON OFFERS USING gin (words, marks, squares)"
        f" WITH (fastupdate = off) WHERE sample >= {sample}"
        for sample in range(1, LAST + 1)
    )
