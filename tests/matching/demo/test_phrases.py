"""What somebody says they love is on the interests list, so their words and their ticks agree."""

from matching.demo.phrases import LOVED, SHARED, SPECIAL
from scheme.interests import interests


def test_everything_loved_or_shared_is_on_the_list():
    assert (LOVED.keys() | SHARED.keys()) - interests().keys() == set()


def test_whatever_tells_of_a_faith_is_only_given_with_the_faith():
    private = {key for key in LOVED.keys() | SHARED.keys() if interests()[key].special}
    assert private <= SPECIAL
