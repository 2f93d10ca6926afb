"""Disclosures in a few plain words are said back, whoever they are of; a game or a hug is none."""

import pytest

from guide.conversation import doors
from tests.support.hearing import above, guesser, told

TOUCHED = "Someone touched or forced, in a sexual way."
MAY_BE = "It may be something sexual."
HOME = "It does not feel safe at home, or there is too little care."
SPIKED = "It is about being spiked."
DONE_BY_ME = "It is about something you did."
OWN = "It is about something sexual you did, or think about."
NUDE = "A nude picture is shared, or might be."
BULLIED = "Someone is mean, or bullies."
LOW = "It is about being sad, worried or alone."
SELLING = "It is about carrying, hiding or selling things for someone."
MARRIED = "It is about being made to marry, or family honour."
HATE = "Someone pulls others into hate or violence."
SCAM = "It is about a scam, or lost money."
EATING = "It is about eating, weight or looks."


@pytest.mark.parametrize(
    ("line", "said"),
    [
        # done to a brother, a sister or a child of theirs
        ("my dad touches my little sister", TOUCHED),
        ("my stepdad is touching my sister", TOUCHED),
        ("dad touches my brother", TOUCHED),
        ("my sister is 9 and dad touches her", TOUCHED),
        ("im 16 my sister is 9 and dad touches her", TOUCHED),
        ("my partner hit our baby", HOME),
        ("mum hits my brother", HOME),
        # whoever was touched as a child has done nothing
        ("when i was 7 my cousin touched me im 14 now", TOUCHED),
        # words of the North, of Scotland and of home
        ("my dad wallops me when hes drunk", HOME),
        ("my brother brays me", HOME),
        ("lol my dad went mental and lobbed a plate at my head", HOME),
        ("dad will be home soon and ill get it", HOME),
        ("my butty from school gets hit by his dad like", HOME),
        ("am 7 and dad is shouting", HOME),
        ("my parents keep screaming", HOME),
        ("my mam batters me", HOME),
        ("my da leathers me", HOME),
        ("da skelps us", HOME),
        ("our kid got jumped", BULLIED),
        ("our lad's been nicked for dealing", SELLING),
        # plain words in which nothing else hears it
        ("my mum and dad are making me get married", MARRIED),
        ("i havent ate anything for 2 days cos im too big", EATING),
        ("mum hasnt eaten and theres no food", HOME),
        ("i hear voices", LOW),
        ("they took a fee for my kids photo shoot and now wont answer", SCAM),
        ("my wife hits the kids", HOME),
        ("my dad pushed me down the stairs", HOME),
        ("mi da gies me a skelpin every time hes had a drink", HOME),
        ("my mum has cancer", LOW),
        ("my nan has dementia", LOW),
        ("me and my bestie fell out", LOW),
        ("my ex sent my pic to the group chat", NUDE),
        ("my son has been looking at hitler videos", HATE),
        ("my willy hurts", MAY_BE),
        ("my sister smacks her little boy and he cowers", HOME),
        ("my parents are splitting up", LOW),
        ("my pe teacher watches us change", MAY_BE),
        ("i got scammed for nudes", NUDE),
        # told aslant
        ("am i still a virgin if i didnt want it", MAY_BE),
        ("my gran's boyfriend makes me sit on his knee", MAY_BE),
        ("my uncle is weird with me", MAY_BE),
        ("haha my uncle is such a perv", MAY_BE),
        ("grandad plays a game i dont like", MAY_BE),
        ("he gave me something to drink and i feel weird", SPIKED),
        # who does it themselves
        ("im the one doing the bullying", DONE_BY_ME),
        ("how do i get a girl to send me pics", OWN),
        # a greeting before it
        ("hi dad touches me, what do i do", TOUCHED),
        ("hi im a teacher, a girl in my y8 class told me her uncle touches her", TOUCHED),
    ],
)
def test_it_is_said_back(line: str, said: str) -> None:
    assert said in above(told(line))


@pytest.mark.parametrize(
    "line",
    [
        *("my nan kisses my sister goodnight", "my dog touches my sister", "i kicked the ball"),
        *("my brother kicked his friend the ball", "the doctor touched my sister to check her"),
        *("my bf is lush", "my bf is so sweet", "what age can my child have snapchat"),
        *("dad pushed me on the swing", "i think a child at my school is being abused"),
        *("my brother got married", "a nurse felt my arm to see if it was broken"),
        *("how do i get my phone to send pics", "how do i get the app to show my pictures"),
        *("dad is shouting at the telly", "santa asked me to sit on his knee"),
        *("my uncle is funny", "the coach plays a game with us", "mum gave me something to eat"),
        *("dad hammers me at chess", "i got jumped out of my skin", "i hear voices from next door"),
        *("my cousin is getting married", "i havent eaten since breakfast"),
    ],
)
def test_what_is_no_disclosure_is_not_said_back_as_one(line: str) -> None:
    none = {TOUCHED, MAY_BE, HOME, SPIKED, OWN, NUDE, BULLIED, LOW, SELLING, MARRIED, EATING, HATE}
    assert none.isdisjoint(above(told(line)))


