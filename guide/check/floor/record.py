"""What every line of a folder holds, as it was recorded: nothing of it is lost by an edit.

`must-hold.tsv` stands beside the flows, one place a line, written by `guide check --record`. It is
no signature: whoever changes a line on purpose records it anew, and both stand in the same change
for a second person to read.
"""

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterator, Mapping

from guide.check.finding import Finding
from guide.check.floor import PROMISES, RECORD
from guide.check.floor.heard import DISTRESS, held_by_words, is_guarded
from guide.check.floor.holds import (
    LIMIT,
    asked_by,
    holds_of,
    is_forbidden_now,
    limits_of,
    offers_of,
    turns_round,
)
from guide.check.floor.labels import TELLS_OF, Concepts, concepts_of
from guide.check.floor.numbers import digits_of
from guide.check.floor.strength import lost_demands, rule_strength
from guide.check.rules.read import Rule
from guide.check.texts import PlacedText, library_texts
from guide.files import read_regular
from guide.flow.model import Contact, Ending, Library, Line, More, Topic
from guide.flow.read import EVERY_ENDING, Reading
from guide.flow.walk import made_once, walk, yaml_key
from guide.problems import Place
from guide.understanding.lexicon import EMPTY, FOLDER, Lexicon
from guide.understanding.meanings import DANGER, answers, keys

LOST = "must-hold"
GUARDS = "keeps safe"
"""Recorded of a text whose turning round is told: it is there whatever else the text holds."""
HEAD = "# What each place holds. Written by `guide check --record`; a lost part is an error.\n"
_BETWEEN = "; "
_OF_CONTACTS = (".help", ".hours", ".cost", ".ages")
_OF_EVERY_QUESTION = "common."
"""Not sure, and skip, whose very words are kept: who is shamed by an answer does not give it."""
_CARD = ".card"
_ORDER = "order "

TO_DO = "Put it back. If it is right so, record it anew: guide check --record."

Held = dict[str, Counter[str]]
"""By place, what it holds and how often."""
_NOTHING: Counter[str] = Counter()


def record_path(flows: str) -> str:
    """Where the record of a folder of flows stands."""
    return os.path.join(flows, RECORD)


def recorded_in(folder: str) -> dict[str, str] | None:
    """The lines that were recorded of a folder, by place; None where nothing was."""
    try:
        lines = read_regular(record_path(folder)).decode("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    return {
        place: parts
        for place, _, parts in (line.partition("\t") for line in lines if line[:1] != "#")
        if parts
    }


def parts_of(line: str) -> Counter[str]:
    """What a recorded line says is held, and how often."""
    return Counter(dict(map(_counted, line.split(_BETWEEN))))


def _counted(part: str) -> tuple[str, int]:
    what, times, number = part.rpartition(" x")
    return (what, int(number)) if times and number.isdigit() else (part, 1)


def write_record(flows: str, reading: Reading, rules: tuple[Rule, ...]) -> int:
    """Record what a folder holds now; gives how many places hold something."""
    now = held_by(flows, reading, rules)
    return write_lines(flows, {place: now[place] for place in now if is_guarded(place, now)})


def write_lines(folder: str, held: Held) -> int:
    """Write what each place of a folder holds; gives how many there are."""
    lines = [f"{place}\t{in_line(held[place])}\n" for place in sorted(held)]
    with open(record_path(folder), "w", encoding="utf-8") as file:
        file.write(HEAD + "".join(lines))
    return len(lines)


def in_line(held: Counter[str]) -> str:
    """What is held as a line says it."""
    parts = (f"{what} x{times}" if times > 1 else what for what, times in sorted(held.items()))
    return _BETWEEN.join(parts)


