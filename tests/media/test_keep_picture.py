import io
from datetime import datetime

import pytest
from flask import Flask
from PIL import Image
from sqlalchemy import func, select

from pro_am.accounts.models import Member
from pro_am.foundation import database, jobs
from pro_am.foundation.database import db, transaction
from pro_am.foundation.jobs import Job
from pro_am.media import actions, queries, rules, sandbox, views
from pro_am.media.jobs import HANDLERS
from pro_am.media.models import Picture


@pytest.fixture
def gallery(tmp_path):
    """An application of this feature alone, with one member."""
    app = Flask(__name__, instance_path=str(tmp_path))
    app.config["ENV"] = "development"
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{tmp_path}/test.sqlite"
    database.attach(app)
    jobs.attach(app)
    jobs.register(app, HANDLERS, ())
    app.register_blueprint(views.blueprint)
    with app.app_context(), app.test_request_context():
        db.create_all()
        with transaction():
            db.session.add(
                Member(
                    public_id="ben",
                    name="Ben",
                    email="ben@example.org",
                    password_hash="-",
                    language="fr",
                    time_zone="Europe/Paris",
                    created_at=datetime(2030, 1, 1),
                )
            )
        yield app


@pytest.fixture
def ben(gallery):
    return db.session.scalars(select(Member)).one()


def upload(width=900, height=600):
    file = io.BytesIO()
    Image.new("RGB", (width, height), (200, 30, 30)).save(file, "JPEG")
    file.seek(0)
    return file


def files_in(app):
    uploads = queries.uploads()
    return sorted(file for file in uploads.rglob("*") if file.is_file())


def test_a_kept_picture_can_be_shown_at_once(gallery, ben):
    picture = actions.keep_picture(ben, upload(), " A red wall ")

    assert (picture.owner_id, picture.width, picture.height) == (ben.id, 900, 600)
    assert picture.alt == "A red wall"
    assert files_in(gallery) == sorted(queries.files_due(picture))
    urls = queries.picture_urls(picture)
    assert urls["avif"] == {}
    assert gallery.test_client().get(urls["jpeg"], buffered=True).status_code == 200


def test_the_worker_makes_the_rest_and_clears_up(gallery, ben):
    picture = actions.keep_picture(ben, upload(), "")

    jobs.run_due()

    assert picture.state is rules.PictureState.READY
    assert files_in(gallery) == sorted(queries.files_of(picture.public_id).values())
    assert files_in(gallery) == sorted(queries.files_due(picture))
    assert picture.bytes == sum(file.stat().st_size for file in files_in(gallery))


def test_finishing_twice_does_no_harm(gallery, ben):
    picture = actions.keep_picture(ben, upload(), "")

    actions.finish_picture(picture.public_id)
    files = files_in(gallery)
    actions.finish_picture(picture.public_id)

    assert files_in(gallery) == files


def test_a_picture_dropped_before_it_was_finished_leaves_nothing(gallery, ben):
    picture = actions.keep_picture(ben, upload(), "")

    actions.drop_picture(picture)
    jobs.run_due()

    assert files_in(gallery) == []
    assert set(db.session.scalars(select(Job.state))) == {"done"}


def test_a_member_s_pictures_arrive_one_after_the_other(gallery, ben):
    class SlowUpload(io.BytesIO):
        def read(self, size=-1):
            with pytest.raises(rules.OneAtATime):
                actions.keep_picture(ben, upload(), "")
            return super().read(size)

    actions.keep_picture(ben, SlowUpload(upload().getvalue()), "the first")

    assert db.session.scalars(select(Picture.alt)).all() == ["the first"]


