"""Helpers that know nothing about tickets."""
