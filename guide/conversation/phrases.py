"""The program's own words to the person. Each is a Text, translated like those of a flow."""

from guide.flow.model import Text, Urgency
from guide.problems import Place


def _phrase(name: str, english: str, safety: str = "") -> Text:
    return Text(f"guide.{name}", english, Place("guide/conversation/phrases.py"), safety)


TITLE = _phrase("title", "Should I report?")
GUIDE = _phrase("speaker.guide", "Guide")
YOU = _phrase("speaker.you", "You")

PROGRESS = _phrase("progress", "Question {number} of about {about}")
HELP_TITLE = _phrase("help.title", "Help you can use now")
TOPICS_TITLE = _phrase("topics.title", "What people also ask")
NEXT_TITLE = _phrase("ending.next", "What happens next")
OPEN_TITLE = _phrase("ending.open", "There is more. Open it by its number, or by its words:")
KEEP_TITLE = _phrase("ending.keep-in-mind", "Keep in mind")
CARD_HEADING = _phrase("ending.card-heading", "Words to show someone")
IF_NOT_TITLE = _phrase("ending.if-not", "If you can't, or don't want to")
CARD_TITLE = _phrase("ending.card", "If it is hard to say, show someone this:")
BESIDE = _phrase("contact.beside", "You can also start here:")

OPEN_NOW = _phrase("contact.open-now", "Usually open now.")

CALL = _phrase("way.phone", "Call {value}")
TEXT = _phrase("way.text", "Text {value}")
GO_TO = _phrase("way.link", "Go to {value}")
EMAIL = _phrase("way.email", "Email {value}")
WAYS = {"phone": CALL, "text": TEXT, "link": GO_TO, "email": EMAIL}

URGENCIES: dict[Urgency, Text] = {
    "emergency": _phrase("urgency.emergency", "Do this now", "Says to do it now."),
    "report": _phrase("urgency.report", "Do this as soon as you can"),
    "tell": _phrase("urgency.tell", "Do this today if you can"),
    "talk": _phrase("urgency.talk", "Do this when you are ready"),
}
AT_WORK: dict[Urgency, Text] = dict.fromkeys(
    ("report", "tell"), _phrase("urgency.at-work", "Do this today", "Says to do it today.")
)
"""In place of those, for whoever works with children: to them nothing is left to choose."""

# Words a person types to get about, in plain mode. The English ones work in every language.
BACK = _phrase("command.back", "back")
HELP = _phrase("command.help", "help")
AGAIN = _phrase("command.again", "again")
RESTART = _phrase("command.restart", "restart")
TOPICS = _phrase("command.topics", "topics")
LANGUAGE = _phrase("command.language", "language")
WHY = _phrase("command.why", "why")
LEAVE = _phrase("command.leave", "x")
FULL_SCREEN = _phrase("command.chat", "chat")
COMMANDS = {
    "back": BACK,
    "help": HELP,
    "again": AGAIN,
    "restart": RESTART,
    "topics": TOPICS,
    "language": LANGUAGE,
    "why": WHY,
    "x": LEAVE,
}

PLAIN_HIDE = _phrase(
    "plain.hide",
    "Typing x hides.",
    "Says how to hide the screen quickly.",
)
PLAIN_STAYS = _phrase(
    "plain.stays",
    "Lines that scrolled away stay: close this window.",
    "Follows how to hide the screen, where what can be scrolled back to cannot be cleared.",
)
PLAIN_HOW = _phrase("plain.how", "Type a number, or help.")
PLAIN_MORE = _phrase("plain.also", "You can also type: {words}.")
PLAIN_CHANGE = _phrase("plain.change", "To change an answer, type back until its question is here.")
PLAIN_DONE = _phrase(
    "plain.done", "You can type: back, topics, again, restart, or x to clear the screen."
)
PLAIN_WHY = _phrase("plain.why", "Type why to see what led here.")
PLAIN_IN_SHORT = _phrase("plain.in-short", "In short: {title}")
PLAIN_TOPIC_HOW = _phrase("plain.topic-how", "Type the number of one, or back.")
PLAIN_RETURN = _phrase("plain.return", "Back to where you were.")
PLAIN_FIRST = _phrase("plain.first", "This is the first question.")
PLAIN_TRY = _phrase("plain.try", "Here are the answers again. Pick the one that fits best.")
PLAIN_SEVERAL = _phrase("plain.several", "That could be more than one answer.")
PLAIN_HELP_NOW = _phrase("plain.help-now", "Help:")

