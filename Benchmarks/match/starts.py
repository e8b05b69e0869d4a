"""Starts a command many times, the last argument another number each time: starts.py COUNT COMMAND…

Prints the median and the greatest time from before the process is started until it has ended, its median processor
time, and the medians of what it prints as name<TAB>value. One start before the clock fills the page cache.
"""

import os
import statistics
import subprocess
import sys
import time


def start(command):
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    taken = (time.perf_counter() - begun) * 1e3
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    figures = dict(line.split("\t") for line in output.splitlines())
    figures["cold_ms"] = taken
    figures["cold_processor_ms"] = (usage.ru_utime + usage.ru_stime) * 1e3
    figures["cold_peak_megabytes"] = usage.ru_maxrss / 1024
    return {name: float(value) for name, value in figures.items()}


def main(count, command):
    start(command + ["0"])
    runs = [start(command + [str(number * 7)]) for number in range(count)]
    for name in runs[0]:
        print(f"{name}\t{statistics.median(run[name] for run in runs):.3f}")
    print(f"cold_max_ms\t{max(run['cold_ms'] for run in runs):.3f}")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
