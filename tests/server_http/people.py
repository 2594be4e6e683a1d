"""People with passwords, as tests sign them in."""

from dataclasses import dataclass
from uuid import uuid4

import httpx

from tests.hashing import QUICK
from tests.server_http.conftest import SHOP, RunningCentre

PASSWORD = "correct horse battery"
_HASH = QUICK.hash(PASSWORD)


@dataclass(frozen=True, slots=True)
class SignedInPerson:
    """A person of the centre with their tokens."""

    person_id: str
    login: str
    access: str
    refresh: str

    @property
    def bearer(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.access}"}


def add_person(centre: RunningCentre, role: str, shop: str = SHOP, login: str = "") -> str:
    """Add a person with PASSWORD, and give their login: the role unless another is named."""
    centre.ask(
        """INSERT INTO person (id, shop_id, login, name, role, pin_hash, active, password_hash)
           VALUES (%s, %s, %s, %s, %s, '', true, %s)""",
        str(uuid4()), shop, login or role, f"The {role}", role, _HASH,
    )  # fmt: skip
    return login or role


async def log_in(http: httpx.AsyncClient, login: str, password: str = PASSWORD) -> httpx.Response:
    return await http.post("/ECK/API/AUTH/LOGIN", json={"login": login, "password": password})


async def sign_in_person(
    http: httpx.AsyncClient, centre: RunningCentre, role: str, shop: str = SHOP, login: str = ""
) -> SignedInPerson:
    """Add a person of a role and sign them in over HTTP."""
    answer = await log_in(http, add_person(centre, role, shop, login))
    assert answer.status_code == 200, answer.text
    told = answer.json()
    return SignedInPerson(told["person"]["id"], told["person"]["login"], told["access"], told["refresh"])
