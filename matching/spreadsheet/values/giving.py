"""What somebody brings, enjoys and would like a hand with; who helps; and how animals are with people."""

import re

from matching.spreadsheet.cells import Cell
from matching.spreadsheet.values.animals import pet_named
from matching.spreadsheet.values.answers import says_not_known
from matching.spreadsheet.values.lists import list_reader, look_up, synonyms
from matching.spreadsheet.values.phrases import phrases
from matching.spreadsheet.values.reading import NOT_KNOWN, Context, Misread, Proposal, Reading, known, misread
from scheme.ways_of_living import Contribution, HelpedBy, Helper, HelpWith, MustNot, PetTemper, PetTemperWish

_CONTRIBUTIONS = synonyms(
    (Contribution.COOKING, "cooking|baking|cook|bakes|cooks"),
    (Contribution.GARDEN, "gardening|garden|the garden|helping outside"),
    (Contribution.WALKS, "walks|walking|going for walks|a walk"),
    (Contribution.ANIMALS, "animals|dog walking|walking the dog|looking after the dog|pets"),
    (Contribution.MUSIC, "music|singing|playing music"),
    (Contribution.MAKING, "diy|mending|fixing things|making things|woodwork"),
    (Contribution.ART, "art|crafts|arts and crafts|painting|drawing|knitting|sewing"),
    (Contribution.GAMES, "games|board games|puzzles|jigsaws|cards|quizzes"),
    (Contribution.STORIES, "stories|a good chat|chatting|conversation|good company"),
    (Contribution.LAUGHTER, "humour|jokes|a sense of humour|laughing|making people laugh"),
    (Contribution.COMPANY, "company|companionship|being there"),
    (Contribution.READING, "reading|reading aloud"),
    (Contribution.SPORT, "sport|sports|football|keeping fit|exercise"),
    (Contribution.OUTINGS, "days out|trips|outings|trips out"),
    (Contribution.HOUSEWORK, "housework|helping at home|chores|cleaning|washing up|shopping"),
    (Contribution.SCREENS, "computers|phones|technology|it"),
)
_HELP = synonyms(
    (HelpWith.MONEY, "money|letters|bills|finances|budgeting|paperwork|forms"),
    (HelpWith.GETTING_OUT, "getting out|going out|getting about|travel|travel training|transport|community access"),
    (HelpWith.COOKING, "meals|meal preparation|cook|preparing meals"),
    (HelpWith.SHOPPING, "food shopping"),
    (HelpWith.LAUNDRY, "cleaning|laundry|washing clothes|housework|domestic tasks"),
    (HelpWith.WASHING, "personal care|washing|dressing|bathing|showering|shower"),
    (HelpWith.MOVING_ABOUT, "wheelchair|frame|hoist|mobility|moving and handling"),
    (HelpWith.APPOINTMENTS, "appointments|doctors|gp appointments|health appointments"),
    (HelpWith.PLANNING, "planning|routines|daily routine|timekeeping"),
    (HelpWith.HARD_DAYS, "worries|anxiety|hard days|bad days|emotional support|reassurance"),
    (HelpWith.FRIENDS, "friends|family contact|seeing friends|seeing family|friendships"),
    (HelpWith.WORK, "work|college|volunteering|a job|finding work|employment"),
    (HelpWith.SCREENS, "computers|phones|technology|it"),
    (HelpWith.BEING_A_PARENT, "parenting|being a parent|being a mum|being a dad"),
)
_WOMEN, _MEN = (
    "woman|a woman|women|female|females|lady|a lady|f|female carer",
    "man|a man|men|male|males|gentleman|m|male carer",
)
_ONLY = re.compile(r"\s*\bonly\b\s*")
_BOTH = "both|either|male and female|female and male|a man and a woman|a woman and a man|m and f|m/f|any"
_HELPED_BY = synonyms(
    (HelpedBy.WOMAN, _WOMEN),
    (HelpedBy.MAN, _MEN),
    (HelpedBy.EITHER, f"{_BOTH}|no preference|don't mind|doesn't mind|not bothered"),
    (HelpedBy.NOBODY, "none needed|not needed|no personal care|no help needed|independent"),
)
_HELPERS = synonyms((Helper.WOMAN, _WOMEN), (Helper.MAN, _MEN))
_WISHES = synonyms(
    (PetTemperWish.CALM_ONLY, "calm|calm only|only calm|calm ones|gentle|quiet pets|calm pets only|calm animals only"),
    (PetTemperWish.LIVELY_FINE, "lively fine|lively ok|lively ones ok|boisterous ok"),
    (PetTemperWish.NOISY_FINE, "noisy fine|noisy ok|any|any pets|all fine|no preference"),
)
_TEMPERS = synonyms(
    (PetTemper.CALM, "calm|gentle|quiet|placid|soft|friendly and calm|well behaved|elderly|old"),
    (PetTemper.SHY, "shy|nervous|timid|wary|shy with strangers|nervous of strangers"),
    (PetTemper.LIVELY, "lively|boisterous|bouncy|excitable|jumps up|energetic|playful"),
    (PetTemper.NOISY, "noisy|barks|barks a lot|loud|yappy"),
)

