# Dates. $day and $month are numbers, $year is text (a year is never grouped).

month-name = { $month ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[12] декабрь
}
# The month behind the number of a day.
month-of = { $month ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[12] декабрь
}

# The month and the season in which something happens.
month-in = { $month ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[12] декабрь
}
season-in = { $season ->
    [1] баҳор
    [2] ёз
    [3] куз
   *[4] қиш
}

season-name = { $season ->
    [1] баҳор
    [2] ёз
    [3] куз
   *[4] қиш
}
season-of = { $season ->
    [1] баҳор
    [2] ёз
    [3] куз
   *[4] қиш
}

date-day = { $year } йил { $day } { month-of }
date-month = { $year } йил { month-name }
date-season = { $year } йил { season-name }
date-year = { $year } йил
date-from-day = { $year } йил { $day } { month-of }дан
date-from-month = { $year } йил { month-of }дан
date-from-season = { $year } йил { season-of }дан
date-from-year = { $year } йилдан
date-until-day = { $year } йил { $day } { month-of }гача
date-until-month = { $year } йил { month-of }гача
date-until-season = { $year } йил { season-of }гача
date-until-year = { $year } йилгача
date-at-day = { $year } йил { $day } { month-of }да
date-at-month = { $year } йил { month-in }да
date-at-season = { $year } йил { season-in }да
date-at-year = { $year } йилда
date-at-years = { $year }–{ $last } йилларда
date-days-of-month = { $year } йил { $day }–{ $last } { month-of }
date-days-of-year = { $year } йил { $start } – { $end }
date-day-and-month = { $day } { month-of }
date-years = { $year }–{ $last } йиллар
date-span = { $start } – { $end }
date-end-unknown = { $start }, тугаши қайд этилмаган
date-start-unknown = { $end }, бошланиши қайд этилмаган
date-open = { $start }, муддатсиз
date-about = { $date } (тахминан)
date-uncertain = { $date } (аниқ эмас)
date-and-time = { $date }, соат { $time }
date-today = бугун
date-tomorrow = эртага
date-in-days = { $n } кундан кейин
date-days-ago = { $n } кун олдин
date-weekday = { $n ->
    [1] ду
    [2] се
    [3] чор
    [4] пай
    [5] жум
    [6] шан
   *[7] як
}
date-weekday-short = { $n ->
    [1] Ду
    [2] Се
    [3] Чо
    [4] Па
    [5] Жу
    [6] Ша
   *[7] Як
}
