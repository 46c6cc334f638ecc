"""`Replica`: a replica in a process of its own, for tests and the demo."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.replica.faults import FAULTS
from tests.replica.options import Options
from tests.replica.site import Site, TruthMap
from tests.replica.truth import Truth

ROOT = Path(__file__).resolve().parents[2]


class Replica:
    """A served replica as a context manager; options as in options.py.

    ``Replica()``, ``Replica("demo")``, ``Replica("small", articles=50, damage=False)``.
    """

    def __init__(self, preset: str = "small", *, port: int = 0, **options: Any) -> None:
        self.options = Options.preset(preset, **options)
        self.site = Site(self.options)
        """The same site in this process: the truth comes from here."""
        self.url = ""
        """``http://127.0.0.1:<port>``, without a slash at the end."""
        self.foreign_url = ""
        """Another host, which must not be asked anything."""
        self._port = port
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    def __enter__(self) -> Replica:
        self._process = subprocess.Popen(
            [
                sys.executable,
                *("-m", "tests.replica", "--with-parent"),
                *("--port", str(self._port), "--options", self.options.to_json()),
            ],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the replica ended with code {self._process.wait()} at its start")
        addresses = json.loads(line)
        self.url = self.site.base = addresses["url"]
        self.foreign_url = self.site.foreign = addresses["foreign"]
        self._control = socket.create_connection(("127.0.0.1", addresses["control"]))
        self._reader = self._control.makefile("rb")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        if self._control is not None:
            self._reader.close()
            self._control.close()
        self._process.stdin.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()

    @property
    def pid(self) -> int:
        """Number of the process that serves."""
        assert self._process is not None
        return self._process.pid

    # ---- truth ---------------------------------------------------------------------------------

    @property
    def truth(self) -> TruthMap:
        """The truth of every article on the site, by id, faulty ones too."""
        return TruthMap(self.site)

    def sound(self) -> dict[str, Truth]:
        """The truth of every article that must end as a record and that listings lead to without
        a browser, robots.txt permitting."""
        found = {}
        for ident, entry in self.site.entries.items():
            truth = self.site.truth(ident)
            hidden = entry.channel.startswith("gd")
            if truth.expect == "record" and not hidden and entry.in_channels:
                found[ident] = truth
        return found

    def fault_address(self, name: str) -> str:
        """Absolute address of the page with this fault (preset ``faults``)."""
        path = next(path for path, fault in self.site.fixed_faults.items() if fault == name)
        return self.url + path

    # ---- requests ------------------------------------------------------------------------------

    def _order(self, **order: Any) -> Any:
        assert self._control is not None
        self._control.sendall(json.dumps(order).encode() + b"\n")
        reply = json.loads(self._reader.readline())
        if "error" in reply:
            raise RuntimeError(reply["error"])
        return reply["reply"]

    def counts(self) -> dict[str, int]:
        """How often each path (without query) was asked for."""
        return dict(self._order(ask="counts"))

    def requests(self) -> list[dict[str, Any]]:
        """The requests in order: time, method, path with query, status, headers."""
        return list(self._order(ask="log")["requests"])

    def foreign_requests(self) -> list[dict[str, Any]]:
        """What the other host was asked."""
        return list(self._order(ask="foreign")["requests"])

    def clear_log(self) -> None:
        """Forget the requests so far."""
        self._order(ask="clear")

    def warm(self) -> None:
        """Render every article page now, so that a benchmark does not wait for it; a cold page
        takes some milliseconds."""
        self._order(ask="warm")

    # ---- changes -------------------------------------------------------------------------------

    def _change(self, name: str, **arguments: Any) -> str:
        ident = self._order(change=name, **arguments)
        mine = self.site.apply({"change": name, **arguments})
        assert mine == ident, (mine, ident)
        return str(ident)

    def add(self, **arguments: Any) -> str:
        """Publish an article; its id. ``text=`` a name or ``recipe=``; ``channel=``,
        ``published=`` (Beijing, ``YYYY-MM-DD HH:MM:SS``; an older date is late news),
        ``on_top=`` (listed first whatever its date), and any field of `Content`."""
        return self._change("add", **arguments)

    def edit(self, ident: str, **fields: Any) -> None:
        """Correct an article: fields of `Content` (``title=``, ``paragraphs=``, ...)."""
        self._change("edit", id=ident, **fields)

    def remove(self, ident: str) -> None:
        """Take an article off the site."""
        self._change("remove", id=ident)

    def list_also(self, ident: str, channel: str) -> None:
        """List an article in one more channel (``xwzx/jjxw``)."""
        self._change("list_also", id=ident, channel=channel)

    def set_layout(self, layout: str | None) -> None:
        """Lay out all pages alike: a sound layout, ``no_date``, ``no_body``; None: as before."""
        self._change("layout", layout=layout)

    def set_dress(self, dress: int) -> None:
        """Other annotated sets and interference on all pages: other bytes, same articles."""
        self._change("dress", dress=dress)

    def set_fault(self, address: str, fault: str, times: int | None = None) -> None:
        """Give an address a fault of faults.py, for so many requests or until cleared."""
        if fault not in FAULTS:
            raise ValueError(f"fault {fault!r} is none of {', '.join(FAULTS)}")
        self._change("fault", path=self._path(address), fault=fault, times=times)

    def clear_fault(self, address: str) -> None:
        """Make an address sound."""
        self._change("fault", path=self._path(address), fault=None)

    def _path(self, address: str) -> str:
        return address.removeprefix(self.url)
