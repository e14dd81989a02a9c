package terraform

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// A scope is where an expression stands: in an instance of a module, perhaps in an instance of a resource there, and
// within for expressions, splats and templates with variables of their own.
type scope struct {
	m      *module
	inst   *instance // nil outside of blocks with count or for_each
	vars   *binding
	sealed bool // a template file sees its own variables only
	anyKey bool // mentions are looked for that tell no instances of resources apart
}

// A binding is a variable of a for expression, a dynamic block or a template, or the item of a splat.
type binding struct {
	name   string
	item   *hclsyntax.AnonSymbolExpr
	value  cty.Value
	member *member // in place of value: an instance, of which only what is named is evaluated
	from   *origin // of what a dynamic block repeats; nil for others
	outer  *binding
}

// An origin is where an item of a dynamic block comes from: its for_each, where that stands, and the key.
type origin struct {
	s    scope
	over hclsyntax.Expression
	key  cty.Value
}

// bind adds a variable; an empty name adds none.
func (s scope) bind(name string, v cty.Value) scope {
	if name != "" {
		s.vars = &binding{name: name, value: v, outer: s.vars}
	}
	return s
}

// eval gives the value of an expression. It never fails: what cannot be evaluated is unknown and carries a fault.
func (s scope) eval(e hclsyntax.Expression) cty.Value {
	u := s.m.u
	if u.steps++; u.steps > u.budget {
		u.spend(0, e.Range())
		return u.fail()
	}
	if u.depth++; u.depth > maxDepth {
		u.depth--
		u.diagnose(graph.Error, e.Range(), "expressions and definitions are nested too deeply here, and taken as unknown")
		return u.fail()
	}
	v := s.node(e)
	u.depth--
	return v
}

// node evaluates one node of the syntax tree.
func (s scope) node(e hclsyntax.Expression) cty.Value {
	switch e := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		if !sized(e.Val) {
			return cty.UnknownVal(cty.Number)
		}
		return e.Val
	case *hclsyntax.TemplateExpr:
		return s.template(e)
	case *hclsyntax.ScopeTraversalExpr, *hclsyntax.RelativeTraversalExpr, *hclsyntax.IndexExpr, *hclsyntax.ConditionalExpr:
		return s.choose(s.alternatives(e))
	case *hclsyntax.ParenthesesExpr:
		return s.eval(e.Expression)
	case *hclsyntax.TemplateWrapExpr:
		return s.eval(e.Wrapped)
	case *hclsyntax.TemplateJoinExpr:
		return s.templateJoin(e)
	case *hclsyntax.ObjectConsKeyExpr:
		if !e.ForceNonLiteral {
			if k := hcl.ExprAsKeyword(e.Wrapped); k != "" {
				return cty.StringVal(k)
			}
		}
		return s.eval(e.Wrapped)
	case *hclsyntax.TupleConsExpr:
		values := make([]cty.Value, len(e.Exprs))
		for i, x := range e.Exprs {
			values[i] = s.eval(x)
		}
		return cty.TupleVal(values)
	case *hclsyntax.ObjectConsExpr:
		return s.object(e)
	case *hclsyntax.ForExpr:
		if v, ok := s.forInstances(e); ok {
			return v
		}
		return s.forEach(e, s.eval(e.CollExpr))
	case *hclsyntax.SplatExpr:
		return s.splat(e)
	case *hclsyntax.AnonSymbolExpr:
		for b := s.vars; b != nil; b = b.outer {
			if b.item == e {
				return b.value
			}
		}
	case *hclsyntax.FunctionCallExpr:
		if takes(e) || weighs(e) {
			return s.choose(s.callEach(e, true))
		}
		return s.call(e)
	case *hclsyntax.BinaryOpExpr:
		return s.binary(e)
	case *hclsyntax.UnaryOpExpr:
		return s.unary(e)
	}
	return s.m.u.fail()
}

// maxAlternatives is the number of alternatives beyond which a choice is made at once.
const maxAlternatives = 8

