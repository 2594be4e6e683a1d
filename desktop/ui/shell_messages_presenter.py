"""What head office writes: which message waits for whoever works here, and what they answer."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.domain.message import BUNDLE, Message
from desktop.faults import Fault
from desktop.operations import messages
from desktop.operations.terminal import Terminal
from desktop.store.topics import Topic


class MessagesPresenter(QObject):
    """Tells `changed()` when another message is to be shown, or none; `faulted(Fault)` when an answer is not kept."""

    changed = Signal()
    faulted = Signal(object)

    def __init__(self, terminal: Terminal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terminal = terminal
        self.message: Message | None = None
        self._stop = terminal.database.listen(self._on_topics)
        self.reload()

    def reload(self) -> None:
        """Read the oldest message that waits for whoever works here."""
        message = messages.next_message(self._terminal)
        if message != self.message:
            self.message = message
            self.changed.emit()

    def agree(self) -> None:
        """The support bundle may be sent; what is no request is only closed."""
        if self.message is not None and self.message.kind == BUNDLE:
            self._answer(messages.agree_to_bundle)
        else:
            self.close_message()

    def close_message(self) -> None:
        """It was read; a request for a support bundle is declined by it."""
        if self.message is not None and self.message.kind == BUNDLE:
            self._answer(messages.decline_bundle)
        else:
            self._answer(messages.close_message)

    def close(self) -> None:
        """Listen no more."""
        self._stop()

    def _answer(self, answer: Callable[[Terminal, str], None]) -> None:
        if self.message is None:
            return
        try:
            answer(self._terminal, self.message.id)
        except Fault as fault:
            self.faulted.emit(fault)

    def _on_topics(self, topics: frozenset[Topic]) -> None:
        if topics & {Topic.MESSAGES, Topic.STAFF}:
            self.reload()
