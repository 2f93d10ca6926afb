"""`guide practise --new`: ten questions, and a story of one's own that passes the check."""

from io import StringIO
from pathlib import Path

import pytest

from guide import cli
from guide.practice.check import FlowFacts, problems_of
from guide.practice.draft import StoryAnswers, fault_in, held, story_file, story_id
from guide.practice.read import scenarios_from
from guide.practice.scenario import YOU
from guide.practice.wording import number_or_link
from guide.project import Project
from tests.support.talking import SHIPPED

BUS = (
    *("The last bus", "1", "1", "bullied", "11-17", "no"),
    *("A 13-year-old who always comes first.", "On the stairs, in the dark."),
    *("Is the last bus full, normally?", "They take my bag. Every day."),
)
"""What a youth worker answers, one line a question."""


def asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *lines: str
) -> tuple[int, str]:
    """The exit code and all that is shown when these lines are typed."""
    monkeypatch.setattr("sys.stdin", StringIO("".join(f"{line}\n" for line in lines)))
    code = cli.main(["practise", "--new"])
    return code, capsys.readouterr().out


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In an empty folder, far from the flows."""
    monkeypatch.chdir(tmp_path)


def test_ten_answers_make_a_story_that_passes_the_check_and_plays(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In an empty folder: asked, written, without a fault or a thing to mend, and played."""
    code, shown = asked(monkeypatch, capsys, *BUS)

    assert 0 == code
    assert 10 == sum(f"\n{number}. " in shown for number in range(1, 11))
    assert "Written: my-stories/the-last-bus.yaml. Faults: 0." in shown
    assert 0 == cli.main(["practise", "--check", "--stories", "my-stories"])
    assert "to mend" not in capsys.readouterr().err

    monkeypatch.setattr("sys.stdin", StringIO("listen\nx\n"))
    play = ["practise", "the-last-bus", "--stories", "my-stories", "--plain", "--seed", "1"]
    assert 0 == cli.main(play)
    assert 'Young person: "Is the last bus full, normally?"' in capsys.readouterr().out


def test_a_second_story_of_one_title_gets_a_name_of_its_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is ever written over, and no two stories have one name."""
    asked(monkeypatch, capsys, *BUS)
    code, shown = asked(monkeypatch, capsys, *BUS)

    assert 0 == code
    assert "Written: my-stories/the-last-bus-2.yaml" in shown


def test_words_that_no_story_may_hold_are_asked_for_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A number, a link, a name, a child that is "it", and nothing at all: each with what to do."""
    bad = ("Ring 0800 1111.", "I said to Emily that I go.", "I think it was sad.", "")
    code, shown = asked(monkeypatch, capsys, *BUS[:8], *bad, *BUS[8:])

    assert 0 == code
    assert '"0800 1111" is a number or a link.' in shown
    assert '"Emily" may be somebody\'s name.' in shown
    assert 'A child is "it"' in shown
    assert "Type a few words." in shown


def test_an_answer_that_is_none_is_asked_for_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A number too high, and a word that several have."""
    code, shown = asked(monkeypatch, capsys, "The last bus", "99", "worker", *BUS[1:])

    assert 0 == code
    assert "That is none of them." in shown
    assert "Several have that word. Type a number." in shown


@pytest.mark.parametrize(
    ("lines", "meant"),
    [
        (
            ("youth worker", "1", "county lines", "14", "not sure"),
            ("a youth worker", "used by a gang or to carry, hide or sell things", "aged 11 to 17"),
        ),
        (
            ("the safeguarding lead", "parent or carer", "FGM", "9-year-old", "yes"),
            ("the safeguarding lead", "who may be cut, or has been cut", "in danger right now"),
        ),
    ],
)
def test_an_answer_is_understood_as_people_type_it(
    lines: tuple[str, ...],
    meant: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """By its whole name, by what it is also called, or by an age; and what is taken is said."""
    code, shown = asked(monkeypatch, capsys, "The last bus", *lines, *BUS[6:])

    assert 0 == code
    assert [] == [words for words in meant if f"> So: {words}." not in shown]


def test_b_goes_back_to_the_question_before(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """From any question, more than once, and what was answered there is asked anew."""
    lines = (*BUS[:7], "In the rain.", "b", "back", "A 15-year-old who hums.", "By the pool.")
    code, shown = asked(monkeypatch, capsys, "b", *lines, *BUS[8:])
    text = Path("my-stories/the-last-bus.yaml").read_text(encoding="utf-8")

    assert 0 == code
    assert "This is the first question." in shown
    assert 'person: "A 15-year-old who hums."' in text
    assert 'setting: "By the pool."' in text
    assert "I'm fifteen." in text


def test_back_passes_by_a_question_that_answered_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where there is one answer only nobody is asked, so nobody comes back to it."""
    lines = ("The last bus", "1", "6", "recent assault", "b", "x")
    _, shown = asked(monkeypatch, capsys, *lines)

    assert "(That is all it can be here.)" in shown
    assert 2 == shown.count("\n4. ")


def test_only_stories_of_ones_own_are_counted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Those shipped are played beside them, and are nobody's to mend."""
    asked(monkeypatch, capsys, *BUS)
    assert 0 == cli.main(["practise", "--check", "--stories", "my-stories"])

    assert "Scenarios of your own: 1. Faults: 0." in capsys.readouterr().err


