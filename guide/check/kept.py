"""A whole check, of the flows, their stories and their languages; unchanged ground is not redug.

What was found may be kept beside what was looked at. It is made when the package is built or by
`make`, only read by a check, and passed over as soon as anything it rests on has changed: the
flows, rules and stories, a language's files, which review dates have passed, and the program
itself, letter by letter, with the versions of Python and of the packages it uses.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from typing import Any

from guide import cache, catalogue
from guide.check.finding import Finding, Report
from guide.check.progress import Step
from guide.flow.files import flow_files
from guide.flow.library import load
from guide.flow.model import Library
from guide.problems import FlowError, Place

STORY = "story"
"""The code of a story's fault; those of a language have codes of their own."""
WORDS_PEOPLE_USE = "words"
"""The code of a fault in the words that people use, and the folder of flows they stand in."""
BROKEN_PROMISE = "locale-promise"
"""The code of a sentence that a language's phrases must, or must never, be taken for."""

KEPT = "checked.compiled"
STORIES = "practice"
_DOMAINS = (*catalogue.DOMAINS, catalogue.PRACTICE)
_SHEETS = ("glossary.yaml", "phrases.yaml")
_SHAPE = ",".join((*Finding._fields, *Report._fields))
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_NOT_OURS = ("babel", "yaml")

Files = Iterable[tuple[str, str]]
"""The path of each file, and its name as messages show it."""


def check(
    path: str, today: str, locales: str = "", *, fresh: bool = False, step: Step | None = None
) -> Report:
    """Everything wrong with a folder of flows, the stories beside it and a folder of locales.

    `today` is an ISO date; `fresh` looks at everything anew. Where the flows cannot be used,
    nothing can be held against them: they are mended first. `step` is told how far it has come.
    """
    try:
        library = load(path)
    except FlowError:
        return _look_at_flows(path, today)
    ground = None if fresh else _Ground(path)
    found = _told(ground, path, (), today, library, lambda: _look_at_flows(path, today, step))
    report = found._replace(library=library)
    more: list[Finding] = []
    for place, files, look in _beside(library, path, locales):
        more += _told(ground, place, files, "", library, look).findings
    if more:
        more = sorted((*report.findings, *more), key=lambda one: (one.place, one.code, one.what))
        report = report._replace(findings=tuple(more))
    return report


def compile_checks(path: str, today: str, locales: str) -> Iterator[str]:
    """Look at everything anew and keep what was found; gives the paths written."""
    library, ground = load(path), _Ground(path)
    of_flows: Look = path, (), lambda: _look_at_flows(path, today)
    for place, files, look in (of_flows, *_beside(library, path, locales)):
        key = ground.key(files, _passed(library, today) if place == path else ())
        if key:
            target = os.path.join(place, KEPT)
            cache.save(target, key, _frozen(look()))
            yield target


Look = tuple[str, Files, Callable[[], Report]]
"""A folder, the files in it that are looked at beside the flows, and the looking."""


def _beside(library: Library, path: str, locales: str) -> Iterator[Look]:
    """The stories, the words people use, and each language."""
    stories = os.path.join(path, STORIES)
    if os.path.isdir(stories):
        yield stories, (), lambda: _look_at_stories(library, path)
    words = os.path.join(path, WORDS_PEOPLE_USE)
    if os.path.isdir(words):
        sheets = [name for name in sorted(os.listdir(words)) if name.endswith(".yaml")]
        files = [(os.path.join(words, name), name) for name in sheets]
        yield words, files, lambda: _look_at_words(library, path)
    for language in catalogue.begun(locales) if locales else ():
        folder = os.path.join(locales, language)
        paths = [catalogue.path_of(locales, language, domain) for domain in _DOMAINS]
        paths += [os.path.join(folder, name) for name in _SHEETS]
        files = [(file, file[len(locales) :]) for file in paths]
        yield folder, files, _looking_at(library, path, locales, language)


