#!/usr/bin/env python3
"""Random graphs for the network benchmark, the same for the same seed.

Usage: generate.py FOLDER uniform|attachment EDGES [SEED]
Writes edges.txt (two numbers a line), edges.bin (pairs of 32-bit numbers), sources.txt and pairs.txt. There are five
edges for each vertex. Of `uniform`, both ends are random; of `attachment`, every vertex brings five edges to ends of earlier
edges, so that degrees follow a power law. Needs numpy.
"""
import os, sys

import numpy as np

folder, kind, edges = sys.argv[1], sys.argv[2], int(sys.argv[3])
random = np.random.default_rng(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
vertices = edges // 5
os.makedirs(folder, exist_ok=True)
if kind == "uniform":
    ends = random.integers(0, vertices, (edges, 2))
else:
    number = np.arange(edges)
    source = 1 + number // 5
    source[source >= vertices] = vertices - 1
    # The target is an end of an earlier edge: even places are sources, odd ones targets, which are looked up in turn.
    place = (random.random(edges) * np.maximum(1, 2 * number)).astype(np.int64)
    place[0] = 0
    found = place.copy()
    while True:
        odd = found % 2 == 1
        if not odd.any():
            break
        found[odd] = place[(found[odd] - 1) // 2]
    target = source[found // 2]
    target[:5] = 0
    ends = np.column_stack([source, target])
ends = ends[ends[:, 0] != ends[:, 1]]
low, high = ends.min(axis=1), ends.max(axis=1)
ends = ends[np.sort(np.unique(low * vertices + high, return_index=True)[1])].astype("<i4")
# The highest vertex has an edge, so that the number of vertices can be read from the file.
ends = np.vstack([ends, np.array([[0, vertices - 1]], dtype="<i4")])
ends.tofile(f"{folder}/edges.bin")
with open(f"{folder}/edges.txt", "w") as out:
    for start in range(0, len(ends), 1 << 18):
        out.write("\n".join(f"{a} {b}" for a, b in ends[start : start + (1 << 18)].tolist()) + "\n")
np.savetxt(f"{folder}/sources.txt", random.choice(vertices, 50, replace=False), fmt="%d")
np.savetxt(f"{folder}/pairs.txt", random.choice(vertices, (100, 2), replace=False), fmt="%d")
