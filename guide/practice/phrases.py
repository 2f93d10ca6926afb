"""The practice's own words, each a Text, translated like those of the guide."""

from guide.flow.model import Text
from guide.problems import Place


def _phrase(name: str, english: str) -> Text:
    return Text(f"guide.practice.{name}", english, Place("guide/practice/phrases.py"))


TITLE = _phrase("title", "Should I report? Practice for people who work with children")
PROGRESS = _phrase("progress", "Practice")
PROGRESS_LISTEN = _phrase("progress.listen", "Listening, {number} of {about}")
PROGRESS_ROUTE = _phrase("progress.route", "Where does this go, choice {number}")

# The menu.
INTRO = (
    _phrase(
        "intro", "Here you can practise what to say, and where to turn, when someone tells you."
    ),
    _phrase("intro.made-up", "The people are made up. Nothing you choose is kept."),
    _phrase(
        "intro.leave",
        "If a story comes close to your own life, stop whenever you like. The help is for you too.",
    ),
)
IN_ENGLISH = _phrase("in-english", "The stories here are in English.")
MENU = _phrase("menu", "What do you want to practise?")
NEW = _phrase("menu.new", "One I have not met")
PRACTISED = _phrase("menu.practised", "What I have practised")
FINISH = _phrase("menu.finish", "Finish")
MENU_AGAIN = _phrase("menu.again", "Choose another story")
WHICH = _phrase("menu.which", "Which story?")
FIND = _phrase("menu.find", "By who you are, age or length")
FIND_BY = _phrase("find.by", "How do you want to choose?")
BY_YOU = _phrase("find.you", "By who I am in it")
BY_AGE = _phrase("find.age", "By how old they are")
BY_LENGTH = _phrase("find.length", "By how long it is")
WHO_ARE_YOU = _phrase("find.which-you", "Who are you in the story?")
HOW_OLD = _phrase("find.which-age", "How old is whoever may be hurt?")
HOW_LONG = _phrase("find.which-length", "How long may it be?")
SO_MANY_TURNS = _phrase("find.turns", "{number} times to answer")
WHO_TELLS = _phrase("find.teller", "Who tells you?")
WHICH_TOPIC = _phrase("find.topic", "What is the story about?")
TOPIC_DANGER = _phrase("find.danger", "Danger now")
ALL_MET = _phrase("menu.all-met", "You have met every story here. This is one of them again.")
AUDIENCES = {
    "young-person": _phrase("audience.young-person", "A young person tells you about themselves"),
    "friend": _phrase(
        "audience.friend", "A young person tells you about a friend, brother or sister"
    ),
    "parent": _phrase("audience.parent", "A parent or carer comes to you"),
    "professional": _phrase("audience.professional", "A colleague comes to you"),
    "adult": _phrase("audience.adult", "Another worried adult comes to you"),
    "adult-self": _phrase("audience.adult-self", "An adult tells you about themselves"),
}
SOMEONE = _phrase("audience.someone", "Someone else comes to you")

# The opening of a story.
NOTE = _phrase("opening.note", "Before you start: {words}")
LEAVE = _phrase("opening.leave", "You can leave at any time, in the middle too.")
HOW = _phrase("opening.how", "How do you want to practise?")
LISTEN = _phrase("opening.listen", "Listen")
LISTEN_HINT = _phrase("opening.listen-hint", "They talk. You choose what to say.")
ROUTE = _phrase("opening.route", "Decide, then check")
ROUTE_HINT = _phrase("opening.route-hint", "You decide where this goes. Then you ask the guide.")
WALK = _phrase("opening.walk", "Walk in their shoes")
WALK_HINT = _phrase("opening.walk-hint", "You answer the guide as they would.")
MODES = {"listen": LISTEN, "route": ROUTE, "walk": WALK}
"""What each way to practise a story is called, by its key."""

