"""A deploy to scrapyd that cannot fail silently.

scrapyd answers a broken egg with HTTP 200 and keeps it as the newest version, so the server is
asked for the new version's spiders, and a version that does not list them is taken off again.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import Any

import requests
from scrapyd_client.exceptions import ErrorResponse, MalformedResponse
from scrapyd_client.pyclient import ScrapydClient
from scrapyd_client.utils import get_config


class DeployError(Exception):
    """The deploy failed; nothing of it is left on the server unless the message says so."""


@dataclass(frozen=True, slots=True)
class Target:
    """One scrapyd server, as scrapy.cfg names it."""

    name: str
    """``production`` for ``[deploy:production]``, ``default`` for ``[deploy]``."""
    url: str
    """Address without a slash at the end."""
    project: str
    """Name of the project on the server."""
    username: str | None
    """None where the server asks for none."""
    password: str | None
    """As in scrapy.cfg, where ``${NAME}`` stands for an environment variable."""

    @classmethod
    def from_config(cls, name: str) -> Target:
        """The target ``name`` of scrapy.cfg. Raises ValueError where it is missing or wrong."""
        config = get_config()
        values = dict(config["deploy"]) if config.has_section("deploy") else {}
        if name != "default":
            if not config.has_section(f"deploy:{name}"):
                known = [s.partition(":")[2] for s in config.sections() if s.startswith("deploy:")]
                raise ValueError(
                    f"target {name} is not in scrapy.cfg: add a section [deploy:{name}] with its "
                    f"url (there now: {', '.join(known) or 'none'})"
                )
            values |= dict(config[f"deploy:{name}"])
        if not values.get("url"):
            raise ValueError(f"target {name} of scrapy.cfg has no url: add url = http://host:6800")
        if unset := re.search(r"\$\{(\w+)\}", values.get("password", "")):
            raise ValueError(f"target {name}: the environment variable {unset[1]} is not set")
        return cls(
            name=name,
            url=values["url"].rstrip("/"),
            project=values.get("project", "tsnet"),
            username=values.get("username"),
            password=values.get("password"),
        )

    def client(self) -> ScrapydClient:
        """A client of the server."""
        return ScrapydClient(self.url, self.username, self.password)


def deploy(target: Target) -> tuple[str, list[str]]:
    """Build the egg, upload it, and see that it runs: the version's name and its spiders.

    Raises DeployError.
    """
    # Dotted versions sort as strings, and the last one is what runs.
    version = str(int(time.time()))
    command = [sys.executable, "-m", "scrapyd_client.deploy", target.name, "--version", version]
    upload = subprocess.run(command, capture_output=True, text=True, check=False)
    if upload.returncode:
        said = f"{upload.stdout}{upload.stderr}".rstrip()
        if "(401)" in said:
            said += f"\ncorrect username and password of target {target.name} in scrapy.cfg"
        raise DeployError(f"the egg was not built or not uploaded to {target.url}:\n{said}")
    try:
        return version, _running(target, version)
    except DeployError as error:
        raise DeployError(f"{error}\n{_take_off(target, version)}") from None


def _running(target: Target, version: str) -> list[str]:
    client = target.client()
    versions = _ask(target, lambda: client.versions(target.project))
    if not versions or versions[-1] != version:
        newest = versions[-1] if versions else "none"
        raise DeployError(f"{target.url} runs version {newest}, not {version}, which was uploaded")
    spiders: list[str] = _ask(target, lambda: _spiders(client, target.project, version))
    if not spiders:
        raise DeployError(f"version {version} on {target.url} has no spider")
    return spiders


def _spiders(client: ScrapydClient, project: str, version: str) -> list[str]:
    # Asked for no version, scrapyd answers from a cache that may be of the version before.
    reply = requests.get(
        f"{client.url}/listspiders.json",
        params={"project": project, "_version": version},
        auth=client.auth,
        timeout=120,
    ).json()
    if reply["status"] != "ok":
        raise ErrorResponse(reply["message"])
    return list(reply["spiders"])


def _take_off(target: Target, version: str) -> str:
    try:
        _ask(target, lambda: target.client().delversion(target.project, version))
    except DeployError as error:
        return f"Version {version} could not be taken off again: {error}"
    return f"Version {version} was taken off {target.url} again."


def _ask(target: Target, call: Any) -> Any:
    try:
        return call()
    except ErrorResponse as error:
        last_line = str(error).strip().splitlines()[-1:] or [""]
        raise DeployError(f"{target.url} says the version does not run: {last_line[0]}") from None
    except (MalformedResponse, requests.RequestException) as error:
        raise DeployError(f"{target.url} gave no answer to be read: {error}") from None
