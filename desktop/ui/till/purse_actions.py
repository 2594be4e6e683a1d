"""Paying a debt and topping store credit up, in the list of what can be done at the till."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.purse import ACCOUNT, CREDIT
from desktop.ui.literals import QT_TRANSLATE_NOOP
from desktop.ui.till.actions import Action
from desktop.ui.till.presenter import TillPresenter
from desktop.ui.till.till_sheets import TillSheets

PAY_DEBT = QT_TRANSLATE_NOOP("TillActions", "Customer pays a debt")
PAY_NOW = QT_TRANSLATE_NOOP("TillActions", "So much is paid; empty for nothing")
TOP_UP = QT_TRANSLATE_NOOP("TillActions", "Money into store credit")
TAKE = QT_TRANSLATE_NOOP("TillActions", "Onto the ticket")


def add_purse_actions(sheets: TillSheets, presenter: TillPresenter) -> None:
    """List and bind them."""
    paying = presenter.paying_in

    def pay_debt() -> None:
        sheets.text.ask(_tr(PAY_DEBT), _tr(PAY_NOW), _tr(TAKE), paying.owed(), lambda typed: paying.put(ACCOUNT, typed))

    def top_up() -> None:
        sheets.text.ask(_tr(TOP_UP), _tr(PAY_NOW), _tr(TAKE), "", lambda typed: paying.put(CREDIT, typed))

    sheets.more.add(Action(PAY_DEBT, "Ctrl+B", pay_debt, paying.can_pay))
    sheets.more.add(Action(TOP_UP, "Ctrl+Shift+B", top_up, paying.can_top_up))


def _tr(words: str) -> str:
    return QCoreApplication.translate("TillActions", words)
