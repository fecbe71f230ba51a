"""The commands of the terminal: data to standard output, one function a command, each giving the exit
status.
"""
