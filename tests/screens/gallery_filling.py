"""The gallery of picking and packing: orders that wait, the next step, totes, the weight, and the last parcel."""

import msgspec

from desktop.screen_warehouse import WAREHOUSE as HOME
from desktop.ui.shell import Shell
from desktop.ui.warehouse.filling_view import FillingView
from desktop.ui.warehouse.home_view import HomeView
from desktop.ui.warehouse.packing_presenter import PackPresenter
from desktop.ui.warehouse.packing_view import PackView
from desktop.ui.warehouse.picking_presenter import PickPresenter
from desktop.ui.warehouse.picking_view import PickView
from sync.wire.changes import Lot
from sync.wire.orders import OrderLine
from sync.wire.places import Place
from tests.operations.picking_ground import order, tell, tell_shop
from tests.screens.gallery_warehouse import show
from tests.screens.stage import Stage
from tests.terminals import BREAD, CHEESE_342_G, EGGS, ENGLISH, MILK, WINE, shop_terms

OLD = Lot(product_id="milk", place_id="cold", lot="L1", on_hand_milli=1000, expiry="2027-01-01")
MANY = tuple(
    OrderLine(n=n, product_id=product, quantity_milli=milli)
    for n, (product, milli) in enumerate((("milk", 3000), ("bread", 1000), ("eggs", 2000), ("wine", 6000)), 1)
)


def orders_wait(stage: Stage, login: str = "wim") -> None:
    """Three orders to pick, two of a supply; Anna is at one of them."""
    show(stage, login)
    at = stage.clock.now().isoformat()
    supply = {"packs": True, "supply": "WB-GI-1204", "sticker": "231648;9753"}
    tell(
        stage.terminal,
        order("P-104", *MANY, partner="Anna Kuznetsova", priority=5, carrier="DHL", cut_off="2026-11-22T16:00:00Z"),
        order("P-105", partner="Wildberries", **supply),
        order("P-106", partner="Wildberries", taken_by="anna", taken_on="Till 2", taken_at=at, **supply),
        lots=(OLD,),
    )
    stage.shell.show_screen(HOME)


def waits(stage: Stage) -> None:
    """Milk is being brought to its face; an order that waits for it is scanned all the same."""
    show(stage)
    brought = OrderLine(n=1, product_id="milk", quantity_milli=24_000, place_id="shelf")
    face = Place(id="cold", code="B-01", name="Cold store", kind="bin", product_id="milk", max_milli=30_000)
    refill = order("B-01 7C2E", brought, kind="refill", target_place_id="cold", priority=6)
    tell(stage.terminal, order("P-104", *MANY, partner="Anna Kuznetsova", priority=5), refill, places=(face,))
    stage.shell.show_screen(HOME)
    stage.scan("P-104")


def refill(stage: Stage) -> None:
    """What was fetched is carried to its face."""
    waits(stage)
    stage.scan("B-01 7C2E", "shelf")
    pick_presenter(stage).press_char("2")
    pick_presenter(stage).press_char("4")
    pick_presenter(stage).press_times()
    stage.scan(MILK)
    calm(stage)


def taken(stage: Stage) -> None:
    """Somebody else is at the order that was scanned."""
    orders_wait(stage)
    stage.scan("P-106")


def several(stage: Stage) -> None:
    """Orders are chosen for one way."""
    orders_wait(stage)
    home_of(stage.shell)._presenter.gather()
    stage.scan("WB-GI-1204")


def picking(stage: Stage) -> None:
    """The bin is reached; one of its lot is to be taken."""
    orders_wait(stage)
    stage.scan("P-104", "B-01")
    calm(stage)


def place(stage: Stage) -> None:
    """What the bin had is taken; the way goes on to the next place."""
    picking(stage)
    stage.scan(MILK)
    calm(stage)


