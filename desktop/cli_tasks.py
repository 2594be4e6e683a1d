"""The commands `receive`, `put-away`, `move`, `write-off`, `repack` and `return-goods`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from desktop import cli_codes, cli_run

Json = Annotated[bool, typer.Option("--json", help="One JSON object on standard output, nothing else.")]
Items = Annotated[
    list[str] | None,
    typer.Argument(help="Scans in their order: goods, 3*CODE, the code of a place or plate, CMD:BACK, CMD:ALL."),
]
Scans = Annotated[
    Path | None, typer.Option(help="A file of scans, one a line, # begins a comment; - is standard input.")
]
Reference = Annotated[str, typer.Option(help="The number of the order or delivery note.")]
Partial = Annotated[bool, typer.Option("--partial", help="Pass over codes that nobody knows.")]
Waiting = Annotated[
    bool, typer.Option("--partial", help="Go on without codes that nobody knows: they wait in a task of their own.")
]
TakeOver = Annotated[bool, typer.Option("--take-over", help="Go on with an order that somebody else is at.")]
PHOTO = "CMD:PHOTO="
"""Begins a line of scans that names the file of a photo."""
Place = Annotated[str, typer.Option(help="The place until one is scanned.")]


def add_commands(app: typer.Typer) -> None:
    """Add them all, and those about codes that nobody knew."""
    cli_codes.add_commands(app)
    app.command("receive")(receive)
    app.command("transfer")(transfer)
    app.command("put-away")(put_away)
    app.command("move")(move)
    app.command("write-off")(write_off)
    app.command("repack")(repack)
    app.command("return-goods")(return_goods)
    from desktop.cli_counts import add_commands as add_counts  # which takes the options from here

    add_counts(app)
    approvals = typer.Typer(name="approvals", help="Documents above what somebody may book alone.")
    approvals.callback(invoke_without_command=True)(show_approvals)
    approvals.command("decide")(decide_approval)
    app.add_typer(approvals)


def receive(
    items: Items = None,
    scans: Scans = None,
    to: Place = "",
    reference: Reference = "",
    cost: Annotated[
        list[str] | None, typer.Option(help="CODE=PRICE: what a unit of these goods cost without tax; repeat it.")
    ] = None,
    note: str = "",
    order: Annotated[str, typer.Option(help="The number of the order that the goods are delivered for.")] = "",
    end: Annotated[bool, typer.Option("--end", help="Nothing more comes for the order, whatever is missing.")] = False,
    transfer: Annotated[str, typer.Option(help="The number of the goods that another shop has sent.")] = "",
    settle: Annotated[
        str, typer.Option(help="found or lost: what became of goods of this transfer that did not arrive.")
    ] = "",
    reason: Annotated[str, typer.Option(help="Why goods are missing or too many, for all of them.")] = "",
    reason_for: Annotated[
        list[str] | None, typer.Option(help="CODE=WORDS: why these goods are missing or too many; repeat it.")
    ] = None,
    no_order: Annotated[
        bool, typer.Option("--no-order", help="It is a delivery of its own, whatever orders wait for its goods.")
    ] = False,
    labels: Annotated[
        bool, typer.Option("--labels", help="Then print a label for each piece; without paper they wait as a job.")
    ] = False,
    photo: Annotated[
        list[Path] | None, typer.Option(help="A picture of the goods that were marked last; repeat it.")
    ] = None,
    partial: Waiting = False,
    take_over: TakeOver = False,
    as_json: Json = False,
) -> None:
    """Receive goods; they lie at receiving, or where a place is scanned before them.

    Behind goods CMD:DAMAGED or CMD:WRONG says that they are so, behind that CMD:PHOTO=FILE shows it.
    Without --order the first scan names it: its number, or goods that one order alone waits for. Where none does, with
    --no-order, --reference or --note it is a delivery of which nothing is expected.
    """
    lines = _with_whole_paths([*(items or []), *read_lines(scans), *(f"{PHOTO}{file}" for file in photo or [])])
    if transfer and settle:
        return cli_run.do("settle", {"order": transfer, "way": settle}, as_json)
    if order or transfer:
        told = {"end": end, "reason": reason, "reasons": reason_for or [], "costs": cost or [], "partial": partial}
        told["take_over"] = take_over
        named = {"order": order or transfer, "kind": "receipt" if order else "arrival"}
        verb = "receive labelled" if labels else "receive"
        return cli_run.do(verb, {**named, "scans": lines, "place": to, **told}, as_json)
    values = {"place": to, "reference": reference, "note": note, "reason": reason, "partial": partial}
    values |= {"end": end, "no_order": no_order, "take_over": take_over}
    verb = "receive labelled" if labels else "receive"
    return cli_run.do(verb, {"scans": lines, "costs": cost or [], "reasons": reason_for or [], **values}, as_json)


def transfer(
    items: Items = None,
    scans: Scans = None,
    to: Annotated[str, typer.Option(help="The shop that the goods go to, by name.")] = "",
    order: Annotated[str, typer.Option(help="The number of the order that they are sent for.")] = "",
    place: Place = "",
    end: Annotated[bool, typer.Option("--end", help="Nothing more is sent for the order.")] = False,
    reason: Annotated[str, typer.Option(help="Why goods are missing or too many, for all of them.")] = "",
    reason_for: Annotated[
        list[str] | None, typer.Option(help="CODE=WORDS: why these goods are missing or too many; repeat it.")
    ] = None,
    partial: Waiting = False,
    take_over: TakeOver = False,
    as_json: Json = False,
) -> None:
    """Send goods to another shop, which takes them in with `receive --transfer`."""
    told = {"end": end, "reason": reason, "reasons": reason_for or [], "partial": partial, "take_over": take_over}
    lines = _with_whole_paths([*(items or []), *read_lines(scans)])
    cli_run.do("transfer", {"scans": lines, "to": to, "order": order, "place": place, **told}, as_json)


def put_away(
    items: Items = None,
    scans: Scans = None,
    place: Place = "",
    note: str = "",
    partial: Partial = False,
    as_json: Json = False,
) -> None:
    """Put goods away from receiving, or from a place or plate scanned first; tells which bin is best, and why."""
    lines = [*(items or []), *read_lines(scans)]
    cli_run.do("put-away", {"scans": lines, "place": place, "note": note, "partial": partial}, as_json)


def move(
    items: Items = None,
    scans: Scans = None,
    note: str = "",
    partial: Partial = False,
    as_json: Json = False,
) -> None:
    """Move goods: scan a place, goods, and the place where they go, as often as you like."""
    _work("move", items, scans, as_json, note=note, partial=partial)


def write_off(
    reason: Annotated[str, typer.Option(help="What became of them.")],
    items: Items = None,
    scans: Scans = None,
    place: Place = "",
    note: str = "",
    partial: Waiting = False,
    as_json: Json = False,
) -> None:
    """Write goods off, from the sales floor or where a place is scanned before them.

    Above the worth that you may write off alone it waits for an approval.
    """
    _work("write_off", items, scans, as_json, place=place, reason=reason, note=note, partial=partial)


def repack(
    items: Items = None,
    scans: Scans = None,
    place: Place = "",
    reference: Reference = "",
    note: str = "",
    partial: Partial = False,
    as_json: Json = False,
) -> None:
    """Make goods of others: scan what you take, CMD:MAKE, and what is made of it; a place that is scanned counts on.

    What has a recipe takes its parts by itself where nothing was scanned before CMD:MAKE. CMD:APART makes what was
    taken into what its recipe names.
    """
    words = {"reference": reference, "note": note, "partial": partial}
    _work("repack", items, scans, as_json, place=place, **words)


def return_goods(
    items: Items = None,
    scans: Scans = None,
    place: Place = "",
    reference: Reference = "",
    order: Annotated[str, typer.Option(help="The number of the order that the goods go back for.")] = "",
    end: Annotated[bool, typer.Option("--end", help="Nothing more goes back for the order.")] = False,
    reason: Annotated[str, typer.Option(help="Why goods go back; of an order why some are missing or too many.")] = "",
    reason_for: Annotated[
        list[str] | None, typer.Option(help="CODE=WORDS: why these goods are missing or too many; repeat it.")
    ] = None,
    note: str = "",
    partial: Waiting = False,
    take_over: TakeOver = False,
    as_json: Json = False,
) -> None:
    """Return goods to their supplier, from the sales floor or where a place is scanned before them."""
    if order:
        told = {"end": end, "reason": reason, "reasons": reason_for or [], "place": place, "partial": partial}
        named = {"order": order, "kind": "supplier_return", "take_over": take_over}
        told["scans"] = _with_whole_paths([*(items or []), *read_lines(scans)])
        return cli_run.do("receive", named | told, as_json)
    words = {"reference": reference, "reason": reason, "note": note}
    return _work("supplier_return", items, scans, as_json, place=place, partial=partial, **words)


def show_approvals(context: typer.Context, as_json: Json = False) -> None:
    """List what waits for an approval: what you may decide, and what you asked for."""
    if context.invoked_subcommand is None:
        cli_run.do("approvals", {}, as_json)


def decide_approval(
    document: Annotated[str, typer.Argument(help="As `approvals` names it.")],
    choice: Annotated[str, typer.Argument(help="approve: it is booked; decline: the goods stay where they are.")],
    note: str = "",
    as_json: Json = False,
) -> None:
    """Approve a document that waits, or decline it."""
    cli_run.do("approvals decide", {"document": document, "choice": choice, "note": note}, as_json)


def _work(kind: str, items: list[str] | None, scans: Path | None, as_json: bool, **values: object) -> None:
    lines = [*(items or []), *read_lines(scans)]
    cli_run.do("work", {"kind": kind, "scans": lines, **values}, as_json)


def _with_whole_paths(lines: list[str]) -> list[str]:
    """The process that carries a command out may be at home in another folder."""
    files = {line: Path(line.removeprefix(PHOTO)).absolute() for line in lines if line.startswith(PHOTO)}
    return [f"{PHOTO}{files[line]}" if line in files else line for line in lines]


def read_lines(file: Path | None) -> list[str]:
    """Give the scans of a file; none without one."""
    if file is None:
        return []
    text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8-sig")
    return [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
