"""The lines of a cart on disk are those of the cart, whatever a step changed and whatever transaction failed."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desktop.domain.cart import Cart, CartLine
from desktop.store import carts
from desktop.store.database import Database
from desktop.store.migrate import migrate

LINE = CartLine("l", "p", "s", "Milk", "piece", "4006", 1000, 12_900, 250_000)
CARTS = Cart("c1", "", "EUR", True), Cart("c2", "", "EUR", True)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    opened = Database(tmp_path_factory.mktemp("carts") / "journal.db", b"k" * 32)
    migrate(opened)
    yield opened
    opened.close()


class PowerCut(Exception):
    """The transaction ends here."""


Step = tuple[str, int, int, bool]
steps = some.lists(
    some.tuples(
        some.sampled_from(["add", "change", "remove", "insert", "clear", "reopen"]),
        some.integers(0, 1),
        some.integers(0, 7),
        some.booleans(),
    ),
    max_size=25,
)


def changed(cart: Cart, what: str, at: int, number: int) -> Cart:
    lines, fresh = list(cart.lines), replace(LINE, line_id=f"l{number}")
    if what == "add" or not lines:
        lines.append(fresh)
    elif what == "insert":
        lines.insert(at % len(lines), fresh)
    elif what == "remove":
        del lines[at % len(lines)]
    else:
        at %= len(lines)
        lines[at] = replace(lines[at], quantity_milli=lines[at].quantity_milli + 1000)
    return replace(cart, lines=tuple(lines))


def put(database: Database, what: str, cart: Cart, *, fails: bool) -> bool:
    """Do one step in a transaction of its own; whether it came to be."""
    try:
        with database.writing() as connection:
            if what == "clear":
                carts.clear(connection, cart.id)
            else:
                carts.save(connection, cart, carts.KEPT)
            if fails:
                raise PowerCut
    except PowerCut:
        return False
    return True


@given(steps)
def test_what_is_read_is_what_was_kept(database: Database, taken: list[Step]) -> None:
    on_disk = {cart.id: cart for cart in CARTS}
    for cart in CARTS:
        put(database, "clear", cart, fails=False)
    for number, (what, which, at, fails) in enumerate(taken):
        cart = on_disk[CARTS[which].id]
        after = CARTS[which] if what == "clear" else changed(cart, what, at, number)
        if put(database, what, after, fails=fails):
            on_disk[cart.id] = after
        elif what == "change":  # the same values once more, as after a fault of the disk
            put(database, what, after, fails=False)
            on_disk[cart.id] = after
        if what == "reopen":
            with database.reading() as connection:
                connection.info.clear()
        with database.reading() as connection:
            kept = {cart.id: cart for cart in carts.list_kept(connection)}
        assert [kept.get(one.id, one).lines for one in CARTS] == [on_disk[one.id].lines for one in CARTS]
