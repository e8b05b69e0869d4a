"""Prints the figures that the runs left in FOLDER as Markdown: table.py FOLDER

CORPUS.ENGINE.tsv holds speeds, CORPUS.ENGINE.hits hits, quality.tsv qualities; what is missing is left out.
"""

import os
import sys

FOLDER = sys.argv[1]
CORPORA = {"legal": "French codes", "ted": "tender notices", "generated": "generated"}
ENGINES = {
    "passerelle": "Passerelle",
    "passerelle-2": "Passerelle, 2 threads",
    "tantivy": "Tantivy",
    "tantivy-segments": "Tantivy, heap of 15 MB",
    "fts5": "SQLite FTS5",
    "bm25s-numba": "bm25s, numba",
    "bm25s-numpy": "bm25s, numpy",
    "naive": "naive",
}
COLUMNS = [
    ("segments", "segments", 0),
    ("index_megabytes_per_second", "index, MB/s", 1),
    ("index_processor_seconds", "processor, s", 1),
    ("growth_megabytes", "memory, MB", 0),
    ("index_bytes", "size, MB", 1),
    ("or_per_second", "OR/s", 0),
    ("or_p99_us", "p99, µs", 0),
    ("and_per_second", "AND/s", 0),
    ("and_p99_us", "p99, µs", 0),
    ("phrase_per_second", "phrases/s", 0),
    ("phrase_p99_us", "p99, µs", 0),
    ("or_parsed_per_second", "OR with parsing/s", 0),
    ("add_seconds", "add 1,000, ms", 0),
]
SCALES = {"index_bytes": 1e-6, "add_seconds": 1e3}
# Figure, title, sign of the aim, factor: ours against Tantivy's of the same corpus.
AIMS = [
    ("index_megabytes_per_second", "index, MB/s, one thread", ">=", 4),
    # Shown without an aim: hardly touched by other programs, but Tantivy's counts the thread that feeds it.
    ("index_megabytes_per_processor_second", "index, MB/processor second", "", None),
    ("or_per_second", "top-10 OR, queries/s", ">=", 2),
    ("and_per_second", "top-10 AND, queries/s", ">=", 2),
    ("phrase_per_second", "phrase, queries/s", ">=", 1),
    ("or_p99_us", "OR, p99, µs", "<", 1),
    ("and_p99_us", "AND, p99, µs", "<", 1),
    ("phrase_p99_us", "phrase, p99, µs", "<", 1),
    ("index_bytes", "index size, MB", "<=", 1.2),
]
MEASURES = {"ndcg@10": 3, "mrr@10": 4}


def load(path):
    with open(path, encoding="utf-8") as lines:
        pairs = (line.rstrip("\n").split("\t") for line in lines)
        figures = {pair[0]: float(pair[1]) for pair in pairs if len(pair) == 2}
    if figures.get("index_processor_seconds"):
        rate = figures["text_megabytes"] / figures["index_processor_seconds"]
        figures["index_megabytes_per_processor_second"] = rate
    return figures


runs = {
    corpus: {
        engine: load(os.path.join(FOLDER, f"{corpus}.{engine}.tsv"))
        for engine in ENGINES
        if os.path.exists(os.path.join(FOLDER, f"{corpus}.{engine}.tsv"))
    }
    for corpus in CORPORA
}


def row(*cells):
    print("| " + " | ".join(map(str, cells)) + " |")


def heading(*cells):
    row(*cells)
    print("|---" * len(cells) + "|")


def speeds(corpus, engines):
    one = next(iter(engines.values()))
    print(f"\n{CORPORA[corpus].capitalize()}: {one['documents']:,.0f} documents, {one['text_megabytes']:,.1f} MB.\n")
    heading("", *(title for _, title, _ in COLUMNS))
    for engine, run in engines.items():
        cells = (
            f"{run[key] * SCALES.get(key, 1):,.{digits}f}" if key in run else "–" for key, _, digits in COLUMNS
        )
        row(ENGINES[engine] + (" (the naive engine stands in)" if "stand_in" in run else ""), *cells)


def verdict(value, sign, limit):
    held = {">=": value >= limit, "<=": value <= limit, "<": value < limit}[sign]
    return "pass" if held else "FAIL"


