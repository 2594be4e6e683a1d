"""The commands `receipts` and `mail`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from desktop import cli_run

receipts_app = typer.Typer(help="What follows a sale: copies, gift receipts, invoices, mail.", no_args_is_help=True)
mail_app = typer.Typer(help="Mail that waits, and the password of the mail server.", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="One JSON object on standard output, nothing else.")]
Number = Annotated[str, typer.Argument(metavar="RECEIPT", help="The number on the paper.")]
Pdf = Annotated[Path, typer.Argument(metavar="FILE.pdf", help="The PDF to write.")]


@receipts_app.command("list")
def receipts_list(
    search: Annotated[str, typer.Argument(help="A number, an amount, a time or a day; all of it has to fit.")] = "",
    limit: Annotated[int, typer.Option(help="How many, 200 at most.")] = 50,
    before: Annotated[int, typer.Option(help="Go on behind the list before: its `before`.")] = 0,
    as_json: Json = False,
) -> None:
    """List receipts, the newest first."""
    cli_run.do("receipts list", {"search": search, "limit": limit, "before": before}, as_json)


@receipts_app.command("copy")
def receipts_copy(receipt: Number, file: Pdf, as_json: Json = False) -> None:
    """Write a receipt once more, marked COPY n; the copy is counted."""
    cli_run.do("receipts copy", {"receipt": receipt, "file": str(file.absolute())}, as_json)


@receipts_app.command("gift")
def receipts_gift(receipt: Number, file: Pdf, as_json: Json = False) -> None:
    """Write a receipt without prices."""
    cli_run.do("receipts gift", {"receipt": receipt, "file": str(file.absolute())}, as_json)


@receipts_app.command("invoice")
def receipts_invoice(
    receipt: Number,
    file: Pdf,
    name: Annotated[str, typer.Option(help="The buyer, a person or a company.")] = "",
    address: Annotated[str, typer.Option(help="Street and town, parted by a comma.")] = "",
    tax_number: Annotated[str, typer.Option(help="The buyer's tax number.")] = "",
    email: Annotated[str, typer.Option(help="The buyer's e-mail address.")] = "",
    keep: Annotated[bool, typer.Option("--keep", help="Keep what is new with the customer, who agrees.")] = False,
    as_json: Json = False,
) -> None:
    """Give a receipt its invoice, or write the one it has once more; what is not said is its customer's."""
    lines = "\n".join(part.strip() for part in address.split(","))
    buyer = {"name": name, "address": lines, "tax_number": tax_number, "email": email}
    values = {"receipt": receipt, "file": str(file.absolute()), "buyer": buyer, "keep": keep}
    cli_run.do("receipts invoice", values, as_json)


@receipts_app.command("mail")
def receipts_mail(
    receipt: Number, to: Annotated[str, typer.Argument(help="The address.")], as_json: Json = False
) -> None:
    """Queue a mail with the invoice, or with the receipt where there is none."""
    cli_run.do("receipts mail", {"receipt": receipt, "to": to}, as_json)


@mail_app.command("status")
def mail_status(as_json: Json = False) -> None:
    """Count what is queued, sent and given up."""
    cli_run.do("mail status", {}, as_json)


@mail_app.command("send")
def mail_send(as_json: Json = False) -> None:
    """Send what is due now; the window does so by itself."""
    cli_run.do("mail send", {}, as_json)


@mail_app.command("password")
def mail_password(as_json: Json = False) -> None:
    """Keep the password of the mail server, read from standard input, in the secret store."""
    cli_run.do("mail password", {"password": sys.stdin.readline().strip()}, as_json)
