"""Talking with the guide in tests: typed lines in, the screen out."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path

from guide.conversation.conversation import Conversation
from guide.conversation.starts import starting_at
from guide.flow.library import load_library
from guide.flow.model import Library
from guide.front.plain.app import Plain
from guide.i18n.words import Words

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "flows"
TINY = ROOT / "tests" / "flows" / "tiny"


def conversation(flows: Path = TINY, start: str = "") -> Conversation:
    """A conversation in English over a folder of flows, by default the tiny one."""
    return conversation_over(load_library(str(flows)), start)


def conversation_over(library: Library, start: str = "") -> Conversation:
    """A conversation in English over a library."""
    found = starting_at(library, start) if start else None
    step, facts = found or ("", {})
    return Conversation(library, Words(library.contacts), step, facts)


def screen_after(typed: Sequence[str], flows: Path = TINY, start: str = "") -> str:
    """Everything plain mode has written once these lines are typed."""
    out = StringIO()
    lines = "".join(f"{line}\n" for line in typed)
    Plain(conversation(flows, start), out, StringIO(lines)).run()
    return out.getvalue()


def guide(
    *arguments: str,
    typed: str | None = None,
    env: Mapping[str, str] | None = None,
    flows: Path | None = TINY,
    installed: Path = ROOT,
) -> subprocess.CompletedProcess[str]:
    """Run `guide` in a process of its own, with `typed` as its standard input.

    `installed` is the folder that a guide of its own stands in, other than the checkout's.
    """
    environment = {**os.environ, "PYTHONPATH": str(installed), **(env or {})}
    for name in ("GUIDE_FLOWS", "GUIDE_LOCALES", "GUIDE_LOCALE", "COLUMNS"):
        if env is None or name not in env:
            environment.pop(name, None)
    if flows is not None:
        environment["GUIDE_FLOWS"] = str(flows)
    return subprocess.run(
        [sys.executable, "-m", "guide", *arguments],
        input=typed if typed is not None else "",
        capture_output=True,
        encoding="utf-8",
        env=environment,
        cwd=installed,
        timeout=60,
        check=False,
    )
