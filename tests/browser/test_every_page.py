"""Every page of the demo, as each of its accounts finds it by following links, in a real browser at the width of a phone.

On each: it opens, axe finds nothing (WCAG 2.2 A and AA), nothing is blocked or complained about, and nothing has to be
pushed sideways. Pages that differ only in whose they are count as one.
"""

from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from werkzeug.exceptions import HTTPException

from matching.demo.accounts import HOMESHARE, PASSWORD, SHARED_LIVES, Way
from matching.lifecycle import Stage
from scheme.access import may_open
from scheme.models import Role
from tests.browser.axe import Axe
from tests.browser.reader import Reader
from tests.ground.browser import LiveServer

AS_OFTEN = {
    "matching_desk.all_arrangements ?stage": len(Stage),
    "matching_desk.arrangement": 7,
    "matching_desk.pair": 2,
    "matching_portal.household": 3,
}
"""Pages that look different at every stage are visited more than once (our judgement: enough to meet every stage)."""

ALSO = {
    Role.WORKER: ("/desk/people/?q=Josie", *(f"/desk/arrangements?stage={stage.value}" for stage in Stage)),
    Role.MANAGER: ("/desk/arrangements?stage=trial",),
}
"""What somebody types or chooses in a filter before following links: Josie has something of everything."""

WORDED = {"matching_desk.put_off"}
"""Pages on which the word in their address only chooses a sentence."""

IN_FULL = {"worker@example.org", "carer@example.org", "person@example.org"}
"""Whose walk opens every section's form; the others' pages are the same with more or fewer buttons."""

COMES_BY = {
    "trial@example.org": (
        "matching_portal.what_happens_next",
        "matching_portal.my_measures",
        "matching_portal.add_my_measure",
        "matching_portal.my_agreement",
        "matching_portal.my_reviews",
    ),
    "settled@example.org": (
        "matching_portal.what_happens_next",
        "matching_portal.my_agreement",
        "matching_portal.my_reviews",
    ),
    "living.carer@example.org": (
        "matching_portal.person",
        "matching_portal.our_agreement",
        "matching_portal.our_reviews",
    ),
}
"""Whose walk keeps to living together, and the pages it must come by: the rest looks as it does for others of their role."""

NOT_BY_LINKS = {
    "static": "not a page",
    "carers_desk.photograph_file": "a picture on a page",
    "carers_portal.photograph_file": "a picture on a page",
    "matching_desk.visit_for_calendar": "a file",
    "matching_portal.visit_for_calendar": "a file",
    "matching_portal.visit_for_our_calendar": "a file",
    "calendar.feed": "a file, at a secret address",
    "matching_portal.photograph": "a picture on a page",
    "matching_desk.signed_page": "a file",
    "sign_in.ask": "only while signed out: visited apart",
    "people_public.schemes": "only while signed out: visited apart",
    **dict.fromkeys(
        ("carers_public.schemes", "carers_public.share", "carers_public.thanks"),
        "for anybody, signed in or not: visited apart",
    ),
    **dict.fromkeys(
        ("people_public.schemes", "people_public.introduce", "people_public.thanks"),
        "for anybody, signed in or not: visited apart",
    ),
    "sign_in.sent": "only while signed out: visited apart",
    "sign_in.password": "only while signed out: visited apart",
    "sign_in.signed_out": "only while signed out: visited apart",
    "sign_in.link": "from an email: in the story of the main job",
    "sign_in.code": "between the two steps of signing in",
    "sign_in.recovery": "between the two steps of signing in",
    "sign_in.kept_form": "after a session ended while somebody wrote: in a story of its own",
    "matching_desk.spreadsheet": "once a spreadsheet was brought: in the story of the main job",
    "scheme_desk.job": "while something is worked out: in a story of its own",
    "matching_desk.spreadsheet_questions": "once a spreadsheet was brought: in the story of the main job",
}
"""Pages that no link of the demo leads to, and why."""

