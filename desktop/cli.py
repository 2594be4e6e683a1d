"""The command line: flags in, one verb carried out, JSON or plain words out. It decides nothing about trade."""

import os
import sys
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import Annotated, Any

import typer

from desktop import cli_run
from desktop.cli_backups import add_commands as add_backup_commands
from desktop.cli_customers import customer_app
from desktop.cli_it import add_commands as add_it_commands
from desktop.cli_labels import add_commands as add_label_commands
from desktop.cli_papers import mail_app, receipts_app
from desktop.cli_picking import add_commands as add_picking_commands
from desktop.cli_purse import purse_app
from desktop.cli_reports import add_commands as add_report_commands
from desktop.cli_tasks import Scans, read_lines
from desktop.cli_tasks import add_commands as add_task_commands
from desktop.logs import log_to_stderr

app = typer.Typer(
    name="eckwms",
    help="A till and warehouse terminal.",
    no_args_is_help=False,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
shift_app = typer.Typer(help="Open, look at and close a shift; put cash in and take it out.", no_args_is_help=True)
journal_app = typer.Typer(help="The chain of everything that happened here.", no_args_is_help=True)
devices_app = typer.Typer(help="Scanners, printer, drawer and display.", no_args_is_help=True)
app.add_typer(shift_app, name="shift")
app.add_typer(receipts_app, name="receipts")
app.add_typer(mail_app, name="mail")
app.add_typer(purse_app, name="purse")
app.add_typer(customer_app, name="customer")
app.add_typer(journal_app, name="journal")
app.add_typer(devices_app, name="devices")
add_label_commands(app)
add_task_commands(app)
add_picking_commands(app)
add_backup_commands(app)
add_it_commands(app)
add_report_commands(app)

INTERRUPTED = 130
"""What shells say of a program that Ctrl+C ended."""

Json = Annotated[bool, typer.Option("--json", help="One JSON object on standard output, nothing else.")]
CheckFile = Annotated[
    bool, typer.Option("--check", help="Write nothing: check a file of unsent entries that this till has written.")
]
Customer = Annotated[str, typer.Option(help="Card, name or id of the customer.")]
Coupons = Annotated[list[str] | None, typer.Option("--coupon", help="Code of a coupon, more than once.")]
Prices = Annotated[
    list[str] | None, typer.Option("--price", help="ITEM=AMOUNT for goods without a price of their own.")
]
PinStdin = Annotated[bool, typer.Option("--pin-stdin", help="Read the PIN from standard input.")]


def run_command_line(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code; `--data-dir` and `--json` may stand anywhere before a `--`."""
    as_json = "--json" in arguments
    log_to_stderr()
    try:
        code = app(args=_shared_first(arguments), prog_name="eckwms", standalone_mode=False)
    except typer.TyperException as error:
        told = {"code": "usage", "message": error.format_message(), "remedy": "See --help."}
        return cli_run.tell({"error": told, "exit": error.exit_code}, as_json)
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  whatever it is, a command ends with an answer and its exit code
        from desktop.verbs import failure

        return cli_run.tell(failure(error), as_json)
    return code if isinstance(code, int) else 0


def _shared_first(arguments: Sequence[str]) -> list[str]:
    """Put the folder in front, where it is declared, and `--json` behind the command, where it is read."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    words, rest = list(arguments[:end]), list(arguments[end:])
    folder: list[str] = []
    for at, word in enumerate(words):
        if word == "--data-dir" or word.startswith("--data-dir="):
            size = 1 if "=" in word else 2
            folder, words = words[at : at + size], words[:at] + words[at + size :]
            break
    json = ["--json"] if "--json" in words else []
    return [*folder, *(word for word in words if word != "--json"), *json, *rest]


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"eckwms {metadata.version('eckwms-desktop')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    data_dir: Annotated[Path | None, typer.Option("--data-dir", help="Folder of this terminal.")] = None,
    version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True)] = False,
) -> None:
    """Open the window when no command is given."""
    if data_dir is not None:
        os.environ["ECKWMS_DATA_DIR"] = str(data_dir)
    if context.invoked_subcommand is None:
        run()


