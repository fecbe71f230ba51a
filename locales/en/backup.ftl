# Backup and restore.

backup-done = ✅ Backed up: { $file }
backup-holds = { $records ->
    [one] { $records } record
   *[other] { $records } records
}, { $files ->
    [one] { $files } file
   *[other] { $files } files
}
restore-done = ✅ Restored: the registry is as it was at { $moment }. Nothing that was on its way then is sent again.

refused-backup-unreadable = This file is not a backup of ours.
refused-backup-damaged = This backup is damaged: its parts are not what was written. Nothing has been changed.
refused-backup-newer = This backup was made by a newer version of the program (schema { $revision }). Please install that version.
refused-bot-running = A bot is working with this registry. Please stop it first.
refused-restore-running = The registry is being restored. Please start the bot afterwards.
refused-registry-not-empty = There are records in this registry already. To replace them all: --replace
