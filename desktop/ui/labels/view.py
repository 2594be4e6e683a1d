"""The screen of labels: a search field and the list at the left, the label as it will be and the keys at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import formats
from desktop.ui.labels.jobs_sheet import JobsSheet
from desktop.ui.labels.label_list import GOODS, LabelModel
from desktop.ui.labels.label_picture import LabelPicture
from desktop.ui.labels.labels_rows import LABEL_SIZES, LabelsState
from desktop.ui.labels.presenter import LabelsPresenter
from desktop.ui.labels.sheets import CategorySheet, PdfSheet
from desktop.ui.search.presenter import SearchPresenter
from desktop.ui.search.view import SearchPanel
from desktop.ui.theme.theme import active
from desktop.ui.till.text_sheet import TextSheet
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.strip import Strip, StripAction
from desktop.ui.widgets.text import Text
from desktop.ui.widgets.two_lines import TwoLineTable
from desktop.ui.words import fault_words, refusal_text

BARS, SQUARE, BACK, JOBS = "bars", "square", "back", "jobs"
_STEPS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}


class LabelsView(Panel):
    """Widgets and the presenters, nothing else."""

    def __init__(self, presenter: LabelsPresenter, search: SearchPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter, self._search = presenter, search
        self.title, self.search, self.strip = Text("", "title"), SearchField(), Strip()
        self.model = LabelModel(self)
        self.table = TwoLineTable(self.model, GOODS)
        self.nothing, self.total = EmptyState(icon_name="tag"), Text("", "quiet")
        self.picture, self.size_row, self.code = LabelPicture(), Segments(), Segments()
        self.less, self.more, self.remove = Key(icon="minus"), Key(icon="plus"), Key(icon="trash-2")
        self.weight, self.clear = Key(icon="scale"), Key()
        self.changed, self.category = Key(shortcut="F6", cap="right"), Key(shortcut="F7", cap="right")
        self.pdf = Key(icon="file-text", shortcut="F8", cap="right")
        self.jobs = Key(icon="clock", shortcut="F5", cap="right")
        self.print = Key(kind="next", icon="printer", shortcut="F9", cap="right")
        self._lay_out()
        self.panel = SearchPanel(self._left, search)
        self.categories, self.pdf_sheet, self.weight_sheet = CategorySheet(self), PdfSheet(self), TextSheet(self)
        self.jobs_sheet = JobsSheet(self, presenter.jobs)
        self._connect()
        presenter.changed.connect(self.show_state)
        self.retranslate()

    def show_state(self, state: LabelsState) -> None:
        """Show list, label and what can be done, as they are now."""
        row = state.row
        self.model.show_rows(state.rows)
        self.table.setVisible(bool(state.rows))
        self.nothing.setVisible(not state.rows)
        self.table.choose(-1 if row is None else state.chosen)
        self.total.setText(self.tr("%n label(s)", "", state.total) if state.rows else "")
        self.picture.show_png(state.preview, self._picture_words(state))
        self.size_row.choose(state.size if state.size in LABEL_SIZES else LABEL_SIZES[0])
        self.code.choose(SQUARE if state.square else BARS)
        for key in (self.less, self.more, self.remove):
            key.setEnabled(row is not None)
        self.weight.setEnabled(row is not None and row.label.quantity_milli > 0)
        self.clear.setEnabled(bool(state.rows))
        for key in (self.pdf, self.print):
            key.setEnabled(bool(state.rows) and not state.busy)
        self._say(state)

    def retranslate(self) -> None:
        """Say everything again."""
        self.title.setText(self.tr("Labels"))
        self.search.setPlaceholderText(self.tr("Scan or search for goods"))
        self.search.setAccessibleName(self.tr("Scan or search for goods"))
        self.table.setAccessibleName(self.tr("Labels to print"))
        words = self.tr("Each scan adds one label. The morning's list is under Changed prices.")
        self.nothing.set_words(self.tr("Scan what needs a label"), words)
        self.size_row.setAccessibleName(self.tr("Size in millimetres"))
        sizes = [(size, size.replace("x", f" {formats.TIMES} ")) for size in LABEL_SIZES]
        self.size_row.set_options([(size, self.tr("{0} mm").replace("{0}", words)) for size, words in sizes])
        self.code.setAccessibleName(self.tr("Kind of code"))
        self.code.set_options([(BARS, self.tr("Bars")), (SQUARE, "QR")])
        self.less.set_text("", name=self.tr("One label less"))
        self.more.set_text("", name=self.tr("One label more"))
        self.remove.set_text("", name=self.tr("Take off the list"))
        self.weight.set_text(self.tr("For a weight"), name=self.tr("A label for one weighed package"))
        self.clear.set_text(self.tr("New list"))
        self.changed.set_text(self.tr("Changed prices"))
        self.category.set_text(self.tr("Category"))
        self.pdf.set_text("PDF", name=self.tr("Labels as a PDF"))
        self.jobs.set_text(self.tr("Print jobs"))
        self.print.set_text(self.tr("Print"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 2)
        self.show_state(self._presenter.state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, plus and minus change how many, Delete takes off; letters go into the search."""
        key, text = Qt.Key(event.key()), event.text()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._presenter.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in _STEPS:
            self._presenter.change_copies(_STEPS[key])
        elif key == Qt.Key.Key_Delete:
            self._presenter.set_copies(0)
        elif text.isprintable() and text and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.search.setFocus()
            self.search.insert(text)
            self._search.search(self.search.text())
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another screen is shown."""
        for sheet in (self.categories, self.pdf_sheet, self.weight_sheet, self.jobs_sheet):
            sheet.shut()
        self._leave_search()
        self._presenter.leave()
        super().hideEvent(event)

    # --- inside

    def _connect(self) -> None:
        presenter, search = self._presenter, self._search
        self.search.query_changed.connect(search.search)
        self.search.stepped.connect(self._step)
        self.search.submitted.connect(search.submit)
        self.search.left.connect(self._leave_search)
        search.picked.connect(self._take_found)
        search.code_typed.connect(self._take_code)
        self.table.clicked.connect(lambda index: presenter.choose(index.row()))
        self.size_row.chosen.connect(presenter.choose_size)
        self.code.chosen.connect(lambda kind: presenter.choose_square(kind == SQUARE))
        self.less.clicked.connect(lambda: presenter.change_copies(-1))
        self.more.clicked.connect(lambda: presenter.change_copies(1))
        self.remove.clicked.connect(lambda: presenter.set_copies(0))
        self.clear.clicked.connect(lambda: presenter.clear())
        self.changed.clicked.connect(lambda: presenter.add_changed())
        self.category.clicked.connect(lambda: self.categories.ask(presenter.state.categories))
        self.categories.chosen.connect(presenter.add_category)
        self.weight.clicked.connect(lambda: self._ask_weight())
        self.pdf.clicked.connect(lambda: self.pdf_sheet.ask())
        self.pdf_sheet.ordered.connect(presenter.make_pdf)
        self.print.clicked.connect(lambda: presenter.print_all())
        self.jobs.clicked.connect(lambda: self.jobs_sheet.show_jobs())
        self.strip.acted.connect(self._act)
        self.strip.dismissed.connect(presenter.dismiss)

    def _step(self, by: int) -> None:
        if self._search.state.query:
            self._search.step(by)
        else:
            self._presenter.step(by)

    def _take_found(self, product_id: str) -> None:
        self._leave_search()
        self._presenter.add(product_id)

    def _take_code(self, code: str) -> None:
        self._leave_search()
        self._presenter.scan(code)

    def _leave_search(self) -> None:
        self.search.clear()
        self._search.clear()
        self.setFocus()

    def _act(self, name: str) -> None:
        if name == JOBS:
            self._presenter.dismiss()
            self.jobs_sheet.show_jobs()
        else:
            self._presenter.bring_back()

    def _ask_weight(self) -> None:
        row = self._presenter.state.row
        if row is not None:
            label = self.tr("Weight in {0}").replace("{0}", formats.unit_name(row.label.unit))
            self.weight_sheet.ask(row.label.name, label, self.tr("Add the label"), "", self._presenter.add_weight)

    def _picture_words(self, state: LabelsState) -> str:
        if state.row is None:
            return self.tr("No label is chosen")
        return self.tr("The label of {0} as it will be printed").replace("{0}", state.row.label.name)

    def _say(self, state: LabelsState) -> None:
        back = [StripAction(BACK, self.tr("Back on the list"))] if state.gone else []
        if state.busy:
            self.strip.show_notice("info", self.tr("The labels are on their way…"))
        elif state.refusal is not None:
            self.strip.show_notice("warn", refusal_text(state.refusal))
        elif state.fault is not None:
            title, _, remedy = fault_words(state.fault)
            waits = [StripAction(JOBS, self.tr("Print jobs"))] if state.done == "waiting" else []
            self.strip.show_notice("warn", f"{title}. {remedy}", waits)
        elif state.done is not None:
            kind, words = self._done_words(state)
            self.strip.show_notice("ok" if kind == "ok" else "info", words, back if kind == "ok" else [])
        elif state.gone and not state.rows:
            self.strip.show_notice("info", self.tr("The list was put aside."), back)
        else:
            self.strip.clear()

    def _done_words(self, state: LabelsState) -> tuple[str, str]:
        if state.done == "printed":
            return "ok", self.tr("%n label(s) sent to the printer.", "", state.count)
        if state.done == "saved":
            return "ok", self.tr("Written to {0}").replace("{0}", state.where)
        if state.done == "unchanged":
            return "info", self.tr("Every label that hangs says what the goods cost.")
        if state.done == "never":
            return "info", self.tr("This till has printed no labels yet: begin with a category.")
        if state.more:
            return "info", self.tr("The first %n of them are on the list. Print these, then go on.", "", state.count)
        return "info", self.tr("%n label(s) more on the list.", "", state.count)

    def _lay_out(self) -> None:
        self._column, self._row, self._head = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self.title)
        self._head.addWidget(self.search, 1)
        self._head.addWidget(self.jobs)
        self._left, paper = Card(flush=True), Card(flush=True)
        self._left.body.addWidget(self.table, 1)
        self._left.body.addWidget(self.nothing, 1)
        self._left.body.addWidget(self.total)
        paper.body.addWidget(self.picture, 1)
        self._keys = QGridLayout()
        pairs = ((self.changed, self.category), (self.weight, self.clear), (self.pdf, self.print))
        self._copies = QHBoxLayout()
        for key in (self.less, self.more, self.remove):
            self._copies.addWidget(key, 1)
        self._keys.addLayout(self._copies, 0, 0, 1, 2)
        for at, (first, second) in enumerate(pairs, start=1):
            self._keys.addWidget(first, at, 0)
            self._keys.addWidget(second, at, 1)
        self._right = QVBoxLayout()
        self._right.addWidget(paper, 1)
        self._right.addWidget(self.size_row)
        self._right.addWidget(self.code)
        self._right.addLayout(self._keys)
        self._row.addWidget(self._left, 11)
        self._row.addLayout(self._right, 9)
        self._column.addLayout(self._head)
        self._column.addWidget(self.strip)
        self._column.addLayout(self._row, 1)
        self._space()

    def _space(self) -> None:
        theme, gap = active(), active().gap
        self._column.setContentsMargins(2 * gap, 3 * gap // 2, 2 * gap, gap)
        for layout in (self._column, self._row, self._right):
            layout.setSpacing(gap)
        self._head.setSpacing(2 * gap)
        for keys in (self._keys, self._copies):
            keys.setSpacing(theme.mm(theme.density.gap_mm))
        self.total.setContentsMargins(theme.px(17), theme.px(8), theme.px(17), theme.px(10))
