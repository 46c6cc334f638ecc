"""Templates that differ in one thing each: what a reader takes from them stays the same."""

import pytest

pytest.register_assert_rewrite("tests.templates.page")
