"""Ways of fitting that are about what each side gives the other: what it brings and enjoys, and how it can help."""

from matching.compatibility import in_welsh, tables
from matching.compatibility.criterion import (
    Asks,
    Criterion,
    Says,
    Sentences,
    by_more_or_less,
    by_what_is_wanted,
    labels,
)
from matching.compatibility.home_readings import moves_into_a_household
from matching.compatibility.pairs import AnyParty
from matching.compatibility.profiles import PersonProfile
from matching.compatibility.readings import anyone, jointly, opinion
from matching.lifecycle import Stage
from scheme.ways_of_living import Contribution, HelpWith, SupportLevel


def the_person(mine: AnyParty, theirs: AnyParty) -> bool:
    """Whoever seeks support has a view, whosever home it is."""
    return isinstance(mine.profile, PersonProfile)


CONTRIBUTION_FITS = Criterion(
    name="contribution",
    title="What each brings",
    picture="wrapped-gift",
    card="You enjoy what each of you brings.",
    question="Would each enjoy what the other brings?",
    question_cy="Fyddai'r naill yn mwynhau'r hyn y mae'r llall yn ei gynnig?",
    shape=tables.CONTRIBUTION,
    wants=anyone("would_enjoy"),
    finds=anyone("contributes"),
    weight=3,
    source="Essex matches on skills; that both sides give, and the weight, are our judgement",
    told_from=Stage.PROPOSED,
    wording=labels(Contribution),
    wording_cy=in_welsh.CONTRIBUTIONS.__getitem__,
    says=Says(
        worker=Sentences(
            fits="One brings what the other would enjoy: {things}.",
            partly="One brings some of what the other would enjoy: {things}.",
            differs="Nothing that one brings has been mentioned as something the other would enjoy.",
            close="One would enjoy {mine}, the other brings {theirs}: {path}.",
        ),
        carer=Sentences(
            fits="They bring what you would enjoy: {things}.",
            partly="They bring some of what you would enjoy: {things}.",
            differs="We do not know yet of anything they bring that you would enjoy.",
            close="You would enjoy {mine} and they bring {theirs}: {path}.",
        ),
        carer_other=Sentences(
            fits="They would enjoy what you bring: {things}.",
            partly="They would enjoy some of what you bring: {things}.",
            differs="We do not know yet of anything you bring that they would enjoy.",
            close="You bring {mine} and they would enjoy {theirs}: {path}.",
        ),
        easy_read=Sentences(
            fits="You would enjoy what they bring: {things}.",
            partly="You would enjoy some of what they bring: {things}.",
            differs="We do not know yet what you would enjoy with them.",
            close="You would enjoy {mine}. They bring {theirs}. {Path}.",
        ),
        easy_read_other=Sentences(
            fits="They would love what you bring: {things}.",
            partly="They would love some of what you bring: {things}.",
            differs="We do not know yet what they would love from you.",
            close="You bring {mine}. They would enjoy {theirs}. {Path}.",
        ),
    ),
    asks=Asks(
        wants="What would you enjoy somebody sharing with you?",
        wants_cy="Beth fyddech chi'n hoffi i rywun ei rannu gyda chi?",
        finds="Do you like doing any of these: {things}?",
        finds_cy="Ydych chi'n hoffi gwneud unrhyw un o'r rhain: {things}?",
        unnamed="What do you like to do for others, or with them?",
        unnamed_cy="Beth ydych chi'n hoffi ei wneud i bobl eraill, neu gyda nhw?",
    ),
)

EXPERIENCE_FITS = Criterion(
    name="experience",
    title="Experience of helping",
    picture="star",
    card="They have helped somebody like this before.",
    question="Have they helped somebody with these things before?",
    question_cy="Ydyn nhw wedi helpu rhywun gyda'r pethau hyn o'r blaen?",
    shape=tables.HELP,
    wants=jointly("help_with", lambda party: opinion(getattr(party.profile, "help_with", ()))),
    finds=jointly("experienced_with", lambda party: opinion(getattr(party.profile, "experienced_with", ()))),
    weight=3,
    source="Essex matches on needs, skills, knowledge and experience; the weight is our judgement",
    told_from=Stage.INTRODUCTION,
    asked_of=the_person,
    wording=labels(HelpWith),
    wording_cy=in_welsh.HELP_WITH.__getitem__,
    says=Says(
        worker=Sentences(
            fits="The household has helped with this before: {things}.",
            partly="The household has helped with some of this before: {things}.",
            differs="The household has mentioned helping with other things.",
            close="A hand is wanted with {mine}, and the household has helped with {theirs}: {path}.",
        ),
        carer=Sentences(
            fits="They would like a hand with what you know: {things}.",
            partly="They would like a hand with some of what you know: {things}.",
            differs="They would like a hand with other things than you have helped with before.",
            close="You have helped with {mine} and they would like a hand with {theirs}: {path}.",
        ),
        easy_read=Sentences(
            fits="They know how to help with this: {things}.",
            partly="They know how to help with some of this: {things}.",
            differs="They have helped people with other things.",
            close="You want a hand with {mine}. They have helped with {theirs}. {Path}.",
        ),
    ),
    asks=Asks(
        wants="What would you like a hand with?",
        wants_cy="Gyda beth hoffech chi gael help llaw?",
        finds="Have you helped somebody with any of these: {things}?",
        finds_cy="Ydych chi wedi helpu rhywun gydag unrhyw un o'r rhain: {things}?",
        unnamed="What have you helped somebody with before?",
        unnamed_cy="Gyda beth ydych chi wedi helpu rhywun o'r blaen?",
    ),
)

