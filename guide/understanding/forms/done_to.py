"""Hears that somebody does something to somebody, where no word says what: "he does stuff to me".

A child seldom has the word for it. Whose doing it is, and to whom, is said by the form alone, so it
is read from the words as they stand: "did something to me" and "did something to my hair" differ in
nothing else. Songs, sums and weather do things to people as well, and are no somebody.
"""

import re
from collections.abc import Sequence

DONE_TO = "done-to"
"""The concept of the file of words that such a form is a sign of."""
_NOBODY = (
    r"(?<!\bi )(?<!\bwe )(?<!\bill )(?<!\bive )(?<!\bu )(?<!\byou )(?<!\bit )(?<!\bthis )"
    r"(?<!\bthat )(?<!\bsong )(?<!\bmusic )(?<!\bbeat )(?<!\bgame )(?<!\bmaths )(?<!\bschool )"
    r"(?<!\bfilm )(?<!\bmovie )(?<!\bcoffee )(?<!\bweather )(?<!\bheat )(?<!\bvoice )"
    r"(?<!\bdidnt )(?<!\bdoesnt )(?<!\bdont )(?<!\bnever )(?<!\bnobody )(?<!\bone )(?<!\bto )"
)
"""What does no deed: the speaker, a thing, and whoever is said not to have done it."""
_SOMETHING = (
    r"((\w+ ){0,2}(something|sumthing|summat|somethin|smth|sth|things?|stuff|stuf)( \w+){0,3}?|"
    r"it|that|this)( again| too)?"
)
_SOMEBODY = (
    r"((me|us|her|him|them)(?= (\||when|wen|while|whilst|at|in|on|and|n|but|after|before|every|"
    r"last|since|for|from|that|which|i|ive|im|he|hes|she|shes|they|it|its|again|now|cos|because|"
    r"coz|bc|without|with|if|until|till|once|too|as|all|a|the|my|our|under|during|most|some|"
    r"yesterday|tonight|sometimes|always|lots|over|down|where|so|or|this|there|isnt|is|was|wasnt|"
    r"hurts|makes|made|as|n) )|"
    r"(my|our|her|his|their) ((little|lil|wee|baby|big|older|younger|best|step|half|foster|own) )?"
    r"(sister|sis|brother|bro|friend|mate|bestie|bff|cousin|daughter|son|girl|boy|niece|nephew|"
    r"child|kids?|children|twin|pupils?|students?)\b|"
    r"(a|this|the|some|other|one of the) (\w+ )?(girls?|boys?|child|children|kids?|friend)\b)"
)
_FORMS = re.compile(
    # he does stuff to me; my brother is doing something to me when im asleep
    # (but "they did it to my sister" is as often said of cutting, and is left to the ear)
    rf"{_NOBODY}\b(?!(?<=they )(do|did) it\b)(do|does|did|dose|doing|done|dun) "
    rf"{_SOMETHING} (to|2|with|on) {_SOMEBODY}|"
    # what he does to me
    rf"\bwhat (?!do |did |does |i |you |u |we |it )(\w+ ){{1,3}}?(do|does|did|dose|doing|done) "
    rf"(to|2) {_SOMEBODY}|"
    # it is done to me; things happen to me at night
    rf"\b(done|doing|happens?|happened|happening) (to|2) (me|us) (at night|when|wen|while|in the "
    r"(bath|shower|night)|in (my|his|her|the) (bed|room|bedroom)|after|by)\b|"
    # he makes me do things to him
    r"\b(makes?|made|making|has|had|gets?|got|forces?d?|forcing|tells?|told|have|having) "
    rf"((me|us|her|him|them) )?(to )?(do|touch|hold|rub) {_SOMETHING} "
    r"(to|2|with|for) (him|her|them|my|his|the)\b|"
    # what grandpa does at bedtime
    r"\b(hate|scared of|afraid of|dont like|cos of|because of|coz of|about) what "
    r"(?!i |you |u |we |it )(\w+ ){1,3}?(does|did|dose|is doing|has done)( \||"
    r" at (night|bedtime|bath ?time)| when | wen | in the (night|bath|shower)| after )"
)


def is_done_to_somebody(words: Sequence[str]) -> bool:
    """Whether these words say that somebody does something to somebody, and not what."""
    line = " ".join([word or "|" for word in words])
    return bool(_FORMS.search(f"{line} | "))
