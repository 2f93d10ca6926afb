"""The engines compared: each builds the same graph, makes sessions and walks them along answers.

Peers are imported by name, as they need not be installed.
"""

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from guide.flow.library import load_library
from guide.session import FlowEngine, Session
from tests.bench.graph import ANSWERS, Graph, write


class Engine(NamedTuple):
    """One built graph: new sessions, sessions moved along answers, and where a session is.

    `forget` lets go of past sessions, where an engine keeps them.
    """

    create: Callable[[], Any]
    walk: Callable[[Any, Iterable[str]], None]
    at: Callable[[Any], str]
    forget: Callable[[], None] = lambda: None


class Bare:
    """The smallest thing an engine can move."""

    __slots__ = ("step",)

    def __init__(self, step: str) -> None:
        self.step = step


class Model:
    """A model to register: transitions hangs its methods on it."""


def ours(graph: Graph) -> Engine:
    """The guide's own sessions: facts, undo and refusals included."""
    with TemporaryDirectory() as folder:
        write(graph, Path(folder))
        journeys = FlowEngine(load_library(folder))
    _ = journeys.routes

    def walk(session: Session, answers: Iterable[str]) -> None:
        for answer in answers:
            session.choose(answer)

    return Engine(lambda: Session(journeys), walk, lambda session: str(session.step))


def plain_dict(graph: Graph) -> Engine:
    """The floor: nothing but looking up where an answer leads."""

    def walk(session: Bare, answers: Iterable[str]) -> None:
        for answer in answers:
            session.step = graph.ways[session.step][answer]

    return Engine(lambda: Bare(graph.start), walk, lambda session: str(session.step))


def unregistered(graph: Graph) -> Engine:
    """One bare transitions machine that moves sessions it does not know."""
    events = _machine(graph, model_attribute="step").events

    def walk(session: Bare, answers: Iterable[str]) -> None:
        for answer in answers:
            events[answer].trigger(session)

    return Engine(lambda: Bare(graph.start), walk, lambda session: str(session.step))


def registered(graph: Graph) -> Engine:
    """One transitions machine in which every session is a model, as its pages teach."""
    machine = _machine(graph)

    def create() -> Model:
        model = Model()
        machine.add_model(model)
        return model

    def walk(session: Any, answers: Iterable[str]) -> None:
        for answer in answers:
            session.trigger(answer)

    return Engine(create, walk, lambda session: str(session.state), machine.models.clear)


def _machine(graph: Graph, **more: str) -> Any:
    machine = import_module("transitions").Machine(
        model=None,
        states=[*graph.ways, *graph.endings],
        initial=graph.start,
        auto_transitions=False,
        **more,
    )
    for question, ways in graph.ways.items():
        for answer, target in ways.items():
            machine.add_transition(answer, question, target)
    return machine


def statemachine(graph: Graph) -> Engine:
    """python-statemachine: a class with every question as a state."""
    package = import_module("statemachine")
    new_state, base = package.State, package.StateMachine
    new_list = import_module("statemachine.transition_list").TransitionList
    states: dict[str, Any] = {name: new_state(initial=name == graph.start) for name in graph.ways}
    states |= {name: new_state(final=True) for name in graph.endings}
    events: dict[str, Any] = {answer: new_list() for answer in ANSWERS}
    for question, ways in graph.ways.items():
        for answer, target in ways.items():
            events[answer].add_transitions(states[question].to(states[target]))
    named = {name.replace("-", "_"): state for name, state in states.items() if _met(graph, name)}
    made: Any = type(base)("Made", (base,), {**named, **events})

    def walk(session: Any, answers: Iterable[str]) -> None:
        for answer in answers:
            session.send(answer)

    def at(session: Any) -> str:
        return str(next(iter(session.configuration)).id).replace("_", "-")

    return Engine(made, walk, at)


def _met(graph: Graph, name: str) -> bool:
    """Whether anything leads to a state; python-statemachine refuses one that nothing does."""
    return name in graph.ways or any(name in ways.values() for ways in graph.ways.values())


def sismic(graph: Graph) -> Engine:
    """sismic: a statechart and an interpreter of it for each session."""
    model, interpreter = import_module("sismic.model"), import_module("sismic.interpreter")
    chart = model.Statechart("made")
    chart.add_state(model.CompoundState("all", initial=graph.start), None)
    for name in (*graph.ways, *graph.endings):
        chart.add_state(model.BasicState(name), "all")
    for question, ways in graph.ways.items():
        for answer, target in ways.items():
            chart.add_transition(model.Transition(question, target, event=answer))

    def create() -> Any:
        session = interpreter.Interpreter(chart, ignore_contract=True)
        session.execute()
        return session

    def walk(session: Any, answers: Iterable[str]) -> None:
        for answer in answers:
            session.queue(answer).execute()

    def at(session: Any) -> str:
        return next(str(name) for name in session.configuration if name != "all")

    return Engine(create, walk, at)
