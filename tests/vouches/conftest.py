"""Ana may vouch; Ben is a pro-am, Cleo a stranger."""

import pytest

from tests.vouches.knowing import make_known


@pytest.fixture
def ana(person):
    return make_known(person("ana"))


@pytest.fixture
def ben(person):
    return person("ben")


@pytest.fixture
def cleo(person):
    return person("cleo")
