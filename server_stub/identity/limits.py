"""Up to which worth somebody decides at the centre: what their role may at a till, by the shop's own permissions.

An admin decides everything, and so does a program: its key was given by one.
"""

import re
from typing import Literal

from server_stub.api.amounts import minor, money_text
from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.goods.shops import read_shops
from server_stub.identity.callers import AnyCaller, Person
from sync.wire.permissions import RULE

_RULE = re.compile(RULE, re.ASCII)
_USUAL = "allowed"
"""What a manager may where the shop says nothing; nobody below one gets so far."""


async def check_worth(
    conn: Connection, caller: AnyCaller, shop: str, right: Literal["adjust_stock", "approve_count"], worth_minor: int
) -> None:
    """Refuse what is worth more than the caller's role may decide. Raises Denied 403."""
    if not isinstance(caller, Person) or caller.role == "admin":
        return
    terms = (await read_shops(conn, [shop]))[shop]
    found = _RULE.match(terms.permissions.get(right, {}).get(caller.role, _USUAL))
    if found is None or found[1] != "allowed":
        raise Denied(403, "Your role does not decide this")
    limit = (found[2] or "").strip()
    if limit and not limit.endswith("%") and worth_minor > minor(limit, terms.currency):
        worth = money_text(worth_minor, terms.currency)
        raise Denied(403, f"This is worth more than you may decide: {worth} {terms.currency}")
