"""What a machine that is lost leaves behind, and whose work the program is made of."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.ui.settings.page import Page
from desktop.ui.settings.settings_rows import SettingsState
from desktop.ui.settings.typed_row import TypedRow
from desktop.ui.theme.theme import active
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.text import Text


class AboutPage(Page):
    """`key_sheet_asked()` wants the sheet with the recovery key, `licence_chosen(str)` another licence text."""

    key_sheet_asked = Signal()
    licence_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._safe, self._about, self._read = Card(), Card(), Card()
        self.second = TypedRow("backup_second")
        self.second.saved.connect(self.saved)
        self.sheet, self._written = Key(size="control"), Text("", "quiet", wrap=True)
        self._why = Text("", "quiet", wrap=True)
        self._words = Text("", "quiet", wrap=True)
        self.names, self.text = Segments(style="tab"), QPlainTextEdit()
        self.text.setReadOnly(True)
        self.sheet.clicked.connect(lambda: self.key_sheet_asked.emit())
        self.names.chosen.connect(self.licence_chosen)
        for part in (self.second, self._why, self.sheet, self._written):
            self._safe.body.addWidget(part)
        self._about.body.addWidget(self._words)
        self._read.body.addWidget(self.names)
        self._read.body.addWidget(self.text)
        self.left.addWidget(self._safe)
        self.left.addWidget(self._about)
        self.left.addStretch(1)
        self.right.addWidget(self._read, 1)
        self.space()
        self.retranslate()

    def space(self) -> None:
        """Take the distances of the look in force."""
        super().space()
        if hasattr(self, "_read"):
            for card in (self._safe, self._about, self._read):
                card.body.setSpacing(active().px(10))
            self.text.setMinimumSize(active().px(320), active().px(240))
            self.text.setFont(active().font("label"))

    def show_state(self, state: SettingsState) -> None:
        """Show the second disk, where the sheet was written, and the text that is read."""
        super().show_state(state)
        self.second.show_state(state)
        self._written.setVisible(bool(state.key_sheet))
        self._written.setText(
            self.tr("Written to {0}. Print it, then delete the file.").replace("{0}", state.key_sheet)
        )
        self.names.set_options([(name, name) for name in state.licences])
        if state.licence:
            self.names.choose(state.licence)
        if self.text.toPlainText() != state.licence_text:
            self.text.setPlainText(state.licence_text)

    def retranslate(self) -> None:
        """Say everything again."""
        self._safe.set_heading(self.tr("When this computer is lost"))
        self.second.set_words(
            self.tr("Second disk or share"), self.tr("A folder: backups and what is unsent go there too.")
        )
        self._why.setText(self.tr("The sheet for the safe opens a backup when computer and head office are both gone."))
        self.sheet.set_text(self.tr("Recovery sheet (PDF)"))
        self._about.set_heading("eckWMS")
        self._words.setText(
            self.tr(
                "This program is under the MIT licence. It uses Qt under the LGPL: its libraries lie beside the "
                "program as files, and you may put your own build of them in their place."
            )
        )
        self._read.set_heading(self.tr("Licences of all parts"))
        self.names.setAccessibleName(self.tr("Licences of all parts"))
        self.text.setAccessibleName(self.tr("Licences of all parts"))
        super().retranslate()