# What was typed in someone's own words, said back in short lines and asked about once.
HEAR_THANKS = _phrase("hear.thanks", "Thank you for telling me.")
HEAR_RIGHT = _phrase("hear.right", "Is that right?")
HEAR_ABOUT = {
    "young-person": _phrase("hear.about-you", "This is about you."),
    "friend": _phrase("hear.about-friend", "This is about a friend, or another young person."),
    "parent": _phrase("hear.about-child", "This is about your child."),
    "professional": _phrase("hear.about-pupil", "This is about a child you work with."),
    "adult": _phrase("hear.about-another", "This is about a child you know."),
}
HEAR_ABOUT["adult-self"] = HEAR_ABOUT["young-person"]
HEAR_YOU_ARE = {
    "under-11": _phrase("hear.you-are-under-11", "You are under 11."),
    "11-17": _phrase("hear.you-are-11-17", "You are 11 to 17."),
    "18-plus": _phrase("hear.you-are-18", "You are 18 or over."),
}
HEAR_THEY_ARE = {
    "under-11": _phrase("hear.they-are-under-11", "They are under 11."),
    "11-17": _phrase("hear.they-are-11-17", "They are 11 to 17."),
    "18-plus": _phrase("hear.they-are-18", "They are 18 or over."),
}
HEAR_TOPIC = _phrase("hear.topic", 'It sounds like you are asking: "{question}" Is that right?')
HEAR_DANGER = _phrase(
    "hear.danger", "Is someone in danger now?", "Asks whether anyone is in danger now."
)
HEAR_LANGUAGE = _phrase("hear.language", "Shall we go on in this language: {language}?")
HEAR_YES = _phrase("hear.yes", "Yes")
HEAR_NO = _phrase("hear.no", "No")
HEAR_NOT_QUITE = _phrase("hear.not-quite", "Not quite")
HEAR_CHOICES = _phrase("hear.choices", "Show me the choices")
HEAR_WHICH = _phrase("hear.which", "Which part is not right?")
HEAR_CLOSER = _phrase("hear.closer", "Does one of these fit better?")
HEAR_AT_ODDS = _phrase(
    "hear.at-odds", "Two things you told me do not fit together. Please choose what is right."
)
HEAR_ALSO = _phrase("hear.also", "You also told me about this. Shall we look at it?")

# What is said to words that are no answer and no worry yet; then what may be wanted is offered.
HEAR_DOORS = _phrase("hear.doors", "Does one of these fit?")
HEAR_HELLO = _phrase("hear.hello", "Hello. I am a computer program. I can help you find help.")
HEAR_HAPPENED = _phrase(
    "hear.happened", "I am glad you are here. You do not have to say more than you want to."
)
HEAR_BELIEVE = _phrase(
    "hear.believe", "It is hard when you fear nobody will believe you. You can still tell someone."
)
HEAR_TELL = _phrase("hear.tell", "It can be hard to tell someone. You can start small.")
HEAR_FAULT = _phrase("hear.fault", "If someone hurt you, that is not your fault.")
HEAR_KEPT = _phrase("hear.kept", "What you type here is not kept.", "Says that nothing is kept.")
HEAR_WELCOME = _phrase("hear.welcome", "You are welcome. You did well to look for help.")
HEAR_LOST = _phrase("hear.lost", "I could not work out what that means. That is okay.")
HEAR_PEOPLE = _phrase(
    "hear.people", "I am only a computer program. These people can listen to you."
)

# A cry for help typed in a practice: help comes first, and the story waits.
ASIDE_ADULTS = _phrase("aside.adults", "If you are an adult")
ASIDE_WHOSE = _phrase("aside.whose", "Is this about you, or something for the story?")
ASIDE_ME = _phrase("aside.me", "It is about me")
ASIDE_STORY = _phrase("aside.story", "It is for the story")
ASIDE_RATHER_NOT = _phrase("aside.rather-not", "I'd rather not say")
ASIDE_YOU_FIRST = _phrase("aside.you-first", "Then you come first. This practice can wait.")
ASIDE_FINE = _phrase("aside.fine", "That is fine. You do not have to say.")
ASIDE_LISTEN = _phrase(
    "aside.listen",
    "The people above can listen today. You do not have to say what happened.",
)
ASIDE_OWN_LEAD = _phrase(
    "aside.own-lead", "At work, your own lead or manager is there for you too."
)
ASIDE_WAITS = _phrase(
    "aside.waits", "You can stop here. If you want to go on, the story is where you left it."
)
ASIDE_GO_ON = _phrase("aside.go-on", "Thank you. The story goes on where it was.")
ASIDE_ROOM = _phrase(
    "aside.room", "This help is for everyone in the room, now or later. Nobody has to say why."
)
ASIDE_LISTED = _phrase(
    "aside.listed",
    "Here you choose from a list, so I cannot answer those words. They are not kept.",
)
ASIDE_TYPE_HELP = _phrase(
    "aside.type-help", "If this is about you, or someone real, type help to see who can help now."
)

