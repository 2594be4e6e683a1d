"""The look: tokens, palette, style sheet, font and icons."""
