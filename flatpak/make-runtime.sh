#!/bin/bash
# Makes a stand-in for the GNOME runtime and its Sdk from Debian's packages and
# installs both in a user installation of its own, so that the manifest can be
# built and run where Flathub cannot be reached.  It proves how Strata behaves
# in the sandbox on a GTK of about that age, not that the real runtime has the
# same packages.
#
#   make-runtime.sh [--again]
#
# Nothing is done where the runtime is there already, unless this script or the
# manifest's runtime has changed since.  Left behind in the work folder (see
# common.sh): user/, the installation, and runtime-repo/, which its files are
# linked to.
set -euo pipefail
# shellcheck source=flatpak/common.sh
. "$(dirname "$0")/common.sh"

platform=$(manifest_field runtime)
sdk=$(manifest_field sdk)
branch=$(manifest_field runtime-version)
arch=$(flatpak --default-arch)
triplet=$(gcc -print-multiarch)
tree=$work/trees

# What the real runtime has and Strata leans on.  Neither cmark nor json-c:
# those come from the manifest, and a stand-in that had them would hide it if
# they did not.
run_packages="libgtk-4-1 libgtk-4-bin libadwaita-1-0 librsvg2-2 librsvg2-common
libwebp7 libwebpdemux2 glycin-loaders libsqlite3-0 gsettings-desktop-schemas dconf-gsettings-backend
glib-networking adwaita-icon-theme hicolor-icon-theme shared-mime-info
fontconfig fonts-adwaita fonts-noto-cjk ca-certificates libc-bin locales
tzdata iso-codes xkb-data bash coreutils sed grep findutils libglib2.0-bin"
# What the Sdk has on top of it.
sdk_packages="gcc g++ libc6-dev make cmake ninja-build meson pkgconf git patch
diffutils file tar gzip bzip2 xz-utils libgtk-4-dev libadwaita-1-dev
libglib2.0-dev libglib2.0-dev-bin libsqlite3-dev librsvg2-dev libwebp-dev gettext appstream
appstream-compose desktop-file-utils libxml2-utils python3 python3-jsonschema
binutils elfutils"

# A root's /usr and /etc become a runtime's files/.  This runs as a hook of
# mmdebstrap, twice on the same root: before and after the Sdk's packages.
write_packer() {
  cat >"$tree/pack" <<'PACK'
set -euo pipefail
from=$1 to=$2 triplet=$3
for name in en_US zh_TW; do
  chroot "$from" localedef -i "$name" -f UTF-8 "$name.UTF-8"
done
mkdir -p "$to/files"
cp -a --reflink=auto "$from/usr/." "$to/files/"
rm -rf "$to/files/etc" && cp -a --reflink=auto "$from/etc" "$to/files/etc"
cd "$to/files"
# Flatpak makes these itself, or they belong to the root's package manager.
rm -rf etc/{passwd,group,shadow,gshadow}{,-} etc/{machine-id,resolv.conf,hosts,hostname} \
  etc/{fstab,mtab,localtime,apt,dpkg} share/{doc,man,info,lintian,i18n,bug} lib/{systemd,udev,apt}
find etc \( -type b -o -type c -o -type p -o -type s \) -delete
chmod -R u+rwX,go+rX . && chmod -R ug-s .
# Flatpak runs ldconfig from bin.
ln -sfn ../sbin/ldconfig bin/ldconfig
cat >etc/ld.so.conf <<CONF
include /run/flatpak/ld.so.conf.d/app-*.conf
include /app/etc/ld.so.conf
/app/lib64
/app/lib
/usr/lib/$triplet
/usr/lib
include /run/flatpak/ld.so.conf.d/runtime-*.conf
CONF
rm -rf etc/ld.so.conf.d etc/ld.so.cache
# These must exist, for the folder is read-only afterwards.
mkdir -p share/runtime/locale lib/extensions local/share local/lib share/fonts share/icons
PACK
}

