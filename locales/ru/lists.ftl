# Длинные списки по страницам.

page-before = ◀️ Назад
page-of = страница { $n } из { $of }
page-after = Дальше ▶️
