"""Draws the awards: who buys what from whom, where, when and for how much."""

import datetime

import domains
import places

PRIMARY = 396
SUBSEQUENT = 24
CSV_COUNT = 60
NOISE_PERCENT = 20
SIZE_WEIGHTS = {"G": 16, "M": 6, "P": 1}
LAST_DAY = datetime.date(2025, 6, 30)
STUDIES = ("Étude", "AMO", "Assistance", "Audit", "Diagnostic", "Enquête", "Maîtrise d'œuvre", "Schéma",
           "Formation", "Animation", "Mission", "Inventaire", "Conseil", "RSSI", "Délégué", "Démarche",
           "Concertation", "Sensibilisation", "Accompagnement", "Simulation", "Datavisualisation")
HOLIDAYS = {(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)}


def working_day(date):
    """The date, or the next one that is neither a week-end nor a fixed public holiday."""
    while date.weekday() > 4 or (date.month, date.day) in HOLIDAYS:
        date += datetime.timedelta(days=1)
    return date


def near(vendor, buyer):
    """Whether a vendor works where a buyer sits."""
    return vendor["radius"] == 0 or places.distance_km(vendor["commune"], buyer["commune"]) <= vendor["radius"]


def slots(draw, all_domains, vendors):
    """(vendor or None, domain) pairs: each vendor once, then what evens the domains out."""
    result = [(vendor, draw.pick(vendor["domains"])) for vendor in vendors]
    noise = [domain["key"] for domain in all_domains if "functional" not in domain]
    smart = [domain["key"] for domain in all_domains if "functional" in domain]
    counts = {key: 0 for key in smart + noise}
    for _, key in result:
        counts[key] += 1
    noise_target = PRIMARY * NOISE_PERCENT // 100
    while len(result) < PRIMARY:
        group = noise if sum(counts[key] for key in noise) < noise_target else smart
        rarest = min(counts[key] for key in group)
        key = draw.pick([key for key in group if counts[key] <= rarest + 2])
        counts[key] += 1
        result.append((None, key))
    return draw.shuffled(result)


def choose_buyer(draw, vendor, key, buyers):
    """A buyer of that domain, within the vendor's reach when there is one."""
    willing = [buyer for buyer in buyers if key in buyer["domains"]]
    if vendor is None:
        return draw.pick(willing)
    within = [buyer for buyer in willing if near(vendor, buyer)]
    if within:
        return draw.pick(within)
    return min(willing, key=lambda buyer: (places.distance_km(vendor["commune"], buyer["commune"]), buyer["key"]))


def choose_vendors(draw, first, key, buyer, vendors, count):
    """The winners: specialised in the domain and near enough, large and close ones more often."""
    winners = [first] if first else []
    while len(winners) < count:
        pool = [vendor for vendor in vendors
                if key in vendor["domains"] and near(vendor, buyer) and vendor not in winners]
        if not pool and winners:
            break
        if not pool:  # nobody covers the place: the nearest specialist does
            pool = [min((vendor for vendor in vendors if key in vendor["domains"]),
                        key=lambda vendor: (places.distance_km(vendor["commune"], buyer["commune"]), vendor["name"]))]
        weights = []
        for vendor in pool:
            weight = SIZE_WEIGHTS[vendor["size"]] * (3 if vendor["domains"][0] == key else 2)
            if places.distance_km(vendor["commune"], buyer["commune"]) <= 120:
                weight *= 3
            weights.append(weight)
        winners.append(draw.weighted(pool, weights))
    return winners


def choose_place(draw, buyer, communes):
    """The place of performance: the buyer's commune or one nearby in the same département."""
    if draw.chance(55):
        return buyer["commune"]
    around = [commune for _, commune in sorted(communes.items())
              if commune["department"] == buyer["commune"]["department"]
              and 0 < places.distance_km(commune, buyer["commune"]) <= 30]
    return draw.pick(around) if around else buyer["commune"]


def choose_procedure(draw, cents, works, smart):
    """A procedure that suits the amount; the ordinary purchases keep to calls for tenders."""
    euros = cents // 100
    if euros < 40000:
        if draw.chance(30):
            return "Marché négocié sans publicité ni mise en concurrence préalable"
        return "Procédure adaptée"
    if euros < (5000000 if works else 209000):
        return "Procédure adaptée" if draw.chance(88) else "Appel d'offres ouvert"
    if not smart:
        return "Appel d'offres ouvert"
    return draw.weighted(
        ["Appel d'offres ouvert", "Procédure concurrentielle avec négociation",
         "Appel d'offres restreint", "Dialogue compétitif"], [80, 12, 5, 3])


