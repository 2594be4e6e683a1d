"""The paper of a supply: what went, parcel by parcel, and its number as a square for the gate. Pure."""

import base64
from html import escape

from server_stub.orders.supplies import Supply
from server_stub.terminals.qr import draw_qr

_STYLE = (
    "body{font:12pt/1.4 sans-serif;margin:1.5cm}h1{font-size:22pt;margin:0}img{float:right;width:4cm}"
    "table{border-collapse:collapse;width:100%;margin-top:1cm}"
    "td,th{border:1px solid #000;padding:.15cm;text-align:left}"
)
_WORDS = {
    "en": ("Supply", "Closed", "Order", "For", "Parcels", "Handed over", "Taken over"),
    "ru": ("Поставка", "Закрыта", "Задание", "Кому", "Посылки", "Сдал", "Принял"),
    "de": ("Lieferung", "Abgeschlossen", "Auftrag", "Für", "Pakete", "Übergeben", "Übernommen"),
}


def draw_paper(supply: Supply, language: str = "en") -> str:
    """Write the paper as an HTML page to be printed."""
    title, closed, order, partner, parcels, gave, took = _WORDS.get(language, _WORDS["en"])
    square = base64.b64encode(draw_qr(supply.number)).decode()
    rows = "".join(
        f"<tr><td>{escape(one.number)}<td>{escape(one.partner)}<td>{escape(', '.join(one.parcels))}"
        for one in supply.orders
    )
    at = supply.closed_at.isoformat(sep=" ", timespec="minutes") if supply.closed_at else ""
    return (
        f'<!doctype html><html lang="{escape(language)}"><meta charset="utf-8"><title>{title} {escape(supply.number)}'
        f'</title><style>{_STYLE}</style><img alt="{escape(supply.number)}" src="data:image/png;base64,{square}">'
        f"<h1>{title} {escape(supply.number)}</h1><p>{closed}: {at}</p>"
        f"<table><tr><th>{order}<th>{partner}<th>{parcels}{rows}</table>"
        f"<p>{gave}: ____________________ &emsp; {took}: ____________________</p></html>"
    )
