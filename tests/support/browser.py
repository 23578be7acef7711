"""A browser for tests of views: it fills the forms that the page really shows."""

from urllib.parse import urljoin, urlsplit

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from pro_am.operations.drills.hostile.pages import Form, forms_in

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
        has_language = path.startswith(
            ("/fr/", "/en/", "/fr?", "/en?", "/static", "/media", "/sitemap", "/robots")
        ) or path in ("/", "/fr", "/en")
        return path if has_language else f"/{self.language}{path}"


def _choose(forms: list[Form], fields: dict[str, object], action: str | None) -> Form:
    for form in forms:
        if action is not None and not urlsplit(form.action).path.endswith(action):
            continue
        if set(fields) <= form.fields:
            return form
    shown = [(form.action, sorted(form.fields)) for form in forms]
    raise AssertionError(f"No form has {sorted(fields)} and {action}; the page shows {shown}")
