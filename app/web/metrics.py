"""Figures for whoever watches the processes, on the operations port alone.

Text of Prometheus, version 0.0.4. Nothing of a person or of one report is in it.
"""

from collections.abc import Iterable, Iterator, Mapping

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse

from app.store import extracts, opened, slots
from app.web.checks import checks_of
from app.web.deps import Now, TheSite
from app.web.site import Site

router = APIRouter()
_Labels = Mapping[str, object]


@router.get("/metrics", name="metrics")
def metrics(site: TheSite, now: Now) -> PlainTextResponse:
    """200 also when something is wrong: then `loket_check` says what."""
    checks = checks_of(site, now)
    parts = [
        _family("loket_check", "gauge", "1 where it is well", _checks(checks)),
        *_requests(site),
        *(_of_database(site, now) if checks["schema"] else ()),
    ]
    return PlainTextResponse("".join(parts), media_type="text/plain; version=0.0.4")


def _checks(checks: Mapping[str, bool]) -> Iterator[tuple[_Labels, float]]:
    for name, is_well in checks.items():
        yield {"check": name}, int(is_well)


def _requests(site: Site) -> Iterator[str]:
    so_far = [
        ({"method": method, "status": status}, count, seconds)
        for (method, status), (count, seconds) in site.traffic.so_far().items()
    ]
    counts = [(labels, count) for labels, count, _ in so_far]
    seconds = [(labels, spent) for labels, _, spent in so_far]
    yield _family("loket_http_requests_total", "counter", "Requests this process answered", counts)
    yield _family("loket_http_seconds_total", "counter", "Time they took, in seconds", seconds)


def _of_database(site: Site, now: Now) -> Iterator[str]:
    with site.database.read() as session:
        states = opened.by_state(session)
        beat, extract = slots.newest_beat(session), extracts.in_force(session)
    tickets = [({"state": state.value}, count) for state, count in states.items()]
    yield _family("loket_tickets_open", "gauge", "Reports not yet closed, by state", tickets)
    for name, what, since in (
        ("loket_worker_silence_seconds", "Since a worker's last sign of life", beat),
        (
            "loket_extract_age_seconds",
            "Age of the extract in force",
            extract and extract.extracted_at,
        ),
    ):
        ages: list[tuple[_Labels, float]] = [({}, (now - since).total_seconds())] if since else []
        yield _family(name, "gauge", what, ages)


def _family(name: str, kind: str, what: str, samples: Iterable[tuple[_Labels, float]]) -> str:
    lines = [f"# HELP {name} {what}.", f"# TYPE {name} {kind}"]
    for labels, value in samples:
        told = ",".join(f'{label}="{word}"' for label, word in labels.items())
        lines.append(f"{name}{{{told}}} {value}" if told else f"{name} {value}")
    return "\n".join(lines) + "\n"
