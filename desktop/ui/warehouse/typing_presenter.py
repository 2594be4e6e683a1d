"""What is typed on a screen of the warehouse: signs of a code or a quantity, and the keys to type with."""

from desktop.ui.warehouse.screen_presenter import ScreenPresenter

LONGEST_TYPED = 48


class TypingPresenter(ScreenPresenter):
    """A screen whose state has what is `typed`, a `times_milli` said before, and a `page` "pad" with keys to type."""

    def press_char(self, char: str) -> None:
        """Type a code or a quantity."""
        if self.state.finished is None and len(self.state.typed) < LONGEST_TYPED:
            self._show(typed=self.state.typed + char, refusal=None, alarm=None)

    def press_backspace(self) -> None:
        """Take the last sign back, then what was said before."""
        if self.state.typed:
            self._show(typed=self.state.typed[:-1])
        else:
            self._show(times_milli=None)

    def press_more(self) -> None:
        """One more of the goods that were scanned last; behind what is typed it is a sign like any other."""
        if self.state.typed:
            self.press_char("+")
        elif self.state.finished is None and self.state.page in ("work", "pad"):
            self._take_more()

    def _take_more(self) -> None:
        """Take one more of the goods that were scanned last, if any."""

    def show_pad(self) -> None:
        """Show the keys to type with, or put them away."""
        self._show(page="work" if self.state.page == "pad" else "pad")
