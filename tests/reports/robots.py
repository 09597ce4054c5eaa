"""A server on this computer that plays the robot of a group chat."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from time import sleep

from reports.robot import Robot, robot_at

FINE = (200, '{"errcode": 0, "errmsg": "ok"}')


@contextmanager
def robot_that(*answers: tuple[int, str], delay: float = 0) -> Iterator[tuple[Robot, list[dict]]]:
    """Yield a robot that gives these answers, the last one again and again, and what it was told."""
    told: list[dict] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            sleep(delay)
            status, body = answers[min(len(told), len(answers)) - 1]
            self.send_response(status)
            if status == 302:
                self.send_header("Location", "/elsewhere")
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        server.handle_error = lambda *_: None  # a client that went away
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield robot_at(f"http://127.0.0.1:{server.server_port}/cgi-bin/webhook/send?key=s3cret"), told
        finally:
            server.shutdown()
            thread.join()