NOT_EVERYWHERE = {
    "matching_desk.wish": "for the worker of somebody who would like to meet somebody",
    "own_account.recovery_codes": "for whoever is asked for a number from an app",
    "matching_desk.check_essential": "while an essential is not known",
    "carers_desk.invite": "for a carer without an account",
    "carers_portal.photograph": "for a household with a photograph",
    "carers_desk.photograph": "for a household with a photograph",
    "matching_desk.answer_of_resident": "where somebody lives in the home already through an arrangement",
    "matching_desk.look_at_message": "for a message that was reported",
    "matching_portal.at_home": "where somebody may come to the home one lives in",
    "matching_portal.how_we_decided": "for a supporter, once there is an answer",
    "matching_portal.how_we_decided_at_home": "for a supporter of somebody who lives there, once there is an answer",
    "matching_desk.feeling": "after a visit nobody has told about",
    "matching_desk.notice": "from a trial on",
    "matching_desk.trial_plan": "while something goes on",
    "matching_desk.add_check_in": "while something goes on",
    "matching_desk.check_in": "once it is tried out",
    "matching_desk.meet_to_decide": "while something goes on",
    "matching_desk.meeting": "once a meeting is planned",
    "matching_desk.add_measure": "while something goes on",
    "matching_desk.answer_measures": "once somebody said what makes it home",
    "matching_portal.what_happens_next": "once it is tried out",
    "matching_portal.my_measures": "once it is tried out",
    "matching_portal.add_my_measure": "once it is tried out",
    "carers_desk.one_who_would_share": "once somebody wrote that they would share their home",
    "carers_desk.begin_household_of": "while nobody has answered",
    "carers_desk.not_with_us_now": "while nobody has answered",
    "people_desk.enquiry": "once somebody was introduced",
    "people_desk.take_up": "while nobody has answered",
    "people_desk.not_now": "while nobody has answered",
    "matching_desk.moving": "between notice and the moving day",
    "matching_desk.keep_in_touch": "after an ending",
    "matching_desk.reflection": "after an ending",
    "matching_portal.looking_back": "after an ending",
    "matching_portal.my_reflection": "after an ending",
    "matching_portal.my_keeping_in_touch": "after an ending",
    "matching_portal.looking_back_at_home": "after an ending",
    "matching_portal.our_reflection": "after an ending",
    "matching_portal.our_keeping_in_touch": "after an ending",
    "matching_desk.agreement": "from a trial on",
    "matching_desk.agreement_part": "while an agreement is a draft",
    "matching_desk.paper": "once everybody was asked to sign",
    "matching_desk.sign": "while somebody has still to sign",
    "matching_desk.agreed_details": "from a trial on",
    "matching_desk.reviews": "from a trial on",
    "matching_desk.add_review": "from a trial on",
    "matching_portal.my_reviews": "from a trial on",
    "matching_portal.our_reviews": "from a trial on",
    "matching_portal.my_earlier_agreement": "once somebody signed a paper and then another",
    "matching_portal.our_earlier_agreement": "once somebody signed a paper and then another",
    "matching_portal.my_agreement": "once everybody was asked to sign",
    "matching_portal.our_agreement": "once everybody was asked to sign",
    "matching_desk.why_not": "for a pair that is ruled out",
    "matching_desk.how_firm": "for somebody with households to choose from",
    "matching_desk.plan_visit": "once introductions have started",
    "matching_desk.change_visit": "while a visit is planned",
    "matching_desk.call_off": "while a visit is planned",
    "matching_desk.talked_about": "after a visit that did not feel good to somebody",
    "matching_desk.book_stay": "for short breaks and days, from the first on",
    "matching_desk.reopen": "for a pair that did not go ahead",
    "matching_desk.add_crisis_step": "with a plan for now",
    "matching_desk.close_crisis_plan": "with a plan for now",
    "matching_desk.crisis_plan": "in a crisis",
    "matching_desk.risk": "for somebody with a risk written down",
    "matching_portal.risk": "for somebody with a risk of their own written down",
    "matching_portal.risks": "for somebody with a risk of their own written down",
    "matching_desk.hold_in_full": "for those who may know what a hold is about",
    "matching_desk.lift_hold": "for those who may know what a hold is about",
    "matching_desk.handover": "while a change of worker is under way",
    "matching_desk.end_keep_apart": "for two who are kept apart",
    "matching_desk.propose": "for a pair that nothing stands in the way of",
    "people_desk.edit_supporter": "for a person with a supporter",
    "matching_portal.my_visits": "once a visit is planned",
    "matching_portal.our_visits": "once a visit is planned",
    "matching_portal.felt": "after a visit",
    "matching_portal.felt_by_household": "after a visit",
    "matching_portal.introductions": "with more than one introduction",
    "people_portal.read": "with authority that holds",
}
"""Pages that are there for some people only: a walk need not come by. Most of them the worker's walk meets."""