def test_words_that_mean_several_are_listed_with_their_numbers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """So that nobody looks for them among sixty."""
    _, shown = asked(monkeypatch, capsys, *BUS[:3], "domestic abuse", *BUS[3:])
    after = shown.partition("Several have that word. Type a number.\n")[2]

    assert 2 <= sum(line.startswith(" ") for line in after.splitlines()[:4])


def test_what_is_said_fits_what_was_answered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The age that the author gave them, and a full stop where one was left out."""
    person = "A year 9 girl, 14, who draws cats"
    code, _ = asked(monkeypatch, capsys, *BUS[:6], person, "By the pool", "Cats", *BUS[9:])
    text = Path("my-stories/the-last-bus.yaml").read_text(encoding="utf-8")

    assert 0 == code
    assert f'person: "{person}."' in text
    assert 'says: "Cats."' in text
    assert "I'm fourteen." in text


@pytest.mark.parametrize("lines", [(), ("The last bus", "x"), BUS[:-1]], ids=["end", "x", "nine"])
def test_leaving_early_writes_nothing(
    lines: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """And says so."""
    code, shown = asked(monkeypatch, capsys, *lines)

    assert 1 == code
    assert "Nothing was written." in shown
    assert [] == list(tmp_path.iterdir())


def test_talk_of_suicide_is_held_as_danger_and_warned_of(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Even where the author answered that nobody is in danger."""
    code, shown = asked(monkeypatch, capsys, *BUS[:-1], "I want to die, sometimes.")

    assert 0 == code
    assert "so the story holds that danger is not sure." in shown
    text = Path("my-stories/the-last-bus.yaml").read_text(encoding="utf-8")
    assert 'danger: "unsure"' in text
    assert "Suicide is spoken of." in text
    assert "papyrus-questions" in text


def test_whoever_tells_whatever_of_any_age_makes_a_sound_story() -> None:
    """Of each who, every fifth concern, ages and roles in turn: a story with not one fault."""
    known = FlowFacts(Project(str(SHIPPED)).library)
    Path("own").mkdir()
    written = 0
    reached = sorted((who, value) for who, fact, value in known.said if fact == "concern" and who)
    for who, concern in reached[::5]:
        ages = sorted(v for by, name, v in known.said if (by, name) == (who, "age"))
        role, age = list(YOU)[written % len(YOU)], ages[written % len(ages)]
        for danger in ("unsure", "now"):  # where one has no way, the next has
            answers = StoryAnswers(
                "T", role, who, concern, age, danger, "A tutor.", "Here.", "Hm.", "Y."
            )
            story_facts = held(known.library, answers)
            if story_facts is not None:
                written += 1
                text = story_file(f"t{written}", answers, story_facts, known)
                Path(f"own/t{written}.yaml").write_text(text, encoding="utf-8")
                break
        else:
            pytest.fail(f"{who} and {concern}: no way")
    read = scenarios_from(known.library, "", "own")

    assert len(reached[::5]) == written
    assert () == read.problems
    assert [] == [str(p) for scenario in read.scenarios for p in problems_of(scenario, known)]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [("The Last Bus!", "the-last-bus"), ("7 pounds", "story-7-pounds"), ("???", "story")],
)
def test_the_name_of_the_file_is_made_of_the_title(title: str, wanted: str) -> None:
    """Small letters, numbers and dashes, and a letter first."""
    assert wanted == story_id(title, set())
    assert f"{wanted}-2" == story_id(title, {wanted})


def test_plain_words_have_no_fault() -> None:
    """What most people type is taken as it is."""
    assert "" == fault_in("They take my bag, and I don't know why.")
    assert "" == fault_in("She is in Year 9, and they send it on Snapchat, in Norwich.")
    assert fault_in("Caf\u00e9")


def test_the_whole_of_a_link_is_named() -> None:
    """Not the fragment by which it was known."""
    assert '"www.example.org/help" is a number or a link.' in fault_in("See www.example.org/help.")
    assert '"example.org" is a number or a link.' in fault_in("See example.org, please.")


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Ring 020 7946 0000.", "020 7946 0000"),
        ("Ring 0800-1111 now.", "0800-1111"),
        ("Oh eight hundred one one one one.", "Oh eight hundred one one one one"),
        ("I'm calling nine nine nine.", ""),
        ("One two three four, that's the code.", ""),
    ],
)
def test_a_number_is_known_however_it_is_written(words: str, number: str) -> None:
    """With signs in between, or read out; who counts, or calls 999, reads out none."""
    assert number == number_or_link(words)


@pytest.mark.parametrize(
    ("typed", "role"), [("TA", "teaching-assistant"), ("DSL", "designated-lead")]
)
def test_a_role_may_be_what_people_call_it(
    typed: str, role: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A TA is no "detached" worker, though the letters stand in it."""
    asked(monkeypatch, capsys, BUS[0], typed, *BUS[2:])

    text = Path("my-stories/the-last-bus.yaml").read_text(encoding="utf-8")
    assert f"you: {role}\n" in text
