package report

import "strings"

// Excerpt cuts the block that a rule reports out of a test case: from the first line with the comment "# want ID" the
// resource around it. The comments that the tests go by are replaced by the rule's ID alone. It is "" where no line
// asks for the rule.
func Excerpt(content, id string) string {
	lines := strings.Split(strings.TrimRight(content, "\n"), "\n")
	mark := -1
	for i, l := range lines {
		if strings.Contains(l, "# want "+id+" ") {
			mark = i
			break
		}
	}
	if mark < 0 {
		return ""
	}
	// The block begins at the nearest line, from there upwards, of the least indentation that a resource can have:
	// none in Terraform, that of a logical ID in a template.
	depth := 0
	for _, l := range lines[:mark+1] {
		if strings.TrimRight(l, " ") == "Resources:" {
			depth = 2
		}
	}
	first := mark
	for first > 0 && !begins(lines[first], depth) {
		first--
	}
	last := mark + 1
	for last < len(lines) && !begins(lines[last], depth) {
		last++
	}
	if last < len(lines) && strings.HasPrefix(lines[last], "}") {
		last++
	}
	out := make([]string, 0, last-first)
	for _, l := range lines[first:last] {
		out = append(out, strings.TrimPrefix(unmarked(l, id), strings.Repeat(" ", depth)))
	}
	return strings.TrimRight(strings.Join(out, "\n"), "\n ")
}

// begins tells whether a line has no more than the given indentation and says something.
func begins(line string, depth int) bool {
	text := strings.TrimLeft(line, " ")
	return text != "" && text[0] != '#' && len(line)-len(text) <= depth
}

// unmarked replaces the comment that a test goes by.
func unmarked(line, id string) string {
	for _, comment := range []string{"# want ", "# unknown "} {
		code, rest, ok := strings.Cut(line, comment)
		switch {
		case !ok:
		case strings.HasPrefix(rest, id+" ") && strings.TrimSpace(code) == "":
			return code + "# " + id
		case strings.HasPrefix(rest, id+" "):
			return strings.TrimRight(code, " ") + " # " + id
		default:
			return strings.TrimRight(code, " ")
		}
	}
	return line
}
