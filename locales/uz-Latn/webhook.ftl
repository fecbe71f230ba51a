# Telegram oʻzi yuboradigan yangilanishlar.

check-webhook-set = Telegram: vebhuk { $url }, kutayotgan yangilanishlar: { $n }
check-webhook-missing = Telegram: { $url } vebhuki oʻrnatilmagan; run uni ishga tushganda oʻrnatadi
check-webhook-trouble = Telegram: vebhukka oxirgi yetkazish muvaffaqiyatsiz tugadi: { $reason }
refused-webhook-refused = Telegram { $url } vebhukini (HAMKOR_WEBHOOK_URL) qabul qilmadi: { $reason }
refused-listen-taken = { $address } manzilida ({ $setting }) qabul qilib boʻlmaydi: { $reason }
