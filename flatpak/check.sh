#!/bin/bash
# Builds Strata's Flatpak without a network, makes the single-file bundle,
# installs that for this user alone, runs it in its sandbox on a screen of its
# own and checks what the manifest promises.
#
#   check.sh
#
# Each check prints a line; the last line is "N passed, N failed".  The runtime
# is a stand-in (make-runtime.sh) and is kept, as are the downloads (see
# common.sh); what else was made in the work folder is removed at the end.
# Left behind in the build folder: flatpak/strata.flatpak, the build's log, what
# the app and its session printed, and pictures made inside the sandbox.
#
# Environment: STRATA_MANIFEST, another manifest to check, as one that asks for
# too much and must fail; STRATA_BUNDLE, a bundle to check that is built already.
set -euo pipefail
# shellcheck source=flatpak/common.sh
. "$(dirname "$0")/common.sh"

manifest=${STRATA_MANIFEST:-$manifest}
out=${STRATA_BUILD:-$top/build}/flatpak
here=$work/run
home=$here/home
passed=0 failed=0
helpers=()

result() { # ok|"NOT OK" WHAT
  printf '%s: %s\n' "$1" "$2"
  if [[ $1 = ok ]]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}

check() { # WHAT COMMAND...
  if "${@:2}"; then result ok "$1"; else result 'NOT OK' "$1"; fi
}

# What there is to read about a failure, from the standard input: fails itself.
tell() {
  sed 's/^/# /'
  return 1
}

finish() {
  ((${#helpers[@]} == 0)) || kill "${helpers[@]}" 2>/dev/null || true
  flatpak uninstall --user --noninteractive --force-remove "$app_id" >/dev/null 2>&1 || true
  # Apps and runtimes share a repository, the bundle's remote goes with the app.
  # The portal's file system may still be there for a moment, with what was handed over.
  rm -rf --one-file-system "$here"
}

end() {
  echo "$passed passed, $failed failed"
  ((failed == 0))
}

build() {
  "$top/flatpak/fetch-sources.sh"
  "$top/flatpak/offline-manifest.py" "$manifest" "$top/flatpak" "$work/sources" "$here/manifest.json"
  flatpak-builder --user --force-clean --disable-rofiles-fuse --disable-download \
    --state-dir="$work/state" --repo="$here/repo" "$here/build" "$here/manifest.json" \
    >"$out/build.log" 2>&1 || { tail -n 60 "$out/build.log"; return 1; }
}

install_bundle() {
  [[ -s $out/strata.flatpak ]] ||
    flatpak build-bundle "$here/repo" "$out/strata.flatpak" "$app_id" >/dev/null
  flatpak install --user --noninteractive --reinstall --bundle "$out/strata.flatpak" >/dev/null
}

tests_ran() {
  grep -qE '^Ok: +[1-9]' "$out/build.log" && grep -qE '^Fail: +0' "$out/build.log"
}

# What is asked for, and nothing else.
permissions_are() {
  local asked=$here/asked
  flatpak info --user --show-permissions "$app_id" | sed '/^$/d' | sort >"$asked"
  diff - "$asked" < <(printf '%s\n' '[Context]' 'devices=dri;' 'shared=ipc;' \
    'sockets=x11;wayland;fallback-x11;' | sort) | sed 's/^/# /'
}

size_of() { # BYTES
  awk -v n="$1" 'BEGIN { printf "%.1f MB", n / 1e6 }'
}

sizes() {
  local installed bundle
  installed=$(du -sb "$FLATPAK_USER_DIR/app/$app_id" | cut -f1)
  bundle=$(stat -c %s "$out/strata.flatpak")
  check "small: installed $(size_of "$installed"), bundle $(size_of "$bundle"), at most 10 and 5" \
    test $((installed <= 10000000 && bundle <= 5000000)) = 1
}

# A session bus and a home of the check's own; the virtual screen has no
# graphics card: COMMAND...
session() {
  env -u WAYLAND_DISPLAY -u LANGUAGE -u LC_ALL HOME="$home" XDG_RUNTIME_DIR="$home/run" \
    XDG_DATA_HOME="$home/.local/share" XDG_CONFIG_HOME="$home/.config" \
    XDG_CACHE_HOME="$home/.cache" XDG_STATE_HOME="$home/.local/state" LANG=C.UTF-8 \
    GSK_RENDERER=cairo GDK_DISABLE=gl,vulkan \
    XDG_DATA_DIRS="$FLATPAK_USER_DIR/exports/share:/usr/local/share:/usr/share" \
    dbus-run-session -- "$@" 2>>"$out/session.log" 9>&-
}

# A shell line inside the sandbox: LINE OPTION...
inside() {
  session flatpak run --user "${@:2}" --command=bash "$app_id" -c "$1" >"$out/inside.log" 2>&1
}
inside_or_tell() {
  inside "$@" || tell <"$out/inside.log"
}
outside_of_reach() {
  ! inside "$@"
}

# Each with the same probe let through first, which shows that it can tell.
reach() {
  # shellcheck disable=SC2016  # these lines are for the shell inside
  local port probe missing own='[[ $(ldd /app/bin/strata | grep -cE "/app/lib/(libcmark|libjson-c)") = 2 ]]'
  port=$(cat "$here/port")
  probe="exec 3<>/dev/tcp/127.0.0.1/$port"
  check 'the host listens, as the network let in shows' inside "$probe" --share=network
  check 'the listener is not reached from the sandbox' outside_of_reach "$probe"
  check 'a file in the home is there, as files let in show' \
    inside "[[ -e $home/secret ]]" --filesystem=home
  check 'the file is not seen from the sandbox' outside_of_reach "[[ -e $home/secret ]]"
  missing='! ldd /app/bin/* /app/lib/*.so* | grep "not found"'
  check 'no library is missing' inside_or_tell "$missing"
  check 'cmark and json-c are the ones of the manifest' inside "$own"
}

# Whatever the home has more than before lies in the app's own folder.
kept_in_place() {
  local stray
  stray=$(cd "$home" && find . \( -path ./run -o -path "./.var/app/$app_id" -o -path ./.cache \
    -o -path ./.local/share/flatpak \) -prune -o -type f ! -name secret -print)
  [[ -z $stray ]] || { tell <<<"$stray"; return 1; }
  [[ -s $home/.var/app/$app_id/config/glib-2.0/settings/keyfile ]] ||
    tell <<<'no settings were written there'
}

start_helpers() {
  mkdir -p "$home/run" && chmod 700 "$home/run"
  echo secret >"$home/secret"
  cp -r "$top/data/courses/llm-foundations" "$here/course"
  python3 -u -c 'import socket, sys, time
s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1]); time.sleep(3600)' \
    >"$here/port" 9>&- &
  helpers+=($!)
  Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp 3>"$here/display" 2>/dev/null 9>&- &
  helpers+=($!)
  for _ in $(seq 100); do
    [[ -s $here/display && -s $here/port ]] && break
    sleep 0.1
  done
  DISPLAY=:$(cat "$here/display")
  export DISPLAY
}

# In the window: read-window.py prints lines of its own, which are counted here.
# libatspi waits for itself for ever if another program says something in between: the
# desktop's portal, of GTK 3, is kept from it, and there is an end to the reading.
look() {
  local line
  while read -r line; do
    case $line in
      'ok: '*) result ok "${line#*: }" ;;
      'NOT OK: '*) result 'NOT OK' "${line#*: }" ;;
      '# '*) echo "$line" ;;
    esac
  done < <(NO_AT_BRIDGE=1 session timeout 600 "$top/flatpak/read-window.py" "$app_id" "$out" "$here/course" ||
    { grep -v '^dbus-daemon' "$out/session.log" | tail -n 3 | tell || echo 'NOT OK: the window was read to the end'; })
}

