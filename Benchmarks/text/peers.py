"""Indexes a corpus with one peer and asks it the queries: peers.py PEER FOLDER CORPUS; prints name<TAB>value.

PEER is tantivy (heap of 128 MB, its default: one segment), tantivy-segments (15 MB: several), fts5, bm25s-numba or
bm25s-numpy. Texts are in memory before any clock starts. See README.md for what is timed.
"""

import gc
import os
import re
import shutil
import sqlite3
import sys
import time

from corpus import CHECKED, KINDS, read_documents, read_queries

ADDED = 1000
MARK = "nouveauteajoutee"
PASSES = 3


def figure(name, value):
    print(f"{name}\t{value:.3f}", flush=True)


def status(name):
    """Megabytes of VmRSS or VmHWM."""
    with open("/proc/self/status", encoding="ascii") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024


def folder_bytes(folder, without=()):
    names = [name for name in os.listdir(folder) if not name.endswith(tuple(without) or ("\0",))]
    return sum(os.path.getsize(os.path.join(folder, name)) for name in names)


class Clock:
    """Times an index built several times: the best times, and how far memory grew over the texts held."""

    def __init__(self, texts):
        self.megabytes = sum(len(text.encode("utf-8")) for text in texts) / 1e6
        self.times = {}
        # A small corpus is over before a busy machine gives it a whole core: it is built more often.
        self.builds = max(2, min(8, round(150 / self.megabytes)))
        gc.collect()
        self.before = status("VmRSS")
        self.peak = None
        figure("documents", len(texts))
        figure("text_megabytes", self.megabytes)

    def start(self):
        self.begun, self.processor = time.perf_counter(), time.process_time()

    def stop(self, name="index"):
        figures = {"seconds": time.perf_counter() - self.begun}
        figures["processor_seconds"] = time.process_time() - self.processor
        for key, value in figures.items():
            key = f"{name}_{key}"
            self.times[key] = min(value, self.times.get(key, value))
        # Later builds find pages of the first.
        self.peak = self.peak or status("VmHWM")

    def report(self):
        for key, value in self.times.items():
            figure(key, value)
            if not key.endswith("processor_seconds"):
                figure(key.replace("_seconds", "_megabytes_per_second"), self.megabytes / value)
        figure("peak_megabytes", self.peak)
        figure("growth_megabytes", self.peak - self.before)


