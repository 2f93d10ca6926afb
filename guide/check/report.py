"""What a check found, for a person to read or a program to take."""

import shlex
from collections import Counter
from collections.abc import Iterator
from typing import Any

from guide.check.finding import Finding, Report
from guide.diagram.answers import in_words
from guide.flow.model import Library

MOST_OF_A_KIND = 50
"""Findings of one code that are written out: nobody reads thousands that say the same."""


def report_lines(report: Report, flows: str = "", locales: str = "") -> Iterator[str]:
    """Every finding of a report, errors last, where eyes are.

    The warnings of a language are counted in one line: a translator lists them with the command
    that stands there. `flows` and `locales` are the folders to name, where they are not shipped.
    """
    errors, warnings, of_languages = [], [], []
    for finding in report.findings:
        if finding.severity == "error":
            errors.append(finding)
        elif finding.code.startswith("locale-"):
            of_languages.append(finding)
        else:
            warnings.append(finding)
    yield from _first_of_each_kind(warnings, report.library, flows)
    yield from _counted(of_languages, locales)
    yield from _first_of_each_kind(errors, report.library, flows)


def _first_of_each_kind(
    findings: list[Finding], library: Library | None, flows: str
) -> Iterator[str]:
    """The findings, of each code so many as somebody may read; the others are counted."""
    times: Counter[str] = Counter()
    for finding in findings:
        times[finding.code] += 1
        if times[finding.code] <= MOST_OF_A_KIND:
            yield from lines(finding, library, flows)
    for code, number in times.items():
        if number > MOST_OF_A_KIND:
            more = number - MOST_OF_A_KIND
            yield f"{more:,} more {code}. Mend those above first; --json lists each."


def _counted(findings: list[Finding], locales: str) -> Iterator[str]:
    """A line for each language, with how many of its warnings there are of each kind."""
    by_language: dict[str, Counter[str]] = {}
    for finding in findings:
        language = finding.place.file.partition("/")[0]
        by_language.setdefault(language, Counter())[finding.code] += 1
    folder = ["--locales", locales] if locales else []
    for language, numbers in by_language.items():
        counts = ", ".join(f"{number} {code}" for code, number in numbers.most_common())
        command = shlex.join(["guide", "locale", "check", language, *folder])
        yield f"{language}: warning: {counts}. To list them: {command}"


def lines(finding: Finding, library: Library | None, flows: str = "") -> Iterator[str]:
    """A finding on one line, then the conversation that shows it, and how to replay it.

    `flows` is the folder to name in the command, where it is not the shipped one.
    """
    prefix = "warning: " if finding.severity == "warning" else ""
    yield f"{finding.place}: {prefix}{finding.code}: {finding.what} {finding.what_to_do}"
    if finding.answers is not None and library is not None:
        quoted = " > ".join(f'"{words}"' for words in in_words(library, finding.answers))
        yield f"    {quoted or 'at the very start'}"
        yield f"    {replay(finding.answers, flows)}"


def replay(answers: tuple[str, ...], flows: str) -> str:
    """The command that walks these answers."""
    folder = ["--flows", flows] if flows else []
    return shlex.join(["guide", "walk", *folder, *answers])


def summary(report: Report) -> str:
    """How much was looked at, and how it went, in one sentence or two."""
    errors = sum(finding.severity == "error" for finding in report.findings)
    counts = f"{_number(errors, 'error')}, {_number(len(report.findings) - errors, 'warning')}."
    if not report.proven:
        return f"{counts} Nothing was proven: the flows cannot be walked."
    if report.conversations is None:
        covered = "every conversation, more than can be counted"
    else:
        covered = f"all {report.conversations:,} conversations"
    known = ""
    if report.kept:
        known = " The stories and languages are as they were last looked at (--fresh looks anew)."
    return f"{counts} {_number(report.rules, 'rule')} proven or broken over {covered}.{known}"


def caveats(report: Report) -> Iterator[str]:
    """What the summary ends with: what is excused, and what was not proven."""
    yield from (f"Waived: {waiver}" for waiver in report.waived)
    if report.proven and not report.rules:
        yield "NOTHING about safety was proven but the floor: this folder has no rules."
    if report.not_proven:
        yield f"Not proven: {'; '.join(report.not_proven)}."


def _number(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def report_as_data(report: Report, flows: str = "") -> dict[str, Any]:
    """The report as plain data; `findings` has errors and warnings, `severity` tells them apart."""
    errors = sum(finding.severity == "error" for finding in report.findings)
    return {
        "path": report.path,
        "proven": report.proven,
        "conversations": report.conversations,
        "rules": report.rules,
        "errors": errors,
        "warnings": len(report.findings) - errors,
        "not_proven": list(report.not_proven),
        "waived": list(report.waived),
        "findings": [_as_data(finding, report.library, flows) for finding in report.findings],
    }


def _as_data(finding: Finding, library: Library | None, flows: str) -> dict[str, Any]:
    data: dict[str, Any] = {
        "code": finding.code,
        "severity": finding.severity,
        "file": finding.place.file,
        "line": finding.place.line,
        "what": finding.what,
        "what_to_do": finding.what_to_do,
    }
    if finding.answers is not None and library is not None:
        data["answers"] = list(finding.answers)
        data["in_words"] = in_words(library, finding.answers)
        data["walk"] = replay(finding.answers, flows)
    return data
