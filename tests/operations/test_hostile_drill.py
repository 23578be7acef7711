"""The siege: it finds what it looks for, and a small one of our own is survived."""

import json
import tempfile

import pytest

from pro_am import create_app
from pro_am.operations.drills.hostile import samples, siege
from pro_am.operations.drills.hostile.pages import dangers_in, forms_in, words_of
from pro_am.operations.drills.hostile.visitor import Page

SECRET = "a secret for the tests alone"


@pytest.fixture(autouse=True)
def time():
    """The server of a drill lives by the real clock, and so must this process."""


@pytest.fixture
def drill(tmp_path, monkeypatch):
    """A function that runs `flask drill hostile` beside an installation."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    settings = {"ENV": "development", "SECRET_KEY": SECRET, "INSTANCE_PATH": tmp_path / "instance"}
    runner = create_app(settings).test_cli_runner()
    return lambda *arguments: runner.invoke(args=["drill", "hostile", *arguments])


def test_a_small_siege_is_survived(drill, tmp_path):
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    ours = samples.pictures()
    for name in ("good.jpg", "half.png", "swelling-text.png", "drawing.svg", "13-megabytes.jpg"):
        (pictures / name).write_bytes(ours[name])
    strings = tmp_path / "strings.json"
    strings.write_text(json.dumps([samples.NAUGHTY["script"], samples.NAUGHTY["nul"]]))

    result = drill("--pictures", str(pictures), "--strings", str(strings), "--json")

    verdict = json.loads(result.stdout.splitlines()[-1])
    statuses = {answer["name"]: answer["status"] for answer in verdict["pictures"]}
    assert statuses == {
        "good.jpg": 303,
        "half.png": 409,
        "swelling-text.png": 409,
        "drawing.svg": 409,
        "13-megabytes.jpg": 413,
    }
    assert verdict["strings"] == 2
    # How long a page took is for a quiet machine to say.
    assert [fault for fault in verdict["faults"] if " ms " not in fault] == []


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        (Page(500, "", 1, ""), "it: 500"),
        (Page(422, "<p>No.</p>", 1, ""), "it: 422 without a word beside the field"),
        (Page(200, "<script>alert(1)</script>", 1, ""), "it: script"),
        (Page(200, '<a href="javascript:alert(1)">x</a>', 1, ""), "it: javascript:alert(1)"),
        (Page(200, '<p onclick="alert(1)">x</p>', 1, ""), "it: onclick"),
    ],
)
def test_a_fault_is_seen(page, fault):
    assert list(siege._faults_of("it", page)) == [fault]


@pytest.mark.parametrize(
    "page",
    [
        Page(303, "", 1, "/en/"),
        Page(404, "<p>Not here.</p>", 1, ""),
        Page(422, '<p class="small field__error">Choose another.</p>', 1, ""),
        Page(200, '<script src="/static/js/app.js"></script>', 1, ""),
    ],
)
def test_a_good_answer_is_no_fault(page):
    assert list(siege._faults_of("it", page)) == []


def test_words_are_those_of_the_class():
    html = '<p class="field__error">One <b>bold</b>\n word.</p><p>Another.</p>'

    assert words_of(html, "field__error") == ["One bold word."]


def test_forms_are_read_as_a_browser_would_send_them():
    (form,) = forms_in(
        """
        <form method="post" action="/there">
          <input name="a" value="1"><input type="file" name="f">
          <input type="checkbox" name="c" value="x">
          <input type="checkbox" name="c" value="y" checked>
          <textarea name="t">\nwords</textarea>
          <select name="s">
            <option value="1">1</option><option value="2" selected>2</option>
          </select>
        </form>
        """
    )

    assert (form.method, form.action) == ("post", "/there")
    assert form.values == {"a": ["1"], "c": ["y"], "t": ["words"], "s": ["2"]}
    assert form.texts == {"a", "t"}
    assert dangers_in('<form action="/there">') == []
