package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
	"github.com/archlint/archlint/rules/ladder"
)

// A picture that GitHub would not draw is left out, with a word; one that it draws is there.
func TestPictureOfAReview(t *testing.T) {
	write := func(arrows int, large bool) string {
		c := NewChart()
		for i := range 40 {
			c.Resources = append(c.Resources, Node{Address: fmt.Sprintf("aws_instance.i%d", i), Unit: "u", Mode: "managed", Exists: "true"})
		}
		for i := range arrows {
			c.Edges = append(c.Edges, Arrow{From: fmt.Sprintf("aws_instance.i%d", i%40), To: fmt.Sprintf("aws_instance.i%d", i/40), Relation: "references", Certain: true, Unit: "u"})
		}
		c.Sort()
		var out bytes.Buffer
		if err := ReviewMarkdown(&out, Reviews{Units: 1, Chart: c, Large: large}, Options{}); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	const leftOut = "The picture is left out"
	for _, c := range []struct {
		arrows int
		large  bool
		drawn  bool
	}{{maxArrows, false, true}, {maxArrows + 1, false, false}, {1, true, false}} {
		text := write(c.arrows, c.large)
		if strings.Contains(text, "```mermaid") != c.drawn || strings.Contains(text, leftOut) == c.drawn {
			t.Errorf("%d arrows, large %v: drawn %v is wanted:\n%.300s", c.arrows, c.large, c.drawn, text)
		}
	}
}

// A review in Markdown is short enough for a comment, and tells how many workloads are left out.
func TestLongReview(t *testing.T) {
	all := Reviews{Units: 1}
	for i := range 2000 {
		l := ladder.Ladder{Story: rules.StatelessWeb, At: 1, Rungs: []ladder.Rung{
			{Stage: 1, Name: "one instance", Reached: graph.True, Shows: []ladder.Evidence{{Words: "a | b", Range: graph.Range{File: "a|b.tf", Start: graph.Pos{Line: 3}}}}},
			{Stage: 2, Name: "a larger instance", Reached: graph.Unknown, Shows: []ladder.Evidence{{Words: strings.Repeat("long ", 5000)}}},
		}, Next: &ladder.Step{Stage: 2, Sentence: "Do *this*."}}
		all.Workloads = append(all.Workloads, ladder.Review{Unit: "u", Name: fmt.Sprintf("w%d", i), Ladders: []ladder.Ladder{l}})
	}
	var out bytes.Buffer
	if err := ReviewMarkdown(&out, all, Options{}); err != nil {
		t.Fatal(err)
	}
	text := out.String()
	if len(text) > maxMarkdown {
		t.Errorf("%d bytes", len(text))
	}
	for _, want := range []string{"more workloads, left out", `a \| b`, "`a\\|b.tf", `Do \*this\*.`, "| ? | 2 a larger instance | not knowable: long"} {
		if !strings.Contains(text, want) {
			t.Errorf("there is no %q in\n%.1500s", want, text)
		}
	}
}
