"""Whether a library keeps the promises of docs/architecture.md, found by walking and no rule.

The judge of the mutation tests, and so written apart from `guide.check`: plain Python that asks of
every conversation what a careful person would ask. What someone *meant* by an answer is read from
the library as it was before it was changed, so that an answer that lost its meaning does not lose
the person who gives it.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from guide.flow.model import Ending, Facts, Library, Option, Question, Step, holds
from guide.flow.paths import facts_after, next_step, skip_messages

SEXUAL = frozenset(
    {
        "sexual-pressure",
        "sexual-online",
        "grooming",
        "uneasy-online",
        "sexual-in-person",
        "partner-pressure",
        "blackmail",
        "picture-from-adult",
        "sexual-unsure",
    }
)
OTHER = frozenset(
    {
        "bullying",
        "threats",
        "hate",
        "fake-account",
        "hacked-account",
        "scam",
        "upsetting-content",
        "extremist-content",
        "radicalisation",
        "low-mood",
        "self-harm",
        "home-or-neglect",
        "want-to-talk",
        "own-behaviour",
    }
)
PICTURES = frozenset({"nude-of-me", "nude-of-someone", "picture-from-adult", "illegal-images"})
YOUNG = ("young-person", "friend")
OLDER = ("parent", "professional", "adult")
NOT_KNOWN = frozenset(
    {
        "uneasy-online",
        "sexual-unsure",
        "unsure",
        "not-said",
        "met-online-wants-to-meet",
        "nude-of-someone",
    }
)
"""Where nobody knows whether anything happened, and so nothing is taken as having happened."""
NOT_YOUR_FAULT = frozenset(
    {
        "not-your-fault",
        "if-harmed-not-your-fault",
        "both-children",
        "health-help-first",
        "flashed-first",
        "filmed-first",
        "okay-or-not",
        "chatbot-is-no-person",
        "group-first",
    }
)
CHILDRENS_SERVICES = SEXUAL | {
    "nude-of-me",
    "nude-of-someone",
    "sexual-harassment-school",
    "met-online-wants-to-meet",
    "child-sexual-behaviour",
    "behaviour-of-another-adult",
    "home-or-neglect",
    "unsure",
    "not-said",
}
"""What an adult may tell of someone under 18 that children's services must hear of."""
YOUNG_WARNED = {
    "forced-marriage": "not-the-family",
    "fgm": "not-the-family",
    "taken-abroad": "not-the-family",
    "faith-abuse": "not-the-family",
    "criminal-exploitation": "used-not-alone",
    "trafficking": "used-not-alone",
    "spiking": "spiked-call-999",
    "recent-assault": "assault-health-first",
    "flashing": "flashed-get-away",
    "secret-filming": "filmed-in-secret",
    "partner-abuse": "partner-do-not-tell-them",
    "stalking": "stalking-do-not-answer",
    "abuse-at-home-between-adults": "do-not-step-in",
    "drink-or-drugs-at-home": "not-your-job",
    "drink-or-drugs": "body-call-999",
    "eating": "body-call-999",
    "pregnancy": "pregnant-soon",
    "chatbot": "chatbot-is-a-program",
    "harmful-groups": "group-you-can-stop",
    "own-sexual-behaviour": "keep-apart-for-now",
    "running-away": "stay-with-people",
    "missing-child": "missing-tell-now",
    "in-care": "hurt-in-care",
    "ignored-report": "you-may-tell-again",
    "bereavement": "grief-has-no-rules",
}
"""What a young person or a friend has to read first, each worry its own."""
YOUNG_HELPED = {
    "forced-marriage": ("forced-marriage-unit", "police-101"),
    "taken-abroad": ("forced-marriage-unit", "police-101"),
    "fgm": ("fgm-helpline", "police-101"),
    "faith-abuse": ("police-101",),
    "criminal-exploitation": ("police-101",),
    "trafficking": ("modern-slavery-helpline", "police-101"),
    "spiking": ("emergency", "police-101"),
    "recent-assault": ("sexual-assault-centre", "police-101"),
    "flashing": ("police-101",),
    "secret-filming": ("police-101",),
    "partner-abuse": ("police-101",),
    "stalking": ("police-101",),
    "abuse-at-home-between-adults": ("police-101",),
    "drink-or-drugs-at-home": ("nacoa",),
    "drink-or-drugs": ("nurse",),
    "eating": ("nurse", "beat-england", "beat-wales", "beat-scotland", "beat-northern-ireland"),
    "pregnancy": ("nurse",),
    "chatbot": ("papyrus",),
    "harmful-groups": ("police-101", "papyrus"),
    "running-away": ("runaway-helpline", "police-101"),
    "missing-child": ("police-101",),
    "in-care": ("help-at-hand", "meic", "who-cares-scotland"),
    "ignored-report": ("police-101",),
    "bereavement": ("winstons-wish", "papyrus"),
}
"""Who has to be shown to a young person or a friend, beside Childline and an adult they trust."""
YOUNG_TO_CEOP = (
    "recent-assault",
    "flashing",
    "secret-filming",
    "made-up-nudes",
    "is-this-okay",
    "partner-abuse",
    "pregnancy",
    "chatbot",
    "harmful-groups",
    "ignored-report",
)
"""What is, or may be, sexual, and so shows CEOP under 18."""
MOST_QUESTIONS = 7
FIRST = {
    "nude-of-me": "report-remove",
    "illegal-images": "iwf",
    "bullying": "childline",
    "want-to-talk": "childline",
    "low-mood": "childline",
    "self-harm": "childline",
    "sexual-harassment-school": "trusted-adult",
    "threats": "trusted-adult",
    "fake-account": "trusted-adult",
    "hacked-account": "trusted-adult",
    "scam": "trusted-adult",
    "met-online-wants-to-meet": "trusted-adult",
    "radicalisation": "act-early",
}
"""Who comes first, or beside the first, for a young person of 11 to 17."""
FIRST_FOR_ADULTS = {
    "hacked-account": ("report-fraud", "police-101"),
    "scam": ("report-fraud", "police-101"),
    "extremist-content": ("act-terrorism",),
    "radicalisation": ("act-early", "safeguarding-lead"),
    "hate": ("police-101",),
    "threats": ("police-101",),
    "illegal-images": ("iwf",),
    "nude-of-someone": ("iwf",),
    "own-behaviour": ("stop-it-now",),
    "behaviour-of-another-adult": ("social-services",),
    "child-sexual-behaviour": ("social-services",),
    "abused-as-a-child": ("napac",),
    "fake-account": ("platform-report",),
}
"""One of these comes first, or beside the first, for an adult."""
OF_ADULTS = {
    "forced-marriage": ("do-not-tell-the-family", "police-101 forced-marriage-unit emergency"),
    "fgm": ("fgm-first", "police-101 emergency"),
    "faith-abuse": ("belief-first", "police-101"),
    "criminal-exploitation": ("used-not-to-blame", "police-101 modern-slavery-helpline"),
    "trafficking": ("used-not-to-blame", "police-101 modern-slavery-helpline"),
    "spiking": ("spiked-first", "police-101 emergency"),
    "recent-assault": ("health-help-first", "sexual-assault-centre police-101 emergency"),
    "flashing": ("flashed-first", "police-101"),
    "secret-filming": ("filmed-first", "police-101"),
    "made-up-nudes": ("made-up-picture-counts", "police-101"),
    "is-this-okay": ("okay-or-not", "police-101"),
    "partner-abuse": ("abuse-do-not-confront", "police-101 live-fear-free emergency"),
    "abuse-at-home-between-adults": ("abuse-do-not-confront", "police-101 domestic-abuse-england"),
    "stalking": ("stalking-first", "police-101 stalking-helpline"),
    "missing-child": ("missing-no-wait", "police-101 emergency"),
    "running-away": ("safe-tonight", "police-101"),
    "taken-abroad": ("abroad-call-now", "police-101 emergency reunite"),
    "in-care": ("", "help-at-hand coram-voice"),
    "drink-or-drugs": ("took-too-much", "frank gp"),
    "drink-or-drugs-at-home": ("took-too-much", "frank gp"),
    "eating": ("eating-first", "gp beat-england"),
    "pregnancy": ("pregnancy-first", "sexual-health-clinic gp"),
    "bereavement": ("grief-first", "cruse papyrus shout"),
    "chatbot": ("chatbot-is-no-person", "platform-report papyrus shout"),
    "harmful-groups": ("group-first", "police-101 emergency"),
    "ignored-report": ("report-again", "police-101"),
}
"""What an adult first reads of these worries, and who is shown."""
SHOWS_NO_CHILDRENS_SERVICES = frozenset({"eating", "bereavement"})


