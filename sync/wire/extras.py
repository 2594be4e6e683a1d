"""What is special about selling a product: most goods have nothing of it, so it comes as one optional part."""

from msgspec import Struct


class Part(Struct, frozen=True, kw_only=True):
    """What one unit of goods contains or is made of, by article number, in thousandths of the part's unit."""

    sku: str
    quantity_milli: int


class Measure(Struct, frozen=True, kw_only=True):
    """How much is in one piece: thousandths of a kilogram, litre or metre; `unit` is kg, l or m."""

    quantity_milli: int
    unit: str


class Extra(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a product is sold beyond a code, a price and a unit.

    variant_of       article number of the model that this is a variant of; `variant` says which ("M, red")
    parts            a bundle: it is sold as one line, its parts leave the stock
    recipe           what one unit is made of beforehand, in the warehouse; sold, it leaves the stock itself
    tare_milli       what its packaging weighs, taken off at the scale, in thousandths of the unit
    open_price       the price is asked at every sale
    open_quantity    the quantity is asked at every sale
    track_lots       the lot is asked where the code does not say it; `track_serials` likewise, each number once
    gift             a gift certificate: its serial number is the certificate's, what is paid for it is on it
    picture          the SHA-256 of its small picture (pictures.py), empty without one
    cap_milli        no more than this on one ticket, 0 for as much as there is
    measure          how much is in one piece, for the price per kilogram or litre on its label
    least_days       days that goods have left at least until they expire, when they come in; 0 where nobody says
    """

    variant_of: str = ""
    variant: str = ""
    parts: tuple[Part, ...] = ()
    tare_milli: int = 0
    open_price: bool = False
    open_quantity: bool = False
    track_lots: bool = False
    track_serials: bool = False
    cap_milli: int = 0
    gift: bool = False
    picture: str = ""
    measure: Measure | None = None
    recipe: tuple[Part, ...] = ()
    least_days: int = 0