// alternatives gives the values between which an expression chooses, where that is undecided, so that a path, a
// for_each or a function can be applied to each of them; and otherwise its only value.
func (s scope) alternatives(e hclsyntax.Expression) []cty.Value {
	u := s.m.u
	u.steps++
	if u.depth++; u.depth > maxDepth {
		u.depth--
		return []cty.Value{s.eval(e)}
	}
	defer func() { u.depth-- }()
	switch e := e.(type) {
	case *hclsyntax.ParenthesesExpr:
		return s.alternatives(e.Expression)
	case *hclsyntax.TemplateWrapExpr:
		return s.alternatives(e.Wrapped)
	case *hclsyntax.ScopeTraversalExpr:
		return s.name(e.Traversal)
	case *hclsyntax.RelativeTraversalExpr:
		if index, ok := e.Source.(*hclsyntax.IndexExpr); ok {
			if all, ok := s.indexedInstance(index, e.Traversal); ok {
				return all
			}
		}
		return s.follow(s.alternatives(e.Source), e.Traversal)
	case *hclsyntax.IndexExpr:
		return s.indexed(s.alternatives(e.Collection), s.eval(e.Key))
	case *hclsyntax.ConditionalExpr:
		return s.conditional(e)
	case *hclsyntax.ForExpr:
		if v, ok := s.forInstances(e); ok {
			return []cty.Value{v}
		}
		return eachAlone(s.left(s.alternatives(e.CollExpr)), func(v cty.Value) cty.Value { return s.forEach(e, v) })
	case *hclsyntax.SplatExpr:
		if all, ok := s.splatInstances(e); ok {
			return all
		}
		if _, whole := e.Source.(*hclsyntax.ScopeTraversalExpr); whole {
			return eachAlone(s.left(s.alternatives(e.Source)), func(v cty.Value) cty.Value { return s.splatOf(e, v) })
		}
	case *hclsyntax.FunctionCallExpr:
		return s.callEach(e, false)
	}
	return []cty.Value{s.eval(e)}
}

// few makes a choice of alternatives that are too many to be carried along.
func (u *unit) few(alternatives []cty.Value) []cty.Value {
	if len(alternatives) == 1 || len(alternatives) > maxAlternatives {
		return []cty.Value{u.choose(alternatives)}
	}
	return alternatives
}

// follow applies a path to every alternative. One that does not have it cannot be the one.
func (s scope) follow(alternatives []cty.Value, path hcl.Traversal) []cty.Value {
	if len(path) == 0 {
		return alternatives
	}
	if len(alternatives) == 1 {
		v := alternatives[0]
		for i, step := range path {
			if index, ok := step.(hcl.TraverseIndex); ok {
				if all := s.indexed([]cty.Value{v}, index.Key); len(all) > 1 {
					return s.follow(all, path[i+1:])
				}
			}
			v = s.step(v, step)
		}
		return []cty.Value{v}
	}
	var ok []cty.Value
	for _, v := range alternatives {
		since := s.m.u.transients
		v, when := split(v)
		for _, step := range path {
			v = s.step(v, step)
		}
		if !s.m.u.failed(since, v) {
			ok = append(ok, v.WithMarks(when))
		}
	}
	return s.m.u.feasible(ok, len(alternatives))
}

// feasible gives those of so many alternatives that did not fail: Terraform would fail with the others, unless it is
// told to try.
func (u *unit) feasible(ok []cty.Value, of int) []cty.Value {
	switch len(ok) {
	case 0:
		return []cty.Value{u.fail()}
	case of:
		return u.few(ok)
	}
	u.transients++
	for i, v := range ok {
		plain, when := split(v)
		switch {
		case len(when) == 0:
			ok[i] = v.Mark(absent{})
		case len(ok) == 1: // it is taken for certain, or all fails
			for m := range when {
				plain = plain.Mark(absent{m.(under).chance})
			}
			ok[i] = plain
		default:
			ok[i] = v.Mark(absent{certainly})
		}
	}
	return u.few(ok)
}

// conditional gives the value of the branch that is taken, or both where that is undecided. The references of the
// predicate are dropped.
func (s scope) conditional(e *hclsyntax.ConditionalExpr) []cty.Value {
	u := s.m.u
	since := u.transients
	c := s.eval(e.Condition)
	if u.failed(since, c) || noPredicate(c) {
		return []cty.Value{u.fail(c)}
	}
	yes, decided := predicate(c)
	if !decided {
		yes, decided = s.inside(e.Condition)
	}
	switch {
	case !decided:
		test := &chance{compute: func() graph.Condition { return s.condition(e.Condition) }}
		either := takenBy(test, s.likeBranch(s.alternatives(e.TrueResult), e.FalseResult))
		return u.few(append(either, takenBy(test.not(), s.likeBranch(s.alternatives(e.FalseResult), e.TrueResult))...))
	case yes:
		return s.likeBranch(s.alternatives(e.TrueResult), e.FalseResult)
	}
	return s.likeBranch(s.alternatives(e.FalseResult), e.TrueResult)
}

// noPredicate tells whether a value is certain to be nothing that a condition may be: Terraform fails there.
func noPredicate(c cty.Value) bool {
	if rests(c) || graph.Symbolic(c) {
		return false
	}
	u := unmarked(c)
	if !u.IsKnown() || u.Type() == cty.Number { // which may be a text for Terraform, and "1" is true
		return false
	}
	_, err := convertTo(u, cty.Bool)
	return u.IsNull() || err != nil
}

// predicate tells whether a condition is decided: known, and not by a default.
func predicate(c cty.Value) (yes, decided bool) {
	if rests(c) {
		return false, false
	}
	c, _ = c.Unmark()
	if !c.IsKnown() || c.IsNull() {
		return false, false
	}
	b, err := convertTo(c, cty.Bool)
	if err != nil || !b.IsKnown() || b.IsNull() {
		return false, false
	}
	return b.True(), true
}
