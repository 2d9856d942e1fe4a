"""A warm process that forks a Loket on each order: modules and classifier are loaded once.

    python -m tests.support.kills.nursery CLASSIFIER_FOLDER

An order is a line of JSON on standard input; answered by a line with the child's process id
and, when it has ended, a line with its wait status.
"""

import json
import os
import sys
import traceback
from pathlib import Path

from app.reading.reader import Reader
from tests.support.kills import life


def main() -> None:
    reader = Reader.load(Path(sys.argv[1]))
    print("hangat", flush=True)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _live(line, reader)
        print(child, flush=True)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _live(line: str, reader: Reader) -> None:
    """Never returns: nothing of the mother's may run twice."""
    try:
        order = life.Order(**json.loads(line))
        sink = os.open(order.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(sink, 1)
        os.dup2(sink, 2)
        life.live(order, reader)
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    main()
