"""The command line that other programs rely on."""

import json
import re
import shlex

import pytest

from guide.cli import FLAGS, VALUES, quick_look
from guide.commands.audiences import AUDIENCES, PEOPLE
from guide.commands.parser import parser
from guide.options import Options
from tests.support.commands import NAMES, commands
from tests.support.talking import ROOT, forked, guide


def test_guide_without_a_terminal_is_plain_lines() -> None:
    """A pipe gets plain mode by itself."""
    done = guide(typed="no\nx\n")

    assert 0 == done.returncode
    assert "How old are you?" in done.stdout
    assert "\x1b" not in done.stdout


def test_start_skips_the_first_choice() -> None:
    """`--start` takes an answer to the first question."""
    walked = json.loads(forked("walk", "--start", "yes", "--json").stdout)

    assert ("call-999", {"danger": "now"}, []) == (
        walked["ending"],
        walked["facts"],
        walked["answers"],
    )


def test_a_start_there_is_none_of_is_wrong_use() -> None:
    """Status 2, and the names there are."""
    done = forked("--plain", "--start", "nobody")

    assert (2, "") == (done.returncode, done.stdout)
    assert "yes, no, not-sure, tiny" in done.stderr


@pytest.mark.parametrize("arguments", [["--purple"], ["purple"], ["walk", "--purple"], ["--start"]])
def test_wrong_use_is_status_2_and_says_so_on_stderr(arguments: list[str]) -> None:
    """Nothing on stdout, a line on stderr, no traceback."""
    done = forked(*arguments)

    assert (2, "") == (done.returncode, done.stdout)
    assert "Traceback" not in done.stderr
    assert done.stderr


def test_a_command_that_is_misspelt_is_told_with_the_one_that_was_meant() -> None:
    """As every other name that an author types."""
    assert 'there is no "wlak". Did you mean "walk"?' in forked("wlak").stderr
    assert 'there is no "svgg". Did you mean "svg"?' in forked("graph", "--format", "svgg").stderr