def enough(stage: Stage) -> None:
    """The shop says that the place is enough, and one kind of goods is wanted there."""
    show(stage)
    terms = shop_terms(ENGLISH)
    confirmed = msgspec.structs.replace(terms.stock_terms, confirm_picking="place")
    tell_shop(stage.terminal, msgspec.structs.replace(terms, stock_terms=confirmed))
    line = OrderLine(n=1, product_id="milk", quantity_milli=4000, place_id="shelf")
    tell(stage.terminal, order("P-107", line, partner="Wildberries"))
    stage.shell.show_screen(HOME)
    stage.scan("P-107")
    calm(stage)


def emptied(stage: Stage) -> None:
    """The last goods of a bin were taken, and the shop wants it asked whether it is empty."""
    orders_wait(stage)
    terms = shop_terms(ENGLISH)
    counting = msgspec.structs.replace(terms.counting, asks_empty=True)
    tell_shop(stage.terminal, msgspec.structs.replace(terms, counting=counting))
    stage.scan("P-104", "B-01", MILK)
    calm(stage)


def bundle(stage: Stage) -> None:
    """Bread is a part of a bundle that was ordered: the picker sees which."""
    show(stage)
    part = OrderLine(n=1, product_id="bread", quantity_milli=2000, place_id="shelf", bundle_id="wine")
    tell(stage.terminal, order("P-107", part, OrderLine(n=2, product_id="milk", quantity_milli=1000, bundle_id="wine")))
    stage.shell.show_screen(HOME)
    stage.scan("P-107", "shelf")
    calm(stage)


def cases(stage: Stage) -> None:
    """Two cases of six are fetched and packed."""
    show(stage)
    line = OrderLine(n=1, product_id="bread", quantity_milli=12_000, place_id="shelf")
    tell(stage.terminal, order("P-108", line, partner="Wildberries", packs=True))
    stage.shell.show_screen(HOME)
    stage.scan("P-108", "shelf")
    calm(stage)


def unsorted(stage: Stage) -> None:
    """What was fetched for three orders at once lies together, and is sorted now."""
    show(stage)
    wine = OrderLine(n=1, product_id="wine", quantity_milli=2000)
    milk = OrderLine(n=2, product_id="milk", quantity_milli=1000)
    tell(stage.terminal, order("P-104", wine), order("P-105", wine, milk), order("P-106", milk))
    stage.shell.show_screen(HOME)
    presenter = home_of(stage.shell)._presenter
    presenter.gather()
    stage.scan("P-104", "P-105", "P-106")
    presenter.begin_several(False)
    stage.scan("shelf", *[WINE] * 4, MILK, MILK)
    calm(stage)


def sorting(stage: Stage) -> None:
    """A bottle was scanned: it goes into the second slot."""
    unsorted(stage)
    stage.scan(WINE, WINE, WINE)
    calm(stage)


def sorted_out(stage: Stage) -> None:
    """The last piece says where it goes, too."""
    sorting(stage)
    stage.scan(WINE, MILK, MILK)
    calm(stage)


def short(stage: Stage) -> None:
    """The bin has too little."""
    picking(stage)
    pick_presenter(stage).ask_short()


def tote(stage: Stage) -> None:
    """Two orders at once; what is in hand goes into a tote."""
    several(stage)
    home_of(stage.shell)._presenter.begin_several(True)
    home_of(stage.shell)._presenter.begin_anyway()
    stage.scan("B-01", MILK)
    calm(stage)


def packing(stage: Stage) -> None:
    """One piece is in the second parcel."""
    begin_packing(stage)
    stage.scan("B-01", MILK, "shelf", MILK, BREAD)
    pack_now(stage)
    stage.scan(MILK, BREAD)
    pack_presenter(stage).next_parcel()
    stage.scan(MILK)
    calm(stage)


def weight(stage: Stage) -> None:
    """The scale says something else than the goods weigh."""
    begin_packing(stage, OrderLine(n=1, product_id="cheese", quantity_milli=342))
    stage.scan("shelf", CHEESE_342_G)
    pack_now(stage)
    stage.scan(CHEESE_342_G)
    pack_presenter(stage).show_weight()
    pack_presenter(stage).take_weight(560)
    calm(stage)


