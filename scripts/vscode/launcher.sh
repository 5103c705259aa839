#!/bin/sh
# Stands in for a desktop VS Code: takes its arguments, runs the browser-hosted one behind them.
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
exec "$here/../../node_modules/.bin/node" "$here/launcher.ts" "$@"
