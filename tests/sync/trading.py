"""A modelled terminal's trade: shifts with a drawer, sales, refunds, pay-ins, coupons; all of it kept on its disk.

`broken` names a fault built in on purpose: `forgetful` keeps the drawer in memory only, `boundless` takes coupons
offline without a limit, `bare` sends attachments along only once (S10, beside.py).
"""

import random
from dataclasses import dataclass, field

import msgspec

from sync.identity import Identity
from sync.wire.attachments import Attachment
from tests.sync.beside import make_attachment
from tests.sync.books import LIMIT, Fields, read_body
from tests.sync.stores import Incarnation, MemoryJournal

FLOAT_MINOR = 10_000
COUPONS = 80
CUSTOMERS = 0.03


@dataclass
class Day:
    """What the terminal knows while it runs: the shift that is open, its drawer, coupons it has taken.

    `lost` are shifts that were open in a chain that was left: they are closed as interrupted.
    """

    shift: str = ""
    drawer_minor: int = 0
    lost: set[str] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)

    def note(self, fields: Fields) -> None:
        """Take in what an entry says."""
        kind = fields.get("kind")
        if kind == "opened":
            self.shift, self.drawer_minor = fields["shift"], 0
        elif kind == "closed":
            self.shift = "" if fields["shift"] == self.shift else self.shift
            self.lost.discard(fields["shift"])
        elif kind == "coupon":
            self.taken.add(fields["coupon"])
        self.drawer_minor += fields.get("cash", 0)

    def leave_chain(self) -> None:
        """Another incarnation begins: a shift ends with its chain."""
        self.lost |= {self.shift} - {""}
        self.shift = ""


class TradingJournal(MemoryJournal):
    """Seals a trading day; what it draws depends only on the terminal and on how much it has sealed."""

    def __init__(self, identity: Identity, broken: str = "") -> None:
        super().__init__(identity)
        self.broken = broken
        self.most_unsent = 0
        self._day = Day()
        self._current: Incarnation | None = None

    def wake_up(self) -> None:
        """The program starts: what it had in memory is gone, the day is read from the disk."""
        self._current = None

    def seal(self, count: int = 1) -> None:
        """Seal entries, no two alike; after a divergence they go into a new incarnation, with a shift of its own."""
        if not self.incarnations or self.incarnations[-1].left:
            count -= self._open()
        if self._current is not self.incarnations[-1]:
            self._read_day()
        assert self._current is not None
        for _ in range(count):
            fields = self._draw(random.Random(f"{self.identity.device_id}{self.life}{self.sealed}"))
            self._append("test", msgspec.json.encode({"n": self.sealed + 1, **fields}))
            if fields["kind"] == "customer":
                self._current.beside[len(self._current.entries)] = make_attachment(fields["id"])
            self._day.note(fields)
            if fields["kind"] == "coupon":
                self.most_unsent = max(self.most_unsent, self._count_unsent())

    def _read_day(self) -> None:
        self._current, self._day = self.incarnations[-1], Day()
        for each in self.incarnations:
            self._day.leave_chain()
            for entry in each.entries:
                self._day.note(read_body(entry.body))
        if self.broken == "forgetful":
            self._day.drawer_minor = FLOAT_MINOR

    def _count_unsent(self) -> int:
        unsent = [entry for each in self.incarnations for entry in each.entries[each.acked_seq :]]
        return sum(read_body(entry.body).get("kind") == "coupon" for entry in unsent)

    def _draw(self, rng: random.Random) -> Fields:
        """Draw what happens next, out of what can."""
        name = f"{self.identity.device_id[-12:]}{self.life}-{self.sealed}"
        shift = self._day.shift
        if self._day.lost:
            return {"kind": "closed", "shift": min(self._day.lost), "interrupted": True}
        if not shift:
            return {"kind": "opened", "shift": name, "cash": FLOAT_MINOR}
        chance = rng.random()
        if chance < 0.04:
            return {"kind": "closed", "shift": shift, "expected": self._day.drawer_minor}
        if chance < 0.08:
            return {"kind": "drawer", "shift": shift, "cash": rng.choice((-2000, -500, 1000))}
        if chance < 0.12:
            return {"kind": "refund", "shift": shift, "cash": -rng.randint(1, 900)}
        coupon = f"coupon {rng.randrange(COUPONS)}"
        if chance < 0.22 and coupon not in self._day.taken and self._may_take():
            return {"kind": "coupon", "coupon": coupon}
        lines = [rng.randint(1, 999) for _ in range(rng.randint(1, 4))]
        sale: Fields = {"kind": "sale", "id": name, "shift": shift, "lines": lines, "total": sum(lines)}
        if rng.random() < CUSTOMERS:
            return {"kind": "customer", "id": name, "attachment": make_attachment(name).hash.hex()}
        return sale | ({"cash": sum(lines)} if rng.random() < 0.6 else {})

    def read_attachments(self, incarnation: str, after_seq: int, count: int) -> tuple[Attachment, ...]:
        if self.broken != "bare":
            return super().read_attachments(incarnation, after_seq, count)
        sent_before = after_seq < self._named(incarnation).furthest_acked
        return () if sent_before else self.read_named(incarnation, after_seq, count)

    def _may_take(self) -> bool:
        return self.broken == "boundless" or self._count_unsent() < LIMIT
