"""Colleagues at one ticket: what they saw, what they prepare, what they put together or apart."""