# Why this ending, and what would change it.
WHY_TITLE = _phrase("why.title", "Why you see this")
WHY_SAID = _phrase("why.said", 'I asked: "{question}" You said: "{answer}".')
WHY_DECIDED = _phrase("why.decided", 'This answer decided it: "{answer}".')
WHY_CHANGE = _phrase("why.change", "What would change it")
WHY_OTHER = _phrase(
    "why.other", 'If you say "{answer}" to "{question}", the guide says: "{title}".'
)
WHY_NO_OTHER = _phrase("why.no-other", "No other answer by itself would change this.")
WHY_LATER = _phrase("why.later", "You can ask why when you see where to turn.")

# About the language itself.
SHOW_ENGLISH = _phrase("web.both", "Show English too")
DRAFT = _phrase(
    "language.draft",
    "This translation is a draft.",
    "Says that the translation is a draft.",
)
DRAFT_NAME = _phrase("language.draft-name", "{language} (draft)")
INSTEAD = _phrase(
    "language.instead", "The language you asked for cannot be shown here, so this is English."
)

# The chat's own words. The names of its commands stand on buttons, beside the key.
CHAT_HIDE = _phrase(
    "chat.hide",
    "Esc twice hides.",
    "Says how to hide the screen quickly.",
)
CHAT_HOW = _phrase("chat.how", "Type, or press a number.")
CHAT_DONE = _phrase("chat.done", "Arrow keys show more.")
CHAT_ANSWER = _phrase("chat.answer", "Press Enter to give this answer.")
CHAT_CHANGE = _phrase("chat.change", "Press Enter to change this answer.")
CHAT_OPEN = _phrase("chat.open", "Press Enter to open this.")
CHAT_HIDES = _phrase("chat.hides", "Press Enter to hide this.")
CHAT_GOES_BACK = _phrase("chat.goes-back", "Press Enter to go back.")
CHAT_CODE = _phrase("chat.code", "Press Enter for a phone code.")
CHAT_CARD = _phrase("chat.card", "Press Enter to show only this.")
CHAT_NEXT_CARD = _phrase("chat.next-card", "F8: next card. Backspace: back.")
CHAT_TYPED = _phrase("chat.typed", "Press Enter to say this.")
CHAT_COVER = _phrase("chat.cover", "Paused. Any key: go on. Esc: close.")
CHAT_CLOSE = _phrase("chat.leave", "Backspace: back to where you were.")
KEYS_TITLE = _phrase("keys.title", "Keys")
KEYS = (
    _phrase("keys.escape", "Esc covers the screen. Esc again hides everything."),
    _phrase("keys.change", "Up and Down go to an answer, also to an old one to change it."),
    _phrase("keys.enter", "Enter takes what is marked, or says what you typed."),
    _phrase("keys.back", "Backspace takes back a letter. With no letters, it goes back."),
    _phrase("keys.along", "Left and Right move in what you type. Tab goes to the buttons."),
    _phrase("keys.link", "Enter on a link shows a code for a phone's camera."),
    _phrase("keys.page", "Space and Page Down read on. Page Up reads back."),
)
TYPING_TITLE = _phrase("typing.title", "What you can type")
TYPING_OWN = _phrase("typing.own", "Your own words, or the number or words of an answer.")
CHAT_MORE = _phrase("chat.more", "more below")
CHAT_ABOVE = _phrase("chat.above", "more above")
TOUCH_HOW = _phrase("touch.how", "Touch what fits, or touch here to type.")
TOUCH_SAY = _phrase("touch.say", "Touch OK to say this.")
CHAT_CHANGE_TITLE = _phrase("chat.change-title", "Change your answer")
CHAT_WAS = _phrase("chat.was", "Your answer now: {answer}")
CHAT_CODE_TITLE = _phrase("chat.code-title", "Point a phone's camera at this")
CHAT_CODE_SMALL = _phrase("chat.type-address", "Type this address in a browser:")
CHAT_CODE_HISTORY = _phrase(
    "chat.code-history",
    "Your phone keeps in its history where it has been.",
    "Says that the phone keeps in its history that this was opened.",
)
CHAT_SMALL = _phrase("chat.small", "Make this window bigger to go on.")
CHAT_SMALL_PLAIN = _phrase("chat.small-plain", "Or press F5: plain mode needs no room.")
ALOUD_FIRST = _phrase(
    "aloud.first",
    "Others may hear. Use headphones. The same again reads aloud.",
    "Says that others may hear what is read aloud.",
)
THEMES = {
    "dark": _phrase("theme.dark", "Colours: light on dark"),
    "light": _phrase("theme.light", "Colours: dark on light"),
    "contrast": _phrase("theme.contrast", "Colours: strong contrast"),
    "sixteen": _phrase("theme.sixteen", "Colours: few"),
    "none": _phrase("theme.none", "Colours: none"),
}
CHAT_LANGUAGES = _phrase("chat.languages", "Choose a language")
CHAT_RESTART = _phrase("chat.restart", "Start again")

