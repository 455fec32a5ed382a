"""The facts both sides may choose to give about how they live, each a short closed list.

People and households answer from the same lists, so that two answers can be compared without guessing. Nobody has to
answer: a fact that was not given is ``None`` (or a key that is not there) and never means no.
"""

from scheme.words import Words


class YesNo(Words):
    """A plain answer. Not known is the absence of one, never a third member."""

    YES = "yes", "Yes"
    NO = "no", "No"


class Stance(Words):
    """How someone feels about a chosen thing. A thing nobody mentioned has no stance."""

    LOVE = "love", "Love it"
    LIKE = "like", "Like it"
    NOT_FOR_ME = "not_for_me", "Not for me"


class DayRhythm(Words):
    """When the day starts and ends."""

    EARLY = "early", "Up early, early to bed"
    BETWEEN = "between", "Somewhere in between"
    LATE = "late", "Up late, late to bed"


class Noise(Words):
    """How lively a home is, or should be."""

    QUIET = "quiet", "Quiet"
    BETWEEN = "between", "A bit of both"
    LIVELY = "lively", "Lively"


class Setting(Words):
    """What is outside the front door."""

    TOWN = "town", "A town or city"
    ESTATE = "estate", "An estate or suburb"
    VILLAGE = "village", "A village"
    COUNTRYSIDE = "countryside", "A farm or open country"


class Company(Words):
    """How much time together suits."""

    TOGETHER = "together", "Plenty of company"
    BETWEEN = "between", "A bit of both"
    OWN_SPACE = "own_space", "Plenty of time alone"


class Routine(Words):
    """Whether days follow a pattern."""

    REGULAR = "regular", "The same pattern most days"
    BETWEEN = "between", "Some pattern, some change"
    CHANGING = "changing", "Different every day"


class Pet(Words):
    """An animal that lives in a home, or would come along."""

    DOG = "dog", "Dog"
    CAT = "cat", "Cat"
    BIRD = "bird", "Bird"
    SMALL = "small", "Small animal, such as a rabbit"
    OTHER = "other", "Another animal"


class PetsWish(Words):
    """How someone feels about living with animals."""

    LOVE = "love", "I would love a pet in the home"
    FINE = "fine", "Pets are fine"
    RATHER_NOT = "rather_not", "I would rather not live with pets"


class PetTemper(Words):
    """How an animal is with people, the easiest to live with first."""

    CALM = "calm", "Calm and gentle"
    SHY = "shy", "Shy with new people"
    LIVELY = "lively", "Lively and bouncy"
    NOISY = "noisy", "Noisy"


class PetTemperWish(Words):
    """Which animals somebody would be happy with."""

    CALM_ONLY = "calm_only", "Only calm and gentle ones"
    LIVELY_FINE = "lively_fine", "Lively ones are fine"
    NOISY_FINE = "noisy_fine", "Noisy ones are fine too"


class Smoking(Words):
    """Where somebody smokes."""

    NOBODY = "nobody", "Does not smoke"
    OUTSIDE = "outside", "Smokes outside only"
    INDOORS = "indoors", "Smokes indoors"


class SmokingWish(Words):
    """What suits about other people smoking."""

    SMOKE_FREE = "smoke_free", "No smoking at all"
    OUTSIDE_FINE = "outside_fine", "Fine if it is outside"
    FINE = "fine", "Smoking is fine"


class ChildrenAtHome(Words):
    """Whether children are part of a home's days."""

    NONE = "none", "No children"
    VISIT = "visit", "Children visit"
    LIVE_HERE = "live_here", "Children live here"


class ChildrenWish(Words):
    """How someone feels about children in the home."""

    LOVE = "love", "I would love children around"
    FINE = "fine", "Children are fine"
    RATHER_NOT = "rather_not", "I would rather live without children"


class AgeBand(Words):
    """A child's age, no finer than a household needs to say."""

    UNDER_FIVE = "under_5", "Under 5"
    FIVE_TO_TEN = "5_to_10", "5 to 10"
    ELEVEN_TO_SEVENTEEN = "11_to_17", "11 to 17"


class HouseholdShape(Words):
    """Who the home's own people are."""

    ONE_WOMAN = "one_woman", "A woman on her own"
    ONE_MAN = "one_man", "A man on his own"
    COUPLE = "couple", "A couple"
    FAMILY = "family", "A family with children"
    SHARED = "shared", "Adults sharing"


class LivingWith(Words):
    """Who someone would rather live with; several may be chosen."""

    ONE_WOMAN = "one_woman", "A woman on her own"
    ONE_MAN = "one_man", "A man on his own"
    COUPLE = "couple", "A couple"
    FAMILY = "family", "A family with children"
    OTHERS_SUPPORTED = "others_supported", "Other people who get support too"


class Visitors(Words):
    """How open the door is to friends and family."""

    OPEN_DOOR = "open_door", "People drop in any time"
    BY_ARRANGEMENT = "by_arrangement", "Visits are arranged first"
    FEW = "few", "Few visitors"


