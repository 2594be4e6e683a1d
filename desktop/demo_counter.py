"""What else happens at the counter on the scripted day: offers, approval, cards and certificates, papers, a return."""

import httpx
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.demo_hands import Hands
from desktop.domain.papers import BillTo
from desktop.domain.refusal import Refusal
from desktop.store import catalogue, sales
from desktop.ui.payment.view import PaymentView
from desktop.ui.receipts.view import ReceiptsView
from desktop.ui.returns.view import ReturnsView

MEMBER_CARD = "9001000011"
COUPON = "LINDEN-100"
COUPON_FROM_MINOR = 3_000
FOUND_BY, ON_SECOND_PAGE = "croi", "Avocado"
SWEETS, DRINKS = "Sweets and snacks", "Drinks"
UNCLEAR_MINOR = 102
"""The simulated terminal charges an amount that ends so, and falls silent."""

BUYER = BillTo("Harbour Café Ltd", "Quay 1\n10111 Tallinn", "EE100200300", "")


async def board(hands: Hands) -> None:
    """Goods without a code from the board: one found by letters, one on the second page."""
    keys, pictures = hands.till.keys, hands.till.pictures
    goods = hands.till._presenter.goods
    shown = [product.extra.picture for product in goods.state.goods if product.extra.picture]
    await hands.until(lambda: bool(shown) and all(map(pictures.has, shown)), "the pictures of the board")
    await hands.pause()
    hands.step("board of the cashier")
    await hands.type_in(FOUND_BY)
    await hands.pause()
    hands.step("tile found by its name")
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_PageDown)
    await hands.pause()
    names = [keys.tiles.model().index(row, 0).data() for row in range(keys.tiles.model().rowCount())]
    tile = keys.tiles.model().index(names.index(ON_SECOND_PAGE), 0)
    keys.tiles.scrollTo(tile)
    QTest.mouseClick(keys.tiles.viewport(), Qt.MouseButton.LeftButton, pos=keys.tiles.visualRect(tile).center())
    await hands.pause()
    hands.step("second page of the board")
    await hands.pay("cash", "payment of goods from the board")


async def promotion(hands: Hands) -> None:
    """A customer with a card takes three sweets and pays for two."""
    sweet = piece_of(hands, SWEETS)
    hands.till._presenter.offering.name_customer(MEMBER_CARD)
    await hands.scan(sweet, sweet, sweet)
    hands.step("customer and promotion three for two")
    await hands.pay("cash", "payment of the customer")


async def coupon(hands: Hands, certificate: str) -> None:
    """A coupon from thirty euro on; a gift certificate pays a part, a card the rest, and it is unclear for a while."""
    presenter, drink = hands.till._presenter, piece_of(hands, DRINKS)
    while (priced := presenter.state.priced) is None or priced.total_minor < COUPON_FROM_MINOR:
        await hands.scan(*[drink] * 6)
    presenter.offering.hand_in(COUPON)
    await hands.pause()
    hands.step("coupon")
    await hands.to_payment()
    payment = hands.view(PaymentView)._presenter
    payment.choose_method("gift")
    for sign in certificate:
        payment.press_digit(sign)
    await hands.pause()
    hands.step("gift certificate")
    payment.press_enter()
    await hands.until(lambda: bool(payment.state.settlement and payment.state.settlement.payments), "the certificate")
    payment.choose_method("card")
    payment.pay(UNCLEAR_MINOR)
    await hands.until(lambda: payment.state.card.unclear, "a card terminal that falls silent")
    hands.step("card unclear")
    payment.card.ask_again()
    await hands.until(lambda: payment.state.card.attempt is None, "the card terminal's word")
    hands.step("card was charged after all")
    payment.choose_method("cash")
    payment.pay(payment.state.quick[0])
    await hands.until(lambda: payment.state.can_finish, "the rest in cash")
    await hands.finish()
    hands.step("paid in three ways")


async def approval(hands: Hands) -> None:
    """A discount beyond the cashier's limit: a manager allows it in place."""
    presenter = hands.till._presenter
    await hands.scan(piece_of(hands, DRINKS))
    for digit in "20":
        presenter.press_digit(digit)
    presenter.press_discount("ticket")
    hands.till.sheets.grant.ask()
    await hands.allow(presenter.grant, "approval of a discount by the manager")
    hands.step("discount allowed")
    await hands.pay("cash", "payment after the approval")


async def papers(hands: Hands) -> None:
    """A copy of the last receipt, and an invoice for it."""
    hands.window.shell.show_screen("receipts")
    await hands.pause()
    presenter = hands.view(ReceiptsView)._presenter
    presenter.print_copy()
    await hands.pause()
    hands.step("receipt copy")
    presenter.issue_invoice(BUYER)
    await hands.pause()
    invoice = presenter.state.receipt.invoice if presenter.state.receipt else None
    hands.step("invoice", number=invoice.number if invoice else "")


async def take_back(hands: Hands, receipt: str) -> None:
    """A piece of an earlier receipt comes back, and its money goes out."""
    hands.window.shell.show_screen("returns")
    await hands.pause()
    presenter = hands.view(ReturnsView)._presenter
    presenter.look_up(receipt)
    await hands.until(lambda: bool(presenter.state.rows), "the receipt")
    presenter.press_enter()
    presenter.set_reason("Not wanted")
    hands.step("return")
    presenter.take(pay=True)
    await hands.until(lambda: hands.window.shell.current_key() == "payment", "the money to give back")
    payment = hands.view(PaymentView)._presenter
    if not payment.state.can_finish:
        payment.pay(payment.state.quick[0])
    await hands.until(lambda: payment.state.can_finish, "the money given back")
    await hands.pause()
    hands.step("money given back")
    await hands.finish()


def issue_certificate(hands: Hands, amount: str) -> str:
    """Head office issues a gift certificate; gives its number."""
    key = hands.shop.tell("keys", "create", "demo", "--scope", "gift-certificates:write")["key"]
    answer = httpx.post(
        f"{hands.shop.address}/ECK/API/V1/gift-certificates",
        json={"shop": hands.shop.shop, "amount": amount},
        headers={"X-API-Key": key},
        timeout=20,
    )
    answer.raise_for_status()
    return str(answer.json()["number"])


def last_receipt(hands: Hands) -> str:
    """The number of the newest receipt."""
    with hands.terminal.database.reading() as connection:
        return sales.list_recent(connection, 1)[0].receipt


def piece_of(hands: Hands, category: str) -> str:
    """A code of ordinary goods of a category. Refusal `demo.goods` where there are none."""
    with hands.terminal.database.reading() as connection:
        for product in catalogue.list_category(connection, category, 20):
            codes = catalogue.list_codes(connection, product.id)
            if codes and not product.weighed and not product.age_limit:
                return codes[0]
    raise Refusal("demo.goods", f"The sample shop has no goods in {category}.")
