"""What docs/explanation/scaling.md says about the schema is so."""

import re
from pathlib import Path

from server_stub.database import Pool

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "scaling.md"


def named(text: str) -> set[str]:
    return set(re.findall(r"`([a-z_]+)`", text))


async def test_the_page_names_what_carries_the_shop_and_what_does_not(pool: Pool) -> None:
    text = PAGE.read_text("utf-8")
    carrying = named(re.findall(r"^Carry it: (.*?)\n\n", text, re.DOTALL | re.MULTILINE)[0])
    lacking = {name for cell in re.findall(r"^\| (`.*?) \|", text.partition("Lack it, on purpose")[2], re.MULTILINE)
               for name in named(cell)}  # fmt: skip
    async with pool.connection() as conn:
        rows = await conn.execute(
            """SELECT t.table_name, EXISTS (SELECT 1 FROM information_schema.columns c WHERE c.table_schema = 'public'
                 AND c.table_name = t.table_name AND c.column_name = 'shop_id')
               FROM information_schema.tables t WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE'"""
        )
        has_shop: dict[str, bool] = dict(await rows.fetchall())
        parted = await (await conn.execute("SELECT partrelid::regclass::text FROM pg_partitioned_table")).fetchall()
        (chains,) = await (
            await conn.execute("SELECT count(*) FROM pg_inherits WHERE inhparent = 'entry'::regclass")
        ).fetchone() or (0,)
    assert len(carrying) > 10
    assert len(lacking) > 10
    assert {name: has_shop.get(name) for name in carrying} == dict.fromkeys(carrying, True)
    assert {name: has_shop.get(name) for name in lacking} == dict.fromkeys(lacking, False)
    cells = re.findall(r"^\| (`.*?) \|", text.partition("## How the tables")[2].partition("**Exactly")[0], re.MULTILINE)
    assert {name for cell in cells for name in named(cell)} == {name for (name,) in parted}
    assert f"hash of `chain` | {chains} |" in text
