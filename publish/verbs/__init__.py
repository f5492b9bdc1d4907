"""What people and make type after `publish`: one module a verb, listed in `registry`.

A verb reads its options into plain values, has `build` or a room do the work, and says what came of it.
"""
