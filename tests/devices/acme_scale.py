"""A whole driver: the Acme scale says `NET 1.234 kg` when it is asked with `P`, and `NET -.--- kg` while it moves."""

import re

from desktop.devices.drivers import Driver
from desktop.devices.scale_protocols import LineScale, milligrams
from desktop.devices.weights import Weight


def read(line: str) -> Weight | None:
    net = re.search(r"NET +([\d.]+) (kg|g)", line)
    return Weight("stable", milligrams(net[1], net[2])) if net else Weight("moving")


SCALE = Driver("scale", "acme", "Acme counter scale", lambda options: LineScale(read, ask=b"P\r"))
