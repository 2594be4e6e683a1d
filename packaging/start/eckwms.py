"""Where the frozen `eckwms` begins."""

from desktop.__main__ import main

main()