# Listening.
SAYS = _phrase("listen.says", '{who}: "{words}"')
SPEAKERS = {
    "young-person": _phrase("speaker.young-person", "Young person"),
    "friend": _phrase("speaker.friend", "Young person"),
    "parent": _phrase("speaker.parent", "Parent"),
    "professional": _phrase("speaker.professional", "Colleague"),
    "adult": _phrase("speaker.adult", "Adult"),
    "adult-self": _phrase("speaker.adult-self", "Adult"),
}
SPEAKER = _phrase("speaker", "Person")
VOICE = _phrase("listen.voice", "How they talk: {words}")
OPENS = _phrase("listen.opens", "They open up a little.")
CLOSES = _phrase("listen.closes", "They close down a little.")
WHO_YOU_ARE = _phrase("listen.who-you-are", "Who you are: {you}.")
ROLES = {
    "youth-worker": _phrase("role.youth-worker", "a youth worker"),
    "detached-worker": _phrase("role.detached-worker", "a detached youth worker"),
    "teacher": _phrase("role.teacher", "a teacher"),
    "teaching-assistant": _phrase("role.teaching-assistant", "a teaching assistant"),
    "tutor": _phrase("role.tutor", "a tutor"),
    "early-years-worker": _phrase("role.early-years-worker", "a play worker"),
    "coach": _phrase("role.coach", "a coach"),
    "volunteer": _phrase("role.volunteer", "a volunteer"),
    "foster-carer": _phrase("role.foster-carer", "a foster carer"),
    "school-nurse": _phrase("role.school-nurse", "a school nurse"),
    "designated-lead": _phrase("role.designated-lead", "the safeguarding lead"),
    "parent": _phrase("role.parent", "a parent"),
    "neighbour": _phrase("role.neighbour", "a neighbour"),
}
SAY_NOTHING = _phrase("listen.say-nothing", "Say nothing. Stay, and wait")
WAITED = _phrase("listen.waited", "You wait with them. They do not have to talk.")
TIME_GOES = _phrase("listen.time-goes", "Time goes by. Nobody has called for help.")
CLOSED_DOWN = _phrase("listen.closed-down", "They have closed down. The talk is over for today.")
NEXT_DAY = _phrase(
    "listen.next-day",
    "It is the next day. What you saw and heard is written down and passed on. You look for them.",
)
WHAT_SAY = _phrase("listen.what-say", "What do you say?")

