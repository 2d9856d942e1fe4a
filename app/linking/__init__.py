"""What tickets have in common: one report told twice, a follow-up's first report, a burst."""
