"""The community's PostgreSQL as the engine: one index for any number of web hosts.

tables.py says what is kept, rows.py what is written of an offer, writing.py writes and checking.py
looks whether it is still so. Of a query, filters.py and words.py make conditions, candidates.py
chooses what is looked at, hits.py and counts.py ask. samples.py keeps the dearest questions cheap.
"""
