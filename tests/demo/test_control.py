"""Who may drive the try-out: this page on this machine, and nobody else."""

import json
from collections.abc import AsyncIterator

import httpx
import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from tests.demo.handworld import BEGIN
from tests.demo.phone import Stage


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    """A try-out whose bot does not run: what the page can do is enough here."""
    made = Stage()
    await made.server.start()
    yield made
    await made.server.stop()


@pytest.fixture
async def client(stage: Stage) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=stage.standin.url, verify=False) as browser:
        yield browser


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "http://localhost:9"},
        {"Origin": "null"},
        {"Host": "rebound.example:8080"},
    ],
)
async def test_other_pages_are_turned_away(
    client: httpx.AsyncClient, stage: Stage, headers: dict[str, str]
) -> None:
    said = {"person": 1001, "chat": 1001, "text": "x"}
    assert (await client.post("/try/say", json=said, headers=headers)).status_code == 403
    assert (await client.post("/try/reset", json={}, headers=headers)).status_code == 403
    assert (await client.get("/", headers=headers)).status_code == 403
    with pytest.raises(HTTPClientError, match="403"):
        await websocket_connect(
            HTTPRequest(f"{stage.standin.url}/try/news".replace("http", "ws"), headers=headers)
        )
    assert stage.server.actors[1001].sees() == []


async def test_a_form_of_another_page_is_no_act(client: httpx.AsyncClient, stage: Stage) -> None:
    said = json.dumps({"person": 1001, "chat": 1001, "text": "x"})
    for kind in ("text/plain", "application/x-www-form-urlencoded", ""):
        assert (
            await client.post("/try/say", content=said, headers={"Content-Type": kind})
        ).status_code == 415
    upload = await client.post("/try/upload?person=1001&chat=1001&name=a.txt", content=b"x")
    assert upload.status_code == 415
    assert stage.server.actors[1001].sees() == []


async def test_it_listens_on_the_loopback_address_alone(stage: Stage) -> None:
    assert stage.standin._server is not None
    addresses = {listening.getsockname()[0] for listening in stage.standin._server._sockets.values()}
    assert addresses == {"127.0.0.1"}


@pytest.mark.parametrize(
    ("act", "body", "status"),
    [
        ("say", {"person": 9, "chat": 9, "text": "x"}, 400),
        ("say", {"person": 1001, "chat": 1002, "text": "x"}, 400),
        ("say", {"person": 1001, "chat": 1001, "text": " "}, 409),
        ("say", [], 400),
        ("press", {"person": 1001, "chat": 1001, "message": 1, "data": "x"}, 409),
        ("choose", {"person": 1001, "chat": 1001, "query": "1", "result": "x"}, 400),
        ("clock", {"to": "2020-01-01T00:00"}, 409),
        ("clock", {"to": "2026-13-01T00:00"}, 400),
        ("clock", {"to": "tomorrow"}, 409),
        ("clock", {"days": -1}, 409),
        ("bot", {"do": "dance"}, 400),
        ("nothing", {}, 404),
    ],
)
async def test_nonsense_is_refused(
    client: httpx.AsyncClient, stage: Stage, act: str, body: object, status: int
) -> None:
    assert (await client.post(f"/try/{act}", json=body)).status_code == status
    assert stage.world.moment == BEGIN


async def test_files_cannot_become_pages(client: httpx.AsyncClient, stage: Stage) -> None:
    sent = await stage.server.actors[1001].uploads('a"\r\n.html', b"<script>1</script>", mime="text/html")
    assert sent.file is not None
    answer = await client.get(f"/try/file/{sent.file.id}")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''a%22%0D%0A.html"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    for path in ("/page/../page_server.py", "/page/..%2fpage_server.py", "/page/none.js", "/try/file/none"):
        assert (await client.get(path)).status_code == 404


async def test_the_page_may_load_only_its_own_parts(client: httpx.AsyncClient) -> None:
    answer = await client.get("/")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert (await client.get("/page/app.js")).headers["Content-Type"] == "text/javascript; charset=utf-8"
