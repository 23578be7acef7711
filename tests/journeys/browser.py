"""A real browser for the journeys, and the judges of what it shows."""

import functools
import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from ctypes.util import find_library
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, sync_playwright

ROOT = Path(__file__).parents[2]
SCREENSHOTS = ROOT / ".cache" / "screenshots"
AXE = ROOT / "tests" / "node_modules" / "axe-core" / "axe.min.js"
VALIDATOR = ROOT / "tests" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

# Nothing that Chromium does for its own sake: it asks for pages on the network at every start.
ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def chromium() -> str | None:
    """The system's own browser; Playwright's is never downloaded."""
    return shutil.which("chromium") or shutil.which("google-chrome")


@contextmanager
def launched() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


def follow(page: Page, selector: str) -> None:
    """Click what leads to another page, and wait until that page is there, whole.

    A click alone returns before the answer, so the next look might still see the page before.
    """
    with page.expect_navigation():
        page.click(selector)


def faults_of(page: Page) -> list[str]:
    """A list that fills, while the page is used, with what a person would never be told of.

    A page that answers 4xx is no fault: refusals do, and the test reads what it says.
    """
    faults: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        told_by_the_response = message.text.startswith("Failed to load resource")
        if message.type == "error" and not told_by_the_response:
            faults.append(f"console: {message.text}")

    def judge(response: Response) -> None:
        least = 500 if response.request.is_navigation_request() else 400
        if response.status >= least:
            faults.append(f"{response.status}: {response.url}")

    def note(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the person went on to another page
            faults.append(f"{request.failure}: {request.url}")

    page.on("console", hear)
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))
    page.on("response", judge)
    page.on("requestfailed", note)
    return faults


def axe(page: Page) -> list[str]:
    """What breaks WCAG 2.2 AA or axe's best practice on the page as it is now, a line for each."""
    # Evaluated rather than added as a script, which the page's own policy forbids.
    page.evaluate(_axe_source())
    result = page.evaluate("tags => axe.run({runOnly: tags})", WCAG)
    return [
        f"{violation['id']}: {violation['help']} at {node['target']}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


def validate(html_pages: Mapping[str, str]) -> list[str]:
    """The W3C validator's errors, as `name:line: message`; one start of Java for all the pages."""
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for number, (name, html) in enumerate(html_pages.items()):
            file = f"{number}.html"
            (Path(folder) / file).write_text(html)
            names[file] = name
        java = ["java", "-jar", str(VALIDATOR), "--errors-only", "--format", "json", "--stdout"]
        answer = subprocess.run(
            [*java, "--exit-zero-always", folder], check=True, capture_output=True, text=True
        )
    return [
        f"{names[Path(message['url']).name]}:{message['lastLine']}: {message['message']}"
        for message in json.loads(answer.stdout)["messages"]
    ]


def screenshot(page: Page, name: str) -> Path:
    """Keep a picture of the whole page, for people to look at."""
    path = SCREENSHOTS / f"{name}.png"
    page.screenshot(path=path, full_page=True)
    return path


def why_no_browser() -> str | None:
    if chromium() is None:
        return "Chromium is not installed (apt-get install chromium)."
    if find_library("atomic") is None:
        return "Playwright's driver needs libatomic (apt-get install libatomic1)."
    return None


def why_no_axe() -> str | None:
    return None if AXE.is_file() else "axe-core is not installed (scripts/test_setup)."


def why_no_validator() -> str | None:
    if shutil.which("java") is None:
        return "Java is not installed (apt-get install default-jre-headless)."
    return None if VALIDATOR.is_file() else "vnu-jar is not installed (scripts/test_setup)."


@functools.cache
def _axe_source() -> str:
    return AXE.read_text()
