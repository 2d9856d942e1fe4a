"""Serve an ASGI application on a free port of the loopback for the length of a test."""

import socket

from app.standin.serving import serving

__all__ = ["free_port", "serving"]


def free_port() -> int:
    """A port of the loopback where nothing listens just now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
