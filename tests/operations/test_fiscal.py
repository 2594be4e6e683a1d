"""Papers are signed in the order of the journal, each once, from the day the device came."""

from pathlib import Path

import pytest

from desktop.devices.fiscal import SimulatedFiscal, open_fiscal
from desktop.domain.staff import Person
from desktop.faults import Fault
from desktop.fiscalising import answer_of, sealed_paper, sign_all
from desktop.operations import fiscal, sales
from desktop.operations.terminal import Terminal
from desktop.replication.rebuild import rebuild
from desktop.store import journal, rows
from tests.core import sell
from tests.terminals import BREAD, MILK


@pytest.fixture
def module(tmp_path: Path) -> SimulatedFiscal:
    return SimulatedFiscal(tmp_path / "module.json")


def kinds(terminal: Terminal) -> list[str]:
    with terminal.database.reading() as connection:
        return [entry.kind for entry in journal.read_all(connection)]


def test_each_paper_is_signed_once_and_in_order(terminal: Terminal, manager: Person, module: SimulatedFiscal) -> None:
    before = sell(terminal, manager, BREAD)
    fiscal.begin_signing(terminal)
    sale = sell(terminal, manager, BREAD)
    _, void = sales.void_sale(terminal, manager, sale.sale_id, "mistake")
    assert fiscal.is_awaited(terminal, sale.sale_id)
    assert not fiscal.is_awaited(terminal, before.sale_id)
    assert sign_all(terminal, module, sale.sale_id) is None
    signed, taken_back = (
        fiscal.read_signed(terminal, sale.sale_id),
        fiscal.read_signed(terminal, sale.sale_id, void.void_id),
    )
    assert (signed.counter, signed.late, taken_back.counter, taken_back.late) == (1, False, 2, True)
    assert fiscal.read_unsigned(terminal) is None
    assert fiscal.read_signed(terminal, before.sale_id) is None
    assert kinds(terminal)[-4:] == ["sale.completed", "sale.voided", "sale.fiscalised", "sale.fiscalised"]
    assert not fiscal.is_awaited(terminal, sale.sale_id)
    with terminal.database.writing() as connection:
        before_rebuild = rows.dump(connection)
        rebuild(connection)
        assert rows.dump(connection) == before_rebuild


def test_an_outage_is_caught_up(terminal: Terminal, manager: Person, module: SimulatedFiscal) -> None:
    fiscal.begin_signing(terminal)
    fiscal.begin_signing(terminal)
    module.broken = True
    sold = [sell(terminal, manager, BREAD) for _ in range(3)]
    assert sign_all(terminal, module, sold[2].sale_id).code == "fiscal.out_of_order"
    assert [fiscal.read_signed(terminal, sale.sale_id) for sale in sold] == [None] * 3
    module.broken = False
    now = sell(terminal, manager, MILK)
    assert sign_all(terminal, module, now.sale_id) is None
    answers = [fiscal.read_signed(terminal, sale.sale_id) for sale in (*sold, now)]
    assert [(one.counter, one.late) for one in answers] == [(1, True), (2, True), (3, True), (4, False)]


def test_a_crash_before_the_answer_was_written_asks_again(
    terminal: Terminal, manager: Person, module: SimulatedFiscal, tmp_path: Path
) -> None:
    fiscal.begin_signing(terminal)
    sale = sell(terminal, manager, BREAD)
    lost = module.sign(sealed_paper(fiscal.read_unsigned(terminal)))
    unsigned = fiscal.read_unsigned(terminal)
    assert sign_all(terminal, SimulatedFiscal(tmp_path / "module.json")) is None
    answer = fiscal.read_signed(terminal, sale.sale_id)
    assert (answer.signature, answer.counter) == (lost.signature, 1)
    fiscal.record_answer(terminal, unsigned, answer_of(unsigned, lost, "simulated", late=False))
    assert kinds(terminal).count("sale.fiscalised") == 1


def test_what_is_signed_adds_up(terminal: Terminal, manager: Person) -> None:
    fiscal.begin_signing(terminal)
    sale = sell(terminal, manager, BREAD, MILK)
    sales.void_sale(terminal, manager, sale.sale_id, "mistake")
    paper = sealed_paper(fiscal.read_unsigned(terminal))
    assert sum(gross for _, gross in paper.taxes) == paper.total_minor == sale.total_minor
    assert sum(amount for _, amount in paper.payments) == paper.total_minor + sale.rounding_minor
    assert paper.hash
    assert (paper.receipt, paper.void_id) == (sale.receipt, "")


def test_drivers_go_by_their_names(tmp_path: Path) -> None:
    assert open_fiscal("", tmp_path) is None
    assert isinstance(open_fiscal("simulated", tmp_path), SimulatedFiscal)
    with pytest.raises(Fault) as fault:
        open_fiscal("swissbit", tmp_path)
    assert fault.value.code == "fiscal.driver"
