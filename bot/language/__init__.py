"""Words → meaning, in four writing systems, without guessing what the registry holds. Pure: no session, no
clock.

How another room uses it:

    from bot.language.names import Gazetteer
    from bot.language.reading import read

    gazetteer = Gazetteer.build(ourselves=…, partners=…, programmes=…, series=…, events=…, participants=…)
    reading = read("Bugun Polsha Milliy kutubxonasidan 25 nusxa kitob oldik", gazetteer, today)

`Reading` holds findings, each with its tokens (`start`, `end`, or `places`), and `said(start, end)` quotes
the text:
  * `tokens`: words and figures (`.low` lower case, `.key` the Uzbek key in any alphabet), in the normalised
    `text`;
  * `numbers`: `Number(value, ordinal, roman, pieces)` in figures or words, those within a date left out;
  * `periods`: `Period(first, last, grain, edtf, yearless, relative)`; `edtf` is the date as the workbook
    writes it (None for windows such as "next 6 months" and for one-sided bounds); `yearless`: no year was
    said and the latest past one is taken;
  * `senses`: concepts of `locales/*/lexicon.toml` (`got`, `gave`, `material.books`, `event.seminar`,
    `basis.gift` …), each with its `ending` (`bot.language.suffixes.Ending`: case, negative, ours, past,
    future, passive, asks); they may overlap, the longest is usually meant;
  * `mentions`: names (`Known.PARTNER`, `OURSELVES`, `COUNTRY`, `CITY`, `EVENT`, …) with every record that
    fits in `targets` (their numbers in `nos`), `how` sure (`EXACT`, `WORDS`, `UNKNOWN` = an institution that
    the registry lacks), and the `ending` of the last word: `Case.DATIVE` (-ga) is to, `Case.ABLATIVE` (-dan)
    is from. Russian and English say it with a preposition: the token before `mention.start`;
  * `guesses`: words read as others because of a slip of the pen (their tokens are already replaced).

`bot.language.triage` says whether a text is a question or a log, `bot.language.speech` in which language it
is written. A new word is added to a lexicon file, not to code.
"""
