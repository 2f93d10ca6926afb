"""Pure questions of steps and where they lead: who comes after whom, loops, how much is left."""

from collections.abc import Iterable, Mapping

from guide.flow.model import Ending, Message, Question, Route, Step

Steps = Mapping[str, Step]
Successors = Mapping[str, list[str]]
"""Where each step can lead, whatever the conditions."""


def routes(step: Step) -> Iterable[Route]:
    """Every way out of a step."""
    if isinstance(step, Question):
        return [route for option in step.options for route in option.to]
    return step.to if isinstance(step, Message) else ()


def ways(steps: Steps) -> dict[str, list[str]]:
    """Where each step can lead, by its id."""
    return {key: [route.to for route in routes(step)] for key, step in steps.items()}


def deepest_first(ways: Successors) -> list[str]:
    """Every step, each after all it leads to (but for loops)."""
    order: list[str] = []
    seen: set[str] = set()
    for start in ways:
        if start in seen:
            continue
        seen.add(start)
        # A stack of our own, as flows may be deeper than Python's recursion.
        open_steps = [(start, iter(ways[start]))]
        while open_steps:
            step_id, following = open_steps[-1]
            for target in following:
                if target not in seen:
                    seen.add(target)
                    open_steps.append((target, iter(ways[target])))
                    break
            else:
                order.append(step_id)
                open_steps.pop()
    return order


def without_ending(steps: Steps, ways: Successors) -> list[str]:
    """The steps from which no ending can be reached, in the order they are written."""
    before: dict[str, list[str]] = {key: [] for key in ways}
    for step_id, following in ways.items():
        for target in following:
            before[target].append(step_id)
    reached = [key for key, step in steps.items() if isinstance(step, Ending)]
    safe = set(reached)
    # The list grows while it is walked: what is appended has its turn.
    for here in reached:
        for step_id in before[here]:
            if step_id not in safe:
                safe.add(step_id)
                reached.append(step_id)
    return [step_id for step_id in steps if step_id not in safe]


def silent_loop(steps: Steps, ways: Successors) -> list[str]:
    """Messages that lead round to one another with nobody asked; empty where there are none."""
    messages = {key for key, step in steps.items() if isinstance(step, Message)}
    silent = {key: [to for to in ways[key] if to in messages] for key in ways if key in messages}
    later = {key: number for number, key in enumerate(reversed(deepest_first(silent)))}
    for key, following in silent.items():
        for target in following:
            # In this order every way leads on, so one that leads back is part of a round.
            if later[target] <= later[key]:
                return _round(silent, target, key)
    return []


def _round(ways: Successors, start: str, end: str) -> list[str]:
    """The steps of a shortest way from start to end."""
    came_from = {start: start}
    reached = [start]
    for here in reached:
        for target in ways[here]:
            if target not in came_from:
                came_from[target] = here
                reached.append(target)
    path = [end]
    while path[-1] != start:
        path.append(came_from[path[-1]])
    return path[::-1]


def questions_left(steps: Steps, ways: Successors) -> dict[str, int]:
    """About how many questions a person still meets from each step on, that step included.

    The mean over the answers of each question, rounded: an estimate for "question 2 of about 5".
    Answers that lead straight to an emergency do not count: they end every estimate early.
    """
    left = {key: 0.0 for key, step in steps.items() if _is_emergency(step)}
    emergencies = frozenset(left)
    for step_id in deepest_first(ways):
        if step_id in emergencies:
            continue
        following = [left.get(key, 0.0) for key in ways[step_id] if key not in emergencies]
        mean = sum(following) / len(following) if following else 0.0
        left[step_id] = mean + isinstance(steps[step_id], Question)
    return {step_id: max(1, round(number)) for step_id, number in left.items()}


def _is_emergency(step: Step) -> bool:
    return isinstance(step, Ending) and step.urgency == "emergency"
