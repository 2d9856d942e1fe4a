#!/usr/bin/env python3
"""Make the environment, then run, test or command Loket. Standard library only.

python3 dev.py run            the demo: web, worker, stand-in systems, on SQLite
python3 dev.py test [ARGS]    every check and test; ARGS go to pytest and then only the tests run
python3 dev.py check          the quick checks alone: format, lint, import rules, types
python3 dev.py loket ARGS     any command of Loket, e.g. `loket doctor`
python3 dev.py lock           write the lock files anew from pyproject.toml (needs uv)
"""

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST_PYTHON = (3, 11)
MEMORY = Path("/dev/shm")  # noqa: S108 a private folder is made in it
ROOM = 8 << 30  # bytes free there; containers often have none
QUICK_CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("lint-imports",),
    ("djlint", "templates", "--lint", "--quiet"),
    ("mypy",),
)


def main(arguments: list[str]) -> int:
    """Exit status of the asked-for command; 2 for a wrong call."""
    if sys.version_info < OLDEST_PYTHON:
        return fail(f"Loket needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    match arguments:
        case ["run", *rest]:
            return loket("demo", *rest)
        case ["loket", *rest]:
            return loket(*rest)
        case ["check"]:
            return check(environment("requirements-dev.lock"))
        case ["test"]:
            return everything(environment("requirements-dev.lock"))
        case ["test", *rest]:
            return tests(environment("requirements-dev.lock"), rest, for_tests())
        case ["lock"]:
            return lock()
        case _:
            print(__doc__, file=sys.stderr)
            return 2


def loket(*arguments: str) -> int:
    """Run one command of Loket in its environment; the demo stops cleanly on Ctrl-C."""
    python = environment("requirements.lock") / "python"
    # From whatever folder it is called: files named in ARGUMENTS are the caller's, the code ours.
    command = [str(python), "-P", "-m", "app", *arguments]
    found = {**os.environ, "PYTHONPATH": str(ROOT)}
    if os.name == "posix":
        sys.stdout.flush()
        os.execve(command[0], command, found)
    return subprocess.call(command, env=found)


def check(tools: Path) -> int:
    """The quick checks, cheapest first; all of them run, so that one look shows everything."""
    worst = 0
    for name, *arguments in QUICK_CHECKS:
        print(f"== {name} {' '.join(arguments)}", flush=True)
        worst = max(worst, subprocess.call([str(tools / name), *arguments], cwd=ROOT))
    return worst


def everything(tools: Path) -> int:
    """The quick checks, then the tests.

    The checks are busy on one core. Meanwhile another compiles what a hundred processes will read,
    and fits the classifier that half of the tests would wait for.
    """
    given = for_tests()
    with tempfile.TemporaryDirectory(prefix="loket-", dir=given.get("PYTEST_DEBUG_TEMPROOT")) as it:
        given["LOKET_TEST_CLASSIFIER"] = folder = str(Path(it) / "pengklasifikasi")
        fitting = {name: given[name] for name in ("PATH", "HOME") if name in given}
        fitting |= {"LOKET_CLASSIFIER_DIR": folder, "LOKET_DATA_DIR": it}
        beside = [
            unheard([str(tools / "python"), "-m", "pytest", "--collect-only", "-qq"], given),
            unheard([str(tools / "python"), "-m", "app", "train"], fitting),
        ]
        worst = check(tools)
        for each in beside:
            if worst:
                each.terminate()
            each.wait()
        return worst or tests(tools, [], given)


def unheard(command: list[str], given: dict[str, str]) -> "subprocess.Popen[bytes]":
    """Beside us; what fails there fails again, and aloud, in the tests."""
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=ROOT, env=given, stdout=quiet, stderr=quiet)


def tests(tools: Path, arguments: list[str], given: dict[str, str]) -> int:
    """pytest with everything it needs; `tests/conftest.py` closes with what was skipped and why.

    The whole suite runs side by side and must reach the coverage floor of pyproject.toml.
    """
    browser()
    # In the order of the folders: slow files last would keep one process busy alone.
    order = ["--dist", "loadfile", "--no-loadscope-reorder"]
    whole = ["-n", processes(), *order, "--cov", "--cov-report="]
    command = [str(tools / "python"), "-m", "pytest", *(arguments or whole)]
    return subprocess.call(command, cwd=ROOT, env=given)