@pytest.mark.parametrize(
    "line",
    [
        "a man at the park keeps giving my little brother sweets and wants his number",
        "our drama teacher says wed be together if i was older and its our thing",
    ],
)
def test_who_is_met_in_person_is_not_said_to_be_online(line: str) -> None:
    """Where no word of a phone or a screen was typed, it is offered and not said back."""
    assert not [said for said in above(told(line)) if "online" in said]


@pytest.mark.parametrize(
    "line", ["is it ok to read my childs messages", "should i check my sons phone"]
)
def test_a_parent_who_asks_leave_to_look_is_told_of_nothing_sexual(line: str) -> None:
    assert "The question is if something sexual is okay." not in above(told(line))


@pytest.mark.parametrize(
    "line", ["is it normal to be scared of your mum", "is it ok to hate school"]
)
def test_a_question_that_says_nothing_sexual_is_not_said_back_as_one(line: str) -> None:
    assert "The question is if something sexual is okay." not in above(told(line))


@pytest.mark.parametrize("line", ["im scared", "im so sad"])
def test_a_feeling_does_not_take_the_place_of_what_was_told(line: str) -> None:
    assert HOME in above(told("my dad hits me", line))


def test_an_age_alone_is_heard_where_another_answer_is_asked_for() -> None:
    assert ["You are 11 to 17."] == above(told("my dad hits me", "=yes", "13"))


@pytest.mark.parametrize("line", ["i touched my sister", "i kissed her and now i feel bad"])
def test_what_the_speaker_did_is_not_turned_round(line: str) -> None:
    assert TOUCHED not in above(told(line))


@pytest.mark.parametrize(
    "line",
    [
        "im at his flat and i dont know where i am",
        "i want it all to stop",
        "cba with life",
        "my dad got shot",
        "can u come get me",
    ],
)
def test_help_comes_first(line: str) -> None:
    assert guesser().recognizer.recognize(line).distress


@pytest.mark.parametrize("line", ["sort of, its my mum", "kind of, its my stepdad"])
def test_who_does_it_is_set_right_and_the_worry_stays(line: str) -> None:
    assert HOME in above(told("my dad hits me", line))


@pytest.mark.parametrize(
    "line",
    ["im scared i will hurt my baby", "i think i might hurt my kids", "i could shake my baby"],
)
def test_who_fears_to_harm_a_child_is_met_with_help_first(line: str) -> None:
    assert guesser().recognizer.recognize(line).distress


@pytest.mark.parametrize(
    ("line", "age"),
    [("no im 11", "11 to 17."), ("im actually 12", "11 to 17."), ("sorry, im 13", "11 to 17.")],
)
def test_an_age_is_set_right_in_place(line: str, age: str) -> None:
    """Who corrects an age is not asked which of two is right, and what they told stays."""
    assert ["This is about you.", f"You are {age}", HOME] == above(
        told("im 10 and my dad hits me", line)
    )


def test_whom_it_is_about_is_set_right_by_not_me() -> None:
    talk = told("someone wants nudes off me", "=no", "its my cousin not me")

    assert "This is about a friend, or another young person." in above(talk)
    assert "Someone wants nudes, or something sexual." in above(talk)


def test_a_matter_that_was_not_right_is_asked_with_all_its_choices() -> None:
    """Nothing closer was heard: what was right stays, and the questions go on from there."""
    talk = told("im being bullied", "=no", "=matter")

    assert not talk.confirming
    assert "young-person" == talk.facts["who"]
    assert "concern" not in talk.facts


def test_a_second_trouble_told_after_two_words_is_offered_at_the_ending() -> None:
    """ "im bullied" is a whole clause, though a short one."""
    reading = told("im bullied and i cut myself").asked_back
    assert reading is not None

    assert ["concern=self-harm"] == [guess.group for guess in reading.reading.others]


def test_the_number_of_a_level_is_no_age() -> None:
    assert [] == above(told("i died on level 10"))


def test_who_is_told_to_get_into_a_car_gets_help_first() -> None:
    assert guesser().recognizer.recognize("a man in a car asked me to get in").distress
    assert not guesser().recognizer.recognize("mum said get in the car").distress


@pytest.mark.parametrize(
    ("line", "concern"),
    [
        ("my dad hits me over screen time", "home-or-neglect"),
        ("my dad hits me but my bf is lush", "home-or-neglect"),
        ("dad hits me and shouts at the tv", "home-or-neglect"),
        ("what age is it ok for my uncle to touch me", "is-this-okay"),
        ("i make myself sick before school", "eating"),
        ("the doctor touched my boobs to check", "sexual-in-person"),
        ("my cousin is getting married and shes 14 and doesnt want to", "forced-marriage"),
    ],
)
def test_a_plain_word_beside_a_worry_takes_nothing_away(line: str, concern: str) -> None:
    """Only a line that is plain to its last word raises nothing."""
    talk = told(line).asked_back
    assert talk is not None

    assert f"concern={concern}" in [guess.group for guess in talk.reading.matters]


@pytest.mark.parametrize("line", ["it was in his room", "it happened on a call with him"])
def test_where_it_was_is_no_time_alone(line: str) -> None:
    assert doors.known(line) is None
