#!/bin/sh
# Sales are nobody's to delete by accident: purging takes the program and its settings, and says where the data stays.
set -e
case "$1" in
    purge | 0)
        rmdir --ignore-fail-on-non-empty /etc/eckwms 2>/dev/null || true
        echo "eckwms: the data of tills stays in each person's folder (~/.local/share/eckwms)." >&2
        ;;
esac
exit 0
