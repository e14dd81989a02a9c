package terraform

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// maxWords is how many names, operators and so on the words for a condition may have. A local value or argument with
// more stands for itself by its name.
const maxWords = 40

// maxTries is how many names are looked behind for the words of one condition.
const maxTries = 200

// maxUnder is the number of instances of a block beyond which none is given a name for what it hangs on.
const maxUnder = 64

// nameConditions gives the instances that may not exist a name for the condition that they hang on. Two instances with
// the same name, of whatever blocks, exist together.
func (s scope) nameConditions(x *expansion, e hclsyntax.Expression) {
	if len(x.instances) > maxUnder || x.decided() {
		return
	}
	of, expr := s.origin(e)
	whole := ""
	choice, _ := expr.(*hclsyntax.ConditionalExpr)
	var yes, no *expansion
	if choice != nil {
		yes, no = of.settledExpansion(choice.TrueResult, x.count), of.settledExpansion(choice.FalseResult, x.count)
	}
	chosen := of.byKey(expr, x.count)
	for _, in := range x.instances {
		if in.exists == graph.True {
			continue
		}
		if chosen != nil && subscript(in.key) != "[*]" {
			in.under = chosen.name(in.key)
			continue
		}
		if yes != nil && no != nil {
			if taken := yes.holds(in.key); taken != no.holds(in.key) {
				in.under = of.condition(choice.Condition, taken)
				continue
			}
		}
		if whole == "" {
			if whole = of.words(expr); whole == "" {
				return
			}
		}
		switch key := subscript(in.key); {
		case key != "[*]":
			in.under = whole + " has " + key
		case x.count:
			in.under = whole + " > " + strconv.Itoa(x.low)
		}
	}
}

// settledExpansion is what a branch expands to where that is decided, else nil.
func (s scope) settledExpansion(e hclsyntax.Expression, count bool) *expansion {
	expand := s.counted
	if !count {
		expand = func(e hclsyntax.Expression) *expansion { return s.repeated(e, false) }
	}
	if x := expand(e); x.decided() {
		return x
	}
	return nil
}

// under joins the names of conditions to one for all of them, in whatever order they were met; "" where one has no name.
func under(conditions []string) string {
	if slices.Contains(conditions, "") {
		return ""
	}
	all := slices.Clone(conditions)
	slices.Sort(all)
	return strings.Join(slices.Compact(all), " and ")
}

// conditionsOf are the names of all that an instance hangs on, those of its module among them.
func (m *module) conditionsOf(in *instance) []string {
	if in.exists == graph.True {
		return m.under
	}
	return append(m.under[:len(m.under):len(m.under)], in.under)
}

// holds tells whether an expansion has an instance with a key.
func (x *expansion) holds(key cty.Value) bool { return x.find(key) >= 0 }

// condition is the name of a condition that holds or, where it is not to be met, does not hold; "" where there is none.
func (s scope) condition(e hclsyntax.Expression, met bool) string {
	for range maxWords {
		s, e = s.origin(e)
		not, ok := e.(*hclsyntax.UnaryOpExpr)
		if !ok || not.Op != hclsyntax.OpLogicalNot {
			break
		}
		e, met = not.Val, !met
	}
	words := s.words(e)
	if words != "" && !met {
		return "!" + words
	}
	return words
}

// origin follows an expression to where its value is made: through parentheses, local values and the arguments of
// module calls.
func (s scope) origin(e hclsyntax.Expression) (scope, hclsyntax.Expression) {
	for range maxWords {
		switch x := e.(type) {
		case *hclsyntax.ParenthesesExpr:
			e = x.Expression
			continue
		case *hclsyntax.TemplateWrapExpr:
			e = x.Wrapped
			continue
		case *hclsyntax.ScopeTraversalExpr:
			if len(x.Traversal) == 2 && s.vars == nil {
				if of, made := s.madeOf(x.Traversal.RootName(), attributeAt(x.Traversal, 1)); made != nil {
					s, e = of, made
					continue
				}
			}
		}
		break
	}
	return s, e
}

