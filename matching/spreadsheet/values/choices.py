"""What schemes write for the entries of our closed lists."""

from matching.spreadsheet.cells import Cell
from matching.spreadsheet.values.answers import says_not_known
from matching.spreadsheet.values.lists import find_all, list_reader, synonyms, unique
from matching.spreadsheet.values.reading import NOT_KNOWN, Context, Fact, Misread, Reading
from scheme.kinds import ArrangementKind
from scheme.ways_of_living import (
    ChildrenWish,
    Communication,
    Faith,
    Food,
    Language,
    PetsWish,
    Setting,
    Smoking,
    SmokingWish,
    SupportLevel,
)
from scheme.words import Words

KINDS = synonyms(
    (
        ArrangementKind.LIVE_IN,
        (
            "live in|livein|live-in|living in|l/t|long term|long-term|longterm|lt|full time|full-time|permanent|"
            "live in long term|long term live in|long term placement|long term home|a home|shared lives long term|residential"
        ),
    ),
    (
        ArrangementKind.SHORT_BREAK,
        (
            "short breaks|short-break|short-breaks|shortbreak|shortbreaks|sb|s/b|respite|respite care|respite breaks|overnights|"
            "overnight respite|overnight stays|breaks|short stay|short stays|weekends|holiday breaks"
        ),
    ),
    (
        ArrangementKind.DAY_SUPPORT,
        (
            "day|days|day support|day-support|day care|daycare|daytime|day time|day time support|daytime support|"
            "day service|day services|day opportunities|sessional|sessions|outreach"
        ),
    ),
    (ArrangementKind.KINSHIP, "kinship|kinship support|kinship care|own home|in own home"),
    (
        ArrangementKind.EMERGENCY,
        (
            "emergency|emergencies|emerg|emergency placement|emergency placements|interim|crisis|urgent|emergency respite|"
            "short notice|emergency bed"
        ),
    ),
    (
        ArrangementKind.HOME_FROM_HOSPITAL,
        "home from hospital|hospital discharge|discharge|step down|step-down|hfh|after hospital|reablement",
    ),
    (ArrangementKind.HOMESHARE, "homeshare|home share|home-share|homesharing|home sharing"),
)

LANGUAGES = synonyms(
    (Language.ENGLISH, "eng|saesneg"),
    (Language.WELSH, "cymraeg|cymraes|first language welsh"),
    (Language.POLISH, "polski"),
    (Language.PUNJABI, "panjabi"),
    (Language.URDU, ""),
    (Language.GUJARATI, "gujerati|gujrati"),
    (Language.BENGALI, "bangla|sylheti"),
    (Language.HINDI, ""),
    (Language.ARABIC, ""),
    (Language.ROMANIAN, ""),
    (Language.PORTUGUESE, ""),
    (Language.SPANISH, ""),
    (Language.FRENCH, ""),
    (Language.ITALIAN, ""),
    (Language.TAMIL, ""),
    (Language.TURKISH, ""),
    (Language.SOMALI, ""),
    (Language.CHINESE, "chinese|mandarin|cantonese"),
    (Language.UKRAINIAN, ""),
    (Language.SCOTTISH_GAELIC, "gaelic|scots gaelic|gàidhlig"),
    (Language.IRISH, "irish gaelic|gaeilge"),
)

COMMUNICATION = synonyms(
    (Communication.SPEECH, "speech|verbal|talks|speaks|speaking|spoken"),
    (Communication.MAKATON, "makaton signs|makaton signing|signs makaton|signalong"),
    (Communication.BSL, "bsl|british sign|sign language|signing"),
    (Communication.PICTURES, "pictures|symbols|pecs|picture cards|photos|widgit|talking mats"),
    (Communication.WRITING, "writing|text|texts|writes things down|written|lip reading and writing"),
    (Communication.DEVICE, "aac|ipad|tablet|communication aid|talker|lightwriter|voice output device"),
    (
        Communication.GESTURE,
        "gesture|gestures|facial expressions|body language|pointing|touch|eye pointing|non verbal|non-verbal",
    ),
    (Communication.EASY_READ, "easyread|easy-read"),
)

FAITHS = synonyms(
    (Faith.CHURCH_OF_ENGLAND, "c of e|cofe|coe|c.of.e|c/e|ce|anglican|c of england"),
    (Faith.CATHOLIC, "roman catholic|rc|r.c.|catholic church|going to mass|mass"),
    (Faith.METHODIST, "methodist church|methodism"),
    (Faith.CHAPEL, "going to chapel|chapel goer|capel"),
    (
        Faith.OTHER_CHRISTIAN,
        (
            "baptist|urc|united reformed|quaker|pentecostal|salvation army|orthodox|jehovah's witness|jehovahs witness|"
            "evangelical|presbyterian|church of scotland|church in wales|mormon|seventh day adventist|greek orthodox"
        ),
    ),
    (Faith.MUSLIM, "islam|islamic|moslem|sunni|shia|mosque|going to mosque"),
    (Faith.HINDU, "hinduism|mandir"),
    (Faith.SIKH, "sikhism|gurdwara"),
    (Faith.JEWISH, "judaism|jew|synagogue"),
    (Faith.BUDDHIST, "buddhism"),
    (Faith.OTHER, "pagan|wiccan|humanist|spiritualist|rastafarian|rasta|bahai|jain"),
    (Faith.NO_FAITH, "none|no|nil|no religion|not religious|atheist|agnostic|no faith|n|no belief|non religious"),
)

