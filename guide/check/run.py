"""A whole check: of the flows and the words people use, of their stories, and of each language.

Flows, rules, numbers, the words people type and the floor beneath them are read and proven every
time. Only what was found in the stories or in a language may be kept (`Looked`), and never for a
release, a self-check or CI.
"""

import os
import sys
from binascii import crc32
from collections.abc import Callable, Iterable, Iterator
from functools import cache as memo
from functools import partial
from typing import Any

from guide import cache
from guide.check.echoes import without_echoes, without_rules_of_help
from guide.check.finding import Finding, Report
from guide.check.floor import RECORD
from guide.check.floor.caveats import not_proven, waived
from guide.check.floor.look import floor_proof
from guide.check.folder import check_folder
from guide.check.lints.never_shown import unused_sources
from guide.check.parallel import Shared
from guide.check.proof.progress import ProgressCallback
from guide.check.texts import library_texts
from guide.check.typed_words import faults_of_words
from guide.files import contents, each_read_once
from guide.flow.document import collector_paused
from guide.flow.files import flow_files
from guide.i18n import catalogue
from guide.problems import Place
from guide.project import GIVE_LOCALES, Compilation, Project
from guide.shipped import Shipped
from guide.understanding.danger_words import danger_files
from guide.understanding.ear import FILE as EAR
from guide.understanding.lexicon import FOLDER as WORDS
from guide.understanding.lexicon import lexicon_path

STORY = "story"
"""The code of a story's fault; those of a language have codes of their own."""
BROKEN_PROMISE = "locale-promise"
"""The code of a sentence that a language's phrases must, or must never, be taken for."""
DEAF_TO_DANGER = "locale-danger"
"""The code of a language without words of danger, or without its yes and no."""
BROKEN_EAR = "locale-ear"
"""The code of a language whose model of the learned ear is damaged."""
PHRASE_OPENS_NOTHING = "phrase-opens-nothing"
"""The code of a phrase that does not open the topic or answer it stands beside."""
FORGED = "compiled"
"""The code of a compiled file that a start would believe, and that says something else."""

NO_LANGUAGES = "locale-none"
"""The code of a folder of locales that holds no language."""

FINDINGS = "findings.compiled"
STORIES = "practice"
_DOMAINS = (*catalogue.DOMAINS, catalogue.PRACTICE)
# Another release of these may read a PO file or YAML otherwise, and so find something else.
_PACKAGES = ("babel", "yaml")

Finder = Callable[[], list[Finding]]


def check(
    project: Project,
    today: str,
    *,
    fresh: bool = False,
    step: ProgressCallback | None = None,
    processes: int = 1,
) -> Report:
    """Everything wrong with a project.

    `today` is an ISO date; with `fresh` the stories and languages are looked at anew too. Where
    the flows cannot be used, nothing can be held against them: they are mended first. `step` is
    told how far the proof has come. The work is shared among so many `processes`.
    """
    # Nearly all that a check makes lives until it is done.
    with collector_paused(), each_read_once():
        return _check(project, today, fresh, step, processes)


def _check(
    project: Project, today: str, fresh: bool, step: ProgressCallback | None, processes: int
) -> Report:
    listed = list(looks(project))
    looking_back = partial(_as_last_looked_at, project, () if fresh else listed)
    beside_reading = Shared([looking_back], processes)
    problems = project.reading.problems
    [earlier] = beside_reading.results()
    if problems:
        report = check_folder(project, today, step)
        floor = _of_words_of_flows(project, today)
        return report._replace(findings=tuple(_in_order([*report.findings, *floor])))
    anew = [look for number, look in enumerate(listed) if number not in earlier]
    if len(anew) > 1:  # a language among them
        _ = project.typed_words().index  # English phrases, which every language's rest on
    looking = [partial(_looked_at, look) for look in anew]
    beside_proof = Shared([*looking, *_beside_proof(project, today)], processes)
    report = check_folder(project, today, step)
    of_floor = _of_floor(project)
    of_rules = without_rules_of_help(report.findings, of_floor, project.rules.rules)
    findings = [*of_rules, *of_floor, *_no_languages(project), *faults_of_words(project)]
    if not os.path.isdir(os.path.join(project.flows, STORIES)):
        findings += unused_sources(project.library, frozenset())  # else told with the stories
    for data in (*beside_proof.results(), *earlier.values()):
        findings += _thawed(data)
    ordered = tuple(_in_order(findings))
    left_open, excused = not_proven(project, ordered), waived(project, ordered)
    return report._replace(
        findings=ordered, kept=bool(earlier), not_proven=left_open, waived=excused
    )


