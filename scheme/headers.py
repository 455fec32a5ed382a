"""What every answer tells the browser it must not do, whoever the answer comes from: pages, errors, files, redirects."""

from flask import Flask, Response, request
from secure import (
    ContentSecurityPolicy,
    CrossOriginOpenerPolicy,
    CrossOriginResourcePolicy,
    PermissionsPolicy,
    ReferrerPolicy,
    Secure,
    StrictTransportSecurity,
    XContentTypeOptions,
    XFrameOptions,
)
from secure.middleware import SecureWSGIMiddleware
from werkzeug.middleware.proxy_fix import ProxyFix

TWO_YEARS = 2 * 365 * 24 * 60 * 60


def set_up(app: Flask) -> None:
    """Put the headers on every answer, and keep pages out of every store. Call it last."""
    app.after_request(_keep_nothing)
    app.wsgi_app = SecureWSGIMiddleware(app.wsgi_app, secure=policy(https=app.config["HTTPS"]))  # type: ignore[method-assign]
    if app.config["PROXIES"]:
        # Without this everybody behind a proxy would share its address, and with it one share of attempts.
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=app.config["PROXIES"], x_proto=app.config["PROXIES"], x_host=0)  # type: ignore[method-assign]


def policy(*, https: bool) -> Secure:
    """The headers: nothing from elsewhere, nothing written inside a page, no frames, no sensors."""
    nothing = "()"
    return Secure(
        csp=_content(https=https),
        xcto=XContentTypeOptions().nosniff(),
        xfo=XFrameOptions().deny(),
        # Our own pages may be told where a form came from (the CSRF check asks); nobody else is told anything.
        referrer=ReferrerPolicy().same_origin(),
        permissions=PermissionsPolicy().value(
            ", ".join(
                f"{sensor}={nothing}"
                for sensor in ("camera", "microphone", "geolocation", "payment", "usb", "browsing-topics")
            )
        ),
        coop=CrossOriginOpenerPolicy().same_origin(),
        corp=CrossOriginResourcePolicy().same_origin(),
        hsts=StrictTransportSecurity().max_age(TWO_YEARS).include_subdomains() if https else None,
    )


def _content(*, https: bool) -> ContentSecurityPolicy:
    content = (
        ContentSecurityPolicy()
        .default_src("'self'")
        .object_src("'none'")
        .base_uri("'none'")
        .form_action("'self'")
        .frame_ancestors("'none'")
    )
    return content.upgrade_insecure_requests() if https else content


def _keep_nothing(response: Response) -> Response:
    """Pages are about somebody's life: a shared computer keeps none of them. Only our own files may be kept."""
    if request.endpoint != "static":
        response.headers["Cache-Control"] = "no-store"
    return response
