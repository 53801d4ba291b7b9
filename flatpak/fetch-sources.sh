#!/bin/bash
# Fetches the upstream release tarballs of cmark and json-c from Debian, where
# the repositories that the manifest pins cannot be reached.  apt checks them
# against Debian's signed index.
#
#   fetch-sources.sh
#
# Left behind in the work folder (see common.sh): sources/MODULE_*.orig.tar.*
set -euo pipefail
# shellcheck source=flatpak/common.sh
. "$(dirname "$0")/common.sh"

# SUITE MODULE, in the folder sources/.
fetch() {
  local apt=$work/apt-$1
  mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
  apt_line deb-src "$1" >"$apt/sources.list" || return 1
  local options=(-qq -o Dir::Etc::SourceList="$apt/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o Dir::State::Lists="$apt/lists" -o Dir::Cache="$apt/cache" -o APT::Sandbox::User=root)
  apt-get "${options[@]}" update || return 1
  apt-get "${options[@]}" source --download-only --tar-only "$2"
}

mkdir -p "$work/sources"
cd "$work/sources"
# A suite may list a release whose tarball is gone by now: then the next one.
for module in cmark json-c; do
  compgen -G "${module}_*.orig.tar.*z*" >/dev/null && continue
  # shellcheck disable=SC2154  # from common.sh
  for suite in $suites trixie bookworm; do
    fetch "$suite" "$module" >>"$work/fetch.log" 2>&1 && break
    rm -f "${module}_"*
  done
  compgen -G "${module}_*.orig.tar.*z*" >/dev/null ||
    { cat "$work/fetch.log" >&2; echo "no source of $module" >&2; exit 1; }
done
rm -rf "$work"/apt-* "$work/fetch.log"
