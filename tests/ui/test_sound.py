"""Sounds go to the player of the system, or nowhere, and never hold anything up."""

import wave
from pathlib import Path

import pytest

from desktop.ui.sound import Sounds, find_player
from resources.files import resource


@pytest.fixture
def player(tmp_path: Path) -> Path:
    """A program that writes down what it is given to play."""
    script = tmp_path / "player"
    script.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/played\n', encoding="utf-8")
    script.chmod(0o700)
    return script


def played(player: Path) -> list[str]:
    log = player.parent / "played"
    return [Path(line.split()[-1]).stem for line in log.read_text("utf-8").splitlines()] if log.exists() else []


def test_each_sound_is_played(player: Path) -> None:
    sounds = Sounds(player=[str(player)])
    for sound in ("ok", "attention", "unknown", "over", "stop"):
        sounds.play(sound)
        sounds.finish()
    assert played(player) == ["ok", "attention", "unknown", "over", "stop"]


def test_switched_off_is_silent(player: Path) -> None:
    sounds = Sounds(enabled=False, player=[str(player)])
    sounds.play("stop")
    sounds.finish()
    assert played(player) == []


def test_a_player_that_fails_changes_nothing() -> None:
    sounds = Sounds(player=["/bin/false"])
    sounds.play("ok")
    sounds.finish()


def test_no_player_is_silence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_player() is None
    Sounds().play("ok")


@pytest.mark.parametrize(
    ("name", "longest_s"), [("ok", 0.12), ("attention", 0.4), ("unknown", 0.5), ("over", 0.4), ("stop", 0.6)]
)
def test_the_sounds_are_short(name: str, longest_s: float) -> None:
    with wave.open(str(resource("sounds", f"{name}.wav"))) as file:
        assert file.getnframes() / file.getframerate() <= longest_s
