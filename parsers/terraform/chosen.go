package terraform

import (
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// maxChoices is how many members of a map are looked at for what each would make.
const maxChoices = 32

// A byKey is what the members of a map expand to, of which a key that is not decided takes one.
type byKey struct {
	key     string   // in words
	names   []string // quoted, in order; that of a fallback, the last, is ""
	expands []*expansion
}

// byKey tells what a count or for_each such as local.groups[var.env] makes for each value of its key; nil where it has
// another form, or some member does not tell.
func (s scope) byKey(e hclsyntax.Expression, count bool) *byKey {
	var after hcl.Traversal
	if t, ok := e.(*hclsyntax.ScopeTraversalExpr); ok && len(t.Traversal) > 2 && s.vars == nil && !s.sealed {
		of, made := s.madeOf(t.Traversal.RootName(), attributeAt(t.Traversal, 1))
		if made == nil {
			return nil
		}
		s, e = of.origin(made)
		after = t.Traversal[2:]
	}
	from, key, fallback, path := chosenFrom(e)
	if from == nil {
		return nil
	}
	path = append(path[:len(path):len(path)], after...)
	coll, marks := s.eval(from).Unmark()
	if !coll.IsKnown() || coll.IsNull() || !isMapping(coll.Type()) || coll.LengthInt() > maxChoices || len(only(marks, isUnsettled)) > 0 {
		return nil
	}
	out := &byKey{key: s.words(key)}
	if out.key == "" {
		return nil
	}
	add := func(name string, all []cty.Value) bool {
		x := s.countOf(all)
		if !count {
			x = s.elementsOf(all[0], false)
		}
		out.names, out.expands = append(out.names, name), append(out.expands, x)
		return len(all) == 1 && x.decided()
	}
	for _, el := range elements(coll) {
		if !add(strconv.Quote(el.key.AsString()), s.follow([]cty.Value{el.value}, path)) {
			return nil
		}
	}
	if fallback != nil && !add("", s.follow(s.alternatives(fallback), path)) {
		return nil
	}
	return out
}

// chosenFrom takes apart an expression that takes a member of a map, and perhaps a part of that.
func chosenFrom(e hclsyntax.Expression) (from, key, fallback hclsyntax.Expression, path hcl.Traversal) {
	if rest, ok := e.(*hclsyntax.RelativeTraversalExpr); ok {
		e, path = rest.Source, rest.Traversal
	}
	switch e := e.(type) {
	case *hclsyntax.IndexExpr:
		return e.Collection, e.Key, nil, path
	case *hclsyntax.FunctionCallExpr:
		if takes(e) && strings.TrimPrefix(e.Name, "core::") == "lookup" {
			if len(e.Args) == 3 {
				fallback = e.Args[2]
			}
			return e.Args[0], e.Args[1], fallback, path
		}
	}
	return nil, nil, nil, nil
}

// condition is the condition that an instance hangs on: that the key is one of those whose members have it.
func (b *byKey) condition(key cty.Value) graph.Condition {
	choice, has := graph.Choice{Name: b.key}, graph.Never
	none := graph.Always // of the names
	for i, x := range b.expands {
		of := none
		if b.names[i] != "" {
			of = choice.Is(b.names[i])
			none = none.And(of.Not())
		}
		if x.holds(key) {
			has = has.Or(of)
		}
	}
	return has
}
