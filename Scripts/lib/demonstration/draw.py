"""A small generator of draws that gives the same values on every Python and platform.

Python's own random module keeps only random() stable between versions, so the corpus
draws from SplitMix64 in whole numbers. The clock and hash order play no part.
"""

import math
import zlib

MASK = (1 << 64) - 1


class Draw:
    """A stream of draws named by a seed and a label; two labels give independent streams."""

    def __init__(self, seed, label):
        data = label.encode("utf-8")
        self.state = (seed * 0x9E3779B97F4A7C15 + (zlib.crc32(data) << 32) + zlib.adler32(data)) & MASK

    def word(self):
        """The next 64-bit word."""
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        value = self.state
        value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & MASK
        return value ^ (value >> 31)

    def below(self, count):
        """A whole number from 0 to count - 1."""
        return self.word() % count

    def between(self, low, high):
        """A whole number from low to high, both included."""
        return low + self.below(high - low + 1)

    def chance(self, percent):
        """True `percent` times in a hundred."""
        return self.below(100) < percent

    def pick(self, items):
        """One item of a list."""
        return items[self.below(len(items))]

    def weighted(self, items, weights):
        """One item, drawn in proportion to its whole-number weight."""
        rest = self.below(sum(weights))
        for item, weight in zip(items, weights):
            if rest < weight:
                return item
            rest -= weight
        raise ValueError("weights")

    def shuffled(self, items):
        """A shuffled copy (Fisher and Yates)."""
        result = list(items)
        for last in range(len(result) - 1, 0, -1):
            other = self.below(last + 1)
            result[last], result[other] = result[other], result[last]
        return result

    def subset(self, items, count):
        """`count` items in their original order."""
        chosen = sorted(self.shuffled(range(len(items)))[:count])
        return [items[index] for index in chosen]

    def geometric(self, low, high):
        """A whole number between low and high, small ones as likely as large ones by ratio."""
        for _ in range(5):
            middle = math.isqrt(low * high)
            if self.below(2):
                low = middle
            else:
                high = middle
        return self.between(low, high)
