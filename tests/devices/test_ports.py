import pytest

from desktop.devices.ports import PortInfo, finder, system_ports
from desktop.faults import Fault

HONEYWELL = PortInfo("/dev/ttyACM1", "Scanner", 0x0C2E, 0x0B61, "S123", "1-1.2")
TWIN = PortInfo("/dev/ttyACM0", "Scanner", 0x1EAB, 0x1A06, None, "1-1.3")
OTHER_TWIN = PortInfo("/dev/ttyACM2", "Scanner", 0x1EAB, 0x1A06, None, "1-1.4")
BUILT_IN = PortInfo("/dev/ttyS0")


def listing() -> list[PortInfo]:
    return [TWIN, HONEYWELL, OTHER_TWIN, BUILT_IN]


@pytest.mark.parametrize("port", [HONEYWELL, TWIN, OTHER_TWIN, BUILT_IN])
def test_every_port_is_found_by_its_own_address(port: PortInfo) -> None:
    assert finder(port.address, listing)() == port.path


def test_a_device_is_found_under_another_port_name_after_replugging() -> None:
    ports = [HONEYWELL]
    find = finder("usb:0c2e:0b61:S123", lambda: ports)
    assert find() == "/dev/ttyACM1"
    ports.clear()
    assert find() is None
    ports.append(PortInfo("/dev/ttyACM7", "", 0x0C2E, 0x0B61, "S123"))
    assert find() == "/dev/ttyACM7"


def test_ids_are_read_in_either_case_and_a_wrong_serial_number_is_not_found() -> None:
    assert finder("USB:0C2E:0B61".replace("USB", "usb"), listing)() == "/dev/ttyACM1"
    assert finder("usb:0c2e:0b61:S999", listing)() is None


@pytest.mark.parametrize(
    "address", ["usb:", "usb:12:34", "usb:zzzz:0b61", "usb:0c2e", "tcp:", "tcp:scale", "tcp::5001", "tcp:scale:70000"]
)
def test_an_impossible_address_is_a_fault(address: str) -> None:
    with pytest.raises(Fault) as fault:
        finder(address)
    assert fault.value.code == "port.address"


@pytest.mark.parametrize("address", ["tcp:scale.shop:5001", "tcp:192.168.1.60:5001", "tcp:[fe80::1]:5001"])
def test_a_device_in_the_network_is_where_its_address_says(address: str) -> None:
    assert finder(address)() == address


def test_the_systems_ports_can_be_listed() -> None:
    assert [port.path for port in system_ports()] == sorted(port.path for port in system_ports())
