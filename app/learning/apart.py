"""A training in a process of its own: the memory and core it needs are not the worker's."""

import subprocess
import sys

from app.settings import Settings, process_environment

_WITHIN_SECONDS = 15 * 60


def fit(settings: Settings, training_id: int) -> bool:
    """False where it came to no end, or to a bad one."""
    environment = process_environment(
        database_url=settings.database_url,
        data_dir=str(settings.data_dir.absolute()),
        classifier_dir=str(settings.classifier.absolute()),
    )
    command = [sys.executable, "-m", "app", "train", "--row", str(training_id)]
    try:
        done = subprocess.run(  # noqa: S603 - our own program, a number
            command,
            env=environment,
            check=False,
            timeout=_WITHIN_SECONDS,
            stdout=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0
