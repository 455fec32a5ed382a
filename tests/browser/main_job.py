"""The chapters of the main job, told by four people in front of their own pages. Everybody is invented."""

from datetime import timedelta
from pathlib import Path

from flask.testing import FlaskCliRunner
from playwright.sync_api import expect

from tests.browser.clock import DaysPass, today_in_london
from tests.browser.reader import PHONE, Reader, addresses_in, emails_to
from tests.ground.browser import LiveServer, NewReader

WORKER, MANAGER = "wyn@example.org", "mair@example.org"
CARER, PERSON = "ffion@example.org", "tegan@example.org"
FINDINGS = ("out of 100", "score", "Together", "the best fit")
"""Words of the desk that no portal says."""
STEPS = ("Put these two forward", "Start introductions", "Start trying it out", "Make it long-term")


class Story:
    """Four people, told in the order things happen. Each chapter is one or two of them in front of their pages."""

    def __init__(self, command: FlaskCliRunner, new_reader: NewReader, server: LiveServer, days_pass: DaysPass) -> None:
        self.command, self.new_reader, self.server, self.days_pass = command, new_reader, server, days_pass
        self.readers: list[Reader] = []

    def run(self, *words: str) -> str:
        """A command at the server; what it printed."""
        done = self.command.invoke(args=list(words))
        assert done.exit_code == 0, done.output
        return done.output

    def reader(self, link: str, **browser: object) -> Reader:
        """Somebody opens a browser and the link they were given."""
        self.readers.append(Reader(self.new_reader(**browser)))
        return self.readers[-1].sign_in(link)

    def link_for(self, address: str) -> str:
        """The newest link that was emailed to somebody."""
        self.run("scheme", "deliver")
        outbox = Path(self.server.app.config["INSTANCE_PATH"]) / "outbox"
        return [link for words in emails_to(outbox, address) for link in addresses_in(words)][-1]

    def comes_back(self, address: str, **browser: object) -> Reader:
        """Somebody returns another day: they ask for a link and use it."""
        asking = Reader(self.new_reader(**browser))
        asking.open("/").write("Your email address", address).press("Send me a link")
        assert "a link is on its way" in asking.words
        return self.reader(self.link_for(address), **browser)

    # --- the desk ----------------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """A scheme, a worker with the link a command printed, and a manager."""
        self.run("scheme", "create", "Invented Meadow", "--kind", "shared-lives")
        printed = self.run("scheme", "invite", WORKER, "--role", "worker", "--name", "Wyn Price")
        self.run("scheme", "invite", MANAGER, "--role", "manager", "--name", "Mair Lewis")
        self.worker = self.reader(addresses_in(printed)[0])
        expect(self.worker.page.get_by_text("Nobody is waiting for an answer.")).to_be_visible()

    def brings_a_spreadsheet(self, file: Path) -> None:
        """The worker looks at what it would do, and nothing is changed until they say so."""
        worker = self.worker.follow("Our scheme").follow("Your spreadsheet")
        worker.page.get_by_label("Your spreadsheet").set_input_files(file)
        worker.press("Show me what would happen")
        assert "nothing is lost" in worker.words
        self.run("scheme", "work", "--once")
        worker.page.wait_for_url("**/desk/spreadsheets/*")
        report = worker.page.url
        assert "Nothing is changed yet" in worker.words
        assert "Nobody is here yet." in worker.open("/desk/people/").words
        worker.open(report).press("Bring it in")
        self.run("scheme", "work", "--once")
        worker.page.wait_for_url(report)
        assert _counts(worker, "People") == ["2", "0", "0", "1", "1", "1"]
        assert _counts(worker, "Households") == ["3", "0", "0", "0", "0", "0"]
        assert "Bus pass (People waiting)" in worker.words
        for where, found in (
            ("People waiting, row 5: D.O.B.", "31/02/1980"),
            ("People waiting, row 5: Looking for", "supported living flat"),
            ("People waiting, row 5: OK with pets?", "x"),
            ("Carers, row 4: Smokers", "x"),
        ):
            cells = worker.page.get_by_role("row", name=where).get_by_role("cell")
            assert (cells.nth(0).inner_text(), cells.nth(2).inner_text()) == (found, "Kept as a note")
        assert "Left out: there is no name" in worker.page.get_by_role("row", name="People waiting, row 8").inner_text()

    def answers_what_it_left_open(self) -> None:
        """What the mark means and who “Wyn” is, said once."""
        worker = self.worker.follow("Answer them")
        worker.choose("Yes", "People waiting: OK with pets?: what does the mark mean?")
        worker.page.get_by_label("“Wyn”").select_option(label="Wyn Price")
        worker.press("Save these answers")
        assert "OK with pets?" not in worker.words, "it is asked once"
        cai = worker.follow("People").follow("Cai")
        assert "How do they feel about animals? Pets are fine" in cai.words
        assert "D.O.B.: 31/02/1980" in cai.words, "word for word, as a note"
        assert "When were they born?" in cai.words.partition("Not known yet:")[2]

    def looks_who_might_suit(self) -> None:
        """Households in order, with reasons; one pair in full; and why one is ruled out."""
        worker = self.worker.follow("People").follow("Tegan").follow("Households that might suit")
        names = worker.page.locator("ol h2").all_inner_texts()
        assert names == ["Ffion Gray", "Gil Hart"]
        assert "Both enjoy baking and gardening." in worker.page.locator("ol > li").first.inner_text()
        worker.page.get_by_text("Ruled out by something essential: 1").click()
        worker.follow("Why not? Ida Jory")
        assert "Stands in the way" in worker.words
        assert "offer" in worker.main.get_by_text("Live-in").first.inner_text()
        worker.follow("Households for Tegan").follow("Ffion Gray")
        for caption in ("For Tegan", "For the household"):
            _check_the_sum(worker, caption)

    def fills_in_what_is_not_known(self) -> None:
        """No crisis, who lives there, where exactly. What Tegan needs of a home is left for later."""
        worker = self.worker.follow("People").follow("Tegan").follow("Note a crisis, or that it is over")
        worker.choose("No", "Are they in a crisis?").press("Save")
        worker.follow("Change where they are with looking")
        worker.choose("Ready to meet", "Where are they with looking?").press("Save")
        worker.follow("Households").follow("Ffion Gray").follow("Change how many")
        worker.write(
            "How many people are supported there already, apart from arrangements kept in Alongside?", "0"
        ).press("Save")
        worker.follow("Change: where the home is").write("Address", "1 Invented Towpath").press("Save")
        worker.follow("Change the named worker")
        worker.page.get_by_role("combobox").select_option(label="Wyn Price")
        worker.press("Name them")

    def changes_what_counts(self) -> None:
        """The manager says that interests count for more, and why."""
        manager = self.manager = self.reader(self.link_for(MANAGER))
        manager.follow("Our scheme").follow("What counts, and how much").follow("Change the weights")
        manager.write("Interests", "9").write("Why this change?", "Invented: people stay for what they do together.")
        manager.press("Publish these weights")
        assert "Interests: 5 → 9" in manager.words

    def puts_forward(self, household: str) -> None:
        """Two are put forward with the weights of today."""
        worker = self.worker.follow("People").follow("Tegan").follow("Households that might suit").follow(household)
        assert "version 1 of the weights" in worker.words
        worker.follow("Put these two forward")
        worker.write("Why might these two get on?", "Invented: you both talked of a garden.")
        worker.press("Put these two forward")
        assert worker.title == f"Tegan, with {household}"
        assert "Still to say yes" in worker.words

    def invites_both_to_their_own_pages(self) -> None:
        """From the profiles: Ffion, who offers, and Tegan herself."""
        worker = self.worker.follow("Households").follow("Ffion Gray").follow("Ffion Gray, Carer")
        worker.follow("Invite Ffion Gray to the household's own pages")
        worker.write("Their email address", CARER).press("Send the invitation")
        worker.follow("People").follow("Tegan").follow("Consents and supporters").follow(
            "Let somebody open these pages"
        )
        worker.write("What is their email address?", PERSON).write("What are they called?", "Tegan Vaughan")
        worker.choose("It is my own profile", "On what authority?").choose(
            "Read and help to write", "How far does it go?"
        )
        worker.press("Save")

    # --- the two sides answer ----------------------------------------------------------------------------------------------

    def carer_answers_on_a_phone(self) -> None:
        """One tap says that the space is still right; then yes to somebody whose name is not shown."""
        carer = self.reader(self.link_for(CARER), viewport=PHONE, has_touch=True, is_mobile=True)
        assert "You have not told us before." in carer.words
        carer.tap("Yes, still right")
        assert "You have not told us before." not in carer.words
        carer.follow_big("Somebody near LA1")
        assert "both enjoy" in carer.words
        for hidden in ("Tegan", "Vaughan", "LA1 4ZZ", "my nan", *FINDINGS):
            assert hidden not in carer.words
        carer.tap("Yes")
        assert "Your answer now" in carer.words
        assert _fits(carer)

    def person_answers_with_the_keyboard(self) -> None:
        """Tegan looks at both side by side, and answers with nothing but keys."""
        person = self.reader(self.link_for(PERSON))
        assert person.title == "Hello Tegan"
        person.tab_to("Look at them side by side").enter()
        assert {"Ffion", "Gil"} <= set(person.page.locator("article h2").all_inner_texts())
        for hidden in ("Gray", "Hart", "Towpath", "LA1 5ZZ", *FINDINGS):
            assert hidden not in person.words
        person.tab_to("Ffion").enter()
        assert "We live by the canal and eat at six." in person.words
        assert "Yes" not in person.page.locator(".app-answer--chosen").all_inner_texts(), "Ffion's yes is not shown"
        for hidden in ("Gray", "Towpath", "LA1 5ZZ", *FINDINGS):
            assert hidden not in person.words
        person.tab_to("Yes").enter()
        assert "Thank you. We have your answer." in person.words
        person.tab_to("Back to my pages").enter().follow_big("Gil").tab_to("No").enter()

    def worker_starts_introductions(self) -> None:
        """Both said yes, so the worker may; the other is told kindly that it does not go ahead."""
        worker = self.worker.follow("Arrangements").follow("Tegan, with Gil Hart").follow("Do not go ahead")
        worker.page.get_by_label("Reason").select_option(label="They are looking for somewhere nearer.")
        worker.press("Do not go ahead")
        worker.follow("Arrangements").follow("Tegan, with Ffion Gray")
        worker.follow("Start introductions").press("Start introductions")
        assert "Getting to know each other" in worker.words

    def worker_checks_and_plans_visits(self) -> None:
        """A visit waits for what is not known; then three are planned, from tomorrow on."""
        worker = self.worker
        self.plan_a_visit("Tea and a chat", 1)
        assert "We do not know what access needs there are." in worker.page.get_by_role("alert").inner_text()
        worker.follow("Visits: Tegan, with Ffion Gray").follow("Tegan, with Ffion Gray")
        worker.follow("Write down what you found about a home they can get about in")
        worker.choose("It is met", "What did you find?").write(
            "How did you check?", "Invented: we walked round it together."
        )
        worker.press("Save")
        for days, kind in ((1, "Tea and a chat"), (2, "A meal together"), (4, "A trip out")):
            self.plan_a_visit(kind, days)
            assert worker.title == "Visits: Tegan, with Ffion Gray"
        worker.follow("Tegan, with Ffion Gray")
        assert "Visits so far: 0. Needed: 3." in worker.words

    def plan_a_visit(self, kind: str, days: int) -> None:
        """Fill in the form about one visit."""
        worker = self.worker.follow("Plan a visit").choose(kind, "What kind of visit?")
        worker.date("Which day?", today_in_london() + timedelta(days=days)).write("Where?", "at their house").press(
            "Save"
        )

    def both_hear_of_the_visits(self) -> None:
        """Now names, stories and the address are there, for the two of them."""
        carer = self.comes_back(CARER, viewport=PHONE).follow_big("Tegan")
        assert "my nan, and being asked first" in carer.words
        person = self.comes_back(PERSON).follow_big("Ffion")
        assert "1 Invented Towpath, LA1 5ZZ" in person.words
        for reader in (carer, person):
            assert "Tea and a chat" in reader.words
            assert "Say how it felt" not in reader.words, "it has not been yet"

    # --- days later --------------------------------------------------------------------------------------------------------

    def both_say_how_it_felt(self) -> None:
        """Six days later, with faces."""
        self.days_pass(6)
        for address, name, feeling in ((CARER, "Tegan", "Happy"), (PERSON, "Ffion", "Very happy")):
            reader = self.comes_back(address, viewport=PHONE).follow_big(name)
            while "Say how it felt" in reader.words:
                reader.follow_big("Say how it felt").choose(feeling, "How did it feel?").press("Tell my worker")
            assert reader.words.count(f"You said it felt: {feeling}.") == 3
            assert _fits(reader)

    def worker_starts_the_trial(self) -> None:
        """A place to go back to and a plan are written down first."""
        worker = self.worker = self.comes_back(WORKER).follow("Arrangements").follow("Tegan, with Ffion Gray")
        assert "where whoever moves can go back to" in worker.words
        worker.follow("Change a place to go back to")
        worker.write("Where can whoever moves go back to?", "Invented: her room at Nan’s")
        worker.write("What was agreed about living together?", "Invented: own room, Sunday lunch at Nan’s").press(
            "Save"
        )
        assert "when it gets too much" in worker.words
        worker.follow("How it starts, check-ins, what makes it home, and deciding together")
        worker.follow("Change if it gets too much")
        worker.write("What happens when it gets too much, or somebody is ill?", "Invented: ring Wyn; Nan has a bed")
        worker.press("Save").follow("Tegan, with Ffion Gray")
        worker.follow("Start trying it out").press("Start trying it out")
        assert "Trying it out" in worker.words

    def both_say_yes_to_going_on(self) -> None:
        """Weeks later both are asked again, apart."""
        self.days_pass(28)
        for address, name in ((CARER, "Tegan"), (PERSON, "Ffion")):
            reader = self.comes_back(address, viewport=PHONE).follow_big(name)
            assert "Invented: own room, Sunday lunch at Nan’s" in reader.words
            assert "Would you like to go on?" in reader.words
            reader.press("Yes")
            assert "Your answer now" in reader.words

    def it_becomes_long_term(self) -> None:
        """The worker listens once more, writes it down, and it is long-term."""
        worker = self.worker = self.comes_back(WORKER).follow("Arrangements").follow("Tegan, with Ffion Gray")
        assert "A conversation to listen and connect with the person comes first." in worker.words
        worker.follow("People").follow("Tegan").follow("Note a conversation")
        worker.date("When did you speak?", today_in_london()).choose("Listen and connect", "Which conversation was it?")
        worker.write("What did they say?", "Invented: it feels like home.").press("Save")
        worker.follow("Write down a talk").page.get_by_label("Staying where they are, with support").check()
        worker.date("When?", today_in_london()).write("Who talked about it?", "Tegan and Wyn").press("Save")
        assert "Tegan and Wyn: staying where they are, with support" in worker.words
        worker.follow("Arrangements").follow("Tegan, with Ffion Gray")
        assert "Meet with both sides to decide together" in worker.words
        worker.follow("How it starts, check-ins, what makes it home, and deciding together")
        worker.follow("Plan a meeting, or write one down").date("Which day?", today_in_london())
        worker.write("What did the person say?", "Invented: I want to stay")
        worker.write("What did the household say?", "Invented: so do we").press("Save")
        self.everybody_signs()
        worker = self.worker = self.comes_back(WORKER)
        worker.follow("Arrangements").follow("Tegan, with Ffion Gray").follow("Make it long-term").press(
            "Make it long-term"
        )
        assert "Sharing a life" in worker.words
        told = [title.partition(" →")[0] for title in worker.page.locator(".app-timeline__title").all_inner_texts()]
        assert [title for title in reversed(told) if title in STEPS] == list(STEPS)
        assert "Settled" in worker.follow("People").words

    def everybody_signs(self) -> None:
        """What it costs and which room it is are written down; the worker asks, and each signs in their own pages."""
        worker = self.worker.follow("Arrangements").follow("Tegan, with Ffion Gray").follow("Change what it costs")
        for cost, amount, payer in (
            ("Rent for the room", "85.40", "The council"),
            ("Care and support", "412", "The council"),
        ):
            line = worker.page.get_by_role("group", name=cost)
            line.get_by_label("How much?").fill(amount)
            line.get_by_label("For how long?").select_option(label="a week")
            line.get_by_label("Who pays?").select_option(label=payer)
        worker.press("Save what it costs").follow("The agreement").follow("Change the room")
        worker.write("Which room is it?", "Invented: the back bedroom").press("Save")
        worker.press("Make the agreement").press("Ask everybody to sign")
        worker.follow_big("Sign for").write("Type your name", "Wyn Price").press("Save")
        for address, name, title in ((CARER, "Tegan", "What was agreed"), (PERSON, "Ffion", "What we agreed")):
            reader = self.comes_back(address, viewport=PHONE).follow_big(name).follow_big(title)
            assert "Rent for the room: £85.40 a week." in reader.words
            assert _fits(reader)
            reader.write("Type your name", f"Invented {name}").press("I agree")
            assert "You signed this on" in reader.words

    def person_sees_who_looked(self) -> None:
        """Everybody who opened her pages is there, with why."""
        person = self.comes_back(PERSON).follow_big("Who looked at my profile")
        assert "Wyn Price looked on" in person.words
        assert "Ffion looked on" in person.words
        assert "You were put forward to them" in person.words


def _counts(reader: Reader, name: str) -> list[str]:
    """The numbers of one line of the spreadsheet's report."""
    rows = reader.page.get_by_role("table", name="Rows", exact=True)
    return rows.get_by_role("row", name=name).get_by_role("cell").all_inner_texts()


def _check_the_sum(reader: Reader, caption: str) -> None:
    """Weight × fit is points on every line; the lines add up to the total; total ÷ weights is the score."""
    table = reader.page.get_by_role("table", name=caption)
    lines = [
        [int(figure) for figure in row.locator(".app-sum__figure").all_inner_texts()]
        for row in table.locator("tbody tr").all()
    ]
    assert len(lines) >= 12
    assert all(weight * fit == points for weight, fit, points in lines)
    weights, score, total = [int(figure) for figure in table.locator("tfoot .app-sum__figure").all_inner_texts()]
    assert (weights, total) == (sum(line[0] for line in lines), sum(line[2] for line in lines))
    assert score == (2 * total + weights) // (2 * weights)


def _fits(reader: Reader) -> bool:
    """Nothing has to be pushed sideways to be read."""
    return bool(reader.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
