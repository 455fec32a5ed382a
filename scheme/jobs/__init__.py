"""Work that happens later: a row written in the same transaction as the request for it, and a job that carries it out.

The row is the truth; Huey only wakes whoever carries things out. A wake-up that is lost is made up for within a minute.
"""
