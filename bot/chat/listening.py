"""A place to listen at, as the settings name it."""

from __future__ import annotations

import socket

from bot.faults import UserFault
from bot.settings import Address


def socket_at(listen: Address, setting: str) -> socket.socket:
    """Open and not blocking. Raises UserFault("listen-taken"), which names the setting."""
    both = not listen.host and socket.has_dualstack_ipv6()
    family = socket.AF_INET6 if both or ":" in listen.host else socket.AF_INET
    try:
        bound = socket.create_server((listen.host, listen.port), family=family, dualstack_ipv6=both)
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise UserFault("listen-taken", address=str(listen), setting=setting, reason=reason) from None
    bound.setblocking(False)
    return bound
