"""Makes awards and needs of one language from the matching benchmark: generate.py SHARED FOLDER LANGUAGE AWARDS

Each award starts from a past one of train.jsonl; words of its title are exchanged with words of titles of the same
CPV class, its winners may be those of another award of the class, and most winners become one of several companies
of the same kind, so that companies grow in number as awards do. Everything follows from a fixed seed.

Writes LANGUAGE.awards.tsv (title, cpv, buyer, place, date, winners: ids divided by blanks, the buyer's name),
LANGUAGE.vendors.tsv (id, name) and LANGUAGE.needs.tsv (kind, title, text, cpv, buyer, place, winners, the buyer's
name): 500 short needs, the public test half
first and newer awards after, each with those winners that the awards have, and 100 long ones, whose text of about 12 kB is put together from titles of the class.
"""

import json
import os
import random
import sys

SEED = 20_261_121
SHORT, LONG, LONG_BYTES = 500, 100, 12_000
# Of a winner's company, the award may go to this many others of its kind.
KIN = 15


def read(path, language):
    with open(path, encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if row["id"].startswith(language + ":")]


def clean(text):
    return " ".join((text or "").split())


class Classes:
    """Awards by the longest CPV prefix of four, three or two digits that enough of them share."""

    def __init__(self, awards):
        self.members = {}
        for award in awards:
            for digits in (4, 3, 2, 0):
                self.members.setdefault(award["cpv"][:digits], []).append(award)

    def of(self, award):
        for digits in (4, 3, 2):
            found = self.members.get(award["cpv"][:digits], [])
            if award["cpv"] and len(found) >= 5:
                return found
        return self.members[""]


def resampled(chance, awards, classes):
    base = chance.choice(awards)
    kin = classes.of(base)
    words = clean(base["title"]).split(" ")
    for place in range(len(words)):
        if chance.random() < 0.35:
            words[place] = chance.choice(clean(chance.choice(kin)["title"]).split(" "))
    other = base if chance.random() < 0.7 else chance.choice(kin)
    seat = base if chance.random() < 0.8 else chance.choice(kin)
    winners = []
    for winner in other["winners"]:
        number = "" if chance.random() < 0.3 else chance.randrange(KIN)
        winners.append((f"{winner['id']}.{number}".rstrip("."), f"{winner['name']} {number}".strip()))
    year = base["date"][:4] if chance.random() < 0.5 else str(chance.randint(2015, 2018))
    date = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    fields = [" ".join(words), base["cpv"], seat["buyer_id"], clean(seat["place"]), date]
    return fields, winners, clean(seat["buyer_name"])


def main(shared, folder, language, count):
    source = os.path.join(shared, "data/matching")
    if not os.path.isdir(source):
        print(f"{source} is missing (set PASSERELLE_SHARED)", file=sys.stderr)
        sys.exit(3)
    chance = random.Random(f"{SEED} {language}")
    train = read(os.path.join(source, "train.jsonl"), language)
    classes = Classes(train)
    names = {}
    with open(os.path.join(folder, language + ".awards.tsv"), "w", encoding="utf-8") as file:
        for _ in range(count):
            fields, winners, buyer = resampled(chance, train, classes)
            names.update(winners)
            print(*fields, " ".join(dict.fromkeys(w for w, _ in winners)), buyer, sep="\t", file=file)
    with open(os.path.join(folder, language + ".vendors.tsv"), "w", encoding="utf-8") as file:
        for vendor, name in names.items():
            print(vendor, clean(name), sep="\t", file=file)
    kinds = {vendor.split(".")[0] for vendor in names}
    newer = read(os.path.join(source, "test_public.jsonl"), language)
    chance.shuffle(newer)
    newer = newer[:SHORT]
    rest = read(os.path.join(source, "newer_not_in_test.jsonl"), language)
    newer += chance.sample(rest, min(len(rest), SHORT - len(newer)))
    with open(os.path.join(folder, language + ".needs.tsv"), "w", encoding="utf-8") as file:
        for place, award in enumerate(newer + newer[:LONG]):
            text = ""
            if place >= len(newer):
                kin = classes.of(award)
                while len(text.encode()) < LONG_BYTES:
                    text += "Le titulaire doit : " + clean(chance.choice(kin)["title"]) + ". "
            winners = " ".join(w["id"] for w in award["winners"] if w["id"] in kinds)
            print("long" if text else "short", clean(award["title"]), text, award["cpv"], award["buyer_id"],
                  clean(award["place"]), winners, clean(award["buyer_name"]), sep="\t", file=file)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
