"""Practice: what a worker meets, at any front end, and what is and is not kept."""

import json
import re
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.conversation.dialogue import Dialogue
from guide.conversation.events import Contact, Heading, Said
from guide.front.plain.group import WIDTH, GroupPractice, Timer
from guide.i18n.words import Words
from guide.practice import handout
from guide.practice.debrief import first_difference
from guide.practice.practice import Practice
from guide.practice.progress import PROGRESS_VERSION, Practised, Shelf, read_progress
from guide.practice.safest import right_way
from guide.practice.scenario import ScenarioCase, shuffled
from guide.practice.talk import may_wait, sayable, talk_after
from guide.session import NotOffered
from tests.support.practising import (
    MAIN,
    SEED,
    after,
    badly,
    practice,
    screen,
    shipped,
    stage,
    telling,
    told,
    well,
)
from tests.support.talking import ROOT

STORY = "coins-for-a-picture"
GOLDEN = ROOT / "tests" / "practice"


def shelf_of_today(file: Path | None = None) -> Shelf:
    """A list to which every day is the same."""
    return Shelf(str(file or ""), today=lambda: date(2026, 11, 26))


def text_of(held: Practice) -> str:
    """All that is said now."""
    return "\n".join(getattr(event, "text", "") for event in held.again())


PLAYED = {
    "listen": [
        *("listen", "what game", "i'm glad", "that is not", "i can't keep"),
        *("try again", "i'm glad", "x"),
    ],
    "route": [
        *("decide", "write it down", "childline", "that is all", "1", "i'm not sure"),
        *("none of these", "11 to 17", "something online", "8", "compare", "finish"),
    ],
    "walk": [
        *("walk", "3", "2", "no", "11 to 17", "sexual abuse", "asked or pushed", "compare"),
        *("what if", "how old", "18", "what i have", "finish"),
    ],
}
"""One story in each way, as it is typed."""


