"""Goods are found by code as scanned and by what a person types, in both alphabets."""

import pytest

from desktop.domain.measured_codes import parse_rules
from desktop.domain.refusal import Refusal
from desktop.operations.terminal import Terminal
from desktop.reading import read_code
from desktop.store import catalogue
from desktop.store.replica_file import ReplicaFile
from tests.terminals import BREAD, CHEESE_342_G, EGGS, SHARED, UNKNOWN

RULES = parse_rules(["21IIIIIWWwwwC"])


def resolve(terminal: Terminal, code: str) -> list[tuple[str, int, int]]:
    with terminal.database.reading() as connection:
        found = catalogue.resolve(connection, read_code(code, RULES), "EUR")
    return [(one.product.id, one.pack_milli, one.quantity_milli) for one in found]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        (BREAD, [("bread", 1000, 0)]),
        (f"]E0{BREAD}", [("bread", 1000, 0)]),
        ("14006381333938", [("bread", 6000, 0)]),
        ("BREAD", [("bread", 1000, 0)]),
        (CHEESE_342_G, [("cheese", 1000, 342)]),
        (SHARED, [("milk", 1000, 0), ("water", 1000, 0)]),
        (f"]C1020{EGGS}3748", [("eggs", 1000, 48_000)]),
        ("]C102140063813339383740", [("bread", 6000, 240_000)]),
        (UNKNOWN, []),
        ("", None),
    ],
)
def test_a_scan_finds(terminal: Terminal, code: str, found: list[tuple[str, int, int]] | None) -> None:
    if found is None:
        with pytest.raises(Refusal):
            resolve(terminal, code)
    else:
        assert sorted(resolve(terminal, code)) == found


def test_an_unknown_case_is_not_sold_as_one_piece(terminal: Terminal) -> None:
    with pytest.raises(Refusal) as refused:
        resolve(terminal, "14601234567890")
    assert refused.value.code == "code.case"
    with pytest.raises(Refusal, match="how many"):
        resolve(terminal, "]C102146012345678903710")


def put(terminal: Terminal, *names: str) -> None:
    with terminal.database.reading() as connection:
        path = connection.exec_driver_sql("SELECT file FROM pragma_database_list WHERE name = 'r'").scalar()
    replica = ReplicaFile(path, b"r" * 32)
    with replica.writing():
        rows = [(name, name, name, "pcs", 10000, 0, "", False, 0, True, 0) for name in names]
        replica.put_products((row, [(row[0], 1000)], None) for row in rows)
    replica.close()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("мед", "Мёд липовый 500 г"),
        ("МЁД лип", "Мёд липовый 500 г"),
        ("йогурт", "Йогурт питьевой"),
        ("гурт", "Йогурт питьевой"),
        ("пит йог", "Йогурт питьевой"),
        ("cafe", "Café crème"),
        ("3.2", "Milk 3.2 % 930 ml"),
        ("40063", "Rye bread 400 g"),
        ("ilk", "Milk 3.2 % 930 ml"),
    ],
)
def test_search_while_typing(terminal: Terminal, typed: str, name: str) -> None:
    put(terminal, "Мёд липовый 500 г", "Йогурт питьевой", "Café crème")
    with terminal.database.reading() as connection:
        assert name in [product.name for product in catalogue.search(connection, typed)]


@pytest.mark.parametrize("typed", ["", "  ", "%", '"', "' OR 1=1 --", "*", "()", "NEAR(", "a" * 5000])
def test_search_takes_anything(terminal: Terminal, typed: str) -> None:
    with terminal.database.reading() as connection:
        assert isinstance(catalogue.search(connection, typed), list)


def test_a_changed_name_is_found_and_the_old_one_is_not(terminal: Terminal) -> None:
    put(terminal, "Old thing")
    with terminal.database.reading() as connection:
        path = connection.exec_driver_sql("SELECT file FROM pragma_database_list WHERE name = 'r'").scalar()
    replica = ReplicaFile(path, b"r" * 32)
    with replica.writing():
        replica.put_products([(("Old thing", "x", "Fresh", "pcs", 1, 0, "", False, 0, True, 0), [], None)])
    replica.close()
    with terminal.database.reading() as connection:
        assert catalogue.search(connection, "old") == []
        assert catalogue.search(connection, "fre")[0].id == "Old thing"
