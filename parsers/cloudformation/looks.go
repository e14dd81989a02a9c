package cloudformation

import (
	"bytes"
	"path"
	"regexp"
	"strings"

	"github.com/archlint/archlint/parsers/disk"
)

// Looks tells from a file's bytes whether it is a template, without parsing it: by the section
// AWSTemplateFormatVersion at the top level, or by Resources there that have types such as AWS::EC2::Instance.
// Deployment files of other tools that mention the same types (AppSpec, .ebextensions, the Serverless Framework) are
// no templates.
func Looks(name string, content []byte) bool {
	if len(content) == 0 || len(content) > disk.MaxSource || strings.HasSuffix(name, ".tf.json") || path.Ext(name) == ".config" {
		return false
	}
	content = bytes.TrimPrefix(content, []byte("\uFEFF"))
	begin := bytes.TrimLeft(content, " \t\r\n")
	if len(begin) > 0 && begin[0] == '{' && !beginsWithTag(string(begin[:min(len(begin), 2)])) {
		return looksJSON(begin)
	}
	return looksYAML(flushLeft(content))
}

// flushLeft removes the indentation that all of a YAML file may have: that of its first line that is no comment.
func flushLeft(content []byte) []byte {
	for line := range bytes.Lines(content) {
		text := bytes.TrimLeft(line, " ")
		switch {
		case len(bytes.TrimSpace(text)) == 0 || text[0] == '#' || bytes.HasPrefix(line, []byte("---")):
			continue
		case len(text) == len(line):
			return content
		}
		indent := append([]byte{'\n'}, line[:len(line)-len(text)]...)
		return bytes.ReplaceAll(append([]byte{'\n'}, content...), indent, []byte{'\n'})
	}
	return content
}

var (
	version     = []byte("AWSTemplateFormatVersion")
	typed       = []byte("::")
	versionLine = regexp.MustCompile(`(?m)^["']?AWSTemplateFormatVersion["']?[ \t]*:`)
	resources   = regexp.MustCompile(`(?m)^["']?Resources["']?[ \t]*:[ \t]*(?:#.*)?\r?$`)
	typeLine    = regexp.MustCompile(`(?m)^[ \t]+["']?Type["']?[ \t]*:[ \t]*["']?\w+::[\w:-]+["']?[ \t]*(?:#.*)?\r?$`)
	flowType    = regexp.MustCompile(`["']?Type["']?[ \t]*:[ \t]*["']?\w+::\w+`)
	listItem    = regexp.MustCompile(`^(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*-[ \t\r\n]`)
)

func looksYAML(content []byte) bool {
	if bytes.Contains(content, version) && versionLine.Match(content) {
		return true
	}
	if !bytes.Contains(content, typed) {
		return false
	}
	at := resources.FindIndex(content)
	if at == nil {
		return false
	}
	rest := content[at[1]:]
	if rest = bytes.TrimPrefix(rest, []byte("\n")); listItem.Match(rest) {
		return false
	}
	return typeLine.Match(rest) || flowType.Match(rest)
}

// looksJSON looks for the keys of the top level, stepping over everything that is nested deeper.
func looksJSON(content []byte) bool {
	if !bytes.Contains(content, version) && !bytes.Contains(content, typed) {
		return false
	}
	depth, key := 0, ""
	for i := 0; i < len(content); i++ {
		switch content[i] {
		case '{', '[':
			if depth == 1 && key == "Resources" {
				return content[i] == '{' && flowType.Match(content[i:])
			}
			depth++
		case '}', ']':
			if depth--; depth <= 0 {
				return false
			}
		case ',':
			key = ""
		case '"':
			end := stringEnd(content, i)
			if depth == 1 && key == "" {
				if key = string(content[i+1 : max(end, i+1)]); key == string(version) {
					return true
				}
			}
			i = end
		}
	}
	return false
}

// stringEnd is the offset of the quote that closes the string that begins at an offset, or the end of the content.
func stringEnd(content []byte, at int) int {
	for i := at + 1; i < len(content); i++ {
		switch content[i] {
		case '\\':
			i++
		case '"':
			return i
		}
	}
	return len(content)
}
