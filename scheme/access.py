"""Who may open which page: one table, checked before every request. A page that is not in it opens for nobody.

Which *rows* somebody sees is another matter: queries take the account (``people.queries``, ``carers.queries``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Flask, abort, redirect, render_template, request, url_for
from flask_wtf.csrf import CSRFError, CSRFProtect

from scheme.database import SAFE_METHODS
from scheme.models import Account, Role
from scheme.sign_in import kept
from scheme.sign_in.sessions import signed_in

NOBODY: frozenset[Role] = frozenset()
EVERY_ROLE = frozenset(Role)
WORKERS = frozenset({Role.WORKER, Role.MANAGER})
MANAGERS = frozenset({Role.MANAGER})
DESK = WORKERS | {Role.AUDITOR}
CARERS = frozenset({Role.CARER})
PERSONS = frozenset({Role.PERSON, Role.SUPPORTER})
SUPPORTERS = frozenset({Role.SUPPORTER})
BOTH_SIDES = CARERS | PERSONS


@dataclass(frozen=True)
class Access:
    """Who may open a page (GET) and who may change something through it (POST). ``public``: no need to sign in."""

    read: frozenset[Role] = NOBODY
    write: frozenset[Role] = NOBODY
    public: bool = False


PUBLIC = Access(read=EVERY_ROLE, write=EVERY_ROLE, public=True)
DESK_READS = Access(read=DESK)
WORKER_WRITES = Access(read=WORKERS, write=WORKERS)
"""Forms, which hold full names and numbers that an auditor does not see."""
WORKER_DOES = Access(write=WORKERS)
"""Something workers do with one button, and nothing to open."""
DESK_DOES = Access(read=WORKERS, write=WORKERS)
"""A page that is only there to do something: an auditor has no use for it."""
MANAGER_DOES = Access(read=MANAGERS, write=MANAGERS)
MANAGER_WRITES = Access(read=DESK, write=MANAGERS)
RECORD_READS = Access(read=MANAGERS | {Role.AUDITOR})
"""The record also holds what was taken off a profile: workers need what is there now."""
EVERYBODY_WRITES = Access(read=EVERY_ROLE, write=EVERY_ROLE)
EVERYBODY_DOES = Access(write=EVERY_ROLE)
"""Something everybody may do, and nothing to open."""
OWN_DESK_ACCOUNT = Access(read=DESK, write=DESK)
"""An auditor changes nothing of the scheme's, but how they themselves sign in is theirs."""
CARER_READS = Access(read=CARERS)
CARER_DOES = Access(write=CARERS)
CARER_WRITES = Access(read=CARERS, write=CARERS)
PERSON_READS = Access(read=PERSONS)
PERSON_WRITES = Access(read=PERSONS, write=PERSONS)
PERSON_DOES = Access(write=PERSONS)

