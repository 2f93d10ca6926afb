"""The parent that waits for the guide, and puts the terminal right where the guide cannot.

It is forked before anything heavy is imported, so it costs a millisecond and a few megabytes. It
has no thread, reads nothing that is typed, and never holds a word of anyone. It writes only after
the guide was killed, or where the terminal had been stopped.
"""

import os
import signal
import sys
import time
from collections.abc import Callable
from typing import NoReturn

from guide import failsafe
from guide.front.borrowed import ASK_TO_LEAVE
from guide.front.terminal import LEAVING, Terminal

# What is frozen may be read by whoever comes next. More often would wake a laptop for nothing.
BETWEEN_LOOKS = 1.0
"""Seconds between looks at whether the terminal still takes what is shown."""
# Most terminals that are only slow take something within it.
_STUCK = 0.2
"""Seconds without room for a byte, after which a terminal may have been stopped."""
# Keys that were pressed meanwhile are heard first: somebody who hides is not shown a card.
_MOMENT = 0.3
"""Seconds that the guide has to leave by itself once a stopped terminal goes on."""

_PASSED_ON = (signal.SIGTERM, signal.SIGHUP)
"""Asks to leave: the guide is to hear them whichever of the two they were sent to."""
_FROM_KEYS = (signal.SIGINT, signal.SIGQUIT)
"""What keys send. The terminal sends it to both, so it is passed on only if nothing comes of it."""
_ASK_TO_LEAVE = frozenset(signal.Signals[name] for name in ASK_TO_LEAVE)
_JOB_CONTROL = (signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU)
"""A shell stopped the guide, or started it behind another program; `fg` lets it go on."""


def stand_behind(languages: tuple[str, ...] = ()) -> None:
    """Fork. The child comes back, to hold a conversation; the parent ends as the child does.

    The exit status is the child's, and 128 and the signal's number where one ended it. Then the
    terminal is set as it was and wiped, and the fail-safe card is shown in these `languages`.
    Where no process is to be had, the guide goes on alone.
    """
    terminal = Terminal()
    try:
        child = fork()
    except OSError:  # no memory, or too many processes
        child = 0
    if child:
        _wait_for(child, terminal, languages)
    hear_signals()


def fork() -> int:
    """The child's number in the parent, and 0 in the child; raises OSError where none can be.

    In both, signals that ask to leave wait until `hear_signals`: none is lost between them.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, _ASK_TO_LEAVE)
    return os.fork()


def hear_signals() -> None:
    """Let signals that ask to leave be heard again."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _ASK_TO_LEAVE)


def _wait_for(child: int, terminal: Terminal, languages: tuple[str, ...]) -> NoReturn:
    def show_card() -> None:
        failsafe.show(sys.stdout, languages)

    status = Guardian(terminal).wait(child)
    try:
        if status < 0:
            # Whoever asked the guide to leave is shown no card.
            put_right(terminal, None if -status in _ASK_TO_LEAVE else show_card)
        elif terminal.was_set_anew:
            # The guide may have left between the two, and what it set was undone.
            put_right(terminal)
    finally:
        os._exit(status if status >= 0 else 128 - status)


def put_right(terminal: Terminal, and_then: Callable[[], object] | None = None) -> None:
    """Set the terminal as it was, wiped, then do something; waits for none that takes nothing.

    Raises only what `and_then` raises.
    """
    signal.signal(signal.SIGALRM, _give_up)
    signal.setitimer(signal.ITIMER_REAL, LEAVING, LEAVING)
    try:
        terminal.go_on()
        terminal.give_back()
        if and_then:
            and_then()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _give_up(*_: object) -> None:
    raise TimeoutError("the terminal takes nothing")


class Guardian:
    """Waits for one child after the other, on the terminal that they talk on."""

    def __init__(self, terminal: Terminal) -> None:
        self.leaving = False
        """Whether all was asked to end."""
        self._terminal = terminal
        self.child = 0
        """The process that is waited for; 0 where there is none."""
        self._from_keys = 0
        self._looks = 0

    def wait(self, child: int) -> int:
        """The child's exit status, or the number of the signal that ended it as a negative one.

        Signals are heard from here on.
        """
        self.child, self._from_keys = child, 0
        for number in _PASSED_ON:
            signal.signal(number, self._pass_on)
        for number in _FROM_KEYS:
            signal.signal(number, self._pass_on_late)
        for number in _JOB_CONTROL:
            signal.signal(number, signal.SIG_IGN)
        signal.signal(signal.SIGALRM, self._look)
        # Again and again: a signal that comes just before waitpid is heard with the next one.
        signal.setitimer(signal.ITIMER_REAL, BETWEEN_LOOKS, BETWEEN_LOOKS)
        hear_signals()
        while True:
            _, status = os.waitpid(child, os.WUNTRACED)
            if not os.WIFSTOPPED(status):
                self.child = 0
                return os.waitstatus_to_exitcode(status)
            if os.WSTOPSIG(status) in _JOB_CONTROL:
                os.kill(os.getpid(), signal.SIGSTOP)  # the shell sees that its job has stopped
            else:
                self._send(signal.SIGCONT)  # what stands still cannot be hidden

    def _pass_on(self, number: int, _: object) -> None:
        self.leaving, self._looks = True, 0
        self._send(number)

    def _pass_on_late(self, number: int, _: object) -> None:
        self._from_keys, self._looks = number, 0

    def _look(self, *_: object) -> None:
        """End a child that does not leave, or whose words were frozen: then both are put right."""
        # Off meanwhile: the next look is not to begin within a slow one.
        signal.setitimer(signal.ITIMER_REAL, 0)
        self._looks += 1
        if self.leaving and self._looks * BETWEEN_LOOKS > LEAVING:
            self._send(signal.SIGKILL)
        elif self._from_keys and self._looks > 1:
            self._from_keys, number = 0, self._from_keys
            self._send(number)
        elif self.lets_go_on():
            time.sleep(_MOMENT)
            self._send(signal.SIGKILL)
        signal.setitimer(signal.ITIMER_REAL, BETWEEN_LOOKS, BETWEEN_LOOKS)

    def lets_go_on(self) -> bool:
        """Whether the terminal had been stopped, and goes on by this very call.

        One that is slow, or that nobody reads, is left alone: it gets room when it does, and not
        as soon as it is told to go on. The child stands still for that moment, or it would fill
        the room before it is seen.
        """
        if self._terminal.takes_more(_STUCK):
            return False
        self._send(signal.SIGSTOP)
        try:
            self._terminal.go_on()
            return self._terminal.takes_more()
        finally:
            self._send(signal.SIGCONT)

    def _send(self, number: int) -> None:
        try:
            if self.child:
                os.kill(self.child, number)
        except ProcessLookupError:
            pass  # it has just ended