def held_by(flows: str, reading: Reading, rules: tuple[Rule, ...]) -> Held:
    """What each place of a folder holds now."""
    held: Held = defaultdict(Counter, held_by_words(flows))
    library = reading.library
    for wording, names, _ in reading.must_hold:
        held[wording[0].text.address].update(f"must-hold {name}" for name in names if wording)
    for ending, when, _ in reading.meant_for:
        held[f"{ending}.contacts"].update(f"for {fact} {'|'.join(values)}" for fact, values in when)
    guarding = _guarding(library)
    for placed in library_texts(library):
        address, words = placed.text.address, placed.text.source
        asked = asked_by(words) if address.endswith(_CARD) else None
        for parts in (holds_of(words), offers_of(words), asked, concepts_of(placed)):
            if parts:  # most texts hold little, and adding nothing takes as long
                held[address].update(parts)
        if address in guarding:
            held[address].update([GUARDS, *limits_of(words)])
        if placed.is_name or address.startswith(_OF_EVERY_QUESTION):
            held[address][words] += 1
    for contact in library.contacts.values():
        held[f"contacts.{contact.id}"].update(_of_contact(contact))
    for source in library.sources.values():
        held[f"sources.{source.id}"].update([f"link {source.link}"] if source.link else ())
    for address, line in _lines_of(library):
        held[address][_in_record(line)] += 1
    for step in library.steps.values():
        if isinstance(step, Ending):
            _of_ending(step, held[f"{step.id}.contacts"])
    held["help"].update(f"{number} {name}" for number, name in enumerate(library.help, start=1))
    for name, demands in rule_strength(rules).items():
        held[f"rules.{name}"].update(demands)
    for rule in rules:
        held[f"rules.{rule.id}"].update(f"says {part}" for part in holds_of(rule.sentence))
    return {place: parts for place, parts in held.items() if parts}


@made_once
def _guarding(library: Library) -> set[str]:
    """The addresses of the texts that keep somebody safe.

    Those with a `safety:` note, of help on every screen, of when and for whom a contact is there,
    and of the answers that say that there is danger.
    """
    noted = {placed.text.address for placed in library_texts(library) if _guards(placed)}
    return noted | _of_danger(library)


def _guards(placed: PlacedText) -> bool:
    address = placed.text.address
    return bool(placed.text.safety) or (
        address.startswith("contacts.") and address.endswith(_OF_CONTACTS)
    )


def _of_danger(library: Library) -> set[str]:
    """The addresses of the answers that say that there is danger."""
    options = [*library.always, *(option for _, option in answers(library))]
    return {
        variant.text.address
        for option in options
        if DANGER in keys(option)
        for variant in option.say
    }


def _of_contact(contact: Contact) -> Iterator[str]:
    for way in ("phone", "text"):
        if value := contact.value(way):
            yield f"{way} {digits_of(value)}"
    yield from (f"{way} {value}" for way in ("link", "email") if (value := contact.value(way)))
    if contact.role:
        yield f"role {contact.role}"
    yield from (f"source {source}" for source in contact.sources)
    for way, sources in contact.evidence:
        yield from (f"{way} rests on {source}" for source in sources)
    # Whom it is for, and who runs it, decide who is sent there.
    yield f"nations {'|'.join(contact.nations) or 'all'}"
    yield f"ages {contact.from_age}-{contact.to_age or 'any'}"
    if contact.run_by:
        yield f"run by {contact.run_by}"


def _in_record(line: Line) -> str:
    """A line as it is recorded: where it is left out is part of it."""
    kind = f"statement {line.statement}" if line.statement else "line"
    return f"{kind} needs {line.needs}" if line.needs else kind


def _lines_of(library: Library) -> Iterator[tuple[str, Line]]:
    """Every line, with the address it shares with the lines it stands among."""
    for part in walk(library):
        if isinstance(part.record, Line):
            owner = part.owner
            if isinstance(owner, More):
                of = next((of.id for of in part.within if isinstance(of, Ending)), EVERY_ENDING)
                yield f"{of}.more.{owner.heading}", part.record
                continue
            topics = "topics." if isinstance(owner, Topic) else ""
            yield f"{topics}{owner.id}.{yaml_key(part.field)}", part.record


def _of_ending(ending: Ending, held: Counter[str]) -> None:
    """Whom an ending shows, how urgent it is, and who stands before whom."""
    held[f"urgency {ending.urgency}"] += 1
    held.update(f"show {shown.contact}" for shown in ending.every_contact)
    held[_ORDER + _order(ending)] += 1


def _order(ending: Ending) -> str:
    """Who stands before whom: "ceop+police-101 > childline"."""
    groups: dict[int, list[str]] = {}
    for shown in ending.every_contact:
        groups.setdefault(shown.group, []).append(shown.contact)
    return " > ".join("+".join(groups[number]) for number in sorted(groups))


