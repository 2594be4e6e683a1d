"""What lists are asked by: the parameters that several nouns share."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from server_stub.api.paging import Paged

Moment = Annotated[datetime, Meta(tz=True)]
Text = Annotated[str, Meta(max_length=250)]
Word = Annotated[str, Meta(max_length=60)]


class OfShop(Paged, frozen=True, kw_only=True):
    """A list that may be of one shop."""

    shop: Annotated[UUID | None, Meta(description="Only of this shop; another than one's own is 403.")] = None


class Between(OfShop, frozen=True, kw_only=True):
    """A list that may be of a time: from this moment on, and before that one."""

    since: Annotated[Moment | None, Meta(description="Happened at this moment or later.")] = msgspec.field(
        default=None, name="from"
    )
    before: Annotated[Moment | None, Meta(description="Happened before this moment.")] = msgspec.field(
        default=None, name="to"
    )


class Days(OfShop, frozen=True, kw_only=True):
    """A report over business days, both ends counted."""

    first: Annotated[date, Meta(description="First business day.")] = msgspec.field(name="from")
    last: Annotated[date, Meta(description="Last business day, at most 366 days later.")] = msgspec.field(name="to")
