"""The shift screen in the window of the tests, with paper and drawer that write down what they are told."""

from dataclasses import dataclass, field

from desktop.operations import staff
from desktop.ui.shell import Screen
from desktop.ui.shift.presenter import ShiftPresenter
from desktop.ui.shift.view import ShiftView
from tests.screens.stage import Stage
from tests.terminals import PIN


@dataclass
class ShiftDesk:
    """`x` are printed X reports (shift number, with what should be there), `z` closings (number, copy)."""

    stage: Stage
    presenter: ShiftPresenter
    view: ShiftView
    x: list[tuple[int, bool]] = field(default_factory=list)
    z: list[tuple[int, int]] = field(default_factory=list)
    drawer: list[str] = field(default_factory=list)

    def page(self) -> str:
        """What is shown."""
        return self.presenter.state.page

    def type(self, text: str) -> None:
        """Type by the keypad."""
        for char in text:
            if char == ".":
                self.presenter.press_mark()
            else:
                self.presenter.press_digit(char)


def show_shift(stage: Stage, login: str) -> ShiftDesk:
    """Sign somebody in and show the shift screen."""
    staff.sign_in(stage.terminal, login, PIN)
    papers: list[ShiftDesk] = []
    presenter = ShiftPresenter(
        stage.terminal,
        lambda shift, totals, expected: papers[0].x.append((shift.number, expected)),
        lambda closed, copy_no: papers[0].z.append((closed.closing.z_number, copy_no)),
        lambda: papers[0].drawer.append("open"),
    )
    view = ShiftView(presenter)
    papers.append(ShiftDesk(stage, presenter, view))
    presenter.sounded.connect(stage.shell.play)
    presenter.opened.connect(lambda: stage.shell.show_screen("till"))
    stage.shell.add_screen(Screen("shift", "Shift", view, presenter.scan, right="shift", enter=presenter.enter))
    stage.shell.show_screen("shift")
    return papers[0]


def sell(stage: Stage, code: str, method: str = "cash") -> int:
    """Sell one thing for its exact price; gives what was paid in minor units."""
    stage.shell.show_screen("till")
    stage.scan(code)
    stage.till.pay()
    stage.payment.choose_method(method)
    paid = stage.payment.state.quick[0]
    stage.payment.pay(paid)
    stage.payment.finish()
    assert stage.payment.state.sale is not None
    return paid
