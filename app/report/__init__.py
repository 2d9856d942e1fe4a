"""Settled cases become figures."""
