"""Goods received or returned against an order: what is left of each line, what is too much, what is not as it should
be. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.domain.carrying import carry
from desktop.domain.order import Order, OrderLine, allot
from desktop.domain.photo import MOST_PHOTOS
from desktop.domain.refusal import Refusal
from desktop.domain.stock import Deviation, Movement
from desktop.domain.task import MARKS, Scan, Task, What, standing

_WHOLE_PPM = 1_000_000


@dataclass(frozen=True, slots=True)
class LineReceived:
    """A line of an order, as it was before the task, and what came of it now, in thousandths.

    `allowed_milli` is how much more than was ordered of the product is taken without a reason.
    """

    line: OrderLine
    received_milli: int
    allowed_milli: int

    @property
    def left_milli(self) -> int:
        """What is still to come."""
        return max(self.line.open_milli - self.received_milli, 0)

    @property
    def over_milli(self) -> int:
        """How much of what came now is more than was ordered."""
        return max(self.received_milli - self.line.open_milli, 0)

    @property
    def is_too_much(self) -> bool:
        """Whether more came than is taken without a reason."""
        over_milli = self.line.done_milli + self.received_milli - self.line.quantity_milli
        return self.over_milli > 0 and over_milli > self.allowed_milli


@dataclass(frozen=True, slots=True)
class Received:
    """What a task has received so far; `unordered` are goods that no line wants, `marked` those that were marked."""

    lines: tuple[LineReceived, ...] = ()
    unordered: tuple[Movement, ...] = ()
    marked: tuple[Deviation, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left to come."""
        return bool(self.lines) and not any(line.left_milli for line in self.lines)

    @property
    def is_level(self) -> bool:
        """Whether everything came and nothing else: each line has what it wants, no more and no less."""
        done = all(line.line.done_milli + line.received_milli == line.line.quantity_milli for line in self.lines)
        return bool(self.lines) and done and not self.unordered


def compare(order: Order | None, task: Task, scans: Sequence[Scan]) -> Received:
    """Say how far an order is with what was scanned; a blind one, or one that is not open any more (None), expects
    nothing."""
    moves = carry(task, scans).done
    marked = _marked(moves, scans)
    if order is None:
        return Received(marked=marked)
    if order.is_blind:
        known = {line.product_id for line in order.lines}
        return Received(unordered=tuple(move for move in moves if move.product_id not in known), marked=marked)
    came: Counter[int] = Counter()
    unordered = []
    for move in allot(order.lines, moves):
        came[move.order_line] += move.quantity_milli
        unordered += [] if move.order_line else [move]
    allowed: Counter[str] = Counter()
    for line in order.lines:
        allowed[line.product_id] += line.quantity_milli * order.over_ppm_of(line)
    lines = [LineReceived(line, came[line.n], allowed[line.product_id] // _WHOLE_PPM) for line in order.lines]
    return Received(tuple(lines), tuple(unordered), marked)


def _marked(moves: Sequence[Movement], scans: Sequence[Scan]) -> tuple[Deviation, ...]:
    """Sum up what was marked, of each product and lot no more than came: its scan may have been taken back since."""
    came: Counter[tuple[str, str]] = Counter()
    for move in moves:
        came[move.product_id, move.lot] += move.quantity_milli
    marked: Counter[tuple[str, str, str]] = Counter()
    kinds, photos = dict[tuple[str, str], str](), dict[tuple[str, str, str], list[str]]()
    for scan in standing(scans):
        goods = (scan.product_id, scan.lot)
        if scan.what in MARKS:
            milli = min(scan.quantity_milli, came[goods])
            came[goods] -= milli
            marked[*goods, scan.what] += milli
            kinds[goods] = scan.what
        elif scan.what is What.PHOTO and goods in kinds:
            photos.setdefault((*goods, kinds[goods]), []).append(scan.code)
    return tuple(
        Deviation(key[0], milli, key[2], lot=key[1], photos=tuple(dict.fromkeys(photos.get(key, ()))))
        for key, milli in marked.items()
        if milli
    )


def last_goods(scans: Sequence[Scan]) -> Scan:
    """Give the goods that were scanned last and are not marked yet. Refusal `receiving.nothing`."""
    left = standing(scans)
    if not left or left[-1].what is not What.GOODS:
        raise Refusal("receiving.nothing", "There are no goods to mark.", "Scan the goods first, then the mark.")
    return left[-1]


def last_marked(scans: Sequence[Scan]) -> Scan:
    """Give the mark that stands last, its photos aside. Refusals `photo.nothing`, `photo.many`."""
    left = list(standing(scans))
    photos = 0
    while left and left[-1].what is What.PHOTO:
        left.pop()
        photos += 1
    if not left or left[-1].what not in MARKS:
        remedy = "Scan the goods and the mark first: CMD:DAMAGED or CMD:WRONG."
        raise Refusal("photo.nothing", "A photo is of goods that were marked.", remedy)
    if photos >= MOST_PHOTOS:
        message = f"There are {photos} photos of these goods already."
        raise Refusal("photo.many", message, "Take one back first.", facts={"photos": photos})
    return left[-1]


def to_deviations(
    received: Received, *, ends: bool, reasons: Mapping[str, str], reason: str = ""
) -> tuple[Deviation, ...]:
    """Give what a document says was not as ordered; `ends` when nothing more comes. Reasons are by product or for all.

    Refusals `receiving.over`, `receiving.short` where a reason has to be told and is not; `facts` name the lines.
    """
    told = {line.line.n: reasons.get(line.line.product_id, reason).strip() for line in received.lines}
    too_much = [line for line in received.lines if line.is_too_much and not told[line.line.n]]
    if too_much:
        _refuse("receiving.over", "This is more than was ordered.", too_much)
    short = [line for line in received.lines if ends and line.left_milli]
    if unsaid := [line for line in short if not told[line.line.n]]:
        _refuse("receiving.short", "This is less than was ordered.", unsaid)
    over = [line for line in received.lines if line.over_milli]
    return (
        *(_of(line, line.left_milli, "short", told) for line in short),
        *(_of(line, line.over_milli, "over", told) for line in over),
        *(
            Deviation(move.product_id, move.quantity_milli, "wrong", reasons.get(move.product_id, reason), lot=move.lot)
            for move in _unsaid(received)
        ),
        *(replace(one, reason=reasons.get(one.product_id, reason)) for one in received.marked),
    )


def _unsaid(received: Received) -> list[Movement]:
    """Give the goods that no line wants, less those that somebody marked as wrong: they are told once."""
    said = Counter({(one.product_id, one.lot): one.quantity_milli for one in received.marked if one.kind == What.WRONG})
    left = []
    for move in received.unordered:
        milli = min(move.quantity_milli, said[move.product_id, move.lot])
        said[move.product_id, move.lot] -= milli
        left += [replace(move, quantity_milli=move.quantity_milli - milli)] if milli < move.quantity_milli else []
    return left


def _refuse(code: str, message: str, lines: Sequence[LineReceived]) -> None:
    numbers = ", ".join(str(line.line.n) for line in lines)
    facts = {"lines": numbers, "products": " ".join(dict.fromkeys(line.line.product_id for line in lines))}
    raise Refusal(code, f"{message[:-1]}: line {numbers}.", "Say why, for each of them or for all.", facts=facts)


def _of(line: LineReceived, milli: int, kind: str, told: Mapping[int, str]) -> Deviation:
    return Deviation(line.line.product_id, milli, kind, told[line.line.n], lot=line.line.lot)
