"""The customer's screen: few words, large figures, readable from two metres; its sizes follow its own height."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QCloseEvent, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui import formats
from desktop.ui.customer_screen.customer_screen_rows import CustomerLine, CustomerState
from desktop.ui.customer_screen.presenter import CustomerScreenPresenter
from desktop.ui.theme import paint
from desktop.ui.theme.theme import active, dress

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


class CustomerView(QWidget):
    """A window of its own that never takes the focus: what is typed or scanned is the till's."""

    def __init__(self, presenter: CustomerScreenPresenter) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(480, 320)
        self.resize(800, 480)
        dress(self)
        self._presenter, self._may_close = presenter, False
        presenter.changed.connect(self.show_state)
        self.retranslate()

    def show_state(self, state: CustomerState) -> None:
        """Show something else."""
        self.setAccessibleDescription(" ".join(self.words(state)))
        self.update()

    def words(self, state: CustomerState) -> list[str]:
        """What stands there, the largest first, for whoever cannot see it."""
        total = formats.money(state.total_minor, state.currency) if state.currency else ""
        if state.moment == "idle":
            return [self.tr("Welcome"), state.shop]
        if state.moment == "thanks":
            change = formats.money(state.change_minor, state.currency) if state.change_minor else ""
            return [self.tr("Thank you!"), change]
        return [self._total_label(state), total, state.last.name if state.last else ""]

    def retranslate(self) -> None:
        """Say everything again."""
        self.setWindowTitle(self.tr("For the customer"))
        self.setAccessibleName(self.tr("For the customer"))
        self.show_state(self._presenter.state)

    def end(self) -> None:
        """Close it; by hand it can only be moved."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A customer cannot close it."""
        event.setAccepted(self._may_close)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the moment."""
        del event
        painter, state = QPainter(self), self._presenter.state
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), active().colour("ground"))
        if state.moment == "idle":
            self._paint_idle(painter, state)
        elif state.moment == "thanks":
            self._paint_thanks(painter, state)
        else:
            self._paint_ticket(painter, state)

    # --- the ticket

    def _paint_ticket(self, painter: QPainter, state: CustomerState) -> None:
        high, wide, edge = float(self.height()), float(self.width()), self._unit(4)
        top = 0.0
        if state.last is not None:
            top = high * 0.25
            self._paint_last(painter, QRectF(0, 0, wide, top), state.last, state.currency)
        foot = QRectF(0, high * 0.76, wide, high * 0.24)
        self._paint_lines(painter, QRectF(edge, top + edge / 2, wide - 2 * edge, foot.top() - top - edge), state)
        self._paint_total(painter, foot, state)

    def _paint_last(self, painter: QPainter, rect: QRectF, line: CustomerLine, currency: str) -> None:
        edge = self._unit(4)
        painter.fillRect(rect, active().colour("tint"))
        inner = rect.adjusted(edge, self._unit(2), -edge, -self._unit(2))
        upper = QRectF(inner.left(), inner.top(), inner.width(), inner.height() * 0.58)
        lower = QRectF(inner.left(), upper.bottom(), inner.width(), inner.height() * 0.42)
        total = formats.money(line.total_minor, currency)
        taken = self._draw(painter, upper, total, 8.5, "text", _RIGHT, bold=True)
        upper.setRight(upper.right() - taken - edge)
        self._draw(painter, upper, line.name, 8.5, "text", _LEFT, bold=True)
        saved = self._saved_words(line, currency)
        taken = self._draw(painter, lower, saved, 5, "ok", _RIGHT, bold=True) if saved else 0.0
        lower.setRight(lower.right() - taken - edge)
        quantity = formats.quantity(line.quantity_milli, line.unit)
        each = f"{quantity} {formats.TIMES} {formats.price(line.price_e4, currency)}"
        self._draw(painter, lower, each, 5, "muted", _LEFT)

    def _saved_words(self, line: CustomerLine, currency: str) -> str:
        if not line.saved_minor:
            return ""
        saved = formats.money(-line.saved_minor, currency)
        return f"{line.promotions[0]} {saved}" if line.promotions else saved

    def _paint_lines(self, painter: QPainter, rect: QRectF, state: CustomerState) -> None:
        row = self._unit(8.4)
        room = max(1, int(rect.height() / row))
        hidden = max(0, len(state.lines) - room)
        if hidden:
            hidden += 1  # the line that says so takes the place of one
            words = self.tr("and %n before", "", hidden)
            self._draw(painter, QRectF(rect.left(), rect.top(), rect.width(), row), words, 4, "muted", _LEFT)
        top = rect.top() + (row if hidden else 0)
        for line in state.lines[hidden:]:
            at = QRectF(rect.left(), top, rect.width(), row)
            taken = self._draw(painter, at, formats.amount(line.total_minor, state.currency), 5.2, "text", _RIGHT)
            at.setRight(at.right() - taken - self._unit(3))
            times = line.quantity_milli != 1000
            quantity = f"{formats.quantity(line.quantity_milli, line.unit)} {formats.TIMES} " if times else ""
            self._draw(painter, at, quantity + line.name, 5.2, "text", _LEFT)
            painter.fillRect(QRectF(rect.left(), top + row - 1, rect.width(), 1), active().colour("line"))
            top += row

    def _paint_total(self, painter: QPainter, rect: QRectF, state: CustomerState) -> None:
        theme, edge = active(), self._unit(4)
        painter.fillRect(rect, theme.colour("surface"))
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 2), theme.colour("line"))
        inner = rect.adjusted(edge, self._unit(1), -edge, -self._unit(1))
        minor = state.due_minor if state.moment == "paying" else state.total_minor
        taken = self._draw(painter, inner, formats.money(minor, state.currency), 17, "text", _RIGHT, bold=True)
        left = QRectF(inner.left(), inner.top(), inner.width() - taken - edge, inner.height())
        if not state.saved_minor:
            self._draw(painter, left, self._total_label(state), 8, "muted", _LEFT)
            return
        upper = QRectF(left.left(), left.top(), left.width(), left.height() * 0.52)
        lower = QRectF(left.left(), upper.bottom(), left.width(), left.height() * 0.48)
        self._draw(painter, upper, self._total_label(state), 7, "muted", _LEFT)
        saved = self.tr("You save {0}").replace("{0}", formats.money(state.saved_minor, state.currency))
        self._draw(painter, lower, saved, 6, "ok", _LEFT, bold=True)

    def _total_label(self, state: CustomerState) -> str:
        return self.tr("To pay") if state.moment == "paying" else self.tr("Total")

    # --- before and after

    def _paint_idle(self, painter: QPainter, state: CustomerState) -> None:
        high, wide = float(self.height()), float(self.width())
        edge = self._unit(6)
        self._draw(
            painter, QRectF(edge, high * 0.26, wide - 2 * edge, high * 0.26), state.shop, 13, "text", _CENTRE, True
        )
        below = QRectF(edge, high * 0.54, wide - 2 * edge, high * 0.14)
        self._draw(painter, below, self.tr("Welcome"), 8, "muted", _CENTRE)

    def _paint_thanks(self, painter: QPainter, state: CustomerState) -> None:
        theme, high, wide = active(), float(self.height()), float(self.width())
        edge = self._unit(5)
        card = QRectF(edge, edge, wide - 2 * edge, high - 2 * edge)
        paint.box(painter, card, self._unit(4), theme.colour("ok_ground"), None, 0)
        given_back = state.change_minor > 0
        share = (0.2, 0.16, 0.3) if given_back else (0.34, 0.0, 0.0)
        top = card.top() + card.height() * 0.1
        title = QRectF(card.left(), top, card.width(), card.height() * share[0])
        self._draw(painter, title, self.tr("Thank you!"), 12, "ok", _CENTRE, bold=True)
        if given_back:
            label = QRectF(card.left(), title.bottom(), card.width(), card.height() * share[1])
            self._draw(painter, label, self.tr("Your change"), 7, "muted", _CENTRE)
            figure = QRectF(card.left(), label.bottom(), card.width(), card.height() * share[2])
            change = formats.money(state.change_minor, state.currency)
            self._draw(painter, figure, change, 22, "text", _CENTRE, bold=True)
        words = [state.footer.splitlines()[0]] if state.footer else []
        if state.saved_minor:
            words.insert(0, self.tr("You saved {0}").replace("{0}", formats.money(state.saved_minor, state.currency)))
        low = QRectF(
            card.left() + edge, card.bottom() - card.height() * 0.18, card.width() - 2 * edge, card.height() * 0.13
        )
        self._draw(painter, low, " · ".join(words), 5.5, "muted", _CENTRE)

    # --- letters

    def _unit(self, hundredths: float) -> float:
        """A share of the height."""
        return self.height() * hundredths / 100

    def _draw(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        hundredths: float,
        colour: str,
        flags: int,
        bold: bool = False,
    ) -> float:
        """Write one line of text; names are cut at the end, figures get smaller. Gives its width."""
        font = self._font(hundredths, bold)
        metrics = QFontMetricsF(font)
        if flags != _LEFT:
            while metrics.horizontalAdvance(text) > rect.width() > 0 and font.pixelSize() > 12:
                font.setPixelSize(font.pixelSize() - 1)
                metrics = QFontMetricsF(font)
            shown = text
        else:
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.setFont(font)
        painter.setPen(active().colour(colour))
        painter.drawText(rect, flags, shown)
        return metrics.horizontalAdvance(shown)

    def _font(self, hundredths: float, bold: bool) -> QFont:
        font = QFont(active().font("body", 700 if bold else 400))
        font.setPixelSize(max(12, round(self._unit(hundredths))))
        return font
