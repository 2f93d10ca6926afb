"""Careless and harmful edits of a folder of flows, one line at a time, by kind: must be refused."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

_SAID = re.compile(
    r"\b(?:say|title|help|ask|hint|before|next|card|if-not|hours|ages|cost): |^\s+- \"?[A-Z]"
)
_LINK = re.compile(r"https://[^\s\"]+")
_VERBS = "Call|Tell|Talk|Ask|Stay|Leave|Go|Block|Stop|Text|Keep|Help|Show|Report|Listen"


class HarmfulEdit(NamedTuple):
    """One edit: which lines of which file give way to which."""

    kind: str
    file: str
    first: int
    """The number of the first line that changes, from 0."""
    old: tuple[str, ...]
    new: tuple[str, ...]

    def made_in(self, text: str) -> str:
        """A file's text with the edit made."""
        lines = text.split("\n")
        return "\n".join((*lines[: self.first], *self.new, *lines[self.first + len(self.old) :]))


def harmful_edits(flows: Path, random: Random) -> Iterator[HarmfulEdit]:
    """Every edit of these kinds that the files of a folder allow, stories and typed words apart."""
    for path in sorted([*flows.glob("*.yaml"), *(flows / "shared").glob("*.yaml")]):
        lines = path.read_text("utf-8").split("\n")
        name = str(path.relative_to(flows))
        for number, line in enumerate(lines):
            if line.lstrip().startswith("#"):
                continue
            for kind, change in _OF_A_LINE.items():
                if (new := change(line, random)) not in (None, line):
                    yield HarmfulEdit(kind, name, number, (line,), (new,))
            yield from _of_lines(name, lines, number)


def _number(line: str, random: Random) -> str | None:
    if not re.match(r"\s+(?:phone|text): ", line):
        return None
    places = [match.start() for match in re.finditer(r"\d", line)]
    place = random.choice(places)
    return line[:place] + str((int(line[place]) + random.randint(1, 9)) % 10) + line[place + 1 :]


def _host(line: str, random: Random) -> str | None:
    if not re.match(r"\s+link: ", line) or "document" in line:
        return None
    return _LINK.sub(lambda m: random.choice(_OTHER_HOSTS)(m[0]), line, count=1)


_OTHER_HOSTS: tuple[Callable[[str], str], ...] = (
    lambda link: re.sub(r"\.(?:org|co|gov|police)\.uk|\.com|\.uk", "-help.uk", link, count=1),
    lambda link: link.replace("https://", "https://help@evil.example/", 1),
    lambda link: re.sub(r"(https://[^/]+)", r"\1.example.net", link, count=1),
    lambda link: link.replace("i", "1", 1) if "i" in link else link.replace("o", "0", 1),
)


def _not_taken_out(line: str, random: Random) -> str | None:
    if not _SAID.search(line):
        return None
    new = re.sub(r"\bDo not (\w)", lambda m: m[1].upper(), line, count=1)
    new = re.sub(r"\bdo not (?!have)(\w)", r"\1", new, count=1) if new == line else new
    new = re.sub(r"\b(do|does) not have to", r"\1 have to", new, count=1) if new == line else new
    return re.sub(r"\bcannot\b", "can", new, count=1) if new == line else new


def _not_put_in(line: str, random: Random) -> str | None:
    if not _SAID.search(line):
        return None
    return re.sub(
        rf"((?:: |- |[.!?] )\"?)({_VERBS}) ",
        lambda m: f"{m[1]}Do not {m[2].lower()} ",
        line,
        count=1,
    )


def _fault(line: str, random: Random) -> str | None:
    new = re.sub(
        r"\bnot (your|their|the child's|your child's|your friend's) fault",
        r"\1 fault",
        line,
        count=1,
    )
    return new.replace("is never the", "is the") if new == line else new


def _never(line: str, random: Random) -> str | None:
    if not _SAID.search(line):
        return None
    return line.replace("Never", "Always", 1).replace(" never ", " always ", 1)


def _placeholder(line: str, random: Random) -> str | None:
    if "{" not in line or not re.search(r"\{\w+_(?:phone|link)\}", line):
        return None
    others = ("{police_101_phone}", "{emergency_phone}", "{samaritans_phone}")
    return re.sub(
        r"\{\w+_(?:phone|link)\}",
        lambda m: random.choice([o for o in others if o != m[0]]),
        line,
        count=1,
    )


def _placeholder_lost(line: str, random: Random) -> str | None:
    if not re.search(r"\{\w+_(?:phone|link)\}", line):
        return None
    return re.sub(r"(?: on)? ?\{\w+_(?:phone|link)\}", " somebody", line, count=1)


def _promise(line: str, random: Random) -> str | None:
    if not _SAID.search(line):
        return None
    return re.sub(r"\bmay (?!be sent)(\w+)", r"will always \1", line, count=1)


def _softened(line: str, random: Random) -> str | None:
    if re.match(r"    (?:always|never|says|said-first|in-view|beside): \[\w[\w-]*, ", line):
        return re.sub(r", [\w-]+\]", "]", line, count=1)
    if re.match(r"    first: \[", line):
        return line.replace("first: [", "first: [platform-report, ", 1)
    match = re.match(r"    [\w-]+-at-most: (\d+)", line)
    return line.replace(match[1], match[1] + "0") if match else None


_OF_A_LINE: dict[str, Callable[[str, Random], str | None]] = {
    "a digit of a number changed": _number,
    "another host in a link": _host,
    "not taken out": _not_taken_out,
    "not put in": _not_put_in,
    "not your fault, your fault": _fault,
    "never, always": _never,
    "another number named": _placeholder,
    "a number lost": _placeholder_lost,
    "may, will always": _promise,
    "a rule softened": _softened,
}


def _of_lines(name: str, lines: list[str], number: int) -> Iterator[HarmfulEdit]:
    line = lines[number]
    following = lines[number + 1] if number + 1 < len(lines) else ""
    is_item = re.match(r"(\s+)- ", line)
    same_depth = is_item and following.startswith(is_item[1] + "- ")
    if (
        re.match(r"\s+- \{?(?:statement|say|show)|\s+- [a-z][\w-]+$", line)
        and name != "shared/rules.yaml"
    ):
        yield HarmfulEdit("a line dropped", name, number, (line,), ())
    if (
        same_depth
        and re.match(r"\s+- [a-z][\w-]+$", line)
        and re.match(r"\s+- [a-z][\w-]+$", following)
    ):
        yield HarmfulEdit("an order reversed", name, number, (line, following), (following, line))
    if re.match(r"  [\w-]+:$", line) and name == "shared/rules.yaml":
        end = next(
            (n for n in range(number + 1, len(lines)) if re.match(r"  \S", lines[n])), len(lines)
        )
        yield HarmfulEdit("a rule dropped", name, number, tuple(lines[number:end]), ())