class Value(Words):
    """What makes life at home good. Chosen, not ranked."""

    FAMILY = "family", "Being part of the family"
    PRIVACY = "privacy", "Privacy"
    INDEPENDENCE = "independence", "Doing things for myself"
    CHOICE = "choice", "Choosing my own times"
    FAITH = "faith", "Living my faith"
    FRIENDS = "friends", "Keeping up with friends"
    HUMOUR = "humour", "Having a laugh"
    CALM = "calm", "Peace and quiet"
    BUSY = "busy", "Being busy"
    OUTDOORS = "outdoors", "Being outdoors"
    LEARNING = "learning", "Learning new things"
    WORK = "work", "Having a job"
    TIDINESS = "tidiness", "A tidy home"
    MEALS_TOGETHER = "meals_together", "Eating together"
    ANIMALS = "animals", "Animals"
    HELPING = "helping", "Helping others"


class Contribution(Words):
    """What somebody brings to a home, or would enjoy having there: the same list, asked both ways round."""

    COOKING = "cooking", "Cooking and baking"
    GARDEN = "garden", "Helping in the garden"
    WALKS = "walks", "Company on walks"
    ANIMALS = "animals", "Looking after animals"
    MUSIC = "music", "Music and singing"
    MAKING = "making", "Making and mending things"
    ART = "art", "Art and crafts"
    GAMES = "games", "Games and puzzles"
    STORIES = "stories", "Stories and a good chat"
    LAUGHTER = "laughter", "Making people laugh"
    COMPANY = "company", "Quiet company"
    READING = "reading", "Reading together"
    SPORT = "sport", "Sport and keeping fit"
    OUTINGS = "outings", "Trips and days out"
    HOUSEWORK = "housework", "Helping about the house"
    SCREENS = "screens", "Phones and computers"


class HelpWith(Words):
    """Everyday things somebody may like a hand with, chosen by themselves. Nothing here is medical, or a diagnosis."""

    MONEY = "money", "Money and letters"
    GETTING_OUT = "getting_out", "Getting out and about"
    COOKING = "cooking", "Cooking"
    SHOPPING = "shopping", "Shopping"
    LAUNDRY = "laundry", "Cleaning and laundry"
    WASHING = "washing", "Washing and dressing"
    MOVING_ABOUT = "moving_about", "Using a wheelchair or a frame"
    APPOINTMENTS = "appointments", "Going to appointments"
    PLANNING = "planning", "Planning the day"
    HARD_DAYS = "hard_days", "Worries and hard days"
    FRIENDS = "friends", "Keeping up with friends and family"
    WORK = "work", "Work, college or volunteering"
    SCREENS = "screens", "Phones and computers"
    BEING_A_PARENT = "being_a_parent", "Being a mum or dad"


class Helper(Words):
    """Who in a household could help somebody wash and dress."""

    WOMAN = "woman", "A woman"
    MAN = "man", "A man"


class HelpedBy(Words):
    """Who somebody would like to be helped by when they wash and dress."""

    WOMAN = "woman", "A woman"
    MAN = "man", "A man"
    EITHER = "either", "A woman or a man, both are fine"
    NOBODY = "nobody", "I need no such help"


class Communication(Words):
    """Ways of communicating beside speech in a language."""

    SPEECH = "speech", "Talking"
    MAKATON = "makaton", "Makaton"
    BSL = "bsl", "British Sign Language"
    PICTURES = "pictures", "Pictures or symbols"
    WRITING = "writing", "Writing or text"
    DEVICE = "device", "A talking device"
    GESTURE = "gesture", "Gesture, face and touch"
    EASY_READ = "easy_read", "Easy Read"


class Language(Words):
    """Languages spoken at home. A scheme's other languages are kept in words."""

    ENGLISH = "english", "English"
    WELSH = "welsh", "Welsh"
    POLISH = "polish", "Polish"
    PUNJABI = "punjabi", "Punjabi"
    URDU = "urdu", "Urdu"
    GUJARATI = "gujarati", "Gujarati"
    BENGALI = "bengali", "Bengali"
    HINDI = "hindi", "Hindi"
    ARABIC = "arabic", "Arabic"
    ROMANIAN = "romanian", "Romanian"
    PORTUGUESE = "portuguese", "Portuguese"
    SPANISH = "spanish", "Spanish"
    FRENCH = "french", "French"
    ITALIAN = "italian", "Italian"
    TAMIL = "tamil", "Tamil"
    TURKISH = "turkish", "Turkish"
    SOMALI = "somali", "Somali"
    CHINESE = "chinese", "Chinese (Mandarin or Cantonese)"
    UKRAINIAN = "ukrainian", "Ukrainian"
    SCOTTISH_GAELIC = "scottish_gaelic", "Scottish Gaelic"
    IRISH = "irish", "Irish"


