"""What is meant by other words than the guide's own: "county lines", "TA"."""

from guide.flow.model import Library

_AT_ONCE = 3
"""How many topics are offered for words that may mean several."""
_CLEARLY = 1.25
"""How much more the likeliest topic has to be worth than the next, to be taken alone."""

_STAFF = ("behaviour-of-another-adult", "sexual-in-person")
_EACH_OTHER = ("child-sexual-behaviour", "own-sexual-behaviour", "sexual-harassment-school")
_TERMS = {
    "cse": ("grooming", "sexual-online", "sexual-in-person"),
    "cce": ("criminal-exploitation",),
    "knife crime": ("criminal-exploitation", "threats"),
    "prevent": ("radicalisation", "extremist-content"),
    "ai": ("made-up-nudes", "chatbot"),
    "chatgpt": ("chatbot",),
    "livestream": ("live-abuse", "sexual-online"),
    "live stream": ("live-abuse", "sexual-online"),
    "suicide": ("self-harm", "low-mood", "bereavement"),
    "suicidal thoughts": ("self-harm", "low-mood"),
    "lado": _STAFF,
    "allegation": _STAFF,
    "colleague": _STAFF,
    "staff": _STAFF,
    "low-level concern": ("behaviour-of-another-adult",),
    "hsb": _EACH_OTHER,
    "child on child abuse": _EACH_OTHER,
    "child-on-child abuse": _EACH_OTHER,
    "peer on peer abuse": _EACH_OTHER,
    "peer-on-peer abuse": _EACH_OTHER,
    "looked after": ("in-care",),
    "parental drinking": ("drink-or-drugs-at-home",),
    "abduction": ("taken-abroad", "missing-child"),
}
"""The words of trainings, which nobody says who tells what happened, and their concerns."""


def concerns_meant(library: Library, words: str) -> list[str]:
    """The concerns that words may mean, the likeliest first; one where it is clear."""
    if term := _TERMS.get(" ".join(words.lower().split())):
        return list(term)
    from guide.understanding.recognizers import Recognizers

    matches = Recognizers(library).recognize(words, "en").matches
    scores = {
        name.removeprefix("concern="): match.score
        for name, match in matches.items()
        if name.startswith("concern=") and match.full
    }
    likely = sorted(scores, key=lambda name: -scores[name])[:_AT_ONCE]
    clear = len(likely) > 1 and scores[likely[0]] >= _CLEARLY * scores[likely[1]]
    return likely[:1] if clear else likely


_ROLES = {
    "ta": ("teaching-assistant",),
    "dsl": ("designated-lead",),
    "dsp": ("designated-lead",),
    "lead": ("designated-lead",),
    "nursery": ("early-years-worker",),
    "early years": ("early-years-worker",),
    "carer": ("foster-carer",),
    "nurse": ("school-nurse",),
}
"""What people call their own role."""


def roles_meant(words: str) -> list[str]:
    """The roles of a story that words for one's own role mean."""
    return list(_ROLES.get(" ".join(words.lower().split()), ()))
