"""Runs a command and tells what it took: wall and processor seconds, and the peak of its anonymous memory."""
import os
import subprocess
import sys
import tempfile
import threading
import time

INTERVAL = 0.02


def anonymous(pid):
    """Resident anonymous memory of a process and of what it started, in KiB."""
    try:
        with open(f"/proc/{pid}/status", encoding="ascii", errors="replace") as status:
            own = next((int(line.split()[1]) for line in status if line.startswith("RssAnon")), 0)
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as children:
            return own + sum(anonymous(int(child)) for child in children.read().split())
    except (FileNotFoundError, ProcessLookupError):
        return 0


def run(command):
    """Wall seconds, processor seconds, peak anonymous MiB and standard output of a command.

    A failure ends the program. Exit status 1 or 2 with a report counts as success: records were refused,
    or a file could not be read.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=output, stderr=errors)
        peak, over = [0], threading.Event()

        def sample():
            while not over.is_set():
                peak[0] = max(peak[0], anonymous(process.pid))
                over.wait(INTERVAL)

        sampler = threading.Thread(target=sample)
        sampler.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        over.set()
        sampler.join()
        output.seek(0)
        told = output.read().decode(errors="replace")
        if process.returncode != 0 and not (process.returncode in (1, 2) and told.startswith("{")):
            errors.seek(0)
            sys.exit(f"failed ({process.returncode}): {command}\n{errors.read().decode(errors='replace')[-2000:]}")
        return wall, usage.ru_utime + usage.ru_stime, peak[0] / 1024, told
