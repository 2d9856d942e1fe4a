"""Addresses that their owner recognises and a stranger learns little from."""


def mail(address: str) -> str:
    """`s•••@contoh.example`; "" for what is no address."""
    local, at, domain = address.partition("@")
    return f"{local[:1]}•••@{domain}" if at else ""
