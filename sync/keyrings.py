"""Secrets in the operating system's keyring: only backends that encrypt, and never waiting for a prompt without end."""

import base64
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Protocol, TypeVar

from sync.secret_file import SecretsLocked

T = TypeVar("T")
SERVICE = "eckwms"
ANSWER_S = 5.0
"""A keyring that needs longer is asking a person for a password somewhere, maybe on a screen nobody sees."""

_ENCRYPTING = ("SecretService", "libsecret", "kwallet", "Windows", "macOS")


class Backend(Protocol):
    """What is used of keyring.backend.KeyringBackend; any of its methods may raise anything."""

    def get_password(self, service: str, username: str) -> str | None:
        """Give the stored text."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Store the text."""

    def delete_password(self, service: str, username: str) -> None:
        """Delete the text; raises when there is none."""


def find_backend() -> Backend | None:
    """The best encrypting keyring of this machine; configuration cannot make it a plaintext one."""
    from keyring.backend import get_all_keyring

    modules = tuple(f"keyring.backends.{name}" for name in _ENCRYPTING)
    found = [each for each in get_all_keyring() if type(each).__module__.startswith(modules)]
    return max(found, key=lambda each: float(each.priority), default=None)


def describe_backend(backend: Backend) -> str:
    """Name a backend: SecretService, Windows, macOS …"""
    return type(backend).__module__.removeprefix("keyring.backends.").split(".")[0]


class KeyringStore:
    """Named bytes of one terminal (`scope`) in a keyring. Every method raises SecretsLocked when it does not answer."""

    kind = "keyring"

    def __init__(self, backend: Backend | None, scope: str, answer_s: float = ANSWER_S) -> None:
        self._backend = backend
        self._scope = scope
        self._answer_s = answer_s
        self._silent = ""
        self._lock = threading.Lock()

    def get(self, name: str) -> bytes | None:
        """Give the value, None when there is none."""
        text = self._ask(lambda backend: backend.get_password(SERVICE, f"{self._scope}/{name}"))
        return None if text is None else base64.b64decode(text)

    def set(self, name: str, value: bytes) -> None:
        """Keep the value."""
        text = base64.b64encode(value).decode()
        self._ask(lambda backend: backend.set_password(SERVICE, f"{self._scope}/{name}", text))

    def delete(self, name: str) -> None:
        """Forget the value; unknown names are fine."""
        if self.get(name) is not None:
            self._ask(lambda backend: backend.delete_password(SERVICE, f"{self._scope}/{name}"))

    def probe(self) -> None:
        """Write, read and delete a value: the only proof that a keyring is there and unlocked."""
        self.set("probe", b"probe")
        if self.get("probe") != b"probe":
            raise SecretsLocked("the keyring does not give back what it was given")
        self.delete("probe")

    def _ask(self, call: Callable[[Backend], T]) -> T:
        backend = self._backend
        if backend is None:
            raise SecretsLocked("the keyring that held the secrets is not there")
        with self._lock:
            if self._silent:
                raise SecretsLocked(self._silent)
            try:
                return within(self._answer_s, lambda: call(backend))
            except TimeoutError:
                self._silent = f"the keyring did not answer within {self._answer_s:g} s (it may be locked)"
                raise SecretsLocked(self._silent) from None
            except Exception as error:
                raise SecretsLocked(f"the keyring did not answer: {error or type(error).__name__}") from error


def within(limit_s: float, call: Callable[[], T]) -> T:
    """Run a call in a thread that may be left behind. Raises TimeoutError, or what the call raises."""
    answer: Future[T] = Future()

    def run() -> None:
        try:
            answer.set_result(call())
        except BaseException as error:  # noqa: BLE001 - handed to the caller as it is
            answer.set_exception(error)

    threading.Thread(target=run, name="keyring", daemon=True).start()
    return answer.result(timeout=limit_s)
