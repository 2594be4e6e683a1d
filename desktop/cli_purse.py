"""The command `purse`: what a customer has with the shop, and what they pay in."""

from pathlib import Path
from typing import Annotated

import typer

from desktop import cli_run

purse_app = typer.Typer(help="What a customer has with the shop: store credit, account, points.", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="One JSON object on standard output, nothing else.")]
Customer = Annotated[str, typer.Argument(metavar="CUSTOMER", help="A card, a name or an id.")]


@purse_app.command("show")
def purse_show(customer: Customer, as_json: Json = False) -> None:
    """Tell what a customer has, as far as this till knows, and how old that is."""
    cli_run.do("purse show", {"customer": customer}, as_json)


@purse_app.command("certificate")
def purse_certificate(
    number: Annotated[str, typer.Argument(help="The number of a gift certificate.")], as_json: Json = False
) -> None:
    """Ask head office what is left on a gift certificate."""
    cli_run.do("purse certificate", {"number": number}, as_json)


@purse_app.command("pay")
def purse_pay(
    customer: Customer,
    amount: Annotated[str, typer.Argument(help="How much; empty for all that is owed.")] = "",
    credit: Annotated[bool, typer.Option("--credit", help="Into store credit, where the shop takes that.")] = False,
    pay: Annotated[list[str] | None, typer.Option(help="METHOD[:AMOUNT], more than once.")] = None,
    receipt: Annotated[Path | None, typer.Option(help="Write the paper as PDF.")] = None,
    as_json: Json = False,
) -> None:
    """Take money for what a customer owes on account."""
    values = {"customer": customer, "amount": amount, "credit": credit, "pay": pay or []}
    cli_run.do("purse pay", values | {"receipt": str(receipt.absolute()) if receipt else ""}, as_json)