@pytest.mark.parametrize("way", PLAYED)
def test_what_a_worker_reads(
    way: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the letter, one story in each of the three ways."""
    monkeypatch.setenv("COLUMNS", "72")
    found = screen(practice(STORY, shelf_of_today()), *PLAYED[way])
    file = GOLDEN / f"{way}.txt"
    if request.config.getoption("--update"):
        file.write_text(found, encoding="utf-8")

    assert file.read_text(encoding="utf-8") == found


@pytest.mark.parametrize("way", PLAYED)
def test_everything_fits_into_40_columns(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """But for links and files, which are never broken."""
    monkeypatch.setenv("COLUMNS", "40")
    lines = screen(practice(STORY), *PLAYED[way]).splitlines()

    assert [] == [line for line in lines if len(line) > 40 and "https://" not in line]


def test_help_stands_on_every_screen_of_a_practice() -> None:
    """999, Childline, a trusted adult and CEOP, for the worker too."""
    shown = screen(practice(), *PLAYED["listen"])

    assert shown.count("> ") == shown.count("999, Childline 0800 1111")


def test_the_content_note_comes_before_the_story() -> None:
    """And that it can be left at any time."""
    shown = screen(practice(STORY), "listen")

    note = shown.index("Before you start: Someone in a game asks")
    assert note < shown.index("You can leave at any time") < shown.index("Young person:")


def test_a_practice_can_be_left_in_the_middle_without_a_word() -> None:
    """x ends it, as in the guide."""
    assert "Thank you" not in screen(practice(STORY), "listen", "x", "1")


def test_a_practice_is_a_talk_like_a_conversation() -> None:
    """Whatever a front end asks of a Conversation, a Practice answers."""
    held: Dialogue = practice(STORY)
    public = {name for name in vars(Dialogue) if not name.startswith("_")}

    assert set() == public - set(dir(held))


# -- listening


@pytest.fixture
def story() -> ScenarioCase:
    return telling(STORY)


def test_after_two_bad_lines_on_end_the_talk_is_over_for_today(story: ScenarioCase) -> None:
    """They have closed down and told nothing more; writing it down and telling the lead remain."""
    now = talk_after(story, ("which-game", "told-you"))
    shown = " ".join(screen(practice(STORY), "listen", "what game", "why did you take").split())

    assert [-1, -2] == [reply.openness for reply in now.replies]
    assert now.closed
    assert set() == now.told
    assert "Shall I do the lights?" in shown
    assert "They have closed down. The talk is over for today." in shown
    assert "write down their words" in shown
    assert "tell your safeguarding lead today" in shown


def test_a_bad_line_leaves_the_talk_where_it_was(story: ScenarioCase) -> None:
    """The next turn waits until this one is answered: no line rests on what was never told."""
    now = talk_after(story, ("which-game",))

    assert 0 == now.number
    assert ["thanks", "told-you"] == [move.id for move in sayable(story, now)]
    good = talk_after(story, ("which-game", *well(story)))
    assert {"concern", "danger", "age"} == good.told


def test_silence_is_a_move_of_its_own(story: ScenarioCase) -> None:
    """It tells nothing and mends a little; it can be chosen once a turn."""
    now = talk_after(story, ("which-game", "silence"))

    assert (0, 0, frozenset[str]()) == (now.openness, now.number, now.told)
    assert not may_wait(story, now)
    assert may_wait(story, talk_after(story, ("silence", "thanks")))


def test_a_missed_999_stays_missed() -> None:
    """Good lines later do not undo it: it is said, and the child hears no siren before the call."""
    late = telling("on-the-way")
    shown = screen(
        practice(late.id), "listen", "stay there", "thank you for ringing", "i'm staying", "x"
    )
    words = " ".join(shown.split())

    assert "999 was called later than it could have been." in words
    assert words.index("Time goes by. Nobody has called for help.") < words.index("siren")
    closed = " ".join(screen(practice(late.id), "listen", "stay there", "let's not panic").split())
    assert "999 was not called in this talk." in closed
    assert "siren" not in closed
    in_time = " ".join(screen(practice(late.id), "listen", "thank you", "i stay").split())
    assert "later than it could" not in in_time


def test_the_reason_is_seen_afterwards_and_not_before() -> None:
    """While listening nothing is judged; the debrief tells each cause once."""
    reason = "Four questions at once feel like a test."
    during = screen(practice(STORY), "listen", "what game", "i'm glad")
    whole = screen(practice(STORY), *PLAYED["listen"][:5])

    assert reason not in during
    assert reason in " ".join(whole.split())


def test_a_debrief_never_brands_or_scores() -> None:
    """No points, no percentages, no `wrong answer`, in any story however badly it goes."""
    for one in MAIN:
        for event in after(one.id, "listen", *badly(one)).again():
            words = getattr(event, "text", "").lower()
            assert not [bad for bad in ("score", "points", "%", "wrong answer") if bad in words]


def test_the_best_answer_has_no_fixed_place() -> None:
    """The order differs from turn to turn, and is the same again for the same seed."""
    places = {
        shuffled(turn, one, seed).index(turn.best)
        for one in MAIN
        for turn in one.scenario.listen
        for seed in range(3)
    }

    assert {0, 1, 2} <= places
    assert practice(STORY).choose("listen") == practice(STORY).choose("listen")


# -- deciding


@pytest.mark.parametrize(
    ("picks", "place", "wanted"),
    [
        (["ceop"], None, ()),
        (["police", "ceop", "childline"], None, ()),
        (["childline"], 0, ("ceop", "police")),
        (["ceop", "childline"], 1, ("police",)),
        (["ceop", "police", "childline", "nspcc"], 3, ()),
    ],
    ids=["first", "equals in any order", "too early", "an equal left out", "one too many"],
)
def test_an_order_is_compared_place_by_place(
    picks: list[str], place: int | None, wanted: tuple[str, ...]
) -> None:
    """Contacts side by side may come in either order."""
    assert (place, wanted) == first_difference([["ceop", "police"], ["childline"]], picks)


# -- state


def choose_some(held: Practice, numbers: list[int]) -> None:
    for number in numbers:
        offered = [*held.choices, *held.standing_choices]
        if offered:
            held.choose(offered[number % len(offered)].key)


NUMBERS = st.lists(st.integers(0, 40), max_size=14)


@given(NUMBERS, st.integers(0, 3))
@settings(max_examples=60, deadline=None)
def test_any_answers_in_any_order_make_sense(numbers: list[int], seed: int) -> None:
    """Nothing breaks; the story so far is told as it was; back undoes exactly one answer."""
    held = practice(seed=seed)
    choose_some(held, numbers)

    assert held.story()[-1] == held.latest()
    assert len(held.story()) == held.answered + 1 == len(held.answers) + 1
    assert held.finished == (held.choices == ())
    if held.answered:
        number = held.answered - 1
        question, key = held.question(number), held.answers[-1].key
        held.back()
        assert held.answered == number
        assert question == held.again()[-1]
        held.choose(key)


@given(NUMBERS)
@settings(max_examples=30, deadline=None)
def test_a_practice_told_in_other_words_is_at_the_same_place(numbers: list[int]) -> None:
    """A second language beside the first, and a change of language, keep every answer."""
    held = practice()
    twin = held.twin(Words(shipped().contacts))
    choose_some(held, numbers)
    before = held.again()

    assert before == twin.again()
    assert before == held.speak(Words(shipped().contacts))[-len(before) :]


def test_an_answer_that_is_not_offered_changes_nothing() -> None:
    """The screen is the same as before."""
    held = after(STORY, "listen")
    before = held.again()

    with pytest.raises(NotOffered):
        held.choose("purple")

    assert before == held.again()


def test_an_earlier_answer_can_be_changed() -> None:
    """What came after it is asked anew."""
    held = after(STORY, "listen", "thanks", "ask-safe")
    held.change(1, "told-you")

    assert ["listen", "told-you"] == [given.key for given in held.answers]


def test_restart_leaves_nothing_of_the_one_before() -> None:
    """Menu, answers and what was practised: somebody else may be next."""
    held = after(STORY, "listen", "thanks", "ask-safe", "honest", "practised")
    held.restart()

    assert ("menu", 0) == (held.step, held.answered)
    held.choose("practised")
    assert "None yet." in [getattr(event, "text", "") for event in held.again()]


# -- what is kept


def test_nothing_is_written_unless_asked(tmp_path: Path) -> None:
    """A file that was named is not there until saving is chosen."""
    file = tmp_path / "list.json"
    held = after(
        STORY, "listen", "thanks", "ask-safe", "honest", "practised", shelf=shelf_of_today(file)
    )
    assert [] == list(tmp_path.iterdir())

    held.choose("save")

    assert [file] == list(tmp_path.iterdir())
    assert {
        "kind": "guide practise",
        "version": PROGRESS_VERSION,
        "practised": [
            {
                "story": STORY,
                "ending": "report-to-ceop",
                "mode": "listen",
                "day": "2026-11-26",
                "well": True,
            }
        ],
    } == json.loads(file.read_text())


def test_a_saved_list_is_taken_up_again(tmp_path: Path) -> None:
    """What was practised last time counts, and is saved with what comes on top."""
    file = tmp_path / "list.json"
    first = shelf_of_today(file)
    first.meet("the-forum", "get-help-with-extreme-ideas", "walk", well=False)
    first.save()

    again = shelf_of_today(file)
    again.meet("the-coach", "report-to-ceop", "listen", well=True)
    again.save()

    assert [
        Practised("the-forum", "get-help-with-extreme-ideas", "walk", "2026-11-26", well=False),
        Practised("the-coach", "report-to-ceop", "listen", "2026-11-26", well=True),
    ] == read_progress(str(file))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json",
        b"[]",
        b"{}",
        b'{"kind": "guide practise", "version": 99, "practised": []}',
        b'{"kind": "guide practise", "version": 1, "endings": [], "scenarios": []}',
        b'{"kind": "shopping", "version": 2, "practised": []}',
        b'{"kind": "guide practise", "version": 2, "practised": [7]}',
        b'{"kind": "guide practise", "version": 2, "practised": "x"}',
        b'{"kind": "guide practise", "version": 2, "practised": [{"story": "a", "ending": "b", '
        b'"mode": "listen", "day": "tomorrow", "well": true}]}',
        b"\xff\xfe\x00",
        b"[" * 100_000,
    ],
    ids=[
        "empty",
        "no json",
        "list",
        "no keys",
        "version",
        "the version before",
        "kind",
        "number",
        "text",
        "no date",
        "bytes",
        "deep",
    ],
)
def test_a_broken_or_foreign_list_is_set_aside_untouched(content: bytes, tmp_path: Path) -> None:
    """One clear line says so, saving is not offered, and not a byte of the file changes."""
    file = tmp_path / "list.json"
    file.write_bytes(content)
    held = practice(shelf=Shelf(str(file)))
    shown = " ".join(screen(held, "what i have practised").split())

    assert 1 == shown.count("is not a practice list this program can read.")
    assert "Save this list" not in shown
    assert content == file.read_bytes()


def test_a_set_aside_list_is_said_before_a_story_too(tmp_path: Path) -> None:
    """With a story named on the command line there is no menu to say it."""
    file = tmp_path / "list.json"
    file.write_text("?")
    shown = " ".join(screen(practice(STORY, Shelf(str(file)))).split())

    assert "is not a practice list this program can read." in shown


def test_a_list_that_cannot_be_saved_is_said_so(tmp_path: Path) -> None:
    """A folder that is not there: a plain sentence, and nothing half written."""
    shelf = Shelf(str(tmp_path / "gone" / "list.json"))
    shown = screen(practice(shelf=shelf), "what i have practised", "save")

    assert "The list could not be saved to" in " ".join(shown.split())
    assert [] == list(tmp_path.iterdir())


def test_going_back_and_changing_language_save_nothing_again(tmp_path: Path) -> None:
    """What an answer did is done once, however often it is told."""
    file = tmp_path / "list.json"
    held = after(
        STORY, "listen", "thanks", "ask-safe", "honest", "practised", "save", shelf=Shelf(str(file))
    )
    file.unlink()
    held.speak(Words(shipped().contacts))
    held.story()

    assert not file.exists()


# -- handouts


@pytest.mark.parametrize("name", ["page.md", "page.html"])
def test_a_debrief_is_written_only_where_there_is_no_file(name: str, tmp_path: Path) -> None:
    """It is offered once a file is named; a file that is there is never written over."""
    file = tmp_path / name
    end = ("listen", "told-you", "thanks", "ask-safe", "honest")
    held = after(STORY, *end, "write", shelf=Shelf(debrief=str(file)))
    first = file.read_text(encoding="utf-8")

    assert "How the talk went" in first
    assert "Being told off for the coins made it their fault." in first
    assert f"It is written to {file}." in [getattr(e, "text", "") for e in held.again()]

    held = after(STORY, *end, "write", shelf=Shelf(debrief=str(file)))
    assert f"It could not be written to {file}. Nothing there was changed." in [
        getattr(event, "text", "") for event in held.again()
    ]
    assert first == file.read_text(encoding="utf-8")
    assert [file] == list(tmp_path.iterdir())


@pytest.mark.parametrize("one", MAIN, ids=lambda one: one.id)
@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_every_story_has_a_handout(one: ScenarioCase, name: str) -> None:
    """Its words, its questions to talk about, its way and its sources; and no script or picture."""
    page = handout.story_page(stage(), one, name)

    for words in stage().spoken(one.scenario.talk, one.facts):
        assert words.split(",")[0].split("'")[0] in page
    assert "Talk about this" in page
    assert "The safest way through the guide" in page
    assert "Source: " in page
    assert not [bad for bad in ("<script", "<img", "http-equiv") if bad in page]


def test_participants_and_leader_have_pages_of_their_own() -> None:
    """No answer is on the first; both print apart, with letters, room to write and whom to call."""
    story = telling(STORY)
    page = handout.story_page(stage(), story, "page.html")
    first, _, second = page.partition('<hr class="page">')

    assert "<li>A. " in first
    assert '<div class="write">' in first
    assert "0800 1111" in first
    assert "@media print" in first
    for turn in story.scenario.listen:
        assert turn.best.because[-1].text.source not in first
        assert turn.best.because[-1].text.source in second.replace("&#x27;", "'")
    assert "A good line is " not in first
    assert (
        first.count("Where somebody has listened well until here") == len(story.scenario.listen) - 1
    )
    assert "Samaritans" in first
    assert "tell your safeguarding lead today" in second


def test_the_leader_reads_why_each_line_closes_them_down() -> None:
    """By its letter: what it is called, what comes back, and the reason; nothing of it before."""
    story = telling(STORY)
    page = handout.story_page(stage(), story, "page.md").replace("\\", "")
    first, _, second = page.partition("\n---\n")
    for turn in story.scenario.listen:
        for move in turn.moves:
            because, reply = move.because[-1].text.source, move.reply[-1].text.source
            assert because not in first
            if move.opens < 0:
                (line,) = [line for line in second.splitlines() if line.endswith(because)]
                letter = next(
                    line[:5]
                    for line in first.splitlines()
                    if line.endswith(f". {move.say[-1].text.source}")
                )
                assert line.startswith(letter)
                assert reply in line


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_no_letter_is_good_in_every_turn_of_a_handout(seed: int) -> None:
    """Whoever ticks B all the way down learns that it is not always B."""
    for one in MAIN:
        page = handout.story_page(stage(seed=seed), one, "page.md")
        letters = re.findall(r"A good line is (\w):", page)
        assert len(set(letters)) > 1, one.id


def test_a_group_may_type_how_many_chose_each_answer() -> None:
    """As tallies, with bars; and votes again after talk."""
    shown = led("1", "11 5 12", "vote", "1 1 2")

    assert "Answer 1: 11 (39%) ########" in shown
    assert "Answer 3: 12 (43%) #########" in shown
    assert "The second vote begins." in shown
    assert "Answer 1: 2 (67%)" in shown


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("I am glad you told me", "thanks"),
        ("im glad that you told me, it doesn't sound stupid", "thanks"),
        ("What game and who is it", "which-game"),
        ("glad you", ""),
        ("What shall we have for tea tonight?", ""),
        ("I do not know what to say to you about that", ""),
    ],
)
def test_a_line_typed_nearly_as_it_stands_is_said(typed: str, key: str) -> None:
    """In one's own spelling; anything else leaves the story where it was."""
    held = after(STORY, "listen")
    held.hear(typed)

    assert [key] * bool(key) == [answer.key for answer in held.answers[1:]]


def test_a_cry_for_help_is_heard_before_a_line_of_the_story() -> None:
    """Though most of its words stand in one."""
    held = after(STORY, "listen")
    held.hear("I am glad you told me, I want to kill myself")

    assert held.confirming
    assert 1 == held.answered


@pytest.mark.parametrize(
    ("line", "slip"), [("11 x 12", "x"), ("1 1 l", "l"), ("11/5/l2", "l2"), ("1 9", "9")]
)
def test_a_slip_among_votes_is_named_and_nothing_is_counted(line: str, slip: str) -> None:
    """What could not be read is said, so that only that has to be typed anew."""
    shown = " ".join(led("1", line, "reveal").split())

    assert f"{slip}: that is no vote here. Nothing of this line was counted." in shown
    assert "No votes yet." in shown


@pytest.mark.parametrize("line", ["11 5 12", "11, 5, 12", "11/5/12", "11; 5; 12"])
def test_tallies_are_read_however_they_are_parted(line: str) -> None:
    """Spaces, commas and strokes."""
    assert "Answer 3: 12 (43%)" in led("1", line)


def test_help_stands_once_before_a_group_and_is_there_when_asked_for() -> None:
    """A room reads the story and not the same two lines at every turn."""
    shown = led("1", "go 1", "go 1", "help")

    assert 2 >= shown.count("Childline 0800 1111, An adult you trust")
    assert "Samaritans" in shown


def test_clicking_through_counts_as_nothing() -> None:
    """A talk that closes down and a way that parts are no stories played through."""
    story = telling(STORY)
    for keys in (badly(story), well(story)):
        shelf = Shelf()
        after(STORY, "listen", *keys, shelf=shelf)

        assert (keys == well(story)) == (STORY in shelf.stories)


def test_trying_everything_counts_as_nothing() -> None:
    """In every turn the bad line first and then the good one: the end is reached, and not met."""
    story = telling(STORY)
    shelf = Shelf()
    keys = [
        key
        for turn in story.scenario.listen
        for key in (next(move.id for move in turn.moves if move.opens < 0), turn.best.id)
    ]
    after(STORY, "listen", *keys, shelf=shelf)

    assert set() == shelf.stories


def test_what_was_practised_stands_with_its_day_its_mode_and_whether_well(tmp_path: Path) -> None:
    """Only what was played through; a second time, and well, is what counts that day."""
    shelf = shelf_of_today(tmp_path / "list.json")
    keys = ("listen", "told-you", "thanks", "ask-safe", "honest")
    held = after(STORY, *keys, "practised", shelf=shelf)
    not_yet = "26/11/2026: Coins for a picture. Listen, played through, not yet well."
    assert not_yet in text_of(held)

    held = after(STORY, "listen", "thanks", "ask-safe", "honest", "practised", shelf=shelf)
    assert "26/11/2026: Coins for a picture. Listen, played through well." in text_of(held)
    assert not_yet not in text_of(held)


def test_a_way_decided_or_walked_is_kept_as_such() -> None:
    """Decided first and then walked, or walked alone: two entries, each by its name."""
    answers = [answer.option for answer in right_way(stage(), telling(STORY)).answers]
    shelf = Shelf()
    after(STORY, "walk", *answers, "compare", shelf=shelf)
    after(STORY, "route", "safeguarding-lead", "enough", *answers, "compare", shelf=shelf)

    assert [("walk", True), ("route", True)] == [(e.mode, e.well) for e in shelf.practised]


def test_signs_in_words_stay_signs() -> None:
    """Nothing in a story can become markup of the page."""
    lines = handout.from_events([Heading("a < b"), Said("<b>*x*</b> & [y]")])

    assert "<h2>a &lt; b</h2>" in handout.handout_page("t", lines, "a.html", "en")
    assert "&lt;b&gt;*x*&lt;/b&gt; &amp; [y]" in handout.handout_page("t", lines, "a.html", "en")
    assert "\\<b\\>\\*x\\*\\</b\\> & \\[y\\]" in handout.handout_page("t", lines, "a.md", "en")


def test_a_contact_in_a_debrief_keeps_its_number() -> None:
    """As it is shown."""
    contacts = [event for event in practice().help() if isinstance(event, Contact)]

    assert ("i", "Childline. Call 0800 1111. Go to https://www.childline.org.uk.") in (
        handout.from_events(contacts)
    )


# -- groups


class Clock:
    """A time that stands until it is moved."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def led(*typed: str, clock: Clock | None = None) -> str:
    """What a group sees when these lines are typed."""
    out = StringIO()
    lines = StringIO("".join(f"{line}\n" for line in typed))
    GroupPractice(practice(STORY), out, lines, clock or Clock()).run()
    return out.getvalue()


def test_a_group_votes_and_then_sees_what_each_would_do() -> None:
    """Bare numbers are counted; the reasons come when they are asked for, and nothing is chosen."""
    before = led("1", "1 1 3", "2,2")
    after_it = led("1", "1 1 3", "2,2", "reveal")

    assert "Answer 1: 2 (40%) ########" in before
    assert "You: Listen" in before
    assert 2 == before.count("What do you say?") + 1
    assert "feel like a test" not in " ".join(before.split())
    assert "feel like a test" in " ".join(after_it.split())


def test_whoever_leads_chooses_with_go() -> None:
    """And the votes begin again at the next question."""
    shown = led("1", "1 1", "go 1", "reveal")

    assert "Listening, 2 of 3." in shown
    assert "No votes yet." in shown


@pytest.mark.parametrize("line", ["9", "0", "1 9", "1 0 1"])
def test_a_vote_for_nothing_is_not_counted(line: str) -> None:
    """Not even in part."""
    shown = led("1", line, "reveal")

    assert "that is no vote here" in shown
    assert "No votes yet." in shown


def test_a_timer_is_shown_and_never_stops_anything() -> None:
    """It is there for who looks; when it is over the group goes on."""
    clock = Clock()
    timer = Timer(clock)
    seen = [timer.left]
    timer.start(3)
    for clock.now in (61.4, 500):
        seen.append(timer.left)
    assert [None, 119, 0] == seen

    shown = led("1", "timer 3", "", "timer off", "timer 0", "timer 999", "timer x", "2 2", "go 1")
    assert "Timer, in minutes from now: 3." in shown
    assert "Timer: 3:00 left." in shown
    assert 4 == shown.count("No timer is running.")
    assert "Listening, 2 of 3." in shown


def test_talk_gives_the_questions_of_the_story() -> None:
    """For the group to talk about."""
    shown = " ".join(led("1", "talk").split())

    assert "What made it hard for this young person to begin?" in shown


def test_a_group_walks_the_guide_by_votes_too() -> None:
    """At the guide's own questions numbers are votes, `go` answers."""
    shown = led("3", "1 1 2", "go 1", "help", "back")

    assert "Answer 1: 2" in shown
    assert "You: Me, under 18" in shown
    assert shown.count("Help you can use now")


def test_a_group_screen_is_narrow_enough_for_big_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    """48 cells."""
    monkeypatch.setenv("COLUMNS", str(WIDTH))

    assert all(len(line) <= WIDTH for line in led("1", "1 2", "reveal", "talk").splitlines())


def test_the_seed_decides_which_telling_is_met() -> None:
    """The same seed gives the same again; others give others."""
    seen = {practice(seed=seed).choose("new") for seed in range(12)}

    assert practice(seed=SEED).choose("new") == practice(seed=SEED).choose("new")
    assert len(seen) > 5
    assert len(told()) > len(MAIN)
