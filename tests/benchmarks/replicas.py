"""A replica of a million goods, made by the centre's own code and kept between runs."""

from pathlib import Path

import msgspec

from server_stub.feed.replica_file import ReplicaFile
from sync.wire.changes import Place, Shop
from sync.wire.messages import Cursor
from sync.wire.replica import SCHEMA
from tests.benchmarks.goods import products

KEY = b"r" * 32
BATCH = 5000


def cached_replica(folder: Path, count: int) -> Path:
    """Give the path of a replica with so many products; `folder` is where it is kept."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"replica-schema{SCHEMA}-{count}.db"
    if not path.exists():
        aside = path.with_suffix(".part")
        aside.unlink(missing_ok=True)
        build(aside, packed_products(count))
        aside.replace(path)
    return path


def packed_products(count: int) -> list[bytes]:
    """Give products as the feed carries them."""
    encode = msgspec.msgpack.Encoder().encode
    return [encode(product) for product in products(count)]


def build(path: Path, packed: list[bytes]) -> None:
    """Make the file as the centre does."""
    file = ReplicaFile(path, KEY)
    file.add_shop(shop(), [Place(id=kind, code=kind, name=kind, kind=kind) for kind in ("shelf", "customer")], {})
    for at in range(0, len(packed), BATCH):
        file.add_products(packed[at : at + BATCH], range(at + 1, at + 1 + len(packed[at : at + BATCH])))
    file.finish([(Cursor(feed="catalogue", epoch="e", position=len(packed), token="t"), 0)])


def shop() -> Shop:
    """Give the terms of the shop."""
    return Shop(
        id="s1",
        name="Corner shop",
        address="",
        tax_number="",
        currency="EUR",
        time_zone="Europe/Tallinn",
        tax_inclusive=True,
        tax_rounding="line",
        cash_rounding_step_minor=5,
        cash_rounding_method="nearest",
        code_rules="",
        discount_limits={},
        receipt_footer="",
        selling_place_id="shelf",
    )
