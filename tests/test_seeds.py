"""What the two documents of CEOP ask for, sentence by sentence, and where a person reads it."""

import re
from collections.abc import Iterator

import pytest

from guide.conversation.conversation import Conversation
from guide.flow import walk
from guide.flow.library import load_library
from guide.i18n.words import Words
from tests.support.talking import SHIPPED

LIBRARY = load_library(str(SHIPPED))
TEEN = "young-person no 11-17 sexual asked"
CHILD = "young-person no under-11 sexual asked"
PARENT = "child parent no 11-17 sexual asked"
PROFESSIONAL = "child professional no 11-17 sexual asked"
START = ""

SEEDS: dict[str, list[tuple[str, str, str]]] = {
    "Should I make a report to CEOP?": [
        (START, "should-i-make-a-report", "someone under 18 is pushed, tricked or forced")
    ],
    "What happens when I make a report?": [
        (START, "what-happens-when-i-report", "reads your report")
    ],
    "How can CEOP help me?": [(TEEN, "how-can-ceop-help-me", "make a plan with you")],
    "Every report is read by a Child Protection Adviser.": [
        (PARENT, "", "A Child Protection Advisor reads every report."),
        (TEEN, "", "Someone whose job is to keep children safe reads your report."),
    ],
    "Reports are risk assessed.": [
        (PARENT, "how-can-ceop-help-me", "assess the risk"),
        (TEEN, "what-happens-when-i-report", "depends on the risk they see"),
    ],
    "CEOP is part of law enforcement.": [
        (TEEN, "", "CEOP is part of law enforcement, like the police."),
        (CHILD, "", "They are law enforcement, like the police."),
        (PARENT, "", "CEOP is part of law enforcement."),
    ],
    "Anonymous reports cannot be accepted, as CEOP must make sure the child is safe.": [
        (TEEN, "do-i-have-to-give-my-name", "needs your name, to make sure you are safe"),
        (PARENT, "do-i-have-to-give-my-name", "They must make sure that the child is safe"),
        (CHILD, "", "They need your name to help you."),
    ],
    "Reports are received day and night.": [
        (START, "what-happens-when-i-report", "You can send the form day or night."),
        (TEEN, "", "Send the form day or night."),
    ],
    "Out of office hours the Control Centre sees reports; urgent ones go to the local police.": [
        (TEEN, "", "It passes urgent ones to the local police."),
        (CHILD, "", "If it is urgent they tell the police."),
        (PARENT, "", "the control centre of the National Crime Agency sees reports"),
        (START, "what-happens-when-i-report", "a control centre sees your report"),
    ],
    "In immediate danger, tell the police.": [
        (TEEN, "", "If someone is in danger, call 999. Do not wait for a reply."),
        ("danger", "", "999"),
    ],
    "Under 11: tell a trusted adult, who helps to report to CEOP or the local police.": [
        (CHILD, "", "Tell an adult you trust"),
        (START, "should-i-make-a-report", "they can help you tell CEOP or the police"),
    ],
    "Children of all ages can report.": [(CHILD, "", "Children of every age may tell CEOP.")],
    "Read the advice before you report.": [
        (TEEN, "", "You can read it first."),
        (PARENT, "", "Their page has advice to read before you report"),
        (START, "what-happens-when-i-report", "You can read it first."),
    ],
    "It may be less intimidating than the telephone or face to face.": [
        (TEEN, "what-if-i-cannot-talk-out-loud", "That can be easier than talking.")
    ],
    "Online or in the real world.": [
        ("young-person no 11-17 sexual touched", "", "CEOP Safety Centre"),
        (START, "should-i-make-a-report", "someone you know, or someone you only met online"),
    ],
    "A child, a parent or a professional may report.": [
        (PARENT, "can-i-report-for-a-child", "Any adult can report to CEOP"),
        ("friend no 11-17 sexual asked", "should-i-make-a-report", "You can report for a friend"),
    ],
    "Bullying and other worries do not go to CEOP, but to a trusted adult or Childline.": [
        ("young-person no 11-17 mean bullied", "", "Childline"),
        (
            START,
            "should-i-make-a-report",
            "Bullying, fake accounts and hacking go to someone else.",
        ),
    ],
    "Partners are signposted.": [(TEEN, "", "0800 1111")],
    "In an app: the text CEOP Safety Centre, its address, where there is help.": [
        (TEEN, "", "https://www.ceop.police.uk/safety-centre")
    ],
    "Pressured, forced or tricked into sexual activity of any kind.": [
        (TEEN, "", "pushes, forces or tricks you"),
        (PARENT, "", "pressured, forced or tricked into anything sexual"),
        (START, "should-i-make-a-report", "pushed, tricked or forced into something sexual"),
    ],
    "What can be reported, the process, and what happens if you decide to.": [
        (TEEN, "", "Their page says what you can report, and what happens then.")
    ],
    "Information for children, for parents and carers, and for professionals.": [
        (PARENT, "", "for children, for parents, and for people who work with children"),
        (PROFESSIONAL, "", "for children, for parents, and for people who work with children"),
    ],
    "Professionals let children know that they can report.": [
        (
            PROFESSIONAL,
            "",
            "Let children know that they can report to CEOP themselves, at any age.",
        ),
        (PROFESSIONAL, "can-i-report-for-a-child", "Let children know that they can report"),
    ],
    "For services in the UK.": [(START, "", "A computer program for the UK")],
    "Not associated with, endorsed by or vetted by CEOP.": [
        (START, "", "not CEOP, not the police. Neither checks it.")
    ],
}
"""Each sentence of the leaflet of 2020 and the guide of 2017 that asks to say something, and
where it is: the answers that lead there, the topic opened there (or none), and the words."""

DROPPED = {
    "BeatBullying": "it closed in 2014",
    "x.gsi.gov.uk": "an address that is no more",
    "cyberbullying": "CEOP's later pages refuse it, and bullying goes to Childline",
}
"""Words of theirs that the guide never says, each with the reason."""
TEXTS = [text.source for text in walk.texts(LIBRARY)]


def told(answers: str, topic: str) -> str:
    """All that is read at the end of these answers, or in a topic opened there.

    What is asked after them is answered with "not sure".
    """
    talk = Conversation(LIBRARY, Words(LIBRARY.contacts))
    events = talk.again()
    for answer in answers.split():
        events = talk.choose(answer)
    while answers and not talk.finished:
        events = talk.choose("not-sure")
    return " ".join(" ".join(_strings(talk.topic(topic) if topic else events)).split())


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value.replace("\u00a0", " ")
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_seed_asks_for_is_said(seed: str) -> None:
    missing = [row for row in SEEDS[seed] if row[2] not in told(row[0], row[1])]

    assert [] == missing


@pytest.mark.parametrize("words", DROPPED)
def test_what_no_longer_holds_is_said_nowhere(words: str) -> None:
    assert [] == [text for text in TEXTS if words.lower() in text.lower()]


def test_the_nspcc_is_never_offered_by_email() -> None:
    """An e-mail may not be received out of hours: whoever wrote one would believe it was."""
    advised = re.compile(r"\b(?:e-?mail|write to)\b[^.]*\bNSPCC|NSPCC[^.]*\be-?mail", re.IGNORECASE)

    assert "" == LIBRARY.contacts["nspcc-helpline"].email
    assert [] == [text for text in TEXTS if advised.search(text)]
