"""A file into plain nodes that remember their lines.

YAML is data here: every scalar is text (`no` is the word no, `0800 1111` keeps its zero), and
anchors, aliases, tags and second documents are refused. A file may say of which format it is.
"""

import gc
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager

from guide.files import contents, made_before
from guide.flow.advice import shortened
from guide.flow.by_events import parse_yaml
from guide.flow.characters import decode
from guide.flow.faults import Faults
from guide.flow.files import MAX_BYTES
from guide.flow.nodes import Mapping
from guide.flow.slips import lost_words

FORMAT_KEY = "format"
"""The key any file may have at its top: which format it is written in."""
FORMAT = "1"
"""The format this guide reads. A file that names none is in this one (docs/release.md)."""


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause Python's cycle collector: what readers build is no garbage, and walking it is slow."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # What was built goes straight to the oldest generation: without this the next
            # collection would walk all of it.
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def read_yaml(path: str, faults: Faults) -> Mapping | None:
    """The top mapping of a file less its `format:`, or None with the reasons in `faults`.

    Of a file in another format nothing else is told: what its keys mean is not known here.
    """
    data = read_bytes(path, faults)
    text = None if data is None else decode(data, faults)
    for slip in lost_words(text or ""):
        faults.add(*slip)
    top = None if text is None else parse_yaml(text, faults)
    if top is None or _is_in_our_format(top, faults):
        return top
    return None


def _is_in_our_format(top: Mapping, faults: Faults) -> bool:
    version = top.values.pop(FORMAT_KEY, FORMAT)
    if version == FORMAT:
        return True
    named = f'format "{shortened(version)}"' if isinstance(version, str) else "another format"
    faults.only(
        top.lines[FORMAT_KEY],
        f"The file is in {named}, and this guide reads format {FORMAT}.",
        f"Write `{FORMAT_KEY}: {FORMAT}` and mend what is told then,"
        " or use the guide it was written for.",
    )
    return False


def read_shared_yaml(path: str, faults: Faults) -> Mapping | None:
    """As `read_yaml`, for who changes nothing in it: made once while each file is read once."""
    made = made_before()
    top: Mapping | None = made.get(path)
    if top is not None:
        return top
    top = read_yaml(path, faults)
    if top is not None and not faults.problems():  # else they are told whoever reads it
        made[path] = top
    return top


def read_bytes(path: str, faults: Faults) -> bytes | None:
    """The bytes of a file, or None with the reason in `faults`."""
    try:
        # Only that can be read to its end: a pipe or a device would be waited for.
        if not stat.S_ISREG(os.stat(path).st_mode):
            faults.add(0, "This is not a regular file.", "Put a YAML text file here.")
            return None
        data = contents(path, MAX_BYTES + 1)
    except OSError as error:
        faults.add(
            0,
            f"The file cannot be read: {error.strerror or 'unknown reason'}.",
            "Check that it exists and that you may read it.",
        )
        return None
    if len(data) > MAX_BYTES:  # it has grown since the folder was looked at
        faults.add(0, "The file is too large.", "Split it, or check that this is the right file.")
        return None
    return data
