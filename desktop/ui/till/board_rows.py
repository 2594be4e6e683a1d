"""The places of a board, and the letters by which they are found."""

from dataclasses import dataclass

from desktop.domain.product import Product

LONGEST_QUERY = 24
TO_CATEGORY, TO_PAGE = "category:", "page:"


@dataclass(frozen=True)
class Spot:
    """A place: goods, or what it leads to; free with none of them. `colour` is one of `wire.boards.COLOURS`."""

    product: Product | None = None
    category: str = ""
    page: str = ""
    colour: str = ""

    @property
    def key(self) -> str:
        """What a press tells; empty where the place is free."""
        if self.product is not None:
            return self.product.id
        return TO_CATEGORY + self.category if self.category else self.page and TO_PAGE + self.page

    @property
    def name(self) -> str:
        """What is written on it."""
        return self.product.name if self.product is not None else self.category or self.page


def lengthen(query: str, letter: str) -> str:
    """Give the query with one more letter, or a space between two words; as it is for any other sign."""
    is_more = letter.isalpha() or (letter == " " and bool(query) and not query.endswith(" "))
    return query + letter if is_more and len(query) < LONGEST_QUERY else query