def _beside_proof(project: Project, today: str) -> tuple[Callable[[], Any], ...]:
    """What can be found while the rules are held against the proof, the longest first."""
    # All that several of them rest on is made before.
    _ = library_texts(project.library), project.words, project.danger_words
    _ = floor_proof(project)
    return (
        lambda: _frozen(_of_typed_words(project)),
        # By one process: the index of typed words is made for both.
        lambda: _frozen([*_of_english(project), *_of_promises(project)]),
        lambda: _frozen(_of_words_of_flows(project, today)),
        lambda: _frozen(forged([project.compiled_flows()])),
    )


def _no_languages(project: Project) -> Iterator[Finding]:
    if why := project.why_no_languages:
        place = Place(os.path.basename(os.path.normpath(project.locales)))
        yield Finding(NO_LANGUAGES, "error", place, why, GIVE_LOCALES)


def _as_last_looked_at(project: Project, listed: Iterable["Looked"]) -> dict[int, Any]:
    """By its number, what a look gave when it was last had, where all it rests on is the same."""
    kept = (cache.proven(look) if _may_be_kept(project, look) else None for look in listed)
    return {number: data for number, data in enumerate(kept) if data is not None}


def _looked_at(look: "Looked") -> Any:
    return look.freeze(look.build())


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    unique = dict.fromkeys(without_echoes(findings))
    return sorted(unique, key=lambda finding: (finding.place, finding.code, finding.what))


def forged(compilations: Iterable[Compilation]) -> Iterator[Finding]:
    """A finding for each compiled file that a start would believe, and that its sources belie."""
    for compiled, make in compilations:
        try:
            why = cache.fault(compiled, make)
        except catalogue.Unreadable:
            continue  # an error of its own, and nothing to hold the file against
        if why:
            place = Place("/".join(os.path.normpath(compiled.target).split(os.sep)[-2:]))
            yield Finding(FORGED, "error", place, why, "Delete it, or make it anew: make compile.")


# -- what is looked at beside the flows


class Looked(cache.Compiled):
    """What was found at one look at the stories or at a language, by all that it rests on."""

    shape = ",".join(Finding._fields)

    def __init__(
        self, folder: str, look: Finder, files: Iterable[str], rests_on: Callable[[], str]
    ) -> None:
        """`rests_on` gives the SHA-256 of all that every look rests on, `files` are its own."""
        super().__init__(folder, FINDINGS)
        self._look, self._files, self._rests_on = look, tuple(files), rests_on

    def sources(self) -> cache.Contents:
        """What every look rests on, and the files that this one looks at."""
        there = [path for path in self._files if os.path.isfile(path)]
        names = (os.path.relpath(path, self.folder) for path in there)
        briefs = map(_brief, there, map(contents, there))
        return [("all", self._rests_on().encode()), *zip(names, briefs, strict=True)]

    def build(self) -> list[Finding]:
        """What is found now."""
        return self._look()

    def freeze(self, made: list[Finding]) -> Any:
        """As plain tuples."""
        return _frozen(made)

    def thaw(self, data: Any) -> list[Finding]:
        """As it was."""
        return _thawed(data)


def _frozen(findings: Iterable[Finding]) -> list[tuple[Any, ...]]:
    # marshal writes no tuple with names, and a place is one.
    return [(*finding[:2], tuple(finding.place), *finding[3:]) for finding in findings]


def _thawed(data: Any) -> list[Finding]:
    return [Finding(code, severity, Place(*place), *rest) for code, severity, place, *rest in data]


def _brief(path: str, content: bytes) -> bytes:
    """What stands for a file: its hash, but for a compiled one, which is large, its checksum."""
    # Megabytes are hashed at each check: BLAKE2 takes a third of the time of SHA-256.
    if path.endswith(".compiled"):
        return f"{len(content)} {crc32(content)}".encode()
    from hashlib import blake2b

    return blake2b(content).digest()


def looks(project: Project) -> Iterator[Looked]:
    """At the stories, and at each language: of nothing else is it kept what was found."""
    rests_on = memo(lambda: _rests_on(project))  # for all of them, where one is asked for
    stories = os.path.join(project.flows, STORIES)
    if os.path.isdir(stories):
        yield Looked(
            stories, partial(_of_stories, project), [os.path.join(stories, RECORD)], rests_on
        )
    for language in project.languages:
        folder = os.path.join(project.locales, language)
        paths = [catalogue.po_path(project.locales, language, domain) for domain in _DOMAINS]
        paths += [os.path.join(folder, name) for name in (*catalogue.SHEETS, EAR)]
        paths += [*_compiled_in(folder), *_compiled_in(os.path.dirname(paths[0]))]
        yield Looked(folder, partial(_of_language, project, language), paths, rests_on)


def _may_be_kept(project: Project, look: Looked) -> bool:
    """Whether a look is at folders that nobody had to name."""
    of_a_language = project.flows not in (look.folder, os.path.dirname(look.folder))
    folders = (project.flows, project.locales) if of_a_language else (project.flows,)
    return all(isinstance(folder, Shipped) for folder in folders)


