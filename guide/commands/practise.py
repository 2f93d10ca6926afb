"""`guide practise`: practice for people who work with children."""

import argparse
import json
import os
import random
import shutil
import sys
from collections.abc import Callable
from functools import partial
from io import StringIO

from guide import failsafe
from guide.commands.topics import concerns_meant, roles_meant
from guide.conversation.conversation import Folders
from guide.flow.advice import mend
from guide.flow.files import flow_files
from guide.flow.model import Ending, Library
from guide.front.plain.terminal import Keyboard
from guide.front.start import guard, offered_languages, run_conversation, wanted_words
from guide.options import FAILED, OK, Options
from guide.practice import handout
from guide.practice.ages import age_group, ages_in
from guide.practice.check import story_advice, story_problems
from guide.practice.coverage import coverage, coverage_lines
from guide.practice.practice import Practice
from guide.practice.progress import Shelf
from guide.practice.read import STORIES_FOLDER, Scenarios, scenarios_from
from guide.practice.scenario import ScenarioCase, tellings
from guide.practice.scene import Stage
from guide.practice.way import search
from guide.project import Project
from guide.settings import UsageError, flows_folder, locales_folder


def run(arguments: argparse.Namespace) -> int:
    """Practise, or say what there is to practise; 1 for faults or gaps that were asked for."""
    if arguments.new:
        return _new(arguments)
    if arguments.stories and not os.path.isdir(arguments.stories):
        raise UsageError(f'"{arguments.stories}" is no folder. Name the folder of your stories.')
    project = Project(flows_folder(arguments.flows), own_stories=arguments.stories)
    library = project.library
    if arguments.check:
        return _check(project, as_json=arguments.json)
    read = project.stories
    cases = playable(library, read)
    if arguments.coverage:
        return _coverage(library, cases, as_json=arguments.json)
    stage = _stage(arguments, library, cases)
    if arguments.list or _narrows(arguments):
        _list(stage, _wanted(arguments, library, stage.tellings), as_json=arguments.json)
        return OK
    if arguments.json:
        raise UsageError("--json goes with --list, --coverage or --check.")
    if not cases:
        raise UsageError(
            f"there are no scenarios in {os.path.join(project.flows, STORIES_FOLDER)}."
        )
    chosen = _telling(stage, arguments.scenario or arguments.scenario_id)
    if arguments.handout:
        return _handout(stage, chosen, arguments.handout)
    _say_what_is_left_out(read, cases)
    try:
        _play(arguments, stage, chosen)
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception:  # as in guide.front.start: never a traceback before a person
        failsafe.show(sys.stdout, (stage.words.language,))
        return FAILED
    return OK


def playable(library: Library, read: Scenarios) -> tuple[ScenarioCase, ...]:
    """The tellings that reach the ending their author wrote down."""
    cases = []
    for scenario in read.scenarios:
        for telling in tellings(scenario):
            right = search(library, telling.facts, telling.hints).right
            if (
                right is not None
                and right.ending.id == telling.expected
                and _sound(library, telling)
            ):
                cases.append(telling)
    return tuple(cases)


def _sound(library: Library, telling: ScenarioCase) -> bool:
    return all(isinstance(library.steps[name], Ending) for name, _, _ in telling.scenario.wrong)


def _stage(
    arguments: argparse.Namespace, library: Library, cases: tuple[ScenarioCase, ...]
) -> Stage:
    options = Options(locale=arguments.locale, flows=arguments.flows, locales=arguments.locales)
    seed = random.randrange(1_000_000) if arguments.seed is None else arguments.seed
    for file in (arguments.handout, arguments.debrief):
        if file and not file.lower().endswith(handout.ENDS):
            raise UsageError(f'"{file}" ends in neither {" nor ".join(handout.ENDS)}.')
    spoken = wanted_words(library, options, practice=True)
    shelf = Shelf(arguments.progress, arguments.debrief)
    folders = Folders(flows_folder(arguments.flows), locales_folder(arguments.locales))
    return Stage(library, spoken, cases, seed, shelf, folders=folders)


