"""What people, keyboards and attackers put into forms, and how to see that it did no harm."""

from html.parser import HTMLParser

NAUGHTY = {
    "emoji": "Pâtes 🍝👩🏽‍🍳 chez 👨‍👩‍👧‍👦",
    "right to left": "طبخ منزلي ‮txet‬ עם אהבה",
    "zero width": "ta\u200bble\u2060 d\u00adhôte\ufeff",
    "combining": "Z̷̛͖a̴l̸̢g̶o̵ ṅo̷d̶l̸e̵s̶",
    "script": "<script>alert('pro-am')</script>",
    "attribute": '" onfocus="alert(1)" autofocus="',
    "template": "{{ config.SECRET_KEY }} {% raw %} %(num)s ${7*7}",
    "sql": "'; DROP TABLE offers; --",
    "markdown": "[click](javascript:alert(1)) ![x](http://evil.example/x.png)",
    "nul": "before\0after",
    "lines": "one\r\ntwo\rthree\u2028four\u0085five",
    "wildcards": "%_\\%",
    "number": "9" * 400,
    "long": "m" * 10_000,
}


def dangers_in(html: str) -> list[str]:
    """Scripts, handlers and addresses of scripts that no page of ours has."""
    reader = _DangerReader()
    reader.feed(html)
    return reader.dangers


class _DangerReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.dangers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "script" and not given.get("src", "").startswith("/static/"):
            self.dangers.append("script")
        self.dangers += [name for name in given if name.startswith("on") or name == "style"]
        self.dangers += [
            value
            for name, value in given.items()
            if name in ("href", "src", "action") and value.startswith(("javascript:", "data:"))
        ]
