"""A picture file becomes a photo: small, upright, silent about the camera; what is broken is refused."""

import asyncio
import hashlib
import os
from pathlib import Path

import pytest
from PIL import Image

from desktop.domain.photo import MOST_BYTES, Photo
from desktop.domain.refusal import Refusal
from desktop.photo_file import find_newest, read_photo
from desktop.photographing import CameraFolder
from tests.photo_files import SECRET, describe, write_picture


def test_a_photo_is_small_upright_and_silent(tmp_path: Path) -> None:
    path = write_picture(tmp_path / "a.jpg")
    assert SECRET in path.read_bytes()
    photo = read_photo(path)
    assert describe(photo.content) == ("JPEG", (800, 1600), False)
    assert photo.hash == hashlib.sha256(photo.content).hexdigest()
    Image.effect_noise((1600, 1600), 200).save(tmp_path / "noise.png")
    assert len(read_photo(tmp_path / "noise.png").content) <= MOST_BYTES


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    whole = write_picture(tmp_path / "a.jpg").read_bytes()
    broken = {"cut.jpg": whole[: len(whole) // 2], "words.jpg": b"no picture", "empty.png": b""}
    for name, content in broken.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(Refusal) as refused:
            read_photo(tmp_path / name)
        assert refused.value.code == "photo.unreadable", name
    with (tmp_path / "long.jpg").open("wb") as long:
        long.truncate((64 << 20) + 1)
    for name, code in (("long.jpg", "photo.large"), ("none.jpg", "photo.file")):
        with pytest.raises(Refusal) as refused:
            read_photo(tmp_path / name)
        assert refused.value.code == code


def test_the_newest_picture_of_the_camera_is_found(tmp_path: Path) -> None:
    for code, folder in (("photo.folder", tmp_path / "none"), ("photo.none", tmp_path)):
        with pytest.raises(Refusal) as refused:
            find_newest(folder)
        assert refused.value.code == code
    for at, name in enumerate(("2.JPG", "1.jpg", "3.txt")):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (at, at))
    assert find_newest(tmp_path).name == "1.jpg"


async def test_a_camera_is_read_aside(tmp_path: Path) -> None:
    told, came = list[Photo | Refusal](), asyncio.Event()

    def hear(made: Photo | Refusal) -> None:
        told.append(made)
        came.set()

    camera = CameraFolder(str(tmp_path))
    camera.read("", hear)
    assert told == [], "nobody waits for it"
    await asyncio.wait_for(came.wait(), 30)
    path = write_picture(tmp_path / "a.jpg")
    for file in ("", str(path)):
        came.clear()
        camera.read(file, hear)
        await asyncio.wait_for(came.wait(), 30)
    assert [getattr(one, "code", one) for one in told] == ["photo.none", read_photo(path), read_photo(path)]
    assert (camera.has_folder, CameraFolder("").has_folder) == (True, False)
