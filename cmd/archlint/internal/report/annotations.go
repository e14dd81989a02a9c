package report

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// Annotations writes a result as workflow commands of GitHub Actions, which turns them into annotations of the changed
// files; see "Workflow commands for GitHub Actions" in its documentation. It shows ten errors, ten warnings and ten
// notices of a step, so that the gravest come first. Files that could not be read are errors too; milder troubles are
// left to other formats.
func Annotations(w io.Writer, res rules.Result, o Options) error {
	o.Real = remembered(o.Real)
	out := &bytes.Buffer{}
	files := newSources(o.Read)
	broken := slices.DeleteFunc(slices.Clone(res.Diagnostics), func(d graph.Diagnostic) bool { return d.Severity < graph.Error })
	for _, d := range annotatedTroubles.tell(broken) {
		annotate(out, rules.Error, o.spot(files, d.Range), "archlint cannot read this", plain(d.Message))
	}
	for _, f := range byLevel(res.Findings) {
		at, text := o.placed(f)
		annotate(out, f.Level, o.spot(files, at), f.Rule.ID+" "+f.Rule.Name, sentence(plain(text))+"\nFix: "+f.Rule.Fix.Advice)
	}
	return shown(w, out.Bytes())
}

// annotatedTroubles is how many errors in the input are annotated. GitHub shows ten errors, and findings are among them.
var annotatedTroubles = tellable{ofFile: 2, all: 5}

// annotate writes one workflow command. Columns are told for a region of one line only: GitHub refuses others.
func annotate(w io.Writer, l rules.Level, at spot, title, text string) {
	command := [...]string{rules.Note: "notice", rules.Warning: "warning", rules.Error: "error"}[l]
	place := ""
	if at.path != "" {
		place = "file=" + property(at.path) + ","
		if r := at.region; r.startLine > 0 {
			place += fmt.Sprintf("line=%d,endLine=%d,", r.startLine, r.endLine)
			if r.startLine == r.endLine && r.endColumn > r.startColumn {
				place += fmt.Sprintf("col=%d,endColumn=%d,", r.startColumn, r.endColumn)
			}
		}
	}
	_, _ = fmt.Fprintf(w, "::%s %stitle=%s::%s\n", command, place, property(title), value(text))
}

// How the runner reads a command: see escapeData and escapeProperty of actions/toolkit.
var (
	escapedValue    = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	escapedProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func value(text string) string { return escapedValue.Replace(text) }

// property escapes a property. A control character that has no escape, as a file's name may have it, would reach the
// terminal of who reads the log.
func property(text string) string {
	return escapedProperty.Replace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\r' && r != '\n' {
			return '·'
		}
		return r
	}, text))
}
