# Sahifalarga boʻlingan uzun roʻyxatlar.

page-before = ◀️ Oldingi
page-of = { $of } sahifadan { $n }-sahifa
page-after = Keyingi ▶️
