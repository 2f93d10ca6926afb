"""A whole check: of the flows and the words people use, of their stories, and of each language.

Flows, rules, words and numbers are read and proven every time. Only what was found in the stories
or in a language may be kept (`Looked`), and never for a release, a kiosk's self-check or CI.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib.util import find_spec
from typing import Any

from guide import cache, catalogue
from guide.check.finding import Finding, Report
from guide.check.folder import check_folder
from guide.check.progress import Step
from guide.flow.files import flow_files
from guide.hearing import lexicon
from guide.practice.read import FOLDER
from guide.problems import Place
from guide.project import Compilation, Project
from guide.shipped import Shipped

STORY = "story"
"""The code of a story's fault; those of a language have codes of their own."""
WORDS_PEOPLE_USE = "words"
"""The code of a fault in the words that people use."""
BROKEN_PROMISE = "locale-promise"
"""The code of a sentence that a language's phrases must, or must never, be taken for."""
FORGED = "compiled"
"""The code of a compiled file that a start would believe, and that says something else."""

KEPT = "findings.compiled"
_DOMAINS = (*catalogue.DOMAINS, catalogue.PRACTICE)
_SHEETS = ("glossary.yaml", "phrases.yaml")
_PACKAGES = ("babel", "yaml")


def check(project: Project, today: str, *, fresh: bool = False, step: Step | None = None) -> Report:
    """Everything wrong with a project.

    `today` is an ISO date; with `fresh` the stories and languages are looked at anew too. Where
    the flows cannot be used, nothing can be held against them: they are mended first. `step` is
    told how far the proof has come.
    """
    report = check_folder(project, today, step)
    if report.library is None:
        return report
    findings = [*report.findings, *_of_words(project)]
    findings += forged([project.compiled_flows()])
    kept = False
    may_be_kept = isinstance(project.flows, Shipped) and isinstance(project.locales, Shipped)
    for look in looks(project):
        data = cache.proven(look) if may_be_kept and not fresh else None
        kept = kept or data is not None
        findings += look.build() if data is None else look.thaw(data)
    findings.sort(key=lambda finding: (finding.place, finding.code, finding.what))
    return report._replace(findings=tuple(findings), kept=kept)


def forged(compilations: Iterable[Compilation]) -> Iterator[Finding]:
    """A finding for each compiled file that a start would believe, and that its sources belie."""
    for compiled, make in compilations:
        if why := cache.fault(compiled, make):
            place = Place("/".join(os.path.normpath(compiled.target).split(os.sep)[-2:]))
            yield Finding(FORGED, "error", place, why, "Delete it, or make it anew: make compile.")


def _of_words(project: Project) -> Iterator[Finding]:
    for problem in lexicon.findings(project.flows, project.library):
        yield Finding(WORDS_PEOPLE_USE, "error", *problem)


# -- what is looked at beside the flows


class Looked(cache.Compiled):
    """What was found at one look at the stories or at a language, by all that it rests on."""

    shape = ",".join(Finding._fields)

    def __init__(
        self, folder: str, files: Iterable[str], rests_on: str, look: Callable[[], list[Finding]]
    ) -> None:
        """`rests_on` is the SHA-256 of all that every look rests on, `files` are its own."""
        super().__init__(folder, KEPT)
        self._files, self._rests_on, self._look = tuple(files), rests_on, look

    def sources(self) -> cache.Contents:
        """What every look rests on, and the files that this one looks at."""
        there = [path for path in self._files if os.path.isfile(path)]
        names = (os.path.relpath(path, self.folder) for path in there)
        return [("all", self._rests_on.encode()), *zip(names, cache.read_all(there), strict=True)]

    def build(self) -> list[Finding]:
        """What is found now."""
        return self._look()

    def freeze(self, made: list[Finding]) -> Any:
        """As plain tuples."""
        return [(*finding[:2], tuple(finding.place), *finding[3:]) for finding in made]

    def thaw(self, data: Any) -> list[Finding]:
        """As it was."""
        return [
            Finding(code, severity, Place(*place), *rest) for code, severity, place, *rest in data
        ]


def looks(project: Project) -> Iterator[Looked]:
    """At the stories, at English as people type it, and at each language."""
    rests_on = _rests_on(project)
    stories = os.path.join(project.flows, FOLDER)
    if os.path.isdir(stories):
        yield Looked(stories, (), rests_on, lambda: _of_stories(project))
    english = os.path.join(project.flows, lexicon.FOLDER)
    if os.path.isdir(english):
        targets = [compiled.target for compiled, _ in project.compiled()]
        yield Looked(english, targets, rests_on, lambda: list(forged(project.compiled())))
    for language in project.languages:
        folder = os.path.join(project.locales, language)
        paths = [catalogue.path_of(project.locales, language, domain) for domain in _DOMAINS]
        paths += [os.path.join(folder, name) for name in _SHEETS]
        paths += [compiled.target for compiled, _ in project.compiled(language)]
        yield Looked(folder, paths, rests_on, partial(_of_language, project, language))


def _rests_on(project: Project) -> str:
    """The SHA-256 of flows, stories and words, of this program, its Python and its packages."""
    files = [*flow_files(project.flows)[0], (lexicon.path_of(project.flows), lexicon.FOLDER)]
    stories = os.path.join(project.flows, FOLDER)
    files += flow_files(stories)[0] if os.path.isdir(stories) else ()
    for name in _PACKAGES:
        spec = find_spec(name)
        files.append(((spec and spec.origin) or "", name))
    there = [(path, name) for path, name in files if os.path.isfile(path)]
    contents = cache.read_all(path for path, _ in there)
    named = zip((name for _, name in there), contents, strict=True)
    return cache.sha256_of([(sys.version, b""), *named], ["."])


def _of_stories(project: Project) -> list[Finding]:
    from guide.practice.check import findings

    return [Finding(STORY, "error", *problem) for problem in findings(project)]


def _of_language(project: Project, language: str) -> list[Finding]:
    from guide.hearing.promises import broken
    from guide.translate.audit import audit

    findings = [Finding(*fault) for fault in audit(project, [language])]
    promises = broken(project, language)
    findings += [Finding(BROKEN_PROMISE, "error", *problem) for problem in promises]
    return [*findings, *forged(project.compiled(language))]
