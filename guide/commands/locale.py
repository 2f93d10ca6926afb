"""`guide locale`: the translator's bench, from a new language to a reviewed one."""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from guide.commands.rendering import Seer
from guide.front.languages import Languages
from guide.front.start import UsageError, flows_folder, locales_folder
from guide.i18n import catalogue, load
from guide.i18n.catalogue import Unreadable
from guide.i18n.pseudo import CODES
from guide.i18n.words import Words
from guide.options import FAILED, OK
from guide.project import Project
from guide.translate import po_store, start
from guide.translate.merge import Changes, merged_catalogue
from guide.translate.screens import LanguageScreen
from guide.translate.template import template

PAUSE = 0.5
"""Seconds between two looks at the files watched."""

NEXT = """\
What to do next:
 1. Open {flows} in Poedit, Weblate or any PO editor. Each entry says who says it to whom.
 2. Then open {guide}, the program's own words.
 3. Write how your language says the words in {glossary}.
 4. See it as you go: guide locale watch {language}
 5. Find what is wrong: guide locale check {language}
locales/README.md says more."""


def run(given: argparse.Namespace) -> int:
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
    project = Project(flows_folder(given.flows), locales_folder(given.locales))
    try:
        return does[given.action](given, project)
    except Unreadable as unreadable:
        print(unreadable.problem, file=sys.stderr)
        return FAILED
    except start.NoSuchLanguage as error:
        raise UsageError(str(error)) from None


def _new(given: argparse.Namespace, project: Project) -> int:
    language = start.code_of(given.language)
    if language in project.languages:
        raise UsageError(f'"{language}" is there already. Use: guide locale update {language}')
    made = start.begin(project, language, practice=given.practice)
    for path in made:
        print(f"made {path}")
    names = {path.stem: path for path in made}
    print()
    print(NEXT.format(language=language, **{"glossary": "", **names}))
    return OK


def _update(given: argparse.Namespace, project: Project) -> int:
    status = OK
    for language in _wanted(given, project.languages):
        there = given.practice or catalogue.po_files(
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
    said = [
        f"{number} {what}"
        for number, what in zip(
            changes, ("new", "reworded (now fuzzy)", "back (now fuzzy)", "gone (kept)"), strict=True
        )
        if number
    ]
    if said:
        return ", ".join(said) + "."
    return "Only the notes are new." if written else "Nothing is new."


def _wanted(given: argparse.Namespace, known: tuple[str, ...]) -> list[str]:
    """The language given, or every one there is."""
    if not given.language:
        return list(known)
    if given.action == "shots" and given.language in CODES:
        return [given.language]
    # A language that is there is looked at, whether this Babel knows of it or not.
    language = given.language if given.language in known else start.code_of(given.language)
    if language not in known:
        there = f"There is: {', '.join(known)}." if known else "There is none yet."
        raise UsageError(
            f'there is no language "{language}". {there} Make it: guide locale new {language}'
        )
    return [language]


def _status(given: argparse.Namespace, project: Project) -> int:
    from guide.translate import status

    found = [status.status_of(project, language) for language in _wanted(given, project.languages)]
    if given.json:
        print(
            json.dumps(
                {"languages": [status.status_as_data(one) for one in found]}, ensure_ascii=False
            )
        )
    else:
        sys.stdout.writelines(f"{line}\n" for line in status.status_lines(found))
    return OK


def _check(given: argparse.Namespace, project: Project) -> int:
    from guide.check.run import BROKEN_PROMISE
    from guide.translate import audit
    from guide.understanding.promises import broken_promises

    wanted = _wanted(given, project.languages)
    found = audit.audit(project, wanted)
    for language in wanted:
        promises = broken_promises(project, language)
        found += [audit.Fault(BROKEN_PROMISE, "error", *problem) for problem in promises]
    for fault in found:
        print(fault)
    errors = sum(fault.severity == "error" for fault in found)
    print(f"{errors} errors, {len(found) - errors} warnings", file=sys.stderr)
    return FAILED if errors else OK


def _review(given: argparse.Namespace, project: Project) -> int:
    from guide.translate import review

    (language,) = _wanted(given, project.languages)
    review.run_review(project, language, sys.stdin, sys.stdout)
    return OK


def _watch(given: argparse.Namespace, project: Project) -> int:
    from guide.translate.watch import watch

    (language,) = _wanted(given, project.languages)

    def show(screen: LanguageScreen) -> str:
        return _seer(project, language).twin(screen)

    def ticks() -> Iterator[None]:
        while True:
            time.sleep(PAUSE)
            yield

    watch(project, language, sys.stdout, show, ticks())
    return OK


def _shots(given: argparse.Namespace, project: Project) -> int:
    from guide.translate import shots
    from guide.translate.screens import language_screens

    (language,) = _wanted(given, project.languages)
    library, locales = project.library, project.locales
    found = load.load_catalogue(locales, language)
    if found is None:
        raise UsageError(
            f'"{language}" cannot be read. Find out why: guide locale check {language}'
        )
    here, english = _seer(project, language), Seer(library, Words(library.contacts))
    all_screens = language_screens(library)
    languages = Languages(library.contacts, locales)
    taken = (
        shots.Shot(screen, here.picture(screen, languages), here.twin(screen), english.twin(screen))
        for screen in all_screens
    )
    folder = Path(given.to or f"shots/{language}")
    index = shots.write_shots(folder, found, taken, shots.stale_keys(locales, language))
    for name, twin in here.beside(all_screens):
        (folder / f"{name}.txt").write_text(twin, encoding="utf-8")
    print(f"made {index}")
    return OK


def _seer(project: Project, language: str) -> Seer:
    library = project.library
    translations = load.load_catalogue(project.locales, language)
    return Seer(library, Words(library.contacts, language, translations))
