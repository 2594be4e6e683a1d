"""The sheet of keys: every code on it reads back as its key, at its till."""

import pypdfium2
import zxingcpp

from desktop.domain.command_code import KEYS, command_tag, read_command
from desktop.paper.key_sheet import TYPED, SheetKey, key_sheet

TAG = command_tag("t1")


def test_every_code_of_the_sheet_presses_its_key() -> None:
    keys = [SheetKey("F9", "Pay"), SheetKey("Ctrl+P", "Print the last receipt again"), SheetKey("Alt+F4", "No code")]
    keys.append(SheetKey("CMD:DAMAGED", "The last ones are damaged"))
    read, words = set(), set()
    with pypdfium2.PdfDocument(key_sheet("Till 3", keys, TAG)) as document:
        for page in document:
            found = zxingcpp.read_barcodes(page.render(scale=3).to_pil())
            words |= {code.text for code in found if code.text.startswith("CMD:")}
            read |= {read_command(code.text, TAG) for code in found if code.text not in words}
        assert "Print the last receipt" in document[0].get_textpage().get_text_range()
    assert words == {"CMD:DAMAGED"}
    assert read == {"F9", "Ctrl+P", *(entry.key for entry in TYPED)}
    assert len(TYPED) == len([key for key in KEYS.values() if not key.startswith("F")])