@pytest.mark.parametrize("name", ["", *NAMES])
def test_every_command_has_help_with_an_example(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--help` ends with something a person can type: this very command, as it takes it."""
    with pytest.raises(SystemExit) as left:
        parser().parse_args([*name.split(), "--help"])
    shown = capsys.readouterr().out
    example = shown.rpartition("for example:\n  guide ")[2].partition(" > ")[0]

    assert 0 == left.value.code
    assert example.startswith(name or "--")
    assert len(example.split()) > len(name.split())
    assert parser().parse_args(shlex.split(example))


def test_help_lists_every_command_once_by_who_uses_it() -> None:
    """One line each, that fits a terminal; a command that nobody needs is not built."""
    shown = forked("--help").stdout
    grouped = [name for _, names in AUDIENCES for name in names]
    lines = re.findall(r"^  ([a-z]+) +[A-Z].*\.$", shown, re.MULTILINE)

    assert sorted(name for name in NAMES if " " not in name) == sorted(grouped)
    assert grouped == lines
    assert [f"for {audience}:" for audience in (PEOPLE[0], *(who for who, _ in AUDIENCES))] == [
        line for line in shown.splitlines() if line.startswith("for ") and "example" not in line
    ]
    assert [] == [line for line in shown.splitlines() if len(line) > 79]


def test_walk_prints_what_was_said() -> None:
    """The same lines plain mode writes."""
    done = forked("walk", "no", "11-17", "sexual")

    assert 0 == done.returncode
    assert "You: Someone is asking me for nudes" in done.stdout
    assert "Tell the CEOP Safety Centre" in done.stdout


def test_walk_json_is_one_object_as_promised() -> None:
    """The keys and values other programs read."""
    done = forked("walk", "no", "11-17", "sexual", "--json")
    walked = json.loads(done.stdout)

    assert "" == done.stderr
    assert {
        "flow": "tiny",
        "locale": "en",
        "answers": ["no", "11-17", "sexual"],
        "finished": True,
        "ending": "report-to-ceop",
        "urgency": "report",
        "facts": {"age": "11-17", "concern": "sexual"},
        "contacts": ["ceop", "childline"],
        "side_by_side": [["ceop"], ["childline"]],
    } == {key: value for key, value in walked.items() if key != "events"}
    assert {"kind": "said", "text": "This is not your fault."} in walked["events"]


def test_a_walk_that_stops_early_is_not_finished() -> None:
    """Status 0: there is nothing wrong with it."""
    done = forked("walk", "no", "--json")
    walked = json.loads(done.stdout)

    assert (0, False, None, []) == (
        done.returncode,
        walked["finished"],
        walked["ending"],
        walked["contacts"],
    )


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (
            ["no", "11-17", "sexal"],
            'answer 3 "sexal" is not offered at "worry". Did you mean "sexual"?',
        ),
        (["maybe"], 'answer 1 "maybe" is not offered at "danger".'),
        (["yes", "no"], 'answer 2 "no" comes after the end. Leave it out.'),
    ],
)  # fmt: skip
def test_an_answer_not_offered_fails_the_walk(answers: list[str], words: str) -> None:
    """Status 1, which answer and what could be meant; the JSON says it too."""
    done = forked("walk", *answers, "--json")

    assert 1 == done.returncode
    assert words in done.stderr
    assert words in json.loads(done.stdout)["error"]


def test_paths_lists_every_conversation() -> None:
    """Answers, ending and contacts, one a line, and how many there are."""
    done = forked("paths")
    lines = done.stdout.splitlines()

    assert "no 11-17 sexual -> report-to-ceop: ceop, childline" in lines
    assert f"{len(lines)} conversations\n" == done.stderr


def test_paths_json_is_one_object() -> None:
    """Each path has its answers, ending, facts and contacts; the count agrees."""
    listed = json.loads(forked("paths", "--json").stdout)

    assert listed["count"] == len(listed["paths"])
    assert {
        "answers": ["yes"],
        "flow": "tiny",
        "ending": "call-999",
        "urgency": "emergency",
        "facts": {"danger": "now"},
        "contacts": ["emergency"],
        "side_by_side": [["emergency"]],
    } in listed["paths"]


def test_paths_of_one_ending() -> None:
    """Only the conversations that end there, in lines, JSON and count alike."""
    listed = json.loads(forked("paths", "--ending", "tell-an-adult", "--json").stdout)

    assert {"tell-an-adult"} == {path["ending"] for path in listed["paths"]}
    assert f"{listed['count']}\n" == forked("paths", "--ending", "tell-an-adult", "--count").stdout


def test_an_ending_there_is_none_of_is_wrong_use() -> None:
    """With the name that may have been meant."""
    done = forked("paths", "--ending", "tell-adult")

    assert 2 == done.returncode
    assert 'Did you mean "tell-an-adult"?' in done.stderr


def test_flows_with_faults_are_told_to_the_author() -> None:
    """Status 1, every fault on stderr, nothing on stdout."""
    done = forked("paths", "--flows", "/no/such/folder", "--json")

    assert (1, "") == (done.returncode, done.stdout)
    assert done.stderr.startswith("folder: The folder cannot be read")


def test_flows_and_locales_may_be_said_before_or_after_the_command() -> None:
    """Both mean the same."""
    tiny = str(ROOT / "tests" / "flows" / "tiny")

    before = forked("--flows", tiny, "paths", "--count", flows=None)
    after = forked("paths", "--count", "--flows", tiny, flows=None)

    assert before.stdout == after.stdout == "28\n"


def test_the_quick_look_and_the_parser_know_the_same_options() -> None:
    """The hand-made look at the command line can never drift from --help."""
    known = {option for action in parser()._actions for option in action.option_strings}

    assert known - {"-h", "--help", "--version"} == {*FLAGS, *VALUES}


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], Options()),
        (["--plain"], Options(plain=True)),
        (["--plain", "--locale", "cy"], Options(plain=True, locale="cy")),
        (["--locale=cy"], Options(locale="cy")),
        (["--locale"], None),
        (["--locale", "--plain"], None),
        (["walk"], None),
        (["--help"], None),
        (["--plain=yes"], None),
    ],
)
def test_the_quick_look(arguments: list[str], expected: Options | None) -> None:
    """What it knows it reads; the rest is for argparse."""
    assert expected == quick_look(arguments)


def test_every_option_named_in_the_pages_exists() -> None:
    """A page cannot name a command or option that is gone."""
    parsers = [parser(), *(command for _, command in commands())]
    known = {option for each in parsers for a in each._actions for option in a.option_strings}
    pages = [ROOT / "README.md", *ROOT.glob("flows/*.md"), *ROOT.glob("docs/*.md")]

    named = set()
    for page in pages:
        for command in re.findall(r"`guide( [^`]*)?`", page.read_text(encoding="utf-8")):
            named |= set(re.findall(r"--[a-z-]+", command))
            first = command.split()[:1]
            assert not first or first[0].startswith("-") or first[0] in NAMES, command

    assert named
    assert set() == named - known
