"""Goods that were made of other goods: which ones are linked, and documents that make something out of nothing."""

from collections.abc import Sequence

from server_stub.database import Connection

_ENDS = """
WITH told AS (SELECT * FROM unnest(%s::int[], %s::bigint[]) AS t(chain, seq)),
taken AS (
    SELECT a.chain, a.seq, a.product_id FROM told JOIN adjustment a USING (chain, seq)
    JOIN place p ON p.id = a.to_place_id AND p.kind = 'repacking'),
made AS (
    SELECT a.chain, a.seq, a.product_id FROM told JOIN adjustment a USING (chain, seq)
    JOIN place p ON p.id = a.from_place_id AND p.kind = 'repacking')
"""
_LINK = f"""{_ENDS}
INSERT INTO goods_link (taken_id, made_id) SELECT DISTINCT t.product_id, m.product_id
FROM taken t JOIN made m USING (chain, seq) WHERE t.product_id <> m.product_id ON CONFLICT DO NOTHING
"""  # noqa: S608 - only our own text
_HALF = f"""{_ENDS}
INSERT INTO cases (kind, subject, detail, device_uuid, opened_at)
SELECT 'goods.repacked', coalesce(nullif(d.reference, ''), d.document_id::text),
    CASE WHEN (d.chain, d.seq) IN (SELECT chain, seq FROM made) THEN 'Nothing was taken for what was made'
        ELSE 'Nothing was made of what was taken' END, i.device_uuid, now()
FROM told JOIN goods_document d USING (chain, seq) JOIN incarnation i USING (chain)
WHERE ((d.chain, d.seq) IN (SELECT chain, seq FROM taken)) <> ((d.chain, d.seq) IN (SELECT chain, seq FROM made))
ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING
"""  # noqa: S608 - only our own text
"""A till refuses such a document; another program may hand one in, and nothing that is sealed is refused here."""


async def note_repacked(conn: Connection, entries: Sequence[tuple[int, int]]) -> None:
    """Link what the documents (chain, seq) took and made, and open a case for those that did half of it."""
    chains, numbers = [chain for chain, _ in entries], [seq for _, seq in entries]
    await conn.execute(_LINK, (chains, numbers))
    await conn.execute(_HALF, (chains, numbers))
