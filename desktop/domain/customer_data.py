"""What a customer gives at the till, checked field by field; personal data, which never go into a body."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

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


Edits = Mapping[str, tuple[str, str]]
"""Field -> old and new value."""


@dataclass(frozen=True, slots=True)
class CustomerChange:
    """What is kept of a customer was changed here: which fields, and by what hash the entry names old and new."""

    customer_id: str
    fields: tuple[str, ...]
    attachment: str
    granted_by: str = ""


@dataclass(frozen=True, slots=True)
class KnownCustomer:
    """What is known of a customer where they are changed; `is_whole` tells that head office was heard about it.

    Without that only name, card, birthday and price list are sure to be what is kept.
    """

    customer_id: str
    data: CustomerData
    price_list_id: str = ""
    is_whole: bool = False


TYPED = tuple(field.name for field in fields(CustomerData) if field.name != "consent_at")
"""What can be typed, in the order in which it is asked."""


def check_data(typed: Mapping[str, str], *, consent_at: str) -> CustomerData:
    """Give what was typed, in order. `consent_at` is empty without the customer's consent.

    Refusals at their fields: `customer.name`, `customer.card`, `customer.payment_card`, `customer.phone`,
    `mail.address`, `customer.birthday`, `customer.long`, `customer.consent`.
    """
    given = {name: _checked(name, typed.get(name, "")) for name in TYPED}
    if not consent_at:
        raise _no_consent()
    return CustomerData(**given, consent_at=consent_at)


def check_edits(known: KnownCustomer, typed: Mapping[str, str], *, price_list_id: str, consent_at: str) -> Edits:
    """Give what of `typed` differs from what is known; a field that is not in it stays.

    Consent is needed for what is new of a person who has not given it yet. Refusals as `check_data`, and
    `customer.unchanged`.
    """
    before = {name: getattr(known.data, name) for name in TYPED}
    after = {name: _checked(name, typed[name]) for name in TYPED if name in typed}
    edits = {name: (before[name], value) for name, value in after.items() if value != before[name]}
    if any(new for _, new in edits.values()) and not (known.data.consent_at or consent_at):
        raise _no_consent()
    if price_list_id != known.price_list_id:
        edits["price_list_id"] = (known.price_list_id, price_list_id)
    if not edits:
        raise Refusal("customer.unchanged", "Nothing was changed.", "Change it, or leave it with Esc.")
    return edits


def with_edits(data: CustomerData, edits: Edits) -> CustomerData:
    """Give the data with those fields changed that still are as they were."""
    return replace(data, **{name: new for name, (old, new) in edits.items() if getattr(data, name, None) == old})


def _checked(field: str, typed: str) -> str:
    given = _one_line(typed, field)
    if field == "name" and not given:
        raise Refusal("customer.name", "A customer has a name.", "Type it.", field="name")
    if field == "email":
        return check_recipient(given) if given else ""
    check = {"card": _card, "phone": _phone, "birthday": parse_birthday}.get(field)
    return check(given) if check else given


def _no_consent() -> Refusal:
    message = "Without the customer's consent nothing is kept."
    return Refusal("customer.consent", message, "Ask them, then tick it.", field="consent")


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
