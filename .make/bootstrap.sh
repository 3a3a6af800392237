#!/usr/bin/env bash
# Installs what is missing for the named jobs (build, test, lint, bench); does nothing when all is there.
# This is the one place that names Debian packages.
set -euo pipefail

# Each line: the job, the Debian package, and how to see that it is there without asking Debian.
needs='
build  pkg-config       program pkg-config
build  libcairo2-dev    library cairo-ft
build  libpango1.0-dev  library pango
build  libharfbuzz-dev  library harfbuzz-subset
build  libproj-dev      library proj
build  libgeos-dev      library geos
build  libspng-dev      library spng
build  zlib1g-dev       library zlib
test   librsvg2-bin     program rsvg-convert
test   poppler-utils    program pdftotext
lint   shellcheck       program shellcheck
bench  hyperfine        program hyperfine
bench  time             program /usr/bin/time
'

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

there() {
  case $1 in
    program) command -v "$2" >/dev/null ;;
    library) command -v pkg-config >/dev/null && pkg-config --exists "$2" ;;
  esac
}

missing=()
for job in "$@"; do
  while read -r for package kind name; do
    [ "$for" = "$job" ] || continue
    there "$kind" "$name" || missing+=("$package")
  done <<<"$needs"
done

if [ ${#missing[@]} -gt 0 ]; then
  command -v apt-get >/dev/null ||
    fail "Sitmap needs what Debian calls ${missing[*]}; there is no apt-get here, so install them in your system's way and try again."
  as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      fail "Sitmap needs packages and there is no sudo here; as root, run: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  echo "installing with ${as_root[*]:+${as_root[*]} }apt-get: ${missing[*]}"
  quiet=(-qq -o Dpkg::Use-Pty=0)
  "${as_root[@]}" apt-get "${quiet[@]}" update || echo "the package lists could not be renewed; going on with the old ones" >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get "${quiet[@]}" install -y --no-install-recommends "${missing[@]}" >/dev/null ||
    fail "apt-get could not install ${missing[*]}; see above"
fi

case " $* " in
  *' build '*)
    from='Sitmap needs Swift 6.3 or newer: https://www.swift.org/install/linux/'
    command -v swift >/dev/null || fail "There is no swift here. $from"
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1)
    read -r major minor <<<"${version:-0 0}"
    [ "$major" -gt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -ge 3 ]; } ||
      fail "The swift here is version $major.$minor. $from"
    ;;
esac
