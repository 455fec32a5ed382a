"""The parts agreements are made of, as they begin: in plain words and in Easy Read side by side.

These words are a starting point written for Alongside. They are not legal advice: every scheme changes them on its own page and
has them checked by its own advisers. The Easy Read words speak to the person, one idea a line.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matching.agreements.filling import Said
from matching.agreements.kinds import AgreementKind

ARRANGEMENT, LICENCE, HOMESHARE, FOR_NOW = AgreementKind
EVERY_KIND = frozenset(AgreementKind)


@dataclass(frozen=True)
class Part:
    """One part: in which kinds of agreement it stands, its picture, and the words it begins with."""

    name: str
    title: str
    picture: str
    kinds: frozenset[AgreementKind]
    words: Said
    only_with: str | None = None
    """A fact without which the part is left out."""
    why: str = ""
    """What it is for, for whoever changes it."""


PARTS: tuple[Part, ...] = (
    Part("who", "Who agrees", "handshake", EVERY_KIND, Said(
        "This agreement is between {person}; {household}; and {scheme}. It says what we have agreed, so that nobody has to carry "
        "it in their head. Nobody becomes anybody’s employee by it.",
        "This paper says what we agree.\nIt is for {person}.\nIt is for {household}.\nIt is for {scheme}.",
    ), why="Everybody who signs. In Wales the person is a party wherever that can be (SI (W) 2019/163 reg 12)."),
    Part("home", "The home", "house-with-garden", frozenset({ARRANGEMENT, FOR_NOW}), Said(
        "It is an ordinary home: {home}. While {person} is there, the rooms that everybody uses are {person}’s to use as well.",
        "The home is at: {home}.\nThe kitchen is for you too.\nThe living room is for you too.",
    )),
    Part("persons_home", "The home", "house-with-garden", frozenset({HOMESHARE}), Said(
        "{person}’s home becomes home to {household} as well: {home}. It stays {person}’s, and {person} decides what happens in it.",
        "This is your home: {home}.\nYou share it with {household}.\nIt stays your home. You decide.",
    )),
    Part("room", "The room", "bed", frozenset({ARRANGEMENT, HOMESHARE, FOR_NOW}), Said(
        "The room is: {room}. It is private. Others knock and wait, and come in uninvited only if somebody may be hurt.",
        "This is the room: {room}.\nIt is private.\nPeople knock and wait.",
    ), only_with="room", why="Agreements in Wales name the room (SI (W) 2019/163 reg 12)."),
    Part("licence", "A licence for one year", "key", frozenset({LICENCE}), Said(
        "This is {person}’s licence to live in the home, and to have their own key to it. A licence is a permission and not a "
        "tenancy: {person} shares the home with the people whose home it is. It is looked at together and made new every year.",
        "This paper is also your licence.\nA licence says that you may live here.\nYou may have your own key.\n"
        "We make a new one with you every year.",
    ), why="The licence is renewed yearly: guidance for schemes."),
    Part("living_together", "What we agreed with each other", "people-holding-hands", EVERY_KIND, Said(
        "{plan}", "{plan}",
    ), only_with="plan", why="Comes from the plan on the arrangement’s page, word for word. It is changed there."),
    Part("support", "Support", "people-hugging", frozenset({ARRANGEMENT}), Said(
        "From {household} comes the support that {person} asked for and that we talked over together. When {person}’s life changes the "
        "support changes with it. {scheme} stands by both, and answers when either side rings.",
        "You get help from {household}.\nIt is help with what you asked for.\nYou can ask for more help or for less.\n{scheme} helps both of you.",
    )),
    Part("company", "Company and help at home", "two-hearts", frozenset({HOMESHARE}), Said(
        "From {household} come company and help around the home, about ten hours a week, and somebody in the home at night apart from "
        "the nights away we agreed. It is a friendly exchange and not a job. Personal care is never part of it.",
        "You get company and help from {household}.\nIt is about ten hours a week.\nSomebody sleeps in your home at night.\n"
        "They do not help you to wash or dress.",
    ), why="About ten hours a week and no personal care: homeshare practice."),
    Part("money", "What it costs", "envelope", EVERY_KIND, Said(
        "{costs}\nNobody is asked for more than this. If an amount is to change, everybody hears of it first and signs again.",
        "{costs}\nNobody may ask you for more.\nWe tell you before it changes.",
    ), only_with="costs", why="Comes from the page about money. Agreements in Wales name the fees and who pays them."),
    Part("for_now", "Only for now", "hourglass-not-done", frozenset({FOR_NOW}), Said(
        "{person} stays until {until}, or less long if something better is found. Nobody plans for the long term during a crisis: "
        "before that day we look together at what comes next.",
        "You can stay until {until}.\nYou can leave before then.\nWe talk with you about what comes next.",
    )),
    Part("reviews", "How is it going?", "speech-balloon", frozenset({ARRANGEMENT, HOMESHARE}), Said(
        "We look together at how it is going {reviews}. Anybody may ask for that at any other time, and says what is better, what "
        "is worse, and what is no different.",
        "We meet and ask: how is it going?\nWe do this {reviews}.\nYou can ask for it at any time.",
    ), why="Once in the first year, then within a year of the last: SR (NI) 2007/221 reg 13, SI (W) 2019/163."),
    Part("ending", "If it comes to an end", "waving-hand", EVERY_KIND, Said(
        "Either side may end this at any time, without anybody being to blame. Each gives the other {notice} in writing, or less "
        "when everybody agrees. {scheme} then helps {person} to find what comes next.",
        "You can say: I want to stop.\nThey can say it too.\nYou tell each other {notice} before.\nWe help you find what comes next.",
    )),
    Part("talk", "Who to talk to", "telephone-receiver", EVERY_KIND, Said(
        "{worker} of {scheme} is the one to talk to: {contact}. Anybody who is worried about somebody’s safety says so at once. In an "
        "emergency ring 999.",
        "You can always talk to {worker}.\n{contact}\nAre you hurt or afraid? Tell somebody at once.\nIn danger, ring 999.",
    )),
    Part("independent", "Somebody independent", "ear", frozenset({ARRANGEMENT, HOMESHARE, FOR_NOW}), Said(
        "Somebody who belongs to neither side, and whom both may turn to: {independent}.",
        "Somebody from outside will listen to you too.\nThis is: {independent}.",
    ), only_with="independent", why="Agreements in Wales name an independent interested person (SI (W) 2019/163 reg 12)."),
    Part("changes", "If something changes", "pencil", EVERY_KIND, Said(
        "If anything here changes it is written again, and everybody is asked again. What was agreed before is kept. Everybody has a "
        "copy.",
        "If something changes, we write it again.\nThen we ask you again.\nYou have a copy of this.",
    )),
    Part("our_own", "What our scheme adds", "information", EVERY_KIND, Said("", ""),
         why="Empty until your scheme writes something here; empty it is left out."),
)  # fmt: skip

BY_NAME: Mapping[str, Part] = {part.name: part for part in PARTS}

REQUIRED: Mapping[AgreementKind, tuple[str, ...]] = {
    ARRANGEMENT: ("plan", "costs"),
    LICENCE: ("room",),
    HOMESHARE: ("plan", "costs", "room"),
    FOR_NOW: (),
}
"""Facts without which nobody is asked to sign. Staying for now is never held up by what is not written down yet."""


def parts_of(kinds: Sequence[AgreementKind]) -> list[Part]:
    """The parts of these kinds together, in order, each once."""
    return [part for part in PARTS if part.kinds & set(kinds)]


def title_of(kinds: Sequence[str]) -> str:
    """``Arrangement agreement, and licence to live in the home``, of kinds by their values."""
    first, *rest = [kind.label for kind in AgreementKind if kind in kinds] or ["Agreement"]
    return ", and ".join([first, *(label[0].lower() + label[1:] for label in rest)])