BUTTON_HIDE = _phrase("button.hide", "Hide this", "Is the button that hides the screen.")
BUTTON_BACK = _phrase("button.back", "Back")
BUTTON_HELP = _phrase("button.help", "Help")
BUTTON_TOPICS = _phrase("button.topics", "Questions")
BUTTON_LANGUAGE = _phrase("button.language", "Language")
BUTTON_BOTH = _phrase("button.both", "Two languages")
BUTTON_PLAIN = _phrase("button.plain", "Plain")
BUTTON_THEME = _phrase("button.theme", "Colours")
BUTTON_CODE = _phrase("button.code", "Phone code")
BUTTON_WHY = _phrase("button.why", "Why this")
BUTTON_CARD = _phrase("button.card", "Show someone")
BUTTON_ALOUD = _phrase("button.aloud", "Read aloud")
BUTTON_MORE = _phrase("button.more", "More")

# A page in a browser.
WEB_TITLE = _phrase("web.title", "Information")
WEB_FRAME = _phrase("web.frame", "Questions and answers")
WEB_LEAVE = _phrase("web.leave", "Leave now", "Is the button that leaves the page quickly.")
WEB_HOW_TO_LEAVE = _phrase(
    "web.how-to-leave",
    "To leave fast, press Leave now.",
    "Says how to leave the page quickly.",
)
WEB_KEYS = _phrase(
    "web.keys",
    "You can also press Shift 3 times, or Esc 2 times.",
    "Follows how to leave the page quickly, where the page can hear keys.",
)
WEB_PLAIN = _phrase("web.plain", "All of it on one page, to print")
WEB_REMEMBERS = _phrase("web.remembers", "Your browser may remember what you press on this page.")
WEB_BACK = _phrase("web.back", "To change an answer, go back with the Back button of your browser.")
WEB_OLD = _phrase(
    "web.old",
    "This page is old. Some of it may have changed. In danger, call {emergency_phone}."
    " To talk, call Childline on {childline_phone}.",
    "Says that the page may be out of date, and that 999 and Childline can still be called.",
)
WEB_LOOK_AGAIN = _phrase(
    "web.look-again",
    "After {date}, some of this may have changed.",
    "Stands at the foot of a page; the date is a day written out, such as 21 May 2027.",
)
WEB_HELP_AND_SAFETY = _phrase("web.help-and-safety", "Help and safety")
WEB_DANGER = _phrase(
    "web.danger", "In danger now? Call {emergency_phone}.", "Says to call 999 in danger."
)
WEB_CHILDREN = _phrase("web.children", "For children and young people")
WEB_CEOP_HELPS = _phrase(
    "web.ceop-helps",
    "CEOP helps anyone under 18 who is pressured, forced or tricked into something sexual, online"
    " or in person. You can read advice at the {ceop_name}, and report there.",
    "Says whom CEOP helps.",
)
WEB_BULLYING = _phrase(
    "web.bullying",
    "Bullied, or worried by something else online? Talk to an adult you trust, or to Childline on"
    " {childline_phone}.",
    "Says where to turn about bullying and other worries.",
)
WEB_ADULTS = _phrase("web.adults", "For parents, carers and professionals")
WEB_ADULTS_TOO = _phrase(
    "web.adults-too",
    "CEOP is part of the National Crime Agency. Adults who worry about a child can read advice at"
    " the {ceop_name}, and report there too. Bullying is not for CEOP.",
    "Says what adults can use CEOP for.",
)
WEB_NOT_VETTED = _phrase(
    "web.not-vetted",
    "This page is by {organisation}. CEOP has not vetted it and does not endorse it.",
    "Says that CEOP has not vetted this page and does not endorse it.",
)
WEB_BUTTON = _phrase("web.button", "CEOP Safety Centre")
WEB_WHO = _phrase("web.who", "Who can help")

# The kiosk's own words.
KIOSK_BEGIN = _phrase("kiosk.begin", "Touch the screen or press any key to start.")
KIOSK_WHAT = _phrase(
    "kiosk.what",
    "A few short questions show you where to turn. Nothing is kept. Nobody reads what you type.",
    "Says that nothing is kept and nobody reads it.",
)
KIOSK_SIGNPOST = _phrase(
    "kiosk.signpost",
    "The {ceop_name} helps anyone under 18 who is pushed, tricked or forced into something"
    " sexual, online or in person. You can read advice there, or report to them.",
    "Says who CEOP helps.",
)
KIOSK_STILL_THERE = _phrase("kiosk.still-there", "Are you still there?")
KIOSK_STAY = _phrase(
    "kiosk.stay", "Touch the screen or press any key to stay. If not, this screen clears itself."
)
