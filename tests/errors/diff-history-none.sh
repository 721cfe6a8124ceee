# A history of nothing.
recap-diff --history