def ask(kind, queries, search):
    """Rate and percentiles of one search a query: a pass to warm up, then the best of 3 to 15, for 1.5 s if need be."""
    for query in queries:
        search(query)
    best, passes, begun = None, 0, time.perf_counter()
    while passes < PASSES or passes < 5 * PASSES and time.perf_counter() - begun < 1.5:
        passes += 1
        times = []
        for query in queries:
            start = time.perf_counter_ns()
            search(query)
            times.append(time.perf_counter_ns() - start)
        best = min(best or times, times, key=sum)
    best = sorted(best)
    figure(kind + "_per_second", len(best) / (sum(best) / 1e9))
    figure(kind + "_p50_us", best[len(best) // 2] / 1e3)
    figure(kind + "_p99_us", best[len(best) * 99 // 100] / 1e3)


def write_hits(folder, corpus, name, rows):
    with open(os.path.join(folder, f"{corpus}.{name}.hits"), "w", encoding="utf-8") as file:
        for kind, place, count, ids in rows:
            print(kind, place, count, ",".join(map(str, ids)), sep="\t", file=file)


# Tantivy ---------------------------------------------------------------------------------------------------------

def tantivy(folder, corpus, texts, queries, heap):
    import tantivy as t

    builder = t.SchemaBuilder()
    builder.add_text_field("text", stored=False, tokenizer_name="fr_stem", index_option="position")
    schema = builder.build()
    path = os.path.join(folder, "tantivy-index")

    def fresh():
        shutil.rmtree(path, ignore_errors=True)
        os.mkdir(path)
        return t.Index(schema, path=path)

    # The analysis of fr_stem, for terms of queries made before the clock.
    chain = t.TextAnalyzerBuilder(t.Tokenizer.simple()).filter(t.Filter.remove_long(40))
    chain = chain.filter(t.Filter.lowercase()).filter(t.Filter.stemmer("french")).build()

    # Its best case: documents are made before the clock starts.
    documents = [t.Document(text=text) for text in texts]
    clock = Clock(texts)
    for _ in range(clock.builds):
        index = fresh()
        writer = index.writer(heap, 1)
        clock.start()
        for document in documents:
            writer.add_document(document)
        writer.commit()
        clock.stop()
        writer.wait_merging_threads()
        clock.stop("index_and_merges")
    clock.report()
    del documents, writer
    index.reload()
    searcher = index.searcher()
    figure("segments", searcher.num_segments)
    for kind in sorted({name.split(".")[-1] for name in os.listdir(path) if not name.startswith(".")}):
        files = [os.path.join(path, file) for file in os.listdir(path) if file.endswith("." + kind)]
        figure("bytes_" + kind, sum(map(os.path.getsize, files)))
    # Without its document store: ours is not counted either, and this one is empty.
    figure("index_bytes", folder_bytes(path, (".store", ".lock", ".json")))

    def terms(text):
        return [t.Query.term_query(schema, "text", term) for term in chain.analyze(text)]

    def built(kind, text):
        if kind == "phrase":
            return t.Query.phrase_query(schema, "text", chain.analyze(text))
        occur = t.Occur.Should if kind == "or" else t.Occur.Must
        return t.Query.boolean_query([(occur, term) for term in terms(text)])

    def parsed(kind, text):
        asked = f'"{text}"' if kind == "phrase" else text
        return index.parse_query(asked, ["text"], conjunction_by_default=kind == "and")

    rows = []
    empty = t.Query.empty_query()
    ask("empty", [empty] * 2000, lambda query: searcher.search(query, 10, count=False))
    for kind in KINDS:
        made = [built(kind, text) for text in queries[kind]]
        ask(kind, made, lambda query: searcher.search(query, 10, count=False))
        ask(kind + "_parsed", queries[kind], lambda text: searcher.search(parsed(kind, text), 10, count=False))
        for place, query in enumerate(made[:CHECKED]):
            result = searcher.search(query, 10, count=True)
            rows.append((kind, place, result.count, [address.doc for _, address in result.hits]))
    if searcher.num_segments == 1:
        write_hits(folder, corpus, "tantivy", rows)

    writer = index.writer(128_000_000, 1)
    more = [t.Document(text=f"{text} {MARK}") for text in texts[:ADDED]]
    mark = t.Query.term_query(schema, "text", chain.analyze(MARK)[0])
    start = time.perf_counter()
    for document in more:
        writer.add_document(document)
    writer.commit()
    index.reload()
    found = index.searcher().search(mark, 10, count=True).count
    figure("add_seconds", time.perf_counter() - start)
    assert found == min(ADDED, len(texts)), found
    writer.wait_merging_threads()
    shutil.rmtree(path)


# SQLite FTS5 -----------------------------------------------------------------------------------------------------

def fts5(folder, corpus, texts, queries):
    path = os.path.join(folder, "fts5.sqlite")

    def remove():
        for suffix in ("", "-wal", "-shm"):
            if os.path.exists(path + suffix):
                os.remove(path + suffix)

    clock = Clock(texts)
    for _ in range(clock.builds):
        remove()
        base = sqlite3.connect(path, isolation_level=None)
        base.executescript(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -262144;"
            "CREATE VIRTUAL TABLE f USING fts5(text, content = '', tokenize = 'unicode61 remove_diacritics 2')"
        )
        clock.start()
        base.execute("BEGIN")
        base.executemany("INSERT INTO f(rowid, text) VALUES (?, ?)", enumerate(texts))
        base.execute("COMMIT")
        clock.stop()
        base.execute("INSERT INTO f(f) VALUES ('optimize')")
        clock.stop("index_and_merges")
    clock.report()
    base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    base.execute("VACUUM")
    base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    figure("index_bytes", os.path.getsize(path))
    ask_sql = "SELECT rowid FROM f WHERE f MATCH ? ORDER BY rank LIMIT 10"
    for kind in KINDS:
        joint = {"or": " OR ", "and": " AND "}.get(kind)
        made = [
            f'"{text}"' if joint is None else joint.join(f'"{word}"' for word in text.split())
            for text in queries[kind]
        ]
        # It ranks every match: a tenth of the queries is enough to know its rate.
        made = made[:: {"or": 20, "and": 4}.get(kind, 2)]
        ask(kind, made, lambda text: base.execute(ask_sql, (text,)).fetchall())
    more = [(len(texts) + n, f"{text} {MARK}") for n, text in enumerate(texts[:ADDED])]
    start = time.perf_counter()
    base.execute("BEGIN")
    base.executemany("INSERT INTO f(rowid, text) VALUES (?, ?)", more)
    base.execute("COMMIT")
    found = len(base.execute("SELECT rowid FROM f WHERE f MATCH ?", (MARK,)).fetchall())
    figure("add_seconds", time.perf_counter() - start)
    assert found == len(more), found
    base.close()
    remove()


# bm25s -----------------------------------------------------------------------------------------------------------

def bm25s(folder, corpus, texts, queries, backend):
    import bm25s as b
    import Stemmer

    clock = Clock(texts)
    for _ in range(clock.builds):
        clock.start()
        tokenizer = b.tokenization.Tokenizer(stemmer=Stemmer.Stemmer("french"), stopwords=None)
        tokens = tokenizer.tokenize(texts, return_as="tuple", show_progress=False)
        model = b.BM25(backend=backend)
        model.index(tokens, show_progress=False)
        clock.stop()
    clock.report()
    del tokens
    path = os.path.join(folder, "bm25s-index")
    model.save(path)
    figure("index_bytes", folder_bytes(path))
    shutil.rmtree(path)
    asked = tokenizer.tokenize(queries["or"], update_vocab=False, return_as="ids", show_progress=False)
    asked = [list(map(int, ids)) for ids in asked if len(ids)]
    asked = asked if backend == "numba" else asked[::20]
    ask("or", [[ids] for ids in asked], lambda ids: model.retrieve(ids, k=10, show_progress=False, n_threads=0))
    # All queries in one call, on one thread: without Python between them.
    best = 1e9
    for _ in range(PASSES):
        start = time.perf_counter()
        model.retrieve(asked, k=10, show_progress=False, n_threads=0)
        best = min(best, time.perf_counter() - start)
    figure("or_batch_per_second", len(asked) / best)


def main(peer, folder, corpus):
    texts = read_documents(os.path.join(folder, corpus + ".docs"))
    queries = read_queries(os.path.join(folder, corpus + ".queries"))
    if peer == "tantivy":
        tantivy(folder, corpus, texts, queries, 128_000_000)
    elif peer == "tantivy-segments":
        tantivy(folder, corpus, texts, queries, 15_000_000)
    elif peer == "fts5":
        fts5(folder, corpus, texts, queries)
    else:
        bm25s(folder, corpus, texts, queries, re.sub("^bm25s-", "", peer))


if __name__ == "__main__":
    main(*sys.argv[1:4])
