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
IF_NOT_TITLE = _phrase("ending.if-not", "If you can't, or don't want to")
CARD_TITLE = _phrase("ending.card", "If it is hard to say, show someone this:")
BESIDE = _phrase("contact.beside", "You can also start here:")

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

# Words a person types to get about, in plain mode. The English ones work in every language.
BACK = _phrase("command.back", "back")
HELP = _phrase("command.help", "help")
AGAIN = _phrase("command.again", "again")
RESTART = _phrase("command.restart", "restart")
TOPICS = _phrase("command.topics", "topics")
LEAVE = _phrase("command.leave", "x")
COMMANDS = {
    "back": BACK,
    "help": HELP,
    "again": AGAIN,
    "restart": RESTART,
    "topics": TOPICS,
    "x": LEAVE,
}

PLAIN_HIDE = _phrase(
    "plain.hide",
    "To hide this, type x and press Enter. The screen clears and this stops.",
    "Says how to hide the screen quickly.",
)
PLAIN_HOW = _phrase("plain.how", "Type a number or a word. Type help for more.")
PLAIN_MORE = _phrase("plain.more", "You can also type: back, help, topics, again, restart, x.")
PLAIN_DONE = _phrase(
    "plain.done", "You can type: back, topics, again, restart, or x to clear the screen."
)
PLAIN_IN_SHORT = _phrase("plain.in-short", "In short: {title}")
PLAIN_TOPIC_HOW = _phrase("plain.topic-how", "Type the number of one, or back.")
PLAIN_RETURN = _phrase("plain.return", "Back to where you were.")
PLAIN_FIRST = _phrase("plain.first", "This is the first question.")
PLAIN_NOT_UNDERSTOOD = _phrase(
    "plain.not-understood",
    "Sorry, I did not understand that. I am only a computer program.",
)
PLAIN_TRY = _phrase("plain.try", "Here are the answers again. Pick the one that fits best.")
PLAIN_SEVERAL = _phrase("plain.several", "That could be more than one answer.")
PLAIN_HELP_NOW = _phrase("plain.help-now", "Help:")

# The chat's own words. The names of its commands stand on buttons, beside the key.
LANGUAGE_NAME = _phrase("language.name", "English")
"""The name of the language, in the language itself."""
CHAT_HIDE = _phrase(
    "chat.hide",
    "To hide this, press Esc twice, or hold Ctrl and press C. The screen clears and this stops.",
    "Says how to hide the screen quickly.",
)
CHAT_HOW = _phrase("chat.how", "Press a number, or use the arrow keys and Enter.")
CHAT_DONE = _phrase("chat.done", "Arrow keys show more. You can stop at any time.")
CHAT_ANSWER = _phrase("chat.answer", "Press Enter to give this answer.")
CHAT_CHANGE = _phrase("chat.change", "Press Enter to change this answer.")
CHAT_OPEN = _phrase("chat.open", "Press Enter to open this.")
CHAT_CODE = _phrase("chat.code", "Press Enter for a code that a phone can read.")
CHAT_CARD = _phrase("chat.card", "Press Enter to show only this.")
CHAT_TYPED = _phrase("chat.typed", "Press Enter to send this.")
CHAT_CLOSE = _phrase("chat.close", "Press Esc to go back to where you were.")
CHAT_MORE = _phrase("chat.more", "more below: arrow keys")
CHAT_CHANGE_TITLE = _phrase("chat.change-title", "Change your answer")
CHAT_WAS = _phrase("chat.was", "Your answer now: {answer}")
CHAT_SAID = _phrase("chat.said", "What I said to the guide")
CHAT_CODE_TITLE = _phrase("chat.code-title", "Point a phone's camera at this")
CHAT_CODE_SMALL = _phrase("chat.code-small", "Make this window bigger to see the code.")
CHAT_NO_CODE = _phrase("chat.no-code", "The code cannot be shown here. This is the address:")
CHAT_SMALL = _phrase("chat.small", "Make this window bigger to go on.")
CHAT_LANGUAGES = _phrase("chat.languages", "Choose a language")
CHAT_RESTART = _phrase("chat.restart", "Start again")

BUTTON_HIDE = _phrase("button.hide", "Hide this", "Is the button that hides the screen.")
BUTTON_BACK = _phrase("button.back", "Back")
BUTTON_HELP = _phrase("button.help", "Help")
BUTTON_TOPICS = _phrase("button.topics", "Questions")
BUTTON_LANGUAGE = _phrase("button.language", "Language")
BUTTON_BOTH = _phrase("button.both", "Two languages")
BUTTON_PLAIN = _phrase("button.plain", "Plain text")
BUTTON_THEME = _phrase("button.theme", "Colours")
