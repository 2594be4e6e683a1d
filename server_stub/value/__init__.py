"""Gift certificates: the ledger that sales write, holds for tills that ask, cases for what is overspent."""
