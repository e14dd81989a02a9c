package cloudformation

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/zclconf/go-cty/cty"
)

// TestValues evaluates the templates of testdata/cloudformation/values. What is wanted stands in comments:
//
//	Name: !Sub "${A}-x"   # = "a-x"             the attribute that begins on this line has this value
//	Web:                  # exists unknown      the resource that begins on this line exists, may exist, or not
//	Name: !Ref Nothing    # ! no parameter      a diagnostic on this line has this text
//
// A diagnostic without such a comment fails the test, and so does a comment that nothing meets. A file whose name
// ends in ".assume.yaml" is read with defaults assumed.
func TestValues(t *testing.T) {
	const dir = "../../testdata/cloudformation/values"
	roots, err := filepath.Glob(dir + "/*.yaml")
	if err != nil || len(roots) < 10 {
		t.Fatalf("only %d templates in %s: %v", len(roots), dir, err)
	}
	for _, root := range roots {
		t.Run(filepath.Base(root), func(t *testing.T) {
			p := open(t, []string{root}, Options{AssumeDefaults: strings.HasSuffix(root, ".assume.yaml")})
			checkWants(t, p.Load(Template{Path: root}), root)
		})
	}
}

// want is a comment that is still to be met.
type want struct{ kind, text string }

// checkWants holds a graph against the comments of its files; those of the named files must all be met.
func checkWants(t *testing.T, g *graph.Graph, files ...string) {
	t.Helper()
	open := map[string][]want{} // by "file:line"
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(content), "\n") {
			at := fmt.Sprintf("%s:%d", file, i+1)
			for _, kind := range []string{"# = ", "# exists ", "# ! "} {
				if _, text, ok := strings.Cut(line, kind); ok {
					if kind != "# ! " {
						text, _, _ = strings.Cut(text, " # ! ")
					}
					open[at] = append(open[at], want{kind, strings.TrimSpace(text)})
				}
			}
		}
	}
	meet := func(at graph.Range, kind, got string) {
		place := fmt.Sprintf("%s:%d", at.File, at.Start.Line)
		for i, w := range open[place] {
			if w.kind != kind {
				continue
			}
			if kind == "# ! " && !strings.Contains(got, w.text) {
				continue
			}
			if kind != "# ! " && got != w.text {
				t.Errorf("%s:\n got %s\nwant %s", place, got, w.text)
			}
			open[place] = slices.Delete(open[place], i, i+1)
			return
		}
		if kind == "# ! " {
			t.Errorf("%s: unexpected diagnostic: %s", place, got)
		}
	}
	for _, r := range g.Resources() {
		for _, name := range r.Source.Attributes() {
			meet(r.Source.Locate(cty.GetAttrPath(name)), "# = ", show(r.Attribute(name)))
		}
		for _, name := range []string{"@UpdatePolicy", "@CreationPolicy", "@DeletionPolicy", "@DependsOn", "@Metadata"} {
			if at := r.Source.Locate(cty.GetAttrPath(name)); at.Known() {
				meet(at, "# = ", show(r.Attribute(name)))
			}
		}
		meet(r.Header, "# exists ", r.Exists.String())
	}
	for _, d := range g.Diagnostics() {
		meet(d.Range, "# ! ", d.Message)
	}
	for at, left := range open {
		for _, w := range left {
			if w != (want{"# exists ", "false"}) {
				t.Errorf("%s: nothing meets the comment %s%s", at, w.kind, w.text)
			}
		}
	}
}

// show writes a value as the comments do: what is known as JSON, what is not as ? with its type, and behind it in
// angle brackets what marks it.
func show(v cty.Value) string {
	plain, marks := v.Unmark()
	var text string
	ty := plain.Type()
	switch {
	case plain.IsNull():
		text = "null"
	case !plain.IsKnown():
		text = "?" + ty.FriendlyName()
		if ty.IsListType() {
			least, most := plain.Range().LengthLowerBound(), plain.Range().LengthUpperBound()
			if least > 0 || most < 1000 {
				text += fmt.Sprintf(" %d..", least)
				if most < 1000 {
					text += strconv.Itoa(most)
				}
			}
		}
		if ty == cty.Number {
			low, _ := plain.Range().NumberLowerBound()
			high, _ := plain.Range().NumberUpperBound()
			if low.IsKnown() && !low.RawEquals(cty.NegativeInfinity) {
				text += " " + show(low) + ".." + show(high)
			}
		}
	case ty == cty.String:
		text = strconv.Quote(plain.AsString())
	case ty == cty.Number:
		text = plain.AsBigFloat().Text('f', -1)
	case ty == cty.Bool:
		text = strconv.FormatBool(plain.True())
	case ty.IsTupleType() || ty.IsListType():
		var parts []string
		for _, e := range plain.AsValueSlice() {
			parts = append(parts, show(e))
		}
		text = "[" + strings.Join(parts, ", ") + "]"
	case ty.IsObjectType():
		var parts []string
		for name, e := range plain.AsValueMap() {
			parts = append(parts, name+": "+show(e))
		}
		slices.Sort(parts)
		text = "{" + strings.Join(parts, ", ") + "}"
	default:
		text = ty.FriendlyName()
	}
	var notes []string
	for m := range marks {
		switch m := m.(type) {
		case graph.Ref:
			note := m.Address + "." + m.Attribute
			if m.Possible {
				note += "?"
			}
			notes = append(notes, note)
		case graph.Default:
			notes = append(notes, "default")
		case graph.Symbol:
			notes = append(notes, "@"+m.Source)
		case graph.Partial:
			notes = append(notes, strconv.Quote(strings.ReplaceAll(m.Text, graph.Hole, "_")))
		}
	}
	if len(notes) > 0 {
		slices.Sort(notes)
		text += " <" + strings.Join(notes, ", ") + ">"
	}
	return text
}
