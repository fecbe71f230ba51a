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
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
}

# The month and the season in which something happens.
month-in = { $month ->
    [1] январе
    [2] феврале
    [3] марте
    [4] апреле
    [5] мае
    [6] июне
    [7] июле
    [8] августе
    [9] сентябре
    [10] октябре
    [11] ноябре
   *[12] декабре
}
season-in = { $season ->
    [1] весной
    [2] летом
    [3] осенью
   *[4] зимой
}

season-name = { $season ->
    [1] весна
    [2] лето
    [3] осень
   *[4] зима
}
season-of = { $season ->
    [1] весны
    [2] лета
    [3] осени
   *[4] зимы
}

date-day = { $day } { month-of } { $year } г.
date-month = { month-name } { $year } г.
date-season = { season-name } { $year } г.
date-year = { $year } г.
date-from-day = с { $day } { month-of } { $year } г.
date-from-month = с { month-of } { $year } г.
date-from-season = с { season-of } { $year } г.
date-from-year = с { $year } г.
date-until-day = до { $day } { month-of } { $year } г.
date-until-month = до { month-of } { $year } г.
date-until-season = до { season-of } { $year } г.
date-until-year = до { $year } г.
date-at-day = { $day } { month-of } { $year } г.
date-at-month = в { month-in } { $year } г.
date-at-season = { season-in } { $year } г.
date-at-year = в { $year } г.
date-at-years = в { $year }–{ $last } гг.
date-days-of-month = { $day }–{ $last } { month-of } { $year } г.
date-days-of-year = { $start } – { $end } { $year } г.
date-day-and-month = { $day } { month-of }
date-years = { $year }–{ $last } гг.
date-span = { $start } – { $end }
date-end-unknown = { $start }, окончание не указано
date-start-unknown = { $end }, начало не указано
date-open = { $start }, бессрочно
date-about = { $date } (приблизительно)
date-uncertain = { $date } (неточно)
date-and-time = { $date }, { $time }
date-today = сегодня
date-tomorrow = завтра
date-in-days = { $n ->
    [one] через { $n } день
    [few] через { $n } дня
   *[other] через { $n } дней
}
date-days-ago = { $n ->
    [one] { $n } день назад
    [few] { $n } дня назад
   *[other] { $n } дней назад
}
date-weekday = { $n ->
    [1] пн
    [2] вт
    [3] ср
    [4] чт
    [5] пт
    [6] сб
   *[7] вс
}
date-weekday-short = { $n ->
    [1] пн
    [2] вт
    [3] ср
    [4] чт
    [5] пт
    [6] сб
   *[7] вс
}
