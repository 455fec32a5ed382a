"""The things of our short lists in Welsh, as a question names them. No Welsh speaker has read them yet.

Interests have their Welsh beside their English, in their own list.
"""

from collections.abc import Mapping

from scheme.ways_of_living import Communication, Contribution, Faith, Food, HelpWith, Language, Value

LANGUAGES: Mapping[str, str] = {
    Language.ENGLISH: "Saesneg",
    Language.WELSH: "Cymraeg",
    Language.POLISH: "Pwyleg",
    Language.PUNJABI: "Pwnjabeg",
    Language.URDU: "Wrdw",
    Language.GUJARATI: "Gwjarati",
    Language.BENGALI: "Bengaleg",
    Language.HINDI: "Hindi",
    Language.ARABIC: "Arabeg",
    Language.ROMANIAN: "Rwmaneg",
    Language.PORTUGUESE: "Portiwgaleg",
    Language.SPANISH: "Sbaeneg",
    Language.FRENCH: "Ffrangeg",
    Language.ITALIAN: "Eidaleg",
    Language.TAMIL: "Tamil",
    Language.TURKISH: "Tyrceg",
    Language.SOMALI: "Somaleg",
    Language.CHINESE: "Tsieinëeg (Mandarin neu Gantoneg)",
    Language.UKRAINIAN: "Wcreineg",
    Language.SCOTTISH_GAELIC: "Gaeleg yr Alban",
    Language.IRISH: "Gwyddeleg",
}

COMMUNICATION: Mapping[str, str] = {
    Communication.SPEECH: "siarad",
    Communication.MAKATON: "Makaton",
    Communication.BSL: "Iaith Arwyddion Prydain",
    Communication.PICTURES: "lluniau neu symbolau",
    Communication.WRITING: "ysgrifennu neu destun",
    Communication.DEVICE: "dyfais siarad",
    Communication.GESTURE: "ystumiau, wyneb a chyffyrddiad",
    Communication.EASY_READ: "Hawdd ei Ddeall",
}

FAITHS: Mapping[str, str] = {
    Faith.CHURCH_OF_ENGLAND: "Eglwys Loegr",
    Faith.CATHOLIC: "yr Eglwys Gatholig",
    Faith.METHODIST: "yr Eglwys Fethodistaidd",
    Faith.CHAPEL: "capel",
    Faith.OTHER_CHRISTIAN: "eglwys Gristnogol arall",
    Faith.MUSLIM: "Islam",
    Faith.HINDU: "Hindŵaeth",
    Faith.SIKH: "Sikhiaeth",
    Faith.JEWISH: "Iddewiaeth",
    Faith.BUDDHIST: "Bwdhaeth",
    Faith.OTHER: "ffydd neu gred arall",
    Faith.NO_FAITH: "dim ffydd",
}

FOODS: Mapping[str, str] = {
    Food.HALAL: "bwyd halal",
    Food.KOSHER: "bwyd kosher",
    Food.VEGETARIAN: "bwyd llysieuol",
    Food.VEGAN: "bwyd figan",
    Food.GLUTEN_FREE: "bwyd heb glwten",
    Food.HOME_COOKED: "prydau cartref",
    Food.SPICY: "bwyd sbeislyd",
    Food.TRADITIONAL: "bwyd Prydeinig traddodiadol",
    Food.CARIBBEAN: "bwyd y Caribî",
    Food.SOUTH_ASIAN: "bwyd De Asia",
    Food.EAST_ASIAN: "bwyd Dwyrain Asia",
    Food.EASTERN_EUROPEAN: "bwyd Dwyrain Ewrop",
    Food.TAKEAWAYS: "tecawê nawr ac yn y man",
}

VALUES: Mapping[str, str] = {
    Value.FAMILY: "bod yn rhan o'r teulu",
    Value.PRIVACY: "preifatrwydd",
    Value.INDEPENDENCE: "gwneud pethau drosof fy hun",
    Value.CHOICE: "dewis fy amserau fy hun",
    Value.FAITH: "byw fy ffydd",
    Value.FRIENDS: "cadw mewn cysylltiad â ffrindiau",
    Value.HUMOUR: "cael tipyn o hwyl",
    Value.CALM: "heddwch a thawelwch",
    Value.BUSY: "bod yn brysur",
    Value.OUTDOORS: "bod yn yr awyr agored",
    Value.LEARNING: "dysgu pethau newydd",
    Value.WORK: "cael swydd",
    Value.TIDINESS: "cartref taclus",
    Value.MEALS_TOGETHER: "bwyta gyda'n gilydd",
    Value.ANIMALS: "anifeiliaid",
    Value.HELPING: "helpu pobl eraill",
}

CONTRIBUTIONS: Mapping[str, str] = {
    Contribution.COOKING: "coginio a phobi",
    Contribution.GARDEN: "helpu yn yr ardd",
    Contribution.WALKS: "cwmni ar deithiau cerdded",
    Contribution.ANIMALS: "gofalu am anifeiliaid",
    Contribution.MUSIC: "cerddoriaeth a chanu",
    Contribution.MAKING: "gwneud a thrwsio pethau",
    Contribution.ART: "celf a chrefft",
    Contribution.GAMES: "gemau a phosau",
    Contribution.STORIES: "straeon a sgwrs dda",
    Contribution.LAUGHTER: "gwneud i bobl chwerthin",
    Contribution.COMPANY: "cwmni tawel",
    Contribution.READING: "darllen gyda'n gilydd",
    Contribution.SPORT: "chwaraeon a chadw'n heini",
    Contribution.OUTINGS: "teithiau a diwrnodau allan",
    Contribution.HOUSEWORK: "helpu o gwmpas y tŷ",
    Contribution.SCREENS: "ffonau a chyfrifiaduron",
}

HELP_WITH: Mapping[str, str] = {
    HelpWith.MONEY: "arian a llythyrau",
    HelpWith.GETTING_OUT: "mynd allan",
    HelpWith.COOKING: "coginio",
    HelpWith.SHOPPING: "siopa",
    HelpWith.LAUNDRY: "glanhau a golchi dillad",
    HelpWith.WASHING: "ymolchi a gwisgo",
    HelpWith.MOVING_ABOUT: "defnyddio cadair olwyn neu ffrâm",
    HelpWith.APPOINTMENTS: "mynd i apwyntiadau",
    HelpWith.PLANNING: "cynllunio'r diwrnod",
    HelpWith.HARD_DAYS: "pryderon a diwrnodau anodd",
    HelpWith.FRIENDS: "cadw mewn cysylltiad â ffrindiau a theulu",
    HelpWith.WORK: "gwaith, coleg neu wirfoddoli",
    HelpWith.SCREENS: "ffonau a chyfrifiaduron",
    HelpWith.BEING_A_PARENT: "bod yn fam neu'n dad",
}
