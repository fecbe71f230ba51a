"""The texts and the parser's words, a folder a language: data that the code reads through `importlib.resources`."""
