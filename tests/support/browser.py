"""A browser for tests of views: it fills the forms that the page really shows."""

from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

ADDRESS = "http://127.0.0.1"


class Browser:
    """Opens pages in one language, follows its own forms, keeps cookies."""

    def __init__(self, client: FlaskClient, language: str) -> None:
        self.client = client
        self.language = language

    def get(self, path: str, **kwargs: object) -> TestResponse:
        return self.client.get(self._full(path), base_url=ADDRESS, **kwargs)

    def submit(self, path: str, action: str | None = None, **fields: object) -> TestResponse:
        """Open a page, fill in a form of it and send it; the answer is not followed.

        The form is the one that has the given fields, or the one with the given action.
        Fields left out keep what the page filled in; a list chooses several; None leaves out.
        """
        page = self.get(path)
        assert page.status_code == 200, f"{path} answered {page.status_code}"
        form = _choose(forms_in(page.text), fields, action)
        data: dict[str, list[str]] = {name: list(values) for name, values in form.values.items()}
        for name, value in fields.items():
            if value is None:
                data.pop(name, None)
            else:
                data[name] = [str(v) for v in value] if isinstance(value, list) else [str(value)]
        target = urljoin(self._full(path), form.action or self._full(path))
        if form.method == "get":
            return self.client.get(target, base_url=ADDRESS, query_string=data)
        return self.client.post(target, base_url=ADDRESS, data=data)

    def follow(self, answer: TestResponse) -> TestResponse:
        """Where a redirect leads, as a browser would show it."""
        assert answer.status_code in (302, 303), f"{answer.status_code} is no redirect"
        parts = urlsplit(answer.location)
        return self.get(parts.path + (f"?{parts.query}" if parts.query else ""))

    def _full(self, path: str) -> str:
        has_language = path.startswith(("/fr", "/en", "/static", "/media")) or path == "/"
        return path if has_language else f"/{self.language}{path}"


class Form:
    def __init__(self, method: str, action: str) -> None:
        self.method = method
        self.action = action
        self.fields: set[str] = set()
        self.values: dict[str, list[str]] = {}


def forms_in(html: str) -> list[Form]:
    reader = _FormReader()
    reader.feed(html)
    return reader.forms


def _choose(forms: list[Form], fields: dict[str, object], action: str | None) -> Form:
    for form in forms:
        if action is not None and not urlsplit(form.action).path.endswith(action):
            continue
        if set(fields) <= form.fields:
            return form
    shown = [(form.action, sorted(form.fields)) for form in forms]
    raise AssertionError(f"No form has {sorted(fields)} and {action}; the page shows {shown}")


class _FormReader(HTMLParser):
    """Forms as a browser would send them untouched: values, ticks, chosen options, texts."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._form: Form | None = None
        self._select: tuple[str, bool] | None = None
        self._textarea: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self._form = Form((given.get("method") or "get").lower(), given.get("action") or "")
            self.forms.append(self._form)
        if self._form is None:
            return
        name = given.get("name") or ""
        if tag == "input" and name:
            self._input(name, given)
        elif tag == "button" and name:
            self._form.fields.add(name)
        elif tag == "select" and name:
            self._form.fields.add(name)
            self._select = (name, "multiple" in given)
        elif tag == "option" and self._select:
            self._option(given)
        elif tag == "textarea" and name:
            self._form.fields.add(name)
            self._textarea = name
            self._form.values[name] = [""]

    def handle_data(self, data: str) -> None:
        if self._form and self._textarea:
            self._form.values[self._textarea][0] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = None
        elif tag == "textarea":
            if self._form and self._textarea:
                text = self._form.values[self._textarea]
                text[0] = text[0].removeprefix("\r\n").removeprefix("\n")
            self._textarea = None

    def _input(self, name: str, given: dict[str, str | None]) -> None:
        assert self._form is not None
        self._form.fields.add(name)
        kind = given.get("type") or "text"
        if kind in ("submit", "file", "button"):
            return
        if kind in ("checkbox", "radio") and "checked" not in given:
            return
        self._form.values.setdefault(name, []).append(given.get("value") or "")

    def _option(self, given: dict[str, str | None]) -> None:
        assert self._form is not None
        assert self._select is not None
        name, several = self._select
        chosen = "selected" in given
        if chosen and several:
            self._form.values.setdefault(name, []).append(given.get("value") or "")
        elif chosen or (not several and name not in self._form.values):
            self._form.values[name] = [given.get("value") or ""]
