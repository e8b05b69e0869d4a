"""Makes the corpora and query sets of the benchmark: prepare.py SHARED FOLDER CORPUS [DOCUMENTS]

CORPUS is legal (French codes), ted (tender notices) or generated (DOCUMENTS pseudo-French texts, 500,000 unless told).
Prints the number of documents, or exits with 3 when the shared data is missing. Everything follows from fixed seeds.
"""

import gzip
import itertools
import json
import os
import random
import re
import struct
import sys

SEED = 20_261_122
LEGAL = "data/fr-legal-corpus/articles.jsonl.gz"
TED = "data/ted-xml/notices.jsonl.gz"
STOP = set(
    "le la les un une des du de au aux en et ou ni mais donc or car que qui quoi dont si comme ne pas plus par pour sur "
    "sous avec sans entre vers chez dans depuis avant contre selon lors hors ce cet cette ces son sa ses leur leurs il "
    "elle on nous vous ils elles se lui eux est sont être été ont avoir ayant soit sera seront peut peuvent tout toute "
    "tous toutes même mêmes aucun aucune chaque".split()
)


def strings(value):
    """Every text inside a JSON value, in its order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def legal(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield article["title"] + "\n" + article["text"]


def ted(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            notice = json.loads(line)
            fields = ("title", "title_ml", "buyer", "town", "description", "lots", "awards")
            yield "\n".join(text for name in fields for text in strings(notice.get(name)) if text)


def generated(count):
    """Pseudo-French: function words at the top of a Zipf law, made-up words of syllables below."""
    chance = random.Random(SEED)
    onsets = "b c ch d f g l m n p pr qu r s t tr v gr bl cl".split()
    vowels = "a e i o u ou é è ai on an in eau oi".split()
    ends = ["", "", "", "e", "s", "es", "ment", "tion", "tions", "eur", "eurs", "ité", "ique", "age", "er", "ée"]
    seen = dict.fromkeys(sorted(STOP))
    while len(seen) < 200_000:
        stem = "".join(chance.choice(onsets) + chance.choice(vowels) for _ in range(chance.choice((1, 2, 2, 3, 3))))
        seen.setdefault(stem + chance.choice(ends))
    vocabulary = list(seen)
    weights = list(itertools.accumulate(1 / (rank + 2.7) ** 1.05 for rank in range(len(vocabulary))))
    for _ in range(count):
        words = chance.choices(vocabulary, cum_weights=weights, k=chance.randint(8, 60))
        sentences, at = [], 0
        while at < len(words):
            step = chance.randint(5, 20)
            sentences.append(" ".join(words[at : at + step]).capitalize() + ".")
            at += step
        yield " ".join(sentences)


def content_words(sentence):
    return [w.lower() for w in re.findall(r"[^\W\d_]{3,}", sentence) if w.lower() not in STOP]


def queries(texts):
    """2,000 OR and 2,000 AND queries of two to four words of one sentence, 1,000 phrases of two or three words."""
    chance = random.Random(SEED + 1)

    def sentence():
        pieces = re.split(r"[.;:\n]", texts[chance.randrange(len(texts))])
        return pieces[chance.randrange(len(pieces))]

    def some(count, make):
        found = []
        while len(found) < count:
            text = make()
            if text is not None:
                found.append(text)
        return found

    def words():
        candidates = list(dict.fromkeys(content_words(sentence())))
        wanted = chance.randint(2, 4)
        return " ".join(chance.sample(candidates, wanted)) if len(candidates) >= wanted else None

    def phrase(length):
        # Words with nothing but a space between them, so that every engine cuts them alike.
        runs = re.findall(r"(?<![\w'’-])[^\W\d_]+(?: [^\W\d_]+)+(?![\w'’-])", sentence())
        if not runs:
            return None
        run = runs[chance.randrange(len(runs))].lower().split(" ")
        if len(run) < length:
            return None
        start = chance.randint(0, len(run) - length)
        cut = run[start : start + length]
        ends = (cut[0], cut[-1])
        return " ".join(cut) if all(len(word) >= 3 and word not in STOP for word in ends) else None

    yield from (("or", text) for text in some(2000, words))
    yield from (("and", text) for text in some(2000, words))
    yield from (("phrase", text) for length in (2, 3) for text in some(500, lambda: phrase(length)))


def main(shared, folder, name, count):
    if name == "generated":
        texts = list(generated(count))
    else:
        path = os.path.join(shared, LEGAL if name == "legal" else TED)
        if not os.path.exists(path):
            print(f"{path} is missing; {name} is left out (set PASSERELLE_SHARED)", file=sys.stderr)
            sys.exit(3)
        texts = list((legal if name == "legal" else ted)(path))
    with open(os.path.join(folder, name + ".docs"), "wb") as file:
        for text in texts:
            data = text.encode("utf-8")
            file.write(struct.pack("<I", len(data)) + data)
    with open(os.path.join(folder, name + ".queries"), "w", encoding="utf-8") as file:
        for kind, text in queries(texts):
            print(kind, text, sep="\t", file=file)
    print(len(texts))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]) if len(sys.argv) > 4 else 500_000)
