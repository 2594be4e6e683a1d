"""A PostgreSQL with the settings of production, databases in it, and a centre in a process of its own."""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from server_stub.database import migrate
from server_stub.embedded.postgres import Postgres, start_postgres
from server_stub.identity.tokens import hash_enrolment, new_enrolment

_numbers = itertools.count(1)


@dataclass(frozen=True)
class Databases:
    """One server; makes databases on it."""

    server: Postgres

    def empty(self) -> str:
        """Give the URL of a new database without tables."""
        name = f"bench{next(_numbers)}"
        with psycopg.connect(self.server.cluster.url("postgres"), autocommit=True) as conn:
            conn.execute(f'CREATE DATABASE "{name}"'.encode())
        return self.server.cluster.url(name)

    def centre(self) -> str:
        """Give the URL of a new database with the centre's tables."""
        url = self.empty()
        migrate(url)
        return url

    def drop(self, url: str) -> None:
        """Give the room of a database back."""
        name = url.partition("?")[0].rpartition("/")[2]
        with psycopg.connect(self.server.cluster.url("postgres"), autocommit=True) as conn:
            conn.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


@contextmanager
def databases(folder: Path) -> Iterator[Databases]:
    """Run a server under the folder for as long as this lasts; as durable as in a shop."""
    home = folder / "postgres"
    home.mkdir(parents=True)
    home.chmod(0o711)
    with start_postgres(home) as server:
        yield Databases(server)


def enrolment_token(url: str, shop: str) -> str:
    """Issue a token that makes a terminal of the shop active at once."""
    token = new_enrolment()
    with psycopg.connect(url) as conn:
        conn.execute(
            """INSERT INTO enrolment_token (hash, shop_id, created_at, expires_at)
               VALUES (%s, %s, now(), now() + interval '15 minutes')""",
            (hash_enrolment(token), shop),
        )
    return token
