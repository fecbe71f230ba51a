# Sahifalarga boʻlingan uzun roʻyxatlar.

page-before = ◀️ Oldingi
page-after = Keyingi ▶️
