"""Snapshots made ahead, so that a terminal that enrols finds a fresh one."""

from typing import Any

from server_stub.feed.snapshot import latest_snapshot
from server_stub.goods.shops import list_shops
from server_stub.jobs.workplace import Workplace


async def make_snapshots(place: Workplace, _payload: dict[str, Any]) -> None:
    """Build the snapshot of every shop whose last one is missing or stale."""
    async with place.pool.connection() as conn:
        shops = [shop.id for shop in await list_shops(conn)]
    for shop in shops:
        await latest_snapshot(place.pool, place.centre, shop, place.data_dir / "snapshots")
