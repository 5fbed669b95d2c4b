#!/usr/bin/env bash
# Runs a command beside a PostgreSQL server of its own, whose address is in COMMUNIQUE_TEST_POSTGRES:
#   tools/with_postgres.sh python -m pytest tests/store
# The server is started in a temporary directory on a free port of 127.0.0.1, as an unprivileged user (initdb refuses
# root), and stopped whatever happens. Where PostgreSQL is not installed, Debian's packages are, which needs root.
set -euo pipefail

binaries() {  # the newest installed server that is complete
    for bin in $(ls -d /usr/lib/postgresql/*/bin /usr/local/pgsql/bin 2>/dev/null | sort -rV) "$(dirname "$(command -v initdb || echo /none/none)")"; do
        [ -x "$bin/initdb" ] && [ -x "$bin/pg_ctl" ] && [ -x "$bin/postgres" ] && { echo "$bin"; return 0; }
    done
    return 1
}

if ! BIN=$(binaries); then
    if [ "$(id -u)" != 0 ]; then
        echo "PostgreSQL is not installed, and only root can install it: apt-get install postgresql" >&2
        exit 1
    fi
    echo "installing PostgreSQL from the system's packages" >&2
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq >&2
    # The packages must not make a cluster of their own.
    mkdir -p /etc/postgresql-common && [ -e /etc/postgresql-common/createcluster.conf ] || echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.conf
    apt-get install -y -qq --no-install-recommends postgresql >&2
    BIN=$(binaries) || { echo "PostgreSQL could not be installed" >&2; exit 1; }
fi

DIR=$(mktemp -d "${TMPDIR:-/tmp}/communique-postgres-XXXXXX")
AS=()
if [ "$(id -u)" = 0 ]; then
    OWNER=postgres
    id postgres >/dev/null 2>&1 || OWNER=nobody
    chown "$OWNER" "$DIR"
    AS=(setpriv --reuid="$OWNER" --regid="$(id -g "$OWNER")" --clear-groups env HOME="$DIR")
fi
chmod 700 "$DIR"

stop() {
    (cd / && "${AS[@]}" "$BIN/pg_ctl" -D "$DIR/data" -m immediate -w stop >/dev/null 2>&1) || true
    rm -rf "$DIR"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

PORT=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
(cd / && "${AS[@]}" "$BIN/initdb" -D "$DIR/data" -U communique --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$DIR/initdb.log" 2>&1) \
    || { cat "$DIR/initdb.log" >&2; exit 1; }
(cd / && "${AS[@]}" "$BIN/pg_ctl" -D "$DIR/data" -l "$DIR/server.log" -w -t 60 -o "-p $PORT -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off" start >/dev/null) \
    || { cat "$DIR/server.log" >&2; exit 1; }

export COMMUNIQUE_TEST_POSTGRES="postgresql://communique@127.0.0.1:$PORT/postgres"
"$@"
