"""Forms: labels, hints and errors belong to their fields, and nothing typed is lost."""

from typing import Any

import pytest
from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    Form,
    HiddenField,
    RadioField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, ValidationError

from tests.foundation.web.drawing import drawn


class InvitationForm(Form):
    title = StringField("Title", [InputRequired("Give it a name.")])
    note = TextAreaField("Note")
    place = RadioField(
        "Where", [InputRequired("Choose a place.")], choices={"here": "Here", "there": "There"}
    )
    days = SelectMultipleField("Days", choices={"0": "Monday", "1": "Tuesday"})
    agreed = BooleanField("I agree", [InputRequired("Say that you agree.")])
    secret = HiddenField("Secret")

    def validate_secret(self, field: HiddenField) -> None:
        if field.data == "old":
            raise ValidationError("This page was open for too long.")


def filled(**typed: Any) -> InvitationForm:
    form = InvitationForm(MultiDict(typed))
    form.validate()
    return form


def test_a_field_is_tied_to_its_label_its_hint_and_its_errors() -> None:
    page = drawn("forms.field", filled().title, hint="Short and plain.")

    box = page.one("input").attributes
    described = {e.attributes.get("id"): e.text.strip() for e in page.elements}
    assert page.one("label").attributes["for"] == box["id"]
    assert box["aria-invalid"] == "true"
    assert [described[name] for name in box["aria-describedby"].split()] == [
        "Short and plain.",
        "Give it a name.",
    ]


def test_a_field_without_faults_makes_no_fuss() -> None:
    box = drawn("forms.field", filled(title="Lunch").title).one("input").attributes

    assert box["value"] == "Lunch"
    assert "aria-invalid" not in box
    assert "aria-describedby" not in box


def test_what_may_stay_empty_says_so_in_words() -> None:
    form = filled()

    assert "(optional)" in drawn("forms.field", form.note).one("label").text
    assert "(optional)" not in drawn("forms.field", form.title).one("label").text


@pytest.mark.parametrize(
    ("macro", "name", "kind"), [("radios", "place", "radio"), ("checkboxes", "days", "checkbox")]
)
def test_choices_are_one_group_with_a_name_and_keep_what_was_chosen(
    macro: str, name: str, kind: str
) -> None:
    form = filled(place="there", days="1")

    page = drawn(f"forms.{macro}", form[name])

    boxes = [box.attributes for box in page.all("input", type=kind, name=name)]
    assert page.one("legend").text.startswith(form[name].label.text)
    assert ["checked" in box for box in boxes] == [False, True]
    assert len(page.all("label")) == len(boxes)


def test_a_box_to_tick_stands_inside_its_label() -> None:
    page = drawn("forms.field", filled().agreed)

    assert page.one("input", type="checkbox", name="agreed")
    assert page.one("label").text.strip() == "I agree"


def test_the_summary_leads_to_every_field_that_is_wrong() -> None:
    form = filled(secret="old")
    fields = [
        drawn("forms.field", form.title),
        drawn("forms.radios", form.place),
        drawn("forms.field", form.agreed),
    ]

    summary = drawn("forms.error_summary", form)

    targets = {link.attributes["href"].removeprefix("#") for link in summary.all("a")}
    assert targets == {"title", "place", "agreed"}
    assert targets <= set().union(*(page.ids for page in fields))
    assert summary.one("div", role="alert").attributes["tabindex"] == "-1"


def test_what_belongs_to_no_visible_field_is_said_without_a_link() -> None:
    form = filled(title="Lunch", place="here", agreed="y", secret="old")
    form.form_errors.append("Somebody was faster.")

    summary = drawn("forms.error_summary", form)

    assert [item.text for item in summary.all("li")] == [
        "This page was open for too long.",
        "Somebody was faster.",
    ]
    assert summary.all("a") == []


def test_a_form_without_faults_has_no_summary() -> None:
    assert drawn("forms.error_summary", InvitationForm()).elements == []


def test_a_button_alone_is_a_form_that_posts_its_token() -> None:
    page = drawn("forms.post_button", "/out", "Sign out", "t0ken", fields={"next": "/"})

    sent = {box.attributes["name"]: box.attributes["value"] for box in page.all("input")}
    assert page.one("form").attributes["method"] == "post"
    assert sent == {"csrf_token": "t0ken", "next": "/"}
    assert page.one("button", type="submit").text == "Sign out"
