"""Word documents: values in, bytes out, in the reader's language and script. Pure; the library that writes
them is imported when the first one is written.
"""
