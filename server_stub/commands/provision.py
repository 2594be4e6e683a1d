"""Commands that make signed provisioning files: all that a new till needs, used once."""

import tomllib
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from server_stub.commands.session import Session, command
from server_stub.commands.terminals import note_command, parse_ttl, read_urls
from server_stub.faults import Refusal
from sync.wire.provisioning import SUFFIX, Provisioning, open_provisioning, seal_provisioning

if TYPE_CHECKING:
    from server_stub.database import Pool

_QR_PX = 1200
_MOST = 10_000


def add_commands(app: typer.Typer) -> None:
    """Add these commands to the program."""
    provision = typer.Typer(help="Signed files that set new tills up.", no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(provision, name="provision")
    command(provision, "make")(make)


def make(
    session: Session,
    shop: Annotated[str, typer.Option(help="The shop, by id or name.")],
    name: Annotated[str, typer.Option(help="Name of the till; # stands for its number where there are several.")],
    server: Annotated[list[str], typer.Option(envvar="ECKWMS_SERVER", help="Where tills reach the centre.")],
    count: Annotated[int, typer.Option(min=1, max=_MOST, help="How many tills; each has a file of its own.")] = 1,
    first: Annotated[int, typer.Option(min=1, help="Number of the first one.")] = 1,
    ca: Annotated[Path | None, typer.Option(help="Certificate of the company, in PEM, to reach the centre.")] = None,
    profile: Annotated[Path | None, typer.Option(help="Settings of the hardware, in TOML.")] = None,
    language: Annotated[str, typer.Option(help="Language of the till: en, ru or de.")] = "",
    ttl: Annotated[str, typer.Option(help="How long the files hold: 90m, 2h, 7d.")] = "7d",
    to: Annotated[Path, typer.Option(help="Folder for the files.")] = Path(),
    qr: Annotated[bool, typer.Option("--qr", help="Draw each as a QR code too, as PNG.")] = False,
) -> None:
    """Make one file a till, signed with the centre's key; each lets one till in, once."""
    until = datetime.now(UTC) + parse_ttl(ttl)
    if count > 1 and "#" not in name:
        raise typer.BadParameter("name several tills with a #, such as 'Till #'", param_hint="--name")
    names = [name.replace("#", str(number)) for number in range(first, first + count)]
    given: dict[str, Any] = {
        "servers": read_urls(server),
        "expires_at": until.isoformat(timespec="seconds"),
        "ca": _read_ca(ca),
        "language": language,
        "settings": _read_profile(profile),
    }

    async def work(pool: "Pool") -> list[tuple[str, str]]:
        return await _seal_all(pool, shop, names, given, until)

    texts = session.run(work)
    to.mkdir(parents=True, exist_ok=True)
    files = [_write(to, till, text, qr=qr) for till, text in texts]
    opened = open_provisioning(texts[0][1])
    key = opened.key.hex() if opened else ""
    answer = {"shop": shop, "expires_at": given["expires_at"], "centre_key": key, "files": files}
    session.report(answer, "\n".join(file["file"] for file in files))


async def _seal_all(
    pool: "Pool", shop: str, names: list[str], given: Mapping[str, Any], until: datetime
) -> list[tuple[str, str]]:
    from server_stub.centre import load_centre
    from server_stub.goods import shops
    from server_stub.terminals import registry

    centre, now = await load_centre(pool), datetime.now(UTC)
    async with pool.connection() as conn:
        found = await shops.find_shop(conn, shop)
        if found is None:
            known = ", ".join(each.name for each in await shops.list_shops(conn))
            raise Refusal("shop.unknown", f"There is no shop {shop!r}", f"Shops: {known}.")
        sealed = []
        for name in names:
            token = await registry.create_enrolment_token(conn, found.id, until - now, now)
            content = Provisioning(id=str(uuid.uuid4()), shop=found.name, name=name, token=token, **given)
            sealed.append((name, seal_provisioning(content, centre.public_key, centre.sign)))
            await note_command(conn, "token.created", found.id, {"till": name})
    return sealed


def _read_ca(path: Path | None) -> str:
    """Give the certificates of a file. Raises Refusal for what is none, OSError."""
    if path is None:
        return ""
    import ssl

    text = path.read_text("ascii", "replace")
    try:
        ssl.create_default_context(cadata=text)
    except ssl.SSLError as error:
        raise Refusal("provision.ca", f"{path} holds no certificate: {error}", "Give it in PEM.") from error
    if "PRIVATE KEY" in text:
        raise Refusal("provision.ca", f"{path} holds a private key", "Give the certificate alone.")
    return text


def _read_profile(path: Path | None) -> dict[str, Any]:
    """Give the settings of a profile; whether they are settings, the till says. Raises Refusal, OSError."""
    if path is None:
        return {}
    try:
        told = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refusal("provision.profile", f"{path} cannot be read: {error}", "Mend the file.") from error
    if any(not isinstance(value, str | int | float | bool) for value in told.values()):
        raise Refusal("provision.profile", f"{path} holds more than settings", "Write lines such as printer = '…'.")
    return told


def _write(folder: Path, name: str, text: str, *, qr: bool) -> dict[str, str]:
    """Write one file that only its owner reads: who has it can let a till in."""
    stem = "".join(sign if sign.isalnum() or sign in "-_. " else "_" for sign in name).strip()
    file = folder / f"{stem}{SUFFIX}"
    file.touch(0o600)
    file.write_text(text + "\n", encoding="ascii")
    told = {"name": name, "file": str(file)}
    if qr:
        from server_stub.terminals.qr import draw_qr

        picture = file.with_suffix(".png")
        picture.touch(0o600)
        picture.write_bytes(draw_qr(text, _QR_PX, error="l"))
        told["qr"] = str(picture)
    return told
