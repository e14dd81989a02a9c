package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/archlint/archlint/rules"
)

// RulesText lists rules for a terminal, one a line.
func RulesText(w io.Writer, all []*rules.Rule) error {
	out := bufio.NewWriter(w)
	names, stories := 0, 0
	for _, r := range all {
		names, stories = max(names, len(r.Name)), max(stories, len(r.Story))
	}
	for _, r := range all {
		title := r.Title
		if r.Off {
			title += " (off unless asked for)"
		}
		_, _ = fmt.Fprintf(out, "%s  %-7s  %-*s  %-*s  %s\n", r.ID, r.Level, stories, r.Story, names, r.Name, title)
	}
	return out.Flush()
}

// RulesMarkdown lists rules as a table, such as stands in the README.
func RulesMarkdown(w io.Writer, all []*rules.Rule) error {
	out := bufio.NewWriter(w)
	_, _ = fmt.Fprintf(out, "| Rule | Name | Level | Story | Reports |\n|---|---|---|---|---|\n")
	for _, r := range all {
		level := r.Level.String()
		if r.Off {
			level += " (off)"
		}
		_, _ = fmt.Fprintf(out, "| %s | `%s` | %s | %s | %s |\n", r.ID, r.Name, level, r.Story, strings.ReplaceAll(r.Title, "|", `\|`))
	}
	return out.Flush()
}
