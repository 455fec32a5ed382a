"""The paper everybody signs: made from what is written down, frozen when they are asked, made again when something changes."""

import pytest

from carers.models import MemberKind
from matching.actions import agreeing, answering, clearing, signing
from matching.actions.signing import Signed
from matching.agreements.costs import Amount, Cost, Payer, Per
from matching.agreements.filling import Said
from matching.agreements.kinds import AgreedHow, Party, SignedBy, a_year_after
from matching.lifecycle import Stage
from matching.models import Agreement, AnswerWord, Side
from matching.queries import agreements, arrangements
from scheme.clock import local_moment, today
from scheme.database import carry_out
from scheme.errors import ChangedMeanwhile, Refused
from scheme.kinds import ArrangementKind
from scheme.models import Account, Role
from tests.ground.accounts import MakeAccount
from tests.matching.conftest import Story, a_household, a_member, days

YES = AnswerWord.YES


def newest(story: Story) -> Agreement:
    return agreements.agreements_of(story.arrangement.id)[0]


def written(paper: Agreement, name: str) -> agreements.WrittenPart:
    part = agreements.text_of(paper).part(name)
    assert part
    return part


def in_trial(story: Story) -> Story:
    """They try it out with two carers, and both sides say yes to going on."""

    def two_carers() -> object:
        household = a_household()
        for name in ("Invented Ruth", "Invented Colin"):
            a_member(household, MemberKind.CARER, name)
        return household

    story.begin(household=carry_out(two_carers)).both_say(YES)
    for member in arrangements.asked_members(story.pair.household.id):
        carry_out(answering.answer, story.worker, story.pair, Side.HOUSEHOLD, YES, member=member)
    story.take("introduce").visit(9).visit(6).visit(3).write_plans().take("start_trial")
    return story.both_say(YES)


def test_nothing_becomes_long_term_until_everybody_has_signed(story: Story) -> None:
    in_trial(story)
    with pytest.raises(Refused, match="Nobody has been asked to sign yet"):
        story.take("settle")
    carry_out(story._ask_everybody)
    with pytest.raises(Refused, match="Still to sign: Invented P001, Invented Colin, Invented Ruth and"):
        story.take("settle")
    carry_out(story._everybody_signs)
    assert newest(story).signed_at
    assert newest(story).renew_on == a_year_after(today())
    story.take("settle")
    assert story.arrangement.stage is Stage.LONG_TERM


def test_nobody_is_asked_while_something_is_not_written_down(story: Story) -> None:
    in_trial(story)
    paper = carry_out(agreeing.make_agreement, story.worker, story.pair)
    with pytest.raises(Refused, match=r"Still to be written down: what it costs, and who pays and which room it is\."):
        carry_out(agreeing.ask_to_sign, story.pair, paper)


def test_the_paper_says_what_is_written_down_in_both_registers(story: Story) -> None:
    in_trial(story)
    carry_out(story._ask_everybody)
    text = agreements.text_of(newest(story))
    plain = " ".join(part.plain for part in text.parts)
    easy = " ".join(part.easy_read for part in text.parts)
    for said in (plain, easy):
        for fact in (
            "Invented P001",
            "Invented Colin and Invented Ruth",
            "Own room, meals together",
            "£85.40 a week",
            "The back bedroom",
            "28 days",
            "at least once a year",
            "Invented Wyn",
        ):
            assert fact in said
        assert "{" not in said
        assert "not written down" not in said
    assert "Paid by: The council." in plain
    assert "The council pays this." in easy
    assert text.part("independent") is None, "nobody is named, so the part is left out"


def test_when_the_plan_changes_everybody_is_asked_again_and_the_old_paper_is_kept(story: Story) -> None:
    in_trial(story).agree()
    first = newest(story)
    carry_out(clearing.write_plan, story.pair, "Tea at seven now", "Back to mum’s", story.arrangement.version)
    with pytest.raises(Refused, match="Something changed since: what was agreed with each other"):
        story.take("settle")
    draft = carry_out(agreeing.make_agreement, story.worker, story.pair)
    carry_out(agreeing.write_costs, story.pair, {Cost.RENT: Amount(Cost.RENT, 9000, Per.WEEK, Payer.PERSON)})
    with pytest.raises(Refused, match="Something changed since this was made"):
        carry_out(agreeing.ask_to_sign, story.pair, draft)
    story.agree().take("settle")
    papers = agreements.agreements_of(story.arrangement.id)
    assert [paper.number for paper in papers] == [2, 1]
    assert "Own room" in written(first, "living_together").plain
    assert len(agreements.signatures_of(first.id)) == 4


