"""`guide practise`: practice for people who work with children."""

import argparse
import json
import os
import random
import shutil
import sys
from functools import partial
from io import StringIO

from guide import failsafe
from guide.conversation.conversation import Folders
from guide.flow.advice import mend
from guide.flow.model import Ending, Library
from guide.front.plain.terminal import LineTerminal
from guide.front.start import (
    UsageError,
    flows_folder,
    locales_folder,
    offered_languages,
    run_conversation,
    wanted_words,
)
from guide.options import FAILED, OK, Options
from guide.practice import handout
from guide.practice.check import story_problems
from guide.practice.coverage import coverage, coverage_lines
from guide.practice.practice import Practice
from guide.practice.progress import Shelf
from guide.practice.read import FOLDER, Scenarios
from guide.practice.scenario import ScenarioCase, tellings
from guide.practice.scene import Stage
from guide.practice.way import search
from guide.project import Project


def run(given: argparse.Namespace) -> int:
    """Practise, or say what there is to practise; 1 for faults or gaps that were asked for."""
    project = Project(flows_folder(given.flows))
    library = project.library
    if given.check:
        return _check(project, as_json=given.json)
    read = project.stories
    told = playable(library, read)
    if given.coverage:
        return _coverage(library, told, as_json=given.json)
    stage = _stage(given, library, told)
    if given.list:
        _list(stage, as_json=given.json)
        return OK
    if given.json:
        raise UsageError("--json goes with --list, --coverage or --check.")
    if not told:
        raise UsageError(f"there are no scenarios in {os.path.join(project.flows, FOLDER)}.")
    chosen = _telling(stage, given.scenario or given.scenario_id)
    if given.handout:
        return _handout(stage, chosen, given.handout)
    _say_what_is_left_out(read, told)
    try:
        _play(given, stage, chosen)
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception:  # as in guide.front.start: never a traceback before a person
        failsafe.show(sys.stdout, (stage.words.language,))
        return FAILED
    return OK


def playable(library: Library, read: Scenarios) -> tuple[ScenarioCase, ...]:
    """The tellings that reach the ending their author wrote down."""
    found = []
    for scenario in read.scenarios:
        for telling in tellings(scenario):
            right = search(library, telling.facts, telling.hints).right
            if (
                right is not None
                and right.ending.id == telling.expected
                and _sound(library, telling)
            ):
                found.append(telling)
    return tuple(found)


def _sound(library: Library, telling: ScenarioCase) -> bool:
    return all(isinstance(library.steps[name], Ending) for name, _, _ in telling.scenario.wrong)


def _stage(given: argparse.Namespace, library: Library, told: tuple[ScenarioCase, ...]) -> Stage:
    options = Options(locale=given.locale, flows=given.flows, locales=given.locales)
    seed = random.randrange(1_000_000) if given.seed is None else given.seed
    for file in (given.handout, given.debrief):
        if file and not file.lower().endswith(handout.ENDS):
            raise UsageError(f'"{file}" ends in neither {" nor ".join(handout.ENDS)}.')
    spoken = wanted_words(library, options, practice=True)
    shelf = Shelf(given.progress, given.debrief)
    folders = Folders(flows_folder(given.flows), locales_folder(given.locales))
    return Stage(library, spoken, told, seed, shelf, folders=folders)


def _telling(stage: Stage, name: str) -> ScenarioCase | None:
    if not name:
        return None
    for telling in stage.tellings:
        if telling.id == name:
            return telling
    names = [telling.id for telling in stage.tellings]
    advice = mend(name, names, "See guide practise --list.")
    raise UsageError(f'there is no scenario "{name}". {advice}')


def _say_what_is_left_out(read: Scenarios, told: tuple[ScenarioCase, ...]) -> None:
    played = {telling.scenario.id for telling in told}
    number = sum(scenario.id not in played for scenario in read.scenarios)
    number += len({problem.place.file for problem in read.problems})
    if number:
        print(
            f"guide: scenarios with a fault are left out: {number}. See guide practise --check.",
            file=sys.stderr,
        )


def _play(given: argparse.Namespace, stage: Stage, chosen: ScenarioCase | None) -> None:
    practice = Practice(stage, chosen)
    options = Options(plain=given.plain, locales=given.locales)
    if given.group:
        from guide.front.plain.group import WIDTH, GroupPractice

        wide = shutil.get_terminal_size((WIDTH, 24)).columns
        os.environ["COLUMNS"] = str(min(WIDTH, wide))
        others = partial(offered_languages, stage.library, options, practice=True)
        with LineTerminal() as terminal:
            group = GroupPractice(practice, sys.stdout, sys.stdin or StringIO(), languages=others)
            group.run(terminal.prepare)
        return
    run_conversation(practice, stage.library, options, practice=True)


# -- what there is


def _list(stage: Stage, *, as_json: bool) -> None:
    if as_json:
        found = [_entry(stage, telling) for telling in stage.tellings]
        print(json.dumps({"scenarios": found}, ensure_ascii=False))
        return
    by_scenario: dict[str, list[ScenarioCase]] = {}
    for telling in stage.tellings:
        by_scenario.setdefault(telling.scenario.id, []).append(telling)
    for name, told in by_scenario.items():
        print(f"{name}: {_entry(stage, told[0])['title']}")
        for label, values in (
            ("told by", [one.audience for one in told]),
            ("age", [one.age for one in told]),
            ("ends at", [one.expected for one in told]),
        ):
            print(f"  {label}: {', '.join(dict.fromkeys(values))}")


def _entry(stage: Stage, telling: ScenarioCase) -> dict[str, str]:
    return {
        "id": telling.id,
        "title": stage.say(telling.scenario.title, telling.facts),
        "ending": telling.expected,
        "audience": telling.audience,
        "age": telling.age,
    }


def _coverage(library: Library, told: tuple[ScenarioCase, ...], *, as_json: bool) -> int:
    covered = coverage(library, told)
    if as_json:
        found = [
            {**cell._asdict(), "scenarios": list(names)} for cell, names in covered.cells.items()
        ]
        print(json.dumps({"cells": found, "empty": len(covered.empty)}))
    else:
        print("\n".join(coverage_lines(covered)))
    return FAILED if covered.empty else OK


def _check(project: Project, *, as_json: bool) -> int:
    found = story_problems(project)
    if as_json:
        problems = [
            {
                "file": problem.place.file,
                "line": problem.place.line,
                "what": problem.what,
                "what_to_do": problem.what_to_do,
            }
            for problem in found
        ]
        print(json.dumps({"problems": problems}))
    else:
        for problem in found:
            print(problem)
        number = len(project.stories.scenarios)
        print(f"{number} scenarios read, {len(found)} faults.", file=sys.stderr)
    return FAILED if found else OK


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