def euros_text(cents):
    """An amount in French figures: 1 234,56."""
    groups = []
    euros = str(cents // 100)
    while euros:
        groups.insert(0, euros[-3:])
        euros = euros[:-3]
    return "%s,%02d" % (" ".join(groups), cents % 100)


def title_for(draw, domain, wording, award):
    """The subject: one of the domain's wordings, with the variants that buyers use."""
    values = {name: draw.pick(options) for name, options in sorted(domain["params"].items())}
    values.update(domains.body_forms(award["buyer"], award["place"]))
    values["an"] = str(award["notified"].year)
    title = domains.fill(wording, values)
    if award["nature"] == "Accord-cadre":
        kind = draw.below(4)
        if kind == 0:
            title = "Accord-cadre à bons de commande - " + title
        elif kind == 1:
            title += " (accord-cadre, montant maximum %s € HT)" % euros_text(award["cents"])[:-3]
        elif kind == 2:
            title = "AC multi-annuel : " + title
    elif draw.chance(16):
        title = "Lot n° %d : %s" % (draw.between(1, 5), title)
    tail = draw.below(10)
    if tail < 4:
        title += " - " + award["place"]["name"]
    elif tail < 6:
        title += ", pour le compte " + values["de_acheteur"]
    elif tail == 6 and draw.chance(25):
        title += " (relance après infructuosité)"
    elif tail == 7 and award["months"] >= 24:
        title += " - %d-%d" % (award["notified"].year, award["notified"].year + award["months"] // 12)
    return title.upper() if draw.chance(4) else title


def primary(draw, index, slot, buyers, vendors, by_key, communes):
    """One award that is not a subsequent contract."""
    vendor, key = slot
    domain = by_key[key]
    buyer = choose_buyer(draw, vendor, key, buyers)
    count = draw.between(2, 3) if index >= CSV_COUNT and draw.chance(11) else 1
    framework = draw.chance(24)
    notified = working_day(datetime.date(2016 + index % 9, draw.between(1, 12), draw.between(1, 28)))
    wording = draw.pick([entry for entry in domain["awards"] if entry["since"] <= notified.year])
    low, high = domain["amount"]
    months = draw.pick(domain["months"])
    if wording["title"].startswith(STUDIES):
        high, months = max(low * 2, high // 8), min(months, 36)
    euros = draw.geometric(low, high)
    cents = euros * 100
    if framework:
        cents = max(euros // 10000, 1) * 2000000
    elif draw.chance(45):
        cents += draw.below(100)
    elif euros > 20000:
        cents = euros // 100 * 10000
    award = {
        "domain": key, "buyer": buyer, "place": choose_place(draw, buyer, communes),
        "winners": choose_vendors(draw, vendor, key, buyer, vendors, count),
        "nature": "Accord-cadre" if framework else "Marché", "cents": cents,
        "months": draw.pick([24, 36, 48]) if framework else months,
        "notified": notified, "published": notified + datetime.timedelta(days=draw.between(2, 58)),
        "modifications": [],
    }
    award["cpv"] = wording["cpv"]
    award["procedure"] = choose_procedure(draw, cents, wording["cpv"].startswith("45"), "functional" in domain)
    award["price"] = draw.pick(
        ["Révisable", "Révisable", "Ferme et actualisable"] if award["months"] > 12 else ["Ferme", "Ferme", "Révisable"])
    award["title"] = title_for(draw, domain, wording["title"], award)
    return award


def subsequent(draw, number, framework):
    """A contract placed under a framework agreement, with its buyer and winners."""
    latest = max(min(framework["months"] * 30, 900), 120)
    notified = framework["notified"] + datetime.timedelta(days=draw.between(60, latest))
    if notified.year > 2024:
        notified = datetime.date(2024, 12, draw.between(2, 20))
    notified = working_day(notified)
    award = dict(framework)
    award.update({
        "nature": "Marché subséquent", "modifications": [],
        "cents": framework["cents"] * draw.between(8, 30) // 100 + draw.below(100),
        "months": draw.pick([6, 9, 12, 18]), "notified": notified,
        "published": notified + datetime.timedelta(days=draw.between(2, 58)),
        "title": "%s n° %d : %s" % (draw.pick(["Marché subséquent", "MS"]), number, framework["title"]),
    })
    return award


def modify(draw, award):
    """Adds one modification, dated after the award and within its duration."""
    days = draw.between(60, max(90, award["months"] * 25))
    notified = working_day(min(award["notified"] + datetime.timedelta(days=days), LAST_DAY))
    longer = draw.chance(50)
    kind = draw.pick([
        "Prolongation du délai d'exécution et prestations complémentaires",
        "Travaux supplémentaires devenus nécessaires", "Ajout de prix nouveaux au bordereau",
        "Extension du périmètre à de nouveaux sites", "Adaptation du calendrier et des quantités",
    ])
    award["modifications"].append({
        "months": award["months"] + (draw.pick([2, 3, 6]) if longer else 0),
        "cents": award["cents"] + award["cents"] * draw.between(2, 14) // 100,
        "object": kind, "notified": notified,
        "published": notified + datetime.timedelta(days=draw.between(3, 50)),
    })


def all_awards(draw, buyers, vendors, all_domains, communes):
    """The awards of the JSON file and those of the CSV file, each in order of notification."""
    by_key = {domain["key"]: domain for domain in all_domains}
    drawn = [primary(draw, index, slot, buyers, vendors, by_key, communes)
             for index, slot in enumerate(slots(draw, all_domains, vendors))]
    csv_awards, json_awards = drawn[:CSV_COUNT], drawn[CSV_COUNT:]
    frameworks = [award for award in json_awards
                  if award["nature"] == "Accord-cadre" and award["notified"].year < 2024]
    chosen = draw.shuffled(frameworks)[:SUBSEQUENT * 2 // 3]
    for number in range(SUBSEQUENT):
        framework = chosen[number % len(chosen)]
        json_awards.append(subsequent(draw, number // len(chosen) + 1, framework))
    plain = [award for award in json_awards if award["nature"] == "Marché" and award["months"] >= 6]
    for award in draw.shuffled(plain)[:len(json_awards) * 5 // 100]:
        modify(draw, award)

    def order(award):
        return (award["notified"], award["buyer"]["siret"], award["title"], award["cents"])
    return sorted(json_awards, key=order), sorted(csv_awards, key=order)
