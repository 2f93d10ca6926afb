"""The likeliest first words that are no worry yet, as they are typed: which door each opens.

"hello", "it happened again", "delete this": kinds of short lines, listed. Kinds that no list would
end are known by their form (first_forms.py, mixed_feelings.py, beginnings.py).
"""

import re
from typing import NamedTuple

from guide.conversation import phrases, warm_lines
from guide.conversation.greetings import GREETINGS, THANKS
from guide.flow.model import Text

TALK, IN_DANGER = "concern=want-to-talk", "danger"
"""Doors that are no topic: to talk to someone, and that someone is in danger."""


class Door(NamedTuple):
    """What is said to a kind of words, and what is offered, nearest first."""

    warm: Text
    leads: tuple[str, ...]
    words: frozenset[str] = frozenset()
    form: re.Pattern[str] | None = None
    """The form of a whole line that asks for it, where no list of lines would ever end."""
    tells_nothing: bool = False
    """Whether such words say nothing at all ("lol"): after two of them come people to talk to."""
    with_help: bool = False
    """Whether the people to talk to are told at once."""


REAL, NOT_SURE = "is-this-a-real-person", "what-if-i-am-not-sure"
HOW_TO_TELL, WHO_IS_SAFE = "how-do-i-tell-an-adult", "who-is-safe-to-tell"
TO_REPORT = "should-i-make-a-report"

