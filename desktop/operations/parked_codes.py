"""Scans of codes that nobody knows: they stay behind as a task of their own until they are known."""

import re
from dataclasses import dataclass

from desktop.domain.product import Found, Product
from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person, Right
from desktop.domain.task import Scan, Task, What, standing
from desktop.domain.unknown_code import BoundCode, worth_telling
from desktop.operations.permissions import permit
from desktop.operations.setting_aside import KINDS
from desktop.operations.task_codes import learn, read_codes
from desktop.operations.terminal import Terminal, require_open, require_shop
from desktop.reading import read_code
from desktop.store import catalogue, tasks
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


def bind_code(terminal: Terminal, person: Person | None, code: str, product: Product, pack_milli: int = 1000) -> int:
    """Say which goods have a code, and how many of them; scans of it that are kept become goods at once.

    The centre takes it where nobody else has the code by then. Gives how many tasks have it no more to wait for.
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
    return len(waiting)


def _has(scans: tuple[Scan, ...], code: str) -> bool:
    return any(scan.what is What.UNKNOWN and scan.code == code for scan in standing(scans))
