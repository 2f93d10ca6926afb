"""Writing scenarios: every fault is told at its line, with what to do, all in one run."""

import json
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from guide.flow import walk
from guide.flow.advice import MAX_ID
from guide.flow.by_events import parse_yaml
from guide.flow.characters import decode
from guide.flow.faults import Faults
from guide.flow.fields import LINE_KEYS, ROUTE_KEYS, STATED_KEYS, VARIANT_KEYS, FileReader
from guide.flow.shapes import MAX_TEXT, Suppressed
from guide.practice.check import story_advice, story_problems
from guide.practice.read import MOVE_KEYS, SCENARIO_KEYS, scenario
from guide.practice.scenario import KINDS, YOU, tellings
from guide.practice.texts import story_texts
from guide.project import Project
from tests.support.practising import MAIN, TINY_STORY, folder
from tests.support.schema import plain
from tests.support.talking import SHIPPED, TINY

PRACTICE = SHIPPED / "practice"
SCHEMA = json.loads((SHIPPED / "schema" / "practice.schema.json").read_text(encoding="utf-8"))

SOUND = """\
scenario: bus
title: On the bus
note: Bullying on a bus.
person: A 12-year-old.
setting: On the bus.
facts: {who: young-person, danger: "no", age: 11-17, concern: bullying}
answers: {worry: mean}
ending: talk-to-childline
says: They laugh.
tells: concern
closed: Nothing.
listen:
  first:
    ask: {kind: safety-check, say: Are you safe?, reply: I am 12, because: So, tells: [danger, age]}
    tell-off: {kind: blame, say: Why there?, reply: Sorry., because: It was blame.}
wrong: {report-to-ceop: They would have waited.}
learning: [{say: Bullying is not for CEOP., source: user-guide-2017}]
talk: [What now?]
you: youth-worker
"""


def faults(text: str, into: Path) -> list[str]:
    """What the author of this scenario is told."""
    flows = folder(into, SHIPPED, bus=text)
    return [str(problem) for problem in story_problems(Project(str(flows)))]


def test_a_sound_scenario_has_no_fault(tmp_path: Path) -> None:
    """The table below breaks it in one place at a time."""
    assert [] == faults(SOUND, tmp_path)


