"""A bin that was emptied, at the screen: asked beside the work, answered by one key, left unasked by the next scan."""

from sync.wire.goods_facts import StockCounted
from tests.operations.test_picking import facts
from tests.screens import gallery_filling as scene
from tests.screens.stage import Stage
from tests.terminals import MILK
from tests.ui.warehouse.conftest import Press


def counted(stage: Stage) -> list[tuple[tuple[int, ...], tuple[str, ...]]]:
    """The differences of counts that were sealed, and the places to be looked at."""
    told = [fact for fact in facts(stage.terminal, "stock.counted") if isinstance(fact, StockCounted)]
    return [(tuple(line.counted_milli - line.book_milli for line in one.lines), one.looks) for one in told]


def test_an_emptied_bin_is_asked_about_and_one_key_counts_it(stage: Stage, press: Press) -> None:
    scene.emptied(stage)
    strip = scene.pick_view(stage).bin
    assert (strip.isVisible(), strip.words.text()) == (True, "Is B-01 empty?")
    assert scene.pick_view(stage).keys.isVisible(), "nothing is over the work"
    press("F10")
    assert (strip.words.text(), strip.yes.isVisible()) == ("B-01 is counted: empty.", False)
    assert counted(stage) == [((0,), ())]
    press("F10")
    assert len(counted(stage)) == 1
    press("Ctrl+Z")
    assert not strip.isVisible()
    stage.scan(MILK, "CMD:COUNT")
    assert counted(stage)[1:] == [((), ("cold",))]


def test_the_next_scan_leaves_it_unasked_and_the_bin_in_hand_is_counted_unasked(stage: Stage, press: Press) -> None:
    scene.emptied(stage)
    view = scene.pick_view(stage)
    stage.scan("shelf")
    assert not view.bin.isVisible()
    assert counted(stage) == []
    press("F10", "Ctrl+L")
    assert (view.bin.words.text(), counted(stage)) == ("shelf will be counted.", [((), ("shelf",))])
