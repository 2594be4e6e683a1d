"""What the scanner test says: ways, facts and troubles in a person's words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.ui import formats
from desktop.ui.settings.settings_rows import GS, ScanSeen, visible
from desktop.ui.widgets.pairs import Pair

DATES = ("expiry", "best_before", "produced")
_SYMBOLS = {
    "]E0": "EAN-13",
    "]E4": "EAN-8",
    "]C0": "Code 128",
    "]C1": "GS1-128",
    "]d1": "DataMatrix",
    "]d2": "GS1 DataMatrix",
    "]Q1": "QR",
    "]Q3": "GS1 QR",
    "]A0": "Code 39",
    "]I0": "ITF",
    "]I1": "ITF-14",
    "]e0": "GS1 DataBar",
}


def verdict(seen: ScanSeen) -> tuple[str, str]:
    """Kind of the strip and its sentence."""
    translate = QCoreApplication.translate
    if seen.troubles:
        return "warn", " ".join(trouble_words(trouble) for trouble in seen.troubles)
    if seen.is_test:
        return "ok", translate("ScanTest", "This scanner passes everything through, separators too.")
    return "ok", translate("ScanTest", "Read whole.")


def trouble_words(trouble: str) -> str:
    """What is wrong, and what to do about it."""
    translate = QCoreApplication.translate
    known = {
        "separator_missing": translate(
            "ScanTest",
            "The scanner drops the separator (GS), so marked goods are read wrongly. Let it send control characters, "
            "or use its serial mode.",
        ),
        "separator_as_text": translate(
            "ScanTest", "The scanner sends the separator (GS) as text. Switch that off in its manual."
        ),
        "capitals": translate(
            "ScanTest", "Capitals and small letters are swapped. Switch off Caps Lock, or the scanner's case change."
        ),
        "layout": translate(
            "ScanTest", "Letters or signs arrive changed. Set the scanner's keyboard to US English, or use a cable."
        ),
        "slow": translate("ScanTest", "The scanner types slowly. Choose a longer pause, or raise its speed."),
        "check_digit": translate("ScanTest", "The check digit is wrong: misread, or misprinted."),
        "field_malformed": translate("ScanTest", "A part of the code could not be read."),
        "field_repeated": translate("ScanTest", "A part of the code stands in it twice."),
        "measure_rounded": translate("ScanTest", "The measure has more decimals than are kept."),
        "wrong_symbol": translate("ScanTest", "The code is misprinted: this kind may not carry GS1 data."),
        "add_on_alone": translate("ScanTest", "Only the small code beside the main one was read."),
        "scan.malformed": translate("ScanTest", "This is no code."),
        "code.case": translate("ScanTest", "This is a case whose content is not known."),
    }
    return known.get(trouble, trouble)


def pairs_of(seen: ScanSeen) -> list[Pair]:
    """Everything about a scan, line by line."""
    translate = QCoreApplication.translate
    separators = seen.text.count(GS)
    cable, keyboard = translate("ScanTest", "cable or network"), translate("ScanTest", "keyboard")
    pairs = [
        Pair(translate("ScanTest", "Came by"), cable if seen.way == "cable" else keyboard),
        Pair(translate("ScanTest", "Characters"), formats.decimal(str(len(seen.text)))),
        Pair(translate("ScanTest", "Kind of code"), _symbol(seen.symbology)),
        Pair(
            translate("ScanTest", "Separators (GS)"),
            formats.decimal(str(separators)) if separators else translate("ScanTest", "none"),
        ),
    ]
    if seen.ms_per_char is not None:
        speed = translate("ScanTest", "{0} ms per character").replace("{0}", formats.decimal(f"{seen.ms_per_char:.1f}"))
        pairs.append(Pair(translate("ScanTest", "Speed"), speed))
        ending = visible(seen.closing) or translate("ScanTest", "nothing")
        pairs.append(Pair(translate("ScanTest", "Ends with"), ending))
    if seen.raw:
        pairs.append(Pair(translate("ScanTest", "Keys as they came"), visible(seen.raw)))
    missing = translate("ScanTest", "not among the goods")
    return pairs + [Pair(_fact(name), _shown(name, value) or missing) for name, value in seen.facts]


def _shown(name: str, value: str) -> str:
    return formats.date(datetime.fromisoformat(value)) if name in DATES else value


def _symbol(symbology: str) -> str:
    if not symbology:
        return QCoreApplication.translate("ScanTest", "the scanner does not say")
    return f"{_SYMBOLS[symbology]} ({symbology})" if symbology in _SYMBOLS else symbology


def _fact(name: str) -> str:
    translate = QCoreApplication.translate
    return {
        "product": translate("ScanTest", "Goods"),
        "unknown": translate("ScanTest", "Goods"),
        "gtin": "GTIN",
        "sscc": "SSCC",
        "lot": translate("ScanTest", "Lot"),
        "serial": translate("ScanTest", "Serial number"),
        "add_on": translate("ScanTest", "Small code beside it"),
        "expiry": translate("ScanTest", "Expires"),
        "best_before": translate("ScanTest", "Best before"),
        "produced": translate("ScanTest", "Produced"),
        "quantity": translate("ScanTest", "Quantity"),
    }[name]
