#!/usr/bin/env bash
# bench.sh PROGRAM: how long a cold `sitmap render` of a full sheet takes and how much memory it needs, beside what it may take.
# Medians of hyperfine; run it on a machine that does nothing else.
set -euo pipefail
sitmap=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# measure FORMAT NOTE: the sheet of 1600 by 1200 px in this format.
measure() {
  local command="$sitmap render --report syria-deeply-2017-06-02 -o $folder/map.$1"
  hyperfine --shell=none --warmup 2 --runs 15 --export-json "$folder/times.json" "$command" >/dev/null 2>&1
  local seconds kilobytes
  seconds=$(sed -n 's/.*"median": \([0-9.]*\).*/\1/p' "$folder/times.json")
  # shellcheck disable=SC2086 # the command is words
  kilobytes=$(/usr/bin/time -f %M $command 2>&1 >/dev/null | tail -n 1)
  printf '%s: %.3f s%s, %d MB (at most 150)\n' "$1" "$seconds" "$2" $((kilobytes / 1024))
}

measure svg ' (at most 0.15)'
measure png ' (at most 0.25)'
measure pdf ''
