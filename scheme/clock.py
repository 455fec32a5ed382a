"""Which day it is, by the deployment's own clock."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from flask import current_app


def today() -> date:
    """Today, by the clock that dates and due times are told by (``TIME_ZONE``)."""
    return datetime.now(ZoneInfo(current_app.config["TIME_ZONE"])).date()