_MUST_NOT = {HelpedBy.WOMAN: MustNot.ONLY_MEN, HelpedBy.MAN: MustNot.ONLY_WOMEN}

EXPECTED_HELPED_BY = "a woman, a man, or either"
_EXPECTED_TEMPER = "calm, shy, lively or noisy, and which animal if there are several"
_EXPECTED_GIVING = "something to share from our list, such as cooking, walks or music"
_EXPECTED_HELP = "something to help with from our list, such as money, cooking or getting out"

contributes = list_reader("contributes", _CONTRIBUTIONS, _EXPECTED_GIVING)
would_enjoy = list_reader("would_enjoy", _CONTRIBUTIONS, _EXPECTED_GIVING)
help_with = list_reader("help_with", _HELP, _EXPECTED_HELP)
experienced_with = list_reader("experienced_with", _HELP, _EXPECTED_HELP)
pet_temper_wish = list_reader("pet_temper_wish", _WISHES, "only calm ones, lively ones, or any", single=True)
_helpers = list_reader("helpers", _HELPERS, EXPECTED_HELPED_BY)


def helpers(cell: Cell, context: Context) -> Reading:
    """Who in a household could help somebody wash and dress."""
    return known(helpers=tuple(Helper)) if _is_one_of(cell, _BOTH) else _helpers(cell, context)


def helped_by(cell: Cell, context: Context) -> Reading:
    """Who somebody would like to be helped by. "Only" may be a must-not, which a worker confirms."""
    if says_not_known(cell):
        return NOT_KNOWN
    found = look_up(_ONLY.sub(" ", cell.plain).strip(), _HELPED_BY).entry
    if not isinstance(found, HelpedBy):
        return misread(cell, EXPECTED_HELPED_BY)
    only = _ONLY.search(cell.plain) and found in _MUST_NOT
    proposals = [Proposal("must_nots", cell.words, (_MUST_NOT[found].value,))] if only else []
    return known(helped_by=found).and_keep(bool(only)).proposing(proposals)


def pet_tempers(cell: Cell, context: Context) -> Reading:
    """How each animal is: "dog lively, cat shy". Without a name it is how all of them are."""
    if says_not_known(cell):
        return NOT_KNOWN
    facts, missed = [], []
    for phrase in phrases(cell.words, _TEMPERS):
        temper = look_up(phrase, _TEMPERS).entry
        if temper:
            pet = pet_named(phrase)
            facts.append((pet.value if pet else "", temper.value))
        else:
            missed.append(Misread(phrase, _EXPECTED_TEMPER))
    return Reading({"pet_tempers": tuple(facts)} if facts else {}, keep=bool(missed), misread=tuple(missed))


def _is_one_of(cell: Cell, names: str) -> bool:
    return cell.plain.strip(" .") in names.split("|")
