"""The likeliest first words that are no worry yet: a warm line, and the three nearest doors.

"hello", "it happened again", "delete this": each is met with a sentence of its own, and with what
may be wanted next. Words that nothing is known of get doors too; never only that.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from guide.conversation import phrases
from guide.flow.model import Facts, Library, Question, Text
from guide.understanding import replies
from guide.understanding.guesses import NO_MATCH, Guess, Guesser
from guide.understanding.reach import may_hold
from guide.understanding.reading import concern
from guide.understanding.typed import split_words

_MOST_DOORS = 3
"""So many are offered: as many as stand on a small screen beside the help lines."""
_TALK, _DANGER = "concern=want-to-talk", "danger"
"""Doors that are no topic: to talk to someone, and that someone is in danger."""


class Door(NamedTuple):
    """What is said to a kind of words, and what is offered, nearest first."""

    warm: Text
    leads: tuple[str, ...]
    words: frozenset[str] = frozenset()
    form: re.Pattern[str] | None = None
    """The form of a whole line that asks for it, where no list of lines would ever end."""


_REAL, _UNSURE = "is-this-a-real-person", "what-if-i-am-not-sure"
_HOW_TO_TELL, _WHO_IS_SAFE = "how-do-i-tell-an-adult", "who-is-safe-to-tell"

_GROWN_UPS = (
    r"(mum|mam|mom|mummy|mommy|mother|dad|daddy|father|stepdad|step dad|stepmum|step mum|parents?|"
    r"family|nan|nana|gran|grandma|grandad|grandpa|uncle|aunt|auntie|aunty|teacher|tutor|coach|"
    r"carers?|foster (mum|dad|carer|parents)|(mums|dads|moms) (bf|boyfriend|gf|girlfriend|partner|"
    r"friend|mate)|social worker|boss|neighbour|babysitter|vicar|priest|imam)"
)
_PERSON = (
    rf"({_GROWN_UPS}|bf|boyfriend|gf|girlfriend|ex|cousin|brother|step ?brother|sister|"
    r"step ?sister|mates?|friends?|friends (dad|mum|brother|uncle))"
)
_TELL = r"(tell|say|speak to|talk to|go to|ask|talk about)"
_WHOM = (
    rf"((my |a |the |our )?(own )?{_PERSON}|any ?one|any ?body|no ?one|some ?one|people|them|her|"
    r"him|it|this|the police|school)( (it|this|that|about (it|this|that)|what happened))?"
    rf"( (at|in) (my |our )?(home|house|school|class|family))?( (or|and|nor) (my )?{_PERSON})?"
)
_SCARED = r"(so |too |really |just )?(scared|afraid|frightened|embarrassed|ashamed|shy|nervous)"
_WHEN = (
    r"(till|til|until|untill|tomorrow|tmrw|later|(on )?\w+day|next week|the weekend|now|today|"
    r"tonight|yet|first|after \w+)"
)
_FEARS_TO_TELL = re.compile(
    rf"((but|and|please|pls|so|what if) )*("
    rf"i?( just| really)? ?(cant|cannot|can not|could never|dont (want|wanna|dare)( to)?|"
    rf"dont know how to|dunno how to|will never|wont) ?(ever )?{_TELL} {_WHOM}|"
    rf"(im|i am) {_SCARED} (to|of|about) ({_TELL}|telling|saying|talking)( {_WHOM})?|"
    rf"(dont|do not|plz dont|never) tell {_WHOM}|"
    rf"(my )?({_GROWN_UPS}|they|he|she)( would| will|ll|d)? (kill me|go mad|go mental|hate me|"
    r"disown me|be (so )?(angry|mad|upset|cross))( (if|when) (she|he|they|i)\b.*)?|"
    rf"(i tell )?(my )?({_GROWN_UPS}|they|he|she|everyone) (finds?|found) out|"
    rf"(can|could|should|shall|must|do) (i|it|we) (have to |just |really |need to )*"
    rf"(wait|leave it|{_TELL}|do (it|this))( {_WHOM})? ?(\w+ )?{_WHEN}( \w+){{0,2}}|"
    r"(can|could) (i|it) wait( a (bit|while|few days))?|"
    rf"(is it|am i|have i left it) too late( now)?( to {_TELL}( {_WHOM}| something)?)?"
    r")"
)
"""Fear of telling, or of who may find out; asked beside a worry, it is no door but a part of it."""
_ONE_PERSON = re.compile(
    rf"((um|so|well|ok|please|pls|hi|hey) )*((its|it is|it was|because|bc|cos|coz)( about| of)? |"
    rf"(about|from|with) )?((my|our|a) (\w+ )?{_PERSON}|mum|dad|mummy|daddy|him|her)"
)
"""A person and no matter: "its my dad"."""
_A_DEED = re.compile(
    rf"((i think|i know|well|um|so) )*((my|our|the|a|one of my) "
    rf"((best|little|big|older|younger) )?({_PERSON})|{_GROWN_UPS}|"
    r"some(one|body)( in my (class|year|school))?|he|she|they|hes|shes|theyve)"
    r"( has| have| had|s|ve)? (done|did|does|doing|been doing) "
    r"(something|sumthing|summat|somethin|smth|things?|stuff|"
    r"a (bad|terrible|awful|stupid|horrible|wrong|weird) thing)"
    r"( (really|very|so|well|quite))?( (wrong|bad|terrible|awful|stupid|horrible|weird|naughty|"
    r"illegal|(he|she|they) (shouldnt|should not)( have| of)?( done)?))?"
    r"( (and|but|n|so) (i|im|i am) (so |really )?(scared|worried|(dont know|dunno) "
    r"(what to (do|say)|who to tell|if i should (tell|say))))?"
)
"""A deed of no kind: what a friend, a dad or a teacher "did wrong" is no worry with a name yet."""
_A_SECRET = re.compile(
    r"((um|so|well|pls|please) )*((i have|ive got|i got|i know|its|it is|its like|theres|there is|"
    r"(can|will|could|do) (you|u) keep|(can|could) i tell (you|u)|"
    r"(do|can) (you|u) (want|wanna) (to )?(hear|know)) )?"
    r"((a|my|the|this) )?((big|huge|little|small|bad|weird|dark|dirty) )?secrets?"
    r"( (i cant tell|to tell you|though|tho|from (you|u)))?"
)
"""A secret and no more: whether somebody asked for it is not said."""

_KINDS = (
    Door(
        phrases.HEAR_HELLO,
        (_TALK, _UNSURE, _REAL),
        frozenset(
            {
                *("hello", "hi", "hiya", "hey", "heya", "u there", "you there", "yo", "sup"),
                *("anyone there", "is anyone there", "hi there", "hello there", "hey there"),
                *("good morning", "hello is anyone there", "are you there", "r u there"),
                *(
                    "can you hear me",
                    "hello can you help me",
                    "hi can you help",
                    "wassup",
                    "alright",
                ),
            }
        ),
    ),
    Door(
        phrases.HEAR_HAPPENED,
        (_TALK, _DANGER, _UNSURE, _HOW_TO_TELL),
        frozenset(
            {
                *("he did it again", "she did it again", "they did it again", "it happened"),
                *("it happened again", "its happened again", "its happening again", "please"),
                *("something happened", "something bad happened", "he wont stop", "it wont stop"),
                *("she wont stop", "they wont stop", "help", "please help", "help please"),
                *("i need help", "i feel weird about it", "i feel weird", "i cant do that"),
                *("i cant do this", "i cant tell you", "i dont know what to do", "he is back"),
                *(
                    "hes back",
                    "he just messaged again",
                    "he messaged again",
                    "he messaged me again",
                ),
                *("idk", "i dont know", "idk what to do", "i did something", "its bad", "it hurts"),
                *("can you help", "can you help me", "i need to tell someone something", "again"),
                *(
                    "i want it to stop",
                    "make it stop",
                    "i dont know where to start",
                    "its happening",
                    "i need help but i dont know where to start",
                    "i need help but i dont no where to start",
                    "i dont know how to start",
                    "i need to talk about something",
                    "can i ask something",
                    "can i ask you something",
                    "can i tell you something",
                    "i need to tell you something",
                    "i have to tell you something",
                    "he did it",
                    "theyre at it again",
                ),
            }
        ),
    ),
    Door(
        phrases.HEAR_BELIEVE,
        (_HOW_TO_TELL, _WHO_IS_SAFE, _TALK),
        frozenset(
            {
                *("they wont believe me", "no one believes me", "nobody believes me"),
                *("no one will believe me", "nobody will believe me", "they dont believe me"),
                *("what if they dont believe me", "she wont believe me", "he wont believe me"),
                *("will they believe me", "my mum wont believe me", "noone will believe me"),
                *(
                    "what if no one believes me",
                    "what if nobody believes me",
                    "will you believe me",
                ),
                *(
                    "mum wont believe me",
                    "do you believe me",
                    "u gonna believe me",
                    "you going to believe me",
                    "they never believe me",
                ),
            }
        ),
    ),
    Door(
        phrases.HEAR_FAULT,
        ("am-i-to-blame", _TALK, "will-i-get-in-trouble"),
        frozenset(
            {
                *("its my fault", "it is my fault", "it was my fault", "my fault", "all my fault"),
                *("its all my fault", "i feel guilty", "i feel so guilty", "i was stupid"),
                *("im so stupid", "im stupid", "i feel ashamed", "im so ashamed", "im ashamed"),
                *("is it my fault", "i feel dirty", "i hate myself for it"),
            }
        ),
    ),
    Door(
        phrases.HEAR_KEPT,
        ("is-it-private", "who-will-find-out", _TALK),
        frozenset(
            {
                *("delete this", "delete", "delete it", "delete that", "delete everything"),
                *("forget it", "forget i said that", "forget that", "never mind", "nevermind"),
                *(
                    "nvm its nothing",
                    "its nothing",
                    "nothing",
                    "nvm",
                    "erase this",
                    "delete this chat",
                    "delete my messages",
                    "clear this",
                ),
                *("can you delete this", "please delete this", "i didnt mean it", "ignore that"),
            }
        ),
    ),
    Door(
        phrases.HEAR_WELCOME,
        (_HOW_TO_TELL, _WHO_IS_SAFE, _TALK),
        frozenset(
            {
                *("thanks", "thank you", "ty", "thx", "tysm", "cheers", "ok thanks", "ta"),
                *("thank u", "thanks so much", "thank you so much", "okay thank you", "bye"),
                *("thanks bye", "ok bye", "goodbye", "that helped", "this helped", "ok ty"),
            }
        ),
    ),
)
_FORMS = (
    Door(
        phrases.HEAR_TELL,
        (_HOW_TO_TELL, "is-it-private", _TALK, _WHO_IS_SAFE),
        form=_FEARS_TO_TELL,
    ),
    Door(phrases.HEAR_HAPPENED, (_TALK, _DANGER, _WHO_IS_SAFE, _UNSURE), form=_ONE_PERSON),
    Door(phrases.HEAR_HAPPENED, (_TALK, _DANGER, _WHO_IS_SAFE, _UNSURE), form=_A_DEED),
    Door(phrases.HEAR_HAPPENED, (_TALK, "is-it-private", _WHO_IS_SAFE), form=_A_SECRET),
)
"""Kinds of lines that are known by their form."""
_ALWAYS = (_TALK, _REAL, "is-it-private", _UNSURE)
"""Doors that take the place of those that are not open here."""
_HAPPENED = next(door for door in _KINDS if door.warm is phrases.HEAR_HAPPENED)
_BEFORE = frozenset({"hi", "hiya", "hey", "hello", "ok", "um", "so", "please", "pls"})
_AFTER = frozenset(
    {
        *("last", "night", "today", "yesterday", "now", "tonight", "please", "pls", "lol", "x"),
        *("xx", "this", "morning", "tbh", "rn", "bro", "sorry"),
    }
)
"""What stands around such words and changes nothing."""
TOLD_OF_ANOTHER = Door(phrases.HEAR_HAPPENED, (_TALK, _DANGER, _WHO_IS_SAFE, _UNSURE))
"""For what somebody tells of another person and themselves, where nothing of it is understood."""
_ANOTHER = re.compile(
    rf"\b(he|hes|she|shes|they|theyre|theyve|some ?one|some ?body|sum1|{_PERSON}|man|men|woman|"
    r"lady|guy|boy|boys|girl|girls|lad|lads|people|kids?|adult)\b"
)
_ME = re.compile(r"\b(me|my|us|our|i|im|ive|myself)\b")
# What raises a worry where nothing is one in four or less is told first; half is idle as often.
_IDLE = 0.5
"""So likely has nothing to be the matter that a line is plain chat."""
NOT_UNDERSTOOD = Door(phrases.HEAR_LOST, (_TALK, _UNSURE, _REAL, _HOW_TO_TELL))
"""For words that nothing is known of."""


def known(text: str, *, whole: bool = False) -> Door | None:
    """What a whole line asks for, where it is one of the likeliest first words.

    `whole` says that it is an author's own phrase: then "I would rather not say" is an answer.
    """
    words = [word for word in split_words(text) if word]
    for line in _cores(words):
        if door := next((door for door in _KINDS if line in door.words), None):
            return door
    if whole:
        return None
    if replies.reply(text).key == replies.RATHER_NOT_SAY:
        return _HAPPENED
    line = " ".join(words)
    return next((door for door in _FORMS if door.form and door.form.fullmatch(line)), None)


def told_of_another(text: str, nothing: float) -> Door | None:
    """The door for a line that tells of another person and oneself, and is no plain chat.

    `nothing` is how likely it is about no worry. Who tells such a thing without the word for it
    must not be met as somebody who said nothing.
    """
    line = " ".join(word for word in split_words(text) if word)
    tells = nothing < _IDLE and _ANOTHER.search(line) and _ME.search(line)
    return TOLD_OF_ANOTHER if tells else None


def _cores(words: list[str]) -> Iterator[str]:
    """The line as it stands, and without a greeting before it or a "last night" after it."""
    yield " ".join(words)
    start = 1 if words and words[0] in _BEFORE and len(words) > 1 else 0
    end = len(words)
    while end > start + 1 and words[end - 1] in _AFTER:
        end -= 1
    yield " ".join(words[start:end])


def behind(door: Door, guesser: Guesser, step: str, facts: Facts) -> tuple[Guess, ...]:
    """The doors that are open here, nearest first."""
    leads = dict.fromkeys((*door.leads, *_ALWAYS, *guesser.library.topics))
    fitting = (_guess(lead, guesser, step, facts) for lead in leads)
    return tuple(guess for guess in fitting if guess is not None)[:_MOST_DOORS]


def _guess(lead: str, guesser: Guesser, step: str, facts: Facts) -> Guess | None:
    library: Library = guesser.library
    if lead in library.topics:
        open_here = may_hold(library.topics[lead].when, facts)
        return Guess("topic", "", lead, f"topic={lead}", 0.0, NO_MATCH) if open_here else None
    if not isinstance(library.steps[step], Question):
        return None
    if lead == _DANGER:
        return next(iter(guesser.standing_danger()), None)
    for name in guesser.reach.questions(step):
        question = library.steps[name]
        assert isinstance(question, Question)
        for option in question.options:
            guess = Guess("answer", name, option.id, lead, 0.0, NO_MATCH)
            if f"concern={concern(library, guess)}" == lead:
                return guess
    return None
