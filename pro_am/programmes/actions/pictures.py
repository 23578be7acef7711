"""Pictures of activities: how something is done. Copies of a template show the same one."""

from datetime import timedelta

from pro_am.foundation import clock
from pro_am.foundation.database import transaction
from pro_am.media import actions as media
from pro_am.media.models import Picture
from pro_am.programmes.models import TemplateItem
from pro_am.programmes.queries import pictures as queries

LEFT_OVER_AFTER = timedelta(days=1)


def show_picture(item: TemplateItem, picture: Picture) -> None:
    """From now on; who was given the activity before keeps what they have."""
    with transaction():
        item.picture_id = picture.id
        item.template.changed_at = clock.now()


def take_picture_away(item: TemplateItem) -> None:
    with transaction():
        item.picture_id = None
        item.template.changed_at = clock.now()


def forget_left_over_pictures() -> None:
    """Drop those that no activity shows any more."""
    with transaction():
        for picture in queries.left_over(clock.now() - LEFT_OVER_AFTER):
            media.drop_picture(picture)
