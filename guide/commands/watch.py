"""`guide watch`: the conversation beside the editor, at the same question after each save."""

import argparse
import os
import select
import sys
import time
from collections.abc import Iterator
from io import StringIO
from typing import TextIO

from guide.check.folder import check_folder
from guide.check.report import lines, summary
from guide.conversation.conversation import Conversation, Folders
from guide.flow.files import flow_files
from guide.flow.model import Library
from guide.front import typed
from guide.front.plain.app import Plain
from guide.i18n.words import Words
from guide.options import OK
from guide.problems import FlowError
from guide.project import Project
from guide.settings import UsageError, flows_folder

EVERY = 0.3
"""Seconds between two looks at the files."""
MOST_FINDINGS = 12
"""Findings shown at once: the first are mended first."""

TypedLine = str | None
"""A line that was typed; None where it is time to look at the files."""


def run(arguments: argparse.Namespace) -> int:
    """Watch until the author leaves with `x`, Ctrl+C or the end of the input."""
    flows = arguments.path or flows_folder(arguments.flows)
    if not os.path.exists(flows):
        raise UsageError(f'there is no folder "{flows}". Name the one that holds the flows.')
    try:
        Watch(flows, sys.stdout).follow(_lines(sys.stdin))
    except KeyboardInterrupt:
        pass
    return OK


def _lines(source: TextIO) -> Iterator[TypedLine]:
    """What is typed, line by line, and None every so often while nothing is."""
    while True:
        ready, _, _ = select.select([source], [], [], EVERY)
        if not ready:
            yield None
            continue
        line = source.readline()
        if not line:
            return
        yield line


class Watch:
    """A conversation over files that change: it is told anew from its answers at each save."""

    def __init__(self, flows: str, out: TextIO) -> None:
        self._flows = flows
        self._out = out
        self._talk: Conversation | None = None
        self._saved: object = None

    def follow(self, lines: Iterator[TypedLine]) -> None:
        """Show what is there, then what comes of each save and each line."""
        self._look()
        for line in lines:
            if line is None:
                self._look()
            elif not self._answer(line.strip()):
                return

    # -- files

    def _look(self) -> None:
        """Read the files where any of them was saved; the answers that still fit stay."""
        saved = _saved(self._flows)
        if saved == self._saved:
            return
        self._saved = saved
        project = Project(self._flows)
        self._findings(project)
        try:
            library = project.library
        except FlowError:
            self._say("The conversation waits for these to be mended.")
            return
        self._talk = _told_again(library, self._talk, self._flows)
        self._show()

    def _findings(self, project: Project) -> None:
        report = check_folder(project, time.strftime("%Y-%m-%d"))
        self._out.write("\n" + "=" * 40 + "\n")
        for finding in report.findings[:MOST_FINDINGS]:
            for line in lines(finding, report.library, self._flows):
                self._say(line)
        if (more := len(report.findings) - MOST_FINDINGS) > 0:
            self._say(f"... and {more} more: guide check {self._flows}")
        self._say(summary(report))

    # -- the conversation

    def _answer(self, line: str) -> bool:
        """Do what a line asks for; False where it asks to leave."""
        word = typed.normal(line)
        word = typed.ALIASES.get(word, word)
        talk = self._talk
        if word == "x":
            return False
        if talk is None:
            return True
        options = typed.matching(line, talk.choices, talk.standing_choices)
        if word == "back":
            talk.back()
        elif word == "restart":
            talk.restart()
        elif word == "why":
            self._plain(talk).show(talk.why())
            return True
        elif len(options) == 1:
            talk.choose(options[0].key)
        elif word:
            self._say("Type the number of an answer, or: back, restart, why, x.")
            return True
        self._show()
        return True

    def _show(self) -> None:
        """What is said and asked here, as plain mode shows it."""
        if self._talk is not None:
            self._plain(self._talk).show(self._talk.again())
            self._out.flush()

    def _plain(self, talk: Conversation) -> Plain:
        return Plain(talk, self._out, StringIO())

    def _say(self, words: str) -> None:
        self._out.write(f"{words}\n")
        self._out.flush()


def _saved(flows: str) -> list[tuple[str, int, int]]:
    """When each file was last saved, and how long it is."""
    saved = []
    for path, _ in flow_files(flows)[0]:
        try:
            facts = os.stat(path)
        except OSError:  # it was taken away since the folder was listed
            continue
        saved.append((path, facts.st_mtime_ns, facts.st_size))
    return saved


def _told_again(library: Library, before: Conversation | None, flows: str) -> Conversation:
    """A conversation over new files, answered as the last one as far as its answers still fit."""
    talk = Conversation(library, Words(library.contacts), folders=Folders(flows))
    for answer in before.answers if before else ():
        offered = {choice.key for choice in (*talk.choices, *talk.standing_choices)}
        if talk.step != answer.step or answer.key not in offered:
            break
        talk.choose(answer.key)
    return talk
