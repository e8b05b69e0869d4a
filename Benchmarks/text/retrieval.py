"""Test collections of retrieval and the usual measures over them.

A collection is a folder with docs.jsonl (id, title, text), queries.jsonl (id, text) and qrels.tsv (query, doc, rel).
"""

import json
import math
import os

# Name, folder under the shared data, language, the measure aimed at.
COLLECTIONS = [
    ("cranfield", "suites/ir-classic/cranfield", "en", "ndcg@10"),
    ("cacm", "suites/ir-classic/cacm", "en", "ndcg@10"),
    ("lisa", "suites/ir-classic/lisa", "en", "ndcg@10"),
    ("npl", "suites/ir-classic/npl-vaswani", "en", "ndcg@10"),
    ("piaf-fr", "suites/ir-piaf-fr", "fr", "mrr@10"),
]
MEASURES = ["ndcg@10", "mrr@10", "recall@100"]


class Collection:
    """The documents, the judged queries and the relevant documents of each; ids are text."""

    def __init__(self, name, folder, language):
        self.name, self.language = name, language
        documents = (json.loads(line) for line in open(os.path.join(folder, "docs.jsonl"), encoding="utf-8"))
        unique = {}
        for document in documents:  # LISA repeats four
            unique.setdefault(document["id"], document)
        self.documents = list(unique.values())
        self.relevant = {}
        with open(os.path.join(folder, "qrels.tsv"), encoding="utf-8") as lines:
            next(lines)
            for line in lines:
                query, document, grade = line.split()
                if int(grade) > 0:
                    self.relevant.setdefault(query, set()).add(document)
        queries = (json.loads(line) for line in open(os.path.join(folder, "queries.jsonl"), encoding="utf-8"))
        self.queries = [(q["id"], q["text"]) for q in queries if q["id"] in self.relevant]
        self.ids = [document["id"] for document in self.documents]
        self.titles = [document["title"] for document in self.documents]
        self.bodies = [document["text"] for document in self.documents]
        self.texts = [(t + "\n" + b).strip() for t, b in zip(self.titles, self.bodies)]


def load_all(shared):
    """Every collection that is there, with the measure aimed at."""
    found = []
    for name, folder, language, measure in COLLECTIONS:
        path = os.path.join(shared, folder)
        if os.path.isdir(path):
            found.append((Collection(name, path, language), measure))
    return found


def measure(collection, rankings):
    """Mean nDCG@10, MRR@10 and recall@100 of rankings (query id -> document ids, best first)."""
    sums = [0.0, 0.0, 0.0]
    for query, _ in collection.queries:
        relevant, ranking = collection.relevant[query], rankings.get(query, [])
        gain = sum(1 / math.log2(i + 2) for i, d in enumerate(ranking[:10]) if d in relevant)
        sums[0] += gain / sum(1 / math.log2(i + 2) for i in range(min(10, len(relevant))))
        sums[1] += next((1 / (i + 1) for i, d in enumerate(ranking[:10]) if d in relevant), 0.0)
        sums[2] += sum(1 for d in ranking[:100] if d in relevant) / len(relevant)
    return [total / len(collection.queries) for total in sums]
