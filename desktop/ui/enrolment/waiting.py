"""Waiting: for head office to approve this till, and for the first goods."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from desktop.ui import formats
from desktop.ui.enrolment.enrolment_rows import EnrolmentState
from desktop.ui.theme.theme import active
from desktop.ui.widgets.figure import Figure
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.pairs import Pair, Pairs
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.strip import Strip
from desktop.ui.widgets.text import Text
from desktop.ui.words import fault_words, sync_words
from sync.status import EngineStatus

MEGABYTE = 1_000_000
_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)  # only a line that works has an age to tell


class Pending(Panel):
    """Head office has to say yes; `back_asked()` leads to the address again."""

    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = EnrolmentState()
        self._title, self._words = Text("", "title", wrap=True), Text("", "body", wrap=True)
        self.facts, self._looks = Pairs(plain=True, stays_beside=True), Text("", "quiet", wrap=True)
        self.back = Key(size="control")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._title, self._words, self.facts, self._looks):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._column.addWidget(self.back)
        self.back.clicked.connect(lambda: self.back_asked.emit())
        self._column.setSpacing(active().px(14))
        self.retranslate()

    def show_state(self, state: EnrolmentState) -> None:
        """Show what to compare in the console."""
        self._state = state
        self.facts.set_pairs(
            [
                Pair(self.tr("Till"), state.name, strong=True),
                Pair(self.tr("Device"), state.device),
                Pair(self.tr("Fingerprint"), state.fingerprint, strong=True),
                Pair(self.tr("Head office"), state.server),
            ]
        )
        looks = self.tr("This till asks again by itself every few seconds.")
        if state.status.state == "offline":
            looks = f"{_line(state.status)} {looks}"
        self._looks.setText(looks)

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(self.tr("Head office has to approve this till"))
        self._words.setText(
            self.tr("Open the console of head office, choose Tills, compare the device and press Approve.")
        )
        self.back.set_text(self.tr("Use another address"))
        self.show_state(self._state)


class Loading(Panel):
    """Goods are coming; `begin_asked()` begins before all are here, `sheet_asked()` wants the recovery sheet."""

    begin_asked = Signal()
    sheet_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = EnrolmentState()
        self._title, self._words = Text("", "title", wrap=True), Text("", "body", tone="muted", wrap=True)
        self.percent = Figure("", "total", align=Qt.AlignmentFlag.AlignLeft)
        self.bar, self._detail, self.strip = QProgressBar(), Text("", "body", wrap=True), Strip()
        self.bar.setTextVisible(False)
        self.begin, self.sheet = Key(kind="primary", shortcut="F9"), Key(size="control", shortcut="F6")
        self.saved = Text("", "quiet", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._title, self._words, self.percent, self.bar, self._detail, self.strip):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        for last in (self.saved, self.sheet, self.begin):
            self._column.addWidget(last)
        self.sheet.clicked.connect(lambda: self.sheet_asked.emit())
        self.begin.clicked.connect(lambda: self.begin_asked.emit())
        self._column.setSpacing(active().px(14))
        self.retranslate()

    def show_state(self, state: EnrolmentState) -> None:
        """Show how far it is."""
        self._state = state
        goods = self.tr("%n goods are here", "", state.goods)
        if state.status.progress:
            done, total = state.status.progress
            share = min(1000, 1000 * done // max(1, total))
            self.bar.setRange(0, 1000)
            self.bar.setValue(share)
            self.percent.set_text(f"{share // 10}\u00a0%")
            loaded = self.tr("{done} of {total} MB")
            self._detail.setText(loaded.format(done=_megabytes(done), total=_megabytes(total)))
        else:
            self.bar.setRange(0, 0 if state.status.state == "sending" else 1)
            self.percent.set_text(formats.decimal(str(state.goods)))
            self._detail.setText(goods)
        self.percent.set_name(self._title.text())
        self.begin.setEnabled(state.may_begin)
        self.saved.setText(self._sheet_words(state))
        self._tell_trouble(state)

    def retranslate(self) -> None:
        """Say everything again."""
        self._title.setText(self.tr("Goods and prices are coming"))
        self._words.setText(self.tr("This till is admitted. From now on it also works without the line."))
        self.bar.setAccessibleName(self.tr("Loading goods"))
        self.begin.set_text(self.tr("Begin"))
        self.sheet.set_text(self.tr("Recovery sheet"), name=self.tr("Write the recovery sheet of this till"))
        self.show_state(self._state)

    def _sheet_words(self, state: EnrolmentState) -> str:
        if state.sheet:
            return self.tr("It is written: {0}. Print it, keep it in the safe, and delete the file.").replace(
                "{0}", state.sheet
            )
        return self.tr("Should this till lose its key, its recovery sheet opens its data again.")

    def _tell_trouble(self, state: EnrolmentState) -> None:
        if state.fault is not None:
            self.strip.show_notice("danger", ". ".join(fault_words(state.fault)[:2]))
        elif state.status.state in ("offline", "blocked", "attention"):
            self.strip.show_notice("warn", _line(state.status))
        else:
            self.strip.clear()


def _line(status: EngineStatus) -> str:
    """What is wrong with the line, without figures."""
    return sync_words(status, _NO_TIME).text.partition(" · ")[0] + "."


def _megabytes(size: int) -> str:
    return formats.decimal(f"{size / MEGABYTE:.1f}")
