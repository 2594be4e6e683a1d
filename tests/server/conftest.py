import pytest

from server_stub.database import Pool
from tests.server.terminal import Ground, Terminal, make_ground


@pytest.fixture
async def ground(pool: Pool) -> Ground:
    """A shop and its places."""
    async with pool.connection() as conn:
        return await make_ground(conn)


@pytest.fixture
async def till(pool: Pool, ground: Ground) -> Terminal:
    """An enrolled terminal of the shop."""
    terminal = Terminal(ground)
    async with pool.connection() as conn:
        await terminal.enrol(conn)
    return terminal
