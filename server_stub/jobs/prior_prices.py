"""What goods of a reduction cost before it: looked up when it is new, when it begins and when a price ended."""

from typing import Any

from server_stub.goods.price_history import note_reductions
from server_stub.jobs.workplace import Workplace


async def find_prior_prices(place: Workplace, _payload: dict[str, Any]) -> None:
    """Look at the reductions that wait for it."""
    async with place.pool.connection() as conn, conn.transaction():
        await note_reductions(conn, place.now())
