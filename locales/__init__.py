"""The texts and the parser's words, a folder a language: data, read through `importlib.resources`."""
