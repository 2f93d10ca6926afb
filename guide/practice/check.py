"""What is wrong with the scenarios, as their authors and `guide check` are told it."""

from collections.abc import Iterator

from guide.flow.advice import mend
from guide.flow.model import Ending, Facts, Library, Question
from guide.practice.coverage import coverage_cells
from guide.practice.craft import CRAFT
from guide.practice.habits import habits_that_win
from guide.practice.rules import RULES, faults_against
from guide.practice.scenario import AGE, WHO, Scenario, ScenarioCase, tellings
from guide.practice.way import Search, fits, search, states
from guide.problems import Place, Problem
from guide.project import Project


def story_problems(project: Project) -> list[Problem]:
    """Every fault of the stories of a project, in file and line order."""
    problems = list(project.stories.problems)
    known = FlowFacts(project.library)
    for scenario in project.stories.scenarios:
        problems += dict.fromkeys(_of(scenario, known))
    return sorted(problems, key=lambda problem: problem.place)


def story_advice(project: Project) -> list[Problem]:
    """What the stories still lack to teach well, in file and line order; they are played."""
    lacks: list[Problem] = []
    for scenario in project.stories.scenarios:
        lacks += faults_against(CRAFT, scenario, project.library)
    lacks += habits_that_win(project.stories.scenarios)
    return sorted(lacks, key=lambda problem: problem.place)


def problems_of(scenario: Scenario, known: "FlowFacts") -> list[Problem]:
    """Every fault of one sound scenario, then what it still lacks to teach well."""
    faults = dict.fromkeys(_of(scenario, known))
    return [*faults, *faults_against(CRAFT, scenario, known.library)]


