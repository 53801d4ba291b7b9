#!/bin/bash
# Builds and tests Strata in a root with the newest GTK and libadwaita that
# Debian has, and makes the pictures there.  Every warning and every deprecated
# call is an error.
#
#   newest.sh [SUITE-OPTION...]      as for ./run tests
#
# The root is kept (see common.sh) and made again when what ./run needs
# changes or after two weeks; the older one serves if that fails.  Inside, the
# tree is read-only and there is no network.  Left behind in the build folder:
# newest/pictures.  The last line is "N passed, N failed".
set -euo pipefail
# shellcheck source=flatpak/common.sh
. "$(dirname "$0")/common.sh"

root=$work/newest
out=${STRATA_BUILD:-$top/build}/newest

make_root() {
  local suite packages fresh
  for suite in $suites; do
    packages=$(known "$suite" "$("$top/run" packages) locales")
    rm -rf "$root.new"
    # gtk_test_init wants this language, and gettext ignores LANGUAGE in C.UTF-8.
    # shellcheck disable=SC2016  # mmdebstrap gives $1
    debian_root "$suite" "$root.new" directory "$packages" \
      --customize-hook='chroot "$1" localedef -i en_US -f UTF-8 en_US.UTF-8' &&
      fresh=$suite && break
  done
  [[ -n ${fresh:-} ]] || return 1
  rm -rf "$root" && mv "$root.new" "$root"
  stamp "a root from Debian $fresh, $(du -sh "$root" | cut -f1)"
}

refresh_root() {
  local key
  key=$({ declare -f debian_root make_root; "$top/run" packages; echo "$suites"; } | sha256sum)
  if [[ $(cat "$root.key" 2>/dev/null) = "$key" && -z $(find "$root.key" -mtime +14) ]]; then
    echo "# the root of an earlier run is used"
  elif make_root; then
    echo "$key" >"$root.key"
  elif [[ -d $root ]]; then
    echo "# no newer root could be made: the earlier one is used"
  else
    echo "no suite of Debian could be installed: $suites" >&2
    return 1
  fi
}

# COMMAND... in the root, in the tree.
inside() {
  # What the project's own arguments hide up to its floor is taken back.  That
  # nothing newer than the floor is called shows in a build on the floor.
  local macro flags=-Werror=deprecated-declarations
  for macro in GLIB GDK ADW; do
    flags+=" -U${macro}_VERSION_MIN_REQUIRED -U${macro}_VERSION_MAX_ALLOWED"
  done
  bwrap --ro-bind "$root" / --dev /dev --proc /proc --tmpfs /tmp --tmpfs /run \
    --tmpfs /root --ro-bind "$top" /mnt --bind "$out" /srv --chdir /mnt \
    --unshare-net --unshare-pid --unshare-ipc --die-with-parent --clearenv \
    --setenv PATH /usr/bin:/usr/sbin --setenv HOME /root --setenv LC_ALL en_US.UTF-8 \
    --setenv STRATA_BUILD /srv/build --setenv STRATA_SETUP -Dwerror=true \
    --setenv CFLAGS "$flags" --setenv PYTHONDONTWRITEBYTECODE 1 "$@"
}

# The tests' last line again, with BAD more failures.
total() {
  local passed=0 failed=1
  if [[ $(tail -n 1 "$out/tests.log") =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
    passed=${BASH_REMATCH[1]} failed=${BASH_REMATCH[2]}
  fi
  failed=$((failed + $1))
  echo "$passed passed, $failed failed"
  ((failed == 0))
}

main() {
  local bad=0
  take_lock
  refresh_root
  rm -rf "$out" && mkdir -p "$out"
  inside pkg-config --modversion gtk4 libadwaita-1 glib-2.0 | paste -sd' ' |
    sed 's/^/# gtk4, libadwaita, glib: /'
  inside ./run tests "$@" >"$out/tests.log" 2>&1 || true
  cat "$out/tests.log"
  stamp "build and test"
  inside ./run pictures >"$out/pictures.log" 2>&1 || bad=1
  # The program itself must be as quiet as the tests.
  ! grep -qE '(WARNING|CRITICAL) \*\*' "$out/pictures.log" || bad=1
  ((bad == 0)) || cat "$out/pictures.log"
  [[ ! -d $out/build/pictures ]] || mv "$out/build/pictures" "$out/pictures"
  stamp "pictures"
  total "$bad"
}

main "$@"
