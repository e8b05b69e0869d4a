#!/usr/bin/env python3
"""Reads exchange files of `network export` with readers of others and compares what they hold.

Usage: exchange.py FILE.gexf FILE.graphml FILE.geojson   (needs networkx; lxml makes GraphML faster)

Fails where the three do not hold the same nodes and edges, where a line of GeoJSON leaves the globe or jumps across
the 180th meridian.
"""

import json
import sys

import networkx as nx


def main(gexf_path, graphml_path, geojson_path):
    gexf = nx.read_gexf(gexf_path)
    graphml = nx.read_graphml(graphml_path)
    with open(geojson_path, encoding="utf-8") as file:
        geojson = json.load(file)

    features = geojson["features"]
    placed = [one for one in features if one["properties"]["type"] == "node"]
    nodes = {one["id"] for one in placed + geojson["unplaced_nodes"]}
    lines = [one for one in features if one["properties"]["type"] == "edge"]
    edges = len(lines) + len(geojson["unplaced_edges"])
    assert set(gexf.nodes) == nodes, "the nodes of GEXF and GeoJSON differ"
    assert {data["iri"] for _, data in graphml.nodes(data=True)} == nodes, "the nodes of GraphML differ"

    def ends(graph, name):
        return sorted(tuple(sorted((name(a), name(b)))) for a, b in graph.edges())

    assert ends(gexf, str) == ends(graphml, lambda node: graphml.nodes[node]["iri"]), "the edges differ"
    assert graphml.number_of_edges() <= edges

    for feature in lines:
        geometry = feature["geometry"]
        parts = geometry["coordinates"]
        for part in [parts] if geometry["type"] == "LineString" else parts:
            for longitude, latitude in part:
                assert abs(longitude) <= 180 and abs(latitude) <= 90, feature["id"]
            for one, other in zip(part, part[1:]):
                assert abs(one[0] - other[0]) <= 180, feature["id"]

    print(f"{len(nodes)} nodes ({len(placed)} placed), {edges} edges ({len(lines)} placed): all readers agree")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
