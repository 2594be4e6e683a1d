"""The model centre's tables: what landed entries mean, and the promises that a reader of them may count on.

A sale has lines, a payment and movements (S5), a shift has a drawer and one closing (S8), a coupon is spent once (S9):
whoever comes second is a case. `broken` names a fault built in on purpose, which the promises must catch:
`torn` writes a sale's head and its parts in two transactions, `reclosing` takes every closing, `generous` pays every
coupon as often as it is shown.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import msgspec

from sync.chain import Entry

LIMIT = 3
"""Coupons that a terminal takes before the centre has heard of them."""

Fields = dict[str, Any]


@lru_cache(maxsize=200_000)
def read_body(body: bytes) -> Fields:
    """Decode an entry's body once; nobody changes what comes out."""
    return msgspec.json.decode(body, type=Fields)


@dataclass
class Books:
    """`waiting` has landed and is not projected yet: the process died in between. `late` is what `torn` left out."""

    broken: str = ""
    waiting: list[Entry] = field(default_factory=list)
    late: list[Fields] = field(default_factory=list)
    rows: set[bytes] = field(default_factory=set)
    sales: dict[str, tuple[bytes, int]] = field(default_factory=dict)
    lines: dict[str, list[int]] = field(default_factory=dict)
    payments: dict[str, int] = field(default_factory=dict)
    moves: dict[str, int] = field(default_factory=dict)
    drawers: dict[str, int] = field(default_factory=dict)
    closings: dict[str, list[bytes]] = field(default_factory=dict)
    spent: dict[str, list[bytes]] = field(default_factory=dict)
    cases: set[bytes] = field(default_factory=set)

    def land(self, entries: Iterable[Entry]) -> None:
        """Keep entries; they mean nothing yet."""
        for entry in entries:
            self.rows.add(entry.hash)
            self.waiting.append(entry)

    def project(self) -> None:
        """Turn what waits into rows, in one transaction."""
        for fields in self.late:
            self._write_parts(fields)
        self.late.clear()
        for entry in self.waiting:
            self._project(entry.hash, read_body(entry.body))
        self.waiting.clear()

    def _project(self, hashed: bytes, fields: Fields) -> None:
        kind = fields.get("kind", "")
        if kind == "sale":
            self.sales[fields["id"]] = hashed, fields["total"]
            self.late.append(fields) if self.broken == "torn" else self._write_parts(fields)
        elif kind == "closed":
            self._take(self.closings, fields["shift"], hashed, always=self.broken == "reclosing")
        elif kind == "coupon":
            self._take(self.spent, fields["coupon"], hashed, always=self.broken == "generous")
        if "cash" in fields:
            self.drawers[fields["shift"]] = self.drawers.get(fields["shift"], 0) + fields["cash"]

    def _write_parts(self, fields: Fields) -> None:
        sale = fields["id"]
        self.lines[sale] = fields["lines"]
        self.payments[sale] = fields["total"]
        self.moves[sale] = len(fields["lines"])

    def _take(self, taken: dict[str, list[bytes]], name: str, hashed: bytes, *, always: bool) -> None:
        """The first one counts; every other is told to a person and changes nothing."""
        if always or name not in taken:
            taken.setdefault(name, []).append(hashed)
        else:
            self.cases.add(hashed)


def check_whole(books: Books) -> None:
    """S5: no reader sees a sale without its lines, payment, movements and journal row."""
    for sale, (hashed, total) in books.sales.items():
        assert sale in books.lines, f"S5: sale {sale} has no lines"
        assert sum(books.lines[sale]) == total == books.payments.get(sale), f"S5: sale {sale} does not add up"
        assert books.moves.get(sale) == len(books.lines[sale]), f"S5: sale {sale} moved nothing"
        assert hashed in books.rows, f"S5: sale {sale} is in no journal"


def check_drawers(books: Books, branches: Sequence[Sequence[Entry]]) -> None:
    """S8: a drawer is its float, sales, refunds, pay-ins and pay-outs, on every chain and in sum; closed once."""
    projected = {entry.hash for branch in branches for entry in branch} - {entry.hash for entry in books.waiting}
    drawers: dict[str, int] = {}
    seen: set[bytes] = set()
    for branch in branches:
        here: dict[str, int] = {}
        for entry in branch:
            fields = read_body(entry.body)
            shift = fields.get("shift", "")
            assert here.get(shift, 0) is not None, f"S8: {fields['kind']} in shift {shift}, which is closed"
            if "cash" in fields:
                here[shift] = here.get(shift, 0) + fields["cash"]
                if entry.hash in projected and entry.hash not in seen:
                    drawers[shift] = drawers.get(shift, 0) + fields["cash"]
            if fields.get("kind") == "closed":
                counted = fields.get("expected", here.get(shift))
                assert counted == here.get(shift), f"S8: {shift} holds {here.get(shift)}, not {counted}"
                here[shift] = None  # type: ignore[assignment]
                if entry.hash in projected:
                    closed = entry.hash in books.closings.get(shift, [])
                    assert closed != (entry.hash in books.cases), f"S8: a closing of {shift} is lost"
        seen |= {entry.hash for entry in branch}
    assert books.drawers == drawers, "S8: a drawer is not the sum of what landed"
    assert all(len(each) == 1 for each in books.closings.values()), "S8: a shift was closed twice"


def check_coupons(books: Books, entries: Iterable[Entry], most_unsent: int) -> None:
    """S9: no coupon is spent twice at the centre, no redemption is forgotten, and offline there is a limit."""
    for coupon, spent in books.spent.items():
        assert len(spent) == 1, f"S9: {coupon} was spent {len(spent)} times"
    waiting = {entry.hash for entry in books.waiting}
    told = {hashed for spent in books.spent.values() for hashed in spent} | books.cases
    for entry in entries:
        if read_body(entry.body).get("kind") == "coupon" and entry.hash not in waiting:
            assert entry.hash in told, "S9: a redemption was forgotten"
    assert most_unsent <= LIMIT, f"S9: {most_unsent} coupons taken offline, {LIMIT} allowed"
