"""Labels of goods: chosen by scan, category or a changed price, looked at, printed."""
