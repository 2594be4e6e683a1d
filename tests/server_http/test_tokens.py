from datetime import UTC, datetime, timedelta

import jwt
from hypothesis import given
from hypothesis import strategies as st

from server_stub.identity import tokens

SECRET = bytes(range(48))
NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
DEVICE = "550e8400-e29b-41d4-a716-446655440000"


def claims(**changes: object) -> dict[str, object]:
    access = tokens.issue_access(SECRET, DEVICE, "key", NOW)
    decoded: dict[str, object] = jwt.decode(access, options={"verify_signature": False})
    return {name: value for name, value in (decoded | changes).items() if value is not None}


def test_an_access_token_lives_fifteen_minutes() -> None:
    token = tokens.issue_access(SECRET, DEVICE, "key", NOW)
    read = tokens.read_access(SECRET, token, NOW + timedelta(minutes=15, seconds=-1))
    assert read is not None
    assert (read.device_uuid, read.key_id) == (DEVICE, "key")
    assert tokens.read_access(SECRET, token, NOW + timedelta(minutes=15)) is None
    assert tokens.read_access(SECRET, token, NOW - timedelta(minutes=1)) is None


def test_forged_tokens_are_nobody() -> None:
    changed: list[dict[str, object]] = [{"typ": "refresh"}, {"typ": None}, {"aud": "another"}, {"iss": "another"}]
    changed += [{name: None} for name in ("exp", "nbf", "jti", "sub")]
    forged = [jwt.encode(claims(**change), SECRET, algorithm="HS256") for change in changed]
    forged += [
        jwt.encode(claims(), "x" * 32, algorithm="HS256"),
        jwt.encode(claims(), SECRET, algorithm="HS384"),
        jwt.encode(claims(), None, algorithm="none"),
        "",
        "a.b.c",
        "\x00",
    ]
    assert [token for token in forged if tokens.read_access(SECRET, token, NOW)] == []


def test_a_challenge_is_for_one_device_and_two_minutes() -> None:
    nonce = tokens.make_challenge(SECRET, "till", NOW)
    assert tokens.check_challenge(SECRET, "till", nonce, NOW) is not None
    assert tokens.check_challenge(SECRET, "other", nonce, NOW) is None
    assert tokens.check_challenge(SECRET, "till", nonce, NOW + timedelta(seconds=120)) is None
    assert tokens.check_challenge(bytes(32), "till", nonce, NOW) is None


@given(st.text())
def test_no_text_passes_for_a_challenge(nonce: str) -> None:
    assert tokens.check_challenge(SECRET, "till", nonce, NOW) is None


def test_enrolment_tokens_are_read_however_they_are_typed() -> None:
    token = tokens.new_enrolment()
    assert len(token.replace("-", "")) == 26
    typed = token.lower().replace("-", " ")
    assert tokens.hash_enrolment(f" {typed}\n") == tokens.hash_enrolment(token)
    assert tokens.hash_enrolment(tokens.new_enrolment()) != tokens.hash_enrolment(token)
