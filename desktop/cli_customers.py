"""The command `customer`: somebody is made a customer, or what is kept of one is changed."""

from typing import Annotated

import typer

from desktop import cli_run

customer_app = typer.Typer(help="What the shop keeps of its customers.", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="One JSON object on standard output, nothing else.")]
Text = Annotated[str | None, typer.Option()]
Birthday = Annotated[str | None, typer.Option(help="Day and month: 14.03.")]
Address = Annotated[str | None, typer.Option(help="Where invoices go, in one line.")]
Consent = Annotated[bool, typer.Option("--consent", help="The customer agrees that the shop keeps this.")]


@customer_app.command("new")
def customer_new(
    name: Annotated[str, typer.Argument(help="A person or a company.")],
    card: Text = None,
    phone: Text = None,
    email: Text = None,
    address: Address = None,
    birthday: Birthday = None,
    tax_number: Text = None,
    consent: Consent = False,
    as_json: Json = False,
) -> None:
    """Make somebody a customer."""
    data = _given(name=name, card=card, phone=phone, email=email, address=address, birthday=birthday)
    data |= _given(tax_number=tax_number)
    cli_run.do("customer new", {"data": data, "consent": consent}, as_json)


@customer_app.command("change")
def customer_change(
    customer: Annotated[str, typer.Argument(metavar="CUSTOMER", help="A card, a name or an id.")],
    name: Text = None,
    card: Text = None,
    phone: Text = None,
    email: Text = None,
    address: Address = None,
    birthday: Birthday = None,
    tax_number: Text = None,
    price_list: Annotated[str | None, typer.Option(help="Its name; empty for the usual prices.")] = None,
    consent: Consent = False,
    as_json: Json = False,
) -> None:
    """Change what is kept of a customer; what is not named stays, what is empty goes."""
    data = _given(name=name, card=card, phone=phone, email=email, address=address, birthday=birthday)
    data |= _given(tax_number=tax_number, price_list=price_list)
    cli_run.do("customer change", {"customer": customer, "data": data, "consent": consent}, as_json)


def _given(**options: str | None) -> dict[str, str]:
    return {name: value for name, value in options.items() if value is not None}
