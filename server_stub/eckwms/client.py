"""Who speaks as which device: the one of the token, or the one that a program names with its API key."""

from dataclasses import dataclass

from server_stub.database import Connection
from server_stub.faults import Denied
from server_stub.http.access import NotNow
from server_stub.identity.auth import Caller
from server_stub.identity.callers import AnyCaller, ApiKey, Person
from server_stub.terminals.registry import find_device


@dataclass(frozen=True, slots=True)
class Client:
    """`owner` is whose message numbers these are; `shop` is empty for a program of every shop that names no device."""

    owner: str
    shop: str
    device_uuid: str | None


async def bind_client(conn: Connection, user: AnyCaller, device_id: str = "") -> Client:
    """Give the client of a request whose body names `device_id` (may be empty).

    A token stands for its own device only. Raises Denied 403, and NotNow for a device that is pending or blocked.
    """
    match user:
        case Caller():
            if device_id and device_id != user.device_id and device_id.lower() != user.device_uuid:
                raise Denied(403, "deviceId is not the device of this token")
            return Client(user.device_uuid, user.shop, user.device_uuid)
        case ApiKey() if device_id:
            return await _named_device(conn, user, device_id)
        case ApiKey():
            return Client(f"key:{user.key_id}", user.shop, None)
        case Person():
            return Client(f"person:{user.person_id}", user.shop, None)
        case _:
            raise Denied(403, "You may not do this")


async def _named_device(conn: Connection, key: ApiKey, device_id: str) -> Client:
    device = await find_device(conn, device_id)
    if device is None or (key.shop and device.shop and device.shop != key.shop):
        raise Denied(403, "Device not registered")
    if device.status != "active":
        raise NotNow(device.status)
    return Client(device.device_uuid, device.shop, device.device_uuid)


async def choose_shop(conn: Connection, client: Client, asked: str) -> str:
    """Give the shop that a request is about: the client's own, or the one it names by id or name.

    Raises Denied: 400 when a client of every shop names none, 404 for one that is not there or not the client's.
    """
    if not asked:
        if not client.shop:
            raise Denied(400, "Name the warehouse")
        return client.shop
    cursor = await conn.execute("SELECT id::text FROM shop WHERE id::text = lower(%s) OR name = %s", (asked, asked))
    row = await cursor.fetchone()
    if row is None or (client.shop and row[0] != client.shop):
        raise Denied(404, "This warehouse is not known")
    return str(row[0])
