#!/usr/bin/env python3
"""The figures of one graph beside each other, as a Markdown table.

Usage: table.py FOLDER
Times are medians in milliseconds. Needs numpy.
"""
import json, os, statistics, sys

import numpy as np

folder = sys.argv[1]
ours, theirs = (json.load(open(f"{folder}/{name}.json")) for name in ("passerelle", "igraph"))


def median(figures, task):
    return statistics.median(figures["times"][task]) if figures["times"].get(task) else None


def columns(name):
    paths = [f"{folder}/{peer}-{name}.bin" for peer in ("passerelle", "igraph")]
    return [np.fromfile(path) for path in paths] if all(map(os.path.exists, paths)) else None


def same(key):
    a, b = ours["results"].get(key), theirs["results"].get(key)
    return f"{a:.0f} both" if a == b else f"**{a} and {b}**"


def agreement(task):
    if task.startswith("load"):
        return f"{same('vertices')}, {same('edges')} edges"
    if task == "components":
        return same("components")
    if task == "pagerank":
        a, b = columns("ranks")
        return f"sum of differences {np.abs(a - b).sum():.1e}"
    if task in ("louvain", "leiden"):
        a, b = (figures["results"].get(f"{task}-modularity") for figures in (ours, theirs))
        return f"modularity {a:.4f}" + (f", igraph {b:.4f}" if b is not None else "")
    if task == "betweenness":
        a, b = columns("betweenness")
        return f"greatest relative difference {(np.abs(a - b) / np.maximum(1, np.abs(b))).max():.1e}"
    return same(task)


print(f"{int(ours['results']['vertices']):,} vertices, {int(ours['results']['edges']):,} edges; memory at most: "
      f"Passerelle {ours['memory']:.0f} MiB, igraph {theirs['memory']:.0f} MiB\n")
print("| task | Passerelle ms | igraph ms | igraph / Passerelle | results |\n|---|---:|---:|---:|---|")
for task in ("load", "load-text", "components", "pagerank", "louvain", "leiden", "betweenness", "distances", "paths"):
    a, b = median(ours, task), median(theirs, task)
    limit = theirs["limits"].get(task)
    if a is not None and b is None and limit:
        print(f"| {task} | {a:,.1f} | > {1000 * limit:,} | > {1000 * limit / a:.0f} | {agreement(task)} |")
    if a is None or b is None:
        continue
    print(f"| {task} | {a:,.1f} | {b:,.1f} | {b / a:.1f} | {agreement(task)} |")
    if task == "distances" and median(theirs, "distances-greatest"):
        b = median(theirs, "distances-greatest")
        print(f"| distances, igraph the greatest only | {a:,.1f} | {b:,.1f} | {b / a:.1f} | |")
