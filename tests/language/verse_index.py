"""The index of verses, built once a test run."""

from functools import cache

from publish.language.scripture.recovery import index as recovery_index


@cache
def index():
    """Build the index."""
    return recovery_index.build()
