package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/archlint/archlint/rules"
)

// The hashes are those that github/codeql-action computes of the same texts.
func TestLineHashes(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"", []string{"c129715d7a2bc9a3:1"}},
		{"min_size = 1\n", []string{"41e8557519f8eaa1:1", "c129715d7a2bc9a3:1"}},
		{"\tmin_size\t= 1\r\n", []string{"41e8557519f8eaa1:1", "c129715d7a2bc9a3:1"}}, // blanks and kinds of line ends do not count
		{"min_size = 1\r", []string{"41e8557519f8eaa1:1", "c129715d7a2bc9a3:1"}},
		{"a\r \nb", []string{"67c066a59e652f5e:1", "cc4c43d77869440f:1", "8ee5a81e681643c1:1"}},                // a blank parts the two
		{"größe = \"🚀\"\r\n}\r\n", []string{"becad9d1a2f25431:1", "32dce9ccfdbc9d3e:1", "c129715d7a2bc9a3:1"}}, // UTF-16
	} {
		if got := lineHashes([]byte(c.text)); !slices.Equal(got, c.want) {
			t.Errorf("%q:\n got %v\nwant %v", c.text, got, c.want)
		}
	}
	many := lineHashes([]byte(strings.Repeat("  tags = {}\n", 40)))
	if len(many) != 41 || !strings.HasSuffix(many[0], ":1") || !strings.HasSuffix(many[9], ":10") {
		t.Errorf("equal lines are not numbered: %v", many)
	}
}

// A finding keeps its name where lines move, and two of one resource have two names.
func TestIdentities(t *testing.T) {
	at := func(line int) *rules.Finding {
		f := *result().Findings[0]
		f.Range.Start.Line = line
		return &f
	}
	a, b := identities{}, identities{}
	first, second, moved := a.of(at(3), "infra"), a.of(at(9), "infra"), b.of(at(30), "infra")
	if first == second {
		t.Error("two findings of one resource have one name")
	}
	if first != moved {
		t.Errorf("a moved finding has another name: %s and %s", first, moved)
	}
	if b.of(at(3), "other") == moved || strings.HasSuffix(b.of(at(3), "third"), ":2") {
		t.Error("units share names")
	}
}
