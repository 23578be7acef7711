"""What changes when one review, vouch or identity does: the rest is neither read nor computed.

The full run (`network.compute`) and this end within 0.1 point of each other, however long the
sequence of changes, because nothing is ever dropped: what moved by less than matters is kept, and
passed on as soon as it has added up to what does. Both are as of the same `now_days`, the moment
of the last full run: between two nights everything ages alike.

    community = ...     # answers questions: see `community.Community`, `in_memory` for one
    result = updating.update(community, Touched(pairs=[(reviewer, reviewed)]))
    # write down result.members, result.reviews and result.scores; forget the rest

A `Community` may ask a database: an update asks a few dozen questions about the members that a
change reaches, and loads nobody else.
"""
