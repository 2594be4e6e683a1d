"""A card sale is taken back on the screen: the terminal first, then a person by hand, with a manager's word."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.devices.card_terminal_simulated import SimulatedCardTerminal
from desktop.operations import staff
from desktop.ui.receipts.presenter import ReceiptsPresenter
from desktop.ui.receipts.view import ReceiptsView
from desktop.ui.shell import Screen
from tests.core import fill
from tests.operations.test_voiding import back_to_card, by_card
from tests.screens.gallery_papers import hands
from tests.screens.stage import Stage
from tests.terminals import BADGE, BREAD

Answer = tuple[str, str, str]


@dataclass
class Desk:
    """The screen over one card sale; the terminal answers when the test says so."""

    stage: Stage
    device: SimulatedCardTerminal
    view: ReceiptsView
    presenter: ReceiptsPresenter
    told: list[str]
    waiting: list[Callable[[], None]] = field(default_factory=list)

    def answer(self) -> None:
        self.waiting.pop()()

    def void(self) -> None:
        self.view.void.click()
        self.view.void_sheet.usual[0].click()

    def act(self, name: str) -> None:
        self.view.strip.acted.emit(name)


@pytest.fixture(params=["mira"])
def desk(qtbot: QtBot, stage: Stage, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Desk]:
    stage.open_day(request.param)
    device = SimulatedCardTerminal(tmp_path / "card")
    person = staff.signed_in(stage.terminal)
    assert person is not None
    by_card(stage.terminal, person, fill(stage.terminal, BREAD), device)
    told: list[str] = []
    waiting: list[Callable[[], None]] = []

    def beside(work: Callable[[], Answer], done: Callable[[Answer], None]) -> None:
        waiting.append(lambda: done(work()))

    presenter = ReceiptsPresenter(stage.terminal, hands(told), card=device, beside=beside)
    view = ReceiptsView(presenter)
    stage.shell.add_screen(Screen("receipts", "Receipts", view, scan=presenter.scan, enter=presenter.enter))
    stage.shell.show_screen("receipts")
    yield Desk(stage, device, view, presenter, told, waiting)
    presenter.close()


def test_the_terminal_gives_the_money_back_and_then_the_void_prints(desk: Desk) -> None:
    desk.void()
    assert (desk.told, desk.view.void.isEnabled()) == ([], False)
    assert "gives the money back" in desk.view.strip.text
    desk.answer()
    assert desk.told == ["void T01-000002 of T01-000001"]
    assert desk.device.charged_minor() == 0


def test_a_silent_terminal_is_asked_again_under_the_same_id(desk: Desk) -> None:
    desk.device.silent = True
    desk.void()
    desk.answer()
    assert "Nobody knows" in desk.view.strip.text
    desk.device.silent = False
    desk.act("again")
    desk.answer()
    assert "gave nothing back" in desk.view.strip.text, "it never heard of it"
    desk.act("again")
    desk.answer()
    assert desk.told == ["void T01-000002 of T01-000001"]
    assert desk.device.charged_minor() == 0


@pytest.mark.parametrize("desk", ["anna"], indirect=True)
def test_by_hand_takes_a_manager(desk: Desk) -> None:
    desk.void()
    assert desk.view.grant.isVisible()
    desk.device.silent = True
    desk.stage.scan(BADGE)
    desk.answer()
    desk.act("by_hand")
    assert desk.told == ["void T01-000002 of T01-000001"], "the manager has allowed this void already"


def test_closing_the_question_leaves_the_receipt(desk: Desk) -> None:
    desk.device.silent = True
    desk.void()
    desk.answer()
    desk.view.strip.dismiss()
    assert desk.view.strip.text == ""
    desk.void()
    assert "Nobody knows" in desk.view.strip.text
    desk.act("by_hand")
    assert desk.told == ["void T01-000002 of T01-000001"]


def test_a_return_to_a_card_is_charged_again_and_by_hand_where_it_declines(desk: Desk) -> None:
    stage, sold = desk.stage, desk.presenter.state.receipt
    person = staff.signed_in(stage.terminal)
    assert sold is not None
    assert person is not None
    back = back_to_card(stage.terminal, person, sold.sale, desk.device)
    desk.presenter.choose(back.sale_id)
    desk.device.silent = True
    desk.void()
    assert "takes the money again" in desk.view.strip.text
    desk.answer()
    assert "whether the card was charged" in desk.view.strip.text
    desk.device.silent = False
    desk.act("again")
    desk.answer()
    assert "was not charged" in desk.view.strip.text, "it never heard of it"
    desk.act("by_hand")
    assert desk.told == ["void T01-000003 of T01-000002"]
