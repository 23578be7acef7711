"""Small recordings made by code: nobody's walk, and files that mean harm."""

import struct
from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import pairwise

from fitdecode.utils import compute_crc

START = datetime(2030, 1, 5, 9, 0)
FIT_EPOCH = datetime(1989, 12, 31)

GPX = """<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="tests" xmlns="http://www.topografix.com/GPX/1/1"
     xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">
<trk><name>Secret walk</name><trkseg>
{points}
</trkseg></trk></gpx>
"""
POINT = """<trkpt lat="{lat:.5f}" lon="-1.5"><ele>{ele}</ele><time>{time}Z</time><extensions>\
<gpxtpx:TrackPointExtension><gpxtpx:hr>{hr}</gpxtpx:hr></gpxtpx:TrackPointExtension></extensions>\
</trkpt>"""
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in pairwise("abcdefghi"))
    + "]><gpx><trk><name>&i;</name></trk></gpx>"
).encode()
READER = (
    b'<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
    b"<gpx><trk><name>&secret;</name></trk></gpx>"
)


def gpx(points: int = 31) -> bytes:
    """A minute and about 111 metres to the north from each point to the next."""
    drawn = [
        POINT.format(
            lat=47 + n * 0.001,
            ele=10 + n,
            time=(START + timedelta(minutes=n)).isoformat(),
            hr=120 + n % 2,
        )
        for n in range(points)
    ]
    return GPX.format(points="\n".join(drawn)).encode()


def fit(*, seconds: int = 1800, metres: int = 5000, points: int = 5, session: bool = True) -> bytes:
    """A file with records, and a session that sums them up."""
    body = _definition(0, 20, [(253, 4, 0x86), (5, 4, 0x86), (3, 1, 0x02)])
    for n in range(points):
        at = START + timedelta(seconds=n * seconds // max(points - 1, 1))
        body += struct.pack("<BIIB", 0, _time(at), n * metres * 100 // max(points - 1, 1), 130)
    if session:
        fields = [(253, 4, 0x86), (2, 4, 0x86), (8, 4, 0x86), (9, 4, 0x86), (22, 2, 0x84)]
        body += _definition(1, 18, [*fields, (16, 1, 0x02)])
        end = _time(START + timedelta(seconds=seconds))
        body += struct.pack(
            "<BIIIIHB", 1, end, _time(START), seconds * 1000, metres * 100, 120, 141
        )
    header = struct.pack("<BBHI4s", 14, 0x10, 2140, len(body), b".FIT")
    header += struct.pack("<H", compute_crc(header))
    return header + body + struct.pack("<H", compute_crc(header + body))


def _definition(local: int, message: int, fields: Iterable[tuple[int, int, int]]) -> bytes:
    fields = list(fields)
    return struct.pack("<BBBHB", 0x40 | local, 0, 0, message, len(fields)) + b"".join(
        bytes(field) for field in fields
    )


def _time(at: datetime) -> int:
    return int((at - FIT_EPOCH).total_seconds())
