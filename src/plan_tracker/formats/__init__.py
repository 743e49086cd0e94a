"""How reports are written: one module per format, each with `write(report, out)`.

A format knows the reports that it writes and the words around them; it never looks at a plan or a verdict,
and no format knows another.
"""
