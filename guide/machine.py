"""The machine that moves a session from step to step. The only home of transitions.

One machine serves every session of a library. Sessions are never registered with it, so each
costs a few hundred bytes whatever the size of the flow (docs/decisions/0003).
"""

from typing import Any, Protocol

from transitions import Machine

from guide.flow.model import Facts, Library, Message, Question, Route, holds


class HasStep(Protocol):
    """What the machine moves: anything with the id of the step it is at."""

    step: str


class _Condition:
    """A route's condition, for transitions to ask of the facts handed to the trigger."""

    __slots__ = ("route",)

    def __init__(self, route: Route) -> None:
        self.route = route

    def __call__(self, facts: Facts) -> bool:
        return holds(self.route.when, facts)


class FlowMachine:
    """Every way from step to step of a library, ready to move walkers along."""

    def __init__(self, library: Library) -> None:
        self._machine: Any = Machine(
            model=None,
            states=list(library.steps),
            initial=library.first_step(),
            # Else it adds a way from every step to every other.
            auto_transitions=False,
            model_attribute="step",
        )
        for step_id, step in library.steps.items():
            if isinstance(step, Question):
                for option in library.options(step):
                    self._add(f"choose {option.id}", step_id, option.to)
            elif isinstance(step, Message):
                self._add("go on", step_id, step.to)
        # One look-up an answer, as every step pays for it.
        self._triggers: dict[str, Any] = {
            name.removeprefix("choose "): event.trigger
            for name, event in self._machine.events.items()
        }

    def _add(self, trigger: str, source: str, routes: tuple[Route, ...]) -> None:
        for route in routes:
            condition = _Condition(route) if route.when else None
            self._machine.add_transition(trigger, source, route.to, conditions=condition)

    def choose(self, walker: HasStep, option_id: str, facts: Facts) -> None:
        """Move along an answer that is offered here, by the facts given with it included."""
        self._triggers[option_id](walker, facts)

    def go_on(self, walker: HasStep, facts: Facts) -> None:
        """Move on from a message."""
        self._triggers["go on"](walker, facts)


# A folder of a site's own beside the flows shipped, with room for one who edits and starts anew.
_KEPT = 4
_kept: list[tuple[Library, FlowMachine]] = []
"""The machines made last: each conversation about the same flows moves by the same one."""


def machine_of(library: Library) -> FlowMachine:
    """The machine of a library. It takes longer to make than a whole conversation takes to walk."""
    for of, machine in _kept:
        if of is library:
            return machine
    made = FlowMachine(library)
    _kept.insert(0, (library, made))
    del _kept[_KEPT:]
    return made
