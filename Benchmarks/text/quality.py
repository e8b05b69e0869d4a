"""Retrieval quality of the product and its peers: quality.py SHARED OUT.tsv [PROGRAM FOLDER]

PROGRAM is text-benchmark, FOLDER one for its files; without them the peers are measured alone.
Each peer runs with several usual settings; every one is written, and the better of each peer, by the mean of the
measure aimed at over the collections of a language, is marked `best`.
Columns: collection, peer, setting, nDCG@10, MRR@10, recall@100, best (1 or 0).
"""

import os
import re
import sqlite3
import subprocess
import sys

sys.path.append("/usr/lib/python3/dist-packages")  # python3-xapian of Debian, for a virtual environment
from retrieval import load_all, measure

DEPTH = 100


def words(text):
    return re.findall(r"\w+", text.lower())


# Tantivy ---------------------------------------------------------------------------------------------------------

def tantivy_settings(language):
    for stop in (False, True):
        for fields in ("one field", "two fields"):
            for fold in ((False, True) if language == "fr" else (False,)):
                name = f"{language}_stem, {'stop words' if stop else 'no stop words'}, {fields}"
                yield name + (", folded" if fold else ""), (stop, fields, fold)


def tantivy_rank(collection, setting):
    import tantivy

    stop, fields, fold = setting
    language = {"en": "english", "fr": "french"}[collection.language]
    chain = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    chain = chain.filter(tantivy.Filter.remove_long(40)).filter(tantivy.Filter.lowercase())
    if stop:
        chain = chain.filter(tantivy.Filter.stopword(language))
    chain = chain.filter(tantivy.Filter.stemmer(language))
    if fold:
        chain = chain.filter(tantivy.Filter.ascii_fold())
    chain = chain.build()
    schema = tantivy.SchemaBuilder()
    schema.add_unsigned_field("number", stored=True)
    names = ["text"] if fields == "one field" else ["title", "text"]
    for name in names:
        schema.add_text_field(name, tokenizer_name="chain", index_option="position")
    schema = schema.build()
    index = tantivy.Index(schema)
    index.register_tokenizer("chain", chain)
    writer = index.writer(64_000_000, 1)
    for number in range(len(collection.ids)):
        values = (
            {"text": collection.texts[number]} if fields == "one field"
            else {"title": collection.titles[number], "text": collection.bodies[number]}
        )
        writer.add_document(tantivy.Document(number=number, **values))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()
    rankings = {}
    for id, text in collection.queries:
        clauses = [
            (tantivy.Occur.Should, tantivy.Query.term_query(schema, name, term))
            for term in chain.analyze(text) for name in names
        ]
        hits = searcher.search(tantivy.Query.boolean_query(clauses), DEPTH, count=False).hits
        rankings[id] = [collection.ids[searcher.doc(address)["number"][0]] for _, address in hits]
    return rankings


# Xapian ----------------------------------------------------------------------------------------------------------

def xapian_settings(language):
    for stem in ("STEM_SOME", "STEM_ALL"):
        for stop in (False, True):
            yield f"BM25Weight, {stem}, {'stop words' if stop else 'no stop words'}", (stem, stop)


def xapian_rank(collection, setting):
    import bm25s.stopwords as lists
    import xapian

    stem, stop = setting
    stemmer = xapian.Stem(collection.language)
    base = xapian.WritableDatabase("", xapian.DB_BACKEND_INMEMORY)
    maker = xapian.TermGenerator()
    maker.set_stemmer(stemmer)
    maker.set_stemming_strategy(getattr(xapian.TermGenerator, stem))
    for text in collection.texts:
        document = xapian.Document()
        maker.set_document(document)
        maker.index_text(text)
        base.add_document(document)
    parser = xapian.QueryParser()
    parser.set_database(base)
    parser.set_stemmer(stemmer)
    parser.set_stemming_strategy(getattr(xapian.QueryParser, stem))
    stopper = xapian.SimpleStopper()
    if stop:
        for word in {"en": lists.STOPWORDS_EN, "fr": lists.STOPWORDS_FRENCH}[collection.language]:
            stopper.add(word)
        parser.set_stopper(stopper)
    enquire = xapian.Enquire(base)
    enquire.set_weighting_scheme(xapian.BM25Weight())
    rankings = {}
    for id, text in collection.queries:
        # Lower-cased: capitals would be taken for names and not stemmed.
        enquire.set_query(parser.parse_query(" ".join(words(text)), 0))
        rankings[id] = [collection.ids[match.docid - 1] for match in enquire.get_mset(0, DEPTH)]
    return rankings


# bm25s -----------------------------------------------------------------------------------------------------------

def bm25s_settings(language):
    for stop in ("no", "its", "its long") if language == "en" else ("no", "its"):
        for k1, b in ((1.5, 0.75), (1.2, 0.75)):
            yield f"lucene k1={k1} b={b}, {stop} stop words", (stop, k1, b)


