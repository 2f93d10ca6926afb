"""A folder as it was at a git revision. git is only ever run as a program beside this one."""

import io
import os
import subprocess
import tarfile
from pathlib import Path

from guide.diff.folder import Side
from guide.flow.files import printable

SECONDS = 60
"""How long git may take before it is given up."""


class NoRevision(Exception):
    """The folder cannot be had as it was; `str()` says why, and what to do."""


def at_revision(revision: str, flows: str, into: Path) -> Side:
    """The flows, and the languages beside them, as they were at a revision, put into a folder.

    Raises NoRevision where there is no git, no repository, or no such revision of the folder.
    """
    folder = os.path.realpath(flows)
    shown = printable(revision)
    top = os.path.realpath(_git(folder, "rev-parse", "--show-toplevel").decode().strip())
    within = os.path.relpath(folder, top)
    commit = _commit(folder, revision)
    beside = os.path.join(os.path.dirname(within), "locales")
    _unpack(folder, commit, within, into)
    if not (into / within).is_dir():
        raise NoRevision(f'there is no folder "{within}" in {shown}. Name another revision.')
    _unpack(folder, commit, beside, into)
    locales = into / beside
    day = _git(folder, "log", "-1", "--format=%h of %cs", commit).decode().strip()
    return Side(f"{shown} ({day})", str(into / within), str(locales) if locales.is_dir() else "")


def _commit(folder: str, revision: str) -> str:
    """The commit that a revision names."""
    try:
        # ^{commit} follows a tag to its commit, and refuses a file or a folder.
        wanted = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        return _git(folder, *wanted).decode().strip()
    except NoRevision:
        raise NoRevision(
            f'"{printable(revision)}" is no folder, and no revision that git knows here.'
            " Name a folder of flows, or a commit, branch or tag."
        ) from None


def _unpack(folder: str, commit: str, within: str, into: Path) -> None:
    """Write the files of a folder of a commit; none where the commit has no such folder."""
    top = _git(folder, "rev-parse", "--show-toplevel").decode().strip()
    if not _git(top, "ls-tree", commit, "--", within).strip():
        return
    packed = _git(top, "archive", "--format=tar", commit, "--", within)
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            content = archive.extractfile(member) if member.isreg() else None
            path = into / member.name
            # A name in an archive may lead out of the folder.
            if content is not None and path.resolve().is_relative_to(into.resolve()):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.read())


def _git(folder: str, *arguments: str) -> bytes:
    command = ["git", "-C", folder, *arguments]
    try:
        done = subprocess.run(  # no shell, and a revision is never taken for an option
            command, capture_output=True, check=False, timeout=SECONDS, stdin=subprocess.DEVNULL
        )
    except FileNotFoundError:
        raise NoRevision(
            "git is not installed here, so no revision can be looked at."
            " Install it, or name two folders."
        ) from None
    except subprocess.TimeoutExpired:
        raise NoRevision(f"git did not answer in {SECONDS} seconds. Name two folders.") from None
    if done.returncode:
        why = printable(done.stderr.decode("utf-8", "replace").strip().partition("\n")[0])
        raise NoRevision(
            f"git cannot show this folder as it was ({why or 'it says no more'})."
            " Name two folders, or a folder that git keeps."
        )
    return done.stdout
