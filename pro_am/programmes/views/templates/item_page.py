"""The page of one activity of a template, with its picture."""

from flask import url_for
from flask.typing import ResponseReturnValue

from pro_am.foundation.web.forms import Form, page
from pro_am.media.queries import PictureAddresses, picture_urls
from pro_am.programmes.forms.items import ItemForm
from pro_am.programmes.forms.pictures import PictureForm
from pro_am.programmes.models import Template, TemplateItem


def item_page(template: Template, item: TemplateItem, form: Form) -> ResponseReturnValue:
    words = form if isinstance(form, ItemForm) else ItemForm(formdata=None)
    if words is not form:
        words.fill_from(item)
    return page(
        "programmes/templates/item.html",
        form,
        plan=template,
        item=item,
        words=words,
        picture_form=form if isinstance(form, PictureForm) else PictureForm(formdata=None),
        photo=_urls(template, item),
    )


def _urls(template: Template, item: TemplateItem) -> PictureAddresses | None:
    if item.picture is None:
        return None

    def address(width: int, extension: str) -> str:
        return url_for(
            "templates.show_picture",
            public_id=template.public_id,
            item_id=item.id,
            width=width,
            extension=extension,
        )

    return picture_urls(item.picture, address)
