"""First words of shame, love, fear and beginning get a warm line and doors; none ends in a loop.

Half of each list was written after the code, to see whether the kind was mended or only the case.
"""

import pytest

from guide.conversation import doors, phrases, warm_lines
from guide.conversation.askback import DOORS, READING
from guide.conversation.events import Contact, Event, Said
from guide.flow.model import Text
from tests.support.hearing import above, asked, shipped
from tests.support.hearing import told as heard
from tests.support.talking import conversation_over

HOME = "It does not feel safe at home, or there is too little care."
TOUCHED = "Someone touched or forced, in a sexual way."
MAYBE_SEXUAL = "It may be something sexual."
YOU = "This is about you."

SHAME = (
    *("i let him do it", "i liked it tho", "i said yes to it", "i didnt say no", "i went back"),
    *("i never said no", "i didnt stop him", "i led him on", "it felt good", "i wanted it"),
    *("i kept going back", "i asked for it", "i shouldnt have gone", "i told him i was 18"),
    # thought of afterwards
    *("i didnt fight him off", "i said it was ok", "i kissed him back", "my body reacted"),
    *("i liked the attention", "everyone says i asked for it", "he said its my fault"),
    *("i couldnt move", "i didnt tell him to stop", "i went to his house", "do i deserve it"),
)
SENT = ("it was me who sent it first", "i sent them", "i sent it first", "i sent some back")
NOT_BELIEVED = (
    *("my mum says im lying", "they say im lying", "my mum called me a liar"),
    *("my dad says im making it up", "they all think im a liar", "she says i made it up"),
)
LOVE = (
    *(
        "hes nice most of the time",
        "my dad said sorry tho",
        "i still love him",
        "hes my friend tho",
    ),
    *("hes not a bad person", "he didnt mean it", "hes been nice to me", "hes my boyfriend tho"),
    # thought of afterwards
    *("shes my mum though", "i dont want to lose her", "shes lovely when shes sober"),
    *("he promised he wont do it again", "he loves me", "he cries after", "i fancy my teacher"),
    *("he bought me flowers after", "my nan is really kind to me"),
)
FEAR_OF_CALLS = (
    *("pls dont call the police", "dont call social services", "please dont call anyone"),
    *("no police", "i dont trust you", "can i trust you", "dont ring my mum"),
    # thought of afterwards
    *("are you going to ring my school", "are u gonna tell my parents", "dont ring social"),
    *("please dont report me", "you gonna grass"),
    *("are you gonna call the police", "i dont want the police", "i dont want the police involved"),
)
FEAR_OF_WHAT_FOLLOWS = (
    *("will social take me", "will they take me away", "is he gonna go to prison"),
    *("will my dad go to prison", "i dont want him to get in trouble", "will i go into care"),
    # thought of afterwards
    *("will they take my little brother", "i dont want my dad arrested", "will he lose his job"),
    *("what will happen to my dad", "can they arrest my brother", "i dont want to be put in care"),
    *("will i have to leave home", "do they take kids away"),
)
MADE_SMALL = (
    *("its not that bad", "it only happened once", "its probably nothing"),
    *("its not a big deal", "others have it worse", "im probably being silly"),
)
BEGINNINGS = (
    *("its to do with pics", "theres this guy", "theres this thing", "so basically", "yes"),
    *("its me again", "dunno", "skip", "rather not say", "none of that", "im in trouble"),
    *("i feel sick", "am i gay", "its complicated", "its about a boy", "its about sex"),
    # thought of afterwards
    "im gay and cant tell my parents",
    *("right so", "so there was this lad at school", "its kinda embarrassing", "i might be trans"),
    *("its to do with my phone", "its about what happened at the party", "🙂", "i messed up"),
)
TAKEN_BACK = (
    *("jk", "stop", "no", "only joking", "i lied", "i never said that", "i made it up"),
    *("go away", "leave me alone", "it was a joke", "im only messing"),
)
GREETINGS = (
    *("heyyy", "hiya", "u there", "helloo?", "hi again", "lol", "k", "?", "...", "testing"),
    *("hiyaa", "yooo", "anyone here", "hahaha", "okkk", "um hi", "wdym", "dear childline"),
    *("Cześć", "dzień dobry", "привіт", "Добрий день", "shwmae", "Bore da", "salam", "سلام"),
    *("just checking this out", "alright, just seeing what this thing does", "im just trying this"),
)


def said(events: tuple[Event, ...]) -> list[str]:
    return [event.text for event in events if isinstance(event, Said)]


