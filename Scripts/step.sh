# shellcheck shell=bash
# Sourced by the scripts beside it: runs named steps and says how long each took.

if ! command -v swift >/dev/null; then
  echo "Swift is missing: install Swift 6.2 or later from https://www.swift.org/install" >&2
  exit 2
fi

# step NAME COMMAND...
step() {
  local name=$1 began=$SECONDS status=0
  shift
  printf '\n==> %s\n' "$name" >&2
  "$@" || status=$?
  if [[ $status -ne 0 ]]; then
    printf '==> %s FAILED after %d s, exit status %d\n' "$name" $((SECONDS - began)) "$status" >&2
    exit "$status"
  fi
  printf '==> %s: %d s\n' "$name" $((SECONDS - began)) >&2
}
