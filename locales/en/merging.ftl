# Making one partner of two.

button-merge = 🔗 Merge
merging-which = <b>Which partner is the same as { $id } { $name }?</b> It will become a part of { $id }: its records move there, its names are kept as other names.
merging-command = Not here? Send both short ids: <code>/merge { $id } p…</code>
merging-sure = <b>Make { $other } { $gone } a part of { $id } { $kept }?</b> Records that move: { $n }. One Undo takes all of it back.
merging-yes = ✅ Merge
merging-swap = 🔄 The other way round
merging-done = ✅ { $gone } is now a part of { $id } { $kept }. Records moved: { $n }.
refused-merge-itself = A partner cannot be merged with itself.
refused-merge-usage = Please send the short ids of two partners, for example: /merge p5 p12
