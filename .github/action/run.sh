#!/usr/bin/env bash
# Runs archlint for the GitHub Action. It runs in bash 3.2 and later; all that it is told comes by the environment, and
# nothing of it is ever taken for a part of a script.
#
#   ARCHLINT_BINARY       the program
#   ARCHLINT_…            the inputs of the action, by their names
#   GITHUB_OUTPUT, GITHUB_STEP_SUMMARY, RUNNER_TEMP   as GitHub sets them
#
# It writes the outputs sarif and exit-code, and ends as archlint does.
set -euo pipefail

arguments=()
add() { arguments[${#arguments[@]}]="$1"; }

# add_lines adds the lines of a text that are not blank.
add_lines() {
	local line
	while IFS= read -r line || [[ -n "$line" ]]; do
		line="${line%$'\r'}"
		if [[ -n "${line//[[:space:]]/}" ]]; then
			add "$line"
		fi
	done <<<"$1"
}

# option adds a flag with its value, if there is one. They are one word, so that no value is taken for a flag.
option() {
	if [[ -n "$2" ]]; then
		add "--$1=$2"
	fi
}

sarif="${ARCHLINT_SARIF_FILE:-archlint.sarif}"
summary="$RUNNER_TEMP/archlint-summary.md"
annotations="$RUNNER_TEMP/archlint-annotations.txt"
rm -f "$summary" "$annotations"

add lint
option fail-on "${ARCHLINT_FAIL_ON:-}"
option config "${ARCHLINT_CONFIG:-}"
option baseline "${ARCHLINT_BASELINE:-}"
option new-from "${ARCHLINT_NEW_FROM:-}"
option category "${ARCHLINT_CATEGORY:-}"
option output "sarif=$sarif"
if [[ "${ARCHLINT_ANNOTATIONS:-true}" == true ]]; then
	option output "github=$annotations"
fi
option output "text=-"
if [[ "${ARCHLINT_SUMMARY:-true}" == true ]]; then
	option output "markdown=$summary"
	add --review
fi
add_lines "${ARCHLINT_ARGUMENTS:-}"
add --
add_lines "${ARCHLINT_PATHS:-.}"

code=0
"$ARCHLINT_BINARY" "${arguments[@]}" || code=$?

if [[ -f "$annotations" ]]; then
	cat "$annotations"
fi
if [[ -f "$summary" ]]; then
	cat "$summary" >>"$GITHUB_STEP_SUMMARY"
fi

# Relative to the workspace, as the steps after this one take it. On Windows an absolute path begins with a drive.
case "$sarif" in
/* | [A-Za-z]:*) ;;
*) sarif="${ARCHLINT_WORKING_DIRECTORY:-.}/$sarif" ;;
esac
{
	echo "sarif=${sarif//[$'\r\n']/}" # a line feed in it would begin another output
	echo "exit-code=$code"
} >>"$GITHUB_OUTPUT"
exit "$code"
