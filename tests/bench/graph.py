"""Flows of any size for the benchmarks: layers of questions, three answers each, that merge."""

import random
from pathlib import Path
from typing import NamedTuple

ANSWERS = ("yes", "no", "maybe")
OUTCOMES = 50
DEPTH = 20
"""Layers of a large flow: about a thousand million ways lead through so many."""


class Graph(NamedTuple):
    """Where each answer of each question leads, apart from any engine."""

    start: str
    ways: dict[str, dict[str, str]]
    endings: tuple[str, ...]

    def walks(self, number: int, seed: int = 1) -> list[tuple[list[str], str]]:
        """Random answers from start to end, with the ending they lead to."""
        rng = random.Random(seed)
        found = []
        for _ in range(number):
            here, answers = self.start, []
            while here in self.ways:
                answers.append(rng.choice(ANSWERS))
                here = self.ways[here][answers[-1]]
            found.append((answers, here))
        return found


def graph(questions: int, seed: int = 1) -> Graph:
    """A flow of this many questions, every one reachable; the same for the same seed."""
    rng = random.Random(seed)
    endings = tuple(f"ending-{number}" for number in range(OUTCOMES))
    layers = _layers(questions)
    ways: dict[str, dict[str, str]] = {}
    for layer, following in zip(layers, [*layers[1:], []], strict=True):
        shuffled = rng.sample(following, len(following))
        for number, question in enumerate(layer):
            ways[question] = {}
            for position, answer in enumerate(ANSWERS):
                target = number * len(ANSWERS) + position
                # The first round reaches every question of the next layer; later ones merge.
                if target < len(shuffled):
                    way = shuffled[target]
                elif shuffled and rng.random() < 0.9:
                    way = rng.choice(shuffled)
                else:
                    way = rng.choice(endings)
                ways[question][answer] = way
    return Graph(layers[0][0], ways, endings)


def _layers(questions: int) -> list[list[str]]:
    names = [f"question-{number}" for number in range(questions)]
    width = max(3, -(-questions // DEPTH))
    layers: list[list[str]] = []
    size = 1
    while names:
        layers.append(names[:size])
        names = names[size:]
        size = min(size * len(ANSWERS), width)
    return layers


_HEAD = """\
flow: bench
about: A made flow, for measuring.
reader: young
start: {start}
steps:
"""
_QUESTION = """\
  {id}:
    ask: About worry number {number}, did it happen on a phone, a game or anywhere else this week?
    why: We ask so that the people you are sent to are the right ones to help you.
    options:
      yes:
        say: Yes, it did happen
        hint: It may have been once or many times.
        means: {{fact-{fact}: "yes"}}
        to: {yes}
      no: {{say: "No, not that", also: [nope, not that one], to: {no}}}
      maybe: {{say: Maybe or I am not sure about it, to: {maybe}}}
"""
_ENDING = """\
  {id}:
    urgency: talk
    title: Talk to {{childline_name}}
    before: [You did the right thing.]
    contacts: [childline, trusted-adult]
    sources: [leaflet]
"""
_SHARED = """\
contacts:
  childline:
    name: Childline
    phone: 0800 1111
    help: Call {childline_name} on {childline_phone}.
    sources: [leaflet]
    review-by: 2027-05-21
  trusted-adult:
    name: An adult you trust
    help: Tell an adult you trust.
    sources: [leaflet]
    review-by: 2027-05-21
sources:
  leaflet: {document: A leaflet for tests, review-by: 2027-05-21}
help: [childline, trusted-adult]
facts:
"""
FACTS = 16


def write(graph: Graph, folder: Path) -> Path:
    """The graph as a folder of flow files, about 520 bytes a question; gives the large file."""
    folder.mkdir(parents=True, exist_ok=True)
    flow = folder / "bench.yaml"
    questions = [
        _QUESTION.format(id=question, number=number, fact=number % FACTS, **ways)
        for number, (question, ways) in enumerate(graph.ways.items())
    ]
    endings = [_ENDING.format(id=ending) for ending in graph.endings]
    flow.write_text(
        _HEAD.format(start=graph.start) + "".join([*questions, "endings:\n", *endings]),
        encoding="utf-8",
    )
    facts = [f'  fact-{n}: {{values: {{"yes": who said yes to {n}}}}}\n' for n in range(FACTS)]
    (folder / "shared.yaml").write_text(_SHARED + "".join(facts), encoding="utf-8")
    return flow
