"""What of a receipt comes back, or which goods without one: picked by line or by scan, given as lines of a ticket."""

from dataclasses import replace

from desktop.domain.measured_codes import parse_rules
from desktop.domain.product import Found
from desktop.domain.refusal import Refusal
from desktop.domain.returning import Condition, Receipt, ReturnLine, left_milli
from desktop.domain.shop import Shop
from desktop.domain.unknown_code import refuse_unknown
from desktop.operations import carts, returns
from desktop.operations.returns import Picked
from desktop.operations.terminal import Terminal, require_shop
from desktop.reading import read_code
from desktop.store import catalogue
from desktop.ui.returns.returns_rows import BackRow, Pick, blind_rows, known_rows


class Picking:
    """Of one `receipt`, or of none; then `unseen` is the number of one that can be looked up nowhere now."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._picks: dict[str, Pick] = {}
        self.receipt: Receipt | None = None
        self.unseen = ""

    def begin(self, receipt: Receipt | None = None, unseen: str = "") -> None:
        """Begin anew; what of the receipt is on the ticket already is picked."""
        self.receipt, self.unseen = receipt, unseen
        self._picks = {}
        if receipt is None:
            return
        for line in carts.open_cart(self._terminal).returns:
            if line.returns_sale == receipt.sale_id:
                self._picks[line.returns_line] = Pick(-line.quantity_milli, returns.condition_of(self._terminal, line))

    def put(self, key: str, quantity_milli: int) -> None:
        """So much of a line comes back. A Refusal leaves it as it was: more than is left, or a part of a piece."""
        before = self._picks.get(key)
        pick = replace(before or Pick(0), quantity_milli=quantity_milli)
        self._picks[key] = pick
        if not quantity_milli and pick.found is not None:
            del self._picks[key]
        try:
            self.rows()
        except Refusal:
            self._picks.pop(key, None)
            if before is not None:
                self._picks[key] = before
            raise

    def put_all(self) -> None:
        """All comes back that is left of the receipt."""
        if self.receipt is not None:
            for line in self.receipt.lines:
                pick = self._picks.get(line.line_id) or Pick(0)
                self._picks[line.line_id] = replace(pick, quantity_milli=left_milli(self.receipt, line.line_id))

    def turn(self, key: str) -> None:
        """The next condition that goods can be in here; after the last one the first."""
        pick, known = self._picks.get(key) or Pick(0), returns.list_conditions(self._terminal)
        after = known.index(pick.condition) + 1 if pick.condition in known else 0
        self._picks[key] = replace(pick, condition=known[after % len(known)])

    def scan(self, raw: str | bytes) -> str:
        """Pick one more of scanned goods; gives the key of their line. Refusals `code.unknown`, `return.no_line`."""
        found = self._resolve(raw)
        return self._scan_blind(found[0]) if self.receipt is None else self._scan_off(self.receipt, found)

    def rows(self) -> tuple[BackRow, ...]:
        """Give every line with what of it comes back and what goes out for that."""
        worth = {line.returns_line or line.product_id: -line.total_minor for line in self.lines("-")}
        if self.receipt is not None:
            return known_rows(self.receipt, self._picks, worth)
        return blind_rows(self._picks, worth)

    def lines(self, reason: str) -> tuple[ReturnLine, ...]:
        """What is picked, as lines of a ticket."""
        picked = [
            Picked(key, pick.quantity_milli, reason, pick.condition)
            for key, pick in self._picks.items()
            if pick.quantity_milli
        ]
        if self.receipt is not None:
            order = [line.line_id for line in self.receipt.lines]
            picked.sort(key=lambda one: order.index(one.line_id))
            return returns.known_lines(self._terminal, self.receipt, picked)
        return tuple(self._blind_line(one) for one in picked)

    def shop(self) -> Shop:
        """The shop of this till. Refusal while it is not known."""
        with self._terminal.database.reading() as connection:
            return require_shop(connection, self._terminal)

    def _resolve(self, raw: str | bytes) -> list[Found]:
        shop = self.shop()
        reading = read_code(raw, parse_rules(shop.code_rules.splitlines()))
        with self._terminal.database.reading() as connection:
            found = catalogue.resolve(connection, reading, shop.currency)
        if not found:
            raise refuse_unknown(reading.text)
        return list(found)

    def _scan_blind(self, found: Found) -> str:
        key = found.product.id
        before = self._picks.get(key)
        more = found.quantity_milli or found.pack_milli
        quantity = more + (before.quantity_milli if before and not found.quantity_milli else 0)
        self._picks[key] = Pick(quantity, before.condition if before else Condition.GOOD, found)
        return key

    def _scan_off(self, receipt: Receipt, found: list[Found]) -> str:
        products = {one.product.id for one in found}
        for line in receipt.lines:
            left, picked = left_milli(receipt, line.line_id), self._picks.get(line.line_id, Pick(0)).quantity_milli
            if line.product_id in products and picked < left:
                more = found[0].quantity_milli or found[0].pack_milli
                self.put(line.line_id, min(picked + more, left))
                return line.line_id
        raise Refusal("return.no_line", "This line is not on the receipt.", "Choose a line of the receipt.")

    def _blind_line(self, picked: Picked) -> ReturnLine:
        found = self._picks[picked.line_id].found
        assert found is not None  # without a receipt only what was scanned can be picked
        return returns.blind_line(self._terminal, found, picked, receipt=self.unseen)