Answers = tuple[str, ...]
Told = tuple[str, ...]


class _At(NamedTuple):
    step: str
    facts: tuple[tuple[str, str], ...]
    meant: tuple[tuple[str, str], ...]
    said_sexual: bool
    asked: int


class _Place(NamedTuple):
    """What was entered at a place, what has been told by who ends there, and where answers lead."""

    step: str
    told: set[Told]
    ways: list[_At]


class Judge:
    """Knows a library as it was, and says what a change to one step of it breaks."""

    def __init__(self, before: Library) -> None:
        self.before = before
        self._begin = _At(before.first_step(), (), (), said_sexual=False, asked=0)
        self.met: dict[str, dict[_At, Answers]] = {}
        self._places: dict[_At, _Place] = {}
        self.told = self._walk(before, {self._begin: ()}, {}, self._note)
        self._told_elsewhere: dict[str, set[Told]] = {}

    def broken(self, library: Library) -> dict[str, Answers]:
        """Every promise that some conversation of a changed library breaks, with its answers."""
        found: dict[str, Answers] = dict.fromkeys(_of_every_screen(library), ())
        changed = [key for key, step in library.steps.items() if step != self.before.steps[key]]
        if library.always != self.before.always:
            changed = [skip_messages(library, library.first_step(), {}).id]
        for key in changed:
            told = self._walk(library, self.met.get(key, {}), found)
            for lost in sorted(self.told - told - self._told_without(key)):
                found.setdefault(f"nobody can tell any more: {' '.join(lost)}", ())
        return found

    def reason(self, library: Library) -> str:
        """Why a change that breaks no promise does no harm, in words."""
        said = [
            reason
            for key, step in library.steps.items()
            if step != self.before.steps[key]
            for reason in self._reasons(key, step)
        ]
        return "; ".join(sorted(set(said))) or "nobody ever sees a difference"

    def _reasons(self, key: str, now: Step) -> Iterator[str]:
        was = self.before.steps[key]
        if isinstance(was, Question) and isinstance(now, Question):
            yield from self._of_answers(was, now)
        elif isinstance(was, Ending) and isinstance(now, Ending):
            for here in self.met.get(key, {}):
                facts = dict(here.facts)
                yield from _of_help(was, now, facts)
            if was.urgency != now.urgency:
                yield f"as urgent as {now.urgency}, which no promise forbids here"

    def _of_answers(self, was: Question, now: Question) -> Iterator[str]:
        for option in was.options:
            same = now.option(option.id)
            if same is None:
                yield "what the answer means can be told by another answer"
                continue
            if same.means != option.means:
                yield "what the answer recorded changes nothing that anyone is promised"
            for here in self.met.get(was.id, {}):
                before, after = (
                    facts_after(option, dict(here.facts)),
                    facts_after(same, dict(here.facts)),
                )
                if next_step(option.to, before) != next_step(same.to, after):
                    yield "the answer leads elsewhere, and every promise is kept there too"

    def _told_without(self, step_id: str) -> set[Told]:
        """What can be told by people who never come to a step."""
        if step_id not in self._told_elsewhere:
            told: set[Told] = set()
            seen, waiting = {self._begin}, [self._begin]
            while waiting:
                place = self._places[waiting.pop()]
                if place.step == step_id:
                    continue
                told |= place.told
                new = [there for there in place.ways if there not in seen]
                seen.update(new)
                waiting += new
            self._told_elsewhere[step_id] = told
        return self._told_elsewhere[step_id]

    def _note(self, here: _At, place: _Place, answers: Answers) -> None:
        """Keep a place of the library as it was."""
        self._places[here] = place
        self.met.setdefault(place.step, {})[here._replace(step=place.step)] = answers

    def _walk(
        self,
        library: Library,
        begin: dict[_At, Answers],
        found: dict[str, Answers],
        note: Callable[[_At, _Place, Answers], None] | None = None,
    ) -> set[Told]:
        """Walk on from some places; gives what can be told that way, and notes promises broken."""
        seen = set(begin)
        waiting = list(begin.items())
        told: set[Told] = set()
        while waiting:
            here, answers = waiting.pop()
            facts, meant = dict(here.facts), dict(here.meant)
            step = skip_messages(library, here.step, facts)
            ways: list[_At] = []
            told_here = {_told(meant)} if isinstance(step, Ending) else set()
            if isinstance(step, Ending):
                promises = _of_ending(step, facts, meant, here.said_sexual)
            elif here.asked >= MOST_QUESTIONS:
                promises = iter(["at most seven questions"])
            else:
                promises = _of_question(library, step)
                options = list(library.options(step))
                ways = [self._answer(here, step, option, facts, meant) for option in options]
                for option, there in zip(options, ways, strict=True):
                    if there not in seen:
                        seen.add(there)
                        waiting.append((there, (*answers, option.id)))
            for promise in promises:
                found.setdefault(promise, answers)
            told |= told_here
            if note is not None:
                note(here, _Place(step.id, told_here, ways), answers)
        return told

    def _answer(
        self, here: _At, question: Question, option: Option, facts: Facts, meant: Facts
    ) -> _At:
        """Where an answer leads. What is meant by it is what it meant before."""
        was = self.before.steps[question.id]
        assert isinstance(was, Question)
        as_it_was = next((one for one in was.options if one.id == option.id), option)
        after = facts_after(option, facts)
        return _At(
            next_step(option.to, after),
            _frozen(after),
            _frozen(facts_after(as_it_was, meant)),
            here.said_sexual or option.id == "sexual",
            here.asked + 1,
        )