def weight_right(stage: Stage) -> None:
    """The weight is right all the same: why?"""
    weight(stage)
    pack_presenter(stage).ask_right()


def weight_unknown(stage: Stage) -> None:
    """Nobody knows what some of the goods weigh."""
    unknown = (OrderLine(n=n, product_id=name, quantity_milli=1000) for n, name in enumerate(("bread", "eggs"), 2))
    begin_packing(stage, OrderLine(n=1, product_id="cheese", quantity_milli=342), *unknown)
    stage.scan("shelf", CHEESE_342_G, EGGS, BREAD)
    pack_now(stage)
    stage.scan(CHEESE_342_G, BREAD, EGGS)
    pack_presenter(stage).show_weight()
    calm(stage)


def weight_unchecked(stage: Stage) -> None:
    """It is kept all the same."""
    weight_unknown(stage)
    pack_presenter(stage).take_weight(1_204)
    calm(stage)


def packed(stage: Stage) -> None:
    """The last parcel of its supply."""
    packing(stage)
    pack_presenter(stage).show_weight()
    pack_presenter(stage).take_weight(1_204)
    if pack_presenter(stage).state.refusal:
        pack_presenter(stage).ask_right()
        pack_presenter(stage).accept_weight("packaging")
    pack_presenter(stage).finish()
    pack_presenter(stage).end()
    calm(stage)


def begin_packing(stage: Stage, *lines: OrderLine) -> None:
    """An order of a supply is begun: it is picked, then packed."""
    show(stage)
    tell(stage.terminal, order("P-105", *lines, packs=True, supply="WB-GI-1204", partner="Wildberries"), lots=(OLD,))
    stage.shell.show_screen(HOME)
    stage.scan("P-105")


def pack_now(stage: Stage) -> None:
    """All is picked; it is packed next."""
    pick_presenter(stage).finish()
    pick_presenter(stage).end()
    pick_presenter(stage).pack_now()


def home_of(shell: Shell) -> HomeView:
    """The home screen."""
    found = shell.findChild(HomeView)
    assert found is not None
    return found


def pick_view(stage: Stage) -> PickView:
    """The screen of picking."""
    found = stage.shell.findChild(PickView)
    assert found is not None
    return found


def pick_presenter(stage: Stage) -> PickPresenter:
    """The presenter of picking."""
    found = pick_view(stage)._presenter
    assert isinstance(found, PickPresenter)
    return found


def pack_view(stage: Stage) -> PackView:
    """The screen of packing."""
    found = stage.shell.findChild(PackView)
    assert found is not None
    return found


def pack_presenter(stage: Stage) -> PackPresenter:
    """The presenter of packing."""
    found = pack_view(stage)._presenter
    assert isinstance(found, PackPresenter)
    return found


def calm(stage: Stage) -> None:
    """The flash is over."""
    for view in stage.shell.findChildren(FillingView):
        view.flash.hide()


FILLING = (
    ("warehouse-orders", orders_wait),
    ("warehouse-taken", taken),
    ("warehouse-waits", waits),
    ("warehouse-refill", refill),
    ("warehouse-several", several),
    ("warehouse-pick-place", place),
    ("warehouse-pick", picking),
    ("warehouse-pick-enough", enough),
    ("warehouse-pick-emptied", emptied),
    ("warehouse-pick-bundle", bundle),
    ("warehouse-pick-cases", cases),
    ("warehouse-pick-unsorted", unsorted),
    ("warehouse-pick-sorting", sorting),
    ("warehouse-pick-sorted", sorted_out),
    ("warehouse-pick-short", short),
    ("warehouse-pick-tote", tote),
    ("warehouse-pack", packing),
    ("warehouse-pack-weight", weight),
    ("warehouse-pack-weight-right", weight_right),
    ("warehouse-pack-weight-unknown", weight_unknown),
    ("warehouse-pack-weight-unchecked", weight_unchecked),
    ("warehouse-packed", packed),
)