# After listening.
LISTENED = _phrase("listened.title", "How the talk went")
CLOSED_BY = _phrase("listened.closed-by", "What closed them down: {cause}")
OPENED_BY = _phrase("listened.opened-by", "What opened them up: {cause}")
YOU_SAID = _phrase("listened.you-said", 'You said: "{words}"')
LATE = _phrase(
    "listened.late",
    "999 was called later than it could have been. Nobody can give those minutes back.",
)
NEVER_CALLED = _phrase(
    "listened.never-called",
    "999 was not called in this talk. Call it yourself at once, with or without them.",
)
COME_BACK = _phrase(
    "listened.come-back",
    "Look for them again tomorrow. What you saw and heard today is enough to tell your lead.",
)
SILENCE_BECAUSE = _phrase(
    "listened.silence", "You said nothing and stayed. It leaves room, and asks for nothing."
)
SILENCE_COSTS = _phrase(
    "listened.silence-costs", "You said nothing. In danger every minute belongs to the call."
)
BETTER = _phrase("listened.better", 'A good listener might say: "{words}"')
HEARD = _phrase("listened.heard", "What they told you, as the guide would ask it")
HEARD_LINE = _phrase("listened.heard-line", "{question} {answer}.")
TEACHES_LATER = _phrase(
    "listened.teaches-later",
    "Where they turn and what this story teaches comes once they have told you. Try again.",
)
NOT_HEARD = _phrase("listened.not-heard", "There is more, which they did not tell you.")
HEARD_ALL = _phrase("listened.heard-all", "Every turn you took helped them to talk.")
CAUSES = {
    "open-invitation": _phrase(
        "cause.open-invitation", "one open invitation: tell, explain, describe"
    ),
    "safety-check": _phrase("cause.safety-check", "one plain, closed question about safety"),
    "reflecting-back": _phrase("cause.reflecting-back", "saying back what you heard"),
    "reassurance": _phrase("cause.reassurance", "care, and time"),
    "honesty": _phrase("cause.honesty", "being honest about what happens next"),
    "silence": _phrase("cause.silence", "silence"),
    "option-posing": _phrase(
        "cause.option-posing", "a question that holds the answers to choose from"
    ),
    "leading": _phrase("cause.leading", "a question that puts words into their mouth"),
    "stacked": _phrase("cause.stacked", "more than one question at a time"),
    "why": _phrase("cause.why", "asking why"),
    "pressing": _phrase("cause.pressing", "pressing for details"),
    "promise": _phrase("cause.promise", "promising what you cannot keep, or asking for a promise"),
    "secrecy": _phrase("cause.secrecy", "promising to keep a secret"),
    "blame": _phrase("cause.blame", "blame, or what sounds like it"),
    "rushing": _phrase("cause.rushing", "rushing"),
    "taking-over": _phrase("cause.taking-over", "taking over"),
    "doubting": _phrase("cause.doubting", "doubting them"),
    "making-small": _phrase("cause.making-small", "making it small"),
}
TEACHES = _phrase("teaches", "What this story teaches")
PUTS = _phrase("teaches.puts", 'The guide puts it like this: "{words}"')
SOURCE = _phrase("source", "Source: {document}, {publisher}.")
SOURCE_DATED = _phrase("source.dated", "Source: {document}, {publisher}, {date}.")
SOURCE_LINK = _phrase("source.link", "To read: {link}")
SOURCE_ALONE = _phrase("source.alone", "Source: {document}.")

# Deciding and walking.
STORY = _phrase("story", "What you know")
FIRST = _phrase("route.first", "What do you do first?")
THEN = _phrase("route.then", "And after that?")
RECORD = _phrase("route.record", "Write it down, in their words")
ENOUGH = _phrase("route.enough", "That is all")
NOW_WALK = _phrase("route.now-walk", "Now ask the guide. Answer as they would, or as yourself.")
WALK_INTRO = _phrase("walk.intro", "Be this person. Answer the guide as they would.")

# The two hats.
TWO_WAYS = _phrase("hats.title", "Two ways: theirs and yours")
THEY = _phrase("hats.they", "They: {title}. Who is there: {names}.")
YOU = _phrase("hats.you", "You: {title}. Who is there: {names}.")
AS_YOURSELF = _phrase("hats.as-yourself", "You answered as yourself. This is your own way.")
CAREFUL = _phrase("hats.careful", "More careful than needed. That is fine.")
ALWAYS_RIGHT = _phrase("hats.always", "Always right: {names}.")
DUTY_RECORD = _phrase(
    "hats.record",
    "Today, whatever you were told: write down their words, what you asked, when, and who was "
    "there.",
)
_LEAD = _phrase(
    "hats.lead",
    "And tell your safeguarding lead today, in person. In danger, 999 comes first. If the lead is "
    "away or is the worry, go to the deputy or the council yourself.",
)
DUTIES = {
    "professional": _LEAD,
    "parent": _phrase(
        "hats.parent",
        "And tell someone today who can act: the school's safeguarding lead or the council. In "
        "danger, 999 comes first.",
    ),
    "adult": _phrase(
        "hats.adult",
        "And tell someone today who can act: the lead of your club or the council. In danger, 999 "
        "comes first.",
    ),
    "designated-lead": _phrase(
        "hats.designated-lead",
        "You are the lead: decide today with children's services or the police, and write down "
        "why. In danger, 999 comes first.",
    ),
}
"""Whom you tell, by who you are or else by your hat."""

