"""The rules of the stories: each finds the mutant of a story made to break it, and nothing else."""

import re
from pathlib import Path

import pytest

from guide.practice.check import story_advice, story_problems
from guide.practice.craft import CRAFT
from guide.practice.rules import RULES, faults_against, moves_of, wordings_of
from guide.practice.scenario import KINDS, ScenarioCase, shuffled
from guide.practice.wording import (
    contradiction,
    fillers,
    help_comes,
    may_mean_suicide,
    name_of_somebody,
    names_the_lead,
)
from guide.project import Project
from tests.support.practising import MAIN, folder
from tests.support.story_mutants import story_mutants
from tests.support.talking import SHIPPED

STORY = """\
scenario: bus
title: On the bus
note: Bullying on a bus.
you: youth-worker
person: A 12-year-old.
setting: On the bus.
facts: {who: young-person, danger: "no", age: 11-17, concern: bullying}
answers: {worry: mean}
ending: talk-to-childline
says: They laugh.
tells: concern
closed: Nothing.
listen:
  first:
    hear:
      kind: open-invitation
      say: I would like to hear about it, whatever it is.
      reply: They took my satchel. Every day now.
      because: It left the words to them.
      tells: bag
    which:
      kind: stacked
      say: Who laughs? Where do they sit?
      reply: Nobody.
      because: Two questions.
    blame:
      kind: blame
      say: You should have sat with the others at the front, as I said last week and before.
      reply: Okay.
      because: It was blame.
  now:
    safe:
      kind: safety-check
      say: Is anyone taking your satchel now?
      reply: No. Twelve, by the way.
      because: One plain question.
      tells: [danger, age]
      needs: bag
    small:
      kind: making-small
      say: Bags come back, they always do in the end.
      reply: Sure.
      because: It made it small.
  next:
    lead:
      kind: honesty
      say: I tell our lead today.
      reply: Okay.
      because: They know who will know.
    keep:
      kind: secrecy
      say: This stays here.
      reply: Okay.
      because: It cannot be kept.
wrong: {report-to-ceop: They would have waited.}
learning: [{say: Bullying is not for CEOP., source: user-guide-2017}]
talk: [What now?]
"""

_SHARES = 6
"""The stories are mutated in so many tests, each a share of them, so that they run side by side."""

MUTANTS = {
    "caution is no error": ("wrong: {report-to-ceop:", "wrong: {call-999:"),
    "talk of suicide is danger": ("Every day now.", "I want to kill myself."),
    "talk of suicide is prepared": (
        "Is anyone taking your satchel now?",
        "Do you think of suicide?",
    ),
    "every point has a source from outside": ("source: user-guide-2017", "source: kind-words"),
    "no number, no link, no child as a thing, plain English": (
        "I tell our lead today.",
        "I tell our lead today. Ring 0800 1111.",
    ),
    "nobody is called by a name": ("They took my satchel.", "Then Emily took my bag."),
    "what is reflected back was said": (
        "kind: open-invitation\n      say: I would like to hear about it, whatever it is.",
        "kind: reflecting-back\n      say: That must have been hard.",
    ),
    "a bad line is not rewarded": (
        "reply: Nobody.",
        "reply: My cousin took pictures in the cellar.",
    ),
    "what was not told is not given away": (
        "because: It made it small.",
        "because: It made it small. The presents stay unsaid.",
    ),
    "something good can be said on every way": ("tells: bag", "tells: concern"),
    "in danger 999 comes first": ('danger: "no"', "danger: now"),
    "what was lost stays lost": ("reply: Nobody.", "reply: They took my satchel. Every day now."),
    "what a line takes up, it needs": ("needs: bag", "needs: concern"),
    "no bad line is filled up": (
        "Where do they sit?",
        f"Where do they sit? {'I would have to know that first. ' * 5}",
    ),
    "the kind fits the words": ("Is anyone taking your satchel now?", "You are safe, aren't you?"),
    "nothing is put into their mouth": (
        "whatever it is.",
        "whatever it is. He will not get the picture.",
    ),
    "no habit wins": ("say: Bags come back, they always do in the end.", "say: Bags."),
    "a fact has a source": ("I tell our lead today.", "It's a crime. I tell our lead today."),
    "they are told who will know": ("I tell our lead today.", "I tell somebody today."),
}
"""For each rule, the smallest change to a sound story that breaks it."""


def against(text: str, into: Path) -> dict[str, list[str]]:
    """By the rule: what is found against it."""
    project = Project(str(folder(into, SHIPPED, bus=text)))
    (story,) = project.stories.scenarios
    return {
        rule.name: faults
        for rule in (*RULES, *CRAFT)
        if (faults := [str(f) for f in faults_against((rule,), story, project.library)])
    }


