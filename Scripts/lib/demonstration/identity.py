"""SIREN and SIRET numbers of invented bodies, and the CPV check digit.

Every SIREN starts with 999, a range the demonstration reserves for fiction, and depends
on the body's name only: adding a body does not renumber the others.
"""

import zlib


def luhn_digit(digits):
    """The digit that makes `digits` followed by it pass the Luhn test."""
    total = 0
    for position, digit in enumerate(reversed(digits)):
        value = int(digit)
        if position % 2 == 0:
            value *= 2
            if value > 9:
                value -= 9
        total += value
    return str(-total % 10)


def luhn_valid(digits):
    """Whether a number passes the Luhn test."""
    return digits.isdigit() and luhn_digit(digits[:-1]) == digits[-1]


def siret_for(name, taken):
    """A SIRET for `name`; `taken` holds the SIREN bodies already given and is added to."""
    body = zlib.crc32(name.encode("utf-8")) % 100000
    while body in taken:
        body = (body + 1) % 100000
    taken.add(body)
    stem = "999%05d" % body
    siren = stem + luhn_digit(stem)
    establishment = siren + "0001"
    return establishment + luhn_digit(establishment)


def cpv_check_digit(code):
    """The check digit of an eight-digit CPV code; some branches add a constant."""
    weights = (3, 7, 1, 3, 7, 1, 3, 7)
    constants = (("091", 6), ("092", 6), ("093", 6), ("35125300", 3), ("421", 3), ("72267100", 5),
                 ("724", 5), ("726", 5))
    constant = next((value for branch, value in constants if code.startswith(branch)), 0)
    return str((sum(int(digit) * weight for digit, weight in zip(code, weights)) + constant) % 10)
