"""Loads and scans the N-Quads file of the benchmark with a named peer; prints figures as name<TAB>value.

peer.py sqlite on|off FILE FOLDER    Python's sqlite3, the same orders, terms numbered through a dict
peer.py oxigraph FILE FOLDER         pyoxigraph: bulk load of the file, parsing included
"""

import os
import re
import resource
import shutil
import sqlite3
import sys
import time

LINE = re.compile(r'(<[^>]*>) (<[^>]*>) (<[^>]*>|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^<[^>]*>)?) (<[^>]*>) \.')


def figure(name, value):
    print(f"{name}\t{value:.1f}")


def peak():
    figure("peak_megabytes", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def python_sqlite(file, folder, provisional):
    path = os.path.join(folder, "peer.sqlite")
    for suffix in ("", "-wal", "-shm"):
        if os.path.exists(path + suffix):
            os.remove(path + suffix)
    db = sqlite3.connect(path, isolation_level=None)
    db.executescript(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;"
        "CREATE TABLE term (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;"
        "CREATE TABLE quad (g INTEGER NOT NULL, s INTEGER NOT NULL, p INTEGER NOT NULL, o INTEGER NOT NULL,"
        " PRIMARY KEY (g, s, p, o)) STRICT, WITHOUT ROWID;"
    )
    if provisional:
        for name in ("spo", "pos", "osp"):
            db.execute(f"CREATE INDEX quad_{name} ON quad ({', '.join(name)})")
    known, loading, processor = {}, 0.0, 0.0

    def store(rows):
        fresh, quads = [], set()
        for row in rows:
            ids = []
            for text in row:
                number = known.get(text)
                if number is None:
                    number = known[text] = len(known) + 1
                    fresh.append((number, text))
                ids.append(number)
            quads.add((ids[3], ids[0], ids[1], ids[2]))
        db.execute("BEGIN")
        db.executemany("INSERT INTO term VALUES (?, ?)", fresh)
        db.executemany("INSERT OR IGNORE INTO quad VALUES (?, ?, ?, ?)", sorted(quads))
        db.execute("COMMIT")

    rows = []
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            rows.append(LINE.match(line).groups())
            if len(rows) == 24_000:
                start, begun = time.perf_counter(), time.process_time()
                store(rows)
                loading += time.perf_counter() - start
                processor += time.process_time() - begun
                rows = []
    start, begun = time.perf_counter(), time.process_time()
    store(rows)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    loading += time.perf_counter() - start
    processor += time.process_time() - begun
    count = db.execute("SELECT count(*) FROM quad").fetchone()[0]
    start = time.perf_counter()
    scanned = sum(1 for _ in db.execute("SELECT g, s, p, o FROM quad"))
    scanning = time.perf_counter() - start
    figure("quads", count)
    figure("load_per_second", count / loading)
    figure("load_per_processor_second", count / processor)
    figure("bytes_per_quad", os.path.getsize(path) / count)
    figure("scan_per_second", scanned / scanning)
    if provisional:
        subjects = [row[0] for row in db.execute("SELECT DISTINCT s FROM quad LIMIT 20000")]
        start = time.perf_counter()
        for subject in subjects:
            db.execute("SELECT g, s, p, o FROM quad WHERE s = ?", (subject,)).fetchall()
        figure("subjects_per_second", len(subjects) / (time.perf_counter() - start))
    peak()
    db.close()
    os.remove(path)


def oxigraph(file, folder):
    import pyoxigraph

    path = os.path.join(folder, "peer.oxigraph")
    shutil.rmtree(path, ignore_errors=True)
    store = pyoxigraph.Store(path)
    start, begun = time.perf_counter(), time.process_time()
    store.bulk_load(path=file, format=pyoxigraph.RdfFormat.N_QUADS)
    store.flush()
    loading = time.perf_counter() - start
    processor = time.process_time() - begun
    count = len(store)
    start = time.perf_counter()
    scanned = sum(1 for _ in store.quads_for_pattern(None, None, None, None))
    scanning = time.perf_counter() - start
    subjects = []
    seen = set()
    for quad in store.quads_for_pattern(None, None, None, None):
        if quad.subject not in seen:
            seen.add(quad.subject)
            subjects.append(quad.subject)
            if len(subjects) == 20_000:
                break
    start = time.perf_counter()
    for subject in subjects:
        for _ in store.quads_for_pattern(subject, None, None, None):
            pass
    asking = time.perf_counter() - start
    size = sum(os.path.getsize(os.path.join(path, name)) for name in os.listdir(path))
    figure("quads", count)
    figure("load_per_second", count / loading)
    figure("load_per_processor_second", count / processor)
    figure("bytes_per_quad", size / count)
    figure("scan_per_second", scanned / scanning)
    figure("subjects_per_second", len(subjects) / asking)
    peak()
    del store
    shutil.rmtree(path, ignore_errors=True)


if sys.argv[1] == "sqlite":
    python_sqlite(sys.argv[3], sys.argv[4], sys.argv[2] == "on")
else:
    oxigraph(sys.argv[2], sys.argv[3])
