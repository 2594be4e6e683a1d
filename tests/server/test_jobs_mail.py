"""E-mail: waits as a job, goes out over SMTP, and is told apart when it is sent again."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from server_stub.database import Pool
from server_stub.jobs.kinds import KINDS
from server_stub.jobs.mail import send_later
from server_stub.jobs.workplace import Workplace
from tests.edges import SettableClock
from tests.server.asking import ask
from tests.server.working import make_place, running, until

NONE_LEFT = "SELECT count(*) FROM job WHERE finished_at IS NULL AND dead_at IS NULL"


@dataclass
class Postman:
    """A small SMTP server: keeps what is handed in; answers DATA with what it is told."""

    port: int = 0
    answers: list[str] = field(default_factory=list)
    letters: list[bytes] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        def say(text: str) -> None:
            writer.write(text.encode() + b"\r\n")

        say("220 here")
        while line := (await reader.readline()).decode().strip():
            match line.split(" ")[0].upper():
                case "DATA":
                    say("354 go on")
                    self.letters.append(await reader.readuntil(b"\r\n.\r\n"))
                    say(self.answers.pop(0) if self.answers else "250 taken")
                case "QUIT":
                    say("221 bye")
                    break
                case _:
                    say("250 fine")
            await writer.drain()
        writer.close()
        await writer.wait_closed()


@pytest.fixture
async def postman(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Postman]:
    told = Postman()
    server = await asyncio.start_server(told.serve, "127.0.0.1", 0)
    told.port = server.sockets[0].getsockname()[1]
    monkeypatch.setenv("ECKWMS_SMTP_URL", f"smtp+plain://127.0.0.1:{told.port}")
    monkeypatch.setenv("ECKWMS_SMTP_FROM", "centre@shop.example")
    async with server:
        yield told


@pytest.fixture
async def place(pool: Pool, clock: SettableClock, tmp_path: Path) -> Workplace:
    return await make_place(pool, clock, tmp_path)


async def write(place: Workplace) -> None:
    async with place.pool.connection() as conn:
        await send_later(conn, "boss@example.com", "Выручка\nBcc: all", "Всё хорошо: 12,90 €\n", now=place.now())


async def test_a_message_is_sent(place: Workplace, postman: Postman) -> None:
    await write(place)
    async with running(place, KINDS):
        await until(place.pool, NONE_LEFT, 0)
    (letter,) = [message_from_bytes(raw, policy=policy.default) for raw in postman.letters]
    assert (letter["To"], letter["From"]) == ("boss@example.com", "centre@shop.example")
    assert letter["Subject"] == "Выручка Bcc: all"
    assert letter["Bcc"] is None
    assert "12,90 €" in letter.get_content()


async def test_a_busy_server_gets_the_same_message_later(
    place: Workplace, postman: Postman, clock: SettableClock
) -> None:
    postman.answers = ["451 later"]
    await write(place)
    async with running(place, KINDS):
        await until(place.pool, "SELECT attempts = 1 AND lease_by IS NULL FROM job")
        clock.advance(hours=1)
        await until(place.pool, NONE_LEFT, 0)
    first, second = [message_from_bytes(raw) for raw in postman.letters]
    assert first["Message-ID"] == second["Message-ID"]


@pytest.mark.expects_log("job failed")
async def test_a_message_that_is_refused_for_good_is_given_up(place: Workplace, postman: Postman) -> None:
    postman.answers = ["554 never again, boss@example.com"]
    await write(place)
    async with running(place, KINDS):
        await until(place.pool, NONE_LEFT, 0)
    said = await ask(place.pool, "SELECT last_error FROM job WHERE dead_at IS NOT NULL")
    assert said.endswith("refused the message with 554"), "nothing of what the server says in words"


@pytest.mark.expects_log("job failed")
async def test_without_settings_a_person_is_told(place: Workplace) -> None:
    await write(place)
    async with running(place, KINDS):
        await until(place.pool, NONE_LEFT, 0)
    assert "ECKWMS_SMTP_URL" in await ask(place.pool, "SELECT last_error FROM job WHERE dead_at IS NOT NULL")


async def test_an_address_that_is_none_is_refused(place: Workplace) -> None:
    async with place.pool.connection() as conn:
        with pytest.raises(ValueError, match="domain"):
            await send_later(conn, "nobody", "x", "y", now=place.now())