def _told(
    ground: "_Ground | None",
    place: str,
    files: Files,
    today: str,
    library: Library,
    look: Callable[[], Report],
) -> Report:
    """What was found in a folder: as kept where that holds, else found now."""
    if ground is not None and (key := ground.key(files, _passed(library, today) if today else ())):
        kept: Any = cache.load(os.path.join(place, KEPT), key)
        if kept is not None:
            return _thawed(place, kept)
    return look()


# -- what looks, imported only where nothing is kept


def _look_at_flows(path: str, today: str, step: Step | None = None) -> Report:
    from guide.check.folder import check_folder

    return check_folder(path, today, step)


def _look_at_stories(library: Library, path: str) -> Report:
    from guide.practice.check import findings

    found = [Finding(STORY, "error", *problem) for problem in findings(library, path)]
    return Report(path, tuple(found), library, 0, None, proven=False)


def _look_at_words(library: Library, path: str) -> Report:
    from guide.hearing.lexicon import findings

    found = [Finding(WORDS_PEOPLE_USE, "error", *problem) for problem in findings(path)]
    return Report(path, tuple(found), library, 0, None, proven=False)


def _looking_at(library: Library, path: str, locales: str, language: str) -> Callable[[], Report]:
    def look() -> Report:
        from guide.hearing.promises import broken
        from guide.translate.audit import audit

        found = [Finding(*fault) for fault in audit(library, locales, [language], path)]
        promises = broken(library, path, locales, language)
        found += [Finding(BROKEN_PROMISE, "error", *problem) for problem in promises]
        return Report(path, tuple(found), library, 0, None, proven=False)

    return look


# -- what it rests on


class _Ground:
    """What every finding rests on: flows, stories, and the program itself."""

    def __init__(self, path: str) -> None:
        files, problems = flow_files(path)
        stories = os.path.join(path, STORIES)
        if os.path.isdir(stories):
            files = [*files, *flow_files(stories)[0]]
        try:
            # A program has its name as it stands in the package: no path of this machine is kept.
            program = cache.key_of(*_contents(_program()), f"{_SHAPE} {sys.version}")
            self._key = "" if problems else cache.key_of(*_contents(files), program)
        except OSError:
            self._key = ""

    def key(self, files: Files, passed: Iterable[str] = ()) -> str:
        """What findings must carry to be those of these files too; empty where nobody can tell."""
        try:
            shape = "\n".join([self._key, *passed])
            return self._key and cache.key_of(*_contents(files), shape)
        except OSError:
            return ""


def _passed(library: Library, today: str) -> list[str]:
    """All that a date decides: which review dates have passed."""
    dates = [contact.review_by for contact in library.contacts.values()]
    dates += [source.review_by for source in library.sources.values()]
    return sorted(date for date in dates if date < today)


def _contents(files: Files) -> tuple[list[str], list[bytes]]:
    found = [(path, shown) for path, shown in files if os.path.isfile(path)]
    return [shown for _, shown in found], cache.read_all(path for path, _ in found)


def _program() -> Iterator[tuple[str, str]]:
    """The files of this program, and those that say which version a package is of."""
    for folder, _, names in sorted(os.walk(_PACKAGE)):
        for name in sorted(names):
            if name.endswith(".py"):
                path = os.path.join(folder, name)
                yield path, path[len(_PACKAGE) :]
    for name in _NOT_OURS:
        spec = find_spec(name)
        if spec and spec.origin:
            yield spec.origin, name


# -- as plain data


def _frozen(report: Report) -> tuple[Any, ...]:
    found = [(*one[:2], *one.place, *one[3:]) for one in report.findings]
    return found, report.rules, report.conversations, report.proven


def _thawed(path: str, data: tuple[Any, ...]) -> Report:
    found, rules, number, proven = data
    findings = tuple(
        Finding(code, severity, Place(file, line), what, to_do, answers)
        for code, severity, file, line, what, to_do, answers in found
    )
    return Report(path, findings, None, rules, number, proven, kept=True)
