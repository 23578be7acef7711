"""What was measured, as lines for people to read."""

from collections.abc import Iterator

from pro_am.operations.bench.search.figures import KindFigure, SearchFigures, Spread


def search(found: SearchFigures) -> str:
    return "\n".join(_lines(found))


def _lines(found: SearchFigures) -> Iterator[str]:
    measured = found.measured
    yield f"{found.engine}, {found.documents:,} documents"
    columns = f"{'p50':>8}{'p95':>8}{'p99':>8}"
    heads = ("first, CPU ms", "by the clock", "warm, CPU ms", "by the clock")
    yield f"{'':<24}{''.join(f'{head:>24}' for head in heads)}"
    yield f"{'':<24}{columns * 4}"
    for each in measured.kinds:
        yield _kind(each)
    yield f"{'any of the words':<24}{'CPU ms':>8}{'FTS5':>8}{'worst':>8}{'from 1 ms':>11}"
    for ratio in measured.ratios:
        yield (
            f"{ratio.kind:<24}{ratio.ours_ms:>8.2f}{ratio.fts5_ms:>8.2f}{ratio.worst:>7.2f}x"
            f"{ratio.worst_from_1_ms:>10.2f}x"
        )
    yield (
        f"built in {found.build_seconds} s ({found.build_cpu_seconds} s of CPU), "
        f"{found.per_second:,} documents/s, {found.index_mb} MB on disk"
    )
    yield f"opened in {measured.opening_ms} ms; {measured.mb} MB of memory in a process that serves"
    yield f"found by another process after a commit of one: {_spread(found.visible)} ms"
    yield from (f"not met: {fault}" for fault in found.faults())


def _kind(found: KindFigure) -> str:
    times = (found.first.cpu, found.first.wall, found.warm.cpu, found.warm.wall)
    return f"{found.kind:<24}{''.join(map(_spread, times))}"


def _spread(spread: Spread) -> str:
    return f"{spread.p50:>8.2f}{spread.p95:>8.2f}{spread.p99:>8.2f}"
