"""A large assortment, the same every time: Latin and Cyrillic names, valid check digits, ids like the centre's."""

import uuid
from collections.abc import Iterator

from desktop.domain.codes import closed
from sync.wire.changes import Code, Product


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split(","))


_KINDS = _listed(
    "Apple juice,Barley bread,Candle,Dish brush,Envelope,Flour,Garden gloves,Honey,Ink cartridge,Jam,Kettle,Lamp,"
    "Mustard,Notebook,Olive oil,Paper towel,Quilt,Raisins,Soap,Teapot,Umbrella,Vinegar,Washing powder,Yeast,Zip bag,"
    "Батарейка,Варенье,Горошек,Дрожжи,Ежедневник,Ёршик,Жилет,Заварка,Изюм,Йогурт,Кефир,Лампа,Масло,Нитки,Орехи,"
    "Печенье,Рис,Сахар,Творог,Уксус,Фартук,Халва,Цикорий,Чайник,Шампунь,Щётка,Эмаль,Юбка,Яблоко"
)
_MAKERS = _listed(
    "Northwind,Elderglen,Harrow Lane,Brightmill,Quayside,Stonebrook,Alderney,Copperfield,Fenwick,Larkspur,Moorland,"
    "Заречье,Лесная поляна,Медведица,Родник,Северный край,Тихая гавань,Усадьба,Хуторок,Ясень"
)
_SORTS = _listed(
    "mild,strong,classic,extra,family,light,dark,fresh,organic,spicy,travel,winter,"
    "мягкий,особый,домашний,зимний,летний,новый,полевой,садовый,крепкий"
)
_RATES_PPM = (0, 70_000, 190_000)
_ORIGIN = 0x01900000_0000_7000_8000_000000000000
"""Ids look like UUIDv7 and count up: what a centre makes when it imports a file."""


def product_id(number: int) -> str:
    """Give the id of the product with this number."""
    return str(uuid.UUID(int=_ORIGIN + (number << 64) + number * 2654435761 % (1 << 60)))


def barcode(number: int) -> str:
    """Give its EAN-13."""
    return closed(f"40{number:010}")


def name(number: int) -> str:
    """Give its name: kind, maker, sort, and what keeps it apart from its neighbours."""
    kind, maker = _KINDS[number % len(_KINDS)], _MAKERS[number // 7 % len(_MAKERS)]
    return f"{kind} {maker} {_SORTS[number // 11 % len(_SORTS)]} {number % 977} g"


def product(number: int) -> Product:
    """Give the product with this number."""
    return Product(
        id=product_id(number),
        sku=f"A{number:07}",
        name=name(number),
        unit="pcs",
        price_e4=(number * 37 % 9_900 + 100) * 100,
        rate_ppm=_RATES_PPM[number % 3],
        category=f"Aisle {number % 60 + 1}",
        codes=(Code(barcode(number)),),
    )


def products(count: int, first: int = 0) -> Iterator[Product]:
    """Give `count` products, one by one."""
    return (product(number) for number in range(first, first + count))
