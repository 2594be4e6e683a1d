"""The recipes of the packages: quick rules over files. The packages are tried by packaging/linux/try_deb.py."""
