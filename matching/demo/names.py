"""Invented names. What somebody is called says nothing of how they live: languages and faith are chosen beside it, not from it,
except that a family that speaks another language at home is likelier to have a name from it."""

from dataclasses import dataclass

from scheme.ways_of_living import Faith, Food, HouseholdShape, Language


@dataclass(frozen=True, slots=True)
class Background:
    """Names that go together, and a language, faiths and foods that some of the people with them have."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    surnames: tuple[str, ...]
    language: Language | None = None
    faiths: tuple[Faith, ...] = (Faith.NO_FAITH,)
    foods: tuple[Food, ...] = ()


LOCAL = Background(
    women=(
        "Ada", "Alison", "Beth", "Brenda", "Carys", "Dawn", "Elsie", "Fay", "Gemma", "Hazel", "Ivy", "Janet", "Kath", "Leanne",
        "Maggie", "Nell", "Pauline", "Rosa", "Sandra", "Tess", "Una", "Val", "Wendy", "Zoe", "Molly", "Jean", "Clare", "Freya",
    ),
    men=(
        "Adam", "Barry", "Callum", "Derek", "Eddie", "Frank", "Gareth", "Harry", "Ian", "Jamie", "Keith", "Lewis", "Martin", "Neil",
        "Owen", "Pete", "Ray", "Stan", "Terry", "Vic", "Walter", "Alfie", "Gordon", "Craig", "Ben", "Liam", "Norman", "Theo",
    ),
    surnames=(
        "Ainscough", "Birkett", "Bracewell", "Cragg", "Dent", "Eccles", "Fawcett", "Gornall", "Hesketh", "Ireby", "Jelly", "Kellet",
        "Lonsdale", "Mashiter", "Nuttall", "Oddie", "Parr", "Rigg", "Sedgwick", "Thistlethwaite", "Unsworth", "Wearing", "Yates",
        "Bibby", "Catterall", "Dilworth", "Escolme", "Garth", "Holme", "Jackson", "Lamb", "Metcalfe", "Postlethwaite", "Raby",
    ),
    faiths=(Faith.NO_FAITH, Faith.CHURCH_OF_ENGLAND, Faith.METHODIST, Faith.CATHOLIC, Faith.OTHER_CHRISTIAN, Faith.BUDDHIST),
    foods=(Food.HOME_COOKED, Food.TRADITIONAL, Food.TAKEAWAYS, Food.VEGETARIAN, Food.SPICY),
)  # fmt: skip

GUJARATI = Background(
    women=("Hansa", "Kiran", "Nisha", "Farida", "Amina"), men=("Imran", "Kishan", "Yusuf", "Jayesh"),
    surnames=("Patel", "Desai", "Bhuta", "Mistry"), language=Language.GUJARATI,
    faiths=(Faith.HINDU, Faith.MUSLIM, Faith.NO_FAITH), foods=(Food.SOUTH_ASIAN, Food.VEGETARIAN, Food.SPICY, Food.HOME_COOKED),
)  # fmt: skip

POLISH = Background(
    women=("Kasia", "Ewa", "Danuta"), men=("Marek", "Piotr", "Jan"), surnames=("Nowicki", "Zielinski", "Wrona"),
    language=Language.POLISH, faiths=(Faith.CATHOLIC, Faith.NO_FAITH), foods=(Food.EASTERN_EUROPEAN, Food.HOME_COOKED),
)  # fmt: skip

CARIBBEAN = Background(
    women=("Marcia", "Sonia", "Coral"), men=("Winston", "Devon", "Leroy"), surnames=("Campbell", "Francis", "Beckford"),
    faiths=(Faith.OTHER_CHRISTIAN, Faith.METHODIST, Faith.NO_FAITH), foods=(Food.CARIBBEAN, Food.SPICY, Food.HOME_COOKED),
)  # fmt: skip

WELSH = Background(
    women=("Nerys", "Ffion", "Eirlys"), men=("Huw", "Emyr", "Gethin"), surnames=("Pritchard", "Roberts", "Bowen"),
    language=Language.WELSH, faiths=(Faith.CHAPEL, Faith.NO_FAITH), foods=(Food.HOME_COOKED, Food.TRADITIONAL),
)  # fmt: skip

CHINESE = Background(
    women=("Mei", "Suyin"), men=("Wei", "Jun"), surnames=("Cheung", "Lau"), language=Language.CHINESE,
    faiths=(Faith.BUDDHIST, Faith.NO_FAITH), foods=(Food.EAST_ASIAN, Food.HOME_COOKED),
)  # fmt: skip

BACKGROUNDS = {LOCAL: 76, GUJARATI: 9, POLISH: 5, CARIBBEAN: 4, WELSH: 3, CHINESE: 3}
"""Each as often as its number says, in a hundred (our invention)."""

CHILDREN = ("Poppy", "Noah", "Isla", "Zain", "Erin", "Jack", "Maya", "Toby", "Lily", "Kai")
DOGS = ("Biscuit", "Marmalade", "Bracken", "Nelson", "Pickle", "Tansy", "Murphy", "Fudge")
CATS = ("Mabel", "Smudge", "Gravy", "Clementine", "Socks")
LANES = ("Made-up Lane", "Pretend Street", "Nowhere Row", "Storybook Close", "Invented Road", "Make-believe Terrace")

SHAPES = {
    HouseholdShape.COUPLE: 34,
    HouseholdShape.ONE_WOMAN: 24,
    HouseholdShape.FAMILY: 22,
    HouseholdShape.ONE_MAN: 12,
    HouseholdShape.SHARED: 8,
}
