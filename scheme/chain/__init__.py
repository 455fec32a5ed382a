"""The record's chain: every change and every reading sealed behind the one before, so that none can be altered unnoticed.

``forms`` says what of a row is sealed, ``sealing`` adds what is new, ``heads`` keeps the newest seal outside the database, and
``checking`` recomputes everything. Run from ``flask scheme seal-record`` and ``flask scheme check-record``.
"""