def _compiled_in(folder: str) -> list[str]:
    """What is compiled in a folder, but for what was found."""
    entries = sorted(os.listdir(folder)) if os.path.isdir(folder) else ()
    names = (entry for entry in entries if entry.endswith(".compiled") and entry != FINDINGS)
    return [os.path.join(folder, name) for name in names]


def _rests_on(project: Project) -> str:
    """The SHA-256 of flows, stories and words, of this program, its Python and its packages."""
    from importlib.util import find_spec

    files = [*flow_files(project.flows)[0], (lexicon_path(project.flows), WORDS)]
    files += [(path, os.path.basename(path)) for path in danger_files(project.flows)]
    words = os.path.join(project.flows, WORDS)
    beside = sorted(os.listdir(words)) if os.path.isdir(words) else ()  # promises, the learned ear
    files += [(os.path.join(words, name), name) for name in beside if name != FINDINGS]
    stories = os.path.join(project.flows, STORIES)
    files += flow_files(stories)[0] if os.path.isdir(stories) else ()
    for name in _PACKAGES:
        spec = find_spec(name)
        # Its first file alone: that names the release, and nobody edits a package.
        files.append(((spec and spec.origin) or "", name))
    there = [(path, name) for path, name in files if os.path.isfile(path)]
    named = [(name, contents(path)) for path, name in there]
    named += cache.program_contents(["."])
    briefs = ((name, _brief(name, content)) for name, content in named)
    return cache.sha256_of([(sys.version, b""), *briefs], ())


def _of_words_of_flows(project: Project, today: str) -> list[Finding]:
    from guide.check.floor.look import word_findings

    return word_findings(project, today)


def _of_floor(project: Project) -> list[Finding]:
    from guide.check.floor.look import conversation_findings

    return conversation_findings(project)


def _of_typed_words(project: Project) -> list[Finding]:
    from guide.check.floor.look import typed_findings

    return typed_findings(project, promises=False)


def _of_promises(project: Project) -> list[Finding]:
    from guide.check.floor.look import promise_findings

    return promise_findings(project)


def _of_stories(project: Project) -> list[Finding]:
    from guide.check.floor.stories import story_harms
    from guide.check.floor.taught import lost_in_stories
    from guide.practice.check import story_problems

    scenarios = project.stories.scenarios
    faults = [Finding(STORY, "error", *problem) for problem in story_problems(project)]
    cited = {name for story in scenarios for line in story.learning for name in line.sources}
    faults += unused_sources(project.library, cited)
    return [*faults, *story_harms(scenarios), *lost_in_stories(project.flows, scenarios)]


def _of_english(project: Project) -> list[Finding]:
    from guide.understanding.opens import closed_phrases

    closed = [
        Finding(PHRASE_OPENS_NOTHING, "error", *problem) for problem in closed_phrases(project)
    ]
    return [*closed, *forged(project.compiled())]


def _of_language(project: Project, language: str) -> list[Finding]:
    from guide.translate.audit import audit
    from guide.understanding.opens import closed_phrases
    from guide.understanding.promises import broken_promises

    findings = audit(project, [language])
    promises = broken_promises(project, language)
    findings += [Finding(BROKEN_PROMISE, "error", *problem) for problem in promises]
    findings += _deaf_to_danger(project, language)
    findings += _broken_ear(project, language)
    closed = closed_phrases(project, language)
    findings += [Finding(PHRASE_OPENS_NOTHING, "error", *problem) for problem in closed]
    return [*findings, *forged(project.compiled(language))]


def _deaf_to_danger(project: Project, language: str) -> Iterator[Finding]:
    """A finding for a language in which nobody could say that they are in danger, or yes, or no."""
    # Words of danger are listed by language, without a region.
    code = language.partition("_")[0]
    own = next((own for own in project.danger_words if own.code == code), None)
    of = {"danger": own and own.phrases, "yes": own and own.yes, "no": own and own.no}
    if missing := [name for name, words in of.items() if not words]:
        what = f"Nobody is heard who types {', '.join(missing)} in this language."
        to_do = f"List how people say it in words/danger/{code}.yaml, beside the flows."
        yield Finding(DEAF_TO_DANGER, "error", Place(language), what, to_do)


def _broken_ear(project: Project, language: str) -> Iterator[Finding]:
    """A finding for a model that is none: people are heard by the language's phrases alone then."""
    from guide.understanding.ear import language_model_path, made_ear, read_model

    model = read_model(language_model_path(project.locales, language))
    if model and made_ear(model) is None:
        place = Place(f"{language}/{EAR}")
        yield Finding(
            BROKEN_EAR, "error", place, "The learned ear is damaged.", "Run `make train`."
        )
