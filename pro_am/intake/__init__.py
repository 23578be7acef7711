"""Questionnaires that find out what somebody wants to reach, and the coaches who fit."""
