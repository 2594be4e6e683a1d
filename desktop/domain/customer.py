"""A customer as a till knows one: what a sale needs, and no way to reach them."""

from dataclasses import dataclass, replace
from typing import Any

from desktop.domain.cart import Cart
from desktop.domain.customer_data import Edits
from desktop.domain.offers.buyer import Buyer


@dataclass(frozen=True, slots=True)
class Customer:
    """`birthday` is MM-DD, `tax_exempt` why no tax is taken, `account_limit_minor` what may be bought on account."""

    id: str
    name: str
    card: str = ""
    group: str = ""
    price_list_id: str = ""
    birthday: str = ""
    tax_exempt: str = ""
    account_limit_minor: int = 0


def with_edits(customer: Customer, edits: Edits) -> Customer:
    """Give the customer with those fields changed that a till knows and that still are as they were."""
    held: dict[str, Any] = {name: new for name, (old, new) in edits.items() if getattr(customer, name, None) == old}
    return replace(customer, **held)


def set_customer(cart: Cart, customer: Customer | None) -> Cart:
    """Make the cart this customer's, nobody's with None; prices follow, coupons stay, what another paid in goes."""
    same = customer is not None and cart.buyer is not None and cart.buyer.id == customer.id
    return replace(cart, buyer=_buyer(customer) if customer else None, pay_ins=cart.pay_ins if same else ())


def _buyer(customer: Customer) -> Buyer:
    return Buyer(
        id=customer.id,
        group=customer.group,
        price_list_id=customer.price_list_id,
        birthday=customer.birthday,
        tax_exempt=customer.tax_exempt,
    )
