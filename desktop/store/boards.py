"""Boards of quick keys in the replica."""

import msgspec
from sqlalchemy import Connection, select

from desktop.domain.board import Board
from desktop.store.offer_tables import board
from sync.wire.replica import fold

_board = msgspec.json.Decoder(Board).decode


def read_boards(connection: Connection) -> list[Board]:
    """Give the boards of this shop, in no order."""
    return [_board(content) for content in connection.execute(select(board.c.content)).scalars()]


def is_called(name: str, query: str) -> bool:
    """Tell whether every word of a query is in a name, in whatever case, with ё as е."""
    folded = fold(name)
    return all(word in folded for word in fold(query).split())
