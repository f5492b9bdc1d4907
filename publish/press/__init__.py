"""The press: a laid-out PDF as the file a printer takes, as sheets that fold into a booklet, and judged before it goes.

    x.pdf ─print→ x-print.pdf ─imposition→ x-booklet.pdf
                        └─preflight→ findings and a report

The only room that knows pikepdf. Lengths are millimetres from the trim's bottom left unless said otherwise.
"""