class FlowFacts:
    """What the flows can be told, asked once for all scenarios."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.said: set[tuple[str, str, str]] = set()
        """Who, a fact and a value: what that audience can say somewhere."""
        for state in states(library):
            if isinstance(state.step, Question):
                who = state.facts.get(WHO, "")
                for option in library.options(state.step):
                    self.said |= {(who, fact, value) for fact, value in option.means}
        self.reached = {(cell.ending, cell.audience) for cell in coverage_cells(library)}


def _of(scenario: Scenario, known: FlowFacts) -> Iterator[Problem]:
    """The faults of one scenario. Each cause is told once: what follows from it is not."""
    cases = tellings(scenario)
    faults = list(dict.fromkeys(problem for case in cases for problem in _missing(case)))
    faults += _hints(scenario, known.library)
    if faults:
        yield from faults
        return
    yield from faults_against(RULES, scenario, known.library)
    used: set[str] = set()
    for telling in cases:
        routes = search(known.library, telling.facts, telling.hints)
        problem = next(_unheard(telling, known), None) or _at_odds(telling, routes, known.library)
        if problem is not None:
            yield problem
            continue
        used |= {answer.step for way in routes.best[:1] for answer in way.answers}
        yield from _untold(telling, routes)
        yield from _wrong_turns(telling, known)
    if used:
        yield from _idle_hints(scenario, used)


def _problem(place: Place, what: str, what_to_do: str) -> Problem:
    return Problem(place, what, what_to_do)


def _shown(telling: ScenarioCase) -> str:
    """What to call a telling in a message."""
    return f'"{telling.id}"'


def _missing(telling: ScenarioCase) -> Iterator[Problem]:
    for fact in (WHO, AGE):
        if fact not in telling.facts:
            yield _problem(
                telling.scenario.place,
                f'The scenario holds no "{fact}".',
                f"Add `{fact}:` under `facts:`.",
            )


def _unheard(telling: ScenarioCase, known: FlowFacts) -> Iterator[Problem]:
    """Facts that this audience is never asked for."""
    who = telling.audience
    for fact, value in telling.facts.items():
        if {(who, fact, value), ("", fact, value)} & known.said:
            continue
        others = [v for w, f, v in known.said if f == fact and w in (who, "")]
        advice = f"Take it out of `facts:`, or use one that is asked: {', '.join(sorted(others))}."
        yield _problem(
            telling.scenario.place,
            f'{_shown(telling)} holds "{fact}: {value}", which no question asks of "{who}".',
            mend(value, others, advice if others else "Take it out of `facts:`."),
        )


def _at_odds(telling: ScenarioCase, routes: Search, library: Library) -> Problem | None:
    """Facts that lead nowhere, to two places, or not where the author says."""
    place = telling.scenario.place
    right = routes.right
    if right is None:
        return _stuck(telling, routes, library)
    ends = list(dict.fromkeys(way.ending.id for way in routes.best))
    if len(ends) > 1:
        parted = _parting(routes)
        return _problem(
            place,
            f"The facts of {_shown(telling)} fit ways to {' and to '.join(ends)}.",
            f"Say which under `answers:`, with the option to take at {parted}.",
        )
    unsaid = [fact for fact in telling.facts if fact not in (WHO, AGE) and fact not in right.facts]
    if unsaid and right.ending.urgency != "emergency":
        return _problem(
            place,
            f'{_shown(telling)} holds "{unsaid[0]}", which no question on its way asks.',
            "Take it out of `facts:`, or change a fact so that it is asked.",
        )
    if telling.expected != right.ending.id:
        return _moved(telling, right.ending)
    return None


def _moved(telling: ScenarioCase, ending: Ending) -> Problem:
    routes = telling.scenario.ending
    place = next((route.place for route in routes if route.to == telling.expected), routes[0].place)
    return _problem(
        place,
        f'{_shown(telling)} should end at "{telling.expected}", but its facts lead to '
        f'"{ending.id}" ({ending.place}).',
        "If the flow is right, change `ending:` here and read the scenario again.",
    )


def _stuck(telling: ScenarioCase, routes: Search, library: Library) -> Problem:
    place = telling.scenario.place
    for step in routes.stuck:
        asked = {fact for option in library.options(step) for fact, _ in option.means}
        lacking = sorted(asked - telling.facts.keys())
        if lacking:
            return _problem(
                place,
                f'{_shown(telling)} reaches no ending: question "{step.id}" asks for '
                f'"{lacking[0]}", which it does not hold.',
                f"Add `{lacking[0]}:` under `facts:`.",
            )
    # Where it is asked who somebody else is, nobody had come who tells the truth.
    about_it = [step for step in routes.stuck if not _asks_who(step)] or routes.stuck
    names = list(dict.fromkeys(f'"{step.id}"' for step in about_it))
    steps = ", ".join(names[:3]) or "any question"
    return _problem(
        place,
        f"{_shown(telling)} contradicts its flow and reaches no ending: no answer at {steps} "
        "says what it holds.",
        "Change its facts or its `answers:`.",
    )


def _asks_who(question: Question) -> bool:
    return any(fact == WHO for option in question.options for fact, _ in option.means)


def _parting(routes: Search) -> str:
    first_way, *others = routes.best
    for other_way in others:
        for first, second in zip(first_way.answers, other_way.answers, strict=False):
            if first != second and other_way.ending.id != first_way.ending.id:
                return f'"{first.step}"'
    return "the last question"  # pragma: no cover - ways to two endings part somewhere


def _untold(telling: ScenarioCase, routes: Search) -> Iterator[Problem]:
    """Facts let out that are not held, and facts that the guide asks and that are never let out."""
    asked = routes.right.facts if routes.right else {}
    scenario = telling.scenario
    let_out = dict.fromkeys(scenario.tells, scenario.place)
    for turn in scenario.listen:
        for move in turn.moves:
            let_out |= dict.fromkeys(move.tells, move.place)
    held: Facts = {fact: value for case in tellings(scenario) for fact, value in case.facts.items()}
    needed = {name for turn in scenario.listen for move in turn.moves for name in move.needs}
    for fact, place in let_out.items():
        if fact not in held and fact not in needed:
            advice = mend(fact, held, f"It holds: {', '.join(sorted(held))}.")
            yield _problem(place, f'"{fact}" is let out here and is not held.', advice)
    misnamed = let_out.keys() - held.keys() - needed  # what they were meant to be is not known
    for fact in () if misnamed else asked:
        if fact not in let_out and fact != WHO:
            yield _problem(
                scenario.place,
                f'"{fact}" is asked by the guide and never let out.',
                f"Add `tells: {fact}` to the first words, or to something good to say.",
            )


def _wrong_turns(telling: ScenarioCase, known: FlowFacts) -> Iterator[Problem]:
    """Wrong endings that nobody who tells this story could reach."""
    audiences = {case.audience for case in tellings(telling.scenario)} | {""}
    for ending, _, place in telling.scenario.wrong:
        if not isinstance(known.library.steps.get(ending), Ending):
            yield _problem(place, f'"{ending}" is no ending.', "Name an ending.")
        elif not any((ending, who) in known.reached for who in audiences):
            yield _problem(
                place,
                f'Nobody who tells this scenario can end at "{ending}".',
                "Name an ending that they could reach by mistake.",
            )
    if all(ending == telling.expected for ending, _, _ in telling.scenario.wrong):
        yield _problem(
            telling.scenario.wrong[0][2],
            f'The only wrong way of {_shown(telling)}, to "{telling.expected}", is the right one.',
            "Name an ending that people choose by mistake.",
        )


def _hints(scenario: Scenario, library: Library) -> Iterator[Problem]:
    """Answers that are not offered, or say what is not held."""
    held = [telling.facts for telling in tellings(scenario)]
    for step_id, option_id, place in scenario.answers:
        step = library.steps.get(step_id)
        if not isinstance(step, Question):
            yield _problem(place, f'"{step_id}" is no question.', "Name a question.")
            continue
        option = next((offer for offer in library.options(step) if offer.id == option_id), None)
        if option is None:
            offered = [offer.id for offer in library.options(step)]
            advice = mend(option_id, offered, f"Offered: {', '.join(offered)}.")
            yield _problem(place, f'"{option_id}" is not offered at "{step_id}".', advice)
        elif not any(fits(library, option, facts) for facts in held):
            means = ", ".join(f"{fact}: {value}" for fact, value in option.means)
            yield _problem(
                place,
                f'"{option_id}" says "{means}", which the scenario does not hold.',
                "Choose another option, or change the facts.",
            )


def _idle_hints(scenario: Scenario, used: set[str]) -> Iterator[Problem]:
    """Answers at questions that the scenario never comes to."""
    for step_id, _, place in scenario.answers:
        if step_id not in used:
            yield _problem(
                place,
                f'"{step_id}" is not asked on the way of this scenario.',
                "Take it out of `answers:`.",
            )