def _of_help(was: Ending, now: Ending, facts: Facts) -> Iterator[str]:
    """What one person sees changed at an ending."""
    before = [shown.contact for shown in was.shown(facts)]
    after = [shown.contact for shown in now.shown(facts)]
    if lost := set(before) - set(after):
        yield f"further help that is promised to nobody here is left out: {', '.join(sorted(lost))}"
    if more := set(after) - set(before):
        yield f"further help is added: {', '.join(sorted(more))}"
    if not lost and not more and before != after:
        yield "further help stands in another order"
    if _said(was, facts) - _said(now, facts):
        lines = _said(was, facts) - _said(now, facts)
        kept = " (999 itself stays on every screen)" if any("999" in one for one in lines) else ""
        yield f"a further line is left out: {', '.join(sorted(lines))}{kept}"


def _said(ending: Ending, facts: Facts) -> set[str]:
    """What is said first, in view below, or under a heading together with whom it speaks of."""
    lines = [*ending.before, *ending.keep_in_mind]
    lines += [line for more in ending.more if holds(more.when, facts) for line in more.say]
    return {line.statement for line in lines if holds(line.when, facts)}


def _frozen(facts: Facts) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(facts.items()))


def _told(meant: Facts) -> Told:
    """What someone has told: who they are, the age, the worry, and whether it is danger now."""
    who, danger = meant.get("who", "-"), meant.get("danger", "-")
    age = "-" if who == "adult-self" else meant.get("age", "-")
    concern = meant.get("concern", "-")
    if danger == "now" and concern not in ("threats", "live-abuse"):
        concern = "-"  # danger can be said at any time, whatever was said before
    nation = meant.get("nation", "-") if danger != "now" else "-"
    return (who, age, concern, nation, "now" if danger == "now" else "-")