def _keeps_order(recorded: str, now: str) -> bool:
    """Whether all who stood before somebody still do; who came between them does not matter."""
    was, has = _places_in(recorded), _places_in(now)
    both = [name for name in was if name in has]
    return all(
        # Of two in one group only their order counts; of others the later may not move up beside.
        has[name] < has[other] and (was[name][0] == was[other][0] or has[name][0] < has[other][0])
        for name in both
        for other in both
        if was[name] < was[other]
    )


def _places_in(order: str) -> dict[str, tuple[int, int]]:
    """The group of each contact, and its place there."""
    places: dict[str, tuple[int, int]] = {}
    for number, group in enumerate(order.split(" > ")):
        for place, name in enumerate(group.split("+")):
            places.setdefault(name, (number, place))
    return places


def lost(
    flows: str,
    reading: Reading,
    rules: tuple[Rule, ...],
    words: Callable[[], Lexicon] = lambda: EMPTY,
    held_back: Container[str] = (),
) -> Iterator[Finding]:
    """A finding for each place that no longer holds what was recorded, or turns it round.

    `words` gives the words people use: it is asked for where the words of an answer changed.
    Of the places in `held_back` another fault is told already.
    """
    recorded = recorded_in(flows)
    if recorded is None:
        return
    now = held_by(flows, reading, rules)
    guarding, of_danger = _guarding(reading.library), _of_danger(reading.library)
    shown = f"{os.path.basename(os.path.normpath(flows))}/{RECORD}"
    # Counted as lines of the file: the first is its head.
    for number, (address, line) in enumerate(recorded.items(), start=2):
        holding = now.get(address, _NOTHING)
        if line == in_line(holding) or address in held_back:
            continue  # nearly every one: no part need be looked at
        was = parts_of(line)
        gone = [
            part for part in _gone(address, was, holding) if is_forbidden_now(part, holding - was)
        ]
        gone = list(_meant(gone, holding, words, of_danger=address in of_danger))
        turned = sorted(filter(turns_round, holding - was)) if address in guarding else []
        for parts, what in ((gone, "no longer holds"), (turned, "was recorded without")):
            if parts:
                place = _places(reading, rules).get(address, Place(shown, number))
                what = f'"{address}" {what} {first_of(parts)}.'
                yield Finding(LOST, "error", place, what, TO_DO)


def first_of(parts: list[str]) -> str:
    """The first of some parts, for a finding."""
    more = f" and {len(parts) - 4} more" if len(parts) > 4 else ""
    return ", ".join(f'"{part}"' for part in parts[:4]) + more


def _meant(
    gone: list[str], now: Mapping[str, int], words: Callable[[], Lexicon], *, of_danger: bool
) -> Iterator[str]:
    """What is gone, but for what makes less of a text, and for words said in another way."""
    concepts = [part for part in gone if part.startswith(TELLS_OF)]
    yield from (part for part in gone if not part.startswith((TELLS_OF, LIMIT)))
    if concepts:
        yield from Concepts(words()).no_longer_told(concepts, now, of_danger=of_danger)


def _gone(address: str, recorded: Counter[str], now: Counter[str]) -> list[str]:
    if address.startswith("rules.") and now:
        return lost_demands(recorded, now)
    gone = sorted(recorded - now)
    order = next((part for part in gone if part.startswith(_ORDER)), "")
    if order and any(
        _keeps_order(order.removeprefix(_ORDER), part.removeprefix(_ORDER))
        for part in now
        if part.startswith(_ORDER)
    ):
        gone.remove(order)
    return gone


def _places(reading: Reading, rules: tuple[Rule, ...]) -> dict[str, Place]:
    library = reading.library
    places = {DISTRESS: Place(f"{FOLDER}/en.yaml"), "words.promises": Place(f"{FOLDER}/{PROMISES}")}
    # Reversed, so that of several texts at one address the first one's place is kept.
    places |= {
        placed.text.address: placed.text.place for placed in reversed(library_texts(library))
    }
    places |= {f"contacts.{contact.id}": contact.place for contact in library.contacts.values()}
    for step in library.steps.values():
        if isinstance(step, Ending):
            for part in ("before", "keep-in-mind", "next", "if-not", "contacts"):
                places.setdefault(f"{step.id}.{part}", step.place)
    return places | {f"rules.{rule.id}": rule.place for rule in rules}
