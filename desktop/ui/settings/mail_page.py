"""Mail and the customer's screen: where mail is handed in, by whose name, and on which display the customer looks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.settings.choice_row import ChoiceRow, locked_words
from desktop.ui.settings.page import Page
from desktop.ui.settings.settings_rows import SettingsState
from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.text import Text

TYPED = ("mail_host", "mail_port", "mail_sender", "mail_user")
DISPLAYS = ("off", "1", "2", "3")


class MailPage(Page):
    """`password_kept(str)` hands a typed password on; it is never shown again."""

    password_kept = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mail, self._screen = Card(), Card()
        self.fields = {name: Field() for name in TYPED}
        self.password, self.keep = Field(secret=True), Key(size="control")
        self.security, self.display = ChoiceRow("mail_security"), ChoiceRow("customer_screen")
        self._hint = Text("", "label", wrap=True)
        self._lay_out()
        self.keep.clicked.connect(lambda: self._save())
        for field in (*self.fields.values(), self.password):
            field.edited.connect(lambda _: self._say_keep())
            field.submitted.connect(lambda _: self._save())
        for row in (self.security, self.display):
            row.chosen.connect(lambda name, value: self.saved.emit(name, value))
        self.retranslate()

    def show_state(self, state: SettingsState) -> None:
        """Show how it is set; what is being typed stays."""
        before = self.state
        super().show_state(state)
        for name, field in self.fields.items():
            if not before.values or state.text(name) != before.text(name):
                field.set_value(state.text(name))
            field.edit.setEnabled(name not in state.locked)
        for row in (self.security, self.display):
            row.show_state(state)
        self._say_keep()

    def retranslate(self) -> None:
        """Say everything again."""
        self._mail.set_heading(self.tr("E-mail"))
        self._screen.set_heading(self.tr("Customer's screen"))
        names = {
            "mail_host": self.tr("Mail server"),
            "mail_port": self.tr("Port"),
            "mail_sender": self.tr("Sender's address"),
            "mail_user": self.tr("User name"),
        }
        for name, field in self.fields.items():
            field.set_label(names[name], locked_words(self.state.locked.get(name, "")))
        self.password.set_label(self.tr("Password"), self.tr("Kept among the secrets of this till, never shown."))
        self.keep.set_text(self.tr("Keep"), name=self.tr("Keep the mail settings"))
        secure = [("starttls", "STARTTLS"), ("tls", "TLS"), ("none", self.tr("none"))]
        self.security.set_words(self.tr("Encryption"), secure)
        numbers = [(name, self.tr("Display {0}").replace("{0}", name)) for name in DISPLAYS[1:]]
        self.display.set_words(self.tr("Shown on"), [("off", self.tr("Off")), *numbers])
        self._hint.setText(self.tr("Where that display is missing, it is a window that can be moved."))
        super().retranslate()

    def space(self) -> None:
        """Take the distances of the look in force."""
        super().space()
        if hasattr(self, "_screen"):
            for card in (self._mail, self._screen):
                card.body.setSpacing(active().px(10))

    def _save(self) -> None:
        for name in self._changed():
            value = self.fields[name].value()
            self.saved.emit(name, int(value) if name == "mail_port" and value.isdigit() else value)
        if self.password.value():
            self.password_kept.emit(self.password.value())
            self.password.set_value("")
        self._say_keep()

    def _changed(self) -> list[str]:
        return [name for name, field in self.fields.items() if field.value() != self.state.text(name)]

    def _say_keep(self) -> None:
        self.keep.setEnabled(bool(self._changed() or self.password.value()))

    def _lay_out(self) -> None:
        pair = QHBoxLayout()
        pair.addWidget(self.fields["mail_host"], 3)
        pair.addWidget(self.fields["mail_port"], 1)
        self._mail.body.addLayout(pair)
        for widget in (self.fields["mail_sender"], self.fields["mail_user"], self.password):
            self._mail.body.addWidget(widget)
        self._mail.body.addWidget(self.keep)
        self._mail.body.addWidget(self.security)
        self._screen.body.addWidget(self.display)
        self._screen.body.addWidget(self._hint)
        self.left.addWidget(self._mail)
        self.left.addStretch(1)
        self.right.addWidget(self._screen)
        self.right.addStretch(1)
        self.space()