def aims():
    print("\nAims.\n")
    heading("what", "corpus", "Passerelle", "Tantivy", "ratio", "aim", "")
    for corpus, engines in runs.items():
        ours, peer = engines.get("passerelle"), engines.get("tantivy")
        if ours and "stand_in" in ours:
            print(f"| **{CORPORA[corpus]}: not the product, the naive engine stands in** | | | | | | |")
        if ours and peer:
            for key, title, sign, factor in AIMS:
                if key not in ours or not peer.get(key):
                    continue
                ratio, scale = ours[key] / peer[key], SCALES.get(key, 1)
                aim = (f"{sign} {factor} ×", verdict(ratio, sign, factor)) if factor else ("", "")
                row(title, CORPORA[corpus], f"{ours[key] * scale:,.1f}", f"{peer[key] * scale:,.1f}",
                    f"{ratio:.2f} ×", *aim)
        if ours and "add_seconds" in ours:
            there = f"{peer['add_seconds']:.3f} s" if peer else "–"
            aim = ("< 1 s", verdict(ours["add_seconds"], "<", 1)) if ours["documents"] >= 500_000 else ("", "")
            row(f"add 1,000 to {ours['documents']:,.0f}, committed and found", CORPORA[corpus],
                f"{ours['add_seconds']:.3f} s", there, "", *aim)
        if ours and "reader_during_merge_max_us" in ours:
            # A reader that waited for the merge would wait for most of it; a busy machine costs tens of ms.
            limit = max(50_000, 10 * ours["reader_alone_max_us"])
            row(f"slowest search during a merge of {ours['merge_seconds']:.2f} s (alone "
                f"{ours['reader_alone_max_us'] / 1e3:.1f} ms)", CORPORA[corpus],
                f"{ours['reader_during_merge_max_us'] / 1e3:.1f} ms", "", "", f"< {limit / 1e3:.0f} ms",
                verdict(ours["reader_during_merge_max_us"], "<", limit))
            row(f"p99 during it (alone {ours['reader_alone_p99_us']:.0f} µs)", CORPORA[corpus],
                f"{ours['reader_during_merge_p99_us']:.0f} µs", "", "", "", "")


def hits(path):
    with open(path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    return {(kind, place): (count, set(ids.split(",")) - {""}) for kind, place, count, ids in rows}


def agreement():
    """How far two engines find the same: analyses differ a little, so this is a check, not an aim."""
    first = True
    for corpus in CORPORA:
        paths = [os.path.join(FOLDER, f"{corpus}.{engine}.hits") for engine in ("passerelle", "tantivy")]
        if not all(map(os.path.exists, paths)):
            continue
        ours, peer = map(hits, paths)
        if first:
            print("\nThe same work as Tantivy? 300 queries of a kind.\n")
            heading("corpus", "kind", "same number of matches", "first ten in common")
            first = False
        for kind in ("or", "and", "phrase"):
            keys = [key for key in ours if key[0] == kind and key in peer]
            if keys:
                same = sum(ours[key][0] == peer[key][0] for key in keys) / len(keys)
                shared = [
                    len(ours[key][1] & peer[key][1]) / max(1, len(ours[key][1] | peer[key][1])) for key in keys
                ]
                row(CORPORA[corpus], kind, f"{same:.1%}", f"{sum(shared) / len(shared):.1%}")


def qualities(path):
    with open(path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")][1:]
    names = list(dict.fromkeys(row[1] for row in rows))
    print("\nQuality: each peer with its better setting; in brackets the best that any of its settings reaches.\n")
    heading("collection", "measure", *names, "aim", "")
    for collection in dict.fromkeys(row[0] for row in rows):
        measure = "mrr@10" if collection == "piaf-fr" else "ndcg@10"
        best, top = {}, {}
        for name, figures in ((r[1], r) for r in rows if r[0] == collection):
            value = float(figures[MEASURES[measure]])
            top[name] = max(top.get(name, 0), value)
            if figures[6] == "1":
                best[name] = value
        cells = [f"{best[n]:.4f}" + (f" ({top[n]:.4f})" if top[n] > best[n] else "") for n in names if n in best]
        # FTS5 has no French stemmer and is shown only.
        others = [best[name] for name in names if name not in ("passerelle", "fts5") and name in best]
        sign, passed = ("> each" if measure == "mrr@10" else "≥ each"), ""
        if "passerelle" in best and others:
            ours = best["passerelle"]
            passed = "pass" if (ours > max(others) if measure == "mrr@10" else ours >= max(others)) else "FAIL"
        row(collection, measure, *cells, sign, passed)


for corpus, engines in runs.items():
    if engines:
        speeds(corpus, engines)
if any(runs.values()):
    aims()
    agreement()
if os.path.exists(os.path.join(FOLDER, "quality.tsv")):
    qualities(os.path.join(FOLDER, "quality.tsv"))
