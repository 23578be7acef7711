"""Looks at an installation: is it set up well, and does its database keep every promise?"""
