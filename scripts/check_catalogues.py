"""Every sentence of the source is in every catalogue: translated, placeholders kept, compiled."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

TRANSLATIONS = Path("pro_am/translations")


def main(template: Path) -> int:
    """Judge all catalogues against the template just extracted; the exit code is 1 for a fault."""
    source = read(template)
    paths = sorted(TRANSLATIONS.glob("*/LC_MESSAGES/*.po"))
    faults = [f"{path}: {fault}" for path in paths for fault in faults_of(path, source)]
    if not paths:
        faults = [f"There is no catalogue in {TRANSLATIONS}."]
    print("\n".join(faults or ["The catalogues are complete."]))
    return 1 if faults else 0


def faults_of(path: Path, source: Catalog) -> Iterator[str]:
    catalogue = read(path)
    for message in sentences(source):
        if not catalogue.get(message.id, message.context):
            yield f"missing: {message.id!r}"
    for message in sentences(catalogue):
        if not source.get(message.id, message.context):
            yield f"no longer in the source: {message.id!r}"
        for fault in faults_in(message, catalogue):
            yield f"{fault}: {message.id!r}"
    if not is_compiled(catalogue, path.with_suffix(".mo")):
        yield "changed since it was compiled"


def faults_in(message: Message, catalogue: Catalog) -> Iterator[str]:
    if message.fuzzy:
        yield "fuzzy"
    # One string, or one for each plural form of the language.
    forms = [message.string] if isinstance(message.string, str) else message.string
    if not forms or not all(forms):
        yield "not translated"
    yield from map(str, message.check(catalogue))


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3] if path.suffix == ".po" else None)


def sentences(catalogue: Catalog) -> Iterator[Message]:
    """All messages but the first, which holds the file's headers."""
    return (message for message in catalogue if message.id)


def is_compiled(catalogue: Catalog, compiled: Path) -> bool:
    expected = io.BytesIO()
    write_mo(expected, catalogue)
    return compiled.is_file() and compiled.read_bytes() == expected.getvalue()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
