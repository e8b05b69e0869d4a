"""Answers the needs with Tantivy: peer.py FOLDER LANGUAGE; prints name<TAB>value.

The plain way to find vendors by past awards: the 200 awards nearest by the words of the title (any of them, BM25,
stems of the language), each vendor with the sum of the squares of its awards' scores. The text of a long need is
cut to as many words as the product puts to its index, the first ones.
"""

import os
import shutil
import sys
import time

import tantivy

NEAREST, WORDS = 200, 64
STEMMERS = {"fr": "french", "pt": "portuguese"}


def figure(name, value):
    print(f"{name}\t{value:.3f}", flush=True)


def rows(folder, language, name):
    with open(os.path.join(folder, f"{language}.{name}.tsv"), encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines]


def built(path, schema, chain, awards):
    """The index of the titles; made once, in one segment."""
    if not os.path.exists(path + "/meta.json"):
        shutil.rmtree(path, ignore_errors=True)
        os.makedirs(path)
        index = tantivy.Index(schema, path=path)
        index.register_tokenizer("chain", chain)
        writer = index.writer(256_000_000, 1)
        for award in awards:
            writer.add_document(tantivy.Document(title=award[0]))
        writer.commit()
        writer.wait_merging_threads()
    index = tantivy.Index(schema, path=path)
    index.register_tokenizer("chain", chain)
    return index


def main(folder, language):
    chain = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.remove_long(40))
    chain = chain.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.stemmer(STEMMERS[language])).build()
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("title", stored=False, tokenizer_name="chain", index_option="freq")
    schema = builder.build()
    awards = rows(folder, language, "awards")
    winners = [award[5].split(" ") if award[5] else [] for award in awards]
    index = built(os.path.join(folder, language + ".tantivy"), schema, chain, awards)
    del awards
    index.reload()
    searcher = index.searcher()
    figure("segments", searcher.num_segments)
    # Documents of one segment are numbered in the order in which they were added.
    assert searcher.num_segments == 1, "the index has several segments"

    def answer(need):
        words = list(dict.fromkeys(chain.analyze(need[1] + " " + need[2])))[:WORDS]
        terms = [(tantivy.Occur.Should, tantivy.Query.term_query(schema, "title", word)) for word in words]
        sums = {}
        for score, address in searcher.search(tantivy.Query.boolean_query(terms), NEAREST, count=False).hits:
            for vendor in winners[address.doc]:
                sums[vendor] = sums.get(vendor, 0) + score * score
        return sorted(sums, key=lambda vendor: (-sums[vendor], vendor))[:20]

    needs = rows(folder, language, "needs")
    for need in needs:
        answer(need)
    for kind in ("short", "long"):
        times, processor, hits = [], [], 0
        group = [need for need in needs if need[0] == kind]
        for need in group:
            begun, start = time.thread_time_ns(), time.perf_counter_ns()
            vendors = answer(need)
            times.append((time.perf_counter_ns() - start) / 1e6)
            processor.append((time.thread_time_ns() - begun) / 1e6)
            wanted = set(need[6].split(" ")) - {""}
            hits += any(vendor.split(".")[0] in wanted for vendor in vendors[:10])
        for unit, taken in (("ms", sorted(times)), ("processor_ms", sorted(processor))):
            for name, share in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99), ("max", 1)):
                figure(f"{kind}_{name}_{unit}", taken[min(len(taken) - 1, int(share * len(taken)))])
        figure(f"{kind}_hit10", hits / max(1, sum(1 for need in group if need[6])))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
