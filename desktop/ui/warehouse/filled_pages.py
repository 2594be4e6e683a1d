"""The last two pages of a picking or packing: what is missing, and what came of it, with parcels and the supply."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import formats
from desktop.ui.settings.qr_square import QrSquare
from desktop.ui.theme.theme import active
from desktop.ui.warehouse.filling_rows import Filled, FillState, ParcelRow
from desktop.ui.warehouse.filling_words import line_quantity, verdict_words
from desktop.ui.warehouse.task_words import kind_done, kind_title
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.key_grid import KeyGrid
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.scrolling import Scrolled
from desktop.ui.widgets.text import Text
from desktop.ui.words import refusal_text

DrawQr = Callable[[str], Sequence[Sequence[tuple[int, int]]]]


class FillEndPage(Panel):
    """`ended(bool)`: with True nothing more comes. What there is one way for ends with one key."""

    ended = Signal(bool)
    back_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = FillState()
        self._title, self._hint = Text("", "title", wrap=True), Text("", "body", tone="muted", wrap=True)
        card = Card()
        card.body.addWidget(Scrolled(self._title, self._hint))
        self.back = Key(shortcut="Esc", cap="right", bind=False)
        self.rest = Key(shortcut="F8", cap="right")
        self.post = Key(kind="next", icon="check", shortcut="F9", cap="right")
        self.keys = KeyGrid((self.back, self.rest, self.post))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(card, 1)
        self._column.addWidget(self.keys)
        self.back.clicked.connect(lambda: self.back_pressed.emit())
        self.rest.clicked.connect(lambda: self.ended.emit(True))
        self.post.clicked.connect(lambda: self.ended.emit(False))
        self._space()

    def show_state(self, state: FillState) -> None:
        """Ask how this shall end."""
        self._state = state
        if state.task is None:
            return
        short, packs = state.done < state.lines, state.task.kind == "pack"
        self._title.setText(f"{kind_title(state.task.kind)}?")
        missing = [f"{row.goods}: {line_quantity(row)}" for row in state.rows if row.stands != "done"]
        hint = self.tr("Finish once more and it is done. Or scan on.")
        if short:
            hint = "\n".join([self.tr("Still missing:"), *missing])
        self._hint.setText(refusal_text(state.refusal) if state.refusal else hint)
        self._hint.set_tone("danger" if state.refusal else "muted")
        self.back.set_text(self.tr("Scan on"))
        self.rest.set_text(self.tr("It does not come") if packs else self.tr("Nothing more comes"))
        self.post.set_text(self.tr("The rest comes later") if short else self.tr("Finish"))
        refills = state.task.kind == "refill"  # what it lacks head office asks for anew
        self.keys.show_key(self.rest, short and not refills)
        self.keys.show_key(self.post, not (short and packs))
        self.keys.lay_out()

    def retranslate(self) -> None:
        """Say everything again."""
        self.show_state(self._state)

    def _space(self) -> None:
        self._column.setSpacing(active().gap)


class FilledPage(Panel):
    """`next_asked()`, `pack_asked()`, `print_asked()`; `draw_qr` gives the dark stretches of a text's square."""

    next_asked = Signal()
    pack_asked = Signal()
    print_asked = Signal()

    def __init__(self, draw_qr: DrawQr | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._draw_qr = FillState(), draw_qr
        self._square: QrSquare | None = None
        self._title, self._sums = Text("", "strip", tone="ok", wrap=True), Text("", "strong", wrap=True)
        self._parcels, self._said = Text("", "body", wrap=True), Text("", "body", wrap=True)
        self._supply, self._row = Text("", "strong", wrap=True), QHBoxLayout()
        told = (self._title, self._sums, self._parcels, self._said, self._supply)
        self._row.addWidget(Scrolled(*told), 1)
        self._card = Card(ground="ok")
        self._card.body.addLayout(self._row, 1)
        self.stickers = Key(icon="printer", shortcut="F6", cap="right")
        self.pack = Key(icon="package", shortcut="F8", cap="right")
        self.go_on = Key(kind="next", icon="check", shortcut="F9", cap="right")
        self.keys = KeyGrid((self.stickers, self.pack, self.go_on))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._card, 1)
        self._column.addWidget(self.keys)
        self.stickers.clicked.connect(lambda: self.print_asked.emit())
        self.pack.clicked.connect(lambda: self.pack_asked.emit())
        self.go_on.clicked.connect(lambda: self.next_asked.emit())
        self._space()

    def show_state(self, state: FillState) -> None:
        """Say what came of it."""
        self._state, finished = state, state.finished
        if finished is None:
            return
        parts = [self.tr("%n line(s)", "", finished.lines)]
        if finished.missing:
            parts.append(self.tr("%n line(s) not whole", "", finished.missing))
        if finished.parcels:
            parts.append(self.tr("%n parcel(s)", "", len(finished.parcels)))
        self._title.setText(kind_done(finished.kind))
        self._sums.setText(" · ".join(parts))
        self._parcels.setText("\n".join(map(self._parcel_words, finished.parcels)))
        self._said.setText(self._sticker_words(state))
        self._said.set_tone("danger" if finished.stickers == "failed" else "muted")
        for words in (self._parcels, self._said):
            words.setVisible(bool(words.text()))
        self._show_supply(finished)
        self.stickers.set_text(self.tr("Print stickers again"))
        self.pack.set_text(self.tr("Pack it now"))
        self.go_on.set_text(self.tr("To the tasks"))
        self.keys.show_key(self.stickers, finished.stickers in ("sent", "failed"))
        self.keys.show_key(self.pack, bool(finished.packs_id))
        self.keys.lay_out()

    def retranslate(self) -> None:
        """Say everything again."""
        self.show_state(self._state)

    def _parcel_words(self, parcel: ParcelRow) -> str:
        weight = formats.quantity(parcel.weight_milli, "kg") if parcel.weight_milli else ""
        verdict = verdict_words(parcel.verdict)
        parts = (parcel.number, self.tr("%n line(s)", "", parcel.lines), weight, verdict)
        return " · ".join(part for part in parts if part)

    def _sticker_words(self, state: FillState) -> str:
        assert state.finished is not None
        if state.finished.stickers == "failed" and state.refusal is not None:
            return refusal_text(state.refusal)
        if state.finished.stuck:
            done, of = len(state.finished.stuck), len(state.finished.parcels)
            if done == of:
                return self.tr("Every sticker was scanned on its parcel.")
            return self.tr("Stickers scanned: {0} of {1}.").replace("{0}", str(done)).replace("{1}", str(of))
        return {
            "none": self.tr("No printer for stickers is set."),
            "printing": self.tr("Stickers are being printed …"),
            "sent": self.tr("Stickers are printed. Scan each one where it sticks."),
            "failed": self.tr("The stickers were not printed."),
        }.get(state.finished.stickers, "")

    def _show_supply(self, finished: Filled) -> None:
        """The last parcel of a supply shows its square, for the gate."""
        if self._square is not None:
            self._row.removeWidget(self._square)
            self._square.deleteLater()
            self._square = None
        words = self.tr("Supply {0}: everything here is packed.").replace("{0}", finished.supply)
        self._supply.setText(words if finished.supply else "")
        self._supply.setVisible(bool(finished.supply))
        if finished.supply and self._draw_qr is not None:
            self._square = QrSquare(self._draw_qr(finished.supply))
            self._square.setAccessibleName(finished.supply)
            self._row.addWidget(self._square, 0, Qt.AlignmentFlag.AlignTop)

    def _space(self) -> None:
        self._column.setSpacing(active().gap)