ACCESS: Mapping[str, Access] = {
    # everybody
    "static": PUBLIC,
    "credits": PUBLIC,
    # scheme: front door, sign-in, own account
    "sign_in.front_door": PUBLIC,
    "sign_in.ask": PUBLIC,
    "sign_in.sent": PUBLIC,
    "sign_in.password": PUBLIC,
    "sign_in.link": PUBLIC,
    "sign_in.code": PUBLIC,
    "sign_in.recovery": PUBLIC,
    "sign_in.signed_out": PUBLIC,
    "sign_in.sign_out": EVERYBODY_DOES,
    "sign_in.stay": EVERYBODY_DOES,
    "sign_in.kept_form": EVERYBODY_WRITES,
    "own_account.front": EVERYBODY_WRITES,
    "own_account.password": EVERYBODY_WRITES,
    "own_account.second_step": OWN_DESK_ACCOUNT,
    "own_account.recovery_codes": OWN_DESK_ACCOUNT,
    "own_account.weekly_mail": WORKER_DOES,
    "scheme_desk.our_scheme": DESK_READS,
    "scheme_desk.numbers": DESK_READS,
    "scheme_desk.number": MANAGER_WRITES,
    "scheme_desk.record": RECORD_READS,
    "scheme_desk.job": DESK_READS,
    "scheme_desk.try_again": WORKER_DOES,
    # people: desk
    "people_desk.find": DESK_READS,
    "people_desk.enquiries": Access(read=WORKERS),
    "people_desk.enquiry": Access(read=WORKERS),
    "people_desk.take_up": WORKER_WRITES,
    "people_desk.not_now": WORKER_WRITES,
    "people_desk.read": DESK_READS,
    "people_desk.agreements": DESK_READS,
    "people_desk.record": RECORD_READS,
    "people_desk.add": WORKER_WRITES,
    "people_desk.edit": WORKER_WRITES,
    "people_desk.cards": Access(read=WORKERS),
    "people_desk.card": WORKER_WRITES,
    "people_desk.add_part": WORKER_WRITES,
    "people_desk.edit_part": WORKER_WRITES,
    "people_desk.remove_part": WORKER_DOES,
    "people_desk.placemat": DESK_READS,
    "people_desk.state": WORKER_WRITES,
    "people_desk.crisis": WORKER_WRITES,
    "people_desk.add_conversation": WORKER_WRITES,
    "people_desk.add_consent": WORKER_WRITES,
    "people_desk.withdraw_consent": WORKER_DOES,
    "people_desk.add_supporter": WORKER_WRITES,
    "people_desk.edit_supporter": WORKER_WRITES,
    "people_desk.end_supporter": WORKER_DOES,
    # people: for anybody
    "people_public.schemes": PUBLIC,
    "people_public.introduce": PUBLIC,
    "people_public.thanks": PUBLIC,
    # people: portal (whose pages: people.queries.own_person)
    "people_portal.front": PERSON_READS,
    "people_portal.home": PERSON_READS,
    "people_portal.who_looked": PERSON_READS,
    "people_portal.agreed": PERSON_READS,
    "people_portal.take_back": PERSON_DOES,
    "people_portal.read": PERSON_READS,
    "people_portal.placemat": PERSON_READS,
    "people_portal.edit": PERSON_WRITES,
    "people_portal.cards": PERSON_READS,
    "people_portal.card": PERSON_WRITES,
    "people_portal.add_part": PERSON_WRITES,
    "people_portal.edit_part": PERSON_WRITES,
    "people_portal.remove_part": PERSON_DOES,
    # carers: for anybody
    "carers_public.schemes": PUBLIC,
    "carers_public.share": PUBLIC,
    "carers_public.thanks": PUBLIC,
    # carers: desk, portal
    "carers_desk.index": DESK_READS,
    "carers_desk.would_share": Access(read=WORKERS),
    "carers_desk.one_who_would_share": Access(read=WORKERS),
    "carers_desk.begin_household_of": WORKER_WRITES,
    "carers_desk.not_with_us_now": WORKER_WRITES,
    "carers_desk.add": WORKER_WRITES,
    "carers_desk.read": DESK_READS,
    "carers_desk.record": RECORD_READS,
    "carers_desk.section": WORKER_WRITES,
    "carers_desk.cards": Access(read=WORKERS),
    "carers_desk.card": WORKER_WRITES,
    "carers_desk.confirm": WORKER_DOES,
    "carers_desk.conversation": WORKER_WRITES,
    "carers_desk.add_part": WORKER_WRITES,
    "carers_desk.part": WORKER_WRITES,
    "carers_desk.remove_part": WORKER_DOES,
    "carers_desk.invite": WORKER_WRITES,
    "carers_desk.add_photograph": WORKER_WRITES,
    "carers_desk.photograph_file": DESK_READS,
    "carers_desk.photograph": WORKER_WRITES,
    "carers_desk.remove_photograph": WORKER_DOES,
    "carers_portal.front": CARER_READS,
    "carers_portal.confirm": CARER_DOES,
    "carers_portal.spaces": CARER_WRITES,
    "carers_portal.profile": CARER_READS,
    "carers_portal.section": CARER_WRITES,
    "carers_portal.cards": CARER_READS,
    "carers_portal.card": CARER_WRITES,
    "carers_portal.add_part": CARER_WRITES,
    "carers_portal.part": CARER_WRITES,
    "carers_portal.remove_part": CARER_DOES,
    "carers_portal.photographs": CARER_WRITES,
    "carers_portal.photograph_file": CARER_READS,
    "carers_portal.photograph": CARER_WRITES,
    "carers_portal.remove_photograph": CARER_DOES,
    "carers_portal.who_looked": CARER_READS,
    # matching: desk, portal
    "matching_desk.households_for": DESK_READS,
    "matching_desk.how_firm": Access(read=DESK, write=WORKERS),
    "matching_desk.people_for": DESK_READS,
    "matching_desk.pair": DESK_READS,
    "matching_desk.why_not": DESK_READS,
    "matching_desk.suggestions": DESK_DOES,
    "matching_desk.weights": DESK_READS,
    "matching_desk.evidence": MANAGER_DOES,
    "matching_desk.how_it_goes": DESK_READS,
    "matching_desk.fairness": Access(read=MANAGERS | {Role.AUDITOR}),
    "matching_desk.change_weights": MANAGER_DOES,
    "matching_desk.spreadsheets": WORKER_WRITES,
    "matching_desk.spreadsheet": Access(read=WORKERS),
    "matching_desk.look_at_spreadsheet": WORKER_DOES,
    "matching_desk.take_in_spreadsheet": WORKER_DOES,
    "matching_desk.spreadsheet_questions": WORKER_WRITES,
    "matching_desk.spreadsheet_headers": WORKER_WRITES,
    "matching_desk.today": DESK_READS,
    "matching_desk.put_off": DESK_DOES,
    "matching_desk.fetch_back": WORKER_DOES,
    "matching_desk.all_arrangements": DESK_READS,
    "matching_desk.arrangement": DESK_READS,
    "matching_desk.proposed_because": DESK_READS,
    "matching_desk.record": RECORD_READS,
    "matching_desk.propose": DESK_DOES,
    "matching_desk.step": DESK_DOES,
    "matching_desk.plan": DESK_DOES,
    "matching_desk.pause": DESK_DOES,
    "matching_desk.notice": DESK_DOES,
    "matching_desk.take_notice_back": WORKER_DOES,
    "matching_desk.moving": DESK_DOES,
    "matching_desk.keep_in_touch": DESK_DOES,
    "matching_desk.reflection": DESK_DOES,
    "matching_desk.lessons": DESK_READS,
    "matching_desk.waive": MANAGER_DOES,
    "matching_desk.hold": DESK_DOES,
    "matching_desk.hold_person": DESK_DOES,
    "matching_desk.hold_household": DESK_DOES,
    "matching_desk.hold_in_full": DESK_DOES,
    "matching_desk.lift_hold": DESK_DOES,
    "matching_desk.visits": DESK_READS,
    "matching_desk.trial": DESK_READS,
    "matching_desk.trial_plan": DESK_DOES,
    "matching_desk.add_check_in": DESK_DOES,
    "matching_desk.check_in": DESK_DOES,
    "matching_desk.meet_to_decide": DESK_DOES,
    "matching_desk.meeting": DESK_DOES,
    "matching_desk.add_measure": DESK_DOES,
    "matching_desk.answer_measures": DESK_DOES,
    "matching_desk.leave_out_measure": WORKER_DOES,
    "matching_desk.plan_visit": DESK_DOES,
    "matching_desk.change_visit": DESK_DOES,
    "matching_desk.visit_happened": DESK_DOES,
    "matching_desk.call_off": DESK_DOES,
    "matching_desk.feeling": DESK_DOES,
    "matching_desk.talked_about": DESK_DOES,
    "matching_desk.visit_for_calendar": DESK_DOES,
    "matching_desk.answer": DESK_DOES,
    "matching_desk.answer_of_resident": DESK_DOES,
    "matching_desk.wish": DESK_DOES,
    "matching_desk.messages": DESK_DOES,
    "matching_desk.look_at_message": DESK_DOES,
    "matching_desk.settle_message": WORKER_DOES,
    "matching_desk.best_interests": DESK_DOES,
    "matching_desk.take_decision_back": WORKER_DOES,
    "matching_desk.check_essential": DESK_DOES,
    "matching_desk.book_stay": DESK_DOES,
    "matching_desk.call_off_stay": WORKER_DOES,
    "matching_desk.told": WORKER_DOES,
    "matching_desk.not_told": WORKER_DOES,
    "matching_desk.reopen": DESK_DOES,
    "matching_desk.keep_apart": DESK_DOES,
    "matching_desk.spoke_with": WORKER_DOES,
    "matching_desk.crisis_plan": DESK_DOES,
    "matching_desk.add_crisis_step": DESK_DOES,
    "matching_desk.crisis_step_done": WORKER_DOES,
    "matching_desk.close_crisis_plan": DESK_DOES,
    "matching_desk.risks": Access(read=WORKERS),
    "matching_desk.add_risk": DESK_DOES,
    "matching_desk.risk": DESK_DOES,
    "matching_desk.put_away_risk": WORKER_DOES,
    "matching_desk.workers": DESK_READS,
    "matching_desk.worker_of_person": DESK_DOES,
    "matching_desk.worker_of_household": DESK_DOES,
    "matching_desk.worker_of_arrangement": DESK_DOES,
    "matching_desk.handover": DESK_DOES,
    "matching_desk.call_off_handover": WORKER_DOES,
    "matching_desk.keep_person_apart": DESK_DOES,
    "matching_desk.keep_household_apart": DESK_DOES,
    "matching_desk.end_keep_apart": MANAGER_DOES,
    "calendar.own": Access(read=EVERY_ROLE - {Role.AUDITOR}, write=EVERY_ROLE - {Role.AUDITOR}),
    "calendar.feed": PUBLIC,  # by a secret in its address, as a link that signs in
    "matching_desk.costs": DESK_DOES,
    "matching_desk.fee_bands": DESK_READS,
    "matching_desk.change_fee_bands": MANAGER_DOES,
    "matching_desk.wordings": DESK_READS,
    "matching_desk.wording": MANAGER_WRITES,
    "matching_desk.agreement": DESK_READS,
    "matching_desk.agreed_details": DESK_DOES,
    "matching_desk.make_agreement": WORKER_DOES,
    "matching_desk.ask_to_sign": WORKER_DOES,
    "matching_desk.agreement_part": DESK_DOES,
    "matching_desk.paper": DESK_READS,
    "matching_desk.sign": DESK_DOES,
    "matching_desk.take_signature_off": WORKER_DOES,
    "matching_desk.signed_page": Access(read=WORKERS),
    "matching_desk.reviews": DESK_READS,
    "matching_desk.add_review": DESK_DOES,
    "matching_portal.my_reviews": PERSON_WRITES,
    "matching_portal.our_reviews": CARER_WRITES,
    "matching_portal.my_agreement": PERSON_WRITES,
    "matching_portal.our_agreement": CARER_WRITES,
    "matching_portal.my_earlier_agreement": PERSON_READS,
    "matching_portal.our_earlier_agreement": CARER_READS,
    "matching_portal.risks": PERSON_READS,
    "matching_portal.risk": PERSON_WRITES,
    "matching_portal.add_risk": PERSON_WRITES,
    "matching_portal.introductions": PERSON_READS,
    "matching_portal.household": PERSON_READS,
    "matching_portal.photograph": PERSON_READS,
    "matching_portal.answer_household": PERSON_WRITES,
    "matching_portal.take_back": PERSON_WRITES,
    "matching_portal.wishes": Access(read=BOTH_SIDES, write=BOTH_SIDES),
    "matching_portal.take_wish_back": Access(write=BOTH_SIDES),
    "matching_portal.messages_here": Access(read=BOTH_SIDES, write=BOTH_SIDES),
    "matching_portal.report_message": Access(write=BOTH_SIDES),
    "matching_portal.block_messages": Access(write=BOTH_SIDES),
    "matching_portal.unblock_messages": Access(write=BOTH_SIDES),
    "matching_portal.how_we_decided": Access(read=SUPPORTERS, write=SUPPORTERS),
    "matching_portal.how_we_decided_at_home": Access(read=SUPPORTERS, write=SUPPORTERS),
    "matching_portal.at_home": PERSON_READS,
    "matching_portal.answer_at_home": PERSON_WRITES,
    "matching_portal.my_visits": PERSON_READS,
    "matching_portal.day_for_me": PERSON_DOES,
    "matching_portal.what_happens_next": PERSON_READS,
    "matching_portal.add_my_measure": PERSON_WRITES,
    "matching_portal.my_measures": PERSON_WRITES,
    "matching_portal.leave_out_my_measure": PERSON_DOES,
    "matching_portal.felt": PERSON_WRITES,
    "matching_portal.visit_for_calendar": PERSON_READS,
    "matching_portal.looking_back": PERSON_READS,
    "matching_portal.my_reflection": PERSON_WRITES,
    "matching_portal.my_keeping_in_touch": PERSON_WRITES,
    "matching_portal.looking_back_at_home": CARER_READS,
    "matching_portal.our_reflection": CARER_WRITES,
    "matching_portal.our_keeping_in_touch": CARER_WRITES,
    "matching_portal.person": CARER_READS,
    "matching_portal.answer_person": CARER_WRITES,
    "matching_portal.take_back_answer": CARER_WRITES,
    "matching_portal.our_visits": CARER_READS,
    "matching_portal.day_for_us": CARER_DOES,
    "matching_portal.felt_by_household": CARER_WRITES,
    "matching_portal.visit_for_our_calendar": CARER_READS,
}


