"""One act on many tickets: foreseen, done one after the other, taken back together."""
