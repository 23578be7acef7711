"""Pro-Am assembled: configuration, the ground floor, then every feature."""

from pathlib import Path

from flask import Flask
from jinja2 import StrictUndefined

from pro_am import config, features
from pro_am.foundation import database, jobs, logs, worker
from pro_am.foundation.web import (
    assets,
    caching,
    errors,
    languages,
    login,
    offline,
    policy,
    request_ids,
    request_lines,
    security,
    wording,
)
from pro_am.foundation.web.application import Application


def create_app(overrides: dict[str, object] | None = None) -> Flask:
    app = Application(
        __name__,
        instance_path=config.instance_path(overrides),
        instance_relative_config=True,
        static_folder=None,  # foundation.web.assets serves fingerprinted files
    )
    Path(app.instance_path).mkdir(parents=True, exist_ok=True)
    config.load(app, overrides)
    app.jinja_options = {"undefined": StrictUndefined}  # a misspelt name is an error
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True

    logs.attach(app)
    database.attach(app)
    request_ids.attach(app)
    request_lines.attach(app)
    languages.attach(app)
    security.attach(app)
    login.attach(app)
    assets.attach(app)
    caching.attach(app)
    offline.attach(app)
    wording.attach(app)
    errors.attach(app)
    jobs.attach(app)
    worker.attach(app)
    features.attach(app)
    policy.refuse_to_start_without(app)
    return app
