"""Buttons that nobody was given: the data is made up and sent all the same."""

from bot.demo.standin import Actor, Press, Shown, Toast, people


async def forges(actor: Actor, data: str, under: Shown) -> Toast:
    """Presses a made-up button under a message, and gives the answer."""
    query = people.presses(actor.standin.telegram, actor.person, under.message, data)
    return await Press(actor.standin, query).toast()
