"""What a fiscal device signed, on paper: KassenSichV § 6 in clear text and as a code; or that it was out of order."""

from typing import Literal

from desktop.domain.papers import Fiscal
from desktop.paper.rows import Band, Code, Gap, Pair, Row, Rule, Text
from desktop.paper.words import Words


def fiscal_rows(signed: Fiscal | Literal["outage"] | None, words: Words) -> list[Row]:
    """Lay out the block; nothing at all where no device is used."""
    if signed is None:
        return []
    if signed == "outage":
        return [Rule(), Band(words("fiscal_outage"))]
    pairs = (
        ("fiscal_transaction", signed.transaction_no),
        ("fiscal_started", words.time(signed.started_at)),
        ("fiscal_finished", words.time(signed.finished_at)),
        ("fiscal_counter", str(signed.counter) if signed.counter else ""),
        ("fiscal_system", signed.system_serial),
        ("fiscal_module", signed.module_serial),
        ("fiscal_signature", signed.signature),
    )
    rows: list[Row] = [Rule(), Text(words("fiscal_block"), size="small", bold=True)]
    rows += [Pair(words(key), value, size="small") for key, value in pairs if value]
    if signed.late:
        rows.append(Text(words("fiscal_late"), size="small"))
    return [*rows, Gap(1), Code(signed.qr, "qr")] if signed.qr else rows
