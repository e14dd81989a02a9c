package terraform

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
)

const hclRemarks = `# archlint:ignore-file F whole
/* archlint:ignore A1 above
 * archlint:ignore A2 of two lines
 */
// archlint:ignore A3 several
resource "x" "a" { # archlint:ignore B header
  # archlint:ignore C1 the attribute
  plain = 1 # archlint:ignore C2 behind
  list = [ // archlint:ignore D1 the list
    1,       # archlint:ignore D2 an item
    # archlint:ignore D3 above an item
    {
      k = "a" # archlint:ignore D4 an entry
    },
    f(1,
      2), # archlint:ignore D5 the end of an item
    # archlint:ignore D6 above nothing of the list
  ]          # archlint:ignore D7 the end
  /* archlint:ignore E before */ other = 2
  block { # archlint:ignore G1 a nested block
    in = 1 # archlint:ignore G2 in it
  } # archlint:ignore G3 its end
  # archlint:ignore H1 above a brace
} # archlint:ignore H2 the end

# archlint:ignore N1 above an empty line

locals {
  # archlint:ignore L a local
  l = "# archlint:ignore N2 in a text"
  m = <<-EOT
    # archlint:ignore N3 in a heredoc
    ${1 /* archlint:ignore M in an interpolation */}
    // archlint:ignore N4 in a heredoc
  EOT
}
resource "x" "b" { y = 1 } # archlint:ignore O one line
# archlint:ignore N5 at the end`

// Each remark covers what begins on a line and ends on another, and stands in a resource or not.
var hclCovered = map[string]string{"F": "1-38", "A1": "6-24 in 6", "A2": "6-24 in 6", "A3": "6-24 in 6", "B": "6-24 in 6", "C1": "8-8 in 6", "C2": "8-8 in 6",
	"D1": "9-18 in 6", "D2": "10-10 in 6", "D3": "12-14 in 6", "D4": "13-13 in 6", "D5": "15-16 in 6", "D6": "9-18 in 6", "D7": "9-18 in 6", "E": "19-19 in 6",
	"G1": "20-22 in 6", "G2": "21-21 in 6", "G3": "20-22 in 6", "H1": "nothing", "H2": "6-24 in 6", "N1": "nothing", "L": "30-30", "M": "31-35", "O": "37-37 in 37", "N5": "nothing"}

func TestWhatRemarksCover(t *testing.T) {
	plain := []byte(hclRemarks)
	for name, src := range map[string][]byte{"as it is": plain, "CRLF": bytes.ReplaceAll(plain, []byte("\n"), []byte("\r\n")), "a byte order mark": append([]byte("\xef\xbb\xbf"), plain...)} {
		t.Run(name, func(t *testing.T) { holdCovers(t, "main.tf", src, hclCovered) })
	}
}

// jsonRemarks has comments under the key "//", of the object that they stand in.
const jsonRemarks = `{
  "//": ["archlint:ignore F whole", "archlint:ignore-file G whole, too"],
  "resource": {"x": {"//": "archlint:ignore N in a place of labels", "a": {
    "//": "archlint:ignore A the resource",
    "plain": "archlint:ignore N2 no comment",
    "block": [{"//": "archlint:ignore B1 the first", "k": 1},
      {"//": "archlint:ignore B2 \"quoted\"",
       "lifecycle": {"//": "archlint:ignore B3 a block"}}]
  }}},
  "module": {"m": {
    "//": "archlint:ignore M the call", "source": "x"}},
  "locals": {"//": "archlint:ignore L the locals", "l": 1}
}`

func TestWhatRemarksInJSONCover(t *testing.T) {
	want := map[string]string{"F": "1-13", "G": "1-13", "A": "3-9 in 3", "B1": "6-6 in 3", "B2": "7-8 in 3", "B3": "8-8 in 3", "M": "10-11 in 10", "L": "12-12"}
	holdCovers(t, "main.tf.json", []byte(jsonRemarks), want)
	holdCovers(t, "main.tf.json", append([]byte("\xef\xbb\xbf"), jsonRemarks...), want)
}

func holdCovers(t *testing.T, name string, src []byte, want map[string]string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), src, 0o600); err != nil {
		t.Fatal(err)
	}
	g := load(t, filepath.ToSlash(dir), Options{})
	visit(t, g, src)
	got := map[string]string{}
	for _, ignore := range g.Ignores {
		for _, w := range ignore.Rules {
			got[w.Text] = covered(ignore)
			if text := string(src[w.Range.Start.Byte:w.Range.End.Byte]); text != w.Text && !strings.Contains(text, `\"`) {
				t.Errorf("the range of %s holds %q", w.Text, text)
			}
		}
	}
	for w, c := range want {
		if got[w] != c {
			t.Errorf("%s covers %q, want %q", w, got[w], c)
		}
	}
	for w, c := range got {
		if _, ok := want[w]; !ok {
			t.Errorf("%s is a remark about %s", w, c)
		}
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

// Thousands of remarks one below the other are read in a moment.
func TestManyRemarks(t *testing.T) {
	const many = 50_000
	dir := t.TempDir()
	src := strings.Repeat("# archlint:ignore A why\n", many) + "resource \"x\" \"a\" {}\n"
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(src), 0o600); err != nil {
		t.Fatal(err)
	}
	g := load(t, filepath.ToSlash(dir), Options{})
	if len(g.Ignores) != many || covered(g.Ignores[0]) != "50001-50001 in 50001" {
		t.Errorf("%d remarks, the first about %s", len(g.Ignores), covered(g.Ignores[0]))
	}
}
