"""Reading pages as a browser would: their forms, and what could do harm in them."""

from html.parser import HTMLParser

Attributes = list[tuple[str, str | None]]


class Form:
    """A form as a browser would send it untouched: values, ticks, chosen options, texts."""

    def __init__(self, method: str, action: str) -> None:
        self.method = method
        self.action = action
        self.fields: set[str] = set()
        self.texts: set[str] = set()  # the fields one may write anything into
        self.values: dict[str, list[str]] = {}


def forms_in(html: str) -> list[Form]:
    reader = _FormReader()
    reader.feed(html)
    return reader.forms


def dangers_in(html: str) -> list[str]:
    """Scripts, handlers and addresses of scripts that no page of ours has."""
    reader = _DangerReader()
    reader.feed(html)
    return reader.dangers


def words_of(html: str, kind: str) -> list[str]:
    """The texts of the innermost elements of a class, such as `field__error`."""
    reader = _WordReader(kind)
    reader.feed(html)
    return [" ".join(words.split()) for words in reader.found]


class _DangerReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.dangers: list[str] = []

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "script" and not given.get("src", "").startswith("/static/"):
            self.dangers.append("script")
        self.dangers += [name for name in given if name.startswith("on") or name == "style"]
        self.dangers += [
            value
            for name, value in given.items()
            if name in ("href", "src", "action") and value.startswith(("javascript:", "data:"))
        ]


class _WordReader(HTMLParser):
    def __init__(self, kind: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._kind = kind
        self._tag: str | None = None

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if self._kind in (dict(attrs).get("class") or "").split():
            self._tag = tag
            self.found.append("")

    def handle_data(self, data: str) -> None:
        if self._tag:
            self.found[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == self._tag:
            self._tag = None


class _FormReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._form: Form | None = None
        self._select: tuple[str, bool] | None = None
        self._textarea: str | None = None

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        given = dict(attrs)
        if tag == "form":
            self._form = Form((given.get("method") or "get").lower(), given.get("action") or "")
            self.forms.append(self._form)
        if self._form is None:
            return
        name = given.get("name") or ""
        if name and tag in ("input", "button", "select", "textarea"):
            self._form.fields.add(name)
        if tag == "input" and name:
            self._input(self._form, name, given)
        elif tag == "select" and name:
            self._select = (name, "multiple" in given)
        elif tag == "option" and self._select:
            self._option(self._form, self._select, given)
        elif tag == "textarea" and name:
            self._textarea = name
            self._form.texts.add(name)
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

    @staticmethod
    def _input(form: Form, name: str, given: dict[str, str | None]) -> None:
        kind = given.get("type") or "text"
        if kind in ("submit", "file", "button"):
            return
        if kind in ("checkbox", "radio") and "checked" not in given:
            return
        if kind in ("text", "search", "email", "tel", "url"):
            form.texts.add(name)
        form.values.setdefault(name, []).append(given.get("value") or "")

    @staticmethod
    def _option(form: Form, select: tuple[str, bool], given: dict[str, str | None]) -> None:
        name, several = select
        chosen = "selected" in given
        if chosen and several:
            form.values.setdefault(name, []).append(given.get("value") or "")
        elif chosen or (not several and name not in form.values):
            form.values[name] = [given.get("value") or ""]