def for_tests() -> dict[str, str]:
    """The environment of pytest: what is compiled is kept, and files that go soon need no disk."""
    given = {name: told for name, told in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
        # Thousands of small databases would each wait for the disk at every commit.
        given.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))
    return given


def processes() -> str:
    """Three more than cores, up to five: much of the time goes into waiting for servers."""
    return str(min(5, (os.cpu_count() or 1) + 3))


def browser() -> None:
    """Debian's Chromium, where the machine has none and lets us install it.

    The shell without windows first: the browser tests take a third less of the processor in it.
    """
    shell = "chromium-headless-shell"
    if any(shutil.which(name) for name in (shell, "chromium", "chromium-browser", "google-chrome")):
        return
    if not shutil.which("apt-get") or os.geteuid() != 0:
        print("No Chromium here: the browser tests will be listed as skipped.", file=sys.stderr)
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call(["apt-get", "update", "-qq"], env=quiet)
    for package in (shell, "chromium"):
        print(f"Installing it for the browser tests: apt-get install {package}", flush=True)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package]
        if subprocess.call(install, env=quiet, stdout=subprocess.DEVNULL) == 0:
            return


def environment(lockfile: str) -> Path:
    """The folder of executables of `.venv`, made or renewed when a lock file has changed."""
    venv = ROOT / ".venv"
    tools = venv / ("Scripts" if os.name == "nt" else "bin")
    wanted = hashlib.sha256((ROOT / lockfile).read_bytes()).hexdigest()
    stamp = venv / f"{lockfile}.sha256"
    everything = venv / "requirements-dev.lock.sha256"
    whole = hashlib.sha256((ROOT / "requirements-dev.lock").read_bytes()).hexdigest()
    # The development environment holds all that the product needs, at the same versions.
    if read(stamp) == wanted or read(everything) == whole:
        if not (tools / "loket").exists():
            script(tools)
        return tools
    print(f"Preparing the environment in .venv from {lockfile} (a minute, once)", flush=True)
    install(venv, tools, ROOT / lockfile)
    stamp.write_text(wanted, encoding="ascii")
    script(tools)
    return tools


def script(tools: Path) -> None:
    """The command `loket` of the environment; like pip's scripts it knows where it was made."""
    if os.name != "posix":
        return
    # Where a checkout lends its environment to another, the command is the lender's.
    home = tools.resolve()
    python, root = shlex.quote(str(home / "python")), shlex.quote(str(home.parents[1]))
    command = tools / "loket"
    command.write_text(f'#!/bin/sh\nPYTHONPATH={root} exec {python} -P -m app "$@"\n', "utf-8")
    command.chmod(0o755)


def install(venv: Path, tools: Path, lockfile: Path) -> None:
    """Locked packages with verified hashes, by uv where it is on the path, else by pip."""
    uv = shutil.which("uv")
    venv_options = ["--without-pip"] if uv else []
    if not (tools / "python").exists() and subprocess.call(
        [sys.executable, "-m", "venv", *venv_options, str(venv)]
    ):
        shutil.rmtree(venv, ignore_errors=True)
        sys.exit(fail("No venv could be made; on Debian: apt-get install python3-venv"))
    if uv:
        command = [
            uv,
            "pip",
            "sync",
            "--quiet",
            "--python",
            str(tools / "python"),
            "--require-hashes",
        ]
    else:
        command = [str(tools / "python"), "-m", "pip", "install", "--quiet"]
        command += ["--disable-pip-version-check", "--require-hashes"]
        if lockfile.name == "requirements-dev.lock":
            # Tests compile what they use, and much of it is never used.
            command += ["--no-compile"]
        command += ["-r"]
    if subprocess.call([*command, str(lockfile)]):
        sys.exit(fail(f"The packages of {lockfile.name} could not be installed; see above."))


def lock() -> int:
    """Both lock files, with hashes and without any registry host; development pins the same."""
    base = ["uv", "pip", "compile", "--universal", "--generate-hashes", "--no-header", "--quiet"]
    # With its extras kept a name is pinned for pip whichever package asks for the extra.
    base += ["--no-strip-extras", "--python-version", "3.11", "pyproject.toml"]
    return subprocess.call([*base, "-o", "requirements.lock"], cwd=ROOT) or subprocess.call(
        [*base, "--group", "dev", "-c", "requirements.lock", "-o", "requirements-dev.lock"],
        cwd=ROOT,
    )


def read(path: Path) -> str:
    return path.read_text(encoding="ascii") if path.exists() else ""


def fail(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
