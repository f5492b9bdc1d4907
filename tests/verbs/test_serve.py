"""`publish serve`: the catalogue on this machine."""

import socket
import threading
import urllib.error
import urllib.request

import pytest

from publish import server
from publish.cli import main
from publish.model.failure import PublishError
from tests.catalog.samples import site, volume


@pytest.fixture
def folder(tmp_path):
    made = {path: content for path, content in site(volume("Oruç")).items() if isinstance(content, bytes)}
    for path, content in {**made, "indir/oruc.epub": b"PK", "indir/oruc.pdf": b"%PDF"}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    return tmp_path


@pytest.fixture
def address(folder, monkeypatch):
    monkeypatch.setattr(server, "USUAL_PORT", 0)
    told, running = [], threading.Event()
    made = []

    class Server(server.ThreadingHTTPServer):
        def __init__(self, *given):
            super().__init__(*given)
            made.append(self)

        def serve_forever(self):
            super().serve_forever(poll_interval=0.01)

    monkeypatch.setattr(server, "ThreadingHTTPServer", Server)

    def ready(where):
        told.append(where)
        running.set()

    thread = threading.Thread(target=server.serve, args=(folder, None, ready))
    thread.start()
    assert running.wait(5)
    yield told[0]
    made[0].shutdown()
    thread.join()


def test_every_file_is_handed_out_as_what_it_is(address):
    for path, kind in {
        "": "text/html; charset=utf-8",
        "stil.css": "text/css; charset=utf-8",
        "opds/index.atom": "application/atom+xml; charset=utf-8",
        "indir/oruc.epub": "application/epub+zip",
        "indir/oruc.pdf": "application/pdf",
        "kapak/oruc.jpg": "image/jpeg",
    }.items():
        with urllib.request.urlopen(address + path) as answer:  # noqa: S310  # our own server
            assert answer.headers["Content-Type"] == kind


@pytest.mark.parametrize("path", ["indir/", "../booklet.toml", "yok.html"])
def test_what_is_no_page_is_not_shown(address, path):
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(address + path)  # noqa: S310  # our own server
    with refused.value:
        assert refused.value.code == 404


def test_a_folder_without_a_catalogue_is_refused(tmp_path, capsys):
    assert main(["serve", str(tmp_path)]) == 3
    assert "X050" in capsys.readouterr().err


def test_a_port_that_is_taken_is_named_or_another_is_found(folder, capsys, monkeypatch):
    with socket.socket() as taken:
        taken.bind((server.HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", str(folder), "--port", str(port)]) == 2
        assert f"error[X051]: port {port}" in capsys.readouterr().err
        monkeypatch.setattr(server, "USUAL_PORT", port)

        class StopError(Exception):
            pass

        def ready(where):
            assert f":{port}/" not in where
            raise StopError

        with pytest.raises(StopError):
            server.serve(folder, None, ready)


def test_an_interruption_is_how_it_ends(folder, monkeypatch):
    monkeypatch.setattr(
        server.ThreadingHTTPServer, "serve_forever", lambda self: (_ for _ in ()).throw(KeyboardInterrupt)
    )
    assert main(["serve", str(folder)]) == 0


@pytest.mark.parametrize("port", ["0", "70000", "x"])
def test_a_port_that_cannot_be_is_refused(folder, port):
    with pytest.raises(SystemExit):
        main(["serve", str(folder), "--port", port])


def test_another_fault_of_the_machine_is_said_too(folder, monkeypatch):
    def refuse(*given):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(server, "ThreadingHTTPServer", refuse)
    with pytest.raises(PublishError, match="Permission denied"):
        server.serve(folder, None, print)
