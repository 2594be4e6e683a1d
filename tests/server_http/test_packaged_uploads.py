"""Centres that are delivered to run side by side keep their pictures in one folder."""

import re
from pathlib import Path

import yaml

PACKAGING = Path(__file__).parents[2] / "packaging" / "server"
DATA = "/var/lib/eckwms-server"


def test_containers_share_the_uploads() -> None:
    told = yaml.safe_load((PACKAGING / "compose.yml").read_text("utf-8"))
    for name in ("centre1", "centre2"):
        mounts = dict(reversed(mount.split(":")) for mount in told["services"][name]["volumes"])
        assert mounts == {DATA: name, f"{DATA}/uploads": "uploads"}
    assert "uploads" in told["volumes"]
    assert f"{DATA}/uploads" in (PACKAGING / "Dockerfile").read_text("utf-8"), "a volume takes its owner from the image"


def test_services_share_the_uploads() -> None:
    unit = (PACKAGING / "eckwms-server@.service").read_text("utf-8")
    (data,) = re.findall(r"^Environment=ECKWMS_DATA_DIR=(.*)$", unit, re.MULTILINE)
    assert f"\nBindPaths={DATA}/uploads:{data}/uploads\n" in unit
    (made,) = re.findall(r"^StateDirectory=(.*)$", unit, re.MULTILINE)
    assert {f"/var/lib/{name}" for name in made.split()} == {f"{DATA}/uploads", data, f"{data}/uploads"}
