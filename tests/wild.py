"""Texts that nobody writes: numbers of any size among words of time, in four languages."""

import random

_NUMBERS = "0 1 29 31 99 1999 2016 9999 10000 20166 99999999999 -1 2.5 1e309 ١٢٣".split()
_WORDS = (
    "since before after until in last next week months years days ago February quarter decade second books "
    "yil yildan yilgacha kun oy hafta oldin avval oxirgi mart chorak asr -yil kitob oldik "
    "йил олдин ой кун год лет месяцев назад через до после с марта квартал век получили экз. – . / :"
).split()


def wild(dice: random.Random) -> str:
    """One of them, a few words long."""
    between = dice.choice((" ", " ", " ", ""))
    return between.join(dice.choice(_NUMBERS + _WORDS) for _ in range(dice.randint(2, 8)))
