"""`guide practise`: what other programs and people at a prompt rely on."""

import json
from io import StringIO
from pathlib import Path

import pytest

from guide.cli import main
from guide.commands.topics import _TERMS
from guide.practice.coverage import coverage_cells
from guide.practice.practice import Practice
from tests.support.practising import MAIN, TINY_STORY, folder, shipped, told
from tests.support.talking import SHIPPED, TINY, forked


def test_the_list_is_one_json_object() -> None:
    """Exactly its fields, for every telling."""
    done = forked("practise", "--list", "--json", flows=SHIPPED)
    data = json.loads(done.stdout)

    assert (0, "") == (done.returncode, done.stderr)
    assert ["scenarios"] == list(data)
    fields = ("id", "title", "ending", "audience", "age", "you", "about", "turns")
    assert {fields} == {tuple(entry) for entry in data["scenarios"]}
    assert [telling.id for telling in told()] == [entry["id"] for entry in data["scenarios"]]
    assert all(entry["about"] or entry["ending"] == "call-999" for entry in data["scenarios"])


def test_the_list_is_narrowed_by_topic_role_age_and_length() -> None:
    """Each asks for one thing; together they ask for all of them."""
    asked = ("--about", "sexual-pressure", "--you", "youth-worker", "--age", "11-17")
    done = forked("practise", "--list", "--json", *asked, "--turns", "3", flows=SHIPPED)

    assert ["coins-for-a-picture"] == [
        entry["id"] for entry in json.loads(done.stdout)["scenarios"]
    ]


@pytest.mark.parametrize("typed", ["nudes", "nude", "Nude"])
def test_a_topic_may_be_a_word_of_its_name(typed: str) -> None:
    """Whoever looks for a topic does not know what it is called here."""
    listed = json.loads(
        forked("practise", "--list", "--about", typed, "--json", flows=SHIPPED).stdout
    )

    assert {"nude-of-me", "nude-of-someone", "made-up-nudes"} == {
        entry["about"] for entry in listed["scenarios"]
    }


@pytest.mark.parametrize(
    ("typed", "about"),
    [
        ("county lines", "criminal-exploitation"),
        ("domestic abuse", "abuse-at-home-between-adults"),
        ("Suicide", "self-harm"),
    ],
)
def test_a_topic_may_be_what_workers_call_it(typed: str, about: str) -> None:
    """In words that the guide hears, and does not use itself."""
    listed = json.loads(
        forked("practise", "--list", "--about", typed, "--json", flows=SHIPPED).stdout
    )

    assert about in {entry["about"] for entry in listed["scenarios"]}


def test_a_topic_that_no_story_has_is_answered_with_those_there_are() -> None:
    """Never with an empty screen."""
    done = forked("practise", "--list", "--about", "zebras", flows=SHIPPED)

    assert 2 == done.returncode
    assert "There are: " in done.stderr


def test_every_term_of_a_training_names_topics_that_have_a_story() -> None:
    """So that none of them leads to an empty list."""
    about = {telling.facts.get("concern", "") for telling in told()}

    assert set() == {topic for topics in _TERMS.values() for topic in topics} - about


@pytest.mark.parametrize(
    ("typed", "ages"),
    [("seven", {"under-11"}), ("11", {"11-17"})],
)
def test_an_age_may_be_typed_in_years(typed: str, ages: set[str]) -> None:
    """A worker knows that the child is seven, and not what the group is called."""
    done = forked("practise", "--list", "--age", typed, "--json", flows=SHIPPED)

    assert ages == {entry["age"] for entry in json.loads(done.stdout)["scenarios"]}


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        (("--turns", "9"), "--turns: no story has"),
        (("--you", "coach", "--about", "grooming", "--age", "7"), "no story is all of that"),
    ],
)
def test_a_list_with_no_story_on_it_says_so(asked: tuple[str, ...], shown: str) -> None:
    """Never an empty screen."""
    done = forked("practise", "--list", *asked, flows=SHIPPED)

    assert 2 == done.returncode
    assert shown in done.stderr


def test_whoever_looks_for_stories_and_names_none_sees_the_list() -> None:
    """`--about` without `--list` is not overheard."""
    asked = ("practise", "--about", "grooming")

    assert (
        forked(*asked, "--list", flows=SHIPPED).stdout == forked(*asked, flows=SHIPPED).stdout != ""
    )


