"""Reads the domain modules: one text block a domain, `name: value` lines, then sections.

A section starts with `== name`; each of its lines is one sentence, item or paragraph.
A `param name: a / b / c` line lists the values that {name} may take in the sentences.
A line of the awards section starts with its CPV code, then the first year of the wording if any.
"""

import domains_bikes_ticketing
import domains_buildings_heat
import domains_charging_opendata
import domains_citizens_air
import domains_cyber_signals
import domains_fibre_twin
import domains_lighting_data
import domains_services_inclusion
import domains_video_iot
import domains_waste_parking
import domains_water
import ordinary

MODULES = [
    domains_lighting_data, domains_waste_parking, domains_bikes_ticketing, domains_water,
    domains_buildings_heat, domains_charging_opendata, domains_citizens_air, domains_video_iot,
    domains_fibre_twin, domains_services_inclusion, domains_cyber_signals,
]


def award_wording(line):
    """A line `CPV code [first year] | subject` as a dictionary."""
    head, title = line.split(" | ", 1)
    code, *since = head.split()
    return {"cpv": code, "since": int(since[0]) if since else 0, "title": title}


def parse(text):
    """One domain as a dictionary: its fields, `params`, and its sections as lists of lines."""
    domain = {"params": {}}
    section = None
    for line in text.strip().splitlines():
        line = line.strip()
        if line.startswith("== "):
            section = line[3:]
            domain[section] = []
        elif section:
            domain[section].append(line)
        else:
            name, value = [part.strip() for part in line.split(":", 1)]
            if name.startswith("param "):
                domain["params"][name[6:]] = [part.strip() for part in value.split(" / ")]
            else:
                domain[name] = value
    domain["awards"] = [award_wording(line) for line in domain["awards"]]
    domain["amount"] = [int(part) for part in domain["amount"].split()]
    domain["months"] = [int(part) for part in domain["months"].split()]
    return domain


def smart_domains():
    """The 22 smart-city domains, each with the material of a specification."""
    return [parse(text) for module in MODULES for text in module.TEXTS]


def ordinary_domains():
    """The ordinary purchases that serve as noise."""
    return [parse(text) for text in ordinary.TEXTS]


def fill(text, values):
    """The text with its {placeholders} replaced; an unknown one is an error."""
    for name in sorted(values):
        text = text.replace("{" + name + "}", values[name])
    if "{" in text or "}" in text:
        raise ValueError("unfilled placeholder in: " + text)
    return text


def body_forms(buyer, place):
    """The grammatical forms of a buyer's and a commune's name that sentences use."""
    article, name = buyer["article"], buyer["name"]
    joined = {"le": ("le ", "Le ", "du ", "au "), "la": ("la ", "La ", "de la ", "à la "),
              "l'": ("l'", "L'", "de l'", "à l'")}[article]
    vowel = place["name"][0] in "AEIOUYÉÈÊÎÔH"
    return {
        "acheteur": joined[0] + name, "Acheteur": joined[1] + name,
        "de_acheteur": joined[2] + name, "a_acheteur": joined[3] + name,
        "commune": place["name"], "de_commune": ("d'" if vowel else "de ") + place["name"],
    }
