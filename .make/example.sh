#!/usr/bin/env bash
# example.sh PROGRAM [README]: writes the files of the README's example theatre, the fenced blocks that stand after
# <!-- example: path -->, into an empty folder; then checks and draws the theatre there.
set -euo pipefail
sitmap=$(realpath "$1")
readme=$(realpath "${2:-README.md}")

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

awk '
  function fail(text) { print FILENAME ":" FNR ": " text > "/dev/stderr"; failed = 1; exit 1 }
  match($0, /<!-- example: [^ ]+ -->/) {
    path = substr($0, RSTART + 14, RLENGTH - 18)
    if (path ~ /^\// || path ~ /\.\./) fail("the example path " path " leaves the folder")
    next
  }
  /^ *```/ {
    if (inside) { close(path); path = ""; inside = 0 }
    else if (path != "") {
      folder = path
      if (sub(/\/[^\/]*$/, "", folder)) system("mkdir -p \"" folder "\"")
      inside = 1; files++
      print "example: " path
      printf "" > path
    }
    next
  }
  inside { print > path }
  END {
    if (failed) exit 1
    if (inside) fail("the block of " path " does not end")
    if (!files) fail("there is no <!-- example: path --> block")
  }
' "$readme"

"$sitmap" check
"$sitmap" render -o map.svg -o map.png -o map.pdf
for map in map.svg map.png map.pdf; do
  [ -s "$map" ] || { echo "example: $map is empty" >&2; exit 1; }
done
echo "example: checked and drawn ($(stat -c %s map.svg) bytes of SVG)"