@app.command()
def run(
    kiosk: Annotated[bool, typer.Option("--kiosk", help="Full screen without a way out.")] = False,
    language: Annotated[str | None, typer.Option(help="en or ru")] = None,
    theme: Annotated[str | None, typer.Option(help="light or dark")] = None,
) -> None:
    """Open the window."""
    cli_run.open_window(kiosk=kiosk, flags={"language": language, "theme": theme})


@app.command()
def rehearse(
    then_run: Annotated[bool, typer.Option("--then-run", hidden=True)] = False,
    kiosk: Annotated[bool, typer.Option("--kiosk", help="Full screen without a way out.")] = False,
) -> None:
    """Practise with the shop's own goods where nothing counts, with five drills."""
    cli_run.open_rehearsal(then_run=then_run, kiosk=kiosk)


@app.command()
def demo(
    headless: Annotated[bool, typer.Option("--headless", help="A scripted day, no window shown.")] = False,
    screenshots: Annotated[Path | None, typer.Option(help="Folder for pictures of the headless day.")] = None,
) -> None:
    """Show everything: a centre with a sample shop, a terminal enrolled to it, simulated devices."""
    cli_run.show_demo(headless=headless, screenshots=screenshots)


@app.command()
def enrol(
    name: Annotated[str, typer.Option(help="Name of this till, as on receipts; a provisioning file has one.")] = "",
    server: Annotated[str, typer.Option(help="Address of the centre, unless the invitation names it.")] = "",
    token_stdin: Annotated[
        bool, typer.Option("--token-stdin", help="Read the token, the code or the whole invitation of head office.")
    ] = False,
    file: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="A provisioning file; it is used up.")
    ] = None,
    wait: Annotated[bool, typer.Option(help="Wait until the centre has approved.")] = True,
    sheet: Annotated[Path | None, typer.Option(help="Then write the recovery sheet, a PDF, to this file.")] = None,
    as_json: Json = False,
) -> None:
    """Register this terminal with the centre.

    Without --server and a token, the provisioning file is looked for beside the program, in the folders of this
    terminal and of the machine, and on USB sticks.
    """
    token = sys.stdin.readline().strip() if token_stdin else ""
    token = token or os.environ.get("ECKWMS_ENROL_TOKEN") or os.environ.get("GLOBAL_SERVER_API_KEY") or ""
    values = {"server": server, "name": name, "token": token, "wait": wait}
    values["sheet"] = str(sheet.absolute()) if sheet else ""
    is_alone = not (server or token)
    cli_run.do("enrol", values | ({"file": str(file.absolute()) if file else ""} if file or is_alone else {}), as_json)


@app.command()
def status(as_json: Json = False) -> None:
    """Tell who this terminal is, how far it is, and what waits."""
    cli_run.do("status", {}, as_json)


@app.command("sign-in")
def sign_in(user: str, pin_stdin: PinStdin = False, as_json: Json = False) -> None:
    """Sign a person in; the PIN comes from ECKWMS_PIN or --pin-stdin, never from an argument."""
    pin = sys.stdin.readline().strip() if pin_stdin else os.environ.get("ECKWMS_PIN", "")
    cli_run.do("sign-in", {"user": user, "pin": pin}, as_json)


@app.command("sign-out")
def sign_out(as_json: Json = False) -> None:
    """Sign out whoever is signed in."""
    cli_run.do("sign-out", {}, as_json)


