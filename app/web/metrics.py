"""Figures for whoever watches the processes, on the operations port alone.

In the text format of Prometheus. Nothing of a person or of one report is in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from fastapi import APIRouter
from fastapi.responses import Response
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from app.store import extracts, opened, slots
from app.web.checks import checks_of
from app.web.deps import Now, TheSite
from app.web.site import Site

router = APIRouter()


@router.get("/metrics", name="metrics")
def metrics(site: TheSite, now: Now) -> Response:
    """200 also when something is wrong: then `loket_check` says what."""
    asked = CollectorRegistry()
    asked.register(_Asked(site, now))
    text = generate_latest(asked) + generate_latest(site.traffic.registry)
    return Response(text, media_type=CONTENT_TYPE_PLAIN_0_0_4)


@dataclass(frozen=True, slots=True, eq=False)  # the registry knows it by what it is
class _Asked(Collector):
    """What is looked up when it is asked for."""

    site: Site
    now: datetime

    def collect(self) -> Iterator[Metric]:
        checks = checks_of(self.site, self.now)
        well = GaugeMetricFamily("loket_check", "1 where it is well", labels=["check"])
        for name, is_well in checks.items():
            well.add_metric([name], int(is_well))
        yield well
        if checks["schema"]:
            yield from self._of_database()

    def _of_database(self) -> Iterator[Metric]:
        with self.site.database.read() as session:
            states = opened.by_state(session)
            beat, extract = slots.newest_beat(session), extracts.in_force(session)
        waiting = GaugeMetricFamily("loket_tickets_open", "Reports not closed", labels=["state"])
        for state, count in states.items():
            waiting.add_metric([state.value], count)
        yield waiting
        yield self._age("loket_worker_silence_seconds", "Since a worker's last sign of life", beat)
        extracted = extract.extracted_at if extract else None
        yield self._age("loket_extract_age_seconds", "Age of the extract in force", extracted)

    def _age(self, name: str, what: str, since: datetime | None) -> Metric:
        """Without a value where there is nothing that could be old."""
        family = GaugeMetricFamily(name, what)
        if since is not None:
            family.add_metric([], (self.now - since).total_seconds())
        return family
