"""Pure questions of steps and where they lead: who comes after whom, loops, how much is left."""

from collections.abc import Iterable, Iterator, Mapping

from guide.flow.model import Ending, Message, Question, Route, Step

Steps = Mapping[str, Step]


def routes(step: Step) -> Iterable[Route]:
    """Every way out of a step, whatever the conditions."""
    if isinstance(step, Question):
        return [route for option in step.options for route in option.to]
    return step.to if isinstance(step, Message) else ()


def after(steps: Steps, step_id: str) -> Iterator[str]:
    """The ids of the steps that one answer or message can lead to."""
    return iter([route.to for route in routes(steps[step_id])])


def deepest_first(steps: Steps, starts: Iterable[str]) -> list[str]:
    """Every step reachable from `starts`, each after all it leads to (but for loops)."""
    order: list[str] = []
    seen: set[str] = set()
    for start in starts:
        if start in seen:
            continue
        seen.add(start)
        open_steps = [(start, after(steps, start))]
        while open_steps:
            step_id, following = open_steps[-1]
            for target in following:
                if target not in seen:
                    seen.add(target)
                    open_steps.append((target, after(steps, target)))
                    break
            else:
                order.append(step_id)
                open_steps.pop()
    return order


def without_ending(steps: Steps) -> list[str]:
    """The steps from which no ending can be reached, in the order they are written."""
    before: dict[str, list[str]] = {}
    for step_id in steps:
        for target in after(steps, step_id):
            before.setdefault(target, []).append(step_id)
    open_steps = [step_id for step_id, step in steps.items() if isinstance(step, Ending)]
    safe = set(open_steps)
    while open_steps:
        for step_id in before.get(open_steps.pop(), ()):
            if step_id not in safe:
                safe.add(step_id)
                open_steps.append(step_id)
    return [step_id for step_id in steps if step_id not in safe]


def silent_loop(steps: Steps) -> list[str]:
    """Messages that lead round to one another with nobody asked; empty where there are none."""
    messages = {key: step for key, step in steps.items() if isinstance(step, Message)}
    done: set[str] = set()
    for start in messages:
        path: list[str] = []
        on_path: set[str] = set()
        open_steps = [iter([start])]
        while open_steps:
            step_id = next(open_steps[-1], None)
            if step_id is None:
                open_steps.pop()
                if path:
                    on_path.discard(path[-1])
                    done.add(path.pop())
            elif step_id in on_path:
                return path[path.index(step_id) :]
            elif step_id in messages and step_id not in done:
                path.append(step_id)
                on_path.add(step_id)
                open_steps.append(after(messages, step_id))
    return []


def questions_left(steps: Steps, starts: Iterable[str]) -> dict[str, int]:
    """About how many questions a person still meets from each step on, that step included.

    The mean over the answers of each question, rounded: an estimate for "question 2 of about 5".
    Answers that lead straight to an emergency do not count: they end every estimate early.
    """
    left: dict[str, float] = {}
    for step_id in deepest_first(steps, starts):
        step = steps[step_id]
        following = [
            left.get(target, 0.0)
            for target in after(steps, step_id)
            if not _is_emergency(steps[target])
        ]
        mean = sum(following) / len(following) if following else 0.0
        left[step_id] = mean + isinstance(step, Question)
    return {step_id: max(1, round(number)) for step_id, number in left.items()}


def _is_emergency(step: Step) -> bool:
    return isinstance(step, Ending) and step.urgency == "emergency"
