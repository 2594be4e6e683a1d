"""Why does this cost something else today? It is written down, on the paper too."""

from desktop.ui import formats
from desktop.ui.till.reason_sheet import Question, ReasonSheet
from desktop.ui.till.till_rows import AskReason, TillState


class PriceSheet(ReasonSheet):
    """Follows the state: it opens when a typed price needs its reason."""

    def follow(self, state: TillState, before: TillState) -> None:
        """Open for a price that needs a reason."""
        line = state.line(state.prompt.line_id) if isinstance(state.prompt, AskReason) else None
        if line is None or state.cart is None or state.prompt is before.prompt:
            return
        assert isinstance(state.prompt, AskReason)
        price = formats.price(state.prompt.price_e4, state.cart.currency)
        usual = (self.tr("Price on the shelf"), self.tr("Damaged"), self.tr("Agreed"))
        hint = self.tr("{0} instead of {1}. It is written down who set the price and why.")
        hint = hint.replace("{0}", price).replace("{1}", formats.price(line.price_e4, state.cart.currency))
        self.ask_why(Question(line.name, hint, self.tr("Another reason"), self.tr("Set the price"), usual))
