"""Chains on their way into the tables: how far each is, and whose turn it is to write what they have in common."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from server_stub.database import Connection
from server_stub.journal.cases import open_case
from server_stub.journal.days import Zones, read_zones

BLOCKED_CASE = "device.blocked_entries"

_LOCK = """
SELECT pg_advisory_xact_lock(%s, chain) FROM (SELECT unnest(%s::int[]) AS chain ORDER BY 1) AS ordered
"""
PROJECTING = 0x65636B70
"""What the locks of chains are of; not their rows, so that a terminal's next entries land while these are projected."""
_CHAINS = """
SELECT i.chain, d.device_uuid::text, coalesce(d.shop_id::text, ''), i.projected_seq, i.acked_seq, d.status
FROM incarnation i JOIN registered_devices d USING (device_uuid) WHERE i.chain = ANY(%s)
ORDER BY i.chain
"""
_PROJECTED = """
UPDATE incarnation SET projected_seq = p.seq FROM unnest(%s::int[], %s::bigint[]) AS p(chain, seq)
WHERE incarnation.chain = p.chain
"""


@dataclass(frozen=True, slots=True)
class Chain:
    """The chain being projected, its terminal and that terminal's shop (empty when it has none yet)."""

    chain: int
    device_uuid: str
    shop: str
    projected_seq: int
    acked_seq: int


async def lock_chains(conn: Connection, numbers: Sequence[int]) -> tuple[dict[int, Chain], Zones]:
    """Wait for the turn of chains and read how far they are, and the time zones of the shops.

    Leaves out those whose terminal is blocked (with a case) or belongs to no shop yet.
    """
    async with conn.pipeline():
        await conn.execute(_LOCK, (PROJECTING, list(numbers)))
        found = await conn.execute(_CHAINS, (list(numbers),))
        zones = await read_zones(conn)
    chains: dict[int, Chain] = {}
    for *values, status in await found.fetchall():
        chain = Chain(*values)
        if status == "blocked":
            detail = "A blocked terminal handed in entries; they count when it is unblocked."
            await open_case(conn, BLOCKED_CASE, chain.device_uuid, detail, device_uuid=chain.device_uuid)
        elif chain.shop:
            chains[chain.chain] = chain
    return chains, zones


async def read_chain(conn: Connection, number: int) -> tuple[Chain, Zones]:
    """Read how far a chain is without waiting for its turn, and the time zones of the shops."""
    async with conn.pipeline():
        found = await conn.execute(_CHAINS, ([number],))
        zones = await read_zones(conn)
    [(*values, _)] = await found.fetchall()
    return Chain(*values), zones


async def note_projected(conn: Connection, done: Mapping[int, int]) -> None:
    """Keep up to which number chains are projected."""
    await conn.execute(_PROJECTED, (list(done), list(done.values())))
