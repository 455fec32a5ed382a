"""References go on from the highest in use."""

from scheme.references import next_reference


def test_the_first_and_the_next() -> None:
    assert next_reference("P", []) == "P001"
    assert next_reference("P", ["P001", "P009", "P004"]) == "P010"
    assert next_reference("A", ["A999"]) == "A1000"


def test_references_from_elsewhere_count_for_nothing() -> None:
    assert next_reference("H", ["SL-2041", "H12b", "P900", "h007"]) == "H008"
