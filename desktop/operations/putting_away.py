"""Which bin goods are best put into, by what the books and the task in hand say."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection

from desktop.domain.carrying import Carried, carry
from desktop.domain.place import Tree
from desktop.domain.product import WHOLE_UNITS, Found
from desktop.domain.putting_away import Content, Goods, Part, Rule, Suggestion, divide, suggest
from desktop.domain.task import Task, What
from desktop.operations.tasks import require_task
from desktop.operations.terminal import Terminal
from desktop.store import catalogue, feeds, places, stock, tasks


@dataclass(frozen=True, slots=True)
class Bins:
    """The places of a shop and what lies in its bins by the books; `mark` says which entries and changes these hold."""

    mark: object
    tree: Tree
    content: Content


@dataclass(frozen=True, slots=True)
class Walked:
    """What the scans of a task up to the number `n` come to."""

    task: Task
    n: int
    state: Carried


class BinSearch:
    """Finds bins for goods; bins are read anew only when something was booked since, of the task only what is new."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._bins: Bins | None = None
        self._walked: Walked | None = None
        self.rules: dict[str, Rule] = {}
        """Why a bin was suggested last, by its id."""

    def suggest_bins(self, task_id: str, found: Found, times: int = 1) -> tuple[Part, ...]:
        """Say where the next goods of a task go best, part by part where no one bin takes all, for `tasks.scan_parts`.

        Where a bin came first, it is one place that is best. Refusal `task.gone`.
        """
        with self._terminal.database.reading() as connection:
            self._walked = walk(connection, require_task(connection, task_id), self._walked)
            self._bins = read_bins(connection, self._bins)
            milli = (found.quantity_milli or found.pack_milli) * times
            state, lot = self._walked.state, found.serial or found.lot
            content, goods = _goods(connection, self._bins, state, found.product.id, milli, lot)
            whole_milli = 1000 if found.product.unit in WHOLE_UNITS else 1
            parts = divide(self._bins.tree, content, replace(goods, pack_milli=found.case_milli or whole_milli))
            parts = (Part(milli, parts[0].best),) if state.target_id else parts
            self.rules |= {part.place_id: part.best.rule for part in parts if part.best}
            return parts


def walk(connection: Connection, task: Task, known: Walked | None = None) -> Walked:
    """Go through the scans of a task, on from those that are known: unless one is taken back, or may be learned."""
    if known is not None and known.task == task and not known.state.unknown:
        fresh = tasks.list_scans(connection, task.id, known.n)
        if not any(scan.what is What.BACK for scan in fresh):
            return Walked(task, known.n + len(fresh), carry(task, fresh, known.state))
    scans = tasks.list_scans(connection, task.id)
    return Walked(task, len(scans), carry(task, scans))


def read_bins(connection: Connection, known: Bins | None = None) -> Bins:
    """Read the bins, unless nothing came to the books since those that are known were read."""
    mark = stock.read_contained(connection), feeds.read_feeds(connection)
    if known is not None and known.mark == mark:
        return known
    tree = places.read_tree(connection)
    return Bins(mark, tree, places.read_content(connection, tree))


def find_bin(
    connection: Connection, bins: Bins, state: Carried, product_id: str, milli: int, lot: str
) -> Suggestion | None:
    """Say where goods go best, goods on their way counted where they go."""
    content, goods = _goods(connection, bins, state, product_id, milli, lot)
    return suggest(bins.tree, content, goods)


def _goods(
    connection: Connection, bins: Bins, state: Carried, product_id: str, milli: int, lot: str
) -> tuple[Content, Goods]:
    moved: dict[str, dict[tuple[str, str], int]] = {}
    for move in (*state.done, *state.in_hand):
        for place_id, sign in ((move.from_place_id, -1), (move.to_place_id, 1)):
            if place_id not in moved:
                moved[place_id] = dict(bins.content.get(place_id, {}))
            held, key = moved[place_id], (move.product_id, move.lot)
            held[key] = held.get(key, 0) + sign * move.quantity_milli
    product = catalogue.read_product(connection, product_id)
    goods = Goods(product_id, milli, lot, product.category if product else "")
    return {**bins.content, **moved}, goods