FIRST_WORDS = (
    Door(
        phrases.HEAR_HELLO,
        (TALK, NOT_SURE, REAL),
        frozenset(
            {
                *(
                    "dear childline",
                    "dear diary",
                    "dear ceop",
                    "to whom it may concern",
                    "dear sir",
                ),
                *(
                    "anyone here",
                    "u still there",
                    "you still there",
                    "still there",
                    "anybody there",
                ),
                *("anybody here", "is anybody there", "is anyone here", "r u still there"),
                *GREETINGS,
                *("hello", "hi", "hiya", "hey", "heya", "u there", "you there", "yo", "sup"),
                *("anyone there", "is anyone there", "hi there", "hello there", "hey there"),
                *("good evening", "hi again", "how are you", "hru", "whats up", "wuu2", "wagwan"),
                *("ello", "morning", "evening", "wuup2", "hey guys", "who is this", "whos this"),
                *("whats this", "what is this", "what do you do", "what can you do"),
                *("good morning", "hello is anyone there", "are you there", "r u there"),
                *("can you hear me", "hello can you help me", "hi can you help", "wassup"),
                "alright",
            }
        ),
    ),
    Door(
        phrases.HEAR_HAPPENED,
        (TALK, IN_DANGER, NOT_SURE, HOW_TO_TELL),
        frozenset(
            {
                *("im not gonna do it", "im not going to do it", "i wont do it", "i wouldnt do it"),
                *("im not gonna do anything", "i wouldnt actually do it", "i wont actually do it"),
                *("he did it again", "she did it again", "they did it again", "it happened"),
                *("it happened again", "its happened again", "its happening again", "please"),
                *("something happened", "something bad happened", "he wont stop", "it wont stop"),
                *("she wont stop", "they wont stop", "help", "please help", "help please"),
                *("i need help", "i feel weird about it", "i feel weird", "i cant do that"),
                *("i cant do this", "i cant tell you", "i dont know what to do", "he is back"),
                *("hes back", "he just messaged again", "he messaged again"),
                "he messaged me again",
                *("its me again", "me again", "its me", "im back", "im here", "here again"),
                *("yes", "yeah", "yep", "yh", "ye", "ya", "yup", "something else", "other"),
                *("none of that", "none of these", "none of those", "none", "neither", "not those"),
                *(
                    "nothing of that",
                    "nothing of those",
                    "dunno",
                    "maybe",
                    "not sure",
                    "im not sure",
                ),
                *("no idea", "unsure", "skip", "pass", "private", "its private", "rather not say"),
                *("id rather not", "dont want to say", "im in trouble", "i am in trouble"),
                *("i think im in trouble", "i might be in trouble", "im in big trouble"),
                *("im in so much trouble", "im done", "i feel sick", "i feel ill", "i feel poorly"),
                *(
                    "i dont feel well",
                    "i feel unwell",
                    "i feel funny",
                    "i feel bad",
                    "i feel gross",
                ),
                *("i feel horrible", "i feel awful", "i feel rubbish about it", "i feel off"),
                *("i messed up", "i fucked up", "ive messed up", "i made a mistake"),
                *("i made a big mistake", "i did something stupid", "i did something bad"),
                *("ive done something bad", "ive done something stupid", "i did a bad thing"),
                *("i didnt tell anyone", "i havent told anyone", "nobody knows", "no one knows"),
                *("i never told anyone", "ive never told anyone", "no one knows about it"),
                *(
                    "idk",
                    "i dont know",
                    "idk what to do",
                    "i did something",
                    "its bad",
                    "it hurts",
                ),
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
        (HOW_TO_TELL, WHO_IS_SAFE, TALK),
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
        ("am-i-to-blame", TALK, "will-i-get-in-trouble"),
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
        ("is-it-private", "who-will-find-out", TALK),
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
        (HOW_TO_TELL, WHO_IS_SAFE, TALK),
        frozenset(
            {
                *THANKS,
                *("thanks", "thank you", "ty", "thx", "tysm", "cheers", "ok thanks", "ta"),
                *("thank u", "thanks so much", "thank you so much", "okay thank you", "bye"),
                *("thanks bye", "ok bye", "goodbye", "that helped", "this helped", "ok ty"),
            }
        ),
    ),
    Door(
        phrases.ASIDE_FINE,
        ("is-it-private", TALK, NOT_SURE),
        frozenset(
            {
                *("no", "nope", "nah", "na", "not really", "jk", "joking", "im joking", "joke"),
                *("only joking", "just joking", "just kidding", "im kidding", "kidding", "im jk"),
                *("it was a joke", "it was just a joke", "its a joke", "was joking", "im messing"),
                *("i was joking", "i was only joking", "just messing", "only messing", "got you"),
                *("im only messing", "im only joking", "im just joking", "im just kidding"),
                *("i made it up", "i made it all up", "i made that up", "i lied", "im lying"),
                *(
                    "i was lying",
                    "it was a lie",
                    "it was all a lie",
                    "it isnt true",
                    "its not true",
                ),
                *("it wasnt true", "not true", "i take it back", "i never said that"),
                *("i didnt say that", "thats not what i said", "thats not what i meant"),
                *("i didnt mean that", "not that", "stop", "stop it", "just stop", "please stop"),
                *(
                    "go away",
                    "shut up",
                    "leave me alone",
                    "piss off",
                    "fuck off",
                    "f off",
                    "bugger off",
                ),
                *("fuck you", "i hate you", "i hate this", "youre useless", "this is useless"),
                *("ur useless", "this is stupid", "this is pointless", "whats the point of this"),
                *(
                    "youre stupid",
                    "you are stupid",
                    "this is dumb",
                    "whatever",
                    "idc",
                    "i dont care",
                ),
                *("cancel", "end", "exit this", "i want to stop", "can we stop", "i dont want to"),
                *("i dont want to do this", "not now", "later", "not today", "im ok"),
                *("im fine", "im okay", "im good", "nothing really", "doesnt matter"),
                "forget about it",
                *("it doesnt matter", "dont worry", "dont worry about it", "no thanks", "no ty"),
            }
        ),
    ),
    Door(
        warm_lines.NOBODY_READS,
        ("is-it-private", "who-will-find-out", REAL),
        frozenset(
            {
                *("i dont trust you", "i dont trust this", "can i trust you", "can i trust this"),
                *("are you safe", "is this safe", "is it safe", "how do i know i can trust you"),
                *(
                    "why should i trust you",
                    "why should i tell you",
                    "i dont trust u",
                    "can i trust u",
                ),
                *(
                    "i dont believe you",
                    "youre lying",
                    "you are lying",
                    "ur lying",
                    "is this a trick",
                ),
                *("is this a trap", "are you a spy", "are you spying on me", "you will tell"),
                *("youll tell", "youll tell someone", "youll tell my mum", "you wont help"),
                *(
                    "you cant help me",
                    "you cant help",
                    "u cant help me",
                    "what can you do about it",
                ),
                *("no police", "no social services", "no social workers", "no cops", "no feds"),
                *("promise you wont tell", "promise not to tell", "do you promise", "you promise"),
                *("who do you tell", "who will you tell", "who are you going to tell"),
                *(
                    "are you gonna tell on me",
                    "dont snitch",
                    "please dont snitch",
                    "are you a grass",
                ),
            }
        ),
    ),
    Door(
        phrases.HEAR_HELLO,
        (TALK, NOT_SURE, REAL),
        frozenset(
            {
                *("lol", "lmao", "lmfao", "rofl", "haha", "hahaha", "hehe", "ha", "xd", "lolz"),
                *("k", "ok", "okay", "kk", "okk", "oki", "fine", "cool", "nice", "sure", "right"),
                *("hm", "hmm", "mm", "meh", "bruh", "bro", "dude", "mate", "oh", "ah", "eh", "wow"),
                *(
                    "test",
                    "testing",
                    "this is a test",
                    "just testing",
                    "im testing",
                    "im testing this",
                ),
                *("bored", "im bored", "im so bored", "just looking", "just having a look"),
                *(
                    "im just looking",
                    "blah",
                    "bla",
                    "blah blah",
                    "wtf",
                    "omg",
                    "nm",
                    "nothing much",
                ),
                *("what", "wdym", "what do you mean", "huh", "eh what", "wat", "wut", "sorry what"),
                *(
                    "i dont understand",
                    "i dont get it",
                    "what does that mean",
                    "how does this work",
                ),
                *(
                    "how do i use this",
                    "what do i do",
                    "what do i type",
                    "what do i write",
                    "um what",
                ),
            }
        ),
        tells_nothing=True,
    ),
)
"""Kinds of lines that are known by their words."""
