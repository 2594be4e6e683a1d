"""The health screen: one sentence, what is in the way and what to do, four figures, two lists, four keys."""

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.unsent import Exported
from desktop.ui.health.cards import HealthCards
from desktop.ui.health.case_words import case_lines, case_row
from desktop.ui.health.doctor_card import DoctorCard
from desktop.ui.health.doctor_words import find, next_try
from desktop.ui.health.health_rows import Find, HealthState
from desktop.ui.health.health_words import beside, headline
from desktop.ui.health.lists import HealthLists
from desktop.ui.health.note_words import note_lines
from desktop.ui.health.presenter import HealthPresenter
from desktop.ui.health.sheets import CaseSheet, ExportSheet, NoteSheet
from desktop.ui.theme.theme import active
from desktop.ui.widgets.headline import Headline
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.key_grid import KeyGrid
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.scrolling import Scrolled
from desktop.ui.widgets.strip import Strip, StripKind
from desktop.ui.words import fault_words


class HealthView(Panel):
    """Widgets and the presenter, nothing else. `find(tell)` tells the sticks that an export can go to."""

    def __init__(self, presenter: HealthPresenter, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.heading, self.doctor, self.strip = Headline(), DoctorCard(), Strip()
        self.cards, self.lists = HealthCards(), HealthLists()
        self.try_now = Key(shortcut="F9", cap="right")
        self.note, self.export, self.check = Key(shortcut="F8", cap="right"), Key(), Key()
        self._lay_out()
        self.export_sheet = ExportSheet(self, find)
        self.note_sheet, self.case_sheet = NoteSheet(self), CaseSheet(self)
        self._connect()
        presenter.changed.connect(self.show_state)
        self.retranslate()

    def show_state(self, state: HealthState) -> None:
        """Show everything as it is now."""
        self.heading.say(headline(state), beside(state))
        self.doctor.show_finding(find(state), next_try(state))
        self.cards.show_state(state)
        self.lists.show_state(state)
        self._say_keys(state)
        self._say_export(state)

    def retranslate(self) -> None:
        """Say everything again."""
        self.lists.retranslate()
        self.show_state(self._presenter.state)
        self._keys.lay_out()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another screen is shown."""
        self._presenter.leave()
        super().hideEvent(event)

    def _ask_where(self) -> None:
        state = self._presenter.state
        self.export_sheet.ask(state.waiting.count, state.facts.exports)

    def _show_note(self) -> None:
        state = self._presenter.state
        self.note_sheet.show_note(note_lines(state), prints=state.facts.prints)
        self.note_sheet.open()

    def _print_note(self) -> None:
        self.note_sheet.shut()
        self._presenter.print_note(note_lines(self._presenter.state))

    def _show_case(self, case_id: str) -> None:
        state = self._presenter.state
        case = next((case for case in state.all_cases if case.id == case_id), None)
        if case is not None:
            self.case_sheet.show_case(case_row(case, state).title, case_lines(case, state))

    def _say_keys(self, state: HealthState) -> None:
        finding = find(state)
        call = state.mood in ("person", "blocked") or (finding is not None and finding.tone == "danger")
        stuck = finding is not None and finding.is_line and not call and not state.told_to_wait
        self.try_now.set_text(self.tr("Trying…") if state.trying else self.tr("Try now"))
        self.try_now.set_kind("next" if stuck else "plain")
        self.try_now.setEnabled(not state.trying and not state.told_to_wait)
        self.note.set_text(self.tr("For the manager"))
        self.note.set_kind("next" if call else "plain")
        self.check.set_text(self.tr("Checking…") if state.checking else self.tr("Check the journal"))
        self.check.setEnabled(state.may_check and not state.checking)
        self.export.set_text(self.tr("Exporting…") if state.exporting else self.tr("Export unsent"))
        self.export.setEnabled(state.may_check and not state.exporting and state.waiting.count > 0)

    def _say_export(self, state: HealthState) -> None:
        if state.exported is not None:
            self._say("warn" if state.exported.damaged else "ok", self._written(state.exported))
        elif state.export_fault is not None:
            title, message, remedy = fault_words(state.export_fault)
            self._say("danger", f"{title}. {remedy}")
            self.strip.setToolTip(message)
        else:
            self.strip.clear()

    def _say(self, kind: StripKind, words: str) -> None:
        """A strip that says the same already is left alone: a screen reader would say it every second."""
        if self.strip.text != words:
            self.strip.show_notice(kind, words)

    def _written(self, exported: Exported) -> str:
        if exported.damaged:
            words = self.tr("%n entries are written as they are.", "", exported.entries)
            words += " " + self.tr("Damaged places: %n. Hand this file to support: {file}", "", exported.damaged)
        else:
            words = self.tr("%n entries are written and checked, none is missing: {file}", "", exported.entries)
        return words.replace("{file}", exported.file)

    def _connect(self) -> None:
        presenter = self._presenter
        self.try_now.clicked.connect(lambda: presenter.try_now())
        self.check.clicked.connect(lambda: presenter.check_journal())
        self.export.clicked.connect(self._ask_where)
        self.export_sheet.folder_chosen.connect(presenter.export)
        self.note.clicked.connect(self._show_note)
        self.note_sheet.print_asked.connect(self._print_note)
        self.lists.case_chosen.connect(self._show_case)
        self.strip.dismissed.connect(presenter.dismiss)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._page = Scrolled(self.heading, self.strip, self.doctor, self.cards, self.lists)
        self._page.column.setStretchFactor(self.lists, 1)
        self._page.column.setStretch(self._page.column.count() - 1, 0)
        self._column.addWidget(self._page, 1)
        self._keys = KeyGrid((self.try_now, self.note, self.export, self.check))
        self._column.addWidget(self._keys)
        self._space()

    def _space(self) -> None:
        gap = active().gap
        self._column.setContentsMargins(2 * gap, 3 * gap // 2, 2 * gap, gap)
        for column in (self._column, self._page.column):
            column.setSpacing(gap)
        self._keys.lay_out()
