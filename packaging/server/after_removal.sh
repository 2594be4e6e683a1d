#!/bin/sh
# The database and the pictures stay where they are; so does their owner.
set -e
[ -d /run/systemd/system ] && systemctl daemon-reload
if [ "$1" = purge ]; then
    rmdir --ignore-fail-on-non-empty /etc/eckwms 2>/dev/null || true
    echo "eckwms-server: the centre's data stays in /var/lib/eckwms-server." >&2
fi
exit 0
