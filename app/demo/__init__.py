"""The invented world of the demo: schools, people, accounts, and what they write."""
