#!/usr/bin/env python3
"""The files of a finished folder as WiX source, one component each; the same path always has the same identity.

python packaging/windows/program_wxs.py FOLDER > program.wxs
"""

import hashlib
import sys
import uuid
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

NAMESPACE = "http://schemas.microsoft.com/wix/2006/wi"
FAMILY = uuid.UUID("6e0b7c0e-5e8b-4c52-9c39-3b0b9c5b5c11")
MENU = "eckwms.exe"


def program_wxs(folder: Path) -> str:
    """WiX source with the component group `Program`: every file of a folder under INSTALLDIR, and the menu entry."""
    root = Element("Wix", xmlns=NAMESPACE)
    tree = SubElement(SubElement(root, "Fragment"), "DirectoryRef", Id="INSTALLDIR")
    places, components = {Path(): tree}, []
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_dir():
            parent = places[inside.parent]
            places[inside] = SubElement(parent, "Directory", Id=_id("d", inside), Name=inside.name)
            continue
        guid = str(uuid.uuid5(FAMILY, inside.as_posix())).upper()
        component = SubElement(places[inside.parent], "Component", Id=_id("c", inside), Guid=guid, Win64="yes")
        file = SubElement(component, "File", Id=_id("f", inside), Source=str(path), Name=inside.name, KeyPath="yes")
        if inside.as_posix() == MENU:
            menu = SubElement(file, "Shortcut", Id="Menu", Name="eckWMS", Advertise="yes")
            menu.set("Directory", "ProgramMenuFolder")
            menu.set("WorkingDirectory", "INSTALLDIR")
        components.append(_id("c", inside))
    group = SubElement(SubElement(root, "Fragment"), "ComponentGroup", Id="Program")
    for name in components:
        SubElement(group, "ComponentRef", Id=name)
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, "unicode") + "\n"


def _id(kind: str, inside: Path) -> str:
    return kind + hashlib.sha256(inside.as_posix().encode()).hexdigest()[:24]


if __name__ == "__main__":
    sys.stdout.write(program_wxs(Path(sys.argv[1])))
