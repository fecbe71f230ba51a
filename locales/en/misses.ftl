# What was not understood, for administrators.

command-misses = questions that were not understood
misses-none = ✅ Nothing here: every question was understood and no answer was marked as wrong.
misses-head = 🧐 <b>Not understood or marked as wrong</b>: { $n }
misses-line = { $text }
    { $why } · { $times } · { $at }
misses-text = “{ $text }”
misses-why-not-understood = not understood
misses-why-not-in-registry = a name that is not in the registry
misses-why-out-of-scope = taken as not about the registry
misses-why-wrong = the answer was marked as wrong
misses-times = { $n ->
    [one] once
   *[other] { $n } times
}
misses-whose = Whose name is “{ $name }”? One tap adds it to the partner’s other names.
misses-another = 🔎 Another partner …
misses-cut = ✂️ The name is “{ $name }”, without the ending
misses-whole = ↩️ The name is “{ $name }”, as written
misses-pass = ✖️ Take off the list
misses-back = ◀️ The list
misses-which = Which partner is “{ $name }”? Write the name as the registry has it.
misses-which-hint = The partner’s name
misses-called = ✅ “{ $name }” is now another name of { $id } { $partner }. The next question will understand it.
refused-miss-gone = Somebody has settled this question already.
refused-name-taken = The partner is called “{ $name }” already.
