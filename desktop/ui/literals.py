"""Marks English literals that are translated later, where they are shown."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Give the text back. The name is the one that lupdate collects by; Qt's own is not typed as a text."""
    del context
    return text
