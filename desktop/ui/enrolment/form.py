"""The form: where head office is, what this till is called, the code that lets it in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.enrolment.enrolment_rows import EnrolmentState
from desktop.ui.theme.theme import active
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.scrolling import Scrolled
from desktop.ui.widgets.strip import Strip
from desktop.ui.words import fault_words, refusal_text


class Form(Panel):
    """`server_typed(str)`, `name_typed(str)`, `token_typed(str)`, `connect_asked()`."""

    server_typed = Signal(str)
    name_typed = Signal(str)
    token_typed = Signal(str)
    connect_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = EnrolmentState()
        self.strip, self.server, self.name, self.token = Strip(), Field(), Field(), Field()
        self.go = Key(kind="primary", shortcut="F9")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._fields = Scrolled(self.server, self.name, self.token)
        self._column.addWidget(self.strip)
        self._column.addWidget(self._fields, 1)
        self._column.addWidget(self.go)
        for typed, signal in (
            (self.server, self.server_typed),
            (self.name, self.name_typed),
            (self.token, self.token_typed),
        ):
            typed.edited.connect(signal)
            typed.submitted.connect(lambda _, at=typed: self._next(at))
        self.go.clicked.connect(lambda: self.connect_asked.emit())
        self._space()
        self.retranslate()

    def show_state(self, state: EnrolmentState) -> None:
        """Show what is typed, and what is wrong with it where it is wrong."""
        self._state = state
        asking = state.step == "asking"
        for field, text in ((self.server, state.server), (self.name, state.name), (self.token, state.token)):
            if field.value() != text.strip():
                field.set_value(text)
            field.edit.setEnabled(not asking)
        self.go.set_text(self.tr("Asking head office…") if asking else self.tr("Connect"))
        self.go.setEnabled(not asking)
        self._tell_refusal(state)

    def retranslate(self) -> None:
        """Say everything again."""
        self.server.set_label(self.tr("Address of head office"), self.tr("for example https://head-office.example"))
        self.name.set_label(self.tr("Name of this till"), self.tr("as it stands on receipts, for example Till 3"))
        self.token.set_label(
            self.tr("Code from head office"), self.tr("or scan it · without a code, head office approves by hand")
        )
        self.show_state(self._state)

    def _next(self, field: Field) -> None:
        """Enter goes on to the next field; it never connects by itself, a scanner sends it too."""
        order = (self.server, self.name, self.token)
        following = order[(order.index(field) + 1) % len(order)]
        following.edit.setFocus()

    def _tell_refusal(self, state: EnrolmentState) -> None:
        refusal = state.refusal
        fields = {"server": self.server, "name": self.name, "token": self.token}
        at = fields.get(refusal.field or "") if refusal else None
        if refusal and refusal.code == "server.address":
            at = self.server
        for field in fields.values():
            if field is at and refusal is not None:
                field.refuse(refusal_text(refusal))
            else:
                field.clear_refusal()
        if state.fault is not None:
            title, message, remedy = fault_words(state.fault)
            self.strip.show_notice("danger", f"{title}. {remedy}")
            self.strip.setToolTip(message)
        elif refusal is not None and at is None:
            self.strip.show_notice("danger", refusal_text(refusal))
        else:
            self.strip.clear()

    def _space(self) -> None:
        for column in (self._column, self._fields.column):
            column.setSpacing(active().px(12))