def _of_every_screen(library: Library) -> Iterator[str]:
    if library.help != ("emergency", "childline", "trusted-adult", "ceop"):
        yield "help on every screen"
    if library.contacts["childline"].phone != "0800 1111":
        yield "the number of Childline"
    if library.contacts["emergency"].phone != "999":
        yield "the number for emergencies"
    if library.contacts["ceop"].link != "https://www.ceop.police.uk/safety-centre":
        yield "the link to CEOP"


def _of_question(library: Library, question: Question) -> Iterator[str]:
    offered = {option.id for option in library.options(question)}
    if not {"not-sure", "rather-not-say"} <= offered:
        yield "not sure and rather not say are answers everywhere"
    now = [option for option in question.options if ("danger", "now") in option.means]
    if question.id.endswith("danger") and not now:
        yield "whoever is asked about danger can say yes"
    if "danger" not in offered:
        yield "danger can be said at any time"


def _of_ending(ending: Ending, facts: Facts, meant: Facts, said_sexual: bool) -> Iterator[str]:
    groups: dict[int, list[str]] = {}
    for shown in ending.shown(facts):
        groups.setdefault(shown.group, []).append(shown.contact)
    ranks = list(groups.values())
    everyone = [contact for rank in ranks for contact in rank]
    first = ranks[0] if ranks else []
    said = _said(ending, facts)
    if not everyone:
        yield "every ending has a person"
    if "ceop" in everyone and "ceop-in-short" not in said:
        yield "what CEOP is, is said before"
    if "ceop" in everyone and not said & NOT_YOUR_FAULT:
        yield "that it is not their fault is said before CEOP"
    if meant.get("concern") in NOT_KNOWN and "not-your-fault" in said:
        yield "where nothing is known nothing is taken as having happened"
    if meant.get("danger") == "now":
        if everyone != ["emergency"] or ending.urgency != "emergency":
            yield "danger is 999 and nothing else"
        return
    if ending.urgency == "emergency":
        yield "an emergency is only what is one"
    if meant.get("danger") == "unsure" and "emergency" not in everyone:
        yield "perhaps in danger keeps 999"
    yield from _by_person(meant, everyone, first, said, ending)
    yield from _by_concern(meant, everyone, first, said, said_sexual)
    if meant.get("who") in YOUNG:
        yield from _by_worry_of_its_own(meant, everyone, said)


