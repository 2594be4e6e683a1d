"""People and their roles: who may sign in where, added, changed and let out."""

from typing import LiteralString, get_args
from uuid import uuid4

import msgspec
from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath

from server_stub.audit import log as audit
from server_stub.console.forms import need, read_form
from server_stub.console.pages import PageRequest, go_to, render
from server_stub.console.reading import Row, read_rows, shop_of
from server_stub.context import Context
from server_stub.database import Connection
from server_stub.faults import Denied, Refusal
from server_stub.goods.shops import list_shops
from server_stub.identity import passwords, people, sign_in
from server_stub.identity.callers import Person, Role
from server_stub.identity.pins import hash_pin
from server_stub.terminals.registration import is_uuid
from sync.wire import changes

ROLES = get_args(Role)

_LIST: LiteralString = """
SELECT p.id::text AS id, p.login, p.name, p.role, p.active, p.password_hash IS NOT NULL AS centre, shop.name AS shop,
    p.shop_id::text AS shop_id, p.pin_hash
FROM person p JOIN shop ON shop.id = p.shop_id
WHERE %(shop)s::uuid IS NULL OR p.shop_id = %(shop)s ORDER BY p.active DESC, p.name LIMIT 1000
"""


async def list_people(request: PageRequest, context: NamedDependency[Context]) -> Response[str]:
    """List the people of the reader's shops, with the form to add one."""
    found = await read_rows(context, _LIST, {"shop": shop_of(request.user)})
    async with context.pool.connection() as conn:
        shops = [shop for shop in await list_shops(conn) if request.user.shop in ("", shop.id)]
    return render(request, "people.html", people=found, shops=shops, roles=_roles_below(request.user))


async def save(request: PageRequest, context: NamedDependency[Context]) -> Response[None]:
    """Add a person. Refusals: a login that is taken, a weak PIN or password."""
    fields = await read_form(request)
    user: Person = request.user
    shop, role = user.shop or need(fields, "shop"), need(fields, "role")
    if not is_uuid(shop) or role not in _roles_below(user):
        raise Denied(403, "You may not give this role")
    login, password = need(fields, "login"), fields.get("password", "")
    pin = need(fields, "pin")
    pin_hash = await passwords.in_worker(lambda: hash_pin(pin))
    password_hash = await passwords.in_worker(lambda: passwords.hash_password(password, login)) if password else None
    person = changes.Person(
        id=str(uuid4()), login=login, name=fields.get("name") or login, role=role, pin_hash=pin_hash, active=True
    )
    async with context.pool.connection() as conn:
        await people.save_person(conn, shop, person)
        if password_hash:
            await sign_in.set_password(conn, person.id, password_hash, context.now())
        await audit.note(conn, user, "user.saved", f"person:{login}", {"role": role, "shop": shop}, at=context.now())
    return go_to("/console/people", "The person may sign in now.")


async def change(
    request: PageRequest, context: NamedDependency[Context], person: FromPath[str], act: FromPath[str]
) -> Response[None]:
    """Let a person out or in again, change the role, set a new password. Nobody does it to themselves."""
    fields = await read_form(request)
    found = await _find(request, context, person)
    user: Person = request.user
    if found["id"] == user.person_id and act != "password":
        raise Refusal("person.self", "You cannot do this to yourself.", "Ask another administrator.")
    if found["role"] not in _roles_below(user) and found["id"] != user.person_id:
        raise Denied(403, "This person stands above you")
    async with context.pool.connection() as conn:
        await _act(conn, context, found, act, fields, user)
        await audit.note(conn, user, f"user.{act}", f"person:{found['login']}", at=context.now())
    return go_to("/console/people", "Done.")


async def _act(conn: Connection, context: Context, found: Row, act: str, fields: dict[str, str], user: Person) -> None:
    if act in ("disable", "enable"):
        await people.set_active(conn, found["login"], act == "enable")
    elif act == "role":
        role = need(fields, "role")
        if role not in _roles_below(user):
            raise Denied(403, "You may not give this role")
        present = await people.read_people(conn, [found["id"]])
        person = msgspec.structs.replace(present[found["id"]], role=role)
        await people.save_person(conn, found["shop_id"], person)
    elif act == "password":
        password = need(fields, "password")
        hashed = await passwords.in_worker(lambda: passwords.hash_password(password, found["login"]))
        await sign_in.set_password(conn, found["id"], hashed, context.now())
    else:
        raise Denied(404, "Not found")


async def _find(request: PageRequest, context: Context, person: str) -> Row:
    for row in await read_rows(context, _LIST, {"shop": shop_of(request.user)}):
        if row["id"] == person:
            return row
    raise Denied(404, "There is no such person")


def _roles_below(user: Person) -> tuple[str, ...]:
    """An admin gives every role; a manager those that sell and carry."""
    return ROLES if user.role == "admin" else tuple(role for role in ROLES if role not in ("admin", "manager"))
