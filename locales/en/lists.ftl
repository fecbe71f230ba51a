# Long lists in pages.

page-before = ◀️ Previous
page-after = Next ▶️
