"""The words of papers about money that customers pay in: English, Russian, German."""

PURSE_WORDS: dict[str, tuple[str, ...]] = {
    "paying_in": ("PAYMENT RECEIVED", "ПРИЁМ ПЛАТЕЖА", "ZAHLUNGSEINGANG"),
    "debt_before": ("Owed before", "Долг до оплаты", "Offen bisher"),
    "paid_in_account": ("Debt paid", "Долг оплачен", "Schuld bezahlt"),
    "debt_left": ("Still owed", "Остаток долга", "Noch offen"),
    "paid_in_credit": ("Into store credit", "На баланс", "Auf Guthaben"),
    "paid_together": ("To pay together", "К оплате вместе", "Zusammen zu zahlen"),
    "again_account": ("Owed again", "Долг восстановлен", "Wieder offen"),
    "again_credit": ("Out of store credit", "С баланса", "Vom Guthaben"),
    "pay_ins": ("Paid in, not in the turnover", "Внесено, не выручка", "Eingezahlt, kein Umsatz"),
}
