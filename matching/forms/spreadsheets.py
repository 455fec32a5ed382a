"""What is asked when a scheme brings its own spreadsheet."""

from collections.abc import Mapping, Sequence
from typing import Any

from matching.spreadsheet.asking import Group, label
from matching.spreadsheet.header_words import HOUSEHOLDS, PEOPLE, SHARED
from matching.spreadsheet.likeness import Known
from matching.spreadsheet.recognising import known
from matching.spreadsheet.told import DIFFERENCE, LINK, MARK, WORKER, Told
from matching.spreadsheet.topics import TOPICS
from matching.spreadsheet.values.workers import could_be_same
from scheme.forms import ChoiceField, ChoicesField, Form, PickField, SpreadsheetField, TextField
from scheme.forms.base import Asked
from scheme.models import Account
from scheme.ways_of_living import YesNo

LATER = "Decide later"
NOBODY = "nobody"
WORDS, OURS, THEIRS, SAME, NEW = "words", "ours", "theirs", "same", "new"
_NAMED = 6
"""People named beside a question before the rest are only counted."""

TITLES: Mapping[str, str] = {
    LINK: "Is this somebody you already have?",
    DIFFERENCE: "Changed here and in the spreadsheet",
    MARK: "What does the mark mean in this column?",
    WORKER: "Who is this worker?",
    **{name: topic.title for name, topic in TOPICS.items()},
}
"""The heading over the questions of each topic."""


class SpreadsheetForm(Form):
    """The spreadsheet itself."""

    workbook = SpreadsheetField(
        "Your spreadsheet",
        why="An Excel file (.xlsx), or one sheet saved as .csv. Nothing is changed until you have seen what would happen.",
        needed="Please choose a spreadsheet.",
    )


class HeaderForm(Form):
    """A header of the scheme's own, and what it means."""

    header = TextField("The header in your spreadsheet", longest=80, needed="Please write the header as it stands.")
    fact = PickField("What it means", needed="Please choose what it means.")


def header_form() -> HeaderForm:
    """The form, with every fact we know."""
    form = HeaderForm()
    form.fact.choices = [
        *_facts(SHARED, ""),
        *_facts(PEOPLE, "about a person: "),
        *_facts(HOUSEHOLDS, "about a household: "),
    ]
    return form


def _facts(headers: Mapping[str, str], before: str) -> list[tuple[str, str]]:
    return [(fact, f"{before}{variants.split('|')[0]}".capitalize()) for fact, variants in headers.items()]


def questions_form(groups: Sequence[Group], workers: Sequence[Account]) -> Form:
    """One question for each group; what is left unanswered stays open."""
    fields = {group.name: _field(group, workers) for group in groups}
    questions: type[Form] = type("QuestionsForm", (Form,), fields)
    form = questions(data={group.name: list(group.options) for group in groups if _is_proposed(group)})
    if not form.is_submitted():
        # Only on the page itself: what is not on the page that was sent must not count as answered.
        for group in groups:
            form[group.name].data = _only_account(group, workers) or form[group.name].data
    return form


def _only_account(group: Group, workers: Sequence[Account]) -> str | None:
    """The one account that every way of writing this worker's name fits, if there is exactly one."""
    if group.topic != WORKER:
        return None
    fitting = [one for one in workers if all(could_be_same(one.name, way) for way in group.words)]
    return str(fitting[0].id) if len(fitting) == 1 else None


def _is_proposed(group: Group) -> bool:
    """Lists come with what we think ticked. A must-not, or a fact about a home, is ticked by somebody."""
    return group.topic in TOPICS and not TOPICS[group.topic].each and bool(group.options)


def _field(group: Group, workers: Sequence[Account]) -> Any:
    why = said_of(group)
    if group.topic == MARK:
        meanings = [(YesNo.YES.value, "Yes"), (YesNo.NO.value, "No"), (WORDS, "Neither: keep it in words")]
        return ChoiceField(
            f"{group.words[0]}: what does the mark mean?", why=why, choices=meanings, not_known=LATER, inline=True
        )
    if group.topic == WORKER:
        accounts = [*((str(account.id), account.name) for account in workers), (NOBODY, "Nobody who works here now")]
        return PickField(" or ".join(f"“{words}”" for words in group.words), why=why, choices=accounts, nothing=LATER)
    if group.topic in {LINK, DIFFERENCE}:
        return _about_one(group, why)
    return _list_field(group, why)


def _about_one(group: Group, why: str) -> Any:
    if group.topic == LINK:
        return _link_field(group)
    choices = [(OURS, "Keep what Alongside says"), (THEIRS, "Take what the spreadsheet says")]
    slot = (group.opens[0].question.slot or "").replace("_", " ")
    return ChoiceField(
        f"The spreadsheet now says “{group.words[0]}” ({slot})", why=why, choices=choices, not_known=LATER
    )


def _link_field(group: Group) -> Any:
    """Both side by side, so that the question can be answered from the page."""
    asked = group.opens[0]
    row = Told.from_json(asked.waiting.row or "") if asked.waiting else None
    here = asked.profile
    found = f"{row.sheet}, row {row.row}: {Known.of(row).in_a_line(row.reference)}" if row else group.words[0]
    also = " If it is somebody else, they get a reference of our own." if row and row.reference else ""
    return ChoiceField(
        f"Is “{group.words[0]}” in your spreadsheet the same as {label(here)}?",
        why=f"In your spreadsheet: {found}. Here: {known(here).in_a_line(here.reference)}.{also}",
        choices=[(SAME, "Yes, the same"), (NEW, "No, somebody else")],
        not_known=LATER,
    )


def _list_field(group: Group, why: str) -> Asked:
    topic = TOPICS[group.topic]
    labels = topic.labels()
    question = f"“{group.words[0]}”"
    if topic.each:
        asks = topic.asks.format(", ".join(labels.get(option, option) for option in group.options)) or topic.title
        everybody = list(group.about.items())
        none_of_these = "None of them: keep it in words"
        return ChoicesField(f"It says {question}. {asks}", choices=everybody, none_of_these=none_of_these)
    if not group.options:
        known = [(key, label) for key, label in labels.items()]
        return PickField(
            question, why=why, choices=[*known, (WORDS, "Nothing on the list: keep it in words")], nothing=LATER
        )
    offered = [(option, labels[option]) for option in group.options if option in labels]
    return ChoicesField(question, why=why, choices=offered, none_of_these="Keep it in words only")


def said_of(group: Group) -> str:
    """Whom a question is about, in a line."""
    names = list(group.about.values())
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