SOMEBODY_COMES = (
    *("mum is coming", "my dads coming", "someones coming gtg", "my sister is behind me"),
    *("shh mum is here", "hes watching me", "g2g my mum walked in"),
)
REPORTS = (
    *("i want to report my dad", "how do i report my teacher", "can i report him"),
    *("i wanna report someone to the police", "should i report my uncle"),
)
KINDS = (
    (SOMEBODY_COMES, phrases.HEAR_KEPT, "Someone is in danger now"),
    (REPORTS, phrases.HEAR_HAPPENED, "Should I make a report to CEOP?"),
    (SHAME, phrases.HEAR_FAULT, "Am I to blame?"),
    (SENT, phrases.HEAR_FAULT, "Nudes or pictures"),
    (NOT_BELIEVED, phrases.HEAR_BELIEVE, "Someone was told, and nothing was done."),
    (LOVE, warm_lines.CARE, "Who is safe for me to tell?"),
    (FEAR_OF_CALLS, warm_lines.NOBODY_READS, "Is this private? What do you keep?"),
    (FEAR_OF_WHAT_FOLLOWS, warm_lines.NEXT, "What happens when I make a report?"),
    (MADE_SMALL, warm_lines.SMALL, "It is about wanting to talk to someone."),
    (BEGINNINGS, phrases.HEAR_HAPPENED, "It is about wanting to talk to someone."),
    (TAKEN_BACK, phrases.ASIDE_FINE, "It is about wanting to talk to someone."),
    (GREETINGS, phrases.HEAR_HELLO, "Is this a real person?"),
)
LINES = [(line, warm, door) for lines, warm, door in KINDS for line in lines]


@pytest.mark.parametrize(("line", "warm", "door"), LINES)
def test_first_words_are_met_with_a_warm_line_and_the_nearest_doors(
    line: str, warm: Text, door: str
) -> None:
    """Each door leads on, and so do the choices."""
    talk = conversation_over(shipped())
    told = said(talk.hear(line))
    labels = [choice.label for choice in talk.choices]

    assert [warm.source] == told
    assert door in labels
    assert 4 == len(labels)
    for choice in talk.choices:
        again = heard(line)
        assert again.choose(choice.key)
        assert not again.confirming


@pytest.mark.parametrize("line", [*SHAME, "theres this guy"])
def test_shame_has_a_door_that_leads_to_ceop(line: str) -> None:
    """What somebody let happen may be sexual: that door is one of the three."""
    talk = heard(line)
    key = next(choice.key for choice in talk.choices if MAYBE_SEXUAL == choice.label)
    talk.choose(key)
    for answer in ("young-person", "no", "11-17"):
        talk.choose(answer)

    assert "ceop" in {event.id for event in talk.again() if isinstance(event, Contact)}


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("my friend touched me", [YOU, TOUCHED]),
        ("my mate touched me", [YOU, TOUCHED]),
        ("my friend touched me there", [YOU, TOUCHED]),
        ("my friend touched me and now im sad", [YOU, TOUCHED]),
        ("my best friend groped me", [YOU, TOUCHED]),
        ("i think my teacher fancies me", [YOU, MAYBE_SEXUAL]),
        ("my coach has a crush on me", [YOU, MAYBE_SEXUAL]),
        ("my tutor has a thing for me", [YOU, MAYBE_SEXUAL]),
        ("a man flashed me", [YOU, "Someone showed their private parts."]),
        # what is told beside such words is no first word
        ("i let him touch my bum", [YOU, TOUCHED]),
        ("i went back and he touched me", [YOU, TOUCHED]),
    ],
)
def test_a_disclosure_is_said_back_and_is_no_door(line: str, lines: list[str]) -> None:
    talk = heard(line)

    assert talk.asked_back is not None
    assert READING == talk.asked_back.stage
    assert lines == above(talk)[-len(lines) :]


@pytest.mark.parametrize(
    "line",
    ["my friend touched me on the shoulder", "the song touched me", "nobody touched me"],
)
def test_what_touches_no_body_is_no_disclosure(line: str) -> None:
    talk = heard(line)

    assert TOUCHED not in above(talk)


# -- at "Is that right?"


@pytest.mark.parametrize("line", ["👍", "👍🏽", "👌", "✅"])
def test_a_thumb_up_is_a_yes(line: str) -> None:
    talk, plainly = heard("my dad hits me", line), heard("my dad hits me", "=yes")

    assert (plainly.step, plainly.facts) == (talk.step, talk.facts)


@pytest.mark.parametrize(
    "line",
    [
        "👎",
        "👎🏿",
        "❌",
        "i never said that",
        "thats not what i meant",
        "only joking",
        "you got it wrong",
    ],
)
def test_a_thumb_down_is_a_no(line: str) -> None:
    assert "Which part is not right?" == asked(heard("my dad hits me", line)).text


