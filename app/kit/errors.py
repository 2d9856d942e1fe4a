"""Expected refusals: each carries its HTTP status and the id of its sentence."""


class Refusal(Exception):
    """Something a person may not do or asked wrongly; rendered in `app/web/errors.py`.

    `key` names the sentence in `app/web/labels.py`; `status` is the HTTP status.
    """

    status = 409
    key = "refused"

    def __init__(self, **details: str) -> None:
        super().__init__(self.key)
        self.details = details


class NotFound(Refusal):
    """There is no such thing, or it is not yours to see."""

    status = 404
    key = "not_found"
