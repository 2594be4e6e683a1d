"""The design as rules that can fail: who imports whom, how code looks, what the tools say."""