def _telling(stage: Stage, name: str) -> ScenarioCase | None:
    if not name:
        return None
    for telling in stage.tellings:
        if telling.id == name:
            return telling
    names = [telling.id for telling in stage.tellings]
    advice = mend(name.lower().replace(" ", "-"), names, "See guide practise --list.")
    raise UsageError(f'there is no scenario "{name}". {advice}')


def _say_what_is_left_out(read: Scenarios, cases: tuple[ScenarioCase, ...]) -> None:
    played = {telling.scenario.id for telling in cases}
    number = sum(scenario.id not in played for scenario in read.scenarios)
    number += len({problem.place.file for problem in read.problems})
    if number:
        print(
            f"guide: scenarios with a fault are left out: {number}. See guide practise --check.",
            file=sys.stderr,
        )


def _play(arguments: argparse.Namespace, stage: Stage, chosen: ScenarioCase | None) -> None:
    practice = Practice(stage, chosen)
    options = Options(plain=arguments.plain, locales=arguments.locales)
    if arguments.group:
        from guide.front.plain.group import WIDTH, GroupPractice

        wide = shutil.get_terminal_size((WIDTH, 24)).columns
        # Plain mode's lines ask there first how wide they may be.
        os.environ["COLUMNS"] = str(min(WIDTH, wide))
        others = partial(offered_languages, stage.library, options, practice=True)
        with Keyboard() as keyboard:
            group = GroupPractice(practice, sys.stdout, sys.stdin or StringIO(), languages=others)
            group.run(keyboard.prepare)
        return
    guard(options)
    run_conversation(practice, stage.library, options, practice=True)


# -- what there is


def _narrows(arguments: argparse.Namespace) -> bool:
    """Whether stories are looked for, and none is named yet: that is to ask for the list."""
    named = arguments.scenario or arguments.scenario_id
    return not named and any((arguments.about, arguments.you, arguments.age, arguments.turns))


def _wanted(
    arguments: argparse.Namespace, library: Library, cases: tuple[ScenarioCase, ...]
) -> Callable[[ScenarioCase], bool]:
    """What the stories listed are to be about: a topic, who you are, an age, how long.

    A topic may be a word of its name, or other words for it, such as "county lines". Raises
    UsageError for what no story has.
    """
    topics = {case.facts.get("concern", "") for case in cases}
    about = _values("--about", arguments.about, topics, partial(concerns_meant, library))
    you = _values("--you", arguments.you, {case.scenario.you for case in cases}, roles_meant)
    typed_age = age_group(int(arguments.age)) if arguments.age.isdecimal() else arguments.age
    age = _values("--age", typed_age, {case.age for case in cases}, _age_groups)
    lengths = {str(len(case.scenario.listen)) for case in cases}
    turns = _values("--turns", str(arguments.turns or ""), lengths)

    def wanted(telling: ScenarioCase) -> bool:
        return (
            telling.facts.get("concern", "") in about
            and telling.scenario.you in you
            and telling.age in age
            and str(len(telling.scenario.listen)) in turns
        )

    return wanted


def _none_meant(_: str) -> list[str]:
    return []


def _age_groups(words: str) -> list[str]:
    """The group of an age in words, such as seven."""
    return [age_group(years) for years in ages_in(words)]


def _values(
    option: str, typed: str, known: set[str], meant_by: Callable[[str], list[str]] = _none_meant
) -> set[str]:
    """The values that are meant: all where nothing is typed, one, or those with a word so begun.

    Where none has, those of `meant_by`.
    """
    if typed in known or not typed:
        return {typed} if typed else known
    word = typed.lower().strip().replace(" ", "-").removesuffix("s")
    if meant := {value for value in known if word and f"-{word}" in f"-{value}"}:
        return meant
    if meant := known.intersection(meant_by(typed)):
        return meant
    names = sorted(known - {""})
    advice = mend(typed, names, f"There are: {', '.join(names)}.")
    raise UsageError(f'{option}: no story has "{typed}". {advice}')