def test_the_plan_in_easy_read_is_the_persons_own_and_a_change_of_it_asks_everybody_again(story: Story) -> None:
    in_trial(story).agree()
    assert written(newest(story), "living_together").easy_read == "Own room, meals together"
    pair = story.pair
    easy = "You have your own room.\nYou eat together."
    carry_out(clearing.write_plan, pair, pair.arrangement.plan, "Back to mum’s", pair.arrangement.version, easy)
    with pytest.raises(Refused, match="Something changed since: what was agreed with each other"):
        story.take("settle")
    story.agree()
    part = written(newest(story), "living_together")
    assert (part.plain, part.easy_read) == ("Own room, meals together", easy)
    story.take("settle")


def test_a_sheet_that_one_of_them_signed_already_is_written_down_for_nobody(story: Story) -> None:
    in_trial(story)
    carry_out(story._ask_everybody)
    paper, (person, colin, ruth, _scheme) = newest(story), agreements.parties(story.pair)
    sheet = Signed(SignedBy.PAPER, None, file_name="page.pdf")
    carry_out(signing.sign, story.worker, story.pair, paper, ruth, sheet)
    with pytest.raises(Refused, match="Invented Ruth has signed already"):
        carry_out(signing.sign_one_sheet, story.worker, story.pair, paper, [person, colin, ruth], sheet)
    assert [one.member_id for one in agreements.signatures_of(newest(story).id)] == [ruth.member_id]
    carry_out(signing.sign_one_sheet, story.worker, story.pair, newest(story), [person, colin], sheet)
    assert {one.file_name for one in agreements.signatures_of(newest(story).id)} == {"page.pdf"}


def test_a_licence_is_made_new_a_year_after_the_last_to_sign_whoever_is_written_down_last(story: Story) -> None:
    in_trial(story)
    carry_out(story._ask_everybody)
    carry_out(lambda: setattr(newest(story), "made_at", local_moment(days(-9))))
    person, colin, ruth, scheme = agreements.parties(story.pair)
    for signers, signed in (
        ([scheme], Signed(SignedBy.TYPED, "Invented Wyn")),
        ([person, colin], Signed(SignedBy.PAPER, None, on=days(-2), file_name="page.pdf")),
        ([ruth], Signed(SignedBy.PAPER, None, on=days(-9), file_name="other.pdf")),
    ):
        carry_out(signing.sign_one_sheet, story.worker, story.pair, newest(story), signers, signed)
    assert newest(story).renew_on == a_year_after(today())


def test_somebody_who_moves_in_is_asked_too(story: Story) -> None:
    in_trial(story).agree()
    carry_out(lambda: a_member(story.pair.household, MemberKind.CARER, "Invented Bo"))
    with pytest.raises(Refused, match="Still to sign: Invented Bo"):
        story.take("settle")


def test_a_part_is_written_differently_for_these_two_and_stays_so(story: Story) -> None:
    in_trial(story)
    draft = carry_out(agreeing.make_agreement, story.worker, story.pair)
    said = Said("Dad visits on Sundays.", "Dad comes on Sunday.")
    carry_out(agreeing.adjust_part, draft, "support", said, draft.version)
    with pytest.raises(ChangedMeanwhile):
        carry_out(agreeing.adjust_part, draft, "support", Said("x", "y"), 1)
    with pytest.raises(Refused, match="come from elsewhere"):
        carry_out(agreeing.adjust_part, draft, "living_together", said, None)
    with pytest.raises(Refused, match="filled in already"):
        carry_out(agreeing.adjust_part, draft, "support", Said("{person}", ""), draft.version)
    story.agree()
    assert written(newest(story), "support").plain == "Dad visits on Sundays."
    with pytest.raises(Refused, match="its words stay"):
        carry_out(agreeing.adjust_part, newest(story), "support", said, None)


def test_the_agreement_waits_for_the_trial_and_is_over_with_the_ending(story: Story) -> None:
    story.begin()
    with pytest.raises(Refused, match="once they are trying it out"):
        carry_out(agreeing.make_agreement, story.worker, story.pair)


