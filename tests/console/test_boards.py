"""The page of boards: what there is, one put as rows, wrong rows told, gone again; each within their own shop."""

import html
import re

from tests.console.conftest import Visitor
from tests.server.terminal import Ground
from tests.server_http.conftest import RunningCentre

ROWS = "board,page,sku,category,to_page\nCounter,Bread,,Bakery,\nCounter,Bread,,,Drinks\nCounter,Drinks,,,\n"
FIELD = re.compile(r"<textarea[^>]*>(.*?)</textarea>", re.DOTALL)


def field_of(page: str) -> str:
    found = FIELD.search(page)
    assert found
    return html.unescape(found[1])


async def test_a_board_is_laid_out_changed_and_removed(admin: Visitor, centre_server: RunningCentre) -> None:
    page = await admin.see("/console/boards")
    assert "There is no board" in page
    assert field_of(page).startswith("board,roles,page")
    assert (await admin.send("/console/boards", rows=ROWS)).status_code == 303
    assert centre_server.ask("SELECT action FROM audit ORDER BY n DESC LIMIT 1") == [("boards.written",)]
    page = await admin.see("/console/boards")
    for words in ("Counter", "Bread (2)", "Drinks (0)", "all roles", "The tills hear of it at once."):
        assert words in page
    (board,) = re.findall(r"\?board=([0-9a-f-]{36})", page)
    rows = field_of(await admin.see("/console/boards", board=board))
    assert rows.splitlines() == [
        "board,roles,page,at,sku,category,to_page,colour,shop",
        "Counter,,Bread,0,,Bakery,,,",
        "Counter,,Bread,1,,,Drinks,,",
        "Counter,,Drinks,,,,,,",
    ]
    await admin.send("/console/boards", rows=rows.replace("Bakery", "Dairy"))
    assert centre_server.ask("SELECT version, pages -> 0 -> 'tiles' -> 0 ->> 'category' FROM board") == [(2, "Dairy")]
    wrong = await admin.send("/console/boards", rows=rows.replace("Drinks,,\n", "Sweets,,\n"))
    assert wrong.status_code == 400
    assert "leads to Sweets, which is no page" in wrong.text
    assert "Sweets" in field_of(wrong.text), "what was typed stays"
    assert "lacks the column" in (await admin.send("/console/boards", rows="board\n")).text
    assert (await admin.send(f"/console/boards/{board}/remove")).status_code == 303
    assert centre_server.ask("SELECT 1 FROM board") == []
    assert (await admin.send(f"/console/boards/{board}/remove")).status_code == 404


async def test_a_manager_lays_out_the_boards_of_the_own_shop(
    visitor: Visitor, admin: Visitor, shop_day: Ground, centre_server: RunningCentre
) -> None:
    await admin.send("/console/boards", rows=ROWS)
    await visitor.sign_in("marten")
    page = await visitor.see("/console/boards")
    assert "Counter" in page
    assert "/remove" not in page, "it is for all shops"
    await visitor.send("/console/boards", rows=ROWS.replace("Counter", "Ours"))
    assert centre_server.ask("SELECT shop_id::text FROM board WHERE name = 'Ours'") == [(shop_day.shop,)]
    ((board,),) = centre_server.ask("SELECT board_id::text FROM board WHERE name = 'Counter'")
    assert (await visitor.send(f"/console/boards/{board}/remove")).status_code == 403
