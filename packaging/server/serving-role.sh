#!/bin/sh
# Makes the role that serves in a new database of compose.yml; its rights come from `eckwms-server migrate`.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$SERVING_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE eckwms_serving LOGIN PASSWORD :'password';
SQL
