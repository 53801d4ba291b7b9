# shellcheck shell=bash
# What the scripts of this folder share; to be sourced.
#
# Environment: STRATA_FLATPAK_WORK, where roots, runtimes and downloads are
# kept between runs (by default in the user's cache).

# shellcheck disable=SC2034  # used by whoever sources this
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
app_id=io.github.strata_study.Strata
manifest=$top/flatpak/$app_id.json
work=${STRATA_FLATPAK_WORK:-${XDG_CACHE_HOME:-$HOME/.cache}/strata-flatpak}
mkdir -p "$work"
work=$(realpath "$work")
# Flatpak's own variable: a user installation apart from the person's own.
export FLATPAK_USER_DIR=$work/user
# The newest suite first; the next serves while the first cannot be installed.
suites=${STRATA_SUITE:-sid forky}

since=$SECONDS
# Says how long a step took: WHAT
stamp() {
  printf '# %-44s %4ss\n' "$1" $((SECONDS - since))
  since=$SECONDS
}

# Two runs must not build in the same folder.  What outlives a run must not
# inherit the lock: start it with 9>&-.
take_lock() {
  exec 9>"$work/lock"
  flock -w 1800 9 || { echo "another run holds $work" >&2; exit 1; }
}

# The address that apt itself uses for Debian proper.
debian_address() {
  local address
  # shellcheck disable=SC2016  # apt fills these in
  address=$(apt-get indextargets --format '$(LABEL)|$(REPO_URI)' 'Created-By: Packages' |
    awk -F'|' '$1 == "Debian" { print $2; exit }')
  if [[ -z $address ]]; then
    echo "apt knows no address of Debian: run apt-get update" >&2
    return 1
  fi
  echo "${address%/}"
}

# One line of a sources.list: TYPE SUITE
apt_line() {
  local address
  address=$(debian_address) || return 1
  echo "$1 [check-valid-until=no signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $address $2 main"
}

# A root from Debian's packages: SUITE TARGET FORMAT PACKAGES OPTION...
debian_root() {
  local suite=$1 target=$2 format=$3 packages=$4 line
  shift 4
  line=$(apt_line deb "$suite") || return 1
  mmdebstrap --quiet --variant=apt --include="$packages" --format="$format" \
    --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Languages "none"' \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/info/*' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/gtk-doc/*' \
    --dpkgopt='path-exclude=/usr/share/help/*' --dpkgopt=force-unsafe-io \
    "$@" "$suite" "$target" "$line"
}

# Prints those of the packages named that the suite has, with commas between:
# Debian renames some from time to time.  SUITE PACKAGES
known() {
  local have
  have=$(curl -fsS "$(debian_address)/dists/$1/main/binary-$(dpkg --print-architecture)/Packages.xz" |
    xz -dc | sed -n 's/^Package: //p' | sort -u)
  comm -12 <(echo "$have") <(tr -s '[:space:]' '\n' <<<"$2" | sort -u) | paste -sd,
}

# One field of the manifest: NAME
manifest_field() {
  python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$manifest" "$1"
}
