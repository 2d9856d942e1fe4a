"""The rules themselves, chapter by chapter; `app.resolution.policy.book` binds them."""
