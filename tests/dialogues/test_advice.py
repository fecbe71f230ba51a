"""The optional plug-in against an endpoint that helps, and against one that lies, hangs and floods."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from aiohttp import web

from tests.dialogues.conftest import Stage

ASKED = "zzyzx blorp Polsha frobnicate"
Answering = Callable[[Any], Any]


def says(content: object) -> dict[str, Any]:
    return {
        "choices": [{"message": {"content": content if isinstance(content, str) else json.dumps(content)}}]
    }


@asynccontextmanager
async def endpoint(
    answer: Callable[[dict[str, Any]], Any],
) -> AsyncIterator[tuple[str, list[dict[str, Any]]]]:
    """A local endpoint; what it was asked is in the list."""
    asked: list[dict[str, Any]] = []

    async def completions(request: web.Request) -> web.Response:
        asked.append(await request.json())
        said = answer(asked[-1])
        if isinstance(said, float):
            await asyncio.sleep(said)
            said = says({"subject": "partners", "measure": "list"})
        return said if isinstance(said, web.Response) else web.json_response(said)

    app = web.Application()
    app.router.add_post("/v1/chat/completions", completions)
    # One who hangs is not waited for.
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/v1", asked
    finally:
        await runner.cleanup()


def of_poland(asked: dict[str, Any]) -> dict[str, Any]:
    """The query a model would return that knows what the question means."""
    told = json.loads(asked["messages"][0]["content"].partition("\n")[2])
    (no,) = [int(no) for no, name in told["partners"].items() if "Poland" in name]
    return says({"subject": "exchanges", "measure": "sum", "unit": "copies", "direction": "received",
                 "partners": [no]})  # fmt: skip


async def test_a_declined_question_is_understood_with_its_help_and_says_so(stage: Stage) -> None:
    async with endpoint(of_poland) as (url, asked):
        stage.settings = replace(stage.settings, model_url=url, model_name="any", model_key="secret")
        async with stage.bot():
            await stage.staff.says(ASKED)
            answer = await stage.staff.hears(within=15)
    assert "600" in answer.first_line
    assert "til modeli" in answer.text
    assert len(asked) == 1


LIES: list[Answering] = [
    lambda _: says({"subject": "exchanges", "measure": "sum", "unit": "copies", "partners": [999_999]}),
    lambda _: says({"subject": "exchanges", "measure": "sum", "unit": "copies", "partners": ["1 OR 1=1"]}),
    lambda _: says({"subject": "partners", "measure": "list", "countries": ["<b>PL</b>"]}),
    lambda _: says({"subject": "partners", "measure": "field", "fields": ["email"]}),
    lambda _: says({"subject": "approvals", "measure": "list"}),
    lambda _: says({"subject": "partners", "measure": "list", "limit": True}),
    lambda _: says({"subject": "partners", "measure": "list", "records": [1]}),
    lambda _: says("[" * 30_000),
    lambda _: says("x" * 200_000),
    lambda _: says(["partners"]),
    lambda _: {"choices": []},
    lambda _: {"choices": [{"message": {"content": None}}]},
    lambda _: web.Response(status=500, text="<h1>no</h1>"),
    lambda _: web.Response(status=302, headers={"Location": "http://127.0.0.1:9/"}),
    lambda _: web.Response(text="not json"),
    lambda _: 20.0,
]


async def test_an_endpoint_that_lies_changes_nothing(stage: Stage) -> None:
    lies = iter(LIES)

    def lying(question: Any) -> Any:
        return next(lies)(question)

    async with endpoint(lying) as (url, asked):
        stage.settings = replace(stage.settings, model_url=url)
        async with stage.bot():
            for n in range(len(LIES)):
                await stage.staff.says(f"{ASKED} {n}")
                text = (await stage.staff.hears(within=15)).text
                assert text.startswith("❔"), n
                assert "999" not in text
                assert len(asked) == n + 1
            await stage.staff.says("Polshadan nechta nusxa olganmiz?")
            assert "600" in (await stage.staff.hears()).first_line


async def test_what_the_parser_understands_is_asked_of_nobody(stage: Stage) -> None:
    async with endpoint(of_poland) as (url, asked):
        stage.settings = replace(stage.settings, model_url=url)
        async with stage.bot():
            await stage.staff.says("Polshadan nechta nusxa olganmiz?")
            assert "600" in (await stage.staff.hears()).first_line
            await stage.staff.says("какая завтра погода?")
            assert (await stage.staff.hears()).text.startswith("❔")
    assert not asked