FOODS = synonyms(
    (Food.HALAL, "halal food|halal meat|halal only|halal diet|muslim diet"),
    (Food.KOSHER, "kosher food"),
    (Food.VEGETARIAN, "veggie|veg|vegetarian food|vegetarian diet|no meat"),
    (Food.VEGAN, "vegan food|plant based|plant-based"),
    (Food.GLUTEN_FREE, "gluten-free|coeliac|celiac|gf|no gluten"),
    (Food.HOME_COOKED, "home cooked|home cooking|home-cooked|home made"),
    (Food.SPICY, "spicy|spicy food|curry|hot food and spices"),
    (
        Food.TRADITIONAL,
        "british|traditional|english food|meat and two veg|plain english food|sunday roast|roast dinners",
    ),
    (Food.CARIBBEAN, "caribbean|west indian|jamaican|jamaican food"),
    (Food.SOUTH_ASIAN, "south asian|indian|indian food|pakistani|bangladeshi|asian food|punjabi food"),
    (Food.EAST_ASIAN, "east asian|chinese|chinese food|japanese|thai"),
    (Food.EASTERN_EUROPEAN, "eastern european|polish food|ukrainian food|romanian food"),
    (Food.TAKEAWAYS, "takeaway|takeaways|take away|take aways|takeout"),
)

SETTINGS = synonyms(
    (Setting.TOWN, "town|city|town centre|urban|city centre|in town"),
    (Setting.ESTATE, "estate|suburb|suburbs|suburban|housing estate|council estate|edge of town"),
    (Setting.VILLAGE, "village|hamlet|small village"),
    (Setting.COUNTRYSIDE, "farm|country|countryside|rural|open country|smallholding|the country|isolated|remote"),
)

SUPPORT_LEVELS = synonyms(
    (SupportLevel.LOW, "low|l|a little|light|minimal|low support|low needs|band 1"),
    (SupportLevel.MEDIUM, "medium|med|m|some|moderate|medium support|medium needs|band 2"),
    (SupportLevel.HIGH, "high|h|a lot|lots|complex|high support|high needs|complex needs|band 3"),
)

PETS_WISHES = synonyms(
    (
        PetsWish.LOVE,
        "love|loves|loves them|love them|loves pets|loves animals|would love|would love a pet|yes loves animals",
    ),
    (
        PetsWish.FINE,
        "fine|y|yes|ok|okay|happy|no problem|all pets|any|any pets|don't mind|doesn't mind|not bothered|yes please",
    ),
    (PetsWish.RATHER_NOT, "rather not|no|n|none|no pets|no thanks|not keen|doesn't like pets|hates pets|prefers not"),
)

CHILDREN_WISHES = synonyms(
    (ChildrenWish.LOVE, "love|loves children|love children|would love"),
    (ChildrenWish.FINE, "fine|y|yes|ok|okay|happy|no problem|don't mind|doesn't mind|not bothered"),
    (
        ChildrenWish.RATHER_NOT,
        "rather not|no|n|none|no children|no children please|no kids|no thanks|not keen|prefers not",
    ),
)

SMOKING_WISHES = synonyms(
    (SmokingWish.SMOKE_FREE, "smoke free|smoke-free|non smoking|non-smoking|no smokers|no smoking|non smokers only"),
    (
        SmokingWish.OUTSIDE_FINE,
        "outside|outside only|outdoors|outdoors only|yes outside|yes - outside only|if outside|outside fine",
    ),
    (SmokingWish.FINE, "fine|don't mind|doesn't mind|not bothered|smoker|smokes"),
)

SMOKING = synonyms(
    (
        Smoking.NOBODY,
        "nobody|no one|no-one|non smoker|non-smoker|non smokers|nonsmokers|no smokers|smoke free|smoke-free|ex smoker",
    ),
    (
        Smoking.OUTSIDE,
        "outside|outside only|outdoors|outdoors only|in the garden|garden only|yes outside|yes - outside only|only outside",
    ),
    (Smoking.INDOORS, "indoors|inside|in the house|in own room|yes indoors|yes - indoors|smokes indoors|smokes inside"),
)

EXPECTED_KINDS = "a kind of arrangement, such as live-in, short break, day support or emergency"
_EXPECTED_LANGUAGE = "a language from our list, or a way of communicating"

kinds = list_reader("kinds", KINDS, EXPECTED_KINDS, either=True)
approved_kinds = list_reader("approved_kinds", KINDS, EXPECTED_KINDS, either=True)
faiths = list_reader("faiths", FAITHS, "a faith from our list, or none")
foods = list_reader("foods", FOODS, "a way of eating from our list")
setting = list_reader("setting", SETTINGS, "a town, an estate, a village or the countryside", single=True)
support_levels = list_reader("support_levels", SUPPORT_LEVELS, "low, medium or high")
support_level = list_reader("support_level", SUPPORT_LEVELS, "low, medium or high", single=True)


def languages(cell: Cell, context: Context) -> Reading:
    """Languages, and ways of communicating apart from them: Makaton and British Sign Language are not languages here."""
    if says_not_known(cell):
        return NOT_KNOWN
    found = find_all(cell, {**LANGUAGES, **COMMUNICATION}, either=True)
    entries = unique(one.entry for one in found if one.entry)
    facts: dict[str, Fact] = {
        name: chosen
        for name, chosen in (
            ("languages", _members(entries, Language)),
            ("communication", _members(entries, Communication)),
        )
        if chosen
    }
    missed = tuple(Misread(one.phrase, _EXPECTED_LANGUAGE) for one in found if not one.entry)
    return Reading(facts=facts, keep=not all(one.entry and one.exact for one in found), misread=missed)


def _members(entries: tuple[Words, ...], of: type[Words]) -> tuple[Words, ...]:
    return tuple(entry for entry in entries if isinstance(entry, of))
