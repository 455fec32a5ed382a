"""Which reader reads which fact, for each kind of sheet: the map of everything the importer understands."""

from collections.abc import Mapping

from matching.spreadsheet.headers import About
from matching.spreadsheet.values import choices, giving, homes, names, numbers, stories, whereabouts, wishes
from matching.spreadsheet.values.animals import pets_reader
from matching.spreadsheet.values.answers import answer_reader
from matching.spreadsheet.values.children import children
from matching.spreadsheet.values.dates import date_of_birth, date_reader, starts
from matching.spreadsheet.values.names import name_reader, text_reader
from matching.spreadsheet.values.periods import away
from matching.spreadsheet.values.reading import Reader
from matching.spreadsheet.values.stories import liking, story_reader
from matching.spreadsheet.values.workers import worker
from scheme.ways_of_living import Stance

_SHARED: Mapping[str, Reader] = {
    "reference": text_reader("reference", names.LONGEST_REFERENCE, "a reference of at most 40 characters"),
    "postcode": whereabouts.postcode,
    "address": text_reader("address", 400, "an address of at most 400 characters"),
    "phone": names.phone,
    "email": names.email,
    "languages": choices.languages,
    "communication": choices.languages,
    "faiths": choices.faiths,
    "culture": text_reader("culture", 400, "at most 400 characters"),
    "foods": choices.foods,
    "pets_wish": wishes.pets_wish,
    "pet_temper_wish": giving.pet_temper_wish,
    "pet_tempers": giving.pet_tempers,
    "contributes": giving.contributes,
    "would_enjoy": giving.would_enjoy,
    "smoking_wish": wishes.smoking_wish,
    "smoking": wishes.smoking,
    "kinds": choices.kinds,
    "setting": choices.setting,
    "worker": worker,
    "hates": stories.hates,
    # What a home is like: the household's, and in Homeshare the person's (``header_words.HOMESHARE``).
    "home": homes.home,
    "step_free": answer_reader("step_free"),
    "ground_floor_bedroom": answer_reader("ground_floor_bedroom"),
    "accessible_bathroom": answer_reader("accessible_bathroom"),
    "garden": answer_reader("garden"),
    "parking": answer_reader("parking"),
    "bus_nearby": answer_reader("bus_nearby"),
    "bedrooms": numbers.bedrooms,
    "children": children,
}

_PEOPLE: Mapping[str, Reader] = {
    "known_as": name_reader("known_as", 80),
    "first_name": name_reader("first_name", 80),
    "last_name": name_reader("last_name", 75),
    "full_name": name_reader("full_name", 155),
    "date_of_birth": date_of_birth,
    "pronouns": text_reader("pronouns", 40, "pronouns of at most 40 characters"),
    "starts": starts,
    "loves": liking(Stance.LOVE),
    "matters_to_me": stories.matters,
    "good_life": story_reader("good_life"),
    "liked_for": story_reader("liked_for"),
    "can_bring": story_reader("can_bring"),
    "best_support": story_reader("best_support"),
    "bad_days": story_reader("bad_days"),
    "brings_pets": pets_reader("brings_pets"),
    "help_with": giving.help_with,
    "helped_by": giving.helped_by,
    "children_wish": wishes.children_wish,
    "step_free_needed": answer_reader("step_free_needed"),
    "ground_floor_needed": answer_reader("ground_floor_needed"),
    "accessible_bathroom_needed": answer_reader("accessible_bathroom_needed"),
    "wheelchair_space_needed": answer_reader("wheelchair_space_needed"),
    "living_with": wishes.living_with,
    "places": whereabouts.places,
    "distance": whereabouts.distance,
    "support_level": choices.support_level,
    "night_support": answer_reader("night_support"),
    "needs_bus": answer_reader("needs_bus"),
    "crisis": answer_reader("crisis"),
    "first_contact_on": date_reader("first_contact_on", past=True),
    "rooms": homes.rooms,
    "stairs": answer_reader("stairs"),
    "notes": stories.person_notes,
}

_HOUSEHOLDS: Mapping[str, Reader] = {
    "name": name_reader("name", 160),
    "first_name": name_reader("first_name", 75),
    "last_name": name_reader("last_name", 75),
    "second_carer": name_reader("second_carer", 120),
    "pronouns": stories.only_words,
    "approved_kinds": choices.approved_kinds,
    "spaces": numbers.spaces,
    "living_there": numbers.living_there,
    "pets": pets_reader("pets"),
    "experienced_with": giving.experienced_with,
    "helpers": giving.helpers,
    "likes": liking(Stance.LIKE),
    "about_us": story_reader("about_us"),
    "approved": date_reader("approved"),
    "dbs": date_reader("dbs", past=True),
    "dbs_expires": date_reader("dbs_expires"),
    "first_aid": date_reader("first_aid", past=True),
    "safeguarding": date_reader("safeguarding", past=True),
    "review_due": date_reader("review_due"),
    "away": away,
    "support_words": stories.could_support,
    "support_levels": choices.support_levels,
    "notes": stories.household_notes,
}

READERS: Mapping[About, Mapping[str, Reader]] = {
    About.PEOPLE: {**_SHARED, **_PEOPLE},
    About.HOUSEHOLDS: {**_SHARED, **_HOUSEHOLDS},
}
"""Fact of a column (``headers.py``) to the reader of its cells."""
