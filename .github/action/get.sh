#!/usr/bin/env bash
# Gets archlint for the GitHub Action: a release where one is asked for, or else the word that it must be built. It runs in
# bash 3.2 and later, on Linux, macOS and Windows runners, and takes what it needs to know from the environment:
#
#   ARCHLINT_VERSION      a release such as v1.2.3, "source", or nothing
#   ARCHLINT_ACTION_REF   what the action is used by, a tag or branch or commit
#   RUNNER_TEMP, RUNNER_OS, RUNNER_ARCH, GITHUB_OUTPUT   as GitHub sets them
#   ARCHLINT_RELEASES     where releases are; tests put another address there
#
# It writes the outputs binary and build.
set -euo pipefail

releases="${ARCHLINT_RELEASES:-https://github.com/archlint/archlint/releases/download}"
directory="$RUNNER_TEMP/archlint"
mkdir -p "$directory"

ending=""
case "$RUNNER_OS" in
Linux) system=linux ;;
macOS) system=darwin ;;
Windows) system=windows ending=.exe ;;
*)
	echo "::error::archlint: there is no release for $RUNNER_OS" >&2
	exit 2
	;;
esac
case "$RUNNER_ARCH" in
X64) machine=amd64 ;;
ARM64) machine=arm64 ;;
*) machine="" ;; # it can be built
esac
binary="$directory/archlint$ending"

done_with() { # build
	{
		echo "binary=$binary"
		echo "build=$1"
	} >>"$GITHUB_OUTPUT"
	exit 0
}

sum() {
	if command -v sha256sum >/dev/null; then
		sha256sum "$1"
	else
		shasum -a 256 "$1" # macOS
	fi | cut -d ' ' -f 1 | tr -d '\134' # the backslash that GNU writes first where the path has one
}

# download puts the release of a version in its place, if it is the one whose checksum was published with it.
download() { # version
	local archive="archlint_${1#v}_${system}_${machine}.tar.gz" wanted got
	curl --fail --silent --show-error --location --retry 3 --output "$directory/$archive" "$releases/$1/$archive" || return 1
	curl --fail --silent --show-error --location --retry 3 --output "$directory/checksums.txt" "$releases/$1/checksums.txt" || return 1
	wanted="$(tr -d '\r' <"$directory/checksums.txt" | awk -v name="$archive" '$2 == name || $2 == "*" name {print $1}')"
	got="$(sum "$directory/$archive")"
	if [[ -z "$wanted" || "$wanted" != "$got" ]]; then
		echo "::error::archlint: the checksum of $archive is not that of the release $1" >&2
		exit 2
	fi
	(cd "$directory" && tar -xzf "$archive" "archlint$ending") || return 1
	chmod +x "$binary"
}

version="${ARCHLINT_VERSION:-}"
if [[ "$version" == source ]]; then
	done_with true
fi
if [[ -n "$version" ]]; then
	[[ "$version" == v* ]] || version="v$version"
	if [[ ! "$version" =~ ^v[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$ ]]; then
		echo "::error::archlint: the input version is neither a release such as v1.2.3 nor source" >&2
		exit 2
	fi
	if [[ -z "$machine" ]] || ! download "$version"; then
		echo "::error::archlint: the release $version for $RUNNER_OS on $RUNNER_ARCH cannot be downloaded; leave the input version out to build it" >&2
		exit 2
	fi
	done_with false
fi
if [[ -n "$machine" && "${ARCHLINT_ACTION_REF:-}" =~ ^v[0-9]+\.[0-9]+\.[0-9]+$ ]] && download "$ARCHLINT_ACTION_REF"; then
	done_with false
fi
done_with true
