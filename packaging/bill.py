"""The bill of materials (CycloneDX 1.6, JSON): every part of a package with version, licence and hashes."""

import json
import re
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from notices import Part
from parts_list import normal

SPEC = "1.6"
_IDS = re.compile(r"^[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*$")
_WHEEL_HASH = re.compile(r"--hash=sha256:(\w{64})")


def write_bill(name: str, version: str, found: list[Part], lock: str, epoch: str, path: Path) -> None:
    """Write the bill of a package; `lock` is the part of the lock it was made from, `epoch` the commit's time."""
    program: dict[str, Any] = {"type": "application", "bom-ref": name, "name": name, "version": version}
    program |= {"licenses": [{"license": {"id": "MIT"}}]}
    components = [component(part, hashes(lock, part)) for part in found if normal(part.name) != "eckwms-desktop"]
    refs = sorted(str(each["bom-ref"]) for each in components)
    bill: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": SPEC,
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'eckwms:{name}:{version}:{epoch}')}",
        "version": 1,
        "metadata": {"timestamp": datetime.fromtimestamp(int(epoch), UTC).isoformat(), "component": program},
        "components": components,
        "dependencies": [{"ref": name, "dependsOn": refs}],
    }
    path.write_text(json.dumps(bill, indent=1, ensure_ascii=False) + "\n", "utf-8")


def component(part: Part, wheels: list[str]) -> dict[str, Any]:
    """One part: a distribution with its address in the package world, or a library inside one."""
    if not part.distribution:
        ref = re.sub(r"\W+", "-", part.name).strip("-").lower()
        told: dict[str, Any] = {"type": "library", "bom-ref": f"inside:{ref}@{part.version}"}
    else:
        purl = f"pkg:pypi/{normal(part.name)}@{part.version}"
        told = {"type": "library", "bom-ref": purl, "purl": purl}
    told |= {"name": part.name, "version": part.version}
    if part.supplier:
        told["supplier"] = {"name": part.supplier}
    if part.licence:
        is_expression = bool(_IDS.match(part.licence))
        told["licenses"] = [{"expression": part.licence} if is_expression else {"license": {"name": part.licence}}]
    if wheels:
        told["properties"] = [{"name": "eckwms:locked:sha256", "value": each} for each in wheels]
    return told


def hashes(lock: str, part: Part) -> list[str]:
    """The wheels' hashes that the lock allows for a distribution; empty for what is inside one."""
    if not part.distribution:
        return []
    block = re.search(rf"^{re.escape(normal(part.name))}==.*?(?=^\S|\Z)", lock, re.MULTILINE | re.DOTALL)
    return _WHEEL_HASH.findall(block[0]) if block else []
