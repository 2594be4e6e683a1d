"""The settings, page by page, as pictures."""

from dataclasses import asdict

from PySide6.QtCore import QLocale

from desktop.licences import list_licences, read_licence
from desktop.paper.barcodes import qr_rows
from desktop.screen_hardware import driver_choices
from desktop.settings import Settings
from desktop.ui.settings.presenter import Hands, SettingsPresenter
from desktop.ui.settings.settings_rows import GS, TEST_CODE, DeviceAnswer, DeviceRow, PortChoice, PrinterSeen, Typed
from desktop.ui.settings.view import SettingsView
from desktop.ui.shell import Screen
from desktop.ui.theme.theme import active
from tests.screens.gallery_desk import stand
from tests.screens.stage import Stage


def settings_look(stage: Stage) -> None:
    """Language, look, sizes, sounds."""
    _settings(stage)


def settings_scanner(stage: Stage) -> None:
    """Nothing was scanned yet."""
    _settings(stage).show_page("scanner")


def settings_scan_spoilt(stage: Stage) -> None:
    """A keyboard scanner that drops the separator."""
    code = TEST_CODE.replace(GS, "")
    settings = _settings(stage, Typed(code, "\r", 6.3))
    settings.show_page("scanner")
    settings.scan(code)


def settings_scan(stage: Stage) -> None:
    """A scan of goods by cable, understood."""
    settings = _settings(stage)
    settings.show_page("scanner")
    settings.scan(f"]d20104006381333931{17}270331{10}L-77{GS}21X4".encode())


def settings_devices(stage: Stage) -> None:
    """Every device, and the scale with something on it."""
    settings = _settings(stage)
    settings.show_page("hardware")
    settings.choose_device("scale")


def settings_device_printer(stage: Stage) -> None:
    """The printer answers: its paper is nearly at its end, the drawer stands open."""
    settings = _settings(stage)
    settings.show_page("hardware")
    settings.choose_device("printer")


def settings_printer(stage: Stage) -> None:
    """A printer that does not say whether it printed, and settings made by IT."""
    settings = _settings(stage)
    settings.show_page("printer")
    settings._put(answer=DeviceAnswer("print", "sent"))


def settings_mail(stage: Stage) -> None:
    """Where mail is handed in, and the customer's display."""
    _settings(stage).show_page("mail")


def settings_till(stage: Stage) -> None:
    """What this till is."""
    _settings(stage).show_page("till")


def settings_about(stage: Stage) -> None:
    """The second disk, the sheet for the safe, licences."""
    _settings(stage).show_page("about")


_DEVICES = (
    DeviceRow("keyboard", "keyboard", "ready"),
    DeviceRow("scanner:usb:0c2e:0b61:17", "scanner", "ready", "usb:0c2e:0b61:17", "honeywell", scans=12),
    DeviceRow(
        "printer",
        "printer",
        "ready",
        "tcp:192.168.1.50",
        job="confirmed",
        printer=PrinterSeen(True, "low", "shut", "open"),
    ),
    DeviceRow("scale", "scale", "ready", "/dev/ttyS0", "cas", weight_state="stable", weight_mg=452_000),
    DeviceRow("display", "display"),
    DeviceRow("card", "card"),
)


def _settings(stage: Stage, typed: Typed | None = None) -> SettingsPresenter:
    stage.open_day("mira")
    values = asdict(
        Settings(printer="tcp:192.168.1.50", scale="/dev/ttyS0", language=QLocale().name()[:2], theme=active().name)
    )
    facts = (
        ("name", stage.terminal.name),
        ("shop", "Corner shop"),
        ("state", "active"),
        ("server", "https://head-office.example"),
        ("device", "019aa7c4-52e1-7c3b-9d0e-4417d2a6c9f1"),
        ("key", "9f3ac1d07be24410"),
        ("receipt_prefix", "T01"),
        ("version", "1.0.0"),
        ("data_dir", "C:/ProgramData/eckWMS"),
        ("database_bytes", "12400000"),
        ("secrets", "keyring: Windows Credential Manager"),
        ("journal", "48112 · 9f3ac1d07be24410"),
        ("origins", "printer"),
    )
    ports = (PortChoice("usb:0c2e:0b61:17", "COM3", "Honeywell 1950g"), PortChoice("/dev/ttyS0", "/dev/ttyS0", ""))

    async def nothing() -> DeviceAnswer:
        return DeviceAnswer("print", "sent")

    async def no_ports() -> tuple[PortChoice, ...]:
        return ports

    hands = Hands(
        read=lambda: (values, {"printer": "machine file"}),
        save=lambda name, value: None,
        facts=lambda: facts,
        licences=lambda: tuple(list_licences()),
        read_licence=read_licence,
        last_typed=lambda: typed,
        list_ports=no_ports,
        test_print=nothing,
        test_drawer=nothing,
        play=lambda sound: None,
        px_per_mm=lambda: active().px_per_mm,
        devices=lambda: _DEVICES,
        drivers=driver_choices,
    )
    presenter = SettingsPresenter(stage.terminal, hands)
    presenter.look_for_ports = lambda: presenter._put(ports=ports)  # type: ignore[method-assign]
    view = SettingsView(presenter, qr_rows(TEST_CODE))
    stand(stage, Screen("settings", "Settings", view, scan=presenter.scan, enter=presenter.enter))
    stage.shell.show_screen("settings")
    return presenter


SETTINGS = (
    ("settings-look", settings_look),
    ("settings-devices", settings_devices),
    ("settings-device-printer", settings_device_printer),
    ("settings-scanner", settings_scanner),
    ("settings-scan-spoilt", settings_scan_spoilt),
    ("settings-scan", settings_scan),
    ("settings-printer", settings_printer),
    ("settings-mail", settings_mail),
    ("settings-till", settings_till),
    ("settings-about", settings_about),
)
"""The screens of this file, for the list of all."""
