"""What the server writes down for whoever runs it: enough to find a fault, nothing about anybody's life.

A request is logged by the rule of its address (``/desk/people/<uuid:person_id>``), never by the address itself: addresses
carry names somebody searched for and links that sign in. No forms, no query strings, no email or network addresses.
"""

import logging
import sys
import time
from collections.abc import Callable
from typing import Any

import structlog
from flask import Flask, Response, g, request

from scheme.sign_in.sessions import signed_in

QUIET = ("static",)
"""Endpoints that are not worth a line."""

log = structlog.get_logger("alongside.requests")


def set_up(app: Flask) -> None:
    """Log every request by its rule, and faults with their traceback but without what was sent."""
    shape_lines(json=app.config["ENVIRONMENT"] == "production")
    app.before_request(_begin)
    app.after_request(_tell)
    if not app.debug:
        app.log_exception = _tell_fault  # type: ignore[method-assign]


def shape_lines(*, json: bool) -> None:
    """One line each: JSON for machines in production, plain words otherwise."""
    renderer: Callable[..., Any] = (
        structlog.processors.JSONRenderer() if json else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )


def _begin() -> None:
    g.began = time.perf_counter()


def _tell(response: Response) -> Response:
    if request.endpoint in QUIET:
        return response
    account = None if g.get("fault") else signed_in()
    log.info(
        "request",
        method=request.method,
        page=_rule(),
        status=response.status_code,
        role=account.role.value if account else None,
        ms=round((time.perf_counter() - g.get("began", time.perf_counter())) * 1000),
    )
    return response


def _rule() -> str:
    return request.url_rule.rule if request.url_rule else "(no such page)"


def _tell_fault(exc_info: Any) -> None:
    """Where it broke and what kind of fault it was. What the fault says may quote somebody's answers, so it is left out."""
    kind, _, traceback = exc_info
    places = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        places.append(f"{code.co_filename}:{traceback.tb_lineno} {code.co_name}")
        traceback = traceback.tb_next
    log.error("fault", page=_rule(), kind=kind.__name__, places=places[-12:])
