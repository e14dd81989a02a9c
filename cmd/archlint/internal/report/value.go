package report

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// A valuer turns values into what JSON can say, and notes the paths of those that are not known, in HCL's syntax of
// traversals.
type valuer struct {
	unknown *[]string
	count   int // of the values that it has turned
}

// plain gives the value at a path. What is unknown is null, and so is a symbol: its text is not the real one.
func (v *valuer) plain(value cty.Value, path string) any {
	if value == cty.NilVal {
		return nil
	}
	v.count++
	value, marks := value.Unmark()
	for m := range marks {
		if _, ok := m.(graph.Symbol); ok {
			*v.unknown = append(*v.unknown, path)
			return nil
		}
	}
	t := value.Type()
	switch {
	case value.IsNull():
		return nil
	case !value.IsKnown():
		*v.unknown = append(*v.unknown, path)
		return nil
	case t == cty.String:
		return value.AsString()
	case t == cty.Bool:
		return value.True()
	case t == cty.Number:
		digits, ok := graph.Digits(value)
		if !ok || value.AsBigFloat().IsInf() { // which JSON has no number for
			*v.unknown = append(*v.unknown, path)
			return nil
		}
		return json.Number(digits)
	case t.IsObjectType() || t.IsMapType():
		out := make(map[string]any, value.LengthInt())
		for it := value.ElementIterator(); it.Next(); {
			k, e := it.Element()
			name := k.AsString()
			out[name] = v.plain(e, path+step(name))
		}
		return out
	case t.IsTupleType() || t.IsListType() || t.IsSetType():
		out := make([]any, 0, value.LengthInt())
		for it := value.ElementIterator(); it.Next(); {
			_, e := it.Element()
			out = append(out, v.plain(e, fmt.Sprintf("%s[%d]", path, len(out))))
		}
		return out
	}
	return nil // a capsule; no attribute has one
}

// step is one step of a traversal: ".name", or ["na.me"] where the name is no identifier.
func step(name string) string {
	if hclsyntax.ValidIdentifier(name) {
		return "." + name
	}
	return "[" + strconv.Quote(name) + "]"
}
