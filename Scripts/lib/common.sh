# Shared by the scripts: installs what is missing, finds Swift. Sourced, never run.

# Debian packages that the build links against.
debian_packages=(libsqlite3-dev libxxhash-dev libstemmer-dev libyajl-dev libssl-dev libarchive-dev libxml2-dev
  libpcre2-dev libserd-dev poppler-utils)

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "passerelle: $*"
  exit 1
}

# Installs the Debian packages that are not there yet, as root or with sudo.
ensure_packages() {
  local missing=() package
  for package in "${debian_packages[@]}" "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  command -v apt-get >/dev/null || fail "missing Debian packages and no apt-get to install them: ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "run as root, or install by hand: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  say "Installing: ${missing[*]}"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 ||
    say "apt-get update failed; trying with the lists at hand"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    "${missing[@]}" >/dev/null || fail "could not install: ${missing[*]}"
}

ensure_swift() {
  command -v swift >/dev/null || fail "Swift 6.2 or later is missing; see https://www.swift.org/install/linux/"
  local version
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1)
  read -r major minor <<<"${version:-0 0}"
  if [ "$major" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 2 ]; }; then
    fail "Swift 6.2 or later is needed, found $major.$minor"
  fi
}

# The flags every build takes: an import that Package.swift does not declare is an error.
build_flags=(--explicit-target-dependency-import-check error)
