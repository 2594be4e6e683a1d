"""Scans of codes that nobody knows stay behind as a task of their own; it books itself when they are known."""

import re
from contextlib import suppress
from dataclasses import dataclass

from desktop.domain.product import Found, Product
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

_CODE = re.compile(r"[!-~]{1,64}")


@dataclass(frozen=True, slots=True)
class Parked:
    """A task with the codes in it that mean nothing yet, each once."""

    task: Task
    codes: tuple[str, ...]


def list_parked(terminal: Terminal) -> list[Parked]:
    """Give the tasks in hand that wait for codes, as far as the catalogue does not know them by now."""
    codes = read_codes(terminal)
    with terminal.database.reading() as connection:
        waiting = [task for task in tasks.list_open(connection) if task.kind in KINDS]
    for task in waiting:
        learn(terminal, codes, task.id)
    with terminal.database.reading() as connection:
        found = [(task, standing(tasks.list_scans(connection, task.id))) for task in waiting]
    return [
        Parked(task, tuple(dict.fromkeys(scan.code for scan in scans if scan.what is What.UNKNOWN)))
        for task, scans in found
    ]


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
    terminal: Terminal, person: Person | None, code: str, product: Product, pack_milli: int = 1000
) -> tuple[int, list[GoodsMoved]]:
    """Say which goods have a code, and how many of them; scans of it that are kept become goods at once.

    The centre takes it where nobody else has the code by then. Gives how many tasks have it no more to wait for, and
    what was booked as nothing else was waited for.
    Refusals `code.known`, `code.bad`, `right.*`.
    """
    reading = read_code(code)
    number = worth_telling(reading)
    told = number.code if number else reading.text
    if not _CODE.fullmatch(told):
        raise Refusal("code.bad", "This is no code of goods.", "Scan the barcode once more.", field="code")
    with terminal.database.writing(Topic.STOCK, Topic.SYNC) as connection:
        require_open(connection)
        who, _ = permit(connection, terminal, person, Right.ADJUST_STOCK)
        if catalogue.resolve(connection, reading, require_shop(connection, terminal).currency):
            raise Refusal("code.known", "Goods have this code already.", "Ask head office to change it.", field="code")
        terminal.record(connection, BoundCode(told, product.id, pack_milli), who)
        waiting = [task for task in tasks.list_open(connection) if _has(tasks.list_scans(connection, task.id), code)]
    bound = {code: Found(product, code, pack_milli)}
    for task in waiting:
        learn(terminal, read_codes(terminal), task.id, bound)
    return len(waiting), book_parked(terminal)


def _has(scans: tuple[Scan, ...], code: str) -> bool:
    return any(scan.what is What.UNKNOWN and scan.code == code for scan in standing(scans))
