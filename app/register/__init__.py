"""The register of records inside our own database: nightly extracts, and answers from them."""
