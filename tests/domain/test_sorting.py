"""What was fetched together goes to its orders: every piece into the slot of an order that took it, none too many."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.picking import Ground, PickStep, next_step, pick
from desktop.domain.picking_route import Held, Spot, Want
from desktop.domain.product import Found, Product
from desktop.domain.refusal import Refusal
from desktop.domain.sorting import check_share, is_sorted, shares_of
from desktop.domain.task import Scan, What

SPOTS = (Spot("a", "A"),)
GROUND = Ground(SPOTS, tuple(Held(product, "a", 90_000) for product in "xy"))
WANTS = st.lists(
    st.tuples(st.sampled_from("opq"), st.sampled_from("xy"), st.integers(1, 4)), min_size=2, max_size=6
).map(lambda rows: [Want(order, n, product, many * 1000) for n, (order, product, many) in enumerate(rows)])


def goods(product: str, many: int = 1, lot: str = "") -> Found:
    return Found(Product(product, product, product, "pcs", "", False, 0), serial=lot)


def fetched(wants: list[Want]) -> list[Scan]:
    scans = [Scan(0, "", What.PLACE, "a", place_id="a")]
    return scans + [Scan(0, "", What.GOODS, "c", want.product_id, want.quantity_milli, place_id="a") for want in wants]


@given(WANTS, st.randoms())
def test_every_piece_finds_its_order_in_whatever_sequence_it_comes(wants: list[Want], chance: object) -> None:
    scans = fetched(wants)
    taken = Counter[tuple[str, str]]()
    for want in wants:
        taken[want.order_id, want.product_id] += want.quantity_milli
    pieces = [product for (_, product), milli in taken.items() for _ in range(milli // 1000)]
    chance.shuffle(pieces)  # type: ignore[attr-defined]
    for product in pieces:
        picked = pick(wants, scans)
        if len({want.order_id for want in wants}) > 1:
            assert next_step(wants, picked, GROUND).step is PickStep.SORT
        assert check_share(wants, picked, goods(product), 1000) == 1000
        scans.append(Scan(0, "", What.SORTED, "c", product, 1000))
    done = pick(wants, scans)
    put = Counter[tuple[str, str]]()
    for one in done.sorted:
        put[one.order_id, one.product_id] += one.quantity_milli
    assert (put, is_sorted(done), next_step(wants, done, GROUND).step) == (taken, True, PickStep.FINISH)
    with pytest.raises(Refusal, match="No order waits"):
        check_share(wants, done, goods("x"), 1000)


def test_a_numbered_piece_goes_to_the_order_it_was_taken_for_and_once() -> None:
    wants = [Want("o", 1, "x", 1000), Want("p", 1, "x", 1000)]
    scans = [Scan(0, "", What.PLACE, "a", place_id="a")]
    scans += [Scan(0, "", What.GOODS, lot, "x", 1000, lot, place_id="a") for lot in ("S1", "S2")]
    assert check_share(wants, pick(wants, scans), goods("x", lot="S2"), 1000) == 1000
    scans.append(Scan(0, "", What.SORTED, "S2", "x", 1000, "S2"))
    picked = pick(wants, scans)
    assert [(share.order_id, share.left_milli) for share in shares_of(picked)] == [("o", 1000), ("p", 0)]
    with pytest.raises(Refusal, match="already"):
        check_share(wants, picked, goods("x", lot="S2"), 1000)
    with pytest.raises(Refusal, match="No order waits"):
        check_share(wants, picked, goods("x", lot="S3"), 1000)


def test_totes_and_pick_faces_leave_nothing_to_sort() -> None:
    wants = [Want("o", 1, "x", 1000), Want("p", 1, "x", 1000)]
    picked = pick(wants, fetched(wants))
    for ground in (Ground(SPOTS, GROUND.held, with_totes=True), Ground(SPOTS, GROUND.held, face_id="f")):
        assert next_step(wants, picked, ground).step is not PickStep.SORT
