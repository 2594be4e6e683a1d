"""What the settings screen may do: keep a setting, and put it in force without a restart."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from importlib import metadata
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop import screen_work
from desktop.commands.backups import EXPORTS, save_sheet
from desktop.domain.refusal import Refusal
from desktop.hardware import Hardware
from desktop.licences import list_licences, read_licence
from desktop.mailing import MAIL_PASSWORD
from desktop.operations import shifts, staff
from desktop.operations.terminal import require_shop
from desktop.screen_hardware import DISPLAY_TEST, device_rows, driver_choices, write_sheet
from desktop.settings import Settings, parse_value, save_setting
from desktop.settings_checking import check_address
from desktop.station import Station
from desktop.store import journal
from desktop.store.terminal import Known, read_all_known
from desktop.ui.settings.presenter import Hands, Values
from desktop.ui.settings.settings_rows import DeviceAnswer, Typed
from desktop.ui.shell import Shell
from desktop.ui.shell_lock import AutoLock
from desktop.ui.sound import Sounds
from desktop.ui.theme.theme import active, apply_theme
from desktop.ui.wedge import Wedge, WedgeSettings

DEVICES = (
    *("scanner_ports", "scanner_baud", "printer", "printer_columns", "printer_code_page", "receipt_language"),
    *("scale", "scale_driver", "scale_baud", "display", "display_driver", "display_code_page"),
    *("customer_screen", "receipt_folder"),
)
"""Settings whose devices are opened anew."""
"""Folder of the data directory for what is written for people."""


class SettingsHand:
    """Keeps settings of a station and applies them to the window; `devices_changed()` opens the devices anew.

    `open_drawer()` kicks the drawer for the fact that was just sealed, `hardware` are the devices that are open.
    """

    def __init__(
        self,
        station: Station,
        shell: Shell,
        sounds: Sounds,
        wedge: Wedge | None,
        devices_changed: Callable[[], None],
        open_drawer: Callable[[], None] = lambda: None,
        hardware: Hardware | None = None,
    ) -> None:
        self._station, self._shell, self._sounds, self._wedge = station, shell, sounds, wedge
        self._devices_changed, self._open_drawer, self._hardware = devices_changed, open_drawer, hardware

    def hands(self) -> Hands:
        """Give what the presenter asks for."""
        station = self._station
        return Hands(
            read=self._read,
            save=self.save,
            facts=self._facts,
            last_typed=self._last_typed,
            list_ports=lambda: asyncio.to_thread(screen_work.list_ports),
            test_print=lambda: asyncio.to_thread(
                screen_work.print_test, station.loaded.settings, station.terminal.name
            ),
            test_drawer=self._test_drawer,
            play=lambda sound: self._sounds.play(sound),  # type: ignore[arg-type]
            px_per_mm=lambda: active().px_per_mm,
            devices=lambda: device_rows(station.loaded.settings, station.terminal, self._hardware),
            drivers=driver_choices,
            test_display=self._test_display,
            write_sheet=lambda: write_sheet(station.data_dir / EXPORTS, station.loaded.settings.language),
            write_key_sheet=lambda: save_sheet(station),
            licences=lambda: tuple(list_licences()),
            read_licence=read_licence,
            keep_mail_password=lambda password: station.secrets.set(MAIL_PASSWORD, password.encode()),
        )

    def save(self, name: str, value: object) -> None:
        """Keep a setting and put it in force. Refusal `settings.value`, or a Fault of the disk."""
        check_address(name, str(value))
        self.keep(name, value)
        self._apply(name, value)

    def keep(self, name: str, value: object) -> None:
        """Keep a setting that is in force already."""
        loaded = self._station.loaded
        save_setting(loaded.data_dir, name, value)
        settings = replace(loaded.settings, **{name: parse_value(name, value, "screen")})  # type: ignore[arg-type]
        origins = dict(loaded.origins) | {name: "provisioned"}
        self._station.loaded = replace(loaded, settings=settings, origins=origins)

    def apply_changes(self, before: Settings) -> None:
        """Put in force what changed since then without being set here."""
        now, then = asdict(self._station.loaded.settings), asdict(before)
        for name in (name for name in now if now[name] != then[name]):
            self._apply(name, now[name])

    def _apply(self, name: str, value: object) -> None:
        if name == "language":
            self._shell.switch_language(str(value))  # type: ignore[arg-type]
        elif name == "theme":
            self._shell.switch_theme(str(value))  # type: ignore[arg-type]
        elif name in ("density", "scale_percent", "pixels_per_mm"):
            self._look()
        elif name == "mirror":
            self._shell.mirror(bool(value))
        elif name == "sounds":
            self._sounds.enabled = bool(value)
        elif name == "wedge_gap_ms" and self._wedge is not None:
            self._wedge.settings = WedgeSettings(interval_ms=self._station.loaded.settings.wedge_gap_ms)
        elif name == "auto_lock_s":
            for lock in self._shell.findChildren(AutoLock):
                lock.watch(self._station.loaded.settings.auto_lock_s)
        elif name in DEVICES:
            self._devices_changed()

    async def _test_drawer(self) -> DeviceAnswer:
        """A test is on record like every other opening; refusals of `shifts.open_drawer`."""
        terminal = self._station.terminal
        shifts.open_drawer(terminal, staff.signed_in(terminal), "test")
        self._open_drawer()
        return DeviceAnswer("drawer", "sent")

    def _test_display(self) -> None:
        if self._hardware is not None:
            self._hardware.show(*DISPLAY_TEST)

    def _look(self) -> None:
        settings, app = self._station.loaded.settings, QApplication.instance()
        if isinstance(app, QApplication):
            density = settings.density
            px_per_mm = settings.pixels_per_mm or None
            apply_theme(app, active().name, density, settings.scale_percent, px_per_mm)  # type: ignore[arg-type]

    def _read(self) -> Values:
        loaded = self._station.loaded
        locked = {name: where for name, where in loaded.origins.items() if _is_set_elsewhere(where)}
        return asdict(loaded.settings), locked

    def _last_typed(self) -> Typed | None:
        burst = self._wedge.last if self._wedge else None
        return Typed(burst.raw, burst.closing, burst.ms_per_char) if burst else None

    def _facts(self) -> Sequence[tuple[str, str]]:
        station, terminal = self._station, self._station.terminal
        with terminal.database.reading() as reading:
            known, head = read_all_known(reading), journal.read_head(reading)
            try:
                shop = require_shop(reading, terminal).name
            except Refusal:
                shop = ""
        head_words = f"{head.seq} · {head.hash.hex()[:16]}" if head else ""
        own = ", ".join(name for name, where in station.loaded.origins.items() if _is_set_elsewhere(where))
        return (
            ("name", terminal.name),
            ("shop", shop),
            ("state", known.get(Known.STATE, "")),
            ("server", known.get(Known.SERVER, "")),
            ("device", station.identity.device_id),
            ("key", station.identity.key_id),
            ("receipt_prefix", known.get(Known.RECEIPT_PREFIX, "")),
            ("version", metadata.version("eckwms-desktop")),
            ("data_dir", str(Path(station.data_dir))),
            ("database_bytes", str(terminal.database.path.stat().st_size)),
            ("secrets", f"{station.secrets.kind}: {station.secrets.note}"),
            ("journal", head_words),
            ("origins", own),
        )


def _is_set_elsewhere(where: str) -> bool:
    return where != "default" and not where.startswith("provisioned")
