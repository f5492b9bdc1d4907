"""The print PDF: all that pages paint, painted anew in the inks of the job, and a file that says what it is.

print_pdf ─┬ painting ─┬ rewriting ─ state, calling, ground     instructions: what is set, called for, painted below
           │           ├ pictures, shadings                     what they call for
           │           └ spaces ─ colour                        what is written as a colour, as amounts of ink
           └ marks, layers, intent                              what the file has besides
"""
