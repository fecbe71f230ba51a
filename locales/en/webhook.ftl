# Updates pushed by Telegram.

check-webhook-set = Telegram: webhook { $url }, updates waiting: { $n }
check-webhook-missing = Telegram: the webhook { $url } is not set; run sets it when it starts
check-webhook-trouble = Telegram: the last delivery to the webhook failed: { $reason }
refused-webhook-refused = Telegram does not accept the webhook { $url } (HAMKOR_WEBHOOK_URL): { $reason }
refused-listen-taken = Nothing can be received at { $address } ({ $setting }): { $reason }
