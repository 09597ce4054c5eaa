"""The server as it runs: ready when warm, closed where it should be, and the frame around every page from cold."""

import base64
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from data.texts import say


@pytest.fixture(scope="module")
def server(serve: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return a server on an empty shop."""
    return serve(tmp_path_factory.mktemp("shop") / "home", "--server.enableAgentApi=true").wait()


def parts(tree: dict[str, Any], kind: str) -> Iterator[dict[str, Any]]:
    if tree.get("type") == kind:
        yield tree
    for child in tree.get("children", ()):
        yield from parts(child, kind)


def test_ready_says_which_data_is_shown(server: Any) -> None:
    response, body = server.ask("/readyz")
    assert response.status == 200
    assert json.loads(body) == {"ready": True, "data_version": 0}


@pytest.mark.parametrize("path", ["/", "/quotas", "/readyz", "/_stcore/health", "/_stcore/metrics", "/no/such/page"])
def test_every_response_carries_the_security_headers(server: Any, path: str) -> None:
    headers = server.ask(path)[0].headers
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "unsafe-eval" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_streamlits_own_page_fits_the_content_policy(server: Any) -> None:
    response, body = server.ask("/")
    inline = re.findall(r"<script>(.*?)</script>", body, re.DOTALL)
    allowed = response.headers["content-security-policy"]
    assert inline
    for script in inline:
        assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in allowed


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/metrics/"])
def test_metrics_are_closed(server: Any, path: str) -> None:
    assert server.ask(path)[0].status == 404


@pytest.mark.parametrize("page", ["", "quotas", "funnel", "uploads", "rules"])
def test_every_address_opens_inside_the_frame(server: Any, page: str) -> None:
    shown = json.loads(server.ask("/_stcore/agent/interact", {"page": page} if page else {})[1])
    assert shown["status"] == "ready"
    assert len(list(parts(shown["tree"], "page_link"))) >= 4
    assert not list(parts(shown["tree"], "exception"))


def test_a_second_server_on_the_same_shop_is_told_so_in_a_sentence(server: Any, serve: Callable[..., Any]) -> None:
    second = serve(server.home)
    assert second.process.wait(60) != 0
    assert say("store.in_use", "zh", folder=server.home) in second.said()
    assert "Traceback" not in second.said()


def test_the_first_page_is_found_by_its_name_too(server: Any) -> None:
    response, _ = server.ask("/meeting?stores=S&to=2026-11-21")
    assert (response.status, response.headers["location"]) == (307, "./?stores=S&to=2026-11-21")


def test_nothing_was_complained_about(server: Any) -> None:
    assert not re.search(r"Traceback|Warning|deprecated", server.said(), re.IGNORECASE)
