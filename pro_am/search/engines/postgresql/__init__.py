"""The community's PostgreSQL as the engine: one index for any number of web hosts.

tables.py says what is kept, rows.py what is written of an offer, changes.py and building.py write,
filters.py, hits.py and counts.py ask, samples.py keeps the dearest questions cheap.
"""