def _by_person(
    meant: Facts, everyone: list[str], first: list[str], said: set[str], ending: Ending
) -> Iterator[str]:
    who, age = meant.get("who", ""), meant.get("age", "")
    if who in YOUNG:
        if "childline" not in everyone or "trusted-adult" not in everyone:
            yield "young people keep Childline and a trusted adult"
        if age == "under-11":
            if first != ["trusted-adult"] or ending.urgency != "tell":
                yield "under 11 a trusted adult first"
            if "ceop" in everyone and "any-age-may-report" not in said:
                yield "under 11 they may report, and an adult helps"
        if {"stop-it-now", "napac", "safeguarding-lead"} & set(everyone):
            yield "young people are not sent to services for adults"
    sexual_under_18 = age != "18-plus" and meant.get("concern") in SEXUAL
    if who == "professional" and sexual_under_18 and "safeguarding-lead" not in first:
        yield "professionals tell their lead"
    if who == "professional" and sexual_under_18 and "lead-today" not in said:
        yield "professionals act today"
    about_a_child = who in OLDER and age != "18-plus"
    harmed = about_a_child and meant.get("concern") in CHILDRENS_SERVICES
    if harmed and "social-services" not in everyone:
        yield "an adult who tells of harm to a child sees children's services"
    if age == "18-plus" and "ceop" in everyone:
        yield "from 18 never CEOP"


def _by_worry_of_its_own(meant: Facts, everyone: list[str], said: set[str]) -> Iterator[str]:
    """What young people and friends are promised of the worries with people of their own."""
    concern, age = meant.get("concern", ""), meant.get("age", "")
    if concern in YOUNG_WARNED and YOUNG_WARNED[concern] not in said:
        yield f"{concern}: its own warning first"
    if lost := set(YOUNG_HELPED.get(concern, ())) - set(everyone):
        yield f"{concern}: {', '.join(sorted(lost))}"
    if concern in YOUNG_TO_CEOP and age != "18-plus" and "ceop" not in everyone:
        yield f"{concern}: CEOP under 18"
    alone = (YOUNG_WARNED.keys() | {"made-up-nudes", "is-this-okay"}) - set(YOUNG_TO_CEOP)
    if concern in alone and "ceop" in everyone:
        yield "worries that are not sexual never CEOP"
    if concern == "own-sexual-behaviour" and said & NOT_YOUR_FAULT:
        yield "what one did is not excused"
    if concern == "made-up-nudes" and age != "18-plus" and "report-remove" not in everyone:
        yield "made-up nudes: Report Remove"