BROKEN = {
    "unknown key": (
        "setting: On",
        "seting: On",
        ['practice/bus.yaml:5: "seting" is no key of a scenario. Did you mean "setting"?'],
    ),
    "missing": (
        "note: Bullying on a bus.\n",
        "",
        ['practice/bus.yaml:1: The scenario has no "note". Add `note:` and words.'],
    ),
    "unknown fact": (
        "concern: bullying}",
        "concern: bullying, colour: red}",
        ['practice/bus.yaml:6: "colour" is no fact. Declare it under `facts:`.'],
    ),
    "unknown value": (
        "concern: bullying}",
        "concern: bulying}",
        ['practice/bus.yaml:6: "bulying" is no value of "concern". Did you mean "bullying"?'],
    ),
    "unknown ending": (
        "ending: talk-to-childline",
        "ending: talk-to-chidline",
        [
            'practice/bus.yaml:8: "talk-to-chidline" is no step, ending or flow. '
            'Did you mean "talk-to-childline"?'
        ],
    ),
    "moved ending": (
        "ending: talk-to-childline",
        "ending: talk-it-through",
        [
            'practice/bus.yaml:8: "bus" should end at "talk-it-through", but its facts lead to '
            '"talk-to-childline" (flows/shared/endings.yaml:LINE). If the flow is right, change '
            "`ending:` here and read the scenario again."
        ],
    ),
    "a fact nobody asks of this person": (
        "concern: bullying}",
        "concern: bullying, nation: wales}",
        [
            'practice/bus.yaml:1: "bus" holds "nation: wales", which no question asks of '
            '"young-person". Take it out of `facts:`.'
        ],
    ),
    "a fact not asked on the way": (
        'facts: {who: young-person, danger: "no", age: 11-17, concern: bullying}\n'
        "answers: {worry: mean}",
        'facts: {who: parent, danger: "no", age: 11-17, concern: bullying, nation: wales}',
        [
            'practice/bus.yaml:1: "bus" holds "nation", which no question on its way asks. '
            "Take it out of `facts:`, or change a fact so that it is asked."
        ],
    ),
    "a fact the guide asks and nobody holds": (
        'danger: "no", ',
        "",
        [
            'practice/bus.yaml:1: "bus" reaches no ending: question "danger" asks for "danger", '
            "which it does not hold. Add `danger:` under `facts:`."
        ],
    ),
    "facts that contradict the flow": (
        "age: 11-17, concern: bullying}\nanswers: {worry: mean}",
        "age: 11-17, concern: bullying}\nanswers: {worry: picture}",
        [
            'practice/bus.yaml:1: "bus" contradicts its flow and reaches no ending: no answer at '
            '"picture-kind" says what it holds. Change its facts or its `answers:`.',
        ],
    ),
    "no who and no age": (
        'who: young-person, danger: "no", age: 11-17',
        'danger: "no"',
        [
            'practice/bus.yaml:1: The scenario holds no "who". Add `who:` under `facts:`.',
            'practice/bus.yaml:1: The scenario holds no "age". Add `age:` under `facts:`.',
        ],
    ),
    "an answer that is not offered": (
        "answers: {worry: mean}",
        "answers: {worry: mean, mean-kind: bulied}",
        [
            'practice/bus.yaml:7: "bulied" is not offered at "mean-kind". Did you mean "bullied"?',
        ],
    ),
    "an answer that says otherwise": (
        "answers: {worry: mean}",
        "answers: {worry: mean, age: under-11}",
        [
            'practice/bus.yaml:7: "under-11" says "age: under-11", which the scenario does not '
            "hold. Choose another option, or change the facts.",
        ],
    ),
    "an answer that is never needed": (
        "answers: {worry: mean}",
        "answers: {worry: mean, signs: mean-signs}",
        [
            'practice/bus.yaml:7: "signs" is not asked on the way of this scenario. '
            "Take it out of `answers:`."
        ],
    ),
    "an answer at what is no question": (
        "answers: {worry: mean}",
        "answers: {worry: mean, call-999: yes}",
        ['practice/bus.yaml:7: "call-999" is no question. Name a question.'],
    ),
    "lets out what is not held": (
        "tells: concern",
        "tells: [concern, nation]",
        [
            'practice/bus.yaml:1: "nation" is let out here and is not held. '
            "It holds: age, concern, danger, who."
        ],
    ),
    "never lets it out": (
        ", tells: [danger, age]}",
        ", tells: [danger]}",
        [
            'practice/bus.yaml:1: "age" is asked by the guide and never let out. '
            "Add `tells: age` to the first words, or to something good to say."
        ],
    ),
    "a closing word that tells": (
        "because: It was blame.}",
        "because: It was blame., tells: age}",
        [
            'practice/bus.yaml:15: "tell-off" closes the person down and yet "tells". '
            "Let a better move tell it."
        ],
    ),
    "nothing to choose": (
        "    tell-off: {kind: blame, say: Why there?, reply: Sorry., because: It was blame.}\n",
        "",
        ['practice/bus.yaml:13: Turn "first" offers 1 things to say. Offer 2 to 4.'],
    ),
    "everything good": (
        "kind: blame",
        "kind: reassurance",
        [
            'practice/bus.yaml:13: In turn "first" everything that may be said does the same. '
            "Offer something that opens the person up and something that closes them down."
        ],
    ),
    "unknown kind": (
        "kind: blame",
        "kind: blamed",
        ['practice/bus.yaml:15: "blamed" is no "kind" of "tell-off". Did you mean "blame"?'],
    ),
    "the wrong way is the right one": (
        "wrong: {report-to-ceop:",
        "wrong: {talk-to-childline:",
        [
            'practice/bus.yaml:16: The only wrong way of "bus", to "talk-to-childline", is the '
            "right one. Name an ending that people choose by mistake."
        ],
    ),
    "a wrong way nobody can go": (
        "wrong: {report-to-ceop:",
        "wrong: {talk-to-napac:",
        [
            'practice/bus.yaml:16: Nobody who tells this scenario can end at "talk-to-napac". '
            "Name an ending that they could reach by mistake."
        ],
    ),
    "a wrong way that is no ending": (
        "wrong: {report-to-ceop:",
        "wrong: {worry:",
        ['practice/bus.yaml:16: "worry" is no ending. Name an ending.'],
    ),
    "unknown source": (
        "source: user-guide-2017",
        "source: user-guide-2071",
        ['practice/bus.yaml:17: "user-guide-2071" is no source. Did you mean "user-guide-2017"?'],
    ),
    "unknown placeholder": (
        "says: They laugh.",
        "says: They {laugh}.",
        [
            'practice/bus.yaml:9: "{laugh}" is no placeholder. '
            "Write a contact, _ and one of: name, phone, text, link, email."
        ],
    ),
    "not sure is an answer too": (
        "age: 11-17, concern: bullying}\nanswers: {worry: mean}\nending: talk-to-childline",
        "age: 11-17, concern: unsure}\nanswers: {worry: mean}\nending: talk-it-through",
        [],
    ),
    "not YAML": (
        "title: On the bus",
        "title: [On the bus",
        [],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_fault_is_told_at_its_line_with_what_to_do(name: str, tmp_path: Path) -> None:
    """One fault, one message; and never an exception."""
    old, new, wanted = BROKEN[name]
    assert old in SOUND
    told = faults(SOUND.replace(old, new), tmp_path)

    if name == "not YAML":
        assert len(told) == 1
        assert told[0].startswith("practice/bus.yaml:")
    else:
        found = [re.sub(r"endings\.yaml:\d+", "endings.yaml:LINE", one) for one in told]
        assert wanted == found


def test_every_fault_of_every_scenario_comes_in_one_run(tmp_path: Path) -> None:
    """Two files, three faults; a third that is sound is read all the same."""
    flows = folder(
        tmp_path,
        SHIPPED,
        a=SOUND.replace("scenario: bus", "scenario: a").replace("note: Bullying on a bus.\n", ""),
        b=SOUND.replace("scenario: bus", "scenario: b")
        .replace("kind: blame", "kind: blames")
        .replace("source: user-guide-2017", "source: nowhere-at-all-x"),
        c=SOUND.replace("scenario: bus", "scenario: c"),
    )
    project = Project(str(flows))
    told = story_problems(project)

    assert ["practice/a.yaml", "practice/b.yaml", "practice/b.yaml"] == [
        problem.place.file for problem in told
    ]
    assert ["c"] == [one.id for one in project.stories.scenarios]


def test_two_scenarios_cannot_have_one_name(tmp_path: Path) -> None:
    """The second is told where the first is."""
    flows = folder(tmp_path, SHIPPED, a=SOUND, b=SOUND)

    assert [
        'practice/b.yaml:1: "bus" already stands at practice/a.yaml:1. '
        "Give one of the two another name."
    ] == [str(problem) for problem in story_problems(Project(str(flows)))]


def test_ways_to_two_endings_ask_for_an_answer(tmp_path: Path) -> None:
    """Where the facts fit ways to two endings the author is asked which; nothing is guessed."""
    flows = folder(tmp_path, SHIPPED, bus=SOUND)
    file = flows / "young-person.yaml"
    text = file.read_text(encoding="utf-8")
    also = (
        "      bullied-too:\n        say: They laugh at me\n"
        "        means: {concern: bullying}\n        to: talk-it-through\n"
    )
    start = text.index("      bullied:\n")
    file.write_text(text[:start] + also + text[start:], encoding="utf-8")

    assert [
        'practice/bus.yaml:1: The facts of "bus" fit ways to talk-it-through and to '
        "talk-to-childline. Say which under `answers:`, with the option to take at "
        '"mean-kind".'
    ] == [str(problem) for problem in story_problems(Project(str(flows)))]


def test_a_flow_that_changes_flags_the_scenarios_whose_ending_moved(tmp_path: Path) -> None:
    """Practice cannot drift: change where bullying leads, and each story of it is named."""
    flows = tmp_path / "flows"
    shutil.copytree(SHIPPED, flows, ignore=shutil.ignore_patterns("*.compiled"))
    file = flows / "young-person.yaml"
    text = file.read_text(encoding="utf-8")
    start = text.index("      bullied:\n")
    end = text.index("- talk-to-childline", start)
    changed = text[:end] + "- talk-it-through" + text[end + len("- talk-to-childline") :]
    file.write_text(changed, encoding="utf-8")
    problems = [str(problem) for problem in story_problems(Project(str(flows)))]
    told = [problem for problem in problems if "is not asked on the way" not in problem]

    assert 3 == len(told)
    for one in told:
        assert one.startswith("practice/the-group-chat.yaml:")
        assert 'but its facts lead to "talk-it-through"' in one


def test_a_folder_without_scenarios_has_none() -> None:
    """Other flows need not have any."""
    project = Project(str(TINY))

    assert [] == story_problems(project)
    assert () == project.stories.scenarios


def test_a_scenario_over_flows_that_do_not_ask_who_is_told_so(tmp_path: Path) -> None:
    """Every story has someone who tells it."""
    flows = folder(tmp_path, TINY, bus=TINY_STORY)
    told = [str(problem) for problem in story_problems(Project(str(flows)))]

    assert 'practice/bus.yaml:1: The scenario holds no "who". Add `who:` under `facts:`.' in told


@given(
    st.integers(0, len(SOUND)),
    st.integers(0, 40),
    st.one_of(st.text(max_size=20), st.sampled_from(["\n", ": ", "- ", "{", "}", "[", "'", "  "])),
)
@settings(max_examples=150, deadline=None)
def test_no_scenario_however_broken_is_an_exception(start: int, length: int, text: str) -> None:
    """A stretch cut out and anything put in its place: faults with a place, or none."""
    page = FileReader("bus.yaml", Faults("bus.yaml"), Suppressed())
    content = (SOUND[:start] + text + SOUND[start + length :]).encode("utf-8", "replace")
    decoded = decode(content, page.faults)
    top = None if decoded is None else parse_yaml(decoded, page.faults)
    found = None if top is None else scenario(page, top)

    assert found is not None or page.faults.problems()
    assert all(problem.place.file == "bus.yaml" for problem in page.faults.problems())


# -- what translators are given


def test_every_word_of_a_story_is_a_text_with_an_address_of_its_own() -> None:
    """`practice.<scenario>...`, the same whatever the order in the file; no two texts alike."""
    found = story_texts(Project(str(SHIPPED)).stories.scenarios)

    assert found == [text for story in MAIN for text in walk.texts(story.scenario)]
    assert all(text.address.startswith("practice.") for text in found)
    assert not [text for text in found if re.search(r"\.\d+(\.|$)", text.address)]
    assert len({(text.address, text.source) for text in found}) == len(found)


# -- the schema and the page


def test_the_schema_is_that_of_the_reader() -> None:
    """Keys, kinds and limits that an editor offers are those that are read."""
    Draft7Validator.check_schema(SCHEMA)
    parts = SCHEMA["definitions"]

    assert SCENARIO_KEYS == set(SCHEMA["properties"])
    assert MOVE_KEYS == set(parts["move"]["properties"])
    assert list(KINDS) == parts["move"]["properties"]["kind"]["enum"]
    assert LINE_KEYS | STATED_KEYS == set(parts["line"]["anyOf"][1]["properties"])
    assert ROUTE_KEYS == set(parts["routes"]["anyOf"][1]["items"]["anyOf"][1]["properties"])
    assert VARIANT_KEYS == set(parts["wording"]["anyOf"][1]["items"]["anyOf"][1]["properties"])
    assert (MAX_TEXT, MAX_ID) == (parts["text"]["maxLength"], parts["id"]["maxLength"])


@pytest.mark.parametrize("file", sorted(PRACTICE.glob("*.yaml")), ids=lambda file: file.stem)
def test_every_scenario_is_sound_to_an_editor(file: Path) -> None:
    """The schema takes it, and its first line names the schema."""
    text = decode(file.read_bytes(), Faults(""))
    assert text is not None
    top = parse_yaml(text, Faults(""))
    assert top is not None

    assert [] == [error.message for error in Draft7Validator(SCHEMA).iter_errors(plain(top))]
    assert text.startswith("# yaml-language-server: $schema=../schema/practice.schema.json\n")
    assert f"\nscenario: {file.stem}\n" in text
    assert text.isascii()


def test_the_page_takes_a_worker_to_a_playable_scenario(tmp_path: Path) -> None:
    """Its example has no fault and is played; the kinds it explains are those there are."""
    page = (PRACTICE / "README.md").read_text(encoding="utf-8")
    example = re.search(r"<!-- example -->\n```yaml\n(.*?)```", page, re.DOTALL)
    assert example is not None
    flows = folder(tmp_path, SHIPPED, dog=example.group(1))
    project = Project(str(flows))

    assert [] == story_problems(project)
    (story,) = project.stories.scenarios
    assert [] == story_advice(project)
    assert ["a-lost-dog"] == [telling.id for telling in tellings(story)]
    assert [] == [role for role in YOU if role not in page]
    assert [] == [
        name
        for name in re.findall(r"[a-z]+-[a-z-]+-20[0-9]{2}|listening-[a-z]+", page)
        if name not in project.library.sources
    ]
    assert ["kind", *KINDS] == re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE)


def test_no_word_here_brands_a_child_or_promises() -> None:
    """Words that have no place in a story."""
    for file in sorted(PRACTICE.glob("*.yaml")):
        text = file.read_text(encoding="utf-8").lower()
        assert not [word for word in ("sexting", "revenge porn victim", "slut") if word in text]
