"""What a line says of a training and its topics, which is of nobody: "the one about gangs".

Who practises names worries all day: the story they look for, the course they were sent on, the
people they work with. English alone; whatever else stands in the line is left to be heard.
"""

import re

_TRAINING = (
    r"(stor(y|ies)|scenarios?|courses?|trainings?|modules?|sessions?|workshops?|webinars?|quiz(zes)?|"
    r"handouts?|slides?|certificates?|exercises?|examples?|chapters?|units?|lessons?|refreshers?|"
    r"presentations?|dissertation|thesis|essays?|polic(y|ies)|leaflets?|posters?|assembl(y|ies)|conferences?|"
    r"lectures?)"
)
_NAMED = rf"({_TRAINING}|ones?|bits?|parts?|something|anything|info|information)"
"""What is about something: "the bit on spiking", "two cases of sextortion"."""
_SPEAKERS = r"i|im|ive|id|me|my|mine|myself|us|our|you|your|he|she|they"
_LINKS = r"is|was|were|are|am|has|had|have|and|but|because|cos|so|that|which|who"
_TOPIC = (
    rf"(the |a |an )?(?!({_SPEAKERS}|what|how|why|who|purpose)\b)\w+"
    rf"( (?!({_SPEAKERS}|{_LINKS}|makes?|made|brings?|brought|feels?|felt|hits?|happen\w*|for|"
    r"from|in|at|by|as|when|where|this|last|next|before|already|again|tonight|today|yesterday|now)\b)\w+)"
    r"{0,3}"
)
"""Up to four words that name a worry; nothing that a speaker says of their own life."""
_BEFORE_IT = rf"( (?!({_SPEAKERS}|{_LINKS}|one|only|about|on|of|for|in|at|by|to)\b)\w+){{1,3}}"
"""The same before the word it belongs to: the self-harm story."""
_PEOPLE = (
    r"(children|kids|young people|teenagers|teens|girls|boys|lads|babies|women|men|people|adults|"
    r"survivors|victims|families|parents|pupils|students|those|clients|refugees|carers|offenders)"
)
_OF_A_TRAINING = re.compile(
    "|".join(
        (
            # sent on a course, where nothing is done to anybody
            r"\b(put|sent|send|booked|signed|enrolled|got|made|told|asked|stuck)( me| us)?( up)?"
            r"( to (do|go|attend|lead|run|give|take))?( on| onto| for| to| in| through)?"
            rf" (the|this|that|a|an|my|our|another|some) (\w+ )?{_TRAINING}"
            rf"( (about|on|of) {_TOPIC})?\b",
            r"\b(manager|boss|head|headteacher|lead|supervisor|trainer) \w+ (me|us)( up)? "
            r"(to (do|try|play|practise|finish|read|learn|run|lead|use)(?! (things|stuff|it|that))|"
            r"(for|on|onto) (it|this))\b",
            r"\bcourse (leader|tutor) \w+ (me|us) to (try|do) it\b",
            rf"\b{_NAMED}( (is|was|are|were|called))? (about|on|into|around) {_TOPIC}",
            rf"\bcases? of {_TOPIC}",
            rf"\b(the|this|that|an?|another|any|some){_BEFORE_IT} {_TRAINING}\b",
            rf"(?<!\bam )(?<!\bim )(?<!\bis )(?<!\bwas )\bthe{_BEFORE_IT} one\b"
            r"(?! (who|that|it|he|she|they|i)\b)",
            r"\b(interested|specialis\w+|qualified|trained|expert|read(ing)?( up)?|teach(ing)?|"
            rf"learn\w*|research\w*|writing) (in|on|about) {_TOPIC}",
            # where somebody works, and people in general whom they work with
            r"^(in |at )?(my|our) (school|college|nursery|academy|club|charity|council|team)\b",
            r"\b(work\w*|support\w*|volunteer\w*|car(e|es|ed|ing|ers?)|foster\w*|teach\w*|"
            r"look after|counsel\w*|help\w*|run|lead|group|charity|project|refuge|home)"
            rf"( \w+){{0,3}} {_PEOPLE}( (who|that|of|with|at|\w+ed by)"
            rf"( (?!({_SPEAKERS}|and|but|because|cos|so)\b)\w+)++(?! (me|my|us)\b))?",
        )
    )
)
_STILL_MINE = re.compile(
    r"\b(my (own )?(life|marriage|story|family|childhood)|how i feel|to do (it|that)|like (me|i)|"
    r"br(ings?|ought) (it |this |that |all )*back|(was|is|happened to) me|"
    r"myself|too much)\b"
)
"""What says that a topic is the speaker's own life."""


def without_training(text: str) -> str:
    """The line with "it" for what it says of a training: its topics, and people in general."""
    small = text.lower().replace("\u2019", "'").replace("'", "")
    if _STILL_MINE.search(small) or not _OF_A_TRAINING.search(small):
        return text
    return _OF_A_TRAINING.sub("it", small)
