#!/usr/bin/env python3
"""python-igraph on a graph of generate.py; figures go to igraph.json in its folder.

Usage: peer.py FOLDER [RUNS] [TASK…]
Figures of other tasks that igraph.json has are kept. A task is not run again once it has taken two minutes, and the
whole is given up, the task marked so, once it has taken LIMIT seconds (an environment variable).
Leiden communities are sought in two iterations, as by its default (the product: three at most). load is the fastest way
igraph has: a numpy array of edges given to Graph(); load-text is Graph.Read_Edgelist.
Needs python-igraph and numpy.
"""
import json, os, resource, signal, sys, time

import igraph
import numpy as np

folder = sys.argv[1]
runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
wanted = set(sys.argv[3:])
times, results, limits, figures = {}, {}, {}, {}
if os.path.exists(f"{folder}/igraph.json"):
    with open(f"{folder}/igraph.json") as before:
        figures = json.load(before)
        times, results, limits = figures["times"], figures["results"], figures["limits"]


def measure(task, body):
    found = None
    times[task] = []
    limit = int(os.environ.get("LIMIT", "0"))
    if limit:
        # The signal ends the process in the middle of igraph's work; what is written before says so.
        limits[task] = limit
        save()
        del limits[task]
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(limit)
    while len(times[task]) < runs and sum(times[task]) < 120_000:
        found = None
        start = time.perf_counter()
        found = body()
        times[task].append(1e3 * (time.perf_counter() - start))
    print(f"{task}\t{times[task]}", file=sys.stderr, flush=True)
    signal.alarm(0)
    return found


def save():
    memory = max(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, figures.get("memory", 0))
    with open(f"{folder}/igraph.json", "w") as out:
        json.dump({"times": times, "results": results, "limits": limits, "memory": memory}, out, indent=2, sort_keys=True)


def is_wanted(task):
    return not wanted or task in wanted


def load():
    edges = np.fromfile(f"{folder}/edges.bin", dtype="<i4").reshape(-1, 2)
    return igraph.Graph(n=int(edges.max()) + 1, edges=edges, directed=False)


if is_wanted("load-text"):
    measure("load-text", lambda: igraph.Graph.Read_Edgelist(f"{folder}/edges.txt", directed=False))
graph = load() if "load" in times else measure("load", load)
results["vertices"], results["edges"] = graph.vcount(), graph.ecount()
sources = np.loadtxt(f"{folder}/sources.txt", dtype=int).tolist()
pairs = np.loadtxt(f"{folder}/pairs.txt", dtype=int).tolist()

if is_wanted("components"):
    results["components"] = len(measure("components", graph.connected_components))
if is_wanted("pagerank"):
    ranks = measure("pagerank", graph.pagerank)
    np.array(ranks).tofile(f"{folder}/igraph-ranks.bin")
if is_wanted("louvain"):
    found = measure("louvain", graph.community_multilevel)
    results["louvain-modularity"], results["louvain-communities"] = graph.modularity(found), len(found)
if is_wanted("leiden"):
    found = measure("leiden", lambda: graph.community_leiden(objective_function="modularity", n_iterations=2))
    results["leiden-modularity"], results["leiden-communities"] = graph.modularity(found), len(found)
if is_wanted("betweenness"):
    values = measure("betweenness", lambda: graph.betweenness(sources=sources[:20]))
    np.array(values).tofile(f"{folder}/igraph-betweenness.bin")
if is_wanted("distances"):
    sums = measure(
        "distances",
        lambda: [sum(d for d in graph.distances(source=s)[0] if d < float("inf")) for s in sources[:50]],
    )
    results["distances"] = sum(sums)
    # Without a list of all distances for Python: the greatest distance alone.
    measure("distances-greatest", lambda: graph.eccentricity(sources[:50]))
if is_wanted("paths"):
    lengths = measure("paths", lambda: [len(graph.get_shortest_path(s, t)) - 1 for s, t in pairs])
    results["paths"] = sum(lengths)
save()
