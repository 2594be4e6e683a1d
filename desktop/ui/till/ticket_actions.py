"""The till's own actions: prices and discounts that a person sets, notes, tare, parking by name, quotes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop.ui.literals import QT_TRANSLATE_NOOP
from desktop.ui.till.actions import Action
from desktop.ui.till.presenter import TillPresenter
from desktop.ui.till.till_sheets import TillSheets

NOTE = QT_TRANSLATE_NOOP("TillActions", "Note")
NOTE_RECEIPT = QT_TRANSLATE_NOOP("TillActions", "Note on the receipt")
WRITE = QT_TRANSLATE_NOOP("TillActions", "Write")
NAME = QT_TRANSLATE_NOOP("TillActions", "Name")
PARK = QT_TRANSLATE_NOOP("TillActions", "Park")
PARK_NAMED = QT_TRANSLATE_NOOP("TillActions", "Park under a name")


def add_actions(sheets: TillSheets, presenter: TillPresenter) -> None:
    """List and bind them all."""
    for action in (*_reductions(presenter), *_words(sheets, presenter), *_others(presenter)):
        sheets.more.add(action)


def _reductions(presenter: TillPresenter) -> tuple[Action, ...]:
    discount, has_line, has_lines = presenter.press_discount, partial(_has_line, presenter), partial(_has, presenter)

    def may(some: Callable[[], bool]) -> Callable[[], bool]:
        return lambda: some() and bool(presenter.state.limit_ppm)

    line, ticket = may(has_line), may(has_lines)
    return (
        Action(QT_TRANSLATE_NOOP("TillActions", "Another price"), "F7", presenter.press_price, has_line),
        Action(
            QT_TRANSLATE_NOOP("TillActions", "Per cent off everything"),
            "Ctrl+F8",
            partial(discount, "ticket"),
            ticket,
        ),
        Action(
            QT_TRANSLATE_NOOP("TillActions", "Money off this line"),
            "Shift+F8",
            partial(discount, "line", "amount"),
            line,
        ),
        Action(
            QT_TRANSLATE_NOOP("TillActions", "Money off everything"),
            "Ctrl+Shift+F8",
            partial(discount, "ticket", "amount"),
            ticket,
        ),
        Action(QT_TRANSLATE_NOOP("TillActions", "This line for"), "Alt+F8", partial(discount, "line", "target"), line),
        Action(
            QT_TRANSLATE_NOOP("TillActions", "Everything for"),
            "Ctrl+Alt+F8",
            partial(discount, "ticket", "target"),
            ticket,
        ),
    )


def _words(sheets: TillSheets, presenter: TillPresenter) -> tuple[Action, ...]:
    def note_line() -> None:
        state = presenter.state
        line = state.line(state.selected)
        if line is not None:
            note = line.detail.note if line.detail else ""
            sheets.text.ask(line.name, _tr(NOTE), _tr(WRITE), note, partial(presenter.write_note, line.line_id))

    def note_ticket() -> None:
        cart = presenter.state.cart
        if cart is not None:
            title = _tr(NOTE_RECEIPT)
            sheets.text.ask(title, _tr(NOTE), _tr(WRITE), cart.note, partial(presenter.write_note, ""))

    def park() -> None:
        cart = presenter.state.cart
        if cart is not None:
            sheets.text.ask(_tr(PARK_NAMED), _tr(NAME), _tr(PARK), cart.name, presenter.park)

    has_line, has_lines = partial(_has_line, presenter), partial(_has, presenter)
    return (
        Action(QT_TRANSLATE_NOOP("TillActions", "Note on this line"), "Ctrl+N", note_line, has_line),
        Action(NOTE_RECEIPT, "Ctrl+Shift+N", note_ticket, has_lines),
        Action(PARK_NAMED, "Ctrl+F4", park, has_lines),
    )


def _others(presenter: TillPresenter) -> tuple[Action, ...]:
    def weighs() -> bool:
        return presenter.state.entry.mode in ("weight", "tare")

    return (
        Action(
            QT_TRANSLATE_NOOP("TillActions", "Print as a quote"), "Ctrl+O", presenter.quote, partial(_has, presenter)
        ),
        Action(QT_TRANSLATE_NOOP("TillActions", "Tare"), "Ctrl+T", presenter.press_tare, weighs),
        Action(QT_TRANSLATE_NOOP("TillActions", "Undo the last step"), "Ctrl+Z", presenter.undo),
    )


def _has(presenter: TillPresenter) -> bool:
    return presenter.state.cart is not None and bool(presenter.state.cart.lines)


def _has_line(presenter: TillPresenter) -> bool:
    return presenter.state.line(presenter.state.selected) is not None


def _tr(words: str) -> str:
    return QCoreApplication.translate("TillActions", words)
