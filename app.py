"""Start here: `flask run` and every server find this app; everything else lives in pro_am/."""

from pro_am import create_app

app = create_app()
