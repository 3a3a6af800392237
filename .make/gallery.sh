#!/usr/bin/env bash
# gallery.sh write|check PROGRAM: draws the sheets of the reports, as SVG and as small PNGs, and puts them into output/gallery/
# or compares them with what is there, byte for byte.
set -euo pipefail
action=$1
sitmap=$2
gallery=output/gallery

fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
TZ=UTC LC_ALL=C "$sitmap" maps --reports-only --output "$fresh" --scale 0.5 2>"$fresh.log" || { cat "$fresh.log" >&2; exit 1; }
rm -f "$fresh.log"
drawn=$(find "$fresh" -type f | wc -l)
[ "$drawn" -gt 0 ] || { echo "gallery: nothing was drawn" >&2; exit 1; }

case $action in
  write)
    rm -rf "$gallery"
    mkdir -p "$gallery"
    cp "$fresh"/* "$gallery/"
    echo "gallery: $drawn files in $gallery, $(du -sh "$gallery" | cut -f 1)"
    ;;
  check)
    differences=0
    say() { echo "gallery: $1" >&2; differences=$((differences + 1)); }
    for file in "$fresh"/*; do
      name=$(basename "$file")
      if [ ! -f "$gallery/$name" ]; then
        say "$name is missing in $gallery"
      elif ! cmp -s "$file" "$gallery/$name"; then
        say "$name differs ($(cmp "$file" "$gallery/$name" 2>&1 | sed 's/.*differ: //' || true))"
      fi
    done
    for file in "$gallery"/*; do
      if [ -f "$file" ] && [ ! -f "$fresh/$(basename "$file")" ]; then say "$(basename "$file") is in $gallery but no report gives it"; fi
    done
    if [ "$differences" -gt 0 ]; then
      echo "gallery: $differences differences; look at the new pictures, then 'make gallery' writes them" >&2
      exit 1
    fi
    echo "gallery: all $drawn files are what the reports give, byte for byte"
    ;;
  *) echo "gallery.sh write|check PROGRAM" >&2; exit 64 ;;
esac