# The debrief of a way.
WALKED = _phrase("walked", "This is where the guide ends. What now?")
COMPARE = _phrase("walked.compare", "Compare it with the safest way")
DEBRIEF = _phrase("debrief.title", "Your way and the safest way")
SAME_WAY = _phrase("debrief.same-way", "Your answers are those of the safest way.")
SAME_END = _phrase("debrief.same-end", "Another way, and it shows the same help.")
SHOWS_LESS = _phrase("debrief.shows-less", "The ending has the same name, and shows less.")
NOT_SAID = _phrase("debrief.not-said", 'They would not have read: "{words}"')
BOTH_CAREFUL = _phrase("debrief.both-careful", "{question} You: {yours}. Held: {right}.")
BOTH = _phrase("debrief.both", "{question} You: {yours}. Safest: {right}.")
BOTH_SAME = _phrase("debrief.both-same", "{question} You: {yours}. This is the safest answer.")
ONLY_YOURS = _phrase("debrief.only-yours", "Only on your way: {question} You: {yours}.")
ONLY_RIGHT = _phrase("debrief.only-right", "Only on the safest way: {question} {right}.")
PART = _phrase("debrief.part", "Where the ways part")
PART_ASKED = _phrase("debrief.part-asked", 'The guide asked: "{question}"')
PART_YOURS = _phrase("debrief.part-yours", "You answered: {yours}.")
PART_RIGHT = _phrase("debrief.part-right", "With what they told it is: {right}.")
MEANT = _phrase("debrief.meant", "What that would have meant")
ENDED = _phrase("debrief.ended", "They would have read: {title}.")
MISSED = _phrase("debrief.missed", "They would not have been shown: {names}.")
RIGHT_END = _phrase("debrief.right-end", "The safest way ends with: {title}.")
HEADINGS = _phrase("debrief.headings", "There, each under a heading to open: {names}")
SAYS_GUIDE = _phrase("debrief.says-guide", "What the guide says there")
YOUR_ORDER = _phrase("debrief.your-order", "You decided: {names}.")
RIGHT_ORDER = _phrase("debrief.right-order", "The guide, for this story: {names}.")
BESIDE = _phrase("debrief.beside", "{one} or {other}")
ORDER_SAME = _phrase("debrief.order-same", "You and the guide agree, as far as you went.")
ORDER_PARTS = _phrase(
    "debrief.order-parts", "You part at place {number}: {yours}, where the guide has {right}."
)
FIRST_MEANT = _phrase("debrief.first-meant", "{right} would have had to wait.")

# What next.
NEXT = _phrase("next", "What next?")
COME_NEXT_DAY = _phrase("next.next-day", "Look for them again the next day")
AGAIN_THERE = _phrase("next.again-there", "Try again from there")
AGAIN = _phrase("next.again", "Practise this story another way")
WHAT_IF = _phrase("next.what-if", "What if one thing were different?")
WRITE = _phrase("next.write", "Write this debrief to {file}")
WRITTEN = _phrase("next.written", "It is written to {file}.")
NOT_WRITTEN = _phrase(
    "next.not-written", "It could not be written to {file}. Nothing there was changed."
)

# What if.
WHICH_FACT = _phrase("what-if.which", "What would be different? Choose a question.")
WHICH_ANSWER = _phrase("what-if.answer", "And the answer would be?")
WHAT_IF_TITLE = _phrase("what-if.title", "What if: {question} {answer}.")
MOVES = _phrase("what-if.moves", "The ending moves. Before: {before}. Now: {after}.")
STAYS = _phrase("what-if.stays", "The ending stays: {title}.")
BECAUSE_ANSWER = _phrase("what-if.because-answer", "This answer leads somewhere else by itself.")
BECAUSE_FACT = _phrase(
    "what-if.because-fact", 'At "{question}" the same answer now leads elsewhere, because of this.'
)
BECAUSE_SAME = _phrase("what-if.because-same", "No question on the way treats the two differently.")
NEW_ORDER = _phrase("what-if.order", "Who to turn to now: {names}.")
NEW_HERE = _phrase("what-if.new", "New here: {names}.")
GONE_HERE = _phrase("what-if.gone", "No longer here: {names}.")
ANOTHER = _phrase("what-if.another", "Change something else")

