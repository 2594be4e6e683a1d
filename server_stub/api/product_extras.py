"""What is special about selling a product, over REST: told, given with a new product, changed; names as in a file."""

from collections.abc import Sequence
from typing import Annotated, Any

from msgspec import UNSET, Meta, Struct, UnsetType

from server_stub.api.amounts import GivenQuantity, Quantity, quantity_text
from server_stub.api.asking import Text
from server_stub.goods import extras
from sync.wire.extras import Extra, Measure, Part

_MODEL = "Article number of the model that this is a variant of, empty for none."
_TARE = "What the packaging weighs, in the unit of sale; 0 for nothing."
_CAP = "The most that one ticket may hold, 0 for as much as there is."
_LEAST_DAYS = "Days that are left at least until it expires, when it comes in; 0 where nobody says."
_MEASURE = "How much is in one piece, as 930 ml or 0.4 kg; empty when nobody says it."


class BundlePart(Struct, frozen=True, kw_only=True):
    """What one unit of a bundle contains, by article number."""

    sku: str
    quantity: Quantity


class Special(Struct, frozen=True, kw_only=True):
    """How a product is sold beyond a code, a price and a unit; `parts` are what one unit of a bundle contains.

    `recipe` is what one unit is made of in the warehouse, before it is sold; goods have one of both at most.
    """

    variant_of: Annotated[str, Meta(description=_MODEL)]
    variant: str
    parts: list[BundlePart]
    recipe: list[BundlePart]
    tare: Annotated[Quantity, Meta(description=_TARE)]
    open_price: bool
    open_quantity: bool
    track_serials: bool
    cap: Annotated[Quantity, Meta(description=_CAP)]
    gift: bool
    measure: Annotated[str, Meta(description=_MEASURE)]
    least_days: Annotated[int, Meta(description=_LEAST_DAYS)]


class GivenPart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a bundle and how many of it."""

    sku: Annotated[str, Meta(min_length=1, max_length=64)]
    quantity: GivenQuantity = "1"


GivenParts = Annotated[list[GivenPart], Meta(max_length=extras.MAX_PARTS)]
GivenDays = Annotated[int, Meta(ge=0, le=extras.MOST_DAYS, description=_LEAST_DAYS)]
GivenMeasure = Annotated[str, Meta(max_length=40, description=_MEASURE)]


class SpecialDraft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is special about a product to be made."""

    variant_of: Text = ""
    variant: Text = ""
    parts: GivenParts = []
    recipe: GivenParts = []
    tare: GivenQuantity = "0"
    open_price: bool = False
    open_quantity: bool = False
    track_serials: bool = False
    cap: GivenQuantity = "0"
    gift: bool = False
    measure: GivenMeasure = ""
    least_days: GivenDays = 0


class SpecialChange(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to be changed of it."""

    variant_of: Text | UnsetType = UNSET
    variant: Text | UnsetType = UNSET
    parts: GivenParts | UnsetType = UNSET
    recipe: GivenParts | UnsetType = UNSET
    tare: GivenQuantity | UnsetType = UNSET
    open_price: bool | UnsetType = UNSET
    open_quantity: bool | UnsetType = UNSET
    track_serials: bool | UnsetType = UNSET
    cap: GivenQuantity | UnsetType = UNSET
    gift: bool | UnsetType = UNSET
    measure: GivenMeasure | UnsetType = UNSET
    least_days: GivenDays | UnsetType = UNSET


def read_parts(given: Sequence[GivenPart]) -> tuple[Part, ...]:
    """Read a bundle's contents. Raises BadCell for nothing of a part, and for one that is named twice."""
    return extras.check_parts([extras.read_part(part.sku, part.quantity) for part in given])


def tell_special(extra: Extra | None) -> dict[str, Any]:
    """Give the fields of `Special`."""
    extra = extra or Extra()
    told = {name: getattr(extra, name) for name in Special.__struct_fields__ if hasattr(extra, name)}
    return told | {
        "parts": _tell_parts(extra.parts),
        "recipe": _tell_parts(extra.recipe),
        "tare": quantity_text(extra.tare_milli),
        "cap": quantity_text(extra.cap_milli),
        "measure": measure_text(extra.measure),
    }


def _tell_parts(parts: Sequence[Part]) -> list[BundlePart]:
    return [BundlePart(sku=part.sku, quantity=quantity_text(part.quantity_milli)) for part in parts]


def measure_text(measure: Measure | None) -> str:
    """Write how much is in one piece as a file says it."""
    return f"{quantity_text(measure.quantity_milli)} {measure.unit}" if measure else ""