def set_up(app: Flask) -> None:
    """Check every request from here on: first who may, then whether a form was sent from a page of ours."""
    app.before_request(_check)
    app.jinja_env.globals.update(may=may, may_read=may_read)
    CSRFProtect(app)
    app.register_error_handler(CSRFError, _open_too_long)
    app.before_request(kept.sent_on)


def may_open(endpoint: str, method: str, role: Role | None) -> bool:
    """Whether somebody with this role (``None``: signed out) may send this request."""
    access = ACCESS.get(endpoint, Access())
    if access.public or role is None:
        return access.public
    return role in (access.read if method in SAFE_METHODS else access.write)


def may(endpoint: str) -> bool:
    """Whether whoever is signed in may do something there: pages show no button that would be refused."""
    account = signed_in()
    return may_open(endpoint, "POST", account.role if account else None)


def may_read(endpoint: str) -> bool:
    """Whether whoever is signed in may open a page: pages show no link that would be refused."""
    account = signed_in()
    return may_open(endpoint, "GET", account.role if account else None)


def _check() -> Any:
    if request.endpoint is None:
        return None  # there is no such page: Flask says so
    account = signed_in()
    if may_open(request.endpoint, request.method, account.role if account else None):
        return None
    if account:
        abort(403)
    wanted = request.full_path.rstrip("?") if request.method in SAFE_METHODS else _kept_for(kept.writer(request))
    return redirect(url_for("sign_in.ask", next=wanted))


def _open_too_long(_error: CSRFError) -> Any:
    """The page is too old, or from an earlier session. What its reader wrote is kept for them to send again."""
    account, writer = signed_in(), kept.writer(request)
    again = _kept_for(writer) if account and writer and account.id == writer.id else None
    return redirect(again) if again else (render_template("error_400.html", open_too_long=True), 400)


def _kept_for(writer: Account | None) -> str | None:
    """Where whoever wrote this carries on; nothing when they might not have sent it at all."""
    if writer is None or request.endpoint is None or not may_open(request.endpoint, request.method, writer.role):
        return None
    return kept.keep(writer, request)
