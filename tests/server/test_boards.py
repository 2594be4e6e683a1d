"""Boards on their way to the tills, and out of files: told to whom they are for, taken in whole or not at all."""

import json
from asyncio import to_thread
from pathlib import Path

import msgspec
import pytest

from desktop.ui.theme.tokens import ACCENTS
from server_stub.centre import Centre
from server_stub.cli import run_command_line
from server_stub.database import Pool
from server_stub.goods.product_file import import_products
from server_stub.goods.shops import save_shop
from server_stub.ids import new_id
from server_stub.offers.boards import delete_board, save_board
from server_stub.offers.import_boards import import_boards
from sync.wire.boards import COLOURS, Board, BoardPage, BoardTile
from tests.server.asking import rows
from tests.server.terminal import Ground, shop_terms
from tests.server.test_offer_files import counts, put
from tests.server.test_offers import NOW, held_of, pull
from tests.server.test_snapshot import built, opened

DAIRY = Board(
    id=new_id(),
    name="Dairy",
    roles=("cashier",),
    pages=(BoardPage(name="One", tiles=(BoardTile(at=0, category="Dairy", colour="sky"),)),),
)
FILE = """board;roles;page;at;sku;category;to_page;colour
Counter;cashier|manager;Bread;;A-1;;;leaf
Counter;;Bread;;;Dairy;;
Counter;;Bread;5;;;Drinks;
Counter;;Drinks;;A-2;;;
"""
BAD = """board,page,at,sku,to_page,colour,roles
Good,One,0,A-1,,,
Gone,One,0,NO-1,,,
Lost,One,0,,Two,,
Tint,One,0,A-1,,pink,
Boss,One,0,A-1,,,king
"""


def test_the_till_has_a_shade_of_every_colour() -> None:
    assert set(COLOURS) == set(ACCENTS)


async def test_a_board_is_told_by_feed_and_snapshot(pool: Pool, centre: Centre, ground: Ground, tmp_path: Path) -> None:
    late, own = Ground(), msgspec.structs.replace(DAIRY, id=new_id(), shop=ground.shop)
    async with pool.connection() as conn:
        for board in (DAIRY, own):
            await save_board(conn, board, NOW)
        await save_shop(conn, shop_terms(late, "Late"))
    assert held_of(await pull(pool, centre, f"offers:{late.shop}")) == {DAIRY.id: DAIRY}
    here = await pull(pool, centre, f"offers:{ground.shop}")
    assert held_of(here) == {DAIRY.id: DAIRY, own.id: own}
    file = opened(tmp_path, await built(pool, centre, ground, tmp_path))
    kept = {name: msgspec.json.decode(text, type=Board) for name, text in file.execute("SELECT id, content FROM board")}
    file.close()
    assert kept == {DAIRY.id: DAIRY, own.id: own}
    async with pool.connection() as conn:
        await delete_board(conn, DAIRY.id)
        await save_board(conn, msgspec.structs.replace(own, shop=late.shop), NOW)
    news = held_of(await pull(pool, centre, f"offers:{ground.shop}", here.cursor.position, here.cursor.token))
    assert news == {DAIRY.id: None, own.id: None}
    assert held_of(await pull(pool, centre, f"offers:{late.shop}")).keys() == {DAIRY.id, own.id}


async def test_boards_of_a_file_are_known_again(pool: Pool, ground: Ground, tmp_path: Path) -> None:
    await import_products(pool, put(tmp_path, "sku,name,price\nA-1,Roll,1\nA-2,Tea,2\n", "goods.csv"))
    report = await import_boards(pool, put(tmp_path, FILE))
    assert (counts(report), report["rejected"]) == ((4, 1, 0, 0), [])
    ((roles, pages),) = await rows(pool, "SELECT roles, pages FROM board")
    assert roles == ["cashier", "manager"]
    assert pages == [
        {
            "name": "Bread",
            "tiles": [
                {"at": 0, "sku": "A-1", "colour": "leaf"},
                {"at": 1, "category": "Dairy"},
                {"at": 5, "page": "Drinks"},
            ],
        },
        {"name": "Drinks", "tiles": [{"at": 0, "sku": "A-2"}]},
    ]
    assert counts(await import_boards(pool, put(tmp_path, FILE))) == (4, 0, 0, 1)
    assert counts(await import_boards(pool, put(tmp_path, FILE.replace("leaf", "rose")))) == (4, 0, 1, 0)
    assert counts(await import_boards(pool, put(tmp_path, FILE), shop=ground.shop)) == (4, 1, 0, 0), "its own"
    bad = await import_boards(pool, put(tmp_path, BAD))
    assert [(one["row"], one["column"]) for one in bad["rejected"]] == [
        (5, "colour"), (6, "roles"), (3, "board"), (4, "board"),
    ]  # fmt: skip
    assert await rows(pool, "SELECT 1 FROM board WHERE name = 'Good'") == []


async def test_boards_go_out_as_they_come_in(
    pool: Pool, ground: Ground, tmp_path: Path, database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    await import_products(pool, put(tmp_path, "sku,name,price\nA-1,Roll,1\nA-2,Tea,2\n", "goods.csv"))
    file, reach = put(tmp_path, FILE + "Counter;;Empty;;;;;\n"), ["--database-url", database_url, "--json"]
    given = ["import", "boards", str(file), "--shop", ground.shop, *reach]
    assert await to_thread(run_command_line, given) == 0, capsys.readouterr().err
    assert json.loads(capsys.readouterr().out)["added"] == 1
    out = str(tmp_path / "out.csv")
    for arguments in (["export", "boards", out], ["import", "boards", out]):
        assert await to_thread(run_command_line, [*arguments, *reach]) == 0, capsys.readouterr().err
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (told["read"], told["unchanged"]) == (5, 1)
