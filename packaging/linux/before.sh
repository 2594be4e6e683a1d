#!/bin/sh
# Before unpacking: a program is not exchanged while somebody sells with it. Commands that are under way are waited for.
# Debian gives "upgrade VERSION" or "install", RPM the number of versions that will be there.
set -e
case "$1" in
    upgrade | 2) ;;
    *) exit 0 ;;
esac
tries=10
while :; do
    running=""
    for exe in /proc/[0-9]*/exe; do
        case "$(readlink "$exe" 2>/dev/null)" in
            /usr/lib/eckwms/eckwms | "/usr/lib/eckwms/eckwms (deleted)") running="$running ${exe#/proc/}" ;;
        esac
    done
    [ -n "$running" ] || exit 0
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || break
    sleep 1
done
echo "eckwms: a till is open on this machine (process$(echo "$running" | sed 's|/exe||g'))." >&2
echo "eckwms: close it between two customers and install again; nothing was changed." >&2
exit 1
