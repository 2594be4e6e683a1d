"""A label opened as a link: one small page that says what the thing is. Pure; the words are escaped here.

Whoever holds the label may see it, so it tells what stands on the thing itself, never figures, prices or people.
"""

import base64
import hashlib
from collections.abc import Mapping
from html import escape
from typing import Any

from server_stub.eckwms.meaning import Finding

_STYLE = (
    ":root{color-scheme:light dark}body{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:3rem auto;"
    "padding:0 1.25rem}h1{font-size:1.5rem;margin:.2rem 0 1.5rem;overflow-wrap:anywhere}dt,p{opacity:.7}"
    "dd{margin:0 0 .8rem;overflow-wrap:anywhere}"
)
POLICY = (
    f"default-src 'none'; style-src 'sha256-{base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()}'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""The page's Content-Security-Policy: its own style and nothing else."""
_KINDS = {
    "item": ("Item", "Товар"),
    "product": ("Product", "Товар"),
    "box": ("Box", "Коробка"),
    "place": ("Place", "Место"),
    "label": ("Note", "Заметка"),
    "order": ("Order", "Заказ"),
    "user": ("Staff card", "Карточка сотрудника"),
    "company": ("Company", "Компания"),
    "person": ("Contact", "Контакт"),
    "opp": ("Deal", "Сделка"),
}
_FACTS = {
    "default_code": ("Article number", "Артикул"),
    "reference": ("Reference", "Обозначение"),
    "serial": ("Serial number", "Серийный номер"),
    "barcode": ("Barcode", "Штрихкод"),
    "length_cm": ("Length, cm", "Длина, см"),
    "width_cm": ("Width, cm", "Ширина, см"),
    "height_cm": ("Height, cm", "Высота, см"),
    "weight_g": ("Weight, g", "Вес, г"),
    "date": ("Date", "Дата"),
    "code": ("Code", "Код"),
}
"""What may be told of a thing, in this order."""
_NAMED = {"item", "product", "place"}
"""Kinds whose name is told when the thing was found; an order's or a person's is not."""


def choose_language(accepted: str) -> int:
    """Give the place of the reader's language in this module's words: 0 English, 1 Russian."""
    first = accepted.split(",")[0].split(";")[0].strip().lower()
    return 1 if first.split("-")[0] == "ru" else 0


def draw_page(finding: Finding, language: int) -> str:
    """Write the page as HTML."""
    kind = _KINDS.get(finding.type, (finding.type, finding.type))[language]
    told: Mapping[str, Any] = finding.data or {}
    title = str(told.get("name") or kind) if finding.type in _NAMED else kind
    if finding.type == "label":
        title = finding.message
    facts = "".join(
        f"<dt>{words[language]}</dt><dd>{escape(str(told[name]))}</dd>"
        for name, words in _FACTS.items()
        if told.get(name) and finding.type not in ("user", "person")
    )
    return (
        f'<!doctype html><html lang="{("en", "ru")[language]}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>"
        f"<body><p>{escape(kind)}</p><h1>{escape(title)}</h1><dl>{facts}</dl></body></html>"
    )