def _list(stage: Stage, wanted: Callable[[ScenarioCase], bool], *, as_json: bool) -> None:
    listed = [telling for telling in stage.tellings if wanted(telling)]
    if as_json:
        entries = [_entry(stage, telling) for telling in listed]
        print(json.dumps({"scenarios": entries}, ensure_ascii=False))
        return
    if not listed:
        raise UsageError(
            "no story is all of that. Leave out one of --about, --you, --age and --turns."
        )
    by_scenario: dict[str, list[ScenarioCase]] = {}
    for telling in listed:
        by_scenario.setdefault(telling.scenario.id, []).append(telling)
    for name, cases in by_scenario.items():
        print(f"{name}: {_entry(stage, cases[0])['title']}")
        for label, values in (
            ("you are", [case.scenario.you for case in cases]),
            ("about", [case.facts.get("concern", "danger now") for case in cases]),
            ("told by", [case.audience for case in cases]),
            ("age", [case.age for case in cases]),
            ("ends at", [case.expected for case in cases]),
            ("turns", [str(len(cases[0].scenario.listen))]),
        ):
            print(f"  {label}: {', '.join(dict.fromkeys(values))}")


def _entry(stage: Stage, telling: ScenarioCase) -> dict[str, str | int]:
    return {
        "id": telling.id,
        "title": stage.say(telling.scenario.title, telling.facts),
        "ending": telling.expected,
        "audience": telling.audience,
        "age": telling.age,
        "you": telling.scenario.you,
        "about": telling.facts.get("concern", ""),
        "turns": len(telling.scenario.listen),
    }


def _coverage(library: Library, cases: tuple[ScenarioCase, ...], *, as_json: bool) -> int:
    covered = coverage(library, cases)
    if as_json:
        cells = [
            {**cell._asdict(), "scenarios": list(names)} for cell, names in covered.cells.items()
        ]
        data = {"cells": cells, "empty": len(covered.empty), "lacking": list(covered.lacking)}
        print(json.dumps(data))
    else:
        print("\n".join(coverage_lines(covered)))
    return FAILED if covered.lacking else OK


def _check(project: Project, *, as_json: bool) -> int:
    faults = story_problems(project)
    if as_json:
        problems = [
            {
                "file": problem.place.file,
                "line": problem.place.line,
                "what": problem.what,
                "what_to_do": problem.what_to_do,
            }
            for problem in faults
        ]
        print(json.dumps({"problems": problems}))
    else:
        for problem in faults:
            print(problem)
        for problem in story_advice(project):
            print(f"to mend: {problem}", file=sys.stderr)
        print(f"{_how_many(project)} Faults: {len(faults)}.", file=sys.stderr)
    return FAILED if faults else OK


def _how_many(project: Project) -> str:
    """How many stories were checked; of a folder of one's own, how many are in it."""
    if project.own_stories:
        return f"Scenarios of your own: {len(flow_files(project.own_stories)[0])}."
    return f"Scenarios: {len(project.stories.scenarios)}."


def _new(arguments: argparse.Namespace) -> int:
    from guide.commands import new_story

    project = Project(flows_folder(arguments.flows))
    read = partial(scenarios_from, project.library, project.flows)
    return new_story.run(project.library, arguments.stories, read)


def _handout(stage: Stage, telling: ScenarioCase | None, file: str) -> int:
    if telling is None:
        raise UsageError("a handout is of one story: name it with --scenario.")
    if handout.write_new_handout(file, handout.story_page(stage, telling, file)):
        print(f"guide: the handout is in {file}.", file=sys.stderr)
        return OK
    print(
        f"guide: {file} could not be written, or is there already. Name a new file.",
        file=sys.stderr,
    )
    return FAILED
