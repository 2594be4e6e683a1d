"""The row of tips between what is due and the change: shares of the total, a round sum, or what is typed."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import formats
from desktop.ui.payment.tips_presenter import TipPresenter
from desktop.ui.payment.tips_rows import TipOption, TipState
from desktop.ui.theme.theme import active
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.text import Text

CHOICES, AS_TIP, UP_TO = tuple(f"Ctrl+{digit}" for digit in range(10)), "Ctrl+T", "Ctrl+U"
"""The keyboard's keys: the choices from none on, and the two for what is typed."""


class TipBar(Panel):
    """Hidden where no tip can be given. While an amount is typed its two keys take the place of the choices."""

    def __init__(self, presenter: TipPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._shown: tuple[TipOption, ...] = ()
        self._word = Text("", "quiet")
        self.choices = Segments(shortcuts=CHOICES)
        self.as_tip, self.up_to = Key(shortcut=AS_TIP, cap="right"), Key(shortcut=UP_TO, cap="right")
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._word)
        self._row.addWidget(self.choices, 1)
        self._row.addWidget(self.as_tip, 1)
        self._row.addWidget(self.up_to, 1)
        self._column.addLayout(self._row)
        self.choices.chosen.connect(lambda key: presenter.choose(int(key)))
        self.as_tip.clicked.connect(lambda: presenter.take_typed())
        self.up_to.clicked.connect(lambda: presenter.take_up_to())
        presenter.changed.connect(self.show_state)
        self._space()
        self.retranslate()

    def show_state(self, state: TipState) -> None:
        """Show the choices, which one holds, and the tip."""
        self.setVisible(bool(state.options))
        if state.options != self._shown:
            self._shown = state.options
            self._name(state)
        self.choices.setVisible(not state.typed)
        for key in (self.as_tip, self.up_to):
            key.setVisible(state.typed)
        tip = formats.money(state.tip_minor, state.currency)
        self._word.setText(self.tr("Tip {0}").replace("{0}", tip) if state.tip_minor else self.tr("Tip"))
        if state.at < 0:
            self.choices.choose_none()
        else:
            self.choices.choose(str(state.at))

    def retranslate(self) -> None:
        """Say everything again."""
        self.choices.setAccessibleName(self.tr("Tip"))
        self.as_tip.set_text(self.tr("As a tip"), name=self.tr("The typed amount is the tip"))
        self.up_to.set_text(self.tr("Up to this sum"), name=self.tr("The typed amount is paid, the tip in it"))
        self._name(self._presenter.state)
        self.show_state(self._presenter.state)

    def _name(self, state: TipState) -> None:
        self.choices.set_options([(str(at), self._words(one, state)) for at, one in enumerate(state.options)])
        for at, one in enumerate(state.options):
            tip = formats.money(one.tip_minor, state.currency)
            words = self.tr("Tip {0}").replace("{0}", f"{self._words(one, state)}, {tip}")
            self.choices.button(str(at)).setAccessibleName(words)

    def _words(self, option: TipOption, state: TipState) -> str:
        if option.up_to_minor:
            return self.tr("up to {0}").replace("{0}", formats.amount(option.up_to_minor, state.currency))
        return formats.percent(option.rate_ppm) if option.rate_ppm else self.tr("None")

    def _space(self) -> None:
        theme = active()
        self._column.setSpacing(theme.px(4))
        self._row.setSpacing(theme.mm(theme.density.gap_mm))