@pytest.mark.parametrize(
    ("line", "warm"),
    [
        *[(line, warm_lines.SAID_BACK) for line in ("wdym", "?", "what?", "huh", "lol")],
        ("its complicated", phrases.HEAR_HAPPENED),
        ("its not that bad", warm_lines.SMALL),
        ("is he gonna go to prison", warm_lines.NEXT),
        ("dont call the police", warm_lines.NOBODY_READS),
        ("i still love him", warm_lines.CARE),
        ("he said sorry tho", warm_lines.CARE),
        ("but hes my dad", warm_lines.CARE),
    ],
)
def test_what_is_asked_back_stays_asked_with_a_warm_line(line: str, warm: Text) -> None:
    talk = heard("my dad hits me")
    before = above(talk)

    assert [warm.source] == said(talk.hear(line))
    assert before == above(talk)


@pytest.mark.parametrize(
    "line", ["no its my stepdad", "its my stepdad", "no my mum", "no, it was my uncle", "my coach"]
)
def test_who_does_it_is_no_part_that_was_not_right(line: str) -> None:
    """Nobody said back that it was the uncle: what was done stands."""
    talk = heard("my uncle touches me")
    told = said(talk.hear(line))

    assert [phrases.HEAR_THANKS.source] == told
    assert [YOU, TOUCHED] == above(talk)


def test_whom_it_is_about_is_corrected_as_before() -> None:
    talk = heard("my dad hits me", "no its my sister")

    assert "This is about a friend, or another young person." in above(talk)


@pytest.mark.parametrize(
    "line",
    [
        *("phone number", "whats the number", "childlines number please", "is childline free"),
        *("what does calling cost", "how do i call childline", "who can i ring", "childline"),
        *("can i have a number i can text", "does it cost money to call", "help lines"),
    ],
)
def test_who_asks_for_a_number_is_told_the_people_at_once(line: str) -> None:
    talk = conversation_over(shipped())
    told = talk.hear(line)

    assert [phrases.HEAR_PEOPLE.source] == said(told)
    assert {"999", "Childline"} <= {event.name for event in told if isinstance(event, Contact)}


@pytest.mark.parametrize(
    "line", ["he wants my phone number", "i gave him my number", "mum is coming at me with a knife"]
)
def test_a_number_or_a_step_that_is_part_of_a_worry_is_no_such_question(line: str) -> None:
    assert phrases.HEAR_PEOPLE.source not in said(conversation_over(shipped()).hear(line))
    assert phrases.HEAR_KEPT.source not in said(conversation_over(shipped()).hear(line))


# -- nothing loops


@pytest.mark.parametrize(
    "lines",
    [
        ("i dont know", "i dont know"),
        ("dunno", "dunno"),
        ("skip", "skip", "skip"),
        ("hello", "hello"),
        ("lol", "k"),
        ("asdf", "?"),
        ("?", "wdym"),
        ("stop", "stop it"),
        ("my dad hits me", "i dont know", "i dont know"),
        ("my dad hits me", "asdf", "sdfg"),
        ("my dad hits me", "wdym", "what"),
    ],
)
def test_nothing_understood_twice_ends_at_people(lines: tuple[str, ...]) -> None:
    talk = heard(*lines[:-1])
    told = talk.hear(lines[-1])

    assert phrases.HEAR_PEOPLE.source in said(told)
    assert 4 == sum(isinstance(event, Contact) for event in told)


def test_a_disclosure_stays_asked_below_the_people_to_talk_to() -> None:
    talk = heard("my stepdad touches me", "asdf", "sdfg", "dfgh")

    assert [YOU, TOUCHED] == above(talk)


def test_other_words_are_met_anew() -> None:
    """Who says something else is not sent away for what they said before."""
    talk = heard("i let him do it")

    assert [warm_lines.CARE.source] == said(talk.hear("i still love him"))
    assert talk.asked_back is not None
    assert DOORS == talk.asked_back.stage


@pytest.mark.parametrize("line", ["dunno", "not sure", "i dont know", "skip", "not telling"])
def test_who_does_not_know_at_a_later_question_is_told_nothing(line: str) -> None:
    """No empty "Is that right?": the same doors, and people to talk to the second time."""
    talk = heard("=young-person", "=no")
    told = talk.hear(line)

    assert phrases.HEAR_HAPPENED.source in said(told)
    assert "age" not in talk.facts
    assert 4 == len(talk.choices)


@pytest.mark.parametrize("line", ["dunno", "skip", "rather not say", "not sure", "maybe"])
def test_who_says_nothing_first_is_told_nothing(line: str) -> None:
    """Nobody said whom it is about."""
    talk = heard(line)

    assert [] == above(talk)
    assert "who" not in talk.facts


def test_no_line_makes_a_form_slow() -> None:
    """Whatever repeats in a line, every form is done with it at once."""
    parts = ("so ", "i let ", "its about my ", "will they take ", "he said sorry ", "but i think ")
    for part in parts:
        for times in (4, 12, 24):
            line = part * times
            assert doors.known(line) is None or line
