#!/usr/bin/env python3
"""igraph's figures of a few random graphs, as the Swift table that tests compare with.

Usage: fixtures.py > Tests/PasserelleNetworkTests/NetworkFixture+Table.swift
Needs python-igraph: python3 -m venv peers; peers/bin/pip install igraph; peers/bin/python fixtures.py
"""
import random

import igraph


def graph(seed, vertices, edges, directed, loops=False, famous=None):
    if famous:
        made = igraph.Graph.Famous(famous)
        ends = made.get_edgelist()
    else:
        draw = random.Random(seed)
        ends = []
        while len(ends) < edges:
            pair = (draw.randrange(vertices), int(vertices * draw.random() ** 2))
            if loops or pair[0] != pair[1]:
                ends.append(pair)
    draw = random.Random(seed + 1)
    made = igraph.Graph(n=vertices, edges=ends, directed=directed)
    made.es["weight"] = [draw.randint(1, 5) for _ in ends]
    return made


def numbers(values, digits=12):
    return "[" + ", ".join(f"{v:.{digits}g}" if isinstance(v, float) else str(v) for v in values) + "]"


def wrapped(name, text):
    words, lines, line = text.split(" "), [], f"      {name}:"
    for word in words:
        if len(line) + len(word) > 105:
            lines.append(line)
            line = "       "
        line += " " + word
    return "\n".join(lines + [line])


def row(name, made):
    weights = made.es["weight"]
    flat = [v for e in made.get_edgelist() for v in e]
    undirected = made.as_undirected(mode="each")
    loopless = undirected.copy().simplify(multiple=False)
    n = made.vcount()
    fields = [
        f'      name: "{name}", vertexCount: {n}, isDirected: {str(made.is_directed()).lower()}',
        wrapped("ends", numbers(flat)),
        wrapped("weights", numbers([float(w) for w in weights])),
        f"      componentSizes: {numbers(sorted(made.connected_components('weak').sizes(), reverse=True))}",
        wrapped("strongSizes", numbers(sorted(made.connected_components("strong").sizes(), reverse=True))),
        wrapped("pageRanks", numbers(made.pagerank())),
        wrapped("weightedPageRanks", numbers(made.pagerank(weights=weights))),
        wrapped(
            "personalPageRanks", numbers(made.personalized_pagerank(reset=[1 + v % 3 for v in range(n)]))
        ),
        wrapped("betweenness", numbers(made.betweenness())),
        wrapped("weightedBetweenness", numbers(made.betweenness(weights=weights))),
        wrapped("harmonic", numbers([0.0 if h != h else h for h in made.harmonic_centrality(mode="out")])),
        wrapped("closeness", numbers([0.0 if c != c else c for c in made.closeness(mode="out")])),
        wrapped("cores", numbers(loopless.coreness())),
        wrapped("articulationPoints", numbers(sorted(undirected.articulation_points()))),
        wrapped("bridges", numbers(sorted(undirected.bridges()))),
        wrapped("distances", numbers([-1 if d == float("inf") else int(d) for d in made.distances(0)[0]])),
        wrapped(
            "weightedDistances",
            numbers([-1.0 if d == float("inf") else float(d) for d in made.distances(0, weights=weights)[0]]),
        ),
        f"      modularityByThree: {undirected.modularity([v % 3 for v in range(n)], weights=undirected.es['weight']):.12g}",
        f"      leidenModularity: {max(undirected.modularity(undirected.community_leiden(objective_function='modularity', n_iterations=-1)) for _ in range(10)):.12g}",
    ]
    return "    NetworkFixture(\n" + ",\n".join(fields) + ")"


random.seed(1)
rows = [
    row("karate club", graph(1, 34, 0, False, famous="Zachary")),
    row("undirected, parallel edges", graph(2, 40, 70, False)),
    row("undirected, sparse", graph(3, 50, 45, False)),
    row("directed, parallel edges", graph(4, 30, 90, True)),
    row("directed, loops", graph(5, 40, 70, True, loops=True)),
]
print(f"// Made by Benchmarks/network/fixtures.py with igraph {igraph.__version__}.")
print("extension NetworkFixture {\n  static let all = [")
print(",\n".join(rows) + ",")
print("  ]\n}")
