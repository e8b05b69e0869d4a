"""Splink (DuckDB) on an invented register: time, memory, and agreement with the truth.

Usage: peers_splink.py REGISTER.csv [threads]    columns: unique_id, name, town, company (the truth, not shown to Splink)

The model is a usual one for names of companies: Jaro-Winkler on the name without its legal form and on its rarest
word, exact town with term frequencies; blocking on rare words, beginnings and sound-alike letters; m by expectation
maximisation, u by sampling; clusters at a match probability of 0.95.
"""
import collections
import json
import re
import resource
import sys
import time
import unicodedata

import duckdb
import pandas
import splink.comparison_library as comparisons
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

FORMS = {"sarl", "sas", "sa", "eurl", "sasu", "scop", "snc", "sci", "agence", "etablissement"}


def folded(name):
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    plain = re.sub(r"\b(?:[a-z]\.){1,}[a-z]?\b", lambda found: found.group().replace(".", ""), plain)
    words = [word for word in re.findall(r"[a-z0-9]+", plain) if word not in FORMS]
    return words


def pairs(sizes):
    return sum(size * (size - 1) // 2 for size in sizes)


def main():
    path = sys.argv[1]
    threads = int(sys.argv[2]) if len(sys.argv) > 2 else 2
    frame = pandas.read_csv(path, dtype=str, keep_default_na=False)
    truth = dict(zip(frame.unique_id, frame.company))
    begin = time.time()
    words = [folded(name) for name in frame.name]
    counts = collections.Counter(word for name in words for word in set(name))
    ranked = [sorted(set(name), key=lambda word: (counts[word], word)) for name in words]
    frame["clean"] = [" ".join(name) for name in words]
    frame["rare"] = [name[0] if name else None for name in ranked]
    frame["second"] = [name[1] if len(name) > 1 else None for name in ranked]
    frame["skeleton"] = [re.sub(r"[aeiouyh]|(.)(?=\1)", "", name[0])[:6] if name else None for name in ranked]
    frame["town"] = [town or None for town in frame.town]
    frame["opening"] = [name[0][:5] if name else None for name in ranked]
    table = frame[["unique_id", "clean", "rare", "second", "skeleton", "opening", "town"]]
    connection = duckdb.connect()
    connection.execute(f"set threads={threads}")
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            comparisons.JaroWinklerAtThresholds("clean", [0.95, 0.88, 0.8]),
            comparisons.JaroWinklerAtThresholds("rare", [0.95, 0.88]).configure(
                term_frequency_adjustments=True),
            comparisons.ExactMatch("town").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("rare"), block_on("skeleton"), block_on("opening", "town"), block_on("rare", "second"),
        ],
        retain_intermediate_calculation_columns=False,
        retain_matching_columns=False,
    )
    api = DuckDBAPI(connection)
    linker = Linker(api.register(table), settings)
    linker.training.estimate_probability_two_random_records_match([block_on("clean")], recall=0.5)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("town"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("rare"))
    found = linker.inference.predict(threshold_match_probability=0.5)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(found, 0.95)
    rows = clusters.as_pandas_dataframe()[["unique_id", "cluster_id"]]
    seconds = time.time() - begin
    both = collections.Counter((cluster, truth[one]) for one, cluster in rows.itertuples(index=False))
    right = pairs(both.values())
    merged = pairs(collections.Counter(rows.cluster_id).values())
    known = pairs(collections.Counter(truth.values()).values())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({
        "peer": "splink", "records": len(frame), "seconds": round(seconds, 1),
        "records_a_minute": round(len(frame) / seconds * 60), "memory_mib": round(memory),
        "precision": round(right / max(merged, 1), 4), "recall": round(right / max(known, 1), 4)}))


main()