@dataclass
class Walk:
    """A walk over one account's pages, breadth first."""

    reader: Reader
    axe: Axe
    app: Flask
    in_full: bool
    only: str
    """What its endpoints begin with, beside where it begins."""
    waiting: list[str]
    seen: set[str] = field(default_factory=set)
    visited: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def go(self) -> "Walk":
        """Open everything that can be reached."""
        while self.waiting:
            path = self.waiting.pop(0)
            kind = self.kind_of(path)
            if kind is None or path in self.seen or self.visited[kind] >= self.as_often(kind):
                continue
            self.seen.add(path)
            self.visited[kind] += 1
            self.look_at(path)
        return self

    def kind_of(self, path: str) -> str | None:
        """The endpoint with its words (a section's name, a stage), without anybody's id. A number is one for all kinds."""
        parts = urlsplit(path)
        try:
            endpoint, values = self.app.url_map.bind("x").match(parts.path)
        except HTTPException:
            return None
        if endpoint in NOT_BY_LINKS or not (path == "/" or endpoint.startswith(self.only)):
            return None
        chosen = () if endpoint in WORDED else values.values()
        words = [str(value).partition(".")[0] for value in chosen if isinstance(value, str)]
        asked = "".join(f"?{name}" for name in sorted(parse_qs(parts.query)))
        return " ".join([str(endpoint), *words, asked]).strip() if self.in_full else str(endpoint)

    def as_often(self, kind: str) -> int:
        """How many pages of one kind are looked at."""
        return AS_OFTEN.get(kind, 1) if self.in_full else 1

    def look_at(self, path: str) -> None:
        """Open one page, put down what is wrong with it, and note where it leads."""
        answer = self.reader.page.goto(path)
        if answer is None or answer.status != 200:
            self.wrong.append(f"{path}: {answer.status if answer else 'no answer'}")
            return
        self.wrong += [f"{path}: {problem}" for problem in problems_of(self.reader, self.axe)]
        links = self.reader.page.locator("a[href^='/']").evaluate_all(
            "links => links.map(link => link.getAttribute('href').split('#')[0])"
        )
        self.waiting += {self.kind_of(link): link for link in reversed(links)}.values()

    @property
    def endpoints(self) -> set[str]:
        """The endpoints visited."""
        return {kind.split()[0] for kind in self.visited}


def problems_of(reader: Reader, axe: Axe) -> list[str]:
    """What axe, the browser and a narrow window have to say about the page that is open."""
    problems = axe.finds(reader.page)
    problems += [f"the browser: {complaint}" for complaint in reader.complaints]
    reader.complaints.clear()
    if reader.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        problems.append("has to be pushed sideways at 320 px")
    return problems


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("way", [*SHARED_LIVES, *HOMESHARE], ids=lambda way: way.email.split("@")[0])
def test_every_page_an_account_can_reach(way: Way, demo_server: LiveServer, phone: Reader, axe: Axe) -> None:
    axe.comes_along(phone.page.context)
    only = "matching_portal." if way.email in COMES_BY else ""
    phone.sign_in_with(way.email, PASSWORD)
    walk = Walk(phone, axe, demo_server.app, way.email in IN_FULL, only, start(way.role))
    walk.go()
    there = {endpoint for endpoint in readable(demo_server.app, way.role) if endpoint.startswith(only)}
    missed = there - walk.endpoints - NOT_BY_LINKS.keys()
    print(
        f"{way.email}: {sum(walk.visited.values())} pages of {len(walk.endpoints)} endpoints; not reached: {sorted(missed)}"
    )
    assert walk.wrong == []
    assert missed - NOT_EVERYWHERE.keys() == set(), "pages that nobody comes to by following links"
    assert missed.isdisjoint(COMES_BY.get(way.email, ())), "pages of living together that nobody comes to"


def start(role: Role) -> list[str]:
    """Where a walk begins."""
    return [*ALSO.get(role, ()), "/"]


def readable(app: Flask, role: Role | None) -> set[str]:
    """Every endpoint this role may open."""
    opens = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    return {endpoint for endpoint in opens if may_open(endpoint, "GET", role)}


OURS = "/introduce/lune-valley-shared-lives-invented"
BEFORE_SIGNING_IN = (
    *("/sign-in", "/sign-in/sent", "/sign-in/password", "/sign-in/link/nobodys", "/signed-out", "/credits"),
    *("/introduce", OURS, f"{OURS}?they=not-yet", f"{OURS}?they=agrees", f"{OURS}?they=myself", f"{OURS}/thanks"),
)


@pytest.mark.timeout(600)
def test_every_page_before_signing_in(phone: Reader, axe: Axe) -> None:
    axe.comes_along(phone.page.context)
    wrong = {}
    for path in BEFORE_SIGNING_IN:
        wrong[path] = problems_of(phone.open(path), axe)
    phone.page.goto("/nowhere")
    wrong["/nowhere"] = [problem for problem in problems_of(phone, axe) if "404" not in problem]
    assert {path: problems for path, problems in wrong.items() if problems} == {}
