package cloudformation

import (
	"fmt"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
)

const yamlRemarks = `# archlint:ignore-file F whole
Description: "a # archlint:ignore N1 in a text"
Parameters:
  P: {Type: String, Default: x} # archlint:ignore P a parameter
Resources: # archlint:ignore R a section
  # archlint:ignore A1 above
  # archlint:ignore A2 of two
  A: # archlint:ignore B header
    Type: A::B::C # archlint:ignore C1 behind
    Properties:
      # archlint:ignore C2 above
      Plain: 1
      # archlint:ignore N2 above an empty line

      List: # archlint:ignore D1 the list
        - a # archlint:ignore D2 an item
        # archlint:ignore D3 above an item
        - K: 1
          L: it's # archlint:ignore D4 an entry
      Flow: [a, # archlint:ignore E1 an item
        # archlint:ignore E2 in brackets
        b
      ] # archlint:ignore E3 the end
      Text: | # archlint:ignore G1 a text
        # archlint:ignore N3 in it
        echo
      Folded: a
        # b
      Quoted: 'a
        # archlint:ignore N4 in it'
      Number: a#archlint:ignore N5
      Last: !Sub "${P}" # archlint:ignore H a function
  B:
    Type: A::B::C
    Metadata:
      archlint:
        ignore:
          - rule: M1, M2
            reason: why
          - {rule: [M3], until: 2027-03-31}
  Fn::ForEach::Loop:
    - X
    - [a, b]
    - # archlint:ignore L in a loop
      C${X}:
        Type: A::B::C # archlint:ignore L2 in a loop
Metadata:
  archlint: {ignore: [{rule: W, reason: all}]}
# archlint:ignore N6 at the end`

var yamlCovered = map[string]string{"F": "1-49", "P": "4-4", "R": "5-46", "A1": "8-32 in 8", "A2": "8-32 in 8", "B": "8-32 in 8", "C1": "9-9 in 8", "C2": "12-12 in 8",
	"N2": "nothing", "D1": "15-19 in 8", "D2": "16-16 in 8", "D3": "18-19 in 8", "D4": "19-19 in 8", "E1": "20-23 in 8", "E2": "22-22 in 8", "E3": "20-23 in 8",
	"G1": "24-26 in 8", "H": "32-32 in 8", "M1": "33-40 in 33", "M2": "33-40 in 33", "M3": "33-40 in 33", "L": "45-46 in 45", "L2": "46-46 in 45", "W": "1-49", "N6": "nothing"}

func TestWhatRemarksCover(t *testing.T) {
	for name, src := range map[string]string{"as it is": yamlRemarks, "CRLF": strings.ReplaceAll(yamlRemarks, "\n", "\r\n"), "a byte order mark": "\uFEFF" + yamlRemarks,
		"more than ASCII": strings.ReplaceAll(yamlRemarks, "why", "wäre €")} {
		t.Run(name, func(t *testing.T) {
			got := map[string]string{}
			for _, ignore := range checkRanges(t, []byte(src)).Ignores {
				for _, w := range ignore.Rules {
					got[w.Text] = covered(ignore)
					if text := src[w.Range.Start.Byte:w.Range.End.Byte]; !strings.Contains(text, w.Text) {
						t.Errorf("the range of %s holds %q", w.Text, text)
					}
				}
			}
			for w, c := range yamlCovered {
				if got[w] != c {
					t.Errorf("%s covers %q, want %q", w, got[w], c)
				}
			}
			for w, c := range got {
				if _, ok := yamlCovered[w]; !ok {
					t.Errorf("%s is a remark about %s", w, c)
				}
			}
		})
	}
}

func covered(ignore graph.Ignore) string {
	if !ignore.Covers.Known() {
		return "nothing"
	}
	out := fmt.Sprintf("%d-%d", ignore.Covers.Start.Line, ignore.Covers.End.Line)
	if ignore.Block.Known() {
		out += fmt.Sprintf(" in %d", ignore.Block.Start.Line)
	}
	return out
}

// What is meant for archlint and cannot be read is told.
func TestMisreadMetadata(t *testing.T) {
	for metadata, want := range map[string]string{
		`archlint: AL101`:                                  "what is said to archlint here must be a mapping with the key ignore",
		`archlint: {ignores: []}`:                          "archlint has no key ignores here: use ignore",
		`archlint: {ignore: AL101}`:                        "ignore must be a list of mappings with the keys rule, reason and until",
		`archlint: {ignore: [AL101]}`:                      "this must be a mapping with the keys rule, reason and until",
		`archlint: {ignore: [{rule: AL101, because: x}]}`:  "an ignore has no key because: it has rule, reason and until",
		`archlint: {ignore: [{rule: AL101, until: [a]}]}`:  "until must be a date such as 2027-03-31",
		`archlint: {ignore: [{rule: AL101, reason: why}]}`: "",
	} {
		got := ""
		for _, d := range load(t, []string{"-"}, Options{Stdin: []byte("Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Metadata: {" + metadata + "}\n")}, "-").Diagnostics() {
			got += d.Message
		}
		if got != want {
			t.Errorf("%s: told %q, want %q", metadata, got, want)
		}
	}
}

// In what could not be read nobody knows what is a comment.
func TestRemarksOfABrokenTemplate(t *testing.T) {
	src := "Resources:\n  # archlint:ignore A why\n  A:\n    Type: A::B::C\n  B:\n    Type: A::B::C\n    Text: |\n      # archlint:ignore B why\n    Bad: [a\n  C:\n    Type: A::B::C # archlint:ignore C why\n"
	var got []string
	for _, ignore := range checkRanges(t, []byte(src)).Ignores {
		for _, w := range ignore.Rules {
			got = append(got, w.Text+" "+covered(ignore)+" "+ignore.Unsure)
		}
	}
	if want := "A 3-4 in 3 not all of - is seen, C 11-11 in 10 not all of - is seen"; strings.Join(got, ", ") != want {
		t.Errorf("got %q, want %q", strings.Join(got, ", "), want)
	}
}

// Thousands of remarks one below the other are read in a moment.
func TestManyRemarks(t *testing.T) {
	const many = 50_000
	g := load(t, []string{"-"}, Options{Stdin: []byte("Resources:\n" + strings.Repeat("  # archlint:ignore A why\n", many) + "  A:\n    Type: A::B::C\n")}, "-")
	if len(g.Ignores) != many || covered(g.Ignores[0]) != "50002-50003 in 50002" {
		t.Errorf("%d remarks, the first about %s", len(g.Ignores), covered(g.Ignores[0]))
	}
}
