"""The customer's window of a station: opened when there is something to sell and a setting asks for it."""

from PySide6.QtGui import QGuiApplication

from desktop.station import Station
from desktop.ui.customer_screen.placing import OFF, place
from desktop.ui.customer_screen.presenter import CustomerScreenPresenter
from desktop.ui.customer_screen.view import CustomerView
from desktop.ui.payment.presenter import PaymentPresenter
from desktop.ui.till.presenter import TillPresenter


class CustomerWindow:
    """Follows displays that come and go; there is no window at all while the setting is off."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self.view: CustomerView | None = None

    def follow(self, till: TillPresenter, payment: PaymentPresenter) -> None:
        """Show what these two say is in hand."""
        if self._station.loaded.settings.customer_screen == OFF:
            return
        presenter = CustomerScreenPresenter(self._station.terminal)
        till.changed.connect(presenter.follow_till)
        payment.changed.connect(presenter.follow_payment)
        self.view = CustomerView(presenter)
        presenter.setParent(self.view)
        presenter.follow_till(till.state)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._place)
            application.screenRemoved.connect(self._place)
        self._place()

    def close(self) -> None:
        """Close the window."""
        application = QGuiApplication.instance()
        if self.view is None or not isinstance(application, QGuiApplication):
            return
        application.screenAdded.disconnect(self._place)
        application.screenRemoved.disconnect(self._place)
        self.view.end()
        self.view.deleteLater()
        self.view = None

    def _place(self, *_: object) -> None:
        if self.view is not None:
            place(self.view, self._station.loaded.settings.customer_screen, QGuiApplication.primaryScreen())
