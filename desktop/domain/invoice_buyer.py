"""Whom an invoice is for, as the customer's data say, and what of an invoice can be kept with the customer."""

import re

from desktop.domain.customer_data import CustomerData
from desktop.domain.papers import BillTo

_BREAK = re.compile(r"\s*[,\n]\s*")


def bill_to(data: CustomerData) -> BillTo:
    """Give the buyer that a customer is: the address in two lines, parted where its first comma is."""
    address = "\n".join(part for part in _BREAK.split(data.address.strip(), maxsplit=1) if part)
    return BillTo(data.name, address, data.tax_number, data.email)


def worth_keeping(buyer: BillTo, data: CustomerData) -> dict[str, str]:
    """Give what the buyer says of address, tax number and e-mail that the customer's data do not, by field."""
    known = bill_to(data)
    said = {"address": buyer.address, "tax_number": buyer.tax_number, "email": buyer.email}
    new = {name: value.strip() for name, value in said.items() if value.strip() != getattr(known, name)}
    return {name: ", ".join(value.split("\n")) for name, value in new.items() if value}
