"""Photos at the centre: taken part by part where an entry names them, and nothing else under their name."""

import hashlib
import uuid
from functools import partial

import httpx

from sync.wire.photos import MOST_BYTES, PHOTO
from tests.server_http.conftest import SHOP, RunningCentre
from tests.server_http.terminal import WireTerminal

CONTENT = b"\xff\xd8\xff" + bytes(range(256)) * 4
NAME = "INSERT INTO deviation_photo (document_id, n, k, shop_id, hash) VALUES (%s, 1, 1, %s, %s)"


def name(centre: RunningCentre, content: bytes) -> str:
    """Have an entry name a photo; gives where it is sent to."""
    hashed = hashlib.sha256(content).hexdigest()
    centre.ask(NAME, str(uuid.uuid4()), SHOP, hashed)
    return PHOTO.format(hash=hashed)


async def put(terminal: WireTerminal, path: str, content: bytes, first: int, end: int) -> httpx.Response:
    params = {"offset": first, "size": len(content)}
    return await terminal.http.put(path, params=params, content=content[first:end], headers=terminal.bearer)


async def test_a_photo_goes_on_where_it_was_cut(enrolled: WireTerminal, centre_server: RunningCentre) -> None:
    path, send = name(centre_server, CONTENT), partial(put, enrolled, content=CONTENT)
    assert (await enrolled.get(path)).json() == {"held": 0}
    for first, end, held in ((0, 400, 400), (0, 400, 400), (800, 900, 400), (400, 900, 900)):
        assert (await send(path, first=first, end=end)).json() == {"held": held}
    whole = {"held": len(CONTENT), "whole": True}
    assert (await send(path, first=900, end=None)).json() == (await enrolled.get(path)).json() == whole
    assert (await send(path, first=0, end=400)).json() == whole
    assert centre_server.ask("SELECT content, (SELECT count(*) FROM photo_part) FROM photo") == [(CONTENT, 0)]


async def test_what_is_no_photo_of_that_name_is_not_kept(enrolled: WireTerminal, centre_server: RunningCentre) -> None:
    unnamed = PHOTO.format(hash="0" * 64)
    assert (await put(enrolled, unnamed, CONTENT, 0, 400)).status_code == 404
    path, page = name(centre_server, CONTENT), name(centre_server, b"<script>")
    assert (await put(enrolled, path, CONTENT[::-1], 0, len(CONTENT))).status_code == 422
    assert (await put(enrolled, page, b"<script>", 0, 8)).status_code == 422
    assert (await put(enrolled, path, CONTENT, 400, 400)).status_code == 400
    too_long = {"offset": 0, "size": MOST_BYTES + 1}
    for params, status in ((too_long, 413), ({"offset": "-1", "size": 9}, 400), ({}, 400)):
        answer = await enrolled.http.put(path, params=params, content=CONTENT, headers=enrolled.bearer)
        assert answer.status_code == status
    assert (await enrolled.http.put(path, params=too_long, content=CONTENT)).status_code == 401
    assert centre_server.ask("SELECT count(*) FROM photo UNION ALL SELECT count(*) FROM photo_part") == [(0,), (0,)]
