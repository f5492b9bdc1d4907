"""A PDF of anybody's judged for the press: one walk over what its pages paint, one check a function, a plain report."""
