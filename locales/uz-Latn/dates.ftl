# Dates. $day and $month are numbers, $year is text (a year is never grouped).

month-name = { $month ->
    [1] yanvar
    [2] fevral
    [3] mart
    [4] aprel
    [5] may
    [6] iyun
    [7] iyul
    [8] avgust
    [9] sentabr
    [10] oktabr
    [11] noyabr
   *[12] dekabr
}
# The month behind the number of a day.
month-of = { $month ->
    [1] yanvar
    [2] fevral
    [3] mart
    [4] aprel
    [5] may
    [6] iyun
    [7] iyul
    [8] avgust
    [9] sentabr
    [10] oktabr
    [11] noyabr
   *[12] dekabr
}

# The month and the season in which something happens.
month-in = { $month ->
    [1] yanvar
    [2] fevral
    [3] mart
    [4] aprel
    [5] may
    [6] iyun
    [7] iyul
    [8] avgust
    [9] sentabr
    [10] oktabr
    [11] noyabr
   *[12] dekabr
}
season-in = { $season ->
    [1] bahor
    [2] yoz
    [3] kuz
   *[4] qish
}

season-name = { $season ->
    [1] bahor
    [2] yoz
    [3] kuz
   *[4] qish
}
season-of = { $season ->
    [1] bahor
    [2] yoz
    [3] kuz
   *[4] qish
}

date-day = { $year }-yil { $day }-{ month-of }
date-month = { $year }-yil { month-name }
date-season = { $year }-yil { season-name }
date-year = { $year }-yil
date-from-day = { $year }-yil { $day }-{ month-of }dan
date-from-month = { $year }-yil { month-of }dan
date-from-season = { $year }-yil { season-of }dan
date-from-year = { $year }-yildan
date-until-day = { $year }-yil { $day }-{ month-of }gacha
date-until-month = { $year }-yil { month-of }gacha
date-until-season = { $year }-yil { season-of }gacha
date-until-year = { $year }-yilgacha
date-at-day = { $year }-yil { $day }-{ month-of }da
date-at-month = { $year }-yil { month-in }da
date-at-season = { $year }-yil { season-in }da
date-at-year = { $year }-yilda
date-at-years = { $year }–{ $last }-yillarda
date-days-of-month = { $year }-yil { $day }–{ $last }-{ month-of }
date-days-of-year = { $year }-yil { $start } – { $end }
date-day-and-month = { $day }-{ month-of }
date-years = { $year }–{ $last }-yillar
date-span = { $start } – { $end }
date-end-unknown = { $start }, tugashi qayd etilmagan
date-start-unknown = { $end }, boshlanishi qayd etilmagan
date-open = { $start }, muddatsiz
date-about = { $date } (taxminan)
date-uncertain = { $date } (aniq emas)
date-and-time = { $date }, soat { $time }
date-today = bugun
date-tomorrow = ertaga
date-in-days = { $n } kundan keyin
date-days-ago = { $n } kun oldin
date-weekday = { $n ->
    [1] du
    [2] se
    [3] chor
    [4] pay
    [5] jum
    [6] shan
   *[7] yak
}
date-weekday-short = { $n ->
    [1] Du
    [2] Se
    [3] Cho
    [4] Pa
    [5] Ju
    [6] Sha
   *[7] Yak
}
