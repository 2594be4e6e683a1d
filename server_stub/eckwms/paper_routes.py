"""Pictures, documents, people, and the state of the device itself."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import Any
from urllib.parse import unquote

from litestar import Response
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from server_stub.context import Context
from server_stub.database import Connection
from server_stub.eckwms import images, papers, staff
from server_stub.eckwms.asking import PAGE, Answer, Asked, answer, message_key, read_moment, told, within
from server_stub.eckwms.bodies import read_object, read_required, read_text
from server_stub.eckwms.client import Client, bind_client
from server_stub.eckwms.qr_keys import read_qr_key
from server_stub.eckwms.replies import Message, Reply, answer_once
from server_stub.eckwms.smart_tags import PREFIX
from server_stub.faults import Denied
from server_stub.http.access import NotNow
from server_stub.identity.auth import Caller
from server_stub.terminals.pairing import centre_uuid
from server_stub.terminals.registration import parse_uuid
from server_stub.version import program_version

Keeping = Callable[[Connection, Client, dict[str, Any], datetime], Awaitable[Reply]]


async def upload(request: Asked, context: NamedDependency[Context]) -> Answer:
    """Keep a picture."""
    fields, data = await _read_upload(request)
    image_id = read_required(fields, "imageId", 64)
    claimed = request.headers.get("x-image-id", image_id)
    if claimed.lower() != image_id.lower():
        raise Denied(409, "X-Image-ID is not imageId")
    names = ("scanMode", "barcodeData", "orderId", "userId")
    use = images.Use(*(read_text(fields, name) for name in names))
    async with context.pool.connection() as conn:
        client = await bind_client(conn, request.user, read_text(fields, "deviceId", limit=64))
    folder = context.snapshots.parent / "uploads"
    picture = await asyncio.get_running_loop().run_in_executor(images.WORKER, images.keep, folder, data, image_id)
    async with context.pool.connection() as conn:
        message = Message(client.owner, client.shop, "upload", message_key(request, {}), (picture.image_id,))
        work = partial(images.note_picture, conn, client, picture, use, context.now())
        return told(await answer_once(conn, message, context.now(), work))


async def _read_upload(request: Asked) -> tuple[dict[str, Any], bytes]:
    """Take a form with a picture apart. Raises Denied 400."""
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        raise Denied(400, "Send the picture as multipart/form-data")
    try:
        form = await request.form()
    except ValueError as error:
        raise Denied(400, "The form cannot be read") from error
    picture = form.get("image")
    if not isinstance(picture, UploadFile):
        raise Denied(400, "image is required")
    data = await picture.read()
    return {name: value for name, value in form.items() if isinstance(value, str)}, data


async def read_file(request: Asked, context: NamedDependency[Context], image: FromPath[str]) -> Response[bytes]:
    """Give a picture back, byte for byte as it was sent; its name is its content, so it never changes."""
    image_id = parse_uuid(unquote(image))
    async with context.pool.connection() as conn:
        client = await bind_client(conn, request.user)
        mime = await images.find_kind(conn, client, image_id) if image_id else None
    if image_id is None or mime is None:
        raise Denied(404, "There is no such picture")
    path = images.path_of(context.snapshots.parent / "uploads", image_id, mime)
    headers = {"ETag": f'"{image_id}"', "Cache-Control": "private, max-age=31536000, immutable"}
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(b"", status_code=304, headers=headers, media_type=mime)
    try:
        data = await asyncio.to_thread(path.read_bytes)
    except FileNotFoundError as error:
        text = "This server does not have the file of this picture: servers must share the folder of uploads"
        raise Denied(404, text) from error
    return Response(data, headers=headers | {"Content-Disposition": f'inline; filename="{path.name}"'}, media_type=mime)


async def active_users(
    request: Asked, context: NamedDependency[Context], limit: FromQuery[int] = PAGE, offset: FromQuery[int] = 0
) -> Answer:
    """Give the people who work here."""
    limit, offset = within(limit, 1, PAGE, "limit"), within(offset, 0, 10**9, "offset")
    async with context.pool.connection() as conn:
        client = await bind_client(conn, request.user)
        return answer(await staff.list_staff(conn, client.shop, limit, offset))


async def verify_pin(request: Asked, context: NamedDependency[Context]) -> Answer:
    """Check somebody's PIN."""
    values = read_object(await request.body())
    user_id, pin = read_required(values, "userId", 64), read_required(values, "pin", 128)
    async with context.pool.connection() as conn:
        client = await bind_client(conn, request.user, read_text(values, "deviceId", limit=64))
    await staff.verify_pin(context.pool, client, user_id, pin, context.now())
    return answer({"success": True, "mustChangePassword": False})


async def status(request: Asked, context: NamedDependency[Context]) -> Answer:
    """Tell a device its state, and an active one what it needs to read labels."""
    caller = request.user
    assert isinstance(caller, Caller)
    if caller.status == "blocked":
        raise NotNow("blocked")
    async with context.pool.connection() as conn:
        key = await read_qr_key(conn)
    is_active = caller.status == "active"
    return answer(
        {
            "status": caller.status,
            "server": "wms",
            "version": program_version(),
            "device_uuid": caller.device_uuid,
            "instance_id": str(centre_uuid(context.centre.public_key)),
            "mesh_id": caller.shop,
            "tier": "free",
            "enc_key": key.key.hex() if is_active else None,
            "repair_order_prefix": papers.REPAIR_PREFIX,
            "qr_prefixes": [PREFIX],
            "qr_tenant_suffix": key.suffix if is_active else "",
        }
    )


async def sync_pull(request: Asked, context: NamedDependency[Context]) -> Answer:
    """Give what is known of pictures and their use since a moment; of other kinds there is nothing."""
    values = read_object(await request.body())
    kinds = values.get("entity_types")
    if not isinstance(kinds, list) or len(kinds) > 20 or not all(isinstance(kind, str) for kind in kinds):
        raise Denied(400, "entity_types must be a list of names")
    since, offset = (
        read_moment(read_text(values, "since", limit=40)),
        within(values.get("offset", 0), 0, 10**9, "offset"),
    )
    readers = {"file_resources": papers.list_files, "attachments": papers.list_attachments}
    async with context.pool.connection() as conn:
        client = await bind_client(conn, request.user)
        return answer(
            {
                kind: await readers[kind](conn, client.shop, since, PAGE, offset) if kind in readers else []
                for kind in kinds
            }
        )


async def repair_event(request: Asked, context: NamedDependency[Context]) -> Answer:
    """Keep an event of a repair."""
    values = read_object(await request.body())
    device_id = read_text(values, "source_device_id", limit=64)
    return await _keep(request, context, values, device_id, "repair_event", papers.keep_repair_event)


async def document(request: Asked, context: NamedDependency[Context]) -> Answer:
    """Keep a document."""
    values = read_object(await request.body())
    device_id = read_text(values, "deviceId", limit=64)
    return await _keep(request, context, values, device_id, "document", papers.keep_document)


async def _keep(
    request: Asked, context: Context, values: dict[str, Any], device_id: str, operation: str, keep: Keeping
) -> Answer:
    async with context.pool.connection() as conn:
        client = await bind_client(conn, request.user, device_id)
        content = (repr(sorted(values.items(), key=lambda item: item[0])),)
        message = Message(client.owner, client.shop, operation, message_key(request, values), content)
        work = partial(keep, conn, client, values, context.now())
        return told(await answer_once(conn, message, context.now(), work))
