"""A small run of the proof: `make prove` writes thousands of transactions."""

from tests.prove.feed_writers import prove


async def test_no_row_is_missed_and_the_control_misses_some(database_url: str) -> None:
    verdict = await prove(database_url, 160, seed=1)
    assert verdict.good, str(verdict)
