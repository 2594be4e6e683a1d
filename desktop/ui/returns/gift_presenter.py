"""Certificates that come back for money: head office is asked to hold them before they are on the ticket."""

from collections.abc import Callable, Sequence

from desktop.domain.gift import GiftBalance
from desktop.domain.ids import new_id
from desktop.domain.refusal import Refusal
from desktop.domain.returning import ReturnLine
from desktop.operations.gifts import number_of, take_gift_back
from desktop.operations.terminal import Terminal
from desktop.ui.payment.gift_presenter import AskGift, nobody_answers

Lines = tuple[ReturnLine, ...]


class GiftsBack:
    """`asking` is the number that head office is asked for. One that is asked for again keeps its hold."""

    def __init__(self, terminal: Terminal, ask: AskGift = nobody_answers) -> None:
        self._terminal, self._ask = terminal, ask
        self._holds: dict[str, str] = {}
        self._round = 0
        self.asking = ""

    def forget(self) -> None:
        """An answer that is still on its way is for nobody."""
        self._round += 1
        self.asking = ""

    def look_up(
        self, lines: Sequence[ReturnLine], done: Callable[[Lines], None], no: Callable[[Refusal], None]
    ) -> None:
        """Give the lines with what is held of certificates among them, at once where there are none; or why not."""
        self._next((), tuple(lines), done, no)

    def _next(self, ready: Lines, left: Lines, done: Callable[[Lines], None], no: Callable[[Refusal], None]) -> None:
        while left and not number_of(left[0]):
            ready, left = (*ready, left[0]), left[1:]
        if not left:
            done(ready)
            return
        line, mine = left[0], self._round
        number = self.asking = number_of(line)
        hold = self._holds.setdefault(number, new_id(self._terminal.clock.now()))

        def take(told: GiftBalance | None) -> None:
            if mine != self._round:
                return
            self.asking = ""
            try:
                back = take_gift_back(self._terminal, line, told, hold)
            except Refusal as refusal:
                no(refusal)
            else:
                self._next((*ready, back), left[1:], done, no)

        self._ask(take, number, -line.total_minor, hold)
