"""A small run of the proof: `make prove` hands in ten thousand entries."""

from tests.prove.poison import prove


async def test_poison_waits_alone_and_goes_in_after_the_fix(database_url: str) -> None:
    verdict = await prove(database_url, 1000, seed=1)
    assert verdict.good, str(verdict)