def test_a_sound_story_keeps_every_rule(tmp_path: Path) -> None:
    """Nothing is found in it, and nothing is left to mend."""
    project = Project(str(folder(tmp_path, SHIPPED, bus=STORY)))

    assert [] == story_problems(project)
    assert [] == story_advice(project)


def test_every_rule_has_a_mutant() -> None:
    """A rule that nothing breaks could be no rule."""
    assert set(MUTANTS) == {rule.name for rule in (*RULES, *CRAFT)}


@pytest.mark.parametrize("rule", MUTANTS)
def test_a_story_that_breaks_a_rule_is_found_by_it(rule: str, tmp_path: Path) -> None:
    """With its line and what to do."""
    old, new = MUTANTS[rule]
    assert old in STORY
    findings = against(STORY.replace(old, new), tmp_path)

    assert rule in findings
    assert all(re.match(r"practice/bus\.yaml:\d+: .+\. .+", line) for line in findings[rule])


OTHER_MUTANTS = {
    "a needs that is never told": ("needs: bag", "needs: coat", "something good can be said"),
    "a longer bad line that is no better": (
        "say: This stays here.",
        "say: This stays here, and nobody else will ever have to hear of it at all.",
        "no habit wins",
    ),
    "good and bad words swapped": (
        "say: Is anyone taking your satchel now?",
        "say: You should have told me.",
        "the kind fits the words",
    ),
    "two questions in one": ("your satchel now?", "your satchel now? And where?", "the kind fits"),
    "a gang of which nobody told": (
        "whatever it is.",
        "whatever it is, and of the gang.",
        "nothing is put into their mouth",
    ),
    "a knife that a plain question takes as known": (
        "Is anyone taking your satchel now?",
        "Has anyone brought the knife?",
        "nothing is put into their mouth",
    ),
    "a link": ("whatever it is.", "whatever it is. See www.example.com", "no number, no link"),
    "a child that is it": ("It made it small.", "I think it was frightened.", "no number"),
    "a slip of English": ("It was blame.", "So one asks oneself.", "no number"),
}


@pytest.mark.parametrize("name", OTHER_MUTANTS)
def test_other_mutants_are_found_too(name: str, tmp_path: Path) -> None:
    """Each by a named rule."""
    old, new, rule = OTHER_MUTANTS[name]
    assert old in STORY

    assert [] != [
        found for found in against(STORY.replace(old, new), tmp_path) if found.startswith(rule)
    ]


SHOWN = "asks to be shown what nobody has to show"
DELETED = "has something deleted that may show who did it"


