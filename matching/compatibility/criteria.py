"""The ways two profiles may fit, all of them. One declaration each: to add a way, declare it in the file it belongs to,
list it here, and give it a story in the tests.

Nothing here is a medical fact or a diagnosis, and nothing is read that a side did not choose to tell. The sources name
what Shared Lives schemes publish about how they match; the size of every default weight is our judgement, and each
scheme sets its own.
"""

from matching.compatibility import criteria_about_animals as animals
from matching.compatibility import criteria_about_company as company
from matching.compatibility import criteria_about_days as days
from matching.compatibility import criteria_about_giving as giving
from matching.compatibility import criteria_about_homes as homes
from matching.compatibility import criteria_about_housemates as housemates
from matching.compatibility import criteria_about_people as people
from matching.compatibility import criteria_about_ties as ties
from matching.compatibility.criterion import Criterion

CRITERIA: tuple[Criterion, ...] = (
    people.INTERESTS_FIT,
    homes.NEARNESS_FITS,
    people.COMMUNICATION_FIT,
    giving.SUPPORT_LEVEL_FITS,
    people.LANGUAGES_FIT,
    people.VALUES_FIT,
    days.DAY_RHYTHM_FITS,
    company.NOISE_FITS,
    company.COMPANY_FITS,
    days.SMOKING_FITS,
    ties.TIES_FIT,
    giving.CONTRIBUTION_FITS,
    giving.EXPERIENCE_FITS,
    days.ROUTINE_FITS,
    people.FOOD_FIT,
    homes.SETTING_FITS,
    housemates.PETS_FIT,
    animals.PET_TEMPERS_FIT,
    housemates.PETS_COMING_FIT,
    housemates.CHILDREN_FIT,
    housemates.LIVING_WITH_FITS,
    giving.HELPERS_FIT,
    homes.BUS_FITS,
    company.VISITORS_FIT,
    people.FAITH_FIT,
)
"""Every way of fitting, the weightiest first, as pages list them."""

BY_NAME = {criterion.name: criterion for criterion in CRITERIA}
