"""A customer who was changed in two places: what head office keeps beside what the tills wanted, decided by field."""

from typing import LiteralString

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.api.customer_clashes import Clash, Decision, decide_clash, read_clash
from server_stub.console.calls import open_call
from server_stub.console.forms import read_form
from server_stub.console.pages import PageRequest, go_to, render
from server_stub.console.reading import read_rows
from server_stub.context import Context
from server_stub.faults import Denied
from server_stub.offers.customers import read_customers

FIELDS = {
    "name": "Name",
    "card": "Customer card",
    "phone": "Telephone",
    "email": "E-mail",
    "address": "Address",
    "birthday": "Birthday",
    "tax_number": "Tax number",
    "price_list_id": "Price list",
}
"""What a customer's fields are called."""
LATER = "later"
_LISTS: LiteralString = (
    "SELECT price_list_id::text AS id, name FROM price_list WHERE price_list_id::text = ANY(%(ids)s)"
)
_LONGEST_NOTE = 1000


async def show(request: PageRequest, context: NamedDependency[Context], case: FromPath[int]) -> Response[str]:
    """Show both values of each field side by side. 404 for what is not open, not of this shop, or no such case."""
    async with open_call(request, context, id=str(case)) as call:
        clash = await read_clash(call, None)
        known = await read_customers(call.conn, [str(clash.customer)])
    name = known[str(clash.customer)].name if str(clash.customer) in known else ""
    lists = await _name_lists(context, clash)
    shown = {"clash": clash, "fields": FIELDS, "name": name, "lists": lists, "later": LATER}
    return render(request, "cases_deciding.html", **shown)


async def decide(request: PageRequest, context: NamedDependency[Context], case: FromPath[int]) -> Response[None]:
    """Let head office or a till win where a field was chosen; the case closes when nothing is left."""
    form = await read_form(request)
    choices = {field: form[field] for field in FIELDS if form.get(field, LATER) != LATER}
    if not choices:
        raise Denied(400, "Nothing was chosen")
    decision = Decision(choices=choices, note=form.get("note", "")[:_LONGEST_NOTE])  # type: ignore[arg-type]
    async with open_call(request, context, id=str(case)) as call:
        decided = await decide_clash(call, decision)
    if decided.status == "open":
        return go_to(f"/console/cases/{case}", "It is kept as you decided; the rest waits.")
    return go_to("/console/cases", "It is kept as you decided, and the case is closed.")


async def _name_lists(context: Context, clash: Clash) -> dict[str, str]:
    """Give the names of the price lists that stand against each other, by id."""
    one = next((field for field in clash.fields if field.field == "price_list_id"), None)
    ids = [one.ours, *(wish.value for wish in one.theirs)] if one else []
    return {row["id"]: row["name"] for row in await read_rows(context, _LISTS, {"ids": ids})} if ids else {}