@pytest.mark.parametrize(
    ("kind", "words", "wanted"),
    [
        ("open-invitation", "Tell me what happened.", ""),
        ("open-invitation", "Can you tell me what he did?", "can be answered with yes or no"),
        ("open-invitation", "Nice weather.", "invites to nothing"),
        ("safety-check", "Is anyone in danger now?", ""),
        ("safety-check", "Are you safe here or at home?", "holds the answers to choose from"),
        (
            "safety-check",
            "You are under 18, right?",
            "ends in a tag that tells them what to answer",
        ),
        ("safety-check", "I see.", "asks nothing"),
        ("reassurance", "I have time.", ""),
        ("reassurance", "I have time. Is it school?", "asks a question"),
        ("reflecting-back", "Everything is grey, you say.", ""),
        ("honesty", "I can't promise that, I will tell our lead.", ""),
        ("honesty", "I promise, it stays between us.", "promises to keep a secret"),
        ("reassurance", "Why did you go there?", "asks why"),
        ("safety-check", "Are you safe here, and are you eating?", "is two questions in one"),
        ("open-invitation", "What happened and since when?", "is two questions in one"),
        ("open-invitation", "You don't have to tell me.", "invites to nothing"),
        ("reassurance", "It will never leave this bus.", "promises to keep a secret"),
        ("honesty", "I tell our lead. Show me the picture.", SHOWN),
        ("honesty", "I tell our lead. I will not ask you to show it.", ""),
        ("honesty", "I tell our lead. Delete the messages.", DELETED),
        ("honesty", "I tell our lead. Please don't delete it.", ""),
        ("why", "You went there.", "asks no why"),
        ("stacked", "Who was it?", "is one question"),
        ("option-posing", "Was it at home?", "offers nothing to choose from"),
        ("leading", "That was bad.", "asks nothing that leads"),
        ("leading", "Why did you go?", "sounds like why"),
        # care that is no care
        ("reassurance", "You must have known that.", "blames"),
        ("reassurance", "How could they? You should not have gone.", "asks why"),
        ("reassurance", "It could have been worse.", "makes it small"),
        ("reassurance", "I'll say nothing.", "promises to keep a secret"),
        ("honesty", "You have my word, it ends today.", "promises to keep a secret"),
        ("honesty", "I cannot keep that to myself. I tell our lead.", ""),
        ("reflecting-back", "I have time for you.", "speaks of you, and not of what they said"),
        ("reflecting-back", "I'm glad you came.", "speaks of you, and not of what they said"),
        ("reflecting-back", "You sit on the stairs, because somebody has to.", ""),
        # an unhelpful kind that is called another
        ("why", "I promise you that it ends.", "sounds like promise"),
        ("why", "You should have told me.", "sounds like blame"),
        ("why", "Why didn't you tell me? You know better.", ""),
        ("promise", "You should have told me.", "sounds like blame"),
        ("promise", "I'll see to it that it ends.", ""),
        ("promise", "Ring me at any hour.", ""),
        ("blame", "I won't tell a soul.", "sounds like secrecy"),
        ("blame", "I promise that you will be safe.", "sounds like promise"),
        ("blame", "Why did you go there?", "sounds like why"),
        ("blame", "Fresh air!", "blames nobody"),
        ("blame", "How could you let that happen?", ""),
        ("blame", "What were you wearing?", ""),
        ("secrecy", "You should have told me.", "sounds like blame"),
        ("secrecy", "Chin up!", "sounds like making-small"),
        ("secrecy", "Fresh air!", "keeps nothing quiet"),
        ("secrecy", "Nobody needs to know, I promise.", ""),
        ("secrecy", "I'll drive you, and say nothing.", ""),
        ("making-small", "Give me that phone.", "sounds like taking-over"),
        ("making-small", "It stays between us.", "sounds like secrecy"),
        ("making-small", "It's only a game.", ""),
        ("making-small", "A phase!", ""),
        ("doubting", "I'll ring them now.", "sounds like taking-over"),
        ("doubting", "Fresh air!", "doubts nothing"),
        ("doubting", "They'll have asked.", ""),
        ("doubting", "Are you sure?", ""),
        ("pressing", "Boys are like that.", "asks for nothing"),
        ("promise", "Fresh air!", "promises nothing"),
        ("pressing", "You should have told me what they said, names and all.", "sounds like blame"),
        ("pressing", "I need the names.", ""),
        ("taking-over", "All couples row.", "takes nothing over"),
        ("taking-over", "You know better, and I'll ring home.", ""),
        ("taking-over", "Say nothing yet. I'll talk to him.", ""),
        ("rushing", "Fresh air!", "rushes nothing"),
        ("rushing", "I'm ringing the club now.", ""),
    ],
)
def test_a_kind_that_the_words_contradict_is_found(kind: str, words: str, wanted: str) -> None:
    """Whatever the author calls it."""
    assert wanted == contradiction(kind, words)


def test_an_unhelpful_kind_that_is_called_another_is_mostly_found() -> None:
    """Of all the unhelpful lines of the stories under each other name; their own is never one."""
    kinds = [kind for kind, opens in KINDS.items() if opens < 0]
    lines = [
        (move.kind, tuple(wordings_of(move.say)))
        for story in MAIN
        for move in moves_of(story.scenario)
        if move.opens < 0
    ]
    renamed = [(kind, words) for own, words in lines for kind in kinds if kind != own]
    caught = [pair for pair in renamed if any(contradiction(pair[0], each) for each in pair[1])]

    assert [] == [(k, words) for k, words in lines if any(contradiction(k, w) for w in words)]
    assert len(caught) > 0.7 * len(renamed)


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("I thought about just not being here for it.", True),
        ("I want to die.", True),
        ("I'd kill myself.", True),
        ("It's not about dying.", False),
        ("No. I'd never kill myself.", False),
        ("My dad will kill me.", False),
        ("You would not be here if it did not bother you.", False),
    ],
)
def test_suicidal_words_are_told_from_a_denial(words: str, means: bool) -> None:
    """Careful where it is open, and no false alarm at a figure of speech."""
    assert means == may_mean_suicide(words)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("I tell our lead tonight.", True),
        ("I won't look at it, and I'll tell our lead now.", True),
        ("I won't tell our lead.", False),
        ("I might tell our lead.", False),
        ("I'll tell our lead next month.", False),
        ("I'll tell a friend of mine.", False),
    ],
)
def test_a_lead_who_is_told_is_known_from_one_who_is_not(words: str, told: bool) -> None:
    """The word alone is no promise to tell them."""
    assert told == names_the_lead(words)


@pytest.mark.parametrize(
    "words",
    [
        "Well then, just show me your arms.",
        "Right, I'm ringing the club the very minute we arrive.",
        "First love, you know. It's really never easy.",
        "Honestly, nobody at all will remember it.",
    ],
)
def test_words_that_only_make_a_line_longer_are_counted(words: str) -> None:
    """Two of them are no slip of the tongue."""
    assert fillers(words) >= 2


