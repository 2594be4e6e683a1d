"""One row of a list is chosen, by keys or by a finger, for what is done to it next."""

from desktop.ui.warehouse.typing_presenter import TypingPresenter


class RowPresenter(TypingPresenter):
    """The state has `rows`, each with its number `n`, and `chosen`, the number of one or 0."""

    def step_row(self, by: int) -> None:
        """Choose the next row of the list, or the one before; before the first is none."""
        numbers = [0, *(row.n for row in self.state.rows)]
        at = numbers.index(self.state.chosen) if self.state.chosen in numbers else 0
        self._show(chosen=numbers[min(max(at + by, 0), len(numbers) - 1)])

    def choose_row(self, at: int) -> None:
        """Choose a row of the list, or let go of it."""
        n = self.state.rows[at].n
        self._show(chosen=0 if n == self.state.chosen else n)
