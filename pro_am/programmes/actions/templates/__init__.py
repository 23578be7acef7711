"""What a coach does with templates."""

from pro_am.programmes.actions.templates.items import (
    add_items,
    change_template_item,
    copy_week,
    remove_template_item,
)
from pro_am.programmes.actions.templates.making import (
    TemplateText,
    change_template,
    copy_starter,
    copy_template,
    create_template,
    retire,
    take_up_again,
)

__all__ = [
    "TemplateText",
    "add_items",
    "change_template",
    "change_template_item",
    "copy_starter",
    "copy_template",
    "copy_week",
    "create_template",
    "remove_template_item",
    "retire",
    "take_up_again",
]
