#!/usr/bin/env bash
# Checks what no compiler checks: layout, names, lengths, loose ends. Prints every fault, then fails if there was one.
set -uo pipefail
faults=0

# refuse WHAT LINES: lines that should not be there.
refuse() {
  [ -n "$2" ] || return 0
  printf '%s:\n%s\n' "$1" "$2" >&2
  faults=$((faults + 1))
}

# Swift files of the sources, tests, or both.
swift_files() { find "$@" -name '*.swift' -type f | sort; }
search() { swift_files "${@:2}" | xargs -r grep -nE "$1" || true; }

words='Manager|Helper|Util|Utils|Utility|Utilities|Info|Data|Handler|Processor'
types='\b(struct|class|enum|actor|protocol|typealias)[[:space:]]+'

swift format lint --strict --parallel --recursive Sources Tests Package.swift || faults=$((faults + 1))
mapfile -t scripts < <(find .ci .make geodata -type f \( -name '*.sh' -o -path .ci/run \) | sort)
shellcheck "${scripts[@]}" || faults=$((faults + 1))

refuse 'longer than 300 lines' "$(swift_files Sources Tests | xargs -r wc -l | awk '$2 != "total" && $1 > 300 { print $2 ": " $1 }')"
refuse 'types named by no more than a habit' "$(search "${types}[A-Za-z]*(${words})\b" Sources Tests)"
refuse 'types named by a number' "$(search "${types}[A-Za-z]*[a-z][0-9]+\b" Sources Tests)"
refuse 'files named by no more than a habit' "$(swift_files Sources Tests | grep -E "(${words})[A-Za-z]*\.swift$" || true)"
refuse 'traps and loose ends' "$(search 'try!|fatalError\(|preconditionFailure\(|as! |\b(TODO|FIXME|XXX)\b' Sources)"
refuse 'print outside the command line' "$(search '(^|[^a-zA-Z.])print\(' Sources | grep -v '^Sources/sitmap/' || true)"
refuse 'paths of one machine' "$(git grep -nE '/work/|/root/|\.\./shared' -- . ':!.make/lint.sh' || true)"
top='\..*|Package\.swift|Sources|Tests|geodata|seeds|output|README\.md|Makefile|LICENSE|CONTRIBUTING\.md|CHANGELOG\.md'
refuse 'unexpected at the top level' "$(git ls-files | cut -d / -f 1 | sort -u | grep -vxE "$top" || true)"

if [ "$faults" -gt 0 ]; then
  echo "lint: $faults kinds of fault" >&2
  exit 1
fi
echo "lint: clean"
