#!/usr/bin/env python3
"""Splink with its usual settings on the labelled pairs that `passerelle evaluate resolve` is measured on.

Usage: peers.py SUITES_FOLDER EXTRACTED_ER_MAGELLAN_FOLDER
Each labelled pair is scored by Splink (DuckDB, link of two tables, Jaro-Winkler levels for texts, exact match for
years; u by random sampling, m by expectation maximisation). F1 at match probability 0.5 and at the best threshold of
the test file itself (a gift to the peer). Needs splink, pandas.
"""
import csv, logging, sys, time, warnings

import pandas as pd
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

warnings.filterwarnings("ignore")
logging.getLogger("splink").setLevel(logging.ERROR)


def fields(text):
    out = {}
    for part in (" " + text).split(" COL ")[1:]:
        name, _, value = (part + " ").partition(" VAL ")
        out[name.strip()] = value.strip() or None
    return out


def f1_of(scored, positives, threshold):
    hits = sum(1 for s, y in scored if s >= threshold and y)
    taken = sum(1 for s, _ in scored if s >= threshold)
    return 2 * hits / max(1, taken + positives)


def report(name, scored, positives, started):
    best = max((f1_of(scored, positives, t / 100), t / 100) for t in range(1, 100))
    print(f"{name}\tF1@0.5 {f1_of(scored, positives, .5):.4f}\tbest F1 {best[0]:.4f} at {best[1]}\t{time.time() - started:.0f} s", flush=True)


def pairs(name, path):
    started = time.time()
    lefts, rights, labels = [], [], []
    for number, line in enumerate(open(path, encoding="utf-8")):
        left, right, label = line.rstrip("\n").split("\t")
        lefts.append({"unique_id": number, "pair": number, **fields(left)})
        rights.append({"unique_id": number, "pair": number, **fields(right)})
        labels.append(label.strip() == "1")
    columns = [c for c in lefts[0] if c not in ("unique_id", "pair")]
    comparisons = []
    for c in columns:
        if c in ("year",):
            comparisons.append(cl.ExactMatch(c))
        elif c == "price":
            comparisons.append(cl.ExactMatch(c))
        else:
            comparisons.append(cl.JaroWinklerAtThresholds(c, [0.92, 0.88, 0.7]))
    settings = SettingsCreator(link_type="link_only", comparisons=comparisons,
                               blocking_rules_to_generate_predictions=[block_on("pair")], retain_matching_columns=False)
    a, b = pd.DataFrame(lefts), pd.DataFrame(rights)
    api = DuckDBAPI()
    linker = Linker([api.register(a), api.register(b)], settings, log_level="ERROR")
    linker.training.estimate_probability_two_random_records_match([block_on(columns[0])], recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (block_on(columns[0]), block_on(columns[1])):
        try:
            linker.training.estimate_parameters_using_expectation_maximisation(rule)
        except Exception as problem:
            print(name, "training pass left out:", str(problem)[:80])
    frame = linker.inference.predict(threshold_match_probability=0).as_pandas_dataframe()
    scores = dict(zip(frame["unique_id_l"], frame["match_probability"]))
    report(name, [(scores.get(i, 0.0), y) for i, y in enumerate(labels)], sum(labels), started)


def febrl(name, paths):
    started = time.time()
    rows = []
    for path in paths:
        for row in csv.DictReader(open(path, encoding="utf-8"), skipinitialspace=True):
            rows.append({k.strip(): (v or "").strip() or None for k, v in row.items()})
    frame = pd.DataFrame(rows).rename(columns={"rec_id": "unique_id"})
    true = frame["unique_id"].str.split("-").str[1]
    positives = int((true.value_counts() * (true.value_counts() - 1) // 2).sum())
    comparisons = [
        cl.NameComparison("given_name"), cl.NameComparison("surname"),
        cl.LevenshteinAtThresholds("date_of_birth", [1, 2]), cl.LevenshteinAtThresholds("soc_sec_id", [1, 2]),
        cl.LevenshteinAtThresholds("postcode", [1]), cl.JaroWinklerAtThresholds("address_1", [0.9, 0.7]),
        cl.ExactMatch("street_number"), cl.JaroWinklerAtThresholds("suburb", [0.9])]
    rules = [block_on("given_name", "surname"), block_on("date_of_birth"), block_on("soc_sec_id"),
             block_on("postcode", "street_number"), block_on("suburb", "surname"), block_on("address_1")]
    settings = SettingsCreator(link_type="dedupe_only", comparisons=comparisons,
                               blocking_rules_to_generate_predictions=rules, retain_matching_columns=False)
    linker = Linker(DuckDBAPI().register(frame), settings, log_level="ERROR")
    linker.training.estimate_probability_two_random_records_match(
        [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")], recall=0.8)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (block_on("date_of_birth"), block_on("postcode")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    out = linker.inference.predict(threshold_match_probability=0.01).as_pandas_dataframe()
    scored = [(p, l.split("-")[1] == r.split("-")[1])
              for l, r, p in zip(out["unique_id_l"], out["unique_id_r"], out["match_probability"])]
    report(name, scored, positives, started)


if __name__ == "__main__":
    suites, magellan = sys.argv[1], sys.argv[2]
    pairs("DBLP-ACM", f"{magellan}/Structured/DBLP-ACM/test.txt")
    pairs("DBLP-Scholar", f"{magellan}/Structured/DBLP-GoogleScholar/test.txt")
    pairs("Amazon-Google", f"{magellan}/Structured/Amazon-Google/test.txt")
    folder = f"{suites}/entity-resolution/febrl"
    febrl("febrl1", [f"{folder}/dataset1.csv"])
    febrl("febrl4", [f"{folder}/dataset4a.csv", f"{folder}/dataset4b.csv"])
