"""Acting on what a worker answered after an import. Nothing here commits."""

from collections.abc import Collection, Mapping, Sequence

from sqlmodel import select

from matching.spreadsheet import actions, queries
from matching.spreadsheet.actions import Taking
from matching.spreadsheet.asking import INTERESTS, Group, group
from matching.spreadsheet.cells import cell, plain
from matching.spreadsheet.columns import READERS
from matching.spreadsheet.found import ReadRow
from matching.spreadsheet.headers import About
from matching.spreadsheet.models import ImportedProfile, Learned
from matching.spreadsheet.queries import Open
from matching.spreadsheet.recognising import said_of
from matching.spreadsheet.settling import settle
from matching.spreadsheet.told import DIFFERENCE, LINK, MARK, SLOTS, WORKER, Told
from matching.spreadsheet.topics import TOPICS, accept
from matching.spreadsheet.values.reading import Context
from scheme.clock import today
from scheme.database import db
from scheme.errors import Refused
from scheme.ways_of_living import YesNo


def answer_list(asked: Group, options: Sequence[str], profile_ids: Collection[str] | None = None) -> None:
    """Put list entries on profiles: ``options`` on everybody the question is about, or only on ``profile_ids``.

    No option, or nobody: the words stay words. An interest is learnt, so that the phrase is not asked about again.
    """
    for one in asked.opens:
        if profile_ids is None or str(one.profile.id) in profile_ids:
            accept(one.profile, asked.topic, options, one.question.stance)
        _answered(one)
    if asked.topic == INTERESTS:
        _learn(
            INTERESTS,
            plain(asked.words[0]),
            ",".join(option for option in options if option in TOPICS[INTERESTS].labels()),
        )


def answer_mark(asked: Group, meaning: YesNo | None) -> None:
    """Say what x means in a column, and read every cell again. ``None``: it means neither, and stays in words."""
    for one in asked.opens:
        if meaning and one.imported:
            _write_mark(one, one.imported, meaning)
        _answered(one)
    _learn(MARK, asked.words[0], meaning.value if meaning else "")


def _write_mark(one: Open, imported: ImportedProfile, meaning: YesNo) -> None:
    about, fact, mark = About(imported.about), one.question.slot or "", str(one.question.value)
    reading = READERS[about][fact](cell(meaning.label), Context(today()))
    row = ReadRow("", 0, reading.facts, dict.fromkeys(reading.facts, mark))
    values = {
        name: (slot.words(row), value)
        for name, slot in SLOTS[about].by_name.items()
        if set(slot.facts) & set(reading.facts)
        for value in [slot.read(row)]
        if value is not None
    }
    _write(one, imported, Told(about, "", 0, None, "", values))


def _write(one: Open, imported: ImportedProfile, told: Told) -> None:
    """Write some values, as if the file had just said them; where somebody has said otherwise here, a worker is asked."""
    said = said_of(imported)
    settled = settle(one.profile, told, said)
    if settled.problems:
        raise Refused(settled.problems[0].expected)
    imported.said = actions.as_text(said)
    asked = queries.questions_of(imported)
    asked.update(
        {question.key: actions.as_kept(question) for question in settled.questions if question.key not in asked}
    )
    imported.questions = actions.as_text(asked)


def answer_worker(asked: Group, account_id: str) -> None:
    """Say whose name these writings are. An empty id: nobody who works here now."""
    if account_id and account_id not in {str(account.id) for account in queries.workers()}:
        raise Refused("Please choose somebody who works at this scheme.")
    for one in asked.opens:
        actions.name_worker(one.profile, account_id)
        _answered(one)
    for written in asked.words:
        _learn(WORKER, plain(written), account_id)


def answer_difference(asked: Group, take_the_file_s: bool) -> None:
    """Keep what Alongside says, or take what the file says."""
    for one in asked.opens:
        if take_the_file_s and one.imported:
            name = one.question.slot or ""
            for refusal in SLOTS[About(one.imported.about)].write(one.profile, {name: one.question.value}).values():
                raise refusal
            said = said_of(one.imported)
            said[name] = [one.question.words, one.question.value]
            one.imported.said = actions.as_text(said)
        _answered(one)


def answer_link(asked: Group, is_the_same: bool, state: Taking) -> None:
    """Say whether a row is the profile it looks like, or somebody else, who then has a profile of their own."""
    for one in asked.opens:
        if one.waiting is None:
            continue
        told = Told.from_json(one.waiting.row or "")
        if is_the_same:
            actions.write(state, one.profile, told)
        else:
            actions.write_new(state, told)
        one.waiting.answered = True


def _answered(one: Open) -> None:
    if one.imported is None:
        return
    questions = queries.questions_of(one.imported)
    questions[one.question.key] = None
    one.imported.questions = actions.as_text(questions)


def _learn(kind: str, key: str, value: str) -> None:
    key, value = key[:200], value[:200]
    row = db.session.exec(select(Learned).where(Learned.kind == kind, Learned.key == key)).first()
    if row is None:
        db.session.add(Learned(kind=kind, key=key, value=value))
    else:
        row.value = value


def teach_header(header: str, fact: str) -> None:
    """Say which fact a header of the scheme's own means."""
    if not any(fact in readers for readers in READERS.values()):
        raise Refused("Please choose one of the facts on the list.", "fact")
    _learn("header", " ".join(header.split()), fact)


def answer(answers: Mapping[str, object]) -> int:
    """Act on what was answered, by the name of each group of questions; how many were. ``None`` leaves one open.

    Somebody else may have answered some of them meanwhile: those are passed by.
    """
    answered, state = 0, actions.taking()
    for one in group(queries.open_questions()):
        given = answers.get(one.name)
        if given is not None:
            _act(one, given, state)
            answered += 1
    return answered


def _act(one: Group, given: object, state: Taking) -> None:
    chosen = [str(entry) for entry in given] if isinstance(given, list) else [str(given)]
    if one.topic == MARK:
        answer_mark(one, {meaning.value: meaning for meaning in YesNo}.get(chosen[0]))
    elif one.topic == WORKER:
        answer_worker(one, "" if chosen == ["nobody"] else chosen[0])
    elif one.topic == DIFFERENCE:
        answer_difference(one, take_the_file_s=chosen == ["theirs"])
    elif one.topic == LINK:
        answer_link(one, is_the_same=chosen == ["same"], state=state)
    elif TOPICS[one.topic].each:
        answer_list(one, one.options, chosen)
    else:
        answer_list(one, chosen)
