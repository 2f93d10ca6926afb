"""`guide check`: every fault of the flows and their rules, proven over every conversation.

The stories and the languages are checked with the flows, into the same report; a kiosk's site
file by itself, against the flows.
"""

import argparse
import os
import sys

from guide import shipped
from guide.check.finding import Report
from guide.check.parallel import processors
from guide.check.proof.progress import Progress
from guide.check.report import caveats, report_as_data, report_lines, summary
from guide.check.run import check
from guide.commands.building import day_of
from guide.options import FAILED, OK
from guide.project import Project
from guide.settings import UsageError, flows_folder


def run(arguments: argparse.Namespace) -> int:
    """Check each folder; 1 when there is an error, 0 when there are only warnings or nothing."""
    paths = arguments.paths or [flows_folder(arguments.flows)]
    if arguments.explain:
        return _explain(arguments.explain, paths[0])
    if arguments.record:
        return _record(paths)
    today = day_of(arguments.today)
    progress = Progress(sys.stderr) if sys.stderr.isatty() else None
    fresh = arguments.fresh or bool(os.environ.get("CI"))
    reports = [_report(path, arguments, today, fresh, progress) for path in paths]
    if progress is not None:
        progress.wipe()
    folders = arguments.paths or ([arguments.flows] if arguments.flows else [""])
    if arguments.json:
        _print_json(reports, folders)
    else:
        _print(reports, folders, _named_locales(arguments))
    return FAILED if any(_has_errors(report) for report in reports) else OK


def _report(
    path: str, arguments: argparse.Namespace, today: str, fresh: bool, progress: Progress | None
) -> Report:
    """What is wrong with a folder of flows, or with a kiosk's site file."""
    if os.path.isfile(path):
        from guide.commands.site_file import check_site, is_site

        if is_site(path):
            return check_site(path, Project(flows_folder(arguments.flows)))
    project = Project(path, _locales(arguments, path))
    return check(project, today, fresh=fresh, step=progress, processes=processors())


def _locales(arguments: argparse.Namespace, path: str) -> str:
    """The languages of a folder of flows: those named, and for the shipped flows those shipped."""
    is_shipped = os.path.realpath(path) == os.path.realpath(shipped.folder("flows"))
    return _named_locales(arguments) or (shipped.folder("locales") if is_shipped else "")


def _named_locales(arguments: argparse.Namespace) -> str:
    named: str = arguments.locales or os.environ.get("GUIDE_LOCALES", "")
    return named


def _has_errors(report: Report) -> bool:
    return any(finding.severity == "error" for finding in report.findings)


def _print(reports: list[Report], folders: list[str], locales: str) -> None:
    for report, folder in zip(reports, folders, strict=True):
        for line in report_lines(report, folder, locales):
            print(line)
        name = f"{folder}: " if len(reports) > 1 else ""
        for line in (f"{name}{summary(report)}", *caveats(report)):
            print(line, file=sys.stderr)


def _print_json(reports: list[Report], folders: list[str]) -> None:
    import json

    data = [report_as_data(report, folder) for report, folder in zip(reports, folders, strict=True)]
    total = {
        "errors": sum(report["errors"] for report in data),
        "warnings": sum(report["warnings"] for report in data),
        "reports": data,
    }
    print(json.dumps(data[0] if len(data) == 1 else total, ensure_ascii=False))


def _record(paths: list[str]) -> int:
    """Write down what every line of each folder holds now."""
    from guide.check.floor.record import record_path, write_record
    from guide.check.floor.taught import story_record_path, write_story_record

    for path in paths:
        project = Project(path)
        number = write_record(path, project.reading, project.rules.rules)
        print(f"{record_path(path)}: {number} places. Read what changed in it.")
        if places := write_story_record(path, project.stories.scenarios):
            print(f"{story_record_path(path)}: {places} places. Read what changed in it.")
    return OK


def _explain(code: str, path: str) -> int:
    from guide.check.explain import codes, explain, likely_code

    project = Project(path)
    library, rules = project.reading.library, project.rules.rules
    if code == "codes":
        print("\n".join(codes(rules)))
        return OK
    words = explain(code, rules, library)
    if words is None:
        near = likely_code(code, codes(rules))
        advice = f'Did you mean "{near}"?' if near else 'Ask for "codes": it lists them all.'
        raise UsageError(f'there is no code "{code}". {advice}')
    print(words)
    return OK
