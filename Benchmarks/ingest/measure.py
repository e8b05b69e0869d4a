"""Runs commands in turn, several rounds, and prints medians and the ratio to the first one as Markdown."""
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time


def run(command):
    """Wall seconds, processor seconds and peak memory in MiB of one process."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit("failed: %s\n%s" % (command, process.stderr.read().decode()))
    process.stderr.close()
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    """Measures the loader, a first ingestion and a second one of the same folder."""
    passerelle, folder, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
    loader = str(pathlib.Path(__file__).with_name("python_loader.py"))
    rows = {"Python json + sqlite3": [], "passerelle ingest, first": [], "passerelle ingest, second": []}
    for _ in range(rounds):
        scratch = tempfile.mkdtemp()
        workspace = scratch + "/workspace"
        ingest = [passerelle, "ingest", "--quiet", "--workspace", workspace, folder]
        rows["Python json + sqlite3"].append(run([sys.executable, loader, scratch + "/plain.sqlite", folder]))
        rows["passerelle ingest, first"].append(run(ingest))
        rows["passerelle ingest, second"].append(run(ingest))
        report = json.loads(pathlib.Path(workspace, "reports", "run-000001.json").read_text())
        shutil.rmtree(scratch)
    size = sum(path.stat().st_size for path in pathlib.Path(folder).glob("*.json")) / 1e6
    print("%.1f MB, %d records, %d statements, %d documents; %d rounds\n" % (
        size, report["records"]["in"], report["statements"], report["documents"], rounds))
    print("| what | wall s (min–max) | processor s | peak MiB | wall to Python's |")
    print("|---|---|---|---|---|")
    base = statistics.median(row[0] for row in rows["Python json + sqlite3"])
    for name, figures in rows.items():
        walls = [row[0] for row in figures]
        print("| %s | %.2f (%.2f–%.2f) | %.2f | %.0f | %.2f |" % (
            name, statistics.median(walls), min(walls), max(walls),
            statistics.median(row[1] for row in figures), max(row[2] for row in figures),
            statistics.median(walls) / base))


if __name__ == "__main__":
    main()
