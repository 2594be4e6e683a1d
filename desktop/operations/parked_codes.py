"""Scans of codes that nobody knows stay behind as a task of their own; it books itself when they are known."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import Connection

from desktop.domain.product import Product
from desktop.domain.reading import Reading
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.domain.stock import GoodsMoved
from desktop.domain.task import Scan, Task, TaskKind, What, standing
from desktop.domain.unknown_code import BoundCode, worth_telling
from desktop.operations import receiving
from desktop.operations.permissions import permit
from desktop.operations.setting_aside import KINDS
from desktop.operations.task_codes import learn, read_codes
from desktop.operations.tasks import post_task
from desktop.operations.terminal import Terminal, require_open, require_shop
from desktop.reading import read_code
from desktop.store import catalogue, people, tasks
from desktop.store.topics import Topic

BIND = "CMD:BIND"
"""At a screen: what nobody knew is of the goods that are scanned now."""
ONE_MILLI = 1000
_CODE = re.compile(r"[!-~]{1,64}")


@dataclass(frozen=True, slots=True)
class Parked:
    """A task with the codes in it that mean nothing yet, each once.

    `cases` are the products of those among them that are on a case of nobody knows how many, by code.
    """

    task: Task
    codes: tuple[str, ...]
    cases: Mapping[str, str]


def list_parked(terminal: Terminal) -> list[Parked]:
    """Give the tasks in hand that wait for codes, as far as the catalogue does not know them by now."""
    codes = read_codes(terminal)
    with terminal.database.reading() as connection:
        waiting = [task for task in tasks.list_open(connection) if task.kind in KINDS]
    for task in waiting:
        learn(terminal, codes, task.id)
    with terminal.database.reading() as connection:
        found = [(task, standing(tasks.list_scans(connection, task.id))) for task in waiting]
    return [_parked(task, [scan for scan in scans if scan.what is What.UNKNOWN]) for task, scans in found]


def _parked(task: Task, unknown: Sequence[Scan]) -> Parked:
    cases = {scan.code: scan.product_id for scan in unknown if scan.product_id}
    return Parked(task, tuple(dict.fromkeys(scan.code for scan in unknown)), cases)


def book_parked(terminal: Terminal) -> list[GoodsMoved]:
    """Book what was set aside and whose codes are all known by now, as whoever scanned it.

    A task and its document change places in one transaction, so each is booked once, whatever made the codes known and
    whenever the power went. What is refused (more than was ordered, a right that is gone) stays for a person to finish.
    """
    with terminal.database.reading() as connection:
        aside = [task for task in reversed(tasks.list_open(connection)) if task.aside]
    booked = []
    for task in aside:
        with suppress(Refusal):
            if learn(terminal, read_codes(terminal), task.id):
                continue
            with terminal.database.reading() as connection:
                person = people.read_person(connection, task.person_id)
            booked.append(post_parked(terminal, person, task))
    return booked


def post_parked(
    terminal: Terminal, person: Person | None, task: Task, *, ends: bool = False, reason: str = ""
) -> GoodsMoved:
    """Finish a task whose codes are known; a write-off above what the person may book alone waits for an approval.

    Refusals as `receiving.post` and `post_task`.
    """
    if task.kind is TaskKind.WRITE_OFF:
        return post_task(terminal, person, task.id, asks=True)
    return receiving.post(terminal, person, task.id, ends=ends, reason=reason)


def bind_code(
    terminal: Terminal, person: Person | None, code: str, product: Product, pack_milli: int = ONE_MILLI
) -> tuple[int, list[GoodsMoved]]:
    """Say which goods have a code, and how many of them; scans of it that are kept become goods at once.

    It is known here from now on; the centre takes it where nobody else has the code by then. Gives how many tasks have
    it no more to wait for, and what was booked as nothing else was waited for. Each scan keeps what its own code
    says beside the goods.
    Refusals `code.known`, `code.pack` for a case of which nothing is said, `code.bad`, `right.*`.
    """
    reading = read_code(code)
    told = _number(reading)
    if not _CODE.fullmatch(told):
        raise Refusal("code.bad", "This is no code of goods.", "Scan the barcode once more.", field="code")
    with terminal.database.writing(Topic.STOCK, Topic.SYNC) as connection:
        require_open(connection)
        who, _ = permit(connection, terminal, person, Right.ADJUST_STOCK)
        currency = require_shop(connection, terminal).currency
        _check_free(connection, reading, currency, pack_milli)
        terminal.record(connection, BoundCode(told, product.id, pack_milli), who)
        waiting = [task.id for task in tasks.list_open(connection) if _waits(connection, task.id, told)]
    for task_id in waiting:
        learn(terminal, read_codes(terminal), task_id)
    return len(waiting), book_parked(terminal)


def _number(reading: Reading) -> str:
    """What is told of a code: the number of the goods without what the scan says beside it."""
    number = worth_telling(reading)
    return number.code if number else reading.text


def _check_free(connection: Connection, reading: Reading, currency: str, pack_milli: int) -> None:
    try:
        found = catalogue.resolve(connection, reading, currency)
    except Refusal as refusal:
        if refusal.code != "code.case":
            raise
        if pack_milli == ONE_MILLI:
            remedy = "Say how many are inside."
            raise Refusal("code.pack", "A case is more than one piece.", remedy, field="pack") from None
        return
    if found:
        raise Refusal("code.known", "Goods have this code already.", "Ask head office to change it.", field="code")


def _waits(connection: Connection, task_id: str, told: str) -> bool:
    """Whether scans of a task wait for this number."""
    kept = standing(tasks.list_scans(connection, task_id))
    return any(_number(read_code(scan.code)) == told for scan in kept if scan.what is What.UNKNOWN)
