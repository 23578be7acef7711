"""What changes when one review, vouch or identity does: the rest is neither read nor computed.

The full run (`network.compute`) and this end within 0.1 point of each other. What moved by less
than matters is not followed further: a member's own standing and reliability wait until they have
added up to what does, and what subjects with much evidence hardly feel waits for the next full run.
Both are as of the same `now_days`, the moment of that run: between two nights everything ages
alike.

    community = ...     # answers questions: see `community.Community`, `in_memory` for one
    result = updating.update(community, Touched(pairs=[(reviewer, reviewed)]))
    # write down result.members, result.reviews and result.scores; forget the rest

A `Community` may ask a database: an update asks a few dozen questions about the members that a
change reaches, and loads nobody else.
"""
