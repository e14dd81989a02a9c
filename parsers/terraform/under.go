package terraform

import (
	"fmt"
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

// findConditions gives the instances that may not exist the conditions under which they do.
func (s scope) findConditions(x *expansion, e hclsyntax.Expression) {
	if len(x.instances) > maxUnder || x.decided() {
		return
	}
	h := having{x: x, seen: map[hclsyntax.Expression]*making{}}
	for _, in := range x.instances {
		if in.exists != graph.True {
			in.when = h.has(s, e, in.key, 0)
		}
	}
}

// having tells where a count or for_each makes an instance.
type having struct {
	x    *expansion
	seen map[hclsyntax.Expression]*making
}

// making is what is known of an expression that makes instances.
type making struct {
	s      scope
	e      hclsyntax.Expression       // where it is made
	choice *hclsyntax.ConditionalExpr // that it is, if any
	test   graph.Condition            // of the choice
	chosen *byKey                     // what it takes by a key, if it does
	words  string                     // of others
	branch *expansion                 // what it makes where it is decided
}

// maxBranches is how many conditionals within each other are taken apart for the instances that they make.
const maxBranches = 6

func (h *having) making(s scope, e hclsyntax.Expression, depth int) *making {
	if m := h.seen[e]; m != nil {
		return m
	}
	m := &making{}
	h.seen[e] = m
	if depth > 0 {
		if m.branch = s.settledExpansion(e, h.x.count); m.branch != nil {
			return m
		}
	}
	m.s, m.e = s.origin(e)
	if call, ok := m.e.(*hclsyntax.FunctionCallExpr); ok && !h.x.count && strings.TrimPrefix(call.Name, "core::") == "toset" && len(call.Args) == 1 && !call.ExpandFinal {
		m.s, m.e = m.s.origin(call.Args[0]) // the members of a list are keys as well
	}
	if choice, ok := m.e.(*hclsyntax.ConditionalExpr); ok && depth < maxBranches {
		m.choice, m.test = choice, m.s.condition(choice.Condition)
		return m
	}
	if m.chosen = m.s.byKey(m.e, h.x.count); m.chosen == nil {
		m.words = m.s.words(m.e)
	}
	return m
}

// has is the condition that the expression makes an instance; not known where there is none to tell.
func (h *having) has(s scope, e hclsyntax.Expression, key cty.Value, depth int) (when graph.Condition) {
	m := h.making(s, e, depth)
	name := subscript(key)
	switch others := name == "[*]"; {
	case m.branch != nil && m.branch.holds(key):
		return graph.Always
	case m.branch != nil:
		return graph.Never
	case others && !h.x.count:
		return when
	case m.choice != nil:
		yes, no := h.has(m.s, m.choice.TrueResult, key, depth+1), h.has(m.s, m.choice.FalseResult, key, depth+1)
		return m.test.And(yes).Or(m.test.Not().And(no))
	case m.chosen != nil && !others:
		return m.chosen.condition(key)
	case m.chosen != nil || m.words == "":
		return when
	case others:
		return graph.Met(m.words + " > " + strconv.Itoa(h.x.low))
	}
	return graph.Met(m.words + " has " + name)
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

// whenOf is where an instance exists, its module included; always known.
func (m *module) whenOf(in *instance) graph.Condition {
	if in.exists == graph.True {
		return m.when
	}
	own := in.when
	if !own.Known() {
		own = graph.Met(in.address + " exists")
	}
	if when := m.when.And(own); when.Known() {
		return when
	}
	return graph.Met(in.address + " exists")
}

// inside tells how a condition comes out in an instance, or a module, that is there only where that is so.
func (s scope) inside(e hclsyntax.Expression) (yes, decided bool) {
	if s.inst == nil || s.m.when.Tri() == graph.True && !s.inst.when.Known() {
		return false, false
	}
	when := s.m.whenOf(s.inst)
	if when.Tri() != graph.Unknown {
		return false, false
	}
	tri := s.condition(e).Given(when).Tri()
	return tri == graph.True, tri != graph.Unknown
}

// holds tells whether an expansion has an instance with a key.
func (x *expansion) holds(key cty.Value) bool { return x.find(key) >= 0 }

// condition is what an expression that is true or false comes to, by the choices that it is made of: the values of
// variables, and whatever else cannot be told before. It is not known where it takes too much or is not the same each time.
func (s scope) condition(e hclsyntax.Expression) graph.Condition {
	return s.conditionWithin(e, maxWords)
}

func (s scope) conditionWithin(e hclsyntax.Expression, depth int) (f graph.Condition) {
	if depth == 0 || !s.m.u.spend(1, e.Range()) {
		return f
	}
	e = unwrapped(e)
	if t, ok := e.(*hclsyntax.ScopeTraversalExpr); ok && len(t.Traversal) == 2 && s.vars == nil {
		root, name := t.Traversal.RootName(), attributeAt(t.Traversal, 1)
		if of, made := s.madeOf(root, name); made != nil {
			return s.m.conditionOf(root+"."+name, of, made)
		}
	}
	if met, decided := predicate(s.eval(e)); decided {
		if met {
			return graph.Always
		}
		return graph.Never
	}
	switch e := e.(type) {
	case *hclsyntax.UnaryOpExpr:
		if e.Op == hclsyntax.OpLogicalNot {
			return s.conditionWithin(e.Val, depth-1).Not()
		}
	case *hclsyntax.ConditionalExpr:
		test := s.conditionWithin(e.Condition, depth-1)
		return test.And(s.conditionWithin(e.TrueResult, depth-1)).Or(test.Not().And(s.conditionWithin(e.FalseResult, depth-1)))
	case *hclsyntax.BinaryOpExpr:
		switch e.Op {
		case hclsyntax.OpLogicalAnd:
			return s.conditionWithin(e.LHS, depth-1).And(s.conditionWithin(e.RHS, depth-1))
		case hclsyntax.OpLogicalOr:
			return s.conditionWithin(e.LHS, depth-1).Or(s.conditionWithin(e.RHS, depth-1))
		}
		if f := s.comparison(e); f.Known() {
			return f
		}
	case *hclsyntax.FunctionCallExpr:
		if f := s.contained(e); f.Known() {
			return f
		}
	}
	if words := s.words(e); words != "" {
		return graph.Met(words)
	}
	return f
}

// conditionOf is what a local value or an argument of the module comes to, which is made by an expression elsewhere. It is
// found out once: where that takes too much, the name stands for itself.
func (m *module) conditionOf(name string, of scope, made hclsyntax.Expression) graph.Condition {
	if f, ok := m.conditions[name]; ok {
		return f
	}
	if m.conditions == nil {
		m.conditions = map[string]graph.Condition{}
	}
	m.conditions[name] = graph.Met(m.address + name) // for those that depend on themselves
	if m.u.under < maxTries {
		m.u.under++
		if f := of.condition(made); f.Known() {
			m.conditions[name] = f
		}
		m.u.under--
	}
	return m.conditions[name]
}

// unwrapped is an expression without parentheses around it, or quotes around it alone.
func unwrapped(e hclsyntax.Expression) hclsyntax.Expression {
	for range maxWords {
		switch x := e.(type) {
		case *hclsyntax.ParenthesesExpr:
			e = x.Expression
		case *hclsyntax.TemplateWrapExpr:
			e = x.Wrapped
		default:
			return e
		}
	}
	return e
}

// comparison is what a comparison with a literal comes to, or one that is the opposite of another; not known of others.
func (s scope) comparison(e *hclsyntax.BinaryOpExpr) (f graph.Condition) {
	left, right := e.LHS, e.RHS
	switch e.Op {
	case hclsyntax.OpEqual, hclsyntax.OpNotEqual:
		value, ok := s.literalOf(right)
		if !ok {
			if value, ok = s.literalOf(left); !ok {
				return f
			}
			left = right
		}
		if f = s.valued(left, value); e.Op == hclsyntax.OpNotEqual {
			return f.Not()
		}
		return f
	case hclsyntax.OpLessThan: // a < b is b > a
		return s.greater(right, left)
	case hclsyntax.OpLessThanOrEqual:
		return s.greater(left, right).Not()
	case hclsyntax.OpGreaterThan:
		return s.greater(left, right)
	case hclsyntax.OpGreaterThanOrEqual:
		return s.greater(right, left).Not()
	}
	return f
}

// greater is the condition that one number is greater than another. A length that is greater than 0 is not 0.
func (s scope) greater(a, b hclsyntax.Expression) (f graph.Condition) {
	of, origin := s.origin(a)
	if than, ok := s.numberOf(b); ok {
		if f, ok := of.longer(origin, than); ok {
			return f
		}
	}
	if call, ok := origin.(*hclsyntax.FunctionCallExpr); ok && strings.TrimPrefix(call.Name, "core::") == "length" {
		if least, ok := s.literalOf(b); ok && least == "0" {
			return of.valued(origin, "0").Not()
		}
	}
	of, origin = s.origin(b)
	if most, ok := s.numberOf(a); ok {
		if f, ok := of.longer(origin, most-1); ok {
			return f.Not()
		}
	}
	if call, ok := origin.(*hclsyntax.FunctionCallExpr); ok && strings.TrimPrefix(call.Name, "core::") == "length" {
		if most, ok := s.literalOf(a); ok && most == "1" {
			return of.valued(origin, "0")
		}
	}
	x, y := s.words(a), s.words(b)
	if x == "" || y == "" {
		return f
	}
	return graph.Met("(" + x + " > " + y + ")")
}

// valued is the condition that an expression has the value of a literal, which is given in words.
func (s scope) valued(e hclsyntax.Expression, literal string) (f graph.Condition) {
	if n, err := strconv.Atoi(literal); err == nil {
		of, origin := s.origin(e)
		if more, ok := of.longer(origin, n); ok {
			least, _ := of.longer(origin, n-1)
			return least.And(more.Not())
		}
	}
	words := s.words(e)
	switch {
	case words == "":
		return f
	case literal == "true" || literal == "false":
		if unmarked(s.eval(e)).Type() != cty.Bool {
			return f // a text that is one is not equal to it
		}
	}
	return graph.Choice{Name: words}.Is(literal)
}

// numberOf is the whole number that is written for a value.
func (s scope) numberOf(e hclsyntax.Expression) (n int, ok bool) {
	words, ok := s.literalOf(e)
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(words)
	return n, err == nil
}

// literalOf is a text, number, truth value or null in words, where it stands in the source as such.
func (s scope) literalOf(e hclsyntax.Expression) (words string, ok bool) {
	s, e = s.origin(e)
	switch x := e.(type) {
	case *hclsyntax.LiteralValueExpr:
	case *hclsyntax.TemplateExpr:
		if !x.IsStringLiteral() {
			return "", false
		}
	default:
		return "", false
	}
	words = s.words(e)
	return words, words != ""
}

// contained is the condition that a value is one of the literals of a list, as contains tells.
func (s scope) contained(e *hclsyntax.FunctionCallExpr) (f graph.Condition) {
	if strings.TrimPrefix(e.Name, "core::") != "contains" || len(e.Args) != 2 || e.ExpandFinal || unmarked(s.eval(e.Args[1])).Type() != cty.String {
		return f
	}
	of, origin := s.origin(e.Args[0])
	list, ok := origin.(*hclsyntax.TupleConsExpr)
	if !ok || len(list.Exprs) > maxWords {
		return f
	}
	f = graph.Never
	for _, item := range list.Exprs {
		literal, ok := of.literalOf(item)
		if !ok || literal[0] != '"' {
			return graph.Condition{}
		}
		f = f.Or(s.valued(e.Args[1], literal))
	}
	return f
}

// origin follows an expression to where its value is made: through parentheses, local values and the arguments of
// module calls.
func (s scope) origin(e hclsyntax.Expression) (scope, hclsyntax.Expression) {
	for range maxWords {
		e = unwrapped(e)
		t, ok := e.(*hclsyntax.ScopeTraversalExpr)
		if !ok || len(t.Traversal) != 2 || s.vars != nil {
			break
		}
		of, made := s.madeOf(t.Traversal.RootName(), attributeAt(t.Traversal, 1))
		if made == nil {
			break
		}
		s, e = of, made
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
		number, ok := graph.Digits(v)
		w.failed = w.failed || !ok
		w.add(number)
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
