#!/bin/sh
# The account, its right to read the settings, and the units made known. What runs goes on with the old program until it
# is restarted: an update of a centre is somebody's decision (see eckwms-migrate.service).
set -e
[ "$1" = configure ] || exit 0
systemd-sysusers eckwms-server.conf
chgrp eckwms /etc/eckwms/server.env
chmod 0640 /etc/eckwms/server.env
if [ -d /run/systemd/system ]; then
    systemctl daemon-reload
    systemctl is-active --quiet eckwms-server 2>/dev/null && echo "eckwms-server: restart it to run the new version" >&2
fi
exit 0
