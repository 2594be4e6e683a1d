"""The smallest XLSX there is, written by hand."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

PARTS = {
    "[Content_Types].xml": f"""<Types xmlns="{PACKAGE}/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>
        <Override PartName="/xl/sheet.xml" ContentType="{TYPE}.worksheet+xml"/></Types>""",
    "_rels/.rels": f"""<Relationships xmlns="{PACKAGE}/relationships">
        <Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
    "xl/_rels/workbook.xml.rels": f"""<Relationships xmlns="{PACKAGE}/relationships">
        <Relationship Id="r1" Type="{OFFICE}/worksheet" Target="sheet.xml"/></Relationships>""",
    "xl/workbook.xml": f"""<workbook xmlns="{SHEETS}" xmlns:r="{OFFICE}">
        <sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>""",
}


def workbook(path: Path, rows: Sequence[Sequence[str | float]]) -> None:
    """Write a workbook of one sheet; texts as texts, numbers as numbers."""
    lines = ""
    for number, row in enumerate(rows, 1):
        cells = [cell(f"{letter}{number}", value) for letter, value in zip("ABCDEFGH", row, strict=False)]
        lines += f'<row r="{number}">{"".join(cells)}</row>'
    parts = PARTS | {"xl/sheet.xml": f'<worksheet xmlns="{SHEETS}"><sheetData>{lines}</sheetData></worksheet>'}
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)


def cell(place: str, value: str | float) -> str:
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'
