"""The organisation itself: settings, database, sign-in, access, the record of what happened, messages out, places."""
