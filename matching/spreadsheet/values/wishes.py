"""What somebody would rather live with, or without."""

from matching.spreadsheet.cells import Cell, plain
from matching.spreadsheet.values.answers import answer_reader, says_not_known
from matching.spreadsheet.values.choices import CHILDREN_WISHES, PETS_WISHES, SMOKING, SMOKING_WISHES
from matching.spreadsheet.values.lists import Synonyms, look_up, synonyms
from matching.spreadsheet.values.meanings import must_not_proposals
from matching.spreadsheet.values.phrases import phrases
from matching.spreadsheet.values.reading import (
    NOT_KNOWN,
    Context,
    Fact,
    Misread,
    Proposal,
    Reader,
    Reading,
    known,
    misread,
)
from scheme.ways_of_living import ChildrenWish, LivingWith, Noise, PetsWish, Smoking, SmokingWish, YesNo

_WITH = synonyms(
    (
        LivingWith.ONE_WOMAN,
        (
            "one woman|single woman|a single woman|a lady|single lady|a woman|woman|woman on her own|female|female carer|a single lady|"
            "lady on her own|a lady on her own|single female|women only"
        ),
    ),
    (
        LivingWith.ONE_MAN,
        "one man|single man|a single man|a man|man|man on his own|male|male carer|single male|men only",
    ),
    (LivingWith.COUPLE, "couple|couples|older couple|an older couple|young couple|a married couple|married couple"),
    (
        LivingWith.FAMILY,
        "family|a family|families|family with kids|family with children|a family with kids|young family|family home",
    ),
    (
        LivingWith.OTHERS_SUPPORTED,
        (
            "others supported|other supported people|other people supported|others who get support|"
            "other people with learning disabilities|other people with a learning disability"
        ),
    ),
)
_NOISE = synonyms(
    (Noise.QUIET, "quiet|quiet house|a quiet house|quiet home|a quiet home|quiet household|peaceful home|calm home"),
    (Noise.LIVELY, "lively|lively house|a lively house|busy house|a busy house|lively home|busy home|noisy house"),
)
_CHILDREN = synonyms(
    (
        ChildrenWish.RATHER_NOT,
        "no children|no children please|no kids|no kids please|without children|no young children|not children|adults only",
    )
)
_OTHERS = frozenset({"other people like me", "people like me", "others like me", "other people", "others"})
EXPECTED_LIVING_WITH = "who they would rather live with, such as a couple, a family or a woman on her own"
_EXPECTED_SMOKING = "nobody, outside only, or indoors"


def living_with(cell: Cell, context: Context) -> Reading:
    """Who somebody would rather live with, and what else the cell says about the home: quiet, without children."""
    if says_not_known(cell):
        return NOT_KNOWN
    with_whom: list[object] = []
    facts: dict[str, Fact] = {}
    proposals: list[Proposal] = []
    missed: list[Misread] = []
    exact = True
    for phrase in phrases(cell.words, {**_WITH, **_NOISE}, either=True):
        wish = _one_wish(phrase)
        if wish is None:
            exact = False
            if plain(phrase) in _OTHERS:
                proposals.append(Proposal("living_with", phrase, (LivingWith.OTHERS_SUPPORTED.value,)))
            else:
                missed.append(Misread(phrase, EXPECTED_LIVING_WITH))
            continue
        fact, entry, sure = wish
        exact &= sure
        if fact == "living_with":
            with_whom.append(entry)
        else:
            facts[fact] = entry
        proposals += must_not_proposals(phrase) if fact == "children_wish" else []
    if with_whom:
        facts["living_with"] = tuple(dict.fromkeys(with_whom))
    return Reading(facts=facts, keep=not exact or not facts, proposals=tuple(proposals), misread=tuple(missed))


def _one_wish(phrase: str) -> tuple[str, object, bool] | None:
    """The fact, its value, and whether the phrase says nothing more."""
    for fact, table in (("children_wish", _CHILDREN), ("living_with", _WITH), ("noise", _NOISE)):
        found = look_up(phrase, table)
        if found.entry:
            return fact, found.entry, found.exact
    return None


def wish_reader(fact: str, table: Synonyms, yes: object, no: object) -> Reader:
    """A reader for "OK with …?": a plain yes or no, or the words of the list's own entries."""
    plainly = answer_reader(fact, yes, no)

    def read(cell: Cell, context: Context) -> Reading:
        read = plainly(cell, context)
        if read.facts or read.not_known or read.unclear_mark:
            return read
        found = look_up(cell.words, table)
        if found.entry:
            return known(**{fact: found.entry}).and_keep(not found.exact)
        proposals = must_not_proposals(cell.words)
        return Reading(keep=True, misread=read.misread, proposals=tuple(proposals))

    return read


pets_wish = wish_reader("pets_wish", PETS_WISHES, PetsWish.FINE, PetsWish.RATHER_NOT)
children_wish = wish_reader("children_wish", CHILDREN_WISHES, ChildrenWish.FINE, ChildrenWish.RATHER_NOT)
smoking_wish = wish_reader("smoking_wish", SMOKING_WISHES, SmokingWish.FINE, SmokingWish.SMOKE_FREE)


def smoking(cell: Cell, context: Context) -> Reading:
    """Where somebody smokes. A bare yes does not say where: the fact stays unknown, and the words are kept."""
    found = look_up(cell.words, SMOKING)
    if found.entry:
        return known(smoking=found.entry).and_keep(not found.exact)
    read = answer_reader("smoking", YesNo.YES, Smoking.NOBODY)(cell, context)
    if read.facts.get("smoking") is YesNo.YES:
        return misread(cell, _EXPECTED_SMOKING)
    return read
