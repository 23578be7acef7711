"""Start here: `flask run` and every server find this app; everything else lives in pro_am/."""

from pro_am import create_app
from pro_am.foundation import garbage

app = create_app()
garbage.settle(app)