def test_a_folder_of_ones_own_stories_is_played_beside_those_shipped(tmp_path: Path) -> None:
    """Without a copy of any flow."""
    own = tmp_path / "mine"
    own.mkdir()
    shipped_story = (SHIPPED / "practice" / "the-coach.yaml").read_text(encoding="utf-8")
    text = shipped_story.replace("scenario: the-coach", "scenario: our-coach")
    (own / "our-coach.yaml").write_text(text, encoding="utf-8")
    done = forked("practise", "--list", "--stories", str(own), flows=SHIPPED)

    assert (0, "") == (done.returncode, done.stderr)
    assert "our-coach:" in done.stdout
    assert "the-coach:" in done.stdout
    assert 2 == forked("practise", "--stories", str(tmp_path / "none"), flows=SHIPPED).returncode


def test_the_list_for_people_names_every_story_once() -> None:
    """With who tells it, the ages and the endings below."""
    lines = forked("practise", "--list", flows=SHIPPED).stdout.splitlines()

    assert [story.id for story in MAIN] == [
        line.partition(":")[0] for line in lines if not line.startswith(" ")
    ]


def test_coverage_counts_every_cell() -> None:
    """As a table that says how many are empty, and as JSON; status 1 where a value has no story."""
    table = forked("practise", "--coverage", flows=SHIPPED)
    data = json.loads(forked("practise", "--coverage", "--json", flows=SHIPPED).stdout)
    number = len(coverage_cells(shipped()))

    assert int(bool(data["lacking"])) == table.returncode
    assert f"{number} cells, {data['empty']} of them empty." == table.stdout.splitlines()[-1]
    assert number == len(data["cells"])
    assert len(data["lacking"]) == table.stdout.count("No story: ")


def test_a_gap_in_the_coverage_is_a_finding(tmp_path: Path) -> None:
    """Without stories the table is all empty, and the status says so."""
    done = forked("practise", "--coverage", flows=folder(tmp_path, SHIPPED))

    assert 1 == done.returncode
    assert "EMPTY" in done.stdout


def test_check_is_silent_on_stdout_when_all_is_well() -> None:
    """How many were read goes to stderr."""
    done = forked("practise", "--check", flows=SHIPPED)

    assert (0, "") == (done.returncode, done.stdout)
    assert done.stderr.endswith(f"Scenarios: {len(MAIN)}. Faults: 0.\n")


def test_an_empty_file_and_a_slip_are_each_told_once(tmp_path: Path) -> None:
    """What to do with the empty one, and of a misspelt fact not that it is missing, too."""
    text = (SHIPPED / "practice" / "the-vent.yaml").read_text(encoding="utf-8")
    slip = text.replace("scenario: the-vent", "scenario: slip").replace(
        "[danger, age]", "[dagner, age]"
    )
    (tmp_path / "empty.yaml").write_text("")
    (tmp_path / "slip.yaml").write_text(slip, encoding="utf-8")
    done = forked("practise", "--check", "--stories", str(tmp_path), flows=SHIPPED)

    first, second = done.stdout.splitlines()
    assert first.endswith(
        "empty.yaml:1: The file is empty. Let `guide practise --new` write a story to begin from."
    )
    assert second.endswith('"dagner" is let out here and is not held. Did you mean "danger"?')
    assert done.stderr.endswith("Faults: 2.\n")


def test_check_names_each_fault(tmp_path: Path) -> None:
    """In lines and in JSON, with status 1."""
    flows = folder(tmp_path, TINY, bus=TINY_STORY.replace("title: On the bus\n", ""))
    lines = forked("practise", "--check", flows=flows)
    data = json.loads(forked("practise", "--check", "--json", flows=flows).stdout)

    assert (1, 'practice/bus.yaml:1: The scenario has no "title". Add `title:` and words.\n') == (
        lines.returncode,
        lines.stdout,
    )
    assert [
        {
            "file": "practice/bus.yaml",
            "line": 1,
            "what": 'The scenario has no "title".',
            "what_to_do": "Add `title:` and words.",
        }
    ] == data["problems"]


