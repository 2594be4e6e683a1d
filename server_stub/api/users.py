"""People who may sign in: everything but their secrets."""

from typing import Literal
from uuid import UUID

from msgspec import Struct

from server_stub.api.asking import OfShop
from server_stub.api.endpoint import Call, Endpoint, missing
from server_stub.api.paging import Listing, Page, Paged, Row
from server_stub.identity.callers import MANAGERS, Role


class User(Struct, frozen=True, kw_only=True):
    """Somebody who may sign in, at the shop's terminals or here."""

    id: UUID
    shop: UUID
    login: str
    name: str
    role: str
    status: Literal["active", "disabled"]


class UserQuery(OfShop, frozen=True, kw_only=True):
    """Which people."""

    status: Literal["active", "disabled"] | None = None
    role: Role | None = None


LISTING = Listing(
    "users",
    "p.id, p.shop_id, p.login, p.name, p.role, p.active",
    "person p",
    (("p.shop_id", "uuid"), ("p.login", "text")),
    {
        "shop": "p.shop_id = %(shop)s",
        "active": "p.active = %(active)s",
        "role": "p.role = %(role)s",
        "person": "p.id = %(person)s",
    },
)


async def list_users(call: Call, asked: UserQuery) -> Page[User]:
    """List people by shop and login."""
    active = None if asked.status is None else asked.status == "active"
    rows, following = await call.page(LISTING, asked, shop=call.shop(asked.shop), active=active, role=asked.role)
    return Page(items=[_tell(row) for row in rows], next=following)


async def read_user(call: Call, _asked: None) -> User:
    """Give one person."""
    rows, _ = await call.page(LISTING, Paged(limit=1), person=call.id_of("id"))
    if not rows or not call.sees(rows[0]["shop_id"]):
        raise missing()
    return _tell(rows[0])


def _tell(row: Row) -> User:
    return User(
        id=row["id"],
        shop=row["shop_id"],
        login=row["login"],
        name=row["name"],
        role=row["role"],
        status="active" if row["active"] else "disabled",
    )


ENDPOINTS = (
    Endpoint("GET", "/users", list_users, Page[User], MANAGERS, "users:read", UserQuery),
    Endpoint("GET", "/users/{id:str}", read_user, User, MANAGERS, "users:read"),
)
