"""Paper: layouts, pictures and the codes on them."""
