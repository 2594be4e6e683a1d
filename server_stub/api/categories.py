"""Categories: the words that products are sorted by, with how many there are in each."""

from msgspec import Struct

from server_stub.api.endpoint import Call, Endpoint
from server_stub.api.paging import Listing, Page, Paged
from server_stub.identity.callers import ROLES


class Category(Struct, frozen=True, kw_only=True):
    """A category; `active` counts those of its products that are on sale."""

    name: str
    products: int
    active: int


LISTING = Listing(
    "categories",
    "c.name, c.products, c.active",
    """(SELECT category COLLATE "C" AS name, count(*) AS products, count(*) FILTER (WHERE active) AS active
        FROM product GROUP BY 1) c""",
    (("c.name", "text"),),
)


async def list_categories(call: Call, asked: Paged) -> Page[Category]:
    """List the categories by name."""
    rows, following = await call.page(LISTING, asked)
    items = [Category(name=row["name"], products=row["products"], active=row["active"]) for row in rows]
    return Page(items=items, next=following)


ENDPOINTS = (Endpoint("GET", "/categories", list_categories, Page[Category], ROLES, "categories:read", Paged),)
