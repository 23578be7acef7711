"""A vocabulary as bytes to be kept, and back."""

import io
from dataclasses import fields
from typing import Any
from zipfile import BadZipFile

import numpy as np

from pro_am.search.rules.wording.phrases import Phrases
from pro_am.search.rules.wording.typos import TypoDictionary
from pro_am.search.rules.wording.vocabulary import Vocabulary

PARTS: dict[str, type[Any]] = {"what": Phrases, "who": Phrases, "typos": TypoDictionary}


def packed(vocabulary: Vocabulary) -> bytes:
    arrays: dict[str, Any] = {}
    for whole, prefix in ((vocabulary, ""), *((getattr(vocabulary, p), f"{p}.") for p in PARTS)):
        for field in fields(whole):
            value = getattr(whole, field.name)
            if isinstance(value, bytes):
                arrays[prefix + field.name] = np.frombuffer(value, np.uint8)
            elif isinstance(value, np.ndarray):
                arrays[prefix + field.name] = value
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)
    return file.getvalue()


def unpacked(kept: bytes) -> Vocabulary | None:
    """None when it was written by another version of this code."""
    try:
        with np.load(io.BytesIO(kept), allow_pickle=False) as arrays:
            read = {name: arrays[name] for name in arrays.files}
        parts = {name: _read(part, read, f"{name}.") for name, part in PARTS.items()}
        vocabulary: Vocabulary = _read(Vocabulary, read, "", **parts)
    except (BadZipFile, KeyError, ValueError):
        return None
    return vocabulary


def _read(kind: type[Any], arrays: dict[str, Any], prefix: str, **parts: object) -> Any:
    values = dict(parts)
    for field in fields(kind):
        if field.name not in parts:
            value = arrays[prefix + field.name]
            values[field.name] = value.tobytes() if field.type is bytes else value
    return kind(**values)
