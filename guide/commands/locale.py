"""`guide locale`: the translator's bench, from a new language to a reviewed one."""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from guide.commands.rendering import ScreenRenderer
from guide.front.languages import Languages
from guide.i18n import catalogue, load
from guide.i18n.catalogue import Unreadable
from guide.i18n.pseudo import CODES
from guide.i18n.words import Words
from guide.options import FAILED, OK
from guide.project import Project
from guide.settings import UsageError, flows_folder, locales_folder
from guide.translate import po_store, start
from guide.translate.merge import Changes, merged_catalogue
from guide.translate.screens import LanguageScreen
from guide.translate.template import template

PAUSE = 0.5
"""Seconds between two looks at the files watched."""

_NEXT = """\
What to do next:
 1. Open {flows} in Poedit, Weblate or any PO editor. Each entry says who says it to whom.
 2. Then open {guide}, the program's own words.
 3. Write how your language says the words in {glossary}.
 4. See it as you go: guide locale watch {language}
 5. Find what is wrong: guide locale check {language}
locales/README.md says more."""


def run(arguments: argparse.Namespace) -> int:
    """Do one thing at the bench; 1 when there are faults or nothing could be done."""
    does: dict[str, Callable[[argparse.Namespace, Project], int]] = {
        "new": _new,
        "update": _update,
        "status": _status,
        "check": _check,
        "review": _review,
        "watch": _watch,
        "shots": _shots,
    }
    locales = locales_folder(arguments.locales)
    if os.path.exists(locales) and not os.path.isdir(locales):
        raise UsageError(f"{locales} is not a folder. Give the folder of languages with --locales.")
    project = Project(flows_folder(arguments.flows), locales)
    try:
        return does[arguments.action](arguments, project)
    except Unreadable as unreadable:
        print(unreadable.problem, file=sys.stderr)
        return FAILED
    except start.NoSuchLanguage as error:
        raise UsageError(str(error)) from None


def _new(arguments: argparse.Namespace, project: Project) -> int:
    language = start.language_code(arguments.language)
    if language in project.languages:
        raise UsageError(f'"{language}" is there already. Use: guide locale update {language}')
    made = start.begin(project, language, practice=arguments.practice)
    for path in made:
        print(f"made {path}")
    names = {path.stem: path for path in made}
    print()
    print(_NEXT.format(language=language, **{"glossary": "", **names}))
    return OK


def _update(arguments: argparse.Namespace, project: Project) -> int:
    status = OK
    for language in _wanted(arguments, project.languages):
        there = arguments.practice or catalogue.po_files(
            project.locales, language, (catalogue.PRACTICE,)
        )
        for domain in (*catalogue.DOMAINS, catalogue.PRACTICE) if there else catalogue.DOMAINS:
            try:
                _update_one(project, language, domain)
            except Unreadable as unreadable:
                print(unreadable.problem, file=sys.stderr)
                status = FAILED
    return status


def _update_one(project: Project, language: str, domain: str) -> None:
    path = catalogue.po_path(project.locales, language, domain)
    old = po_store.load_po(path, language) if Path(path).exists() else None
    made, changes = merged_catalogue(old, template(project, domain), language)
    written = po_store.save_po(path, made)
    print(f"{catalogue.shown_path(path)}: {_in_words(changes, written=written)}")


def _in_words(changes: Changes, *, written: bool) -> str:
    counts = [
        f"{number} {what}"
        for number, what in zip(
            changes, ("new", "reworded (now fuzzy)", "back (now fuzzy)", "gone (kept)"), strict=True
        )
        if number
    ]
    if counts:
        return ", ".join(counts) + "."
    return "Only the notes are new." if written else "Nothing is new."


def _wanted(arguments: argparse.Namespace, known: tuple[str, ...]) -> list[str]:
    """The language given, or every one there is."""
    if not arguments.language:
        return list(known)
    if arguments.action == "shots" and arguments.language in CODES:
        return [arguments.language]
    # A language that is there is looked at, whether this Babel knows of it or not.
    language = (
        arguments.language
        if arguments.language in known
        else start.language_code(arguments.language)
    )
    if language not in known:
        there = f"There is: {', '.join(known)}." if known else "There is none yet."
        raise UsageError(
            f'there is no language "{language}". {there} Make it: guide locale new {language}'
        )
    return [language]


def _status(arguments: argparse.Namespace, project: Project) -> int:
    from guide.translate import status

    statuses = [
        status.status_of(project, language) for language in _wanted(arguments, project.languages)
    ]
    if arguments.json:
        print(
            json.dumps(
                {"languages": [status.status_as_data(counted) for counted in statuses]},
                ensure_ascii=False,
            )
        )
    else:
        sys.stdout.writelines(f"{line}\n" for line in status.status_lines(statuses))
    return OK


def _check(arguments: argparse.Namespace, project: Project) -> int:
    from guide.check.finding import Finding
    from guide.check.run import BROKEN_PROMISE
    from guide.translate import audit
    from guide.understanding.promises import broken_promises

    wanted = _wanted(arguments, project.languages)
    findings = audit.audit(project, wanted)
    for language in wanted:
        promises = broken_promises(project, language)
        findings += [Finding(BROKEN_PROMISE, "error", *problem) for problem in promises]
    for fault in findings:
        print(fault)
    errors = sum(fault.severity == "error" for fault in findings)
    print(f"{errors} errors, {len(findings) - errors} warnings", file=sys.stderr)
    return FAILED if errors else OK


def _review(arguments: argparse.Namespace, project: Project) -> int:
    from guide.translate import review

    (language,) = _wanted(arguments, project.languages)
    review.run_review(project, language, sys.stdin, sys.stdout)
    return OK


def _watch(arguments: argparse.Namespace, project: Project) -> int:
    from guide.translate.watch import watch

    (language,) = _wanted(arguments, project.languages)

    def show(screen: LanguageScreen) -> str:
        return _screen_renderer(project, language).twin(screen)

    def ticks() -> Iterator[None]:
        while True:
            time.sleep(PAUSE)
            yield

    watch(project, language, sys.stdout, show, ticks())
    return OK


def _shots(arguments: argparse.Namespace, project: Project) -> int:
    from guide.translate import shots
    from guide.translate.screens import language_screens

    (language,) = _wanted(arguments, project.languages)
    library, locales = project.library, project.locales
    translations = load.load_catalogue(locales, language)
    if translations is None:
        raise UsageError(
            f'"{language}" cannot be read. Find out why: guide locale check {language}'
        )
    here, english = (
        _screen_renderer(project, language),
        ScreenRenderer(library, Words(library.contacts)),
    )
    all_screens = language_screens(library)
    languages = Languages(library.contacts, locales)
    taken = (
        shots.Shot(screen, here.picture(screen, languages), here.twin(screen), english.twin(screen))
        for screen in all_screens
    )
    folder = Path(arguments.to or f"shots/{language}")
    index = shots.write_shots(folder, translations, taken, shots.stale_keys(locales, language))
    for name, twin in here.beside(all_screens):
        (folder / f"{name}.txt").write_text(twin, encoding="utf-8")
    print(f"made {index}")
    return OK


def _screen_renderer(project: Project, language: str) -> ScreenRenderer:
    library = project.library
    translations = load.load_catalogue(project.locales, language)
    return ScreenRenderer(library, Words(library.contacts, language, translations))