def test_a_faulty_scenario_does_not_stop_the_others(tmp_path: Path) -> None:
    """It is left out, with one line for whoever mends it."""
    story = (SHIPPED / "practice" / "the-coach.yaml").read_text(encoding="utf-8")
    flows = folder(tmp_path, SHIPPED, coach=story, bus="scenario: bus\n")
    done = forked("practise", "--plain", "the-coach", typed="x\n", flows=flows)

    assert 0 == done.returncode
    assert "The coach" in done.stdout
    assert (
        "guide: scenarios with a fault are left out: 1. See guide practise --check.\n"
        == done.stderr
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["the-coatch"], 'there is no scenario "the-coatch". Did you mean "the-coach"?'),
        (["--scenario", "zzzz"], 'there is no scenario "zzzz". See guide practise --list.'),
        (["--json"], "--json goes with --list, --coverage or --check."),
        (["--handout", "page.pdf", "the-coach"], '"page.pdf" ends in neither .md nor .html.'),
        (["--handout", "page.md"], "a handout is of one story: name it with --scenario."),
    ],
    ids=["close", "unknown", "json alone", "kind of file", "no story"],
)
def test_wrong_use_is_said_in_a_sentence(arguments: list[str], says: str) -> None:
    """With status 2, and nothing on stdout."""
    done = forked("practise", *arguments, flows=SHIPPED)

    assert (2, "", f"guide: {says}\n") == (done.returncode, done.stdout, done.stderr)


def test_flows_without_stories_say_so() -> None:
    """Rather than an empty menu."""
    done = forked("practise", flows=TINY)

    assert 2 == done.returncode
    assert done.stderr.startswith("guide: there are no scenarios in ")


@pytest.mark.parametrize("option", [[], ["--scenario"]], ids=["by name", "--scenario"])
def test_the_same_seed_shows_the_same_screen(option: list[str]) -> None:
    """To the letter."""
    typed = "1\n1\n1\nx\n"
    arguments = ["practise", "--plain", "--seed", "5", *option, "the-forum"]
    first = forked(*arguments, typed=typed, flows=SHIPPED)

    assert 0 == first.returncode
    assert "Listening, 1 of 3." in first.stdout
    assert first.stdout == forked(*arguments, typed=typed, flows=SHIPPED).stdout


def test_a_telling_can_be_chosen_by_its_own_name() -> None:
    """As the list has it."""
    done = forked("practise", "--plain", "the-forum.friend.11-17", typed="1\n", flows=SHIPPED)

    assert "A 15-year-old who comes about an old friend." in done.stdout


def test_a_handout_is_written_once(tmp_path: Path) -> None:
    """Where it was asked for; a second time it is refused and the file is as it was."""
    file = tmp_path / "page.html"
    arguments = ["practise", "the-coach", "--handout", str(file)]

    assert (0, "") == (forked(*arguments, flows=SHIPPED).returncode, "")
    first = file.read_text(encoding="utf-8")
    assert first.startswith("<!doctype html>")
    again = forked(*arguments, flows=SHIPPED)
    assert 1 == again.returncode
    assert "is there already" in again.stderr
    assert first == file.read_text(encoding="utf-8")


def test_a_group_is_led_from_the_command_line() -> None:
    """Votes, a narrow screen, and the way out."""
    done = forked(
        *("practise", "--group", "--seed", "1", "the-coach"),
        typed="1\n1 2 2\nreveal\nx\n",
        flows=SHIPPED,
    )

    assert (0, "") == (done.returncode, done.stderr)
    assert "Votes so far" in done.stdout
    assert all(len(line) <= 48 for line in done.stdout.splitlines())


def test_whatever_breaks_the_worker_sees_where_help_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fail-safe card, status 1, and no traceback."""

    def broken(_: Practice) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(Practice, "begin", broken)
    out = StringIO()
    monkeypatch.setattr("sys.stdout", out)

    assert 1 == main(["practise", "--plain", "the-coach"])
    assert "0800 1111" in out.getvalue()
    assert "999" in out.getvalue()


def test_help_has_an_example() -> None:
    """Which is a story there is."""
    done = forked("practise", "--help", flows=SHIPPED)

    assert "guide practise coins-for-a-picture" in done.stdout
    assert "coins-for-a-picture" in [story.id for story in MAIN]
