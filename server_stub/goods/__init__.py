"""Goods, shops and places: written in one way, imported from files, sown for a demonstration."""
