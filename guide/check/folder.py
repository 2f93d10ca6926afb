"""Everything there is to say of a folder of flows: its faults, its rules, its words."""

from collections.abc import Iterable

from guide.check import lints as checks
from guide.check.finding import Finding, Report
from guide.check.proof.factsets import TooMany
from guide.check.proof.progress import ProgressCallback
from guide.check.proof.reachability import Proof, count_conversations
from guide.check.rules.consistency import faults_of_rules
from guide.check.rules.prove import violations
from guide.check.rules.read import Rule, RuleBook
from guide.check.rules.wording import unfit_words
from guide.check.texts import library_texts
from guide.flow.model import Library, When
from guide.flow.walk import made_once
from guide.problems import Problem
from guide.project import Project

UNREADABLE = "unreadable"
FAULTY_RULE = "faulty-rule"
UNPROVEN = "unproven"


def check_folder(project: Project, today: str, step: ProgressCallback | None = None) -> Report:
    """Everything wrong with a folder of flows; `today` is an ISO date.

    `step` is told after each part how many are done.
    """
    if project.reading.problems:
        return _of_broken_folder(project, today)
    library, book = project.library, project.rules
    findings = [_of_problem(FAULTY_RULE, problem) for problem in book.problems]
    findings += _of_content(project, today)
    try:
        proof = proof_of(project)
    except TooMany as error:
        # What was found so far needs no proof, and is told all the same.
        findings.append(_unproven(library, error))
        return _report(project, findings, library, book, None, proven=False)
    findings += _of_paths(book, proof, step)
    number = count_conversations(proof.edges)
    return _report(project, findings, library, book, number, proven=True)


@made_once
def proof_of(project: Project) -> Proof:
    """The proof of a project's own rules; raises TooMany where they cannot be proven."""
    return proof_for(project.library, project.rules.rules)


def proof_for(library: Library, rules: tuple[Rule, ...], also: Iterable[When] = ()) -> Proof:
    """A proof that can tell apart everything these rules, and `also` these conditions, speak of."""
    asked: list[When] = [*also, *(when for rule in rules for when in rule.conditions())]
    statements = [statement for rule in rules for statement in (*rule.said_first, *rule.in_view)]
    known = {fact for rule in rules for fact in (*rule.asked_first, *rule.knows)}
    for fact in library.facts.values():
        if fact.id in known:
            # Any value at all must be told apart from none.
            asked.append(((fact.id, tuple(value for value, _ in fact.values)),))
    return Proof(library, asked, statements)


def _of_content(project: Project, today: str) -> list[Finding]:
    """What is wrong with words and records by themselves, whoever comes to them."""
    findings = list(unfit_words(project.rules.rules, library_texts(project.library)))
    for check in checks.CONTENT:
        findings += check.check(project.library, today)
    return findings


def _of_paths(book: RuleBook, proof: Proof, step: ProgressCallback | None) -> list[Finding]:
    findings = [*faults_of_rules(book.rules, proof), *violations(book.rules, proof)]
    for done, check in enumerate(checks.PATHS, start=1):
        findings += check.check(proof)
        if step is not None:
            step(done, len(checks.PATHS))
    return findings


def _of_broken_folder(project: Project, today: str) -> Report:
    """The faults of files that cannot be used, and what can be said of the rest all the same."""
    findings = [_of_problem(UNREADABLE, problem) for problem in project.reading.problems]
    for check in checks.CONTENT:
        findings += check.check(project.reading.library, today)
    return _report(project, findings, None, RuleBook((), ()), None, proven=False)


def _of_problem(code: str, problem: Problem) -> Finding:
    return Finding(code, "error", problem.place, problem.what, problem.what_to_do)


def _unproven(library: Library, error: TooMany) -> Finding:
    place = library.facts[error.facts[0]].place
    facts = ", ".join(error.facts[:4])
    return Finding(
        UNPROVEN,
        "error",
        place,
        f"The facts combine in {error.combinations:,} ways, too many to prove anything of"
        f" (most by {facts}).",
        "Let fewer conditions depend on them, or join values that are always used together.",
    )


def _report(
    project: Project,
    findings: list[Finding],
    library: Library | None,
    book: RuleBook,
    number: int | None,
    *,
    proven: bool,
) -> Report:
    # Two checks may tell the very same; as keys each is told once, and in order.
    unique = dict.fromkeys(findings)
    ordered = sorted(unique, key=lambda finding: (finding.place, finding.code, finding.what))
    return Report(project.flows, tuple(ordered), library, len(book.rules), number, proven)
