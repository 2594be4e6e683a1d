"""What proves who is calling: access tokens, refresh tokens, challenges and enrolment tokens, as pure functions.

Access tokens are JWT of one fixed algorithm (RFC 8725), those of devices and of people with audiences of their own.
Refresh and enrolment tokens are no JWT but random; the database holds their SHA-256 only.
"""

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import jwt

ACCESS_LIFE = timedelta(minutes=15)
REGISTRATION_LIFE = timedelta(hours=24)
"""eckWMS clients get their token by registering and renew it only that way, so it lives as long as they expect."""
REFRESH_LIFE = timedelta(days=7)
CHALLENGE_LIFE = timedelta(seconds=120)

_ALGORITHM = "HS256"
_ISSUER = "eckwms-centre"
_DEVICE = "eckwms-device"
_PERSON = "eckwms-person"
_LEEWAY_S = 30


@dataclass(frozen=True, slots=True)
class Claims:
    """Who an access token was given to: a device, and which of its keys proved it."""

    device_uuid: str
    key_id: str
    expires_at: float


@dataclass(frozen=True, slots=True)
class PersonClaims:
    """Whom an access token was given to: a person, and at which sign-in."""

    person_id: str
    family: str
    expires_at: float


def issue_access(secret: bytes, device_uuid: str, key_id: str, now: datetime, life: timedelta = ACCESS_LIFE) -> str:
    """Make an access token for a device and the key that it proved to hold."""
    return _issue(secret, {"aud": _DEVICE, "sub": device_uuid, "key": key_id}, now, life)


def read_access(secret: bytes, token: str, now: datetime) -> Claims | None:
    """Check an access token of a device; None when it is not ours, of another type or too old."""
    claims = _read(secret, token, _DEVICE, now)
    return Claims(str(claims["sub"]), str(claims.get("key", "")), float(claims["exp"])) if claims else None


def issue_person(secret: bytes, person_id: str, family: str, now: datetime, life: timedelta = ACCESS_LIFE) -> str:
    """Make an access token for a person, good as long as the sign-in (`family`) it belongs to is not ended."""
    return _issue(secret, {"aud": _PERSON, "sub": person_id, "sid": family}, now, life)


def read_person(secret: bytes, token: str, now: datetime) -> PersonClaims | None:
    """Check an access token of a person; None when it is not ours, of another type or too old."""
    claims = _read(secret, token, _PERSON, now)
    return PersonClaims(str(claims["sub"]), str(claims.get("sid", "")), float(claims["exp"])) if claims else None


def _issue(secret: bytes, about: dict[str, str], now: datetime, life: timedelta) -> str:
    claims = {"iss": _ISSUER, "typ": "access", "iat": now, "nbf": now, "exp": now + life, "jti": secrets.token_hex(8)}
    return jwt.encode(about | claims, secret, algorithm=_ALGORITHM)


def _read(secret: bytes, token: str, audience: str, now: datetime) -> dict[str, Any] | None:
    required = ["iss", "aud", "sub", "iat", "nbf", "exp", "jti"]
    try:
        claims: dict[str, Any] = jwt.decode(
            token,
            secret,
            algorithms=[_ALGORITHM],
            issuer=_ISSUER,
            audience=audience,
            options={"require": required, "verify_exp": False, "verify_nbf": False, "verify_iat": False},
        )
    except jwt.InvalidTokenError:
        return None
    timely = float(claims["nbf"]) - _LEEWAY_S <= now.timestamp() < float(claims["exp"])
    return claims if timely and claims.get("typ") == "access" else None


def make_challenge(secret: bytes, device_id: str, now: datetime) -> str:
    """Make a nonce for one device: random bytes and an expiry under a seal, so that asking stores nothing."""
    expires_at = int((now + CHALLENGE_LIFE).timestamp())
    body = f"{secrets.token_hex(16)}.{expires_at}"
    return f"{body}.{_seal(secret, device_id, body)}"


def check_challenge(secret: bytes, device_id: str, nonce: str, now: datetime) -> datetime | None:
    """Give the expiry of a nonce that was made for this device and still holds, else None."""
    body, _, seal = nonce.rpartition(".")
    if not hmac.compare_digest(seal.encode(), _seal(secret, device_id, body).encode()):
        return None
    expires_at = datetime.fromtimestamp(int(body.rpartition(".")[2]), tz=now.tzinfo)
    return expires_at if now < expires_at else None


def _seal(secret: bytes, device_id: str, body: str) -> str:
    message = b"eckwms.challenge.1\x00" + device_id.encode() + b"\x00" + body.encode()
    return hmac.digest(secret, message, "sha256")[:16].hex()


def new_refresh() -> str:
    """Make a refresh token of 256 random bits."""
    return secrets.token_urlsafe(32)


def new_enrolment() -> str:
    """Make an enrolment token of 130 bits that a person can read out: seven groups of letters and digits."""
    letters = base64.b32encode(secrets.token_bytes(17)).decode()[:26]
    return "-".join(letters[at : at + 4] for at in range(0, 26, 4))


def hash_refresh(token: str) -> bytes:
    """Name a refresh token in the database."""
    return hashlib.sha256(token.encode()).digest()


def hash_enrolment(token: str) -> bytes:
    """Name an enrolment token in the database, however a person typed it."""
    return hashlib.sha256(token.replace("-", "").replace(" ", "").strip().upper().encode()).digest()
