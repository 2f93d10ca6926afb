"""Files that people name: read whole or refused at once, and replaced in one step."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

LARGEST = 64 << 20
"""Bytes of the largest file that is read: no table, page or picture of a host comes near it."""


_read_before: ContextVar[dict[str, bytes] | None] = ContextVar("read_before", default=None)
_made_before: ContextVar[dict[str, Any] | None] = ContextVar("made_before", default=None)


@contextmanager
def each_read_once() -> Iterator[None]:
    """Until this ends, `contents` reads each file once, and gives what stood there then.

    So all that a check says is of the same files, whoever saves one meanwhile.
    """
    read, made = _read_before.set({}), _made_before.set({})
    try:
        yield
    finally:
        _read_before.reset(read)
        _made_before.reset(made)


def made_before() -> dict[str, Any]:
    """What was made of files since each is read once, by path; nothing, where each is read anew."""
    made = _made_before.get()
    return {} if made is None else made


def contents(path: str, most: int = -1) -> bytes:
    """The bytes of a file, at most so many; raises OSError."""
    read_before = _read_before.get()
    if read_before is not None and path in read_before:
        return read_before[path]
    with open(path, "rb") as file:
        content = file.read(most)
    if read_before is not None and len(content) != most:  # whole
        read_before[path] = content
    return content


def read_regular(path: str, most: int = LARGEST) -> bytes:
    """The bytes of a file of at most `most` of them.

    Raises OSError, also for what is no regular file: a pipe would be waited for, and a device may
    have no end.
    """
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise OSError(errno.EINVAL, "it is not a regular file", path)
    with open(path, "rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG, "it is too large", path)
    return content


def replace_file(path: str, content: bytes, mode: int = 0o644) -> None:
    """Put a whole file in the place of another in one step; `mode` is that of a new one.

    Nobody can know the name of the half-written file before it is there, so nobody can put a link
    in its place. Raises OSError, and what was there is then as it was.
    """
    import tempfile

    # In the same folder, as a file is replaced in one step only within a disk.
    number, half = tempfile.mkstemp(dir=os.path.dirname(os.path.abspath(path)), prefix=".guide-")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
        # What mkstemp makes only its owner may read.
        os.chmod(half, _mode_of(path, mode))
        os.replace(half, path)
    except BaseException:
        os.unlink(half)
        raise


def _mode_of(path: str, otherwise: int) -> int:
    try:
        return stat.S_IMODE(os.stat(path).st_mode)
    except FileNotFoundError:
        return otherwise