// madeOf is the expression that a local value or an input has for its value, nil where that is not all that there is to
// it.
func (s scope) madeOf(root, name string) (scope, hclsyntax.Expression) {
	switch root {
	case "local":
		if a := s.m.d.locals[name]; a != nil {
			return scope{m: s.m}, a.Expr
		}
	case "var":
		v := s.m.d.variables[name]
		if v == nil || s.m.call == nil || !v.nullable && v.fallback != nil || v.optional != nil {
			return s, nil // null and missing attributes may become something else
		}
		a := s.m.call.Body.Attributes[name]
		if a == nil || v.typ != cty.DynamicPseudoType && !(v.typ.IsPrimitiveType() && unmarked(s.m.caller.eval(a.Expr)).Type().Equals(v.typ)) {
			return s, nil // or is converted
		}
		return s.m.caller, a.Expr
	}
	return s, nil
}

// words writes an expression such that two with the same words have the same value, wherever they stand: names are told
// apart by the module that they are of. It is "" where that cannot be promised.
func (s scope) words(e hclsyntax.Expression) string {
	tries := maxTries
	w := wording{u: s.m.u, left: maxWords, tries: &tries}
	w.expression(s, e)
	if w.failed || w.left < 0 {
		return ""
	}
	return w.text.String()
}

// A wording is the words of an expression in the making.
type wording struct {
	u      *unit
	text   strings.Builder
	left   int  // words that it may yet have
	tries  *int // names that may yet be looked behind
	depth  int  // of definitions within each other
	failed bool // the expression has no value that is the same each time
}

func (w *wording) add(parts ...string) {
	for _, p := range parts {
		w.text.WriteString(p)
	}
}

// restless are the functions that give another value each time.
var restless = map[string]bool{"bcrypt": true, "timestamp": true, "uuid": true}

// signs are the operators as they are written.
var signs = map[*hclsyntax.Operation]string{
	hclsyntax.OpAdd: "+", hclsyntax.OpSubtract: "-", hclsyntax.OpMultiply: "*", hclsyntax.OpDivide: "/", hclsyntax.OpModulo: "%",
	hclsyntax.OpEqual: "==", hclsyntax.OpNotEqual: "!=", hclsyntax.OpGreaterThan: ">", hclsyntax.OpGreaterThanOrEqual: ">=",
	hclsyntax.OpLessThan: "<", hclsyntax.OpLessThanOrEqual: "<=", hclsyntax.OpLogicalAnd: "&&", hclsyntax.OpLogicalOr: "||",
	hclsyntax.OpLogicalNot: "!", hclsyntax.OpNegate: "-",
}

func (w *wording) expression(s scope, e hclsyntax.Expression) {
	if w.left--; w.left < 0 || w.failed || !w.u.spend(1, e.Range()) {
		w.left = -1
		return
	}
	switch e := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		w.literal(e.Val)
	case *hclsyntax.ParenthesesExpr:
		w.expression(s, e.Expression)
	case *hclsyntax.TemplateWrapExpr:
		w.expression(s, e.Wrapped)
	case *hclsyntax.TemplateExpr:
		if e.IsStringLiteral() {
			w.expression(s, e.Parts[0])
			return
		}
		w.list(s, "text(", ")", e.Parts)
	case *hclsyntax.ScopeTraversalExpr:
		w.name(s, e)
	case *hclsyntax.RelativeTraversalExpr:
		w.expression(s, e.Source)
		w.failed = w.failed || len(steps(e.Traversal)) < len(e.Traversal)
		w.steps(steps(e.Traversal))
	case *hclsyntax.IndexExpr:
		w.list(s, "at(", ")", []hclsyntax.Expression{e.Collection, e.Key})
	case *hclsyntax.ConditionalExpr:
		w.list(s, "if(", ")", []hclsyntax.Expression{e.Condition, e.TrueResult, e.FalseResult})
	case *hclsyntax.UnaryOpExpr:
		w.add(signs[e.Op])
		w.expression(s, e.Val)
	case *hclsyntax.BinaryOpExpr:
		w.binary(s, e)
	case *hclsyntax.FunctionCallExpr:
		name := strings.TrimPrefix(e.Name, "core::")
		w.failed = w.failed || restless[name] || e.ExpandFinal
		w.list(s, name+"(", ")", e.Args)
	case *hclsyntax.TupleConsExpr:
		w.list(s, "[", "]", e.Exprs)
	case *hclsyntax.ObjectConsExpr:
		w.object(s, e)
	default:
		w.failed = true // loops: conditions seldom are
	}
}