HELPERS_FIT = Criterion(
    name="helpers",
    title="Who helps",
    picture="people-hugging",
    card="The right person helps you wash and dress.",
    question="Could whoever they prefer help them wash and dress?",
    question_cy="Allai'r person sydd orau ganddyn nhw eu helpu i ymolchi a gwisgo?",
    shape=tables.HELPED_BY,
    wants=jointly("helped_by", lambda party: getattr(party.profile, "helped_by", None)),
    finds=jointly("helpers", lambda party: getattr(party.profile, "helpers", frozenset())),
    weight=2,
    source="Our judgement; no published scheme list we found names it",
    told_from=Stage.TRIAL,
    asked_of=moves_into_a_household,
    says=Says(
        told_by=by_what_is_wanted,
        worker=Sentences(
            fits={
                "woman": "Whoever they prefer could help them wash and dress.",
                "man": "Whoever they prefer could help them wash and dress.",
                "either": "Whoever they prefer could help them wash and dress.",
                "nobody": "They need no help to wash and dress.",
            },
            partly="Who would help them wash and dress needs talking about.",
            differs="Nobody they would choose to help them wash and dress lives there.",
        ),
        carer=Sentences(
            fits={
                "woman": "They are happy with who could help them at home.",
                "man": "They are happy with who could help them at home.",
                "either": "They are happy with who could help them at home.",
                "nobody": "They need no help to wash and dress.",
            },
            partly="You would want to talk with them about who helps with washing and dressing.",
            differs="They would choose somebody else to help them wash and dress.",
        ),
        easy_read=Sentences(
            fits={
                "woman": "You are happy with who could help you there.",
                "man": "You are happy with who could help you there.",
                "either": "You are happy with who could help you there.",
                "nobody": "You need no help to wash and dress.",
            },
            partly="You would talk with them about who helps you wash.",
            differs="The helper you would choose does not live there.",
        ),
    ),
    asks=Asks(
        wants="Who would you like to help you wash and dress?",
        wants_cy="Pwy hoffech chi i'ch helpu i ymolchi a gwisgo?",
        finds="Who could help somebody wash and dress?",
        finds_cy="Pwy allai helpu rhywun i ymolchi a gwisgo?",
    ),
)

SUPPORT_LEVEL_FITS = Criterion(
    name="support_level",
    title="How much support",
    picture="help-others",
    card="You agree how much help there is each day.",
    question="Is the support asked for what the household feels able to give?",
    question_cy="Ydy'r aelwyd yn teimlo y gall roi'r gefnogaeth y gofynnir amdani?",
    shape=tables.SUPPORT_LEVEL,
    wants=jointly("support_level", lambda party: party.support),
    finds=jointly("support_level", lambda party: party.support),
    weight=4,
    source="Essex matches on needs, skills and experience; the weight is our judgement",
    told_from=Stage.INTRODUCTION,
    says=Says(
        told_by=by_more_or_less([SupportLevel.LOW, SupportLevel.MEDIUM, SupportLevel.HIGH]),
        worker=Sentences(
            fits="The household feels able to give the support a usual day asks for.",
            partly="The support asked for is a step away from what the household feels able to give.",
            differs="The support asked for is far from what the household feels able to give.",
        ),
        carer=Sentences(
            fits="You feel able to give the support they need on a usual day.",
            partly={
                "more": "They need a little more support than you feel able to give.",
                "less": "They need a little less support than you had in mind.",
            },
            differs={
                "more": "They need much more support than you feel able to give.",
                "less": "They need much less support than you had in mind.",
            },
        ),
        easy_read=Sentences(
            fits="They feel able to give the support you need.",
            partly={
                "more": "They had a little more support in mind.",
                "less": "You need a little more support than they feel able to give.",
            },
            differs={
                "more": "They had much more support in mind.",
                "less": "You need much more support than they feel able to give.",
            },
        ),
    ),
    asks=Asks(
        wants="How much support does a usual day ask for?",
        wants_cy="Faint o gefnogaeth sydd ei hangen ar ddiwrnod arferol?",
        finds="How much support do you feel able to give?",
        finds_cy="Faint o gefnogaeth ydych chi'n teimlo y gallwch chi ei rhoi?",
    ),
)
