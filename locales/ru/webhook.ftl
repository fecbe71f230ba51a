# Обновления, которые присылает сам Telegram.

check-webhook-set = Telegram: вебхук { $url }, ожидает обновлений: { $n }
check-webhook-missing = Telegram: вебхук { $url } не установлен; run установит его при запуске
check-webhook-trouble = Telegram: последняя доставка на вебхук не удалась: { $reason }
refused-webhook-refused = Telegram не принимает вебхук { $url } (HAMKOR_WEBHOOK_URL): { $reason }
refused-listen-taken = Приём по адресу { $address } ({ $setting }) невозможен: { $reason }
