package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/archlint/archlint/rules"
)

// The hashes are those that github/codeql-action computes of the same texts.
func TestLineHashes(t *testing.T) {
	greetings := []string{"e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1", "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1"}
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
		// Those that the action's own tests are about: kinds of line ends, blanks, lines that are alike.
		{" a\nb\n  \t\tc\n d", []string{"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"}},
		{" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End", []string{"8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1",
			"b86d3392aea1be30:1", "e6ceba753e1a442:1"}},
		{" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", greetings},
		{" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", greetings},
		{" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", greetings},
		{" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", greetings},
		{strings.Repeat("Lorem ipsum dolor sit amet.\n", 10), []string{"a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3", "a7f2ff13bc495cf2:4",
			"a7f2ff13bc495cf2:5", "a7f2ff13bc495cf2:6", "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1"}},
		{"x = 2\nx = 1\nprint(x)\nx = 3\nprint(x)\nx = 4\nprint(x)\n", []string{"e54938cc54b302f1:1", "bb609acbe9138d60:1", "1131fd5871777f34:1",
			"5c482a0f8b35ea28:1", "54517377da7028d2:1", "2c644846cb18d53e:1", "f1b89f20de0d133:1", "c129715d7a2bc9a3:1"}},
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
