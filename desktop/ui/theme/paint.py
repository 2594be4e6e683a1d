"""Strokes that several widgets share."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from desktop.ui.theme.look import Theme
from desktop.ui.theme.tokens import FOCUS_RING, RADIUS_CAP

OPAQUE = 255


def box(painter: QPainter, rect: QRectF, radius: float, fill: QColor | None, edge: QColor | None, width: float) -> None:
    """A rounded box whose line lies wholly inside the rectangle.

    Two boxes in one another are filled in a third of the time that it takes to draw the line between them.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if fill is not None and edge is not None and fill.alpha() == edge.alpha() == OPAQUE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(edge)
        painter.drawRoundedRect(rect, radius, radius)
        if fill != edge:
            painter.setBrush(fill)
            inner = max(0.0, radius - width)
            painter.drawRoundedRect(rect.adjusted(width, width, -width, -width), inner, inner)
        return
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(edge, width) if edge is not None else Qt.PenStyle.NoPen)
    inset = width / 2 if edge is not None else 0
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)


def focus_ring(painter: QPainter, rect: QRectF, radius: float, theme: Theme, role: str = "primary") -> None:
    """The 3 px ring of the widget that has the keyboard."""
    box(painter, rect, radius, None, theme.colour(role), theme.px(FOCUS_RING))


def cap_size(theme: Theme, text: str) -> tuple[int, int]:
    """Width and height of a key cap."""
    metrics = theme.metrics("caption")
    return metrics.horizontalAdvance(text) + theme.px(14), metrics.height() + theme.px(5)


def key_cap(painter: QPainter, rect: QRectF, text: str, theme: Theme, ink: str, fill: str | None) -> None:
    """The little picture of a keyboard key."""
    border = theme.colour("line") if fill else theme.colour(ink)
    box(painter, rect, theme.px(RADIUS_CAP), theme.colour(fill) if fill else None, border, 1)
    painter.setFont(theme.font("caption"))
    painter.setPen(theme.colour(ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def shape(painter: QPainter, rect: QRectF, kind: str, colour: QColor) -> None:
    """One of circle, triangle, diamond, square: what tells states apart without colour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    path, centre = QPainterPath(), rect.center()
    if kind == "circle":
        path.addEllipse(rect)
    elif kind == "square":
        path.addRoundedRect(rect, 2, 2)
    elif kind == "triangle":
        path.addPolygon(QPolygonF([QPointF(centre.x(), rect.top()), rect.bottomRight(), rect.bottomLeft()]))
    else:
        tips = [
            QPointF(centre.x(), rect.top()),
            QPointF(rect.right(), centre.y()),
            QPointF(centre.x(), rect.bottom()),
            QPointF(rect.left(), centre.y()),
        ]
        path.addPolygon(QPolygonF(tips))
    painter.drawPath(path)
