"""The Telegram adapter: who may enter, what a handler is given, and how replies leave. Knows nothing of
libraries.
"""

import os

# The library gives waits as timedeltas when told so, and warns that it will give nothing else one day.
os.environ.setdefault("PTB_TIMEDELTA", "true")
