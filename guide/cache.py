"""What is compiled once from files that people edit, and read in their place while a person waits.

There are three kinds: the flows, the catalogues of a language, its table of typed words
(docs/architecture.md lists them). They are made when the package is built or by `make`, and only
read at run time. One is believed

- in a shipped folder that nobody named: never for --flows or --locales, never by a check;
- while its quick key is that of the sources and of the program that reads them, as they are now;
- while its data is whole: a damaged file is never taken for words to show.

Otherwise the sources are read, as if it were not there. A quick key is not proof against somebody
who means harm. So checks, the kiosk's self-check and tests read the sources, make the data anew
and compare it, and with it the SHA-256 made when it was compiled (`fault`).
"""

from __future__ import annotations

import marshal
import os
from abc import ABC, abstractmethod
from binascii import crc32

from guide import VERSION
from guide.light import TYPE_CHECKING, Record
from guide.shipped import PACKAGE, Shipped, is_installed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    Contents = Iterable[tuple[str, bytes]]
    """Files by name, with what is in them."""
else:
    Contents = object

_FORMAT = 4
"""The marshal format that every supported Python reads and writes."""
_MOST_MEMORY = 2 << 30
"""Bytes: a few of marshal's may say that billions follow. No session comes near a tenth of it."""
ITSELF = ("__init__.py", "cache.py", "light.py", "problems.py", "shipped.py")
"""The code that every kind rests on."""


class Compiled(ABC):
    """One compiled file: where it stands, what it is made from, and how. Each kind is a class."""

    shape = ""
    """The layout of the data: it changes when a newer program would read it otherwise."""
    code: tuple[str, ...] = ITSELF
    """The files and folders of this package that decide what the data is."""

    def __init__(self, folder: str, name: str) -> None:
        """`folder` is the one that was asked for or is shipped, `name` the path within it."""
        self.folder = folder
        self.target = os.path.join(folder, name)

    @abstractmethod
    def sources(self) -> Contents:
        """What it is made from; OSError where that cannot be read or is not fit to be."""

    @abstractmethod
    def build(self) -> Any:
        """What it stands for, made from the sources."""

    @abstractmethod
    def freeze(self, made: Any) -> Any:
        """What was built, as data that marshal knows."""

    @abstractmethod
    def thaw(self, data: Any) -> Any:
        """What was frozen, as it was built."""

    def comparable(self, data: Any) -> Any:
        """Frozen data as it is held against other: equal only where nobody can tell it apart."""
        return data

    def compared(self, made: Any) -> Any:
        """What `comparable` gives of it once frozen, for what need not be frozen to be compared."""
        return self.comparable(self.freeze(made))


def cached(compiled: Compiled) -> Any:
    """What a compiled file stands for: from it where it is believed, else built now."""
    if isinstance(compiled.folder, Shipped):
        data = stored(compiled)
        if data is not None:
            try:
                return compiled.thaw(data)
            except Exception:  # whatever somebody wrote there: as if it were not
                pass
    return compiled.build()


def stored(compiled: Compiled) -> Any:
    """The data of a compiled file; None where it is missing, stale, foreign or broken."""
    whole = _opened(compiled)
    return _loaded(whole) if whole is not None and _fits(compiled, whole) else None


def _loaded(whole: _Whole) -> Any:
    """The data of a compiled file; None where it is none, or asks for more memory than it may."""
    before = _bound_memory()
    try:
        return marshal.loads(whole.data)
    except (ValueError, EOFError, TypeError, MemoryError):
        return None
    finally:
        if before:
            import resource

            resource.setrlimit(resource.RLIMIT_AS, before)


def _bound_memory() -> tuple[int, int] | None:
    """Bound what the process may have; gives the bounds before, None where a system sets none."""
    try:
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        # "Without bound" may be -1 here, less than any bound.
        most = min(bound for bound in (_MOST_MEMORY, soft) if bound != resource.RLIM_INFINITY)
        # The soft bound alone, so that it can be set back.
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    except (ImportError, ValueError, OSError):
        return None
    return soft, hard


