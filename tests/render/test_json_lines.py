"""JSON as people read it."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.render.json_lines import written

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(VALUES)
@settings(max_examples=50, deadline=None)
def test_a_value_is_written_as_the_standard_library_writes_it(value: object) -> None:
    assert written(value) == json.dumps(value, ensure_ascii=False, indent=2)
