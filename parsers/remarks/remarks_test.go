package remarks_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/remarks"
)

// spelled writes remarks as "words|reason|until", with "file" before where they are about the file.
func spelled(all []remarks.Remark) string {
	var out []string
	for _, r := range all {
		var words []string
		for _, w := range r.Rules {
			words = append(words, w.Text)
		}
		line := fmt.Sprintf("%s|%s|%s", strings.Join(words, " "), r.Reason, r.Until.Text)
		if r.File {
			line = "file " + line
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func TestFind(t *testing.T) {
	for text, want := range map[string]string{
		"# archlint:ignore AL101 one group on purpose, see ADR-12":     "AL101|one group on purpose, see ADR-12|",
		"#archlint:ignore AL101":                                       "AL101||",
		"// archlint:ignore AL101,AL105 two":                           "AL101 AL105|two|",
		"# archlint:ignore AL101, asg-single-az , x two":               "AL101 asg-single-az x|two|",
		"/* archlint:ignore AL101 a reason */":                         "AL101|a reason|",
		"/*archlint:ignore AL101*/":                                    "AL101||",
		"# archlint:ignore: AL101: a reason":                           "AL101|a reason|",
		"# archlint:ignore AL101 -- a reason":                          "AL101|a reason|",
		"# archlint:ignore AL101 — a reason":                           "AL101|a reason|",
		"# archlint:ignore AL101 until=2027-03-31":                     "AL101||2027-03-31",
		"# archlint:ignore AL101 a until=2027-03-31 b":                 "AL101|a b|2027-03-31",
		"# archlint:ignore AL101 until=2027-03-31, moved":              "AL101|moved|2027-03-31",
		"# archlint:ignore until=2027-03-31":                           "||2027-03-31",
		"# archlint:ignore":                                            "||",
		"# archlint:ignore -- why":                                     "|why|",
		"# archlint:ignore[AL101] why":                                 "||",
		"# archlint:ignore=AL101":                                      "||",
		"# archlint:ignore-file AL101 why":                             "file AL101|why|",
		"# archlint:ignore-next-line AL101 why":                        "||",
		"# archlint:ignores are told":                                  "",
		"# see archlint:ignore AL101":                                  "",
		"# tfsec:ignore:x # archlint:ignore AL101 why":                 "AL101|why|",
		"# archlint:ignore AL101 issue #12 # tfsec:x":                  "AL101|issue #12|",
		"# archlint:ignore AL101 see https://x.org/a":                  "AL101|see https://x.org/a|",
		"# archlint:ignore AL101 a # archlint:ignore B b":              "AL101|a|\nB|b|",
		"#\tarchlint:ignore\tAL101\twhy\r\n":                           "AL101|why|",
		"/*\n * archlint:ignore AL101 why\n archlint:ignore AL102\n*/": "AL101|why|\nAL102||",
		"/*\n * as archlint:ignore AL101 why\n*/":                      "",
		"##### archlint:ignore AL101 ünïcode":                          "AL101|ünïcode|",
	} {
		if got := spelled(remarks.Find(text)); got != want {
			t.Errorf("%q gives\n%s, want\n%s", text, got, want)
		}
	}
}

// An outline of two blocks, written as lines of ten bytes:
//
//	1 block A {
//	2   x = [
//	3     1,
//	4   ]
//	5   y = 1
//	6 }
//	7
//	8 block B { z = 2 }
func outline() *remarks.Outline {
	var o remarks.Outline
	o.Add(span(8, 0, 8, 9), false)
	o.Add(span(8, 5, 8, 8), true)
	o.Add(span(5, 2, 5, 7), true)
	o.Add(span(2, 2, 4, 3), true)
	o.Add(span(3, 4, 3, 5), true)
	o.Add(span(1, 0, 6, 1), false)
	return &o
}

func span(line, column, endLine, end int) graph.Range {
	const width = 10
	return graph.Range{File: "f", Start: graph.Pos{Line: line, Byte: line*width + column}, End: graph.Pos{Line: endLine, Byte: endLine*width + end}}
}

func TestBehind(t *testing.T) {
	for name, c := range map[string]struct{ remark, want graph.Range }{
		"a header":       {span(1, 9, 1, 10), span(1, 0, 6, 1)},
		"the first line": {span(2, 9, 2, 10), span(2, 2, 4, 3)},
		"an element":     {span(3, 9, 3, 10), span(3, 4, 3, 5)},
		"the last line":  {span(4, 9, 4, 10), span(2, 2, 4, 3)},
		"the brace":      {span(6, 9, 6, 10), span(1, 0, 6, 1)},
		"one line":       {span(8, 9, 8, 10), span(8, 0, 8, 9)},
		"nothing":        {span(9, 9, 9, 10), graph.Range{}},
	} {
		if got := outline().Behind(c.remark); got != c.want {
			t.Errorf("%s: got %+v, want %+v", name, got, c.want)
		}
	}
}

func TestAbove(t *testing.T) {
	for name, c := range map[string]struct {
		remark graph.Range
		line   int
		want   graph.Range
	}{
		"a block":              {span(0, 0, 0, 9), 1, span(1, 0, 6, 1)},
		"an attribute":         {span(1, 8, 1, 9), 2, span(2, 2, 4, 3)},
		"an element":           {span(2, 8, 2, 9), 3, span(3, 4, 3, 5)},
		"the same line":        {span(5, 0, 5, 1), 5, span(5, 2, 5, 7)},
		"the end of a value":   {span(3, 8, 3, 9), 4, span(2, 2, 4, 3)},
		"the end of a block":   {span(5, 8, 5, 9), 6, graph.Range{}},
		"an empty line":        {span(6, 8, 6, 9), 0, graph.Range{}},
		"an empty line in one": {span(3, 8, 3, 9), 0, span(2, 2, 4, 3)},
		"the end of the file":  {span(9, 0, 9, 9), 0, graph.Range{}},
	} {
		if got := outline().Above(c.remark, c.line); got != c.want {
			t.Errorf("%s: got %+v, want %+v", name, got, c.want)
		}
	}
}

// FuzzFind: whatever stands in a comment, remarks lie within it, in order, and so do their words.
func FuzzFind(f *testing.F) {
	for _, seed := range []string{"# archlint:ignore AL101,AL102 why until=2027-03-31 # more", "/*\n * archlint:ignore-file x\n*/", "archlint:ignore\t,,:", "archlint:ignore until=until=", "//archlint:ignore a\rb"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, r := range remarks.Find(text) {
			if r.Start < last || r.End < r.Start || r.End > len(text) || strings.ContainsAny(text[r.Start:r.End], "\r\n") {
				t.Fatalf("%q: a remark of %d to %d", text, r.Start, r.End)
			}
			last = r.End
			for _, w := range append(r.Rules, r.Until) {
				if w.Text != "" && (w.At < r.Start || w.At+len(w.Text) > r.End || text[w.At:w.At+len(w.Text)] != w.Text) {
					t.Fatalf("%q: the word %q at %d", text, w.Text, w.At)
				}
			}
			if r.Reason != strings.TrimSpace(r.Reason) {
				t.Fatalf("%q: the reason %q", text, r.Reason)
			}
		}
	})
}
