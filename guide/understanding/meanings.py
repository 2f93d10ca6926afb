"""What a library can be told, by names: `concern=bullying`, `topic=is-it-private`; and the phrases.

A name is a fact and its value, or `option=` and an answer's id where it records no fact.
"""

from collections.abc import Iterator, Mapping

from guide.flow.model import Fact, Library, Option, Question

DANGER = "danger=now"
"""What is a sign of danger: said anywhere, it comes before all else."""
CONCERN = "concern="
"""How the names begin of what can be the matter."""
TOPIC = "topic="
"""How the names begin of what can be opened on the way."""
_NONE = ("none", "neither")
"""The ids of answers that say "None of these"."""
FEW = 3
"""Answers of so few words may need their question to be understood: "Yes", "None of these"."""

LocalePhrases = Mapping[str, tuple[str, ...]]
"""A translator's phrases by what they mean: `step.answer`, a topic's id, or `danger`."""


def keys(option: Option) -> list[str]:
    """What a sign of this answer is a sign of: the facts it records, or the answer by its id."""
    facts = [f"{fact}={value}" for fact, value in option.means]
    if DANGER in facts:  # it comes before all else that an answer records
        return [DANGER]
    concerns = [fact for fact in facts if fact.startswith("concern=")]
    return concerns or facts[:1] or [f"option={option.id}"]


def answers(library: Library) -> Iterator[tuple[Question, Option]]:
    """Every answer with its question."""
    for step in library.steps.values():
        if isinstance(step, Question):
            for option in step.options:
                yield step, option


def words_of(option: Option) -> tuple[str, ...]:
    """What people type for an answer, and its own words."""
    return (*option.also, *(variant.text.source for variant in option.say))


def common(library: Library) -> frozenset[str]:
    """The ids of answers that most questions have ("not sure"): they say nothing elsewhere."""
    counted: dict[str, int] = {}
    questions = set()
    for question, option in answers(library):
        questions.add(question.id)
        counted[option.id] = counted.get(option.id, 0) + 1
    # Of one or two questions nothing can be told to be common.
    return frozenset(name for name, times in counted.items() if times > len(questions) / 2 > 1)


def led_to(library: Library) -> dict[str, str]:
    """Concerns that a question records where nobody can say them, by the answer that leads to it.

    "They want to meet me" records nothing yet: the question after it asks first whether they are on
    their way, and its "None of these" records the concern.
    """
    shared = common(library)
    leads: dict[str, str] = {}
    for _, option in answers(library):
        for route in option.to if not option.means else ():
            closer = library.steps[route.to]
            if isinstance(closer, Question):
                for key in _unsaid(closer, shared):
                    leads.setdefault(key, f"option={option.id}")
    return leads


def _unsaid(question: Question, shared: frozenset[str]) -> set[str]:
    """The concerns that only answers record which say nothing by themselves, or say danger."""
    by_themselves: set[str] = set()
    unsaid: set[str] = set()
    for option in question.options:
        concerns = {f"{fact}={value}" for fact, value in option.means if f"{fact}=" == CONCERN}
        dumb = option.id in (*shared, *_NONE) or keys(option) == [DANGER]
        (unsaid if dumb else by_themselves).update(concerns)
    return unsaid - by_themselves


def things(library: Library) -> set[str]:
    """Everything a sign can be a sign of in this library; signs of other things are no use here."""
    all_things = {DANGER, *(f"topic={name}" for name in library.topics)}
    for _, option in answers(library):
        all_things |= {f"option={option.id}", *keys(option)}
    return all_things


def flow_phrases(library: Library, shared: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Every phrase of the flows, with what it is a sign of. `shared` are the common ids."""
    for _, option in answers(library):
        # Phrases for "yes, in danger" answer a closed question; elsewhere they say little.
        if option.id not in shared and keys(option) != [DANGER]:
            for phrase in words_of(option):
                for key in keys(option):
                    yield key, phrase
    for option in library.always:
        for phrase in words_of(option):
            for key in keys(option):
                yield key, phrase
    for topic in library.topics.values():
        for phrase in (*topic.also, *(variant.text.source for variant in topic.ask)):
            yield f"topic={topic.id}", phrase


def translated(
    library: Library, own: LocalePhrases, shared: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """A translator's phrases with what they are a sign of; what means nothing here is left out.

    The common answers are heard as such where they are asked. "Yes" to whether there is danger is
    left out as well: said elsewhere it is no danger.
    """
    for key, listed in own.items():
        option = answer_called(library, key)
        if option is not None:
            of = keys(option)[0]
            if option.id in shared or (of == DANGER and not _lists_dangers(library, key)):
                continue
        elif key in library.topics:
            of = f"topic={key}"
        elif key == "danger":
            of = DANGER
        else:
            continue
        for phrase in listed:
            yield of, phrase


def _lists_dangers(library: Library, key: str) -> bool:
    """Whether the question of an answer has several that are danger, so that each says which."""
    question = library.steps[key.partition(".")[0]]
    assert isinstance(question, Question)
    return sum(keys(option) == [DANGER] for option in question.options) > 1


def says_something(option: Option, facts: Mapping[str, Fact]) -> bool:
    """Whether the words of an answer are more than a "Yes" or a "None of these".

    Fewer words say enough where what they record has a sentence to be said back.
    """
    said_back = (sentence.value for fact, _ in option.means for sentence in facts[fact].said_back)
    few = 1 if {value for _, value in option.means}.intersection(said_back) else FEW
    return any(len(variant.text.source.split()) > few for variant in option.say)


def answer_called(library: Library, key: str) -> Option | None:
    """The answer that `step.option` names; None where there is none."""
    step, _, name = key.partition(".")
    question = library.steps.get(step)
    return question.option(name) if isinstance(question, Question) else None


def by_answer(library: Library, own: LocalePhrases) -> Iterator[tuple[str, str]]:
    """Every phrase with the answer it stands beside, as step.option, or topic=ID for a topic."""
    for question, option in answers(library):
        for phrase in words_of(option):
            yield f"{question.id}.{option.id}", phrase
    for topic in library.topics.values():
        for phrase in (*topic.also, *(variant.text.source for variant in topic.ask)):
            yield f"{TOPIC}{topic.id}", phrase
    for key, listed in own.items():
        if key in library.topics or answer_called(library, key) is not None:
            address = f"{TOPIC}{key}" if key in library.topics else key
            for phrase in listed:
                yield address, phrase


def hearing_source(library: Library) -> str:
    """All of a library that hearing is made from, in one text."""
    parts = [
        f"{question.id}.{option.id} {option.means} {words_of(option)}"
        for question, option in answers(library)
    ]
    parts += [f"{option.id} {option.means} {words_of(option)}" for option in library.always]
    parts += [
        f"{topic.id} {topic.also} {[variant.text.source for variant in topic.ask]}"
        for topic in library.topics.values()
    ]
    return "\n".join(parts)
