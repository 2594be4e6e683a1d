"""Refills of pick faces, pure: what waits for one, the face before other places, goods carried until it is scanned."""

import pytest

from desktop.domain.order import Order, OrderKind, OrderLine
from desktop.domain.picking import Ground, PickStep, Way, next_step, pick
from desktop.domain.picking_checks import Names, check_goods
from desktop.domain.picking_route import Held, Spot, Want, plan
from desktop.domain.product import Found, Product
from desktop.domain.refilling import waits_for
from desktop.domain.refusal import Refusal
from desktop.domain.task import Scan, What

SPOTS = (Spot("face", "A-01", 1), Spot("high", "Z-01", 2), Spot("far", "Z-02", 3))
TEA = Product("tea", "tea", "Tea", "pcs", 0, 0)


def make(kind: OrderKind, *lines: OrderLine, **more: object) -> Order:
    return Order(kind, kind, kind.upper(), "", lines, **more)  # type: ignore[arg-type]


def tea(milli: int, place: str = "") -> OrderLine:
    return OrderLine(1, "tea", milli, place)


REFILL = make(OrderKind.REFILL, tea(9_000, "high"), target_place_id="face")


@pytest.mark.parametrize(
    ("line", "on_face_milli", "waits"),
    [
        (tea(3_000), 2_000, True),
        (tea(3_000), 3_000, False),
        (tea(3_000, "face"), 2_000, True),
        (tea(3_000, "high"), 0, False),
        (OrderLine(1, "soap", 3_000), 0, False),
        (OrderLine(1, "tea", 3_000, done_milli=3_000), 0, False),
    ],
)
def test_a_picking_waits_where_it_wants_more_of_a_face_than_lies_there(
    line: OrderLine, on_face_milli: int, waits: bool
) -> None:
    held = {("tea", "face"): on_face_milli}
    assert bool(waits_for(make(OrderKind.PICKING, line), [REFILL], held)) is waits
    assert waits_for(make(OrderKind.PICKING, line), [], held) == (), "nothing is being brought"
    assert waits_for(make(OrderKind.PICKING, line, at_once=True), [REFILL], held) == ()


def test_a_book_that_somebody_found_wrong_is_not_believed() -> None:
    missed = make(OrderKind.REFILL, tea(9_000, "high"), target_place_id="face", missed=True)
    assert waits_for(make(OrderKind.PICKING, tea(1_000)), [missed], {("tea", "face"): 8_000}) == ("face",)
    assert waits_for(missed, [missed], {}) == (), "a refill waits for none"


def test_goods_are_picked_from_their_face_before_what_expires_sooner_elsewhere() -> None:
    held = [Held("tea", "high", 9_000, "L1", "2027-01-01"), Held("tea", "face", 2_000, "L2", "2027-02-01", face=True)]
    picks = [(each.place_id, each.quantity_milli) for each in plan([Want("o", 1, "tea", 5_000)], held, SPOTS)]
    assert picks == [("face", 2_000), ("high", 3_000)]


def test_what_is_fetched_for_a_face_is_carried_until_the_face_is_scanned() -> None:
    wants = [Want("o", 1, "tea", 2_000, "high"), Want("o", 2, "tea", 1_000, "far")]
    ground = Ground(SPOTS, (Held("tea", "high", 9_000), Held("tea", "far", 9_000)), face_id="face")
    scans = [Scan(1, "", What.PLACE, "", place_id="high"), Scan(2, "", What.GOODS, "", "tea", 2_000)]

    def after(*more: Scan) -> tuple[PickStep, str, bool]:
        picked = pick(wants, [*scans, *more], face_id="face")
        step = next_step(wants, picked, ground)
        assert Way.INSTEAD not in step.ways, "other goods do not belong there"
        return step.step, step.place_id, picked.carried

    at_face, at_far = (Scan(n, "", What.PLACE, "", place_id=at) for n, at in ((3, "face"), (4, "far")))
    rest = Scan(5, "", What.GOODS, "", "tea", 1_000)
    assert after() == (PickStep.PLACE, "far", True)
    assert after(at_face) == (PickStep.PLACE, "far", False), "on the way some may be put down"
    assert after(at_far, rest) == (PickStep.FACE, "face", True)
    assert after(at_far, rest, at_face) == (PickStep.FINISH, "", False)
    picked = pick(wants, [*scans, at_far, rest], face_id="face")
    with pytest.raises(Refusal) as caught:
        check_goods(wants, picked, ground, Found(TEA), 1_000, Names({"face": "A-01"}))
    assert (caught.value.code, caught.value.facts) == ("pick.place_first", {"expected": "A-01"})