def test_who_signed_stays_as_it_is_once_it_is_over(story: Story) -> None:
    in_trial(story)
    carry_out(story._ask_everybody)
    scheme = agreements.parties(story.pair)[-1]
    by_scheme = Signed(SignedBy.TYPED, "Invented Wyn")
    signature = carry_out(signing.sign, story.worker, story.pair, newest(story), scheme, by_scheme)
    story.take("end_trial", reason="moved_on")
    person = agreements.parties(story.pair)[0]
    seen = Signed(SignedBy.WITNESSED, None, how=AgreedHow.SIGN, who_saw="Invented Wyn")
    with pytest.raises(Refused, match="This is over"):
        carry_out(signing.sign, story.worker, story.pair, newest(story), person, seen)
    with pytest.raises(Refused, match="This is over"):
        carry_out(signing.take_off, story.pair, newest(story), signature)


def test_staying_for_now_needs_no_paper_and_may_have_one(story: Story) -> None:
    story.begin(ArrangementKind.EMERGENCY).both_say(YES).write_plans().take("stay_for_now")
    assert story.arrangement.stage is Stage.TRIAL
    draft = carry_out(agreeing.make_agreement, story.worker, story.pair)
    carry_out(agreeing.ask_to_sign, story.pair, draft)
    assert written(newest(story), "for_now").easy_read.startswith("You can stay until")


# --- each in their own way -------------------------------------------------------------------------------------------------


def test_each_way_of_signing_says_what_is_missing(story: Story, make_account: MakeAccount) -> None:
    in_trial(story)
    carry_out(story._ask_everybody)
    paper = newest(story)
    person, carer, _, scheme = agreements.parties(story.pair)

    def refused(words: str, signer: agreements.Signer, signed: Signed, account: Account | None = None) -> None:
        with pytest.raises(Refused, match=words):
            carry_out(signing.sign, account or story.worker, story.pair, paper, signer, signed)

    refused("Only Invented P001 can sign here by typing", person, Signed(SignedBy.TYPED, "Pat"))
    refused("Please type the name", scheme, Signed(SignedBy.TYPED, None))
    refused("how they agreed", person, Signed(SignedBy.WITNESSED, None))
    refused("who saw it", person, Signed(SignedBy.WITNESSED, None, how=AgreedHow.SIGN))
    refused("signed page", carer, Signed(SignedBy.PAPER, None))
    refused("on which authority", person, Signed(SignedBy.FOR_THEM, "Invented Deputy"))
    refused("still to come", carer, Signed(SignedBy.PAPER, None, on=days(1), file_name="x.pdf"))
    refused("Nobody can have signed it before", carer, Signed(SignedBy.PAPER, None, on=days(-1), file_name="x.pdf"))
    refused("ask your worker", person, Signed(SignedBy.PAPER, None, file_name="x.pdf"), make_account(Role.SUPPORTER))
    carry_out(
        signing.sign, story.worker, story.pair, paper, person,
        Signed(SignedBy.FOR_THEM, "Invented Deputy", words="Deputy for welfare; every other way was tried"),
    )  # fmt: skip
    refused("has signed already", person, Signed(SignedBy.WITNESSED, None, how=AgreedHow.SIGN, who_saw="Wyn"))


def test_a_signature_written_down_by_mistake_is_taken_off_and_is_asked_for_again(story: Story) -> None:
    in_trial(story).agree()
    signature = agreements.signatures_of(newest(story).id)[0]
    carry_out(signing.take_off, story.pair, newest(story), signature)
    assert (newest(story).signed_at, newest(story).renew_on) == (None, None)
    with pytest.raises(Refused, match="Still to sign: Invented P001"):
        story.take("settle")
    assert [one.party for one in agreements.still_to_sign(story.pair, newest(story))] == [Party.PERSON]


def test_only_the_newest_paper_is_signed(story: Story) -> None:
    in_trial(story).agree()
    first = newest(story)
    draft = carry_out(agreeing.make_agreement, story.worker, story.pair)
    carry_out(agreeing.ask_to_sign, story.pair, draft)
    signature = agreements.signatures_of(first.id)[0]
    with pytest.raises(Refused, match="the newest one"):
        carry_out(signing.take_off, story.pair, first, signature)