# Two trees, platform/ and sdk/: SUITE
make_trees() {
  local run_list sdk_list
  rm -rf "$tree" && mkdir -p "$tree"
  write_packer
  run_list=$(known "$1" "$run_packages")
  sdk_list=$(known "$1" "$sdk_packages")
  [[ -n $run_list && -n $sdk_list ]] || return 1
  debian_root "$1" - null "$run_list" \
    --customize-hook="bash $tree/pack \"\$1\" $tree/platform $triplet" \
    --customize-hook="chroot \"\$1\" env DEBIAN_FRONTEND=noninteractive apt-get install -yqq --no-install-recommends ${sdk_list//,/ } >$tree/sdk.log 2>&1" \
    --customize-hook="bash $tree/pack \"\$1\" $tree/sdk $triplet"
}

# flatpak-builder calls appstream-compose, which Debian no longer has, and
# renames the metainfo file to where appstreamcli no longer looks.
add_compose() {
  cat >"$tree/sdk/files/bin/appstream-compose" <<'COMPOSE'
#!/bin/sh
set -e
for a; do case $a in --basename=*) id=${a#*=} ;; esac; done
from=$(mktemp -d)
mkdir -p "$from/share/metainfo"
for f in /app/share/metainfo/"$id".*.xml /app/share/appdata/"$id".*.xml; do
  [ ! -e "$f" ] || cp "$f" "$from/share/metainfo/$id.metainfo.xml"
done
cp -r /app/share/applications /app/share/icons /app/share/locale "$from/share/"
exec appstreamcli compose --prefix=/ --origin="$id" --result-root=/app \
  --data-dir=/app/share/app-info/xmls --icons-dir=/app/share/app-info/icons/flatpak \
  --components="$id" --print-report=full "$from"
COMPOSE
  chmod 755 "$tree/sdk/files/bin/appstream-compose"
}

# Into the repository: ID TREE
export_runtime() {
  cat >"$tree/$2/metadata" <<META
[Runtime]
name=$1
runtime=$platform/$arch/$branch
sdk=$sdk/$arch/$branch
META
  flatpak build-export --runtime --arch="$arch" --files=files --no-update-summary \
    --disable-sandbox "$work/runtime-repo" "$tree/$2" "$branch" >"$tree/$2.log" 2>&1 ||
    { cat "$tree/$2.log" >&2; return 1; }
}

install_runtimes() {
  rm -rf "$work/runtime-repo" "$work/user"
  # Not the mode that a server has: that would compress every file.
  ostree --repo="$work/runtime-repo" init --mode=bare-user-only
  add_compose
  export_runtime "$platform" platform
  export_runtime "$sdk" sdk
  flatpak build-update-repo "$work/runtime-repo" >/dev/null
  flatpak remote-add --user --no-gpg-verify standin "file://$work/runtime-repo"
  flatpak install --user --noninteractive standin "$platform//$branch" "$sdk//$branch" >/dev/null
}

main() {
  local key suite done=
  key=$({ cat "$0"; echo "$platform $sdk $branch $suites"; } | sha256sum)
  if [[ ${1:-} != --again && $(cat "$work/runtime.key" 2>/dev/null) = "$key" ]]; then
    echo "# the runtime of an earlier run is used"
    return
  fi
  rm -f "$work/runtime.key"
  for suite in $suites; do
    make_trees "$suite" && done=$suite && break
  done
  [[ -n $done ]] || { echo "no suite of Debian could be installed: $suites" >&2; return 1; }
  stamp "a root from Debian $suite"
  for pc in gtk4 libadwaita-1 glib-2.0; do
    sed -n "s/^Version:/# $pc/p" "$tree/sdk/files/lib/$triplet/pkgconfig/$pc.pc"
  done
  install_runtimes
  rm -rf "$tree"
  echo "$key" >"$work/runtime.key"
  stamp "runtime and Sdk, $(du -shc "$work/user" "$work/runtime-repo" | tail -n 1 | cut -f1)"
}

main "$@"
