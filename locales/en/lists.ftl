# Long lists in pages.

page-before = ◀️ Previous
page-of = page { $n } of { $of }
page-after = Next ▶️
