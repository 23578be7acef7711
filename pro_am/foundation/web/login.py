"""Flask-Login, told by the accounts feature who is signed in and where people sign in."""

from flask import Flask
from flask_login import LoginManager

manager = LoginManager()
manager.session_protection = None  # sessions are rows of ours, ended there


def attach(app: Flask) -> None:
    manager.init_app(app)
