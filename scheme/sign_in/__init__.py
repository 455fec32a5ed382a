"""Who somebody is: signing in and out, and an account's own ways in.

Flask-Security keeps the session, the passwords (argon2) and the numbers from an authenticator app. The pages, the emailed
links and the counting of attempts are ours, because nobody should have to remember anything to get in, and nobody should be
told whether an address is known here.
"""

from flask import Flask

from scheme.sign_in import accounts, attempts, own_account, pages, sessions


def set_up(app: Flask) -> None:
    """Give the application its accounts, sessions and sign-in pages. Call it after the database and the look."""
    accounts.set_up(app)
    sessions.set_up(app)
    attempts.set_up(app)
    app.register_blueprint(pages.sign_in)
    app.register_blueprint(own_account.own_account)
