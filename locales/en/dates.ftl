# Dates. $day and $month are numbers, $year is text (a year is never grouped).

month-name = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
# The month behind the number of a day.
month-of = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}

# The month and the season in which something happens.
month-in = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
season-in = { $season ->
    [1] spring
    [2] summer
    [3] autumn
   *[4] winter
}

season-name = { $season ->
    [1] spring
    [2] summer
    [3] autumn
   *[4] winter
}
season-of = { $season ->
    [1] spring
    [2] summer
    [3] autumn
   *[4] winter
}

date-day = { $day } { month-of } { $year }
date-month = { month-name } { $year }
date-season = { season-name } { $year }
date-year = { $year }
date-from-day = from { $day } { month-of } { $year }
date-from-month = from { month-of } { $year }
date-from-season = from { season-of } { $year }
date-from-year = since { $year }
date-until-day = until { $day } { month-of } { $year }
date-until-month = until { month-of } { $year }
date-until-season = until { season-of } { $year }
date-until-year = until { $year }
date-at-day = on { $day } { month-of } { $year }
date-at-month = in { month-in } { $year }
date-at-season = in { season-in } { $year }
date-at-year = in { $year }
date-at-years = in { $year }–{ $last }
date-days-of-month = { $day }–{ $last } { month-of } { $year }
date-days-of-year = { $start } – { $end } { $year }
date-day-and-month = { $day } { month-of }
date-years = { $year }–{ $last }
date-span = { $start } – { $end }
date-end-unknown = { $start }, end not recorded
date-start-unknown = { $end }, start not recorded
date-open = { $start }, open-ended
date-about = { $date } (approximately)
date-uncertain = { $date } (uncertain)
date-and-time = { $date }, { $time }
date-today = today
date-tomorrow = tomorrow
date-in-days = { $n ->
    [one] in { $n } day
   *[other] in { $n } days
}
date-days-ago = { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
}
date-weekday = { $n ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}
date-weekday-short = { $n ->
    [1] Mo
    [2] Tu
    [3] We
    [4] Th
    [5] Fr
    [6] Sa
   *[7] Su
}