def write(compiled: Compiled, made: Any = None, *, for_package: bool = False) -> str:
    """Make a compiled file, from what somebody has `made` of its sources or anew; gives its path.

    `for_package` leaves out the dates of the program's files: those of a package are the day's
    that it is installed. Raises what `build` and `sources` raise.
    """
    made = compiled.build() if made is None else made
    data = marshal.dumps(compiled.freeze(made), _FORMAT)
    key = quick_key(compiled, dated=not for_package)
    with open(compiled.target, "wb") as file:
        file.write(f"{len(key)} {crc32(data)} {digest(compiled)}\n".encode() + key + data)
    return compiled.target


def quick_key(compiled: Compiled, *, dated: bool) -> bytes:
    """What a compiled file must carry to be believed at a start, where every millisecond counts.

    It holds a checksum of each source, and the size of each file of the program that reads them:
    in a checkout, where `git pull` or an editor changes them underfoot, its date too (`dated`).
    """
    parts = [VERSION, compiled.shape]
    for name, content in compiled.sources():
        parts += [name, str(len(content)), str(crc32(content))]
    for name in program(compiled.code):
        facts = os.stat(os.path.join(PACKAGE, name))
        parts += [name, str(facts.st_size), str(facts.st_mtime_ns if dated else "")]
    # A file's name may hold bytes that are no text.
    return "\n".join(parts).encode("utf-8", "surrogatepass")


def digest(compiled: Compiled) -> str:
    """The SHA-256 of the sources and of the code that reads them."""
    return sha256_of([(compiled.shape, b""), *compiled.sources()], compiled.code)


def sha256_of(contents: Contents, code: Iterable[str]) -> str:
    """The SHA-256 of these contents, with their names, and of these parts of the program."""
    from hashlib import sha256

    whole = sha256()
    for part in (contents, program_contents(code)):
        for name, content in part:
            whole.update(f"{name}\n{len(content)}\n".encode("utf-8", "surrogatepass") + content)
    return whole.hexdigest()


def fault(compiled: Compiled, make: Callable[[], Any]) -> str:
    """Why a compiled file that a start would believe must not be; empty where it may.

    `make` gives what its sources make now, read from what people edit.
    """
    whole = _opened(compiled)
    if whole is None or not _fits(compiled, whole):
        return ""
    try:
        says = compiled.comparable(_loaded(whole))
    except Exception:  # whatever somebody wrote there
        says = None
    if says != compiled.compared(make()):
        # Compared as data, not by its key: a forger can compute a checksum, too.
        return "It does not say what the files it was made from say."
    if whole.made_from != digest(compiled):
        return "It was made from other files, or by another program."
    return ""


def proven(compiled: Compiled) -> Any:
    """The data of a file whose SHA-256 is that of all it rests on, as that is now; else None."""
    whole = _opened(compiled)
    try:
        if whole is None or whole.made_from != digest(compiled):
            return None
    except OSError:
        return None
    return _loaded(whole)


def read_all(paths: Iterable[str]) -> list[bytes]:
    """The bytes of each file; OSError where one cannot be read."""
    return [_read(path) for path in paths]


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


class _Whole(Record):
    """What stands in a compiled file whose data is not damaged."""

    key: bytes
    made_from: str
    data: bytes


def _opened(compiled: Compiled) -> _Whole | None:
    if not os.path.isfile(compiled.target):  # nothing that could be waited for
        return None
    try:
        head, _, rest = _read(compiled.target).partition(b"\n")
        length, check, made_from = head.split(b" ")
        key, data = rest[: int(length)], rest[int(length) :]
        return _Whole(key, made_from.decode(), data) if crc32(data) == int(check) else None
    except (OSError, ValueError):
        return None


def _fits(compiled: Compiled, whole: _Whole) -> bool:
    """Whether the quick key is that of the sources and the program as they are now."""
    try:
        return whole.key == quick_key(compiled, dated=not is_installed())
    except OSError:
        return False


def program_contents(code: Iterable[str]) -> Contents:
    """These parts of the program: the name of each file with what is in it."""
    return ((name, _read(os.path.join(PACKAGE, name))) for name in program(code))


def program(code: Iterable[str]) -> Iterator[str]:
    """The files of this package that are named, or stand anywhere in a folder that is."""
    for name in code:
        if name.endswith(".py"):
            yield name
            continue
        for folder, folders, names in os.walk(os.path.join(PACKAGE, name)):
            # In place, so that os.walk goes on in the same order on every machine.
            folders.sort()
            for file in sorted(names):
                if file.endswith(".py"):
                    yield os.path.relpath(os.path.join(folder, file), PACKAGE)
