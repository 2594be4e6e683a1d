from tests.core import manager, terminal

__all__ = ["manager", "terminal"]
