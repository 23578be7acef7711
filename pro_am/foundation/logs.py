"""What is written to standard error: lines for people while developing, JSON in production.

No query strings, e-mail addresses or secrets, whoever logs: the request line is made of named
facts, and whatever else comes is cleaned on its way out.
"""

import json
import logging
import re
import sys
from datetime import UTC, datetime
from typing import Any

from flask import Flask

ROOT = "pro_am"
FACTS = "facts"  # the extra of a log record that becomes fields of its own

_ADDRESS = re.compile(r"[^\s@<>'\"(\[{=,:;/]{1,64}@[\w.-]{1,255}\.\w+")
_SECRET = re.compile(r"\b(?=[\w-]*\d)[\w-]{32,}\b")  # 128 bits and more; words have no digits


def attach(app: Flask) -> None:
    """Tests listen by themselves, and Flask's own handler stays out of our way."""
    logger = logging.getLogger(ROOT)
    logger.setLevel(logging.INFO)
    if app.testing:
        return
    if not any(isinstance(each.formatter, Lines | Json) for each in logging.root.handlers):
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(Lines() if app.config["ENV"] == "development" else Json())
        logging.root.addHandler(handler)


class Json(logging.Formatter):
    """One JSON object for each line."""

    def format(self, record: logging.LogRecord) -> str:
        facts: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": cleaned(record.getMessage()),
            **getattr(record, FACTS, {}),
        }
        if record.exc_info:
            facts["traceback"] = cleaned(self.formatException(record.exc_info))
        return json.dumps(facts, ensure_ascii=False, default=str)


class Lines(logging.Formatter):
    """`12:03:04 WARNING pro_am.search: words`, for whoever sits before it."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", "%H:%M:%S")

    def format(self, record: logging.LogRecord) -> str:
        facts = getattr(record, FACTS, {})
        line = cleaned(super().format(record))
        return " ".join([line, *(f"{name}={value}" for name, value in facts.items())])


def cleaned(text: str) -> str:
    """Without e-mail addresses and without what could be a secret."""
    return _SECRET.sub("…", _ADDRESS.sub("…@…", text))
