"""What an error of the Directory API means for the one who asked; words for people Indonesian."""

import json

from app.resolution.ports import AdminRefused, AdminUnavailable

_BUSY = frozenset({"quotaExceeded", "rateLimitExceeded", "userRateLimitExceeded"})
_SPENT_FOR_TODAY = "dailyLimitExceeded"
_AN_HOUR, _A_DAY = 3600.0, 86_400.0


class Refused(AdminRefused):
    """An AdminRefused that remembers its HTTP status."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


class Uncertain(Exception):
    """Worth another try. `may_be_done` where the act may nevertheless have been carried out.

    `retry_after` is how many seconds the directory asks for, None where it does not say.
    """

    def __init__(
        self, sentence: str, *, may_be_done: bool = False, retry_after: float | None = None
    ) -> None:
        super().__init__(sentence)
        self.may_be_done = may_be_done
        self.retry_after = retry_after


def judged(
    status: int, text: str, *, claims_address: bool, retry_after: str | None = None
) -> Refused | Uncertain | AdminUnavailable:
    """The meaning of an answer that is not 2xx; `retry_after` is that header.

    `claims_address`: the request gives an address to a user, so that a 409 duplicate is an
    answer to it; elsewhere 409 only says that the user is being changed just now.
    """
    reason, message = _reason(text)
    if busy := _busy(status, reason, _seconds(retry_after)):
        return busy
    if status == 401:
        return AdminUnavailable("Direktori akun tidak menerima akun layanan Loket.")
    if not reason or (status == 404 and reason != "notFound"):
        # Not the directory's own words: a proxy, or a wrong base address, says nothing of accounts.
        return AdminUnavailable(f"Jawaban direktori akun tidak terbaca ({status}).")
    if sentence := _unfinished(status, reason, claims_address=claims_address):
        return Uncertain(sentence)
    return Refused(status, _sentence(status, reason, message))


def _busy(
    status: int, reason: str, retry_after: float | None
) -> Uncertain | AdminUnavailable | None:
    """Too much was asked of it, or it is ill. A quota of the day is not back within seconds."""
    if status == 403 and reason == _SPENT_FOR_TODAY:
        sentence = "Kuota harian direktori akun sudah habis."
        return AdminUnavailable(sentence, retry_after=retry_after or _AN_HOUR)
    if status == 429 or (status == 403 and reason in _BUSY):
        sentence = f"Kuota direktori akun sedang habis ({reason})."
        return Uncertain(sentence, retry_after=retry_after)
    if status >= 500:
        sentence = f"Direktori akun sedang terganggu ({status})."
        return Uncertain(sentence, may_be_done=True, retry_after=retry_after)
    return None


def _seconds(text: str | None) -> float | None:
    """Retry-After as seconds, at most a day; None when absent or a date, which it never sends.

    Whoever answers for the directory must not put a change off for years.
    """
    try:
        return min(max(0.0, float(text)), _A_DAY) if text else None
    except ValueError:
        return None


def _unfinished(status: int, reason: str, *, claims_address: bool) -> str:
    """Why a moment's waiting may help; "" where it will not."""
    if (status, reason) == (412, "conditionNotMet"):
        return "Direktori belum selesai membuat akun."
    if status == 409 and not (claims_address and reason == "duplicate"):
        return "Akun sedang diubah di direktori."
    return ""


def _sentence(status: int, reason: str, message: str) -> str:
    match status, reason:
        case 403, _:
            return "Akun layanan Loket tidak berwenang melakukan ini di direktori."
        case 404, _ if "domain" in message.lower():
            return "Domain alamat itu tidak dikenal direktori."
        case 404, _:
            return "Akun itu tidak ditemukan di direktori."
        case 409, _:
            return "Alamat itu sudah dipakai akun lain di direktori."
        case 412, "limitExceeded":
            return "Batas jumlah di direktori sudah tercapai."
        case _:
            return f"Direktori menolak permintaan ini ({status} {reason}: {message[:120]})."


def _reason(text: str) -> tuple[str, str]:
    """Machine-readable reason and message; empty where the body is not as published."""
    try:
        error = json.loads(text)["error"]
        first = error["errors"][0]
        return str(first.get("reason", "")), str(error.get("message", ""))
    except (ValueError, LookupError, TypeError, AttributeError):
        return "", ""
