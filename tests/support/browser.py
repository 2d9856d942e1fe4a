"""A browser without scripts for tests; the one place that imports it."""

import warnings

with warnings.catch_warnings():
    # It would like another httpx; ours is the one the adapters use.
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

__all__ = ["TestClient"]
