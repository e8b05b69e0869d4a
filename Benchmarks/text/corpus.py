"""The files that prepare.py makes and every engine reads.

NAME.docs     documents: for each u32 little-endian length and that many bytes of UTF-8
NAME.queries  lines of kind (or, and, phrase), a tab, and words in lower case
NAME.ENGINE.hits, written by each engine for the first 300 queries of a kind: kind, place of the query, number of
matching documents (-1 when not counted), numbers of the first ten, separated by commas
"""

import struct

KINDS = ["or", "and", "phrase"]
CHECKED = 300


def read_documents(path):
    with open(path, "rb") as file:
        data = file.read()
    texts, at = [], 0
    while at < len(data):
        (length,) = struct.unpack_from("<I", data, at)
        texts.append(data[at + 4 : at + 4 + length].decode("utf-8"))
        at += 4 + length
    return texts


def read_queries(path):
    found = {kind: [] for kind in KINDS}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            kind, text = line.rstrip("\n").split("\t")
            found[kind].append(text)
    return found
