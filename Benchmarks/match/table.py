"""Prints the figures that the runs left in FOLDER as Markdown: table.py FOLDER"""

import os
import sys

FOLDER = sys.argv[1]
LANGUAGES = {"fr": "French", "pt": "Portuguese"}
ROWS = [
    ("awards", "awards", 0, None),
    ("vendors", "vendors", 0, None),
    ("build_seconds", "index and catalogue built, s", 0, None),
    ("text_megabytes", "text index, MB", 0, None),
    ("catalogue_megabytes", "catalogue, MB", 1, None),
    ("cold_ms", "cold start, whole process, ms (median)", 0, 300),
    ("cold_max_ms", "… the slowest", 0, None),
    ("cold_processor_ms", "… processor time of the process, ms", 0, None),
    ("open_catalogue_ms", "… opening and checking the catalogue", 1, None),
    ("open_index_ms", "… opening the text index", 1, None),
    ("read_places_ms", "… reading the places of the ontology", 1, None),
    ("read_models_ms", "… reading the two models", 1, None),
    ("make_matcher_ms", "… making the matcher, with the checks of the text index", 1, None),
    ("first_answer_ms", "… the first answer", 1, None),
    ("short_p50_ms", "short need, warm, p50, ms", 1, None),
    ("short_p95_ms", "short need, warm, p95, ms", 1, 50),
    ("short_p99_ms", "short need, warm, p99, ms", 1, None),
    ("short_p50_processor_ms", "short need, processor time, p50, ms", 1, None),
    ("short_p95_processor_ms", "short need, processor time, p95, ms", 1, None),
    ("short_hit10", "short need, hit@10", 3, None),
    ("long_p50_ms", "long need (12 kB), warm, p50, ms", 1, None),
    ("long_p95_ms", "long need (12 kB), warm, p95, ms", 1, 50),
    ("long_p99_ms", "long need (12 kB), warm, p99, ms", 1, None),
    ("long_p50_processor_ms", "long need (12 kB), processor time, p50, ms", 1, None),
    ("long_p95_processor_ms", "long need (12 kB), processor time, p95, ms", 1, None),
    ("long_hit10", "long need, hit@10", 3, None),
    ("batch_1_per_second", "needs a second, one thread", 0, None),
    ("batch_2_per_second", "needs a second, two threads", 0, None),
    ("batch_2_seconds", "1,000 needs on two threads, s", 1, None),
    ("batch_1_processor_seconds", "… processor time on one thread, s", 1, None),
    ("batch_2_processor_seconds", "… processor time on two threads, s", 1, None),
    ("own_megabytes", "memory of its own, MB", 0, None),
    ("resident_megabytes", "memory with mapped files, MB", 0, None),
]


def load(name):
    path = os.path.join(FOLDER, name)
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as lines:
        return {key: float(value) for key, value in (line.rstrip("\n").split("\t") for line in lines)}


def row(*cells):
    print("| " + " | ".join(map(str, cells)) + " |")


for language, title in LANGUAGES.items():
    ours, peer = load(language + ".passerelle.tsv"), load(language + ".tantivy.tsv")
    if not ours:
        continue
    print(f"\n{title}.\n")
    row("", "Passerelle", "Tantivy, nearest awards", "aim", "")
    print("|---" * 5 + "|")
    for key, label, digits, aim in ROWS:
        if key not in ours:
            continue
        there = f"{peer[key]:,.{digits}f}" if key in peer else "–"
        verdict = ("pass" if ours[key] < aim else "FAIL") if aim else ""
        row(label, f"{ours[key]:,.{digits}f}", there, f"< {aim}" if aim else "", verdict)