class Faith(Words):
    """A faith or belief somebody chose to tell, because they want to live it."""

    CHURCH_OF_ENGLAND = "church_of_england", "Church of England"
    CATHOLIC = "catholic", "Catholic"
    METHODIST = "methodist", "Methodist"
    CHAPEL = "chapel", "Chapel"
    OTHER_CHRISTIAN = "other_christian", "Another Christian church"
    MUSLIM = "muslim", "Muslim"
    HINDU = "hindu", "Hindu"
    SIKH = "sikh", "Sikh"
    JEWISH = "jewish", "Jewish"
    BUDDHIST = "buddhist", "Buddhist"
    OTHER = "other", "Another faith or belief"
    NO_FAITH = "no_faith", "No faith"


class Food(Words):
    """Ways of eating that matter at home."""

    HALAL = "halal", "Halal"
    KOSHER = "kosher", "Kosher"
    VEGETARIAN = "vegetarian", "Vegetarian"
    VEGAN = "vegan", "Vegan"
    GLUTEN_FREE = "gluten_free", "Gluten free"
    HOME_COOKED = "home_cooked", "Home-cooked meals"
    SPICY = "spicy", "Spicy food"
    TRADITIONAL = "traditional", "Traditional British food"
    CARIBBEAN = "caribbean", "Caribbean food"
    SOUTH_ASIAN = "south_asian", "South Asian food"
    EAST_ASIAN = "east_asian", "East Asian food"
    EASTERN_EUROPEAN = "eastern_european", "Eastern European food"
    TAKEAWAYS = "takeaways", "Takeaways now and then"


class AccessNeed(Words):
    """What a home has to have for somebody to live in it safely."""

    STEP_FREE = "step_free", "Step-free way in and around"
    GROUND_FLOOR_BEDROOM = "ground_floor_bedroom", "A bedroom on the ground floor"
    ACCESSIBLE_BATHROOM = "accessible_bathroom", "A walk-in shower or wet room"
    WHEELCHAIR_SPACE = "wheelchair_space", "Room to move a wheelchair"


class SupportLevel(Words):
    """How much support a usual day asks for, in plain words."""

    LOW = "low", "A little: a chat, a reminder, company"
    MEDIUM = "medium", "Some: help with meals, washing, going out"
    HIGH = "high", "A lot: help through most of the day, or at night"


class MustNot(Words):
    """What a home must not have, for the person asking. Met or not met, never weighed."""

    DOGS = "dogs", "Dogs"
    CATS = "cats", "Cats"
    BIRDS = "birds", "Birds"
    ANY_PETS = "any_pets", "Any pets"
    SMOKING = "smoking", "Any smoking"
    SMOKING_INDOORS = "smoking_indoors", "Smoking indoors"
    CHILDREN = "children", "Children living there"
    STAIRS = "stairs", "Stairs I would have to use"
    ALCOHOL = "alcohol", "Alcohol in the home"
    ONLY_MEN = "only_men", "Only men to help me wash and dress"
    ONLY_WOMEN = "only_women", "Only women to help me wash and dress"


class HouseholdMustNot(Words):
    """What a household must not take on. A closed list without protected characteristics; anything else goes to a worker."""

    SMOKING = "smoking", "Somebody who smokes"
    SMOKING_INDOORS = "smoking_indoors", "Somebody who smokes indoors"
    BRINGS_DOG = "brings_dog", "A dog coming too"
    BRINGS_CAT = "brings_cat", "A cat coming too"
    BRINGS_ANY_PET = "brings_any_pet", "Any pet coming too"
    NIGHT_SUPPORT = "night_support", "Support through the night"


class HowOften(Words):
    """How often somebody goes to a place, or is in touch with a person."""

    MOST_DAYS = "most_days", "Most days"
    WEEKLY = "weekly", "Every week"
    MONTHLY = "monthly", "Every month"
    SOMETIMES = "sometimes", "Now and then"

    @property
    def times_a_month(self) -> int:
        """Visits in a usual month: what makes a place that is visited often weigh more (our judgement)."""
        return {"most_days": 20, "weekly": 4, "monthly": 1, "sometimes": 1}[self.value]

    @property
    def times_a_week(self) -> int:
        """Visits in a usual week; 0 for what happens less often."""
        return self.times_a_month // 4


class GettingTogether(Words):
    """How somebody and a person who matters to them get together."""

    ON_FOOT = "on_foot", "On foot"
    BY_BUS = "by_bus", "By bus or train"
    BY_CAR = "by_car", "By car, taxi or a lift"
    BY_PHONE = "by_phone", "Only by phone or on a screen"


class HowMuch(Words):
    """How much one way of fitting matters to somebody, as the whole number the score uses (DESIGN §4)."""

    NOT_AT_ALL = "0", "Not at all"
    A_LITTLE = "1", "A little"
    QUITE_A_LOT = "2", "Quite a lot"
    MOST_OF_ALL = "3", "Most of all"
