"""A terminal that something has stopped: another program (tcflow(3)), Ctrl+S, or Scroll Lock."""

import select
import termios


def takes_more(screen: int, within: float = 0) -> bool:
    """Whether it has room for what is shown, or gets it within so many seconds."""
    return bool(select.select([], [screen], [], within)[1])


def let_go_on(keyboard: int, screen: int) -> bool:
    """Undo what stops it; whether that took reading and writing its settings.

    Never raises: a terminal that is gone stops nobody.
    """
    try:
        termios.tcflow(screen, termios.TCOON)
        if takes_more(screen):
            return False
        now = termios.tcgetattr(keyboard)
        # Linux lets go of Scroll Lock where IXON is taken away, and of nothing else.
        for flags in (now[0] | termios.IXON, now[0] & ~termios.IXON, now[0]):
            termios.tcsetattr(keyboard, termios.TCSANOW, [flags, *now[1:]])
    except (termios.error, OSError):
        return False
    return True
