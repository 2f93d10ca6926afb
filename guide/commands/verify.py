"""`guide verify`: whether this guide is the one that was read and reviewed, by one fingerprint."""

import argparse
import sys

from guide.fingerprint import FINGERPRINT_PARTS, as_digits, fingerprint, is_one, manifest
from guide.kiosk.looks import compiled_fault
from guide.options import FAILED, OK
from guide.project import Project
from guide.settings import UsageError, flows_folder, locales_folder


def run(arguments: argparse.Namespace) -> int:
    """Print the fingerprint; 1 where it is another, or something compiled is not as its sources."""
    wanted = arguments.fingerprint
    if wanted and not is_one(wanted):
        raise UsageError(f'"{wanted}" is no fingerprint. It has 32 digits, 0 to 9 and a to f.')
    project = Project(flows_folder(arguments.flows), locales_folder(arguments.locales))
    sums = manifest(project.flows, project.locales)
    whole = fingerprint(sums)
    forged = compiled_fault(project)
    same = not wanted or as_digits(wanted) == as_digits(whole)
    print(whole)
    for part in FINGERPRINT_PARTS:
        print(f"  {part:<8} {fingerprint(sums, part)}")
    if arguments.list:
        print("\n".join(f"{digest}  {name}" for name, digest in sums.items()))
    if not same:
        print("This is another guide than the fingerprint names.", file=sys.stderr)
    if forged:
        print(forged, file=sys.stderr)
    return OK if same and not forged else FAILED
