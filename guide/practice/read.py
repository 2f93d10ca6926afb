"""A folder of scenario files into scenarios, with every fault of every file told in one run."""

import os
from typing import NamedTuple

from guide.flow import document
from guide.flow.advice import sentence
from guide.flow.faults import Faults
from guide.flow.fields import FileReader
from guide.flow.files import FilePaths, flow_files
from guide.flow.link import look_up
from guide.flow.model import Library, Line, Route, When, Wording
from guide.flow.nodes import Mapping
from guide.flow.parts import RawLibrary
from guide.practice.scenario import KINDS, YOU, ListeningTurn, Move, Scenario
from guide.problems import Place, Problem

STORIES_FOLDER = "practice"
"""Where the scenarios of a folder of flows are."""

SCENARIO_KEYS = frozenset(
    [
        document.FORMAT_KEY,
        "scenario",
        "title",
        "note",
        "you",
        "person",
        "setting",
        "voice",
        "facts",
        "answers",
        "ending",
        "says",
        "tells",
        "closed",
        "next-day",
        "listen",
        "wrong",
        "learning",
        "talk",
    ]
)
MOVE_KEYS = frozenset({"kind", "say", "reply", "because", "tells", "needs"})


class Scenarios(NamedTuple):
    """What a folder holds: the scenarios that can be played, and what is wrong with the others."""

    scenarios: tuple[Scenario, ...]
    problems: tuple[Problem, ...]


def scenarios_from(library: Library, flows: str, own: str = "") -> Scenarios:
    """Read the scenarios beside a folder of flows, and those of a folder of one's own.

    A scenario with a fault is not among those given; its faults are.
    """
    beside = os.path.join(flows, STORIES_FOLDER)
    folders = [folder for folder in (beside, own) if os.path.isdir(folder)]
    with document.collector_paused():
        return _read(library, folders)


def _read(library: Library, folders: list[str]) -> Scenarios:
    files: FilePaths = []
    problems: list[Problem] = []
    for folder in folders:
        more, faults = flow_files(folder)
        files += more
        problems += faults
    parts = _known(library)
    scenarios: dict[str, tuple[Scenario, FileReader]] = {}
    for file, shown in files:
        page = FileReader(shown, Faults(shown), parts.suppressed)
        scenario = _open(page, file)
        if scenario is None:
            problems += page.faults.problems()
            continue
        parts.pages.append(page)
        if scenario.id in scenarios:
            what = f'"{scenario.id}" already stands at {scenarios[scenario.id][0].place}.'
            page.faults.add(scenario.place.line, what, "Give one of the two another name.")
            problems += page.faults.problems()
        else:
            scenarios[scenario.id] = (scenario, page)
    parts.suppressed.everything = False  # each scenario stands alone: a fault in one hides no other
    look_up(parts)
    sound = []
    for scenario, page in scenarios.values():
        faults = page.faults.problems()
        problems += faults
        if not faults:
            sound.append(scenario)
    return Scenarios(tuple(sound), tuple(sorted(problems, key=lambda problem: problem.place)))


def _known(library: Library) -> RawLibrary:
    """The names of the flows, for those that scenarios use to be looked up."""
    parts = RawLibrary()
    parts.flows.update(library.flows)
    parts.steps.update(library.steps)
    parts.contacts.update(library.contacts)
    parts.statements.update(library.statements)
    parts.sources.update(library.sources)
    parts.facts.update(library.facts)
    return parts


def _open(page: FileReader, file: str) -> Scenario | None:
    if _is_empty(file):
        page.faults.add(
            1, "The file is empty.", "Let `guide practise --new` write a story to begin from."
        )
        return None
    top = document.read_yaml(file, page.faults)
    return None if top is None else scenario(page, top)


def _is_empty(file: str) -> bool:
    """Whether nothing is in a file; one that cannot be read is told of by whoever reads it."""
    try:
        return os.path.getsize(file) == 0
    except OSError:
        return False


def scenario(page: FileReader, top: Mapping) -> Scenario:
    """The scenario of a file."""
    page.known_keys(top, SCENARIO_KEYS, "a scenario")
    name = page.plain(top, "scenario", "the file", needed=True)
    if name:
        page.is_id(name, top.lines["scenario"])
    at = f"practice.{name}"

    def words(key: str, *, needed: bool = True) -> Wording:
        return page.wording(top, key, f"{at}.{key}", "the scenario", needed=needed)

    return Scenario(
        id=name,
        # Not called title in the address: those are endings' titles, and say what to do.
        title=page.wording(top, "title", f"{at}.story", "the scenario", needed=True),
        note=words("note"),
        you=page.one_of(top, "you", "the scenario", tuple(YOU), default=""),
        person=words("person"),
        setting=words("setting"),
        voice=words("voice", needed=False),
        facts=_facts(page, top),
        answers=_answers(page, top),
        ending=_ending(page, top),
        says=words("says"),
        tells=_tells(page, top, "the scenario"),
        closed=words("closed"),
        next_day=words("next-day", needed=False),
        listen=_listen(page, top, at),
        wrong=_wrong(page, top, at),
        learning=_lines(page, top, "learning", at),
        talk=_lines(page, top, "talk", at),
        place=page.place(top.lines.get("scenario", top.line)),
    )