# From inside, as ./run pictures makes them.
pictures() {
  local data=$home/.var/app/$app_id/data language
  for language in en_US zh_TW; do
    # shellcheck disable=SC2016  # the arguments of that shell
    session env LANG=$language.UTF-8 bash -c 'exec "${@:2}" >>"$1" 2>&1' - "$out/app.log" \
      flatpak run --user "$app_id" --show concept:dl --size 1200x800 \
      --picture "$data/learn.png" >/dev/null || return 1
    mv "$data/learn.png" "$out/learn-$language.png" || return 1
  done
}

# What D-Bus starts prints to the session's log, among what others say there.
quiet() {
  [[ -e $out/app.log && ! -s $out/app.log ]] || { tell <"$out/app.log"; return 1; }
  ! grep -E '^(\*\* )?\(strata:[0-9]+\): ' "$out/session.log" | sed 's/^/# /'
}

# The bundle to check, built where none was given.
prepare() {
  rm -rf "$here" && mkdir -p "$here"
  [[ -z ${STRATA_BUNDLE:-} ]] || cp "$STRATA_BUNDLE" "$here/given"
  rm -rf "$out" && mkdir -p "$out"
  "$top/flatpak/make-runtime.sh"
  stamp 'runtime'
  if [[ -e $here/given ]]; then
    mv "$here/given" "$out/strata.flatpak"
    return
  fi
  check 'it builds without a network' build
  stamp 'build'
  ((failed > 0)) || check 'its tests passed in the build' tests_ran
}

main() {
  take_lock
  trap finish EXIT
  prepare
  ((failed == 0)) || { end; return; }
  check 'the bundle is made and installed' install_bundle
  ((failed == 0)) || { end; return; }
  check 'it asks for a window and the graphics card, and for nothing else' permissions_are
  sizes
  start_helpers
  reach
  look
  check 'pictures are made inside' pictures
  check 'nothing on its output' quiet
  check "data and settings are in .var/app/$app_id only" kept_in_place
  stamp 'checks'
  end
}

main
