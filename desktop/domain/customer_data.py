"""What a new customer gives at the till, checked field by field; personal data, which never go into a body."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields

from desktop.domain.card_payment import without_card_numbers
from desktop.domain.mail import check_recipient
from desktop.domain.refusal import Refusal

LONGEST_FIELD = 200
LONGEST_CARD = 48
SHORTEST_PHONE, LONGEST_PHONE = 5, 15
"""Digits of a telephone number (ITU-T E.164 allows 15)."""
SHORTEST_PAYMENT_CARD = 15
"""Shorter numbers are codes of customer cards, EAN-13 above all."""
_CARD = re.compile(r"[!-~]*")
_PHONE = re.compile(r"[+0-9()./ -]*")
_BIRTHDAYS = (
    re.compile(r"(?P<day>\d{1,2})[./ ] ?(?P<month>\d{1,2})\.?(?:[./ ]? ?\d{4})?"),
    re.compile(r"(?:\d{4}-)?(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class CustomerData:
    """`birthday` is MM-DD; `consent_at` when they agreed that the shop keeps this, RFC 3339."""

    name: str
    card: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    birthday: str = ""
    tax_number: str = ""
    consent_at: str = ""


@dataclass(frozen=True, slots=True)
class Registration:
    """A customer was made here: who, and by what hash the entry names what they gave."""

    customer_id: str
    attachment: str
    granted_by: str = ""


TYPED = tuple(field.name for field in fields(CustomerData) if field.name != "consent_at")
"""What can be typed, in the order in which it is asked."""


def check_data(typed: Mapping[str, str], *, consent_at: str) -> CustomerData:
    """Give what was typed, in order. `consent_at` is empty without the customer's consent.

    Refusals at their fields: `customer.name`, `customer.card`, `customer.payment_card`, `customer.phone`,
    `mail.address`, `customer.birthday`, `customer.long`, `customer.consent`.
    """
    given = {name: _one_line(typed.get(name, ""), name) for name in TYPED}
    if not given["name"]:
        raise Refusal("customer.name", "A customer has a name.", "Type it.", field="name")
    given["card"] = _card(given["card"])
    given["phone"] = _phone(given["phone"])
    given["email"] = check_recipient(given["email"]) if given["email"] else ""
    given["birthday"] = parse_birthday(given["birthday"])
    if not consent_at:
        message = "Without the customer's consent nothing is kept."
        raise Refusal("customer.consent", message, "Ask them, then tick it.", field="consent")
    return CustomerData(**given, consent_at=consent_at)


def parse_birthday(typed: str) -> str:
    """Give MM-DD for `14.3.`, `14/03/1980`, `1980-03-14` or `03-14`. Refusal `customer.birthday`."""
    if not typed:
        return ""
    for shape in _BIRTHDAYS:
        found = shape.fullmatch(typed)
        if found:
            month, day = int(found["month"]), int(found["day"])
            if 1 <= month <= len(_DAYS) and 1 <= day <= _DAYS[month - 1]:
                return f"{month:02}-{day:02}"
    message = "This is no day of the year."
    raise Refusal("customer.birthday", message, "Type day and month: 14.03.", field="birthday")


def _one_line(text: str, field: str) -> str:
    shown = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    if len(shown) > LONGEST_FIELD:
        raise Refusal("customer.long", f"More than {LONGEST_FIELD} letters.", "Shorten it.", field=field)
    return shown


def _card(code: str) -> str:
    if len(code) > LONGEST_CARD or not _CARD.fullmatch(code):
        raise Refusal("customer.card", "This is no number of a customer card.", "Scan the card.", field="card")
    if sum(letter.isdigit() for letter in code) >= SHORTEST_PAYMENT_CARD and without_card_numbers(code) != code:
        message = "This is the number of a payment card; no field takes one."
        raise Refusal("customer.payment_card", message, "Use the shop's own card.", field="card")
    return code


def _phone(typed: str) -> str:
    digits = sum(letter.isdigit() for letter in typed)
    if typed and not (_PHONE.fullmatch(typed) and SHORTEST_PHONE <= digits <= LONGEST_PHONE):
        message = "This is no telephone number."
        raise Refusal("customer.phone", message, "Type digits, with + before the country.", field="phone")
    return typed