func (w *wording) object(s scope, e *hclsyntax.ObjectConsExpr) {
	w.add("{")
	for i, item := range e.Items {
		if i > 0 {
			w.add(", ")
		}
		if key := literalKey(item.KeyExpr); key != "" {
			w.add(strconv.Quote(key))
		} else if k, ok := item.KeyExpr.(*hclsyntax.ObjectConsKeyExpr); ok {
			w.expression(s, k.Wrapped)
		} else {
			w.failed = true
		}
		w.add(" = ")
		w.expression(s, item.ValueExpr)
	}
	w.add("}")
}

func (w *wording) list(s scope, open, end string, all []hclsyntax.Expression) {
	w.add(open)
	for i, e := range all {
		if i > 0 {
			w.add(", ")
		}
		w.expression(s, e)
	}
	w.add(end)
}

// binary leaves out of && and || the side that is decided and leaves the other to decide.
func (w *wording) binary(s scope, e *hclsyntax.BinaryOpExpr) {
	if logical := e.Op == hclsyntax.OpLogicalAnd; logical || e.Op == hclsyntax.OpLogicalOr {
		if yes, decided := predicate(s.eval(e.LHS)); decided && yes == logical {
			w.expression(s, e.RHS)
			return
		}
		if yes, decided := predicate(s.eval(e.RHS)); decided && yes == logical {
			w.expression(s, e.LHS)
			return
		}
	}
	w.add("(")
	w.expression(s, e.LHS)
	w.add(" ", signs[e.Op], " ")
	w.expression(s, e.RHS)
	w.add(")")
}

func (w *wording) literal(v cty.Value) {
	switch t := v.Type(); {
	case v.IsNull():
		w.add("null")
	case !v.IsKnown() || !t.IsPrimitiveType():
		w.failed = true
	case t == cty.String:
		w.add(strconv.Quote(v.AsString()))
	case t == cty.Number:
		w.add(v.AsBigFloat().Text('g', -1))
	default:
		w.add(fmt.Sprint(v.True()))
	}
}

// name writes what a name stands for, if that is short, or else the name with its module.
func (w *wording) name(s scope, e *hclsyntax.ScopeTraversalExpr) {
	const deepest = 16
	t := e.Traversal
	root, second := t.RootName(), attributeAt(t, 1)
	if second == "" || s.sealed || s.vars != nil || root == "self" || root == "ephemeral" || root == "provider" {
		w.failed = true
		return
	}
	if of, made := s.madeOf(root, second); made != nil && w.depth < deepest && *w.tries > 0 {
		*w.tries--
		inner := wording{u: w.u, left: w.left, tries: w.tries, depth: w.depth + 1}
		inner.expression(of, made)
		if !inner.failed && inner.left >= 0 {
			w.left = inner.left
			w.add(inner.text.String())
			w.path(e, 2)
			return
		}
	}
	switch root {
	case "terraform":
		w.add(s.m.u.main.address, "terraform.", second)
		w.path(e, 2)
		return
	case "each", "count":
		if s.inst == nil || subscript(s.inst.key) == "[*]" {
			w.failed = true
			return
		}
		w.add(s.inst.address, ".", root, ".", second)
		w.path(e, 2)
		return
	}
	w.add(s.m.address, root)
	w.path(e, 1)
}

// path writes the steps of a name from one of them on.
func (w *wording) path(e *hclsyntax.ScopeTraversalExpr, from int) {
	path := steps(e.Traversal[from:])
	w.failed = w.failed || len(path) < len(e.Traversal)-from // a splat is none
	w.steps(path)
}

func (w *wording) steps(path cty.Path) {
	for _, step := range path {
		if name := stepName(step); hclsyntax.ValidIdentifier(name) {
			w.add(".", name)
		} else {
			w.add(pathText(cty.Path{step}))
		}
	}
}
