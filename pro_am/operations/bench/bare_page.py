"""The least that Flask can do: one question to a database, one template, the same bytes."""

import sqlite3
from pathlib import Path

from flask import Flask, g, render_template
from flask.typing import ResponseReturnValue
from jinja2 import DictLoader
from markupsafe import Markup

TEMPLATE = "{% for line in lines %}{{ line }}\n{% endfor %}"


def bare_app(folder: Path, html: str) -> Flask:
    """An application with one page, `/`, that keeps these lines in a row of its own database."""
    app = Flask("bare")
    app.jinja_env.loader = DictLoader({"page.html": TEMPLATE})  # compiled once, as ours are
    file = folder / "bare.sqlite"
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE IF NOT EXISTS pages (id INTEGER PRIMARY KEY, html TEXT)")
        database.execute("REPLACE INTO pages VALUES (1, ?)", (html,))
    database.close()

    @app.get("/")
    def show() -> ResponseReturnValue:
        g.database = sqlite3.connect(file)
        (text,) = g.database.execute("SELECT html FROM pages WHERE id = 1").fetchone()
        return render_template("page.html", lines=[Markup(line) for line in text.split("\n")])  # noqa: S704 - our own page

    @app.teardown_appcontext
    def close(_fault: BaseException | None) -> None:
        g.pop("database").close()

    return app