# Progress and leaving.
DONE = _phrase("done.title", "Stories you have played through")
NEVER = _phrase("done.never", "Endings you have not practised yet")
DONE_LINE = _phrase("done.line", "{day}: {story}. {mode}, {how}.")
DONE_WELL = _phrase("done.well", "played through well")
DONE_NOT_YET_WELL = _phrase("done.not-yet-well", "played through, not yet well")
NONE_YET = _phrase("done.none", "None yet.")
ALL_DONE = _phrase("done.all", "None. You have practised every ending.")
DONE_ASK = _phrase("done.ask", "What now?")
SAVE = _phrase("done.save", "Save this list to {file}")
SAVED = _phrase("done.saved", "The list is saved to {file}. It holds no name.")
NOT_SAVED = _phrase("done.not-saved", "The list could not be saved to {file}.")
MENU_BACK = _phrase("done.menu", "Back to the stories")
GOODBYE = _phrase("goodbye", "Thank you for practising.")
GOODBYE_CARE = _phrase(
    "goodbye.care", "If something here stays with you, talk to someone you trust."
)
SET_ASIDE = _phrase(
    "set-aside",
    "{file} is not a practice list this program can read. It was left as it is and is not used.",
)

# Groups and handouts.
TALK = _phrase("group.talk", "Talk about this")
GROUP_HOW = _phrase(
    "group.how",
    "Type the votes, such as 1 1 3, or how many for each answer, such as 11 5 12. Then: reveal, "
    "talk, vote (again), go 2, timer 3, back, help, x.",
)
GROUP_VOTES = _phrase("group.votes", "Votes so far")
GROUP_COUNT = _phrase("group.count", "Answer {number}: {votes} ({part}%) {bar}")
GROUP_NO_VOTES = _phrase("group.no-votes", "No votes yet.")
GROUP_NOT_VOTES = _phrase(
    "group.not-votes", "{words}: that is no vote here. Nothing of this line was counted."
)
GROUP_SECOND = _phrase("group.second", "The second vote begins. The first was:")
GROUP_REVEAL = _phrase("group.reveal", "What each would do")
GROUP_NOTHING = _phrase(
    "group.nothing", "There is nothing to reveal here. Choose with go and a number."
)
GROUP_NO_TALK = _phrase("group.no-talk", "Choose a story first.")
GROUP_GO = _phrase("group.go", "Type go and the number to go on with, such as go 2.")
TIMER_ON = _phrase(
    "timer.on", "Timer, in minutes from now: {minutes}. Press Enter to see what is left."
)
TIMER_LEFT = _phrase("timer.left", "Timer: {time} left.")
TIMER_OVER = _phrase("timer.over", "Timer: time is up. Go on when the group is ready.")
TIMER_OFF = _phrase("timer.off", "No timer is running. Type timer 3 for three minutes.")
HANDOUT_NOTE = _phrase(
    "handout.note", "A made-up person. No real names. Made by the practice of this guide."
)
HANDOUT_STORY = _phrase("handout.story", "The story")
HANDOUT_TURN = _phrase("handout.turn", "{number}. What could you say?")
HANDOUT_THEN = _phrase("handout.then", "Where somebody has listened well until here, they go on:")
HANDOUT_YOURS = _phrase("handout.yours", "In your own words:")
HANDOUT_CALL = _phrase("handout.call", "Whom to call")
HANDOUT_BETTER = _phrase("handout.better", 'A good line is {letter}: "{words}"')
HANDOUT_WHY = _phrase("handout.why", "Whoever chose it reads: {words}")
HANDOUT_LEADER = _phrase("handout.leader", "For whoever leads the group")
HANDOUT_WAY = _phrase("handout.way", "The safest way through the guide")
HANDOUT_STEP = _phrase("handout.step", "{question} {answer}")
