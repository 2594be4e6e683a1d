"""What head office writes, in a strip of the window until somebody has read or answered it; one at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop.domain.message import BUNDLE, NOT_TAKEN, SENT, Message
from desktop.ui.shell import Shell
from desktop.ui.shell_messages_presenter import MessagesPresenter
from desktop.ui.widgets.strip import StripAction, StripKind

PIECE = 280
"""Characters of a long text at once; the screen belongs to the sale."""

SEND, MORE, CLOSE = "send", "more", "close"
_KINDS: dict[str, StripKind] = {SENT: "ok", NOT_TAKEN: "warn"}


class ShellMessages(QObject):
    """Puts the message that waits into the shell's strip, and what is pressed there to the presenter."""

    def __init__(self, shell: Shell, presenter: MessagesPresenter) -> None:
        super().__init__(shell)
        self._shell, self._presenter = shell, presenter
        self._pieces: list[str] = []
        presenter.changed.connect(self._begin)
        presenter.faulted.connect(shell.show_fault)
        shell.letter.dismissed.connect(presenter.close_message)
        shell.language_chosen.connect(lambda _: self._show())
        self._begin()

    def _begin(self) -> None:
        message = self._presenter.message
        self._pieces = split_text(message.text) if message else []
        if message is None:
            self._shell.letter.clear()
        else:
            self._shell.play("attention")
            self._show()

    def _show(self) -> None:
        message = self._presenter.message
        if message is not None:
            self._shell.show_letter(
                _KINDS.get(message.kind, "info"), self._text(message), self._actions(message), self._act
            )

    def _text(self, message: Message) -> str:
        if message.kind == BUNDLE:
            return self.tr(
                "Head office asks for a support bundle: versions, settings, logs and figures of this till, nothing "
                "about customers."
            )
        if message.kind == SENT:
            return self.tr("The support bundle was sent to head office.")
        if message.kind == NOT_TAKEN:
            return self.tr("Head office did not take the support bundle.")
        return f"{message.author}: {self._pieces[0]}" if message.author else self._pieces[0]

    def _actions(self, message: Message) -> Sequence[StripAction]:
        if message.kind == BUNDLE:
            return (StripAction(SEND, self.tr("Send")), StripAction(CLOSE, self.tr("No")))
        if len(self._pieces) > 1:
            return (StripAction(MORE, self.tr("Read on")),)
        return (StripAction(CLOSE, self.tr("Seen")),)

    def _act(self, name: str) -> None:
        if name == MORE:
            del self._pieces[0]
            self._show()
        elif name == SEND:
            self._presenter.agree()
        else:
            self._presenter.close_message()


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