def bm25s_rank(collection, setting):
    import bm25s
    import Stemmer

    stop, k1, b = setting
    stemmer = Stemmer.Stemmer({"en": "english", "fr": "french"}[collection.language])
    lists = {"no": [], "its": {"en": "english", "fr": "french"}[collection.language], "its long": "english_plus"}
    options = {"stemmer": stemmer, "stopwords": lists[stop], "show_progress": False}
    model = bm25s.BM25(k1=k1, b=b, method="lucene")
    model.index(bm25s.tokenize(collection.texts, **options), show_progress=False)
    tokens = bm25s.tokenize([text for _, text in collection.queries], **options)
    found, scores = model.retrieve(tokens, k=DEPTH, show_progress=False)
    return {
        id: [collection.ids[d] for d, s in zip(found[row], scores[row]) if s > 0]
        for row, (id, _) in enumerate(collection.queries)
    }


# SQLite FTS5 -----------------------------------------------------------------------------------------------------

def fts5_settings(language):
    chain = "unicode61 remove_diacritics 2"
    for fields in ("one field", "two fields"):
        if language == "en":
            yield f"porter, {fields}", ("porter " + chain, fields)
        yield f"unicode61, {fields}", (chain, fields)


def fts5_rank(collection, setting):
    chain, fields = setting
    base = sqlite3.connect(":memory:")
    columns = "text" if fields == "one field" else "title, text"
    base.execute(f"CREATE VIRTUAL TABLE f USING fts5({columns}, tokenize = '{chain}')")
    if fields == "one field":
        base.executemany("INSERT INTO f(rowid, text) VALUES (?, ?)", enumerate(collection.texts))
    else:
        rows = zip(range(len(collection.ids)), collection.titles, collection.bodies)
        base.executemany("INSERT INTO f(rowid, title, text) VALUES (?, ?, ?)", rows)
    rankings = {}
    for id, text in collection.queries:
        asked = " OR ".join(f'"{word}"' for word in words(text))
        rows = base.execute("SELECT rowid FROM f WHERE f MATCH ? ORDER BY rank LIMIT ?", (asked, DEPTH))
        rankings[id] = [collection.ids[row[0]] for row in rows]
    return rankings


# Passerelle ------------------------------------------------------------------------------------------------------

def passerelle_settings(language):
    yield "as built", None


def passerelle_rank(collection, setting):
    """Rankings of the product: it reads and writes plain files, and is measured by the same code as its peers."""
    program, folder = sys.argv[3:5]

    def flat(text):
        return " ".join(text.split())

    with open(os.path.join(folder, collection.name + ".texts"), "w", encoding="utf-8") as file:
        for title, body in zip(collection.titles, collection.bodies):
            print(flat(title), flat(body), sep="\t", file=file)
    with open(os.path.join(folder, collection.name + ".asked"), "w", encoding="utf-8") as file:
        for _, text in collection.queries:
            print(flat(text), file=file)
    subprocess.run([program, "rank", folder, collection.name, collection.language], check=True)
    with open(os.path.join(folder, collection.name + ".rankings"), encoding="utf-8") as lines:
        return {
            id: [collection.ids[int(number)] for number in line.split()]
            for (id, _), line in zip(collection.queries, lines)
        }


PEERS = [
    ("tantivy", tantivy_settings, tantivy_rank),
    ("xapian", xapian_settings, xapian_rank),
    ("bm25s", bm25s_settings, bm25s_rank),
    ("fts5", fts5_settings, fts5_rank),
]


def main(shared, out):
    collections = load_all(shared)
    if not collections:
        print(f"{shared}: no test collections; retrieval quality is left out", file=sys.stderr)
    rows = []
    own = [("passerelle", passerelle_settings, passerelle_rank)] if len(sys.argv) > 4 else []
    for peer, settings, rank in own + PEERS:
        means = {}
        try:
            for collection, aim in collections:
                for name, setting in settings(collection.language):
                    figures = measure(collection, rank(collection, setting))
                    rows.append((collection, peer, name, figures))
                    goal = figures[0] if aim == "ndcg@10" else figures[1]
                    means.setdefault((collection.language, name), []).append(goal)
        except ImportError as missing:
            print(f"{peer} is left out: {missing}", file=sys.stderr)
            rows = [row for row in rows if row[1] != peer]
            continue
        best = {
            language: max((sum(v) / len(v), name) for (l, name), v in means.items() if l == language)[1]
            for language in {l for l, _ in means}
        }
        rows = [
            row if row[1] != peer else (*row, int(best[row[0].language] == row[2])) for row in rows
        ]
    with open(out, "w", encoding="utf-8") as file:
        print("collection", "peer", "setting", "ndcg@10", "mrr@10", "recall@100", "best", sep="\t", file=file)
        for collection, peer, name, figures, best in rows:
            print(collection.name, peer, name, *(f"{x:.4f}" for x in figures), best, sep="\t", file=file)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