@app.command()
def sell(
    items: Annotated[list[str], typer.Argument(help="A code as the scanner sends it, 3*CODE, or a SKU.")],
    pay: Annotated[
        list[str] | None, typer.Option(help="METHOD[:AMOUNT], more than once; cash:USD[:AMOUNT] abroad.")
    ] = None,
    discount: Annotated[str, typer.Option(help="Percent off the whole sale.")] = "",
    receipt: Annotated[Path | None, typer.Option(help="Write the receipt as PDF.")] = None,
    customer: Customer = "",
    coupon: Coupons = None,
    tip: Annotated[str, typer.Option(help="What is paid beside the total, where the shop takes tips.")] = "",
    age_checked: Annotated[
        bool, typer.Option("--age-checked", help="A document was looked at: the customer is old enough.")
    ] = False,
    prices: Prices = None,
    numbers: Annotated[
        list[str] | None, typer.Option("--number", help="ITEM=NUMBER: a serial number or lot, once for each piece.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Make a whole sale."""
    values: dict[str, Any] = {"items": items, "pay": pay or [], "discount": discount, "age_checked": age_checked}
    values |= {"customer": customer, "coupon": coupon or [], "tip": tip}
    values |= {"prices": prices or [], "numbers": numbers or []}
    cli_run.do("sell", values | {"receipt": str(receipt.absolute()) if receipt else ""}, as_json)


@app.command()
def price(
    items: list[str], customer: Customer = "", coupon: Coupons = None, prices: Prices = None, as_json: Json = False
) -> None:
    """Price a cart and explain every line, promotion, tax and rounding, and what nearly fired; sells nothing."""
    values = {"items": items, "customer": customer, "coupon": coupon or [], "prices": prices or []}
    cli_run.do("price", values, as_json)


@app.command()
def refund(
    receipt: Annotated[str, typer.Argument(help="Number of the receipt, as its code says it.")],
    reason: Annotated[str, typer.Option(help="Why it comes back.")],
    lines: Annotated[list[str] | None, typer.Argument(metavar="[LINE=QTY]...", help="Without, all of it.")] = None,
    pay: Annotated[list[str] | None, typer.Option(help="METHOD[:AMOUNT]; as it was paid without.")] = None,
    damaged: Annotated[bool, typer.Option("--damaged", help="To waste: it cannot be sold again.")] = False,
    check: Annotated[bool, typer.Option("--check", help="To quarantine: somebody has to look first.")] = False,
    customer: Customer = "",
    as_json: Json = False,
) -> None:
    """Take goods of a receipt back and give the money back."""
    values = {"receipt": receipt, "lines": lines or [], "reason": reason, "pay": pay or []}
    if damaged and check:
        raise typer.BadParameter("say --damaged or --check, not both")
    values |= {"condition": "damaged" if damaged else "check" if check else "good"}
    cli_run.do("refund", values | {"customer": customer}, as_json)


@app.command("void-last")
def void_last(
    reason: Annotated[str, typer.Option(help="Why.")],
    by_hand: Annotated[bool, typer.Option("--by-hand", help="A person moves the card's money back.")] = False,
    as_json: Json = False,
) -> None:
    """Take the last sale of the open shift back."""
    cli_run.do("void-last", {"reason": reason, "by_hand": by_hand}, as_json)


@app.command()
def stock(
    item: Annotated[str, typer.Argument()] = "",
    place: str = "",
    scans: Scans = None,
    everywhere: Annotated[bool, typer.Option("--everywhere", help="Of one product, in all shops.")] = False,
    as_json: Json = False,
) -> None:
    """Give stock on hand."""
    if everywhere:
        cli_run.do("stock everywhere", {"item": item}, as_json)
    cli_run.do("stock", {"item": item, "place": place, "scans": read_lines(scans)}, as_json)


@app.command()
def adjust(
    reason: Annotated[str, typer.Option(help="received, counted, damaged, found or lost")],
    items: Annotated[
        list[str] | None, typer.Argument(help="CODE=DIFFERENCE, or CODE=QUANTITY for the reason counted.")
    ] = None,
    place: str = "",
    scans: Scans = None,
    note: str = "",
    as_json: Json = False,
) -> None:
    """Put stock right."""
    lines = [*(items or []), *read_lines(scans)]
    cli_run.do("adjust", {"items": lines, "reason": reason, "place": place, "note": note}, as_json)


@app.command()
def sync(
    watch: Annotated[bool, typer.Option("--watch", help="Keep on until Ctrl+C.")] = False, as_json: Json = False
) -> None:
    """Push and pull once, or keep on."""
    cli_run.sync(watch=watch, as_json=as_json)


@app.command()
def cases(as_json: Json = False) -> None:
    """Tell what a manager has to decide: entries kept apart, journals that broke off, strange keys."""
    cli_run.do("cases", {}, as_json)


@app.command()
def rebuild(as_json: Json = False) -> None:
    """Recreate the projections from the journal."""
    cli_run.do("rebuild", {}, as_json)


@shift_app.command("open")
def shift_open(
    amount: Annotated[str, typer.Option("--float", help="Cash in the drawer.")], as_json: Json = False
) -> None:
    """Open a shift."""
    cli_run.do("shift open", {"amount": amount}, as_json)


@shift_app.command("x")
def shift_x(as_json: Json = False) -> None:
    """Report the open shift so far; nothing is written."""
    cli_run.do("shift x", {}, as_json)


@shift_app.command("close")
def shift_close(
    counted: Annotated[list[str] | None, typer.Option(help="METHOD=AMOUNT, more than once.")] = None,
    uncounted: Annotated[bool, typer.Option("--uncounted", help="It cannot be counted.")] = False,
    unapproved: Annotated[bool, typer.Option("--unapproved", help="Nobody is here to allow it; it says so.")] = False,
    as_json: Json = False,
) -> None:
    """Close the shift with what was counted."""
    if bool(counted) == uncounted:
        raise typer.BadParameter("give --counted METHOD=AMOUNT, or --uncounted", param_hint="--counted")
    cli_run.do("shift close", {"counted": counted or [], "unapproved": unapproved}, as_json)


@shift_app.command("cash-in")
def shift_cash_in(amount: str, reason: Annotated[str, typer.Option()], as_json: Json = False) -> None:
    """Put cash into the drawer."""
    cli_run.do("shift cash", {"amount": amount, "direction": "in", "reason": reason}, as_json)


@shift_app.command("cash-out")
def shift_cash_out(amount: str, reason: Annotated[str, typer.Option()], as_json: Json = False) -> None:
    """Take cash out of the drawer."""
    cli_run.do("shift cash", {"amount": amount, "direction": "out", "reason": reason}, as_json)


@journal_app.command("verify")
def journal_verify(as_json: Json = False) -> None:
    """Check every entry of the chain; exit 3 when it does not hold."""
    cli_run.do("journal verify", {}, as_json)


@journal_app.command("export")
def journal_export(file: Path, check: CheckFile = False, as_json: Json = False) -> None:
    """Write every entry as a line of JSON; with --check, exit 3 when a file is not what was exported."""
    cli_run.do("journal check" if check else "journal export", {"file": str(file.absolute())}, as_json)


@journal_app.command("show")
def journal_show(seq: int, as_json: Json = False) -> None:
    """Show one entry."""
    cli_run.do("journal show", {"seq": seq}, as_json)


@devices_app.command("list")
def devices_list(as_json: Json = False) -> None:
    """List the ports that devices may be on."""
    cli_run.devices("list", {}, as_json)


@devices_app.command("test")
def devices_test(
    port: Annotated[str, typer.Argument(help="Scanner port or printer; the configured ones without.")] = "",
    seconds: Annotated[float, typer.Option(help="How long to wait for a scan.")] = 10.0,
    only: Annotated[str, typer.Option(help="One of scanner, printer, scale, display; all without.")] = "",
    as_json: Json = False,
) -> None:
    """Ask printer and scale how they are, show a text on the display, and wait for a scan."""
    cli_run.devices("test", {"port": port, "seconds": seconds, "only": only}, as_json)


@devices_app.command("simulate")
def devices_simulate(
    codes: Annotated[list[str] | None, typer.Argument(help="Codes of the scanner, one for each line typed.")] = None,
    role: Annotated[str, typer.Option(help="scanner, scale, display or printer.")] = "scanner",
    driver: Annotated[str, typer.Option(help="Which scale: cas, toledo8217, massak or generic.")] = "",
    as_json: Json = False,
) -> None:
    """Make a device that is not there, on a pseudo terminal or a local port; it does what is typed, line by line."""
    cli_run.devices("simulate", {"codes": codes or [], "role": role, "driver": driver}, as_json)


@devices_app.command("sheet")
def devices_sheet(
    file: Annotated[str, typer.Argument(help="The PDF to write.")] = "scanner.pdf", as_json: Json = False
) -> None:
    """Write a sheet of codes that set scanners up."""
    cli_run.devices("sheet", {"file": file}, as_json)
