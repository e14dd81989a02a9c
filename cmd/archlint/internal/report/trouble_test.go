package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

func TestTroubles(t *testing.T) {
	var all []graph.Diagnostic
	add := func(file string, s graph.Severity, n int) {
		for i := range n {
			all = append(all, graph.Diagnostic{Severity: s, Range: graph.Range{File: file, Start: graph.Pos{Line: i + 1}}, Message: fmt.Sprint(file, " ", i)})
		}
	}
	add("a", graph.Warning, 4)
	add("a", graph.Error, 1)
	add("b", graph.Info, 1)
	add("c", graph.Error, 4)
	add("d", graph.Info, 2)
	add("e", graph.Info, 1)
	for name, c := range map[string]struct {
		most tellable
		want []string
	}{
		"all":  {tellable{10, 20}, []string{"a 0", "a 1", "a 2", "a 3", "a 0", "b 0", "c 0", "c 1", "c 2", "c 3", "d 0", "d 1", "e 0"}},
		"file": {tellable{2, 20}, []string{"a 0", "a 0", "a: and 3 more warnings here; --format json has them all", "b 0", "c 0", "c 1", "c: and 2 more errors here; --format json has them all", "d 0", "d 1", "e 0"}},
		"few": {tellable{2, 5}, []string{"a 0", "a 0", "a: and 3 more warnings here; --format json has them all", "b 0", "c 0", "c 1", "c: and 2 more errors here; --format json has them all",
			": and 3 more notes in 2 other files; --format json has them all"}},
		"one": {tellable{1, 1}, []string{"a 0", "a: and 4 more warnings here; --format json has them all", ": and 4 more errors, 4 more notes in 4 other files; --format json has them all"}},
	} {
		if name == "one" { // the gravest first: of the two of one name it is the error
			if told := c.most.tell(all); told[0].Severity != graph.Error {
				t.Errorf("a %v is told", told[0].Severity)
			}
		}
		var got []string
		for _, d := range c.most.tell(all) {
			if d.rest {
				d.Message = d.Range.File + ": " + d.Message
			}
			got = append(got, d.Message)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: it tells\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
	if got := (tellable{1, 1}).tell(nil); len(got) > 0 {
		t.Errorf("of nothing it tells %v", got)
	}
}

// However much is wrong with one file, what was found elsewhere is told, and what is wrong with others.
func TestTroublesLeaveRoom(t *testing.T) {
	r := &rules.Rule{ID: "AL9", Name: "a-rule", Title: "t", Why: "w", Fix: rules.Fix{Advice: "Do it."}}
	res := rules.Result{Units: 1, Rules: []*rules.Rule{r}, Findings: []*rules.Finding{{Rule: r, Level: rules.Error, Message: "it is found", Unit: "u", Range: graph.Range{File: "good.tf", Start: graph.Pos{Line: 1}}}}}
	for i := range 200_000 {
		res.Diagnostics = append(res.Diagnostics, graph.Diagnostic{Severity: graph.Error, Range: graph.Range{File: "bad.tf"}, Message: fmt.Sprintf("word %x means nothing", i*7919*104729)})
	}
	res.Diagnostics = append(res.Diagnostics, graph.Diagnostic{Severity: graph.Warning, Range: graph.Range{File: "other.tf"}, Message: "and this is odd"})
	for name, c := range map[string]struct {
		write func(io.Writer, rules.Result, Options) error
		most  int // lines
		words []string
	}{
		"text":   {Text, 60, []string{"it is found", "and 199980 more errors here", "and this is odd"}},
		"sarif":  {SARIF, 20_000, []string{"it is found", "and 199900 more errors here", "and this is odd"}},
		"github": {Annotations, 10, []string{"it is found", "and 199998 more errors here"}},
	} {
		var out bytes.Buffer
		if err := c.write(&out, res, Options{Root: "/r", Dir: "/r"}); err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(out.String(), "\n"); n > c.most {
			t.Errorf("%s writes %d lines", name, n)
		}
		for _, words := range c.words {
			if !strings.Contains(out.String(), words) {
				t.Errorf("%s does not tell that %s:\n%.2000s", name, words, out.String())
			}
		}
	}
	var out bytes.Buffer
	if err := JSON(&out, res, Options{}); err != nil {
		t.Fatal(err)
	}
	var report struct{ Diagnostics []any }
	if err := json.Unmarshal(out.Bytes(), &report); err != nil || len(report.Diagnostics) != len(res.Diagnostics) {
		t.Errorf("JSON has %d diagnostics: %v", len(report.Diagnostics), err)
	}
}