def test_a_bad_line_that_is_filled_up_a_little_is_found(tmp_path: Path) -> None:
    """It need not be the longest."""
    text = STORY.replace("say: This stays here.", "say: Well, this just stays here.")

    assert STORY != text
    assert "no bad line is filled up" in against(text, tmp_path)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Callum is sweet.", "Callum"),
        ("A girl. Aisha, 15, who swims", "Aisha"),
        ("Nobody keeps it.", ""),
        ("Silence is fine.", ""),
        ("Doubt is what closes a door.", ""),
    ],
)
def test_a_name_that_begins_a_sentence_is_found(words: str, name: str) -> None:
    """Any sentence begins with a capital; a name is followed by what people are or do."""
    assert name == name_of_somebody(words, words)


@pytest.mark.parametrize("first", range(_SHARES))
def test_every_mutant_of_the_shipped_stories_is_found(first: int) -> None:
    """A needs dropped, good and bad swapped, a consequence undone, the lead taken out, a line
    lengthened, a tag added: in every story, wherever it can be done, by a named rule."""
    project = Project(str(SHIPPED))
    missed = [
        f"{mutant.kind}: {mutant.where}"
        for story in project.stories.scenarios[first::_SHARES]
        for mutant in story_mutants(story)
        if not any(
            next(rule.faults(mutant.story, project.library), None) for rule in (*CRAFT, *RULES)
        )
    ]

    assert [] == missed


@pytest.mark.parametrize(
    ("words", "comes"),
    [
        ("I can hear the siren.", True),
        ("They are on their way.", True),
        ("All right, I've rung them.", True),
        ("Until six. All right.", False),
        ("And I? What do I do?", False),
    ],
)
def test_help_that_comes_is_told_from_help_that_does_not(words: str, comes: bool) -> None:
    """Nobody hears a siren whom nobody has called."""
    assert comes == help_comes(words)


def test_in_danger_help_does_not_come_by_itself(tmp_path: Path) -> None:
    """A child who says that the police are coming, after a line that called nobody."""
    text = STORY.replace('danger: "no"', "danger: now").replace(
        "reply: Nobody.", "reply: I can hear the siren."
    )

    assert "what was lost stays lost" in against(text, tmp_path)


STILL_LACKING: dict[str, tuple[str, ...]] = {}
"""By the shipped story: the rules of craft it does not keep yet. This list only gets shorter."""


def test_what_the_shipped_stories_still_lack_is_named_here() -> None:
    """Every story keeps every rule, but for these."""
    project = Project(str(SHIPPED))
    lacks = {
        story.id: tuple(
            rule.name
            for rule in CRAFT
            if next(rule.faults(story, project.library), None) is not None
        )
        for story in project.stories.scenarios
    }

    assert STILL_LACKING == {name: rules for name, rules in lacks.items() if rules}


@pytest.mark.parametrize(
    ("habit", "instead"),
    [
        (
            "the most sentences",
            {"your satchel now?": "it now? I ask all.", "our lead today.": "our lead. Today."},
        ),
        (
            "the most commas",
            {
                "your satchel now?": "it, now?",
                "our lead today.": "our lead, today.",
                "back, they": "back and they",
            },
        ),
        (
            "the most questions",
            {
                "I would like to hear about it, whatever it is.": "What is it, whatever it is?",
                "kind: stacked": "kind: rushing",
                "Who laughs? Where do they sit?": "Come, we go there now.",
            },
        ),
        ("the most of you", {"whatever it is.": "whatever you say."}),
    ],
)
def test_a_habit_that_is_right_each_time_is_found(
    habit: str, instead: dict[str, str], tmp_path: Path
) -> None:
    """Whoever counts sentences or commas needs to hear nobody."""
    text = STORY
    for words, others in instead.items():
        text = text.replace(words, others)
    faults = against(text, tmp_path)["no habit wins"]

    assert any(f"always takes {habit} is right" in each for each in faults)


@pytest.mark.parametrize("place", [0, -1], ids=["the first", "the last"])
@pytest.mark.parametrize("story", MAIN, ids=lambda story: story.id)
def test_a_place_in_the_list_is_no_better_than_chance(story: ScenarioCase, place: int) -> None:
    """Whoever always takes it, over a hundred orders no story was written against."""
    seeds = range(1000, 1100)
    turns = story.scenario.listen
    right = sum(
        shuffled(turn, story, seed)[place].opens > 0 for seed in seeds for turn in turns
    ) / len(seeds)
    chance = sum(sum(move.opens > 0 for move in turn.moves) / len(turn.moves) for turn in turns)

    assert right == pytest.approx(chance, abs=0.35)
