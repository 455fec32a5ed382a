"""Whom a row is about: somebody here for certain, somebody a worker is asked about first, or somebody new.

A reference finds a profile, but it is believed only while nothing speaks against it. One that was typed in here must bear
the row's name; one that came from a spreadsheet must not have become somebody else entirely (a reference given out again).
"""

import json
from collections import defaultdict
from collections.abc import Mapping, MutableMapping
from dataclasses import replace
from itertools import count
from uuid import UUID

from carers.models import Household
from matching.spreadsheet import queries
from matching.spreadsheet.headers import About
from matching.spreadsheet.likeness import Known, agrees, is_somebody_else, same_details
from matching.spreadsheet.models import ImportedProfile
from matching.spreadsheet.settling import Said
from matching.spreadsheet.told import Told
from people.models import Person

Profile = Person | Household

ROW, REFERENCE = "row", "reference"
"""The places among what was said that hold the whole row's mark, and the reference the file gives it."""


def said_of(imported: ImportedProfile) -> Said:
    """What the file last said of a profile."""
    said: Said = json.loads(imported.said or "{}")
    return said


class Everybody:
    """Everybody here, by whatever may find them. Made once for an import, and told of each row that is written."""

    def __init__(self, imported: Mapping[UUID, ImportedProfile]) -> None:
        self._imported = imported
        self._by_mark: MutableMapping[tuple[str, str], UUID] = {}
        self._by_reference: defaultdict[tuple[str, str], list[UUID]] = defaultdict(list)
        for one in imported.values():
            self.note(one, said_of(one))
        for about in About:
            for profile_id, reference in queries.references(about):
                self._refer(about, reference, profile_id)
        self._own_references = {about: (f"R{number}" for number in count(1)) for about in About}
        self._typed_in: defaultdict[tuple[str, str], list[Profile]] = defaultdict(list)
        for about in About:
            for profile in queries.never_imported(about):
                for name in called(profile).names:
                    self._typed_in[about, name].append(profile)

    def note(self, imported: ImportedProfile, said: Said) -> None:
        """Remember what a row said, so that the next one like it finds the same profile."""
        if ROW in said:
            self._by_mark[imported.about, str(said[ROW][0])] = imported.profile_id
        if REFERENCE in said:
            self._refer(imported.about, str(said[REFERENCE][0]), imported.profile_id)

    def _refer(self, about: str, reference: str, profile_id: UUID) -> None:
        found = self._by_reference[about, reference.casefold()]
        if profile_id not in found:
            found.append(profile_id)

    def reference_for(self, told: Told) -> str:
        """The reference of a new profile: the row's own, or one of ours (R1, R2, …) where it has none or somebody has it here.

        Not the next P-number: the scheme's file may give that one to somebody else next week, and would then be believed.
        """
        if told.reference and not self._by_reference.get((told.about, told.reference.casefold())):
            return told.reference
        ours = self._own_references[told.about]
        return next(one for one in ours if (told.about, one.casefold()) not in self._by_reference)

    def add(self, about: About, profile: Profile) -> None:
        """Somebody new is here now."""
        self._refer(about, profile.reference, profile.id)

    def find(self, told: Told) -> Profile | None:
        """The profile a row is about for certain, or nothing."""
        if told.reference:
            return next((one for one in self._with_reference(told) if self._is_about(told, one)), None)
        profile_id = self._by_mark.get((told.about, told.mark))
        return queries.profile_of(told.about, profile_id) if profile_id else None

    def looks_like(self, told: Told) -> Profile | None:
        """The profile a worker is asked about, for a row that finds nobody: the one with its reference, or one like it.

        A row whose reference is new here is compared only with those nobody has imported: a file does not repeat people.
        """
        if not told.reference:
            return queries.alike(told)
        with_reference = self._with_reference(told)
        if with_reference:
            return with_reference[0]
        row = Known.of(told)
        namesakes = (one for name in sorted(row.names) for one in self._typed_in.get((told.about, name), ()))
        unclaimed = ((one, known(one)) for one in namesakes if one.id not in self._imported)
        return next((one for one, here in unclaimed if agrees(row, here) and same_details(row, here)), None)

    def _with_reference(self, told: Told) -> list[Profile]:
        ids = self._by_reference.get((told.about, (told.reference or "").casefold()), [])
        return [one for profile_id in ids for one in [queries.profile_of(told.about, profile_id)] if one]

    def _is_about(self, told: Told, profile: Profile) -> bool:
        if self._by_mark.get((told.about, told.mark)) == profile.id:
            return True
        row, here = Known.of(told), known(profile)
        imported = self._imported.get(profile.id)
        if imported is None:
            return agrees(row, here)
        said = said_of(imported)
        # What somebody has changed here since does not make the file's row a stranger.
        return not (is_somebody_else(row, here) and is_somebody_else(row, Known.last_told(told.about, said)))


def called(profile: Profile) -> Known:
    """What a profile is called."""
    if isinstance(profile, Household):
        return Known(About.HOUSEHOLDS, profile.name)
    return Known(About.PEOPLE, profile.known_as, profile.full_name or "")


def known(profile: Profile) -> Known:
    """Everything a profile can be compared by."""
    born = profile.date_of_birth if isinstance(profile, Person) else None
    return replace(called(profile), born=born.isoformat() if born else "", postcode=queries.postcode_of(profile) or "")
