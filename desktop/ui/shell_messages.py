"""What head office writes, in a strip of the window until somebody has read or answered it; one at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop.domain.message import BUNDLE, SENT, WORDS, Message
from desktop.faults import Fault
from desktop.operations import messages
from desktop.operations.terminal import Terminal
from desktop.store.topics import Topic
from desktop.ui.shell import Shell
from desktop.ui.widgets.strip import StripAction, StripKind

PIECE = 280
"""Characters of a long text at once; the screen belongs to the sale."""

SEND, LATER, MORE, SEEN = "send", "later", "more", "seen"


class ShellMessages(QObject):
    """Shows the messages of a terminal in the shell's strip, and keeps the answers."""

    def __init__(self, shell: Shell, terminal: Terminal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell, self._terminal = shell, terminal
        self._shown: Message | None = None
        self._pieces: list[str] = []
        self._stop = terminal.database.listen(self._on_topics)
        shell.letter.dismissed.connect(self._dismissed)
        shell.language_chosen.connect(lambda _: self._show())
        self.reload()

    def reload(self) -> None:
        """Show the oldest message that waits for whoever works here, or none."""
        message = messages.next_message(self._terminal)
        if message == self._shown:
            return
        self._shown = message
        self._pieces = split_text(message.text) if message else []
        if message is None:
            self._shell.letter.clear()
        else:
            self._shell.play("attention")
            self._show()

    def close(self) -> None:
        """Listen no more."""
        self._stop()

    def _on_topics(self, topics: frozenset[Topic]) -> None:
        if topics & {Topic.MESSAGES, Topic.STAFF}:
            self.reload()

    def _show(self) -> None:
        message = self._shown
        if message is None:
            return
        kind: StripKind = "ok" if message.kind == SENT else "info"
        self._shell.show_letter(kind, self._text(message), self._actions(message), self._act)

    def _text(self, message: Message) -> str:
        if message.kind == BUNDLE:
            return self.tr(
                "Head office asks for a support bundle: versions, settings, logs and figures of this till, nothing "
                "about customers."
            )
        if message.kind == SENT:
            return self.tr("The support bundle was sent to head office.")
        return f"{message.author}: {self._pieces[0]}" if message.author else self._pieces[0]

    def _actions(self, message: Message) -> Sequence[StripAction]:
        if message.kind == BUNDLE:
            return (StripAction(SEND, self.tr("Send")), StripAction(LATER, self.tr("Not now")))
        if len(self._pieces) > 1:
            return (StripAction(MORE, self.tr("Read on")),)
        return (StripAction(SEEN, self.tr("Seen")),)

    def _act(self, name: str) -> None:
        if self._shown is None:
            return
        if name == MORE:
            del self._pieces[0]
            self._show()
            return
        answer = messages.agree_to_bundle if name == SEND else messages.close_message
        try:
            answer(self._terminal, self._shown.id)
        except Fault as fault:
            self._shell.show_fault(fault)

    def _dismissed(self) -> None:
        self._act(LATER if self._shown is not None and self._shown.kind != WORDS else SEEN)


def split_text(text: str, size: int = PIECE) -> list[str]:
    """Cut a text into pieces that a strip can show, between words where there are some; at least one piece."""
    pieces = []
    rest = text
    while len(rest) > size:
        at = rest.rfind(" ", 1, size + 1)
        at = at if at > 0 else size
        pieces.append(rest[:at])
        rest = rest[at:].lstrip()
    return [*pieces, rest]
