"""Pictures: values in, PNG bytes out, in the reader's language and script. Pure; Matplotlib is imported when
the first one is drawn.
"""
