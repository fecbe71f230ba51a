"""The line to Telegram: HTTP over aiohttp, as python-telegram-bot's own requests go over httpx.

It tells two things more than that one does: a request that certainly never left (`Unsent`) is another fault
than one whose answer never came, and no fault it raises holds an address, because the address holds the
token.
"""

from __future__ import annotations

import json
from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

if TYPE_CHECKING:
    import aiohttp

_CONNECT_SECONDS = 10.0
_READ_SECONDS = 20.0
_UPLOAD_SECONDS = 40.0
"""Of silence, while a file is on its way: Telegram answers once it has all of it."""
_KEEP_SECONDS = 20.0
"""An idle connection is let go before the other side does it, in the midst of the next call."""


class Unsent(NetworkError):
    """No connection came about: Telegram has seen nothing of this call."""


class Wire(BaseRequest):
    """Requests over as many connections as there are calls at a time, up to `connections`."""

    __slots__ = ("_connections", "_proxy", "_session")

    def __init__(self, proxy: str | None = None, connections: int = 16) -> None:
        self._proxy, self._connections = proxy, connections
        self._session: aiohttp.ClientSession | None = None

    def __repr__(self) -> str:
        return "Wire()"

    @property
    def read_timeout(self) -> float:
        """Seconds of silence after which an answer is no longer waited for."""
        return _READ_SECONDS

    async def initialize(self) -> None:
        """Opens no connection yet."""
        if self._session is None:
            # A fifth of a second to import: not before there is anything to send.
            import aiohttp

            connector = aiohttp.TCPConnector(
                limit=self._connections, keepalive_timeout=_KEEP_SECONDS, ttl_dns_cache=300
            )
            # Cookies are nobody's business, and a redirect would carry the token elsewhere.
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())

    async def shutdown(self) -> None:
        """Closes every connection."""
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body of the answer. Raises Unsent, TimedOut and NetworkError, none with an address."""
        import aiohttp

        if self._session is None:
            raise RuntimeError("the wire is not open")
        uploads = request_data is not None and request_data.contains_files
        silence = _UPLOAD_SECONDS if uploads else _READ_SECONDS
        patience = aiohttp.ClientTimeout(
            total=None,
            connect=_given(pool_timeout, None),
            sock_connect=_given(connect_timeout, _CONNECT_SECONDS),
            sock_read=_given(read_timeout, silence),
        )
        content, kind = _body(request_data)
        headers = {"User-Agent": self.USER_AGENT} | ({"Content-Type": kind} if kind else {})
        try:
            async with self._session.request(
                method, url, data=content, headers=headers, timeout=patience, proxy=self._proxy,
                allow_redirects=False, ssl=_trusted() if url.startswith("https:") else True,
            ) as answer:  # fmt: skip
                status, body = answer.status, await answer.read()
        except _unsent() as fault:
            raise Unsent(f"no connection: {type(fault).__name__}") from None
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError, ValueError) as fault:
            raise NetworkError(f"no answer: {type(fault).__name__}") from None
        if status == HTTPStatus.NOT_FOUND and not _disowned(body):
            raise NetworkError("no answer: 404 from somebody between us and Telegram")
        return status, body


def _disowned(body: bytes) -> bool:
    """Telegram's own "not found", for a token it does not know. The library takes every 404 for that one."""
    try:
        return bool(json.loads(body)["description"] == "Not Found")
    except (ValueError, TypeError, KeyError):
        return False


def _unsent() -> tuple[type[Exception], ...]:
    """Neither Telegram nor the proxy before it let us in."""
    from aiohttp import ClientConnectorError, ClientHttpProxyError, ConnectionTimeoutError

    return ClientConnectorError, ConnectionTimeoutError, ClientHttpProxyError


def _given(timeout: ODVInput[float], otherwise: float | None) -> float | None:
    # The library's mark of "not given" is an object of its own.
    return timeout if timeout is None or isinstance(timeout, int | float) else otherwise


def _body(data: RequestData | None) -> tuple[Any, str]:
    """What is posted, and its type where the client does not set it."""
    if data is None:
        return None, ""
    if not data.contains_files:
        return json.dumps(data.parameters).encode(), "application/json"
    import aiohttp

    form = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, kind) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form, ""


@lru_cache(maxsize=1)
def _trusted() -> Any:
    """Whom we believe to be Telegram: the system's authorities and, where it has none, certifi's."""
    import ssl

    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
