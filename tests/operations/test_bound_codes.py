"""A code that was bound at this terminal is known here at once and after a restart, until the centre has answered."""

import msgspec
import pytest

from desktop.domain.refusal import Refusal
from desktop.domain.staff import Person
from desktop.operations.parked_codes import bind_code
from desktop.operations.terminal import Terminal
from desktop.reading import read_code
from desktop.replication.rebuild import rebuild
from desktop.store import catalogue, journal, rows
from desktop.store.migrate import run_scripts
from sync.wire.changes import Code, Product
from sync.wire.messages import Projected
from tests.core import sell
from tests.operations.test_offers import tell
from tests.operations.test_picking import facts
from tests.terminals import BREAD, UNKNOWN

LABEL = f"]C101{UNKNOWN.zfill(14)}10L7"
CASE = "14601234567890"
"""A case of eggs, of which nobody knows how many there are."""


def bind(terminal: Terminal, person: Person, code: str, product_id: str, pack_milli: int = 1000) -> None:
    with terminal.database.reading() as connection:
        product = catalogue.read_product(connection, product_id)
    assert product is not None
    bind_code(terminal, person, code, product, pack_milli)


def known(terminal: Terminal, code: str) -> list[tuple[str, int, str]]:
    with terminal.database.reading() as connection:
        found = catalogue.resolve(connection, read_code(code), "EUR")
    return [(one.product.id, one.pack_milli, one.lot) for one in found]


def goods(ident: str, code: str) -> Product:
    codes = (Code(code),)
    return Product(
        id=ident, sku=ident.upper(), name=ident, unit="pcs", price_e4=50_000, rate_ppm=0, category="", codes=codes
    )


def hear(terminal: Terminal) -> None:
    """The centre's figures contain all that was sealed here."""
    with terminal.database.reading() as connection:
        last = journal.read_last_of(connection, "code.bound")
    assert last is not None
    tell(terminal, "stock:s1", first=600, vector=(Projected(last.incarnation, last.seq),))


def test_it_is_sold_with_the_line_down(terminal: Terminal, manager: Person) -> None:
    bind(terminal, manager, UNKNOWN, "bread")
    sale = sell(terminal, manager, f"2*{UNKNOWN}")
    assert [(line.product_id, line.quantity_milli) for line in sale.lines] == [("bread", 2000)]
    assert known(terminal, LABEL) == [("bread", 1000, "L7")], "what the label says beside it is kept"


def test_a_case_is_so_many_of_its_goods(terminal: Terminal, manager: Person) -> None:
    with pytest.raises(Refusal, match="how many are inside"):
        known(terminal, CASE)
    bind(terminal, manager, CASE, "eggs", 12_000)
    assert known(terminal, CASE) == [("eggs", 12_000, "")]


def test_it_is_bound_once(terminal: Terminal, manager: Person) -> None:
    bind(terminal, manager, UNKNOWN, "bread")
    with pytest.raises(Refusal) as refused:
        bind(terminal, manager, UNKNOWN, "eggs")
    assert (refused.value.code, len(facts(terminal, "code.bound"))) == ("code.known", 1)


def test_the_catalogue_goes_before_what_was_said_here(terminal: Terminal, manager: Person) -> None:
    bind(terminal, manager, UNKNOWN, "bread")
    tell(terminal, "catalogue", ("product", goods("new", UNKNOWN)), first=600)
    assert known(terminal, UNKNOWN) == [("new", 1000, "")]


def test_what_the_centre_has_heard_of_it_has_answered(terminal: Terminal, manager: Person) -> None:
    bind(terminal, manager, UNKNOWN, "bread")
    hear(terminal)
    assert known(terminal, UNKNOWN) == [], "head office did not take it, or took it off again"
    bind(terminal, manager, UNKNOWN, "eggs")
    assert known(terminal, UNKNOWN) == [("eggs", 1000, "")]


def test_of_goods_that_are_gone_it_is_unknown_again(terminal: Terminal, manager: Person) -> None:
    bind(terminal, manager, UNKNOWN, "bread")
    tell(terminal, "catalogue", ("product", msgspec.structs.replace(goods("bread", BREAD), active=False)), first=600)
    assert known(terminal, UNKNOWN) == []


def test_it_is_rebuilt_and_an_update_knows_what_was_bound_before_it(terminal: Terminal, manager: Person) -> None:
    bind(terminal, manager, UNKNOWN, "bread")
    bind(terminal, manager, CASE, "eggs", 12_000)
    with terminal.database.writing() as connection:
        before = rows.dump(connection)
        assert len(before["bound_code"]) == 2
        rebuild(connection)
        assert rows.dump(connection) == before
        connection.exec_driver_sql("DROP TABLE bound_code")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0048'")
    with terminal.database.writing() as connection:
        run_scripts(connection, "0049")
        assert rows.dump(connection) == before
