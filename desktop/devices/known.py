"""The drivers that this program brings itself, and how a setting becomes one."""

from typing import cast

from desktop.devices.display import PICTURES, Picture
from desktop.devices.drivers import Driver, Role, plugged
from desktop.devices.scale_protocols import ScaleProtocol, cas, generic, massa_k, toledo_8217
from desktop.devices.scanner import HONEYWELL_ACKS, ScannerSettings
from desktop.faults import Fault

SCALES = {
    driver.name: driver
    for driver in (
        Driver("scale", "cas", "CAS (ECR)", cas),
        Driver("scale", "toledo8217", "Mettler-Toledo 8217", toledo_8217),
        Driver("scale", "massak", "Massa-K 100", massa_k),
        Driver("scale", "generic", "Other", generic),
    )
}
DISPLAYS = {
    driver.name: driver
    for driver in (
        Driver("display", "cd5220", "CD5220", lambda _: PICTURES["cd5220"]),
        Driver("display", "escpos", "ESC/POS", lambda _: PICTURES["escpos"]),
    )
}
SCANNERS = {
    driver.name: driver
    for driver in (
        Driver("scanner", "plain", "Any scanner", lambda _: ScannerSettings()),
        Driver("scanner", "honeywell", "Honeywell, host ACK on", lambda _: ScannerSettings(acks=HONEYWELL_ACKS)),
    )
}
_OWN: dict[Role, dict[str, Driver]] = {"scale": SCALES, "display": DISPLAYS, "scanner": SCANNERS, "printer": {}}


def known(role: Role) -> dict[str, Driver]:
    """Every driver of a role by name, ours first; a plug-in cannot replace one of ours."""
    own = _OWN.get(role, {})
    others = (driver for driver in plugged().drivers if driver.role == role and driver.name not in own)
    return own | {driver.name: driver for driver in others}


def scale_protocol(setting: str) -> ScaleProtocol:
    """The protocol of a setting such as `cas`, `toledo8217:lb`, `generic:PATTERN`. Faults driver.unknown, scale.*."""
    return cast(ScaleProtocol, _make("scale", setting))


def scanner_settings(setting: str) -> ScannerSettings:
    """How a scanner of a setting such as `honeywell` talks, `plain` without. Raises Fault driver.unknown."""
    return cast(ScannerSettings, _make("scanner", setting or "plain"))


def display_picture(setting: str) -> Picture:
    """How a display of a setting such as `cd5220` is drawn. Raises Fault driver.unknown."""
    return cast(Picture, _make("display", setting))


def _make(role: Role, setting: str) -> object:
    name, _, options = setting.partition(":")
    # Plug-ins are looked for only where ours do not do: that reads the metadata of every installed package.
    driver = _OWN.get(role, {}).get(name) or known(role).get(name)
    if driver is None:
        raise Fault(
            "driver.unknown",
            "There is no such driver",
            f"“{name}” is none of {', '.join(known(role))}.",
            "Choose the device again in Settings, or install the package that brings its driver.",
        )
    return driver.make(options)
