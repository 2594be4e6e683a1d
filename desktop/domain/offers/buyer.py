"""What a price depends on of the customer; who they are stays elsewhere."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Buyer:
    """A customer as pricing sees one: `birthday` is month and day (MM-DD), `tax_exempt` why no tax is taken."""

    id: str
    group: str = ""
    price_list_id: str = ""
    birthday: str = ""
    tax_exempt: str = ""