def _by_concern(
    meant: Facts, everyone: list[str], first: list[str], said: set[str], said_sexual: bool
) -> Iterator[str]:
    who, age, concern = meant.get("who", ""), meant.get("age", ""), meant.get("concern", "")
    under_18 = age in ("under-11", "11-17", "unknown")
    young_from_11 = who in YOUNG and age in ("11-17", "unknown")
    about_child = who in YOUNG + OLDER
    ceop_wanted = concern in SEXUAL | {
        "nude-of-me",
        "nude-of-someone",
        "sexual-harassment-school",
        "met-online-wants-to-meet",
        "unsure",
        "not-said",
    }
    if under_18 and about_child and (ceop_wanted or said_sexual) and "ceop" not in everyone:
        yield "sexual harm under 18, and not being sure, reaches CEOP"
    if concern in SEXUAL and young_from_11 and "ceop" not in first:
        yield "sexual harm of a young person: CEOP first"
    if concern in OTHER | {"illegal-images"} and "ceop" in everyone:
        yield "other worries never CEOP"
    if concern in SEXUAL and age == "18-plus" and "police-101" not in everyone:
        yield "from 18 the police"
    if concern == "sexual-in-person" and under_18 and "police-101" not in everyone:
        yield "in person: the police too"
    if concern == "blackmail" and under_18 and "report-remove" not in everyone:
        yield "blackmail: Report Remove too"
    unshared = said & {"do-not-share", "report-remove-only"}
    if concern in PICTURES and age != "18-plus" and not unshared:
        yield "pictures are not to be shared"
    alive = "blackmail-life-first" in said and {"papyrus", "emergency"} <= set(everyone)
    if concern == "blackmail" and who in YOUNG and not alive:
        yield "blackmail: first the life of the one who is blackmailed"
    if concern == "own-behaviour" and said & NOT_YOUR_FAULT:
        yield "what one did is not excused"
    if concern == "picture-from-adult" and under_18 and not {"ceop", "police-101"} <= set(everyone):
        yield "a picture of an adult: CEOP and the police"
    if concern in ("nude-of-someone", "illegal-images") and "iwf" not in everyone:
        yield "pictures of others: the IWF"
    if concern == "bullying" and "childline" not in everyone:
        yield "bullying shows Childline"
    if young_from_11 and concern in FIRST and FIRST[concern] not in first:
        yield f"{concern}: {FIRST[concern]} first"
    wanted = FIRST_FOR_ADULTS.get(concern, ()) if who in (*OLDER, "adult-self") else ()
    if wanted and not set(wanted) & set(first):
        yield f"an adult, {concern}: {' or '.join(wanted)} first"
    yield from _by_worry_of_adults(who, age, concern, set(everyone), said)
    if concern == "threats" and "police-101" not in everyone:
        yield "threats: the police"
    if concern == "self-harm" and "life-call-999" not in said:
        yield "self-harm: when to call 999"


def _by_worry_of_adults(
    who: str, age: str, concern: str, everyone: set[str], said: set[str]
) -> Iterator[str]:
    """The worries that have a warning of their own, where an adult tells them."""
    if who not in (*OLDER, "adult-self") or concern not in OF_ADULTS:
        return
    first_said, shown = OF_ADULTS[concern]
    if first_said and first_said not in said:
        yield f"{concern}: its warning"
    if not set(shown.split()) <= everyone:
        yield f"{concern}: {shown}"
    about_a_child = who in OLDER and age in ("under-11", "11-17", "unknown")
    wanted = about_a_child and concern not in SHOWS_NO_CHILDRENS_SERVICES
    if wanted and "social-services" not in everyone:
        yield f"{concern}: children's services"
    if about_a_child and who == "professional" and "lead-today" not in said:
        yield f"{concern}: the lead today"