def test_an_upload_is_read_piece_by_piece_and_no_further_than_its_limit(gallery, ben):
    class Endless:
        read_bytes = 0

        def read(self, size):
            self.read_bytes += size
            return bytes(size)

    stream = Endless()
    with pytest.raises(rules.PictureTooHeavy):
        actions.keep_picture(ben, stream, "")

    assert stream.read_bytes <= rules.LARGEST_BYTES + actions.CHUNK_BYTES


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", rules.NotAPicture),
        (b"\xff\xd8\xff\xe0 broken", rules.PictureBroken),
        (b"\xff\xd8\xff" + bytes(rules.LARGEST_BYTES), rules.PictureTooHeavy),
    ],
)
def test_a_refused_picture_leaves_nothing_behind(gallery, ben, content, refusal):
    with pytest.raises(refusal):
        actions.keep_picture(ben, io.BytesIO(content), "")

    assert db.session.scalar(select(func.count()).select_from(Picture)) == 0
    assert list(queries.uploads().iterdir()) == []


def test_files_go_when_their_row_cannot_be_written(gallery, ben):
    ben.name = "changed outside an action"

    with pytest.raises(RuntimeError, match="outside an action"):
        actions.keep_picture(ben, upload(), "")

    assert files_in(gallery) == []


def test_a_dropped_picture_is_forgotten_then_erased(gallery, ben):
    kept = actions.keep_picture(ben, upload(), "")
    dropped = actions.keep_picture(ben, upload(), "")

    actions.drop_picture(dropped)

    assert db.session.scalars(select(Picture)).all() == [kept]
    jobs.run_due()
    assert files_in(gallery) == sorted(queries.files_of(kept.public_id).values())
    assert set(db.session.scalars(select(Job.state))) == {"done"}


def test_files_stay_when_a_larger_deed_is_undone(gallery, ben):
    kept = actions.keep_picture(ben, upload(), "")

    with pytest.raises(ZeroDivisionError), transaction():
        actions.drop_picture(kept)
        raise ZeroDivisionError
    jobs.run_due()

    assert len(files_in(gallery)) == len(rules.RENDITIONS)


def test_erasing_twice_does_no_harm(gallery, ben):
    kept = actions.keep_picture(ben, upload(), "")

    actions.erase(kept.public_id)
    actions.erase(kept.public_id)

    assert files_in(gallery) == []


def test_the_addresses_of_a_picture_answer_with_it(gallery, ben):
    picture = actions.keep_picture(ben, upload(), "A red wall")
    jobs.run_due()

    urls = queries.picture_urls(picture)

    assert (urls["width"], urls["height"], urls["alt"]) == (900, 600, "A red wall")
    assert list(urls["avif"]) == [400, 800, 1200]
    for url in [*urls["avif"].values(), urls["jpeg"]]:
        answer = gallery.test_client().get(url, buffered=True)
        assert answer.status_code == 200
        assert (
            Image.open(io.BytesIO(answer.data)).format == answer.mimetype.partition("/")[2].upper()
        )


def test_a_served_picture_is_nothing_but_a_picture_and_kept_for_ever(gallery, ben):
    urls = queries.picture_urls(actions.keep_picture(ben, upload(), ""))

    headers = gallery.test_client().get(urls["jpeg"], buffered=True).headers

    assert headers["Content-Type"] == "image/jpeg"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    "path",
    [
        "000000000000000000000000-800.jpg",
        "{id}-801.jpg",
        "{id}-400.jpg",
        "{id}-1200.clean",
        "{id}-800.png",
        "{id}-800.jpg/",
        "{id}.jpg",
        "../test.sqlite",
        "..%2f..%2f..%2f..%2f..%2f..%2fetc-800.jpg",
        "....................../-800.jpg",
        "......................aa-800.jpg",
    ],
)
def test_everything_else_is_not_there(gallery, ben, path):
    picture = actions.keep_picture(ben, upload(), "")

    answer = gallery.test_client().get("/media/" + path.format(id=picture.public_id))

    assert answer.status_code == 404


def test_the_web_process_never_decodes(gallery, ben, monkeypatch):
    def decode(*_args, **_kwargs):
        raise AssertionError("a picture was opened in the web process")

    file = upload()
    monkeypatch.setattr(Image, "open", decode)

    assert actions.keep_picture(ben, file, "").width == 900
    assert not hasattr(sandbox.decode, "Image")
