"""The customer's window of a station: there while a setting asks for it, on its display while that is there."""

from PySide6.QtGui import QGuiApplication

from desktop.station import Station
from desktop.ui.customer_screen.placing import OFF, place
from desktop.ui.customer_screen.presenter import CustomerScreenPresenter
from desktop.ui.customer_screen.view import CustomerView
from desktop.ui.payment.presenter import PaymentPresenter
from desktop.ui.till.presenter import TillPresenter


class CustomerWindow:
    """`follow` says whose ticket it shows, `renew` takes the setting as it is now."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._followed: tuple[TillPresenter, PaymentPresenter] | None = None
        self.view: CustomerView | None = None

    def follow(self, till: TillPresenter, payment: PaymentPresenter) -> None:
        """Show what these two say is in hand."""
        self._followed = (till, payment)
        self.renew()

    def renew(self) -> None:
        """Open, place or close the window, as the setting says now."""
        if self._station.loaded.settings.customer_screen == OFF:
            self.close()
        elif self.view is None and self._followed is not None:
            self._open(*self._followed)
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

    def _open(self, till: TillPresenter, payment: PaymentPresenter) -> None:
        presenter = CustomerScreenPresenter(self._station.terminal)
        self.view = CustomerView(presenter)
        presenter.setParent(self.view)
        till.changed.connect(presenter.follow_till)
        payment.changed.connect(presenter.follow_payment)
        presenter.follow_till(till.state)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._place)
            application.screenRemoved.connect(self._place)

    def _place(self, *_: object) -> None:
        if self.view is not None:
            place(self.view, self._station.loaded.settings.customer_screen, QGuiApplication.primaryScreen())
