"""A small run of the proof: `make prove` cuts two thousand pushes."""

from tests.prove.cut_pushes import prove
from tests.server_http.conftest import RunningCentre, centre_server

__all__ = ["centre_server"]


async def test_what_is_cut_lands_once(centre_server: RunningCentre) -> None:
    verdict = await prove(centre_server, 40, seed=1)
    assert verdict.good, str(verdict)
