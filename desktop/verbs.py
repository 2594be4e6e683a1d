"""Every command by name: where its function is, and whether it writes; carried out here or by the window's process."""

import inspect
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import structlog

from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.station import Station

DONE, USAGE, REFUSED, ENVIRONMENT, NOT_ENROLLED, BUG = 0, 2, 3, 4, 5, 70
"""Exit codes of the contract."""

_log = structlog.get_logger("desktop.verbs")


@dataclass(frozen=True, slots=True)
class Verb:
    """A command: `module:function` under `desktop.commands`; a writing one belongs to the owner of the directory."""

    where: str
    writes: bool


VERBS = {
    "sell": Verb("selling:sell", writes=True),
    "price": Verb("selling:explain_price", writes=False),
    "refund": Verb("returns:refund", writes=True),
    "void-last": Verb("selling:void_last", writes=True),
    "receipts list": Verb("papers:show", writes=False),
    "receipts copy": Verb("papers:copy", writes=True),
    "receipts gift": Verb("papers:gift", writes=False),
    "receipts invoice": Verb("papers:invoice", writes=True),
    "receipts mail": Verb("papers:mail", writes=True),
    "mail status": Verb("papers:mail_status", writes=False),
    "mail send": Verb("papers:mail_send", writes=True),
    "mail password": Verb("papers:mail_password", writes=True),
    "customer new": Verb("customers:new", writes=True),
    "customer change": Verb("customers:change", writes=True),
    "purse show": Verb("purses:show", writes=False),
    "purse certificate": Verb("purses:certificate", writes=False),
    "purse pay": Verb("purses:pay", writes=True),
    "sign-in": Verb("shifts:sign_in", writes=True),
    "sign-out": Verb("shifts:sign_out", writes=True),
    "shift open": Verb("shifts:shift_open", writes=True),
    "shift x": Verb("shifts:shift_x", writes=False),
    "shift close": Verb("shifts:shift_close", writes=True),
    "shift cash": Verb("shifts:shift_cash", writes=True),
    "stock": Verb("stock:show", writes=False),
    "stock everywhere": Verb("reports:everywhere", writes=True),
    "report": Verb("reports:report", writes=True),
    "adjust": Verb("stock:adjust", writes=True),
    "approvals": Verb("approvals:show", writes=False),
    "approvals decide": Verb("approvals:decide", writes=True),
    "work": Verb("tasks:work", writes=True),
    "count": Verb("counting:count", writes=True),
    "counts": Verb("counting:show", writes=False),
    "counts sheet": Verb("counting_files:sheet", writes=False),
    "import counts": Verb("counting_files:import_counts", writes=True),
    "counts decide": Verb("counting:decide", writes=True),
    "orders": Verb("picking:list_orders", writes=False),
    "pick": Verb("picking:pick", writes=True),
    "pack": Verb("picking_parcels:pack", writes=True),
    "stickers": Verb("picking_parcels:stickers", writes=True),
    "receive": Verb("receiving:receive", writes=True),
    "receive labelled": Verb("received_labels:receive", writes=True),
    "transfer": Verb("transfers:send", writes=True),
    "settle": Verb("transfers:settle", writes=True),
    "parked": Verb("parked_codes:parked", writes=True),
    "bind": Verb("parked_codes:bind", writes=True),
    "put-away": Verb("putting_away:put_away", writes=True),
    "label": Verb("labels:label", writes=True),
    "label jobs": Verb("labels:list_jobs", writes=False),
    "label again": Verb("labels:print_again", writes=True),
    "label plates": Verb("label_plates:label_plates", writes=True),
    "label places": Verb("label_places:label_places", writes=True),
    "badges": Verb("labels:badges", writes=False),
    "enrol": Verb("syncing:enrol", writes=True),
    "sync": Verb("syncing:sync", writes=True),
    "status": Verb("syncing:status", writes=False),
    "cases": Verb("cases:show", writes=False),
    "journal verify": Verb("journals:verify", writes=False),
    "journal export": Verb("journals:export", writes=False),
    "journal check": Verb("journals:check", writes=False),
    "journal show": Verb("journals:show", writes=False),
    "backup": Verb("backups:backup", writes=True),
    "recovery-sheet": Verb("backups:write_sheet", writes=False),
    "rebuild": Verb("journals:rebuild", writes=True),
}


async def carry_out(station: Station, name: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Run a command; gives {"result", "exit"} or {"error": {code, message, remedy}, "exit"}, never raises."""
    if name not in VERBS:
        remedy = "Close the window, which is of another version, and try again."
        told = {"code": "usage", "message": f"There is no command {name}.", "remedy": remedy}
        return {"error": told, "exit": USAGE}
    module, _, function = VERBS[name].where.partition(":")
    try:
        result = getattr(import_module(f"desktop.commands.{module}"), function)(station, **values)
        if inspect.isawaitable(result):
            result = await result
    except Exception as error:  # noqa: BLE001  the one place where every kind of trouble becomes an answer
        return failure(error)
    return {"result": result, "exit": exit_of(name, result)}


def exit_of(name: str, result: dict[str, Any]) -> int:
    """Give the exit code of a result: a broken chain is a refusal, a centre that is away is the environment."""
    if name == "journal verify":
        return DONE if result["ok"] else REFUSED
    if name == "sync" and result["state"] != "level":
        return NOT_ENROLLED if result["cause"].startswith("denied") else ENVIRONMENT
    return DONE


def failure(error: Exception) -> dict[str, Any]:
    """Say an exception as an answer with its exit code; a bug is logged with its trace."""
    match error:
        case Refusal():
            code = NOT_ENROLLED if error.code.startswith("terminal.") else REFUSED
            told = {"code": error.code, "message": error.message, "remedy": error.remedy}
        case Fault():
            code = ENVIRONMENT
            told = {"code": error.code, "message": f"{error.title}: {error.message}", "remedy": error.remedy}
        case OSError():
            code = ENVIRONMENT
            told = {"code": "environment", "message": str(error), "remedy": "Check disk, folder and permissions."}
        case _:
            code = BUG
            _log.error("bug", error=repr(error), trace="".join(traceback.format_exception(error)))
            told = {"code": "bug", "message": repr(error), "remedy": "Tell support; nothing that was saved is lost."}
    return {"error": told, "exit": code}
