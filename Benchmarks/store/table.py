"""Prints one Markdown table of the figures that the runs left in FOLDER/*.tsv, with ratios to each peer."""

import os
import sys

NAMES = {
    "ours-off": "Passerelle, statements by version only",
    "ours-on": "Passerelle, with its seven read orders",
    "python-off": "Python sqlite3, primary order only",
    "python-on": "Python sqlite3, four orders",
    "oxigraph": "pyoxigraph (all its orders)",
}
COLUMNS = [
    ("load_per_second", "load, quads/s"),
    ("load_per_processor_second", "load, quads/processor second"),
    ("bytes_per_quad", "file, bytes/quad"),
    ("scan_per_second", "full scan, quads/s"),
    ("subjects_per_second", "by subject, look-ups/s"),
    ("peak_megabytes", "peak memory, MB"),
]

runs = {}
for name in NAMES:
    path = os.path.join(sys.argv[1], name + ".tsv")
    if os.path.exists(path):
        with open(path, encoding="utf-8") as lines:
            runs[name] = {key: float(value) for key, value in (line.split("\t") for line in lines)}


def cell(run, key):
    return f"{run[key]:,.0f}" if key in run else "–"


def ratio(ours, peer, key):
    return f"{runs[ours][key] / runs[peer][key]:.2f} ×" if key in runs[ours] and key in runs[peer] else "–"


print("| | quads | " + " | ".join(title for _, title in COLUMNS) + " |")
print("|---" * (len(COLUMNS) + 2) + "|")
for name, run in runs.items():
    print(f"| {NAMES[name]} | {cell(run, 'quads')} | " + " | ".join(cell(run, key) for key, _ in COLUMNS) + " |")
for ours, peer in [("ours-off", "python-off"), ("ours-on", "python-on"), ("ours-on", "oxigraph")]:
    if ours in runs and peer in runs:
        cells = " | ".join(ratio(ours, peer, key) for key, _ in COLUMNS)
        print(f"| *{NAMES[ours]} ÷ {NAMES[peer]}* | | {cells} |")
