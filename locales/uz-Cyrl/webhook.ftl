# Telegram ўзи юборадиган янгиланишлар.

check-webhook-set = Telegram: вебҳук { $url }, кутаётган янгиланишлар: { $n }
check-webhook-missing = Telegram: { $url } вебҳуки ўрнатилмаган; run уни ишга тушганда ўрнатади
check-webhook-trouble = Telegram: вебҳукка охирги етказиш муваффақиятсиз тугади: { $reason }
refused-webhook-refused = Telegram { $url } вебҳукини (HAMKOR_WEBHOOK_URL) қабул қилмади: { $reason }
refused-listen-taken = { $address } манзилида ({ $setting }) қабул қилиб бўлмайди: { $reason }
