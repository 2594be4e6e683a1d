"""A small run of the proof: `make prove` lives three hundred histories."""

from tests.prove.histories import prove


async def test_every_sale_is_central_once_and_somebody_is_told(database_url: str) -> None:
    verdict = await prove(database_url, 8, seed=1)
    assert verdict.good, str(verdict)
    assert verdict.recalled
