"""The till with a board: tiles that the shop laid out, some with a picture, places that are free."""

import io
from collections.abc import Callable, Sequence
from contextlib import closing
from hashlib import sha256

import msgspec
from PIL import Image, ImageDraw

from desktop.replication.changes import apply_page
from desktop.store import catalogue
from desktop.store.replica_file import ReplicaFile
from desktop.store.topics import Topic
from sync.wire.boards import Board, BoardPage, BoardTile
from sync.wire.changes import Change, Product
from sync.wire.extras import Extra
from sync.wire.messages import Cursor, Page
from tests.screens.stage import Stage
from tests.terminals import REPLICA

PICTURED = {"roll": (96, 72), "bread": (72, 96), "muffin": (96, 30)}


def board(stage: Stage) -> None:
    """A page with goods, free places, a category and another page."""
    stage.open_day()
    pictures = {name: _draw(size) for name, size in PICTURED.items()}
    with stage.terminal.database.reading() as connection:
        known = {name: catalogue.read_product(connection, name) for name in PICTURED}
        groups = catalogue.list_categories(connection)
    goods = [_product(product, pictures[name]) for name, product in known.items()]
    with closing(ReplicaFile(stage.terminal.database.path.with_name(REPLICA), b"r" * 32)) as replica:
        apply_page(replica, _page("catalogue", "product", goods))
        apply_page(replica, _page("offers:s1", "board", [_board(groups)]))
    stage.terminal.database.announce(Topic.CATALOG)
    for content in pictures.values():
        stage.till.pictures.take(sha256(content).hexdigest(), content)
    for name in ("eggs", "muffin"):
        stage.till.add_product(name)


def _board(groups: list[str]) -> Board:
    skus = ("ROLL", "BREAD", "MUFFIN", "WATER")
    tiles = [BoardTile(at=at, sku=sku) for at, sku in enumerate(skus)]
    tiles += [BoardTile(at=5, sku="CHEESE", colour="rose"), BoardTile(at=6, category=groups[1])]
    tiles.append(BoardTile(at=7, page=groups[2]))
    return Board(id="b", name="b", pages=(BoardPage(name=groups[0], tiles=tuple(tiles)), BoardPage(name=groups[2])))


def _product(known: object, content: bytes) -> Product:
    extra = Extra(picture=sha256(content).hexdigest())
    fields = {name: getattr(known, name) for name in Product.__struct_fields__ if name not in ("codes", "extra")}
    return Product(**fields, extra=extra)


def _page(feed: str, entity: str, rows: Sequence[Product | Board]) -> Page:
    changes = tuple(
        Change(at, entity, row.id, msgspec.Raw(msgspec.msgpack.encode(row))) for at, row in enumerate(rows, 900)
    )
    cursor = Cursor(feed=feed, epoch="e", position=999, token="t")
    return Page(changes=changes, cursor=cursor, from_position=899, more=False)


def _draw(size: tuple[int, int]) -> bytes:
    made, out = Image.new("RGB", size, "white"), io.BytesIO()
    ImageDraw.Draw(made).ellipse((4, 4, size[0] - 4, size[1] - 4), fill="#b8742a")
    made.save(out, "PNG")
    return out.getvalue()


BOARDS: tuple[tuple[str, Callable[[Stage], None]], ...] = (("board", board),)