def _shim(top: Mapping, key: str, name: str) -> Mapping:
    """The value of a key as if it stood under another: one way to read conditions and routes."""
    node = Mapping(top.lines.get(key, top.line))
    if key in top.values:
        node.values[name] = top.values[key]
        node.lines[name] = top.lines[key]
    return node


def _facts(page: FileReader, top: Mapping) -> tuple[When, ...]:
    if "facts" not in top.values:
        page.faults.add(
            top.line, 'The scenario has no "facts".', "Add `facts:`, as in flows/shared/facts.yaml."
        )
    cases = []
    for value, line in page.items(top.values.get("facts"), '"facts"', top.lines.get("facts", 0)):
        node = Mapping(line)
        node.values["when"], node.lines["when"] = value, line
        cases.append(page.when(node))
    return tuple(cases)


def _ending(page: FileReader, top: Mapping) -> tuple[Route, ...]:
    if "ending" not in top.values:
        page.faults.add(
            top.line, 'The scenario has no "ending".', "Add `ending:`, where its right way ends."
        )
        return ()
    return page.routes(_shim(top, "ending", "to"), "the scenario")


def _answers(page: FileReader, top: Mapping) -> tuple[tuple[str, str, Place], ...]:
    if "answers" not in top.values:
        return ()
    line = top.lines["answers"]
    node = page.mapping(top.values["answers"], '"answers"', line)
    if node is None:
        return ()
    answers = []
    for step in node.values:
        option = page.plain(node, step, '"answers"')
        page.use("step", step, node.lines[step])
        if option:
            answers.append((step, option, page.place(node.lines[step])))
    return tuple(answers)


def _listen(page: FileReader, top: Mapping, at: str) -> tuple[ListeningTurn, ...]:
    if "listen" not in top.values:
        page.faults.add(
            top.line, 'The scenario has no "listen".', "Add `listen:`, what may be said in turns."
        )
        return ()
    turns = []
    for key, node in page.entries(top.values["listen"], '"listen"', top.lines["listen"]):
        moves = tuple(
            _move(page, move, name, f"{at}.{key}.{name}")
            for name, move in page.entries(node, f'turn "{key}"', node.line)
        )
        turn = ListeningTurn(key, moves, page.place(top_line(top, "listen", key)))
        _has_a_choice(page, turn)
        turns.append(turn)
    return tuple(turns)


def top_line(top: Mapping, section: str, key: str) -> int:
    """The line a key of a section stands on."""
    node = top.values[section]
    return node.lines[key] if type(node) is Mapping else top.line


def _has_a_choice(page: FileReader, turn: ListeningTurn) -> None:
    if not turn.moves:
        return
    if not 2 <= len(turn.moves) <= 4:
        page.faults.add(
            turn.place.line,
            f'Turn "{turn.id}" offers {len(turn.moves)} things to say.',
            "Offer 2 to 4.",
        )
    elif {move.opens for move in turn.moves} in ({1}, {-1}):
        page.faults.add(
            turn.place.line,
            f'In turn "{turn.id}" everything that may be said does the same.',
            "Offer something that opens the person up and something that closes them down.",
        )


def _move(page: FileReader, node: Mapping, name: str, at: str) -> Move:
    what = f'"{name}"'
    page.known_keys(node, MOVE_KEYS, "something to say")
    kind = page.one_of(node, "kind", what, tuple(KINDS), default="")
    tells = _tells(page, node, what)
    if tells and KINDS.get(kind, 0) < 0:
        page.faults.add(
            node.lines["tells"],
            f'{sentence(what)} closes the person down and yet "tells".',
            "Let a better move tell it.",
        )
    return Move(
        id=name,
        kind=kind,
        say=page.wording(node, "say", f"{at}.say", what, needed=True),
        reply=page.wording(node, "reply", f"{at}.reply", what, needed=True),
        because=page.wording(node, "because", f"{at}.because", what, needed=True),
        tells=tells,
        needs=_tells(page, node, what, "needs"),
        place=page.place(node.line),
    )


def _tells(page: FileReader, node: Mapping, what: str, key: str = "tells") -> tuple[str, ...]:
    """What is let out or needed; that it is held is looked at by guide.practice.check."""
    facts = []
    at = node.lines.get(key, node.line)
    for value, line in page.items(node.values.get(key), f'"{key}" of {what}', at):
        if type(value) is str and value:
            facts.append(value)
        else:
            page.faults.add(line, f'"{key}" of {what} holds no fact.', "Write the id of a fact.")
    return tuple(facts)


def _wrong(page: FileReader, top: Mapping, at: str) -> tuple[tuple[str, Wording, Place], ...]:
    if "wrong" not in top.values:
        page.faults.add(
            top.line,
            'The scenario has no "wrong".',
            "Add `wrong:`, an ending people choose by mistake, and what that would have meant.",
        )
        return ()
    node = page.mapping(top.values["wrong"], '"wrong"', top.lines["wrong"])
    endings = []
    for ending in node.values if node else ():
        assert node is not None
        line = node.lines[ending]
        page.use("step", ending, line)
        words = page.wording(node, ending, f"{at}.wrong.{ending}", '"wrong"', needed=True)
        endings.append((ending, words, page.place(line)))
    return tuple(endings)


def _lines(page: FileReader, top: Mapping, key: str, at: str) -> tuple[Line, ...]:
    if key not in top.values:
        page.faults.add(top.line, f'The scenario has no "{key}".', f"Add `{key}:` and its lines.")
    return page.lines(top, key, f"{at}.{key}", "the scenario")
