"""Where coverage rests: judges of a PDF import nothing of ours, and tracing doubles what they take.

A layout that is there to be judged rests too, where other tests go through the same code line by line.
"""

import sys
from functools import wraps


def untraced(function):
    """Return `function` as one of which coverage notes nothing."""

    @wraps(function)
    def rests(*arguments, **options):
        tracer = sys.gettrace()
        if tracer is None:
            return function(*arguments, **options)
        sys.settrace(None)
        try:
            return function(*arguments, **options)
        finally:
            sys.settrace(tracer)
            _begin()

    return rests


def _begin():
    """Be called, so that a tracer written in C is back before whoever called returns: it counts calls and returns."""
