package cloudformation

import (
	"strings"

	"github.com/archlint/archlint/parsers/cloudformation/schema"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/zclconf/go-cty/cty"
)

// eval gives the value of a node, of the type that is wanted where there is one. It is never [cty.NilVal].
func (sc scope) eval(n *node, want *schema.Type) cty.Value {
	if n == nil {
		return cty.NullVal(cty.DynamicPseudoType)
	}
	u := sc.stack.unit
	if !u.spend(1) {
		return cty.DynamicVal
	}
	u.depth++
	v := sc.evalNode(n, want)
	u.depth--
	return v
}

func (sc scope) evalNode(n *node, want *schema.Type) cty.Value {
	u := sc.stack.unit
	if u.depth > maxEval {
		sc.diagnose(graph.Warning, n, "this value is nested more than %d levels deep; it is taken as not known", maxEval)
		return cty.DynamicVal
	}
	if n.fn != noFunction && n.fn != fnCondition {
		if n.fn == fnIf {
			return sc.ifElse(n, want)
		}
		return sc.coerce(sc.call(n), want, n)
	}
	switch n.kind {
	case null:
		return cty.NullVal(cty.DynamicPseudoType)
	case scalar:
		return sc.scalar(n, want)
	case sequence:
		return sc.list(n, want)
	case mapping:
		return sc.object(n, want)
	}
	return cty.DynamicVal
}

// scalar gives the value of a literal.
func (sc scope) scalar(n *node, want *schema.Type) cty.Value {
	text := filled(n.text, sc.loop)
	if strings.Contains(text, "{{resolve:") || sc.stack.template.fills(n) {
		return sc.coerce(sc.joinParts(sc.literalParts(n, text), nil, n), want, n)
	}
	switch want.Kind() {
	case schema.Any:
		return natural(n, text)
	case schema.Number:
		if v, ok := parseNumber(text); ok {
			return v
		}
	case schema.Bool:
		if b, ok := parseBool(text); ok {
			return cty.BoolVal(b)
		}
	}
	return sc.coerce(cty.StringVal(text), want, n)
}

// natural is a literal as it looks: what is not quoted may be a number or a truth value.
func natural(n *node, text string) cty.Value {
	if n.style != unquoted || text == "" {
		return cty.StringVal(text)
	}
	switch text {
	case "true", "True", "TRUE":
		return cty.True
	case "false", "False", "FALSE":
		return cty.False
	}
	if isNumber(text) {
		if v, ok := parseNumber(text); ok {
			return v
		}
	}
	return cty.StringVal(text)
}

// literalParts takes a text apart around what is not known of it.
func (sc scope) literalParts(n *node, text string) []part {
	around := dynamicReferences
	if n.style != blockScalar {
		around = aroundTags
	}
	if !sc.stack.template.framework {
		return around(text)
	}
	var parts []part
	eachForeign(text, func(literal string) { parts = append(parts, around(literal)...) },
		func() { parts = append(parts, part{hole: true, value: cty.UnknownVal(cty.String)}) })
	return parts
}

// dynamicReferences takes a text apart around its references to secrets and stored parameters, which are read at
// deployment.
func dynamicReferences(text string) []part {
	var parts []part
	for {
		before, rest, found := strings.Cut(text, "{{resolve:")
		_, after, closed := strings.Cut(rest, "}}")
		if !found || !closed {
			break
		}
		if before != "" {
			parts = append(parts, part{text: before})
		}
		parts = append(parts, part{hole: true, value: cty.UnknownVal(cty.String)})
		text = after
	}
	if text != "" {
		parts = append(parts, part{text: text})
	}
	return parts
}

// presence tells whether an element or entry is there at all: AWS::NoValue is absence.
func (sc scope) presence(n *node) graph.Tri {
	for range maxDepth {
		switch {
		case n == nil || n.fn == noFunction && n.kind == null:
			return graph.False
		case n.fn == fnRef:
			return graph.Known(n.arg.literal() != "AWS::NoValue")
		case n.fn != fnIf || n.arg.kind != sequence || len(n.arg.items) != 3:
			return graph.True
		}
		items := n.arg.items
		switch sc.test(items[0]) {
		case graph.True:
			n = items[1]
		case graph.False:
			n = items[2]
		default:
			if !sc.stack.unit.spend(1) {
				return graph.Unknown
			}
			a, b := sc.in(items[0], graph.True).presence(items[1]), sc.in(items[0], graph.False).presence(items[2])
			if a != b {
				return graph.Unknown
			}
			return a
		}
	}
	return graph.Unknown
}

// list gives the value of a sequence: a tuple, or an unknown list where it is not decided which elements there are.
func (sc scope) list(n *node, want *schema.Type) cty.Value {
	var elem *schema.Type
	switch want.Kind() {
	case schema.List:
		elem = want.Elem()
	case schema.Any:
	default:
		return sc.coerce(sc.list(n, nil), want, n)
	}
	elems := make([]cty.Value, 0, len(n.items))
	var all []perhaps // the elements once there is one that may not be there
	for _, item := range n.items {
		there := sc.isThere(item)
		if there == graph.False {
			continue
		}
		one := perhaps{when: graph.Always}
		if there == graph.Unknown {
			one.when = sc.there(item, 0)
			one.value = sc.present(item, elem, 0)
		} else {
			one.value = sc.eval(item, elem)
		}
		elems = append(elems, one.value)
		if all == nil && there == graph.Unknown {
			all = make([]perhaps, 0, len(n.items))
			for _, v := range elems[:len(elems)-1] {
				all = append(all, perhaps{v, graph.Always})
			}
		}
		if all != nil {
			all = append(all, one)
		}
	}
	if all == nil {
		return tuple(elems)
	}
	return sc.openList(sc.together(all), elem)
}

// isThere tells whether an element of a list is there.
func (sc scope) isThere(item *node) graph.Tri {
	if item.kind != null && item.fn == noFunction {
		return graph.True
	}
	return sc.presence(item)
}

// oneByOne gives the elements of a sequence that are there, or may be.
func (sc scope) oneByOne(n *node, want *schema.Type) (all []graph.NestedBlock) {
	var elem *schema.Type
	if want.Kind() == schema.List {
		elem = want.Elem()
	}
	for _, item := range n.items {
		switch there := sc.isThere(item); there {
		case graph.True:
			all = append(all, graph.NestedBlock{Value: sc.eval(item, elem), Exists: there})
		case graph.Unknown:
			all = append(all, graph.NestedBlock{Value: sc.present(item, elem, 0), Exists: there})
		}
	}
	return all
}

// perhaps is an element of a list that is there where a condition is met.
type perhaps struct {
	value cty.Value
	when  graph.Condition
}

// openList is a list of which some elements may not be there, or of which it has turned out that all are.
func (sc scope) openList(all []perhaps, elem *schema.Type) cty.Value {
	var sure, doubtful []cty.Value
	for _, e := range all {
		switch e.when.Tri() {
		case graph.True:
			sure = append(sure, e.value)
		case graph.Unknown:
			doubtful = append(doubtful, graph.Under(e.when, e.value))
		}
	}
	if len(doubtful) == 0 {
		return tuple(sure)
	}
	t := ctyOf(elem)
	if elem.Kind() == schema.Any {
		t = commonElement(append(append([]cty.Value(nil), sure...), doubtful...))
	}
	marks := cty.ValueMarks{}
	for m := range cleanMarks(graph.DeepMarks(doubtful...)) {
		if r, ok := m.(graph.Ref); ok {
			r.Possible = true
			m = r
		}
		marks[m] = struct{}{}
	}
	for m := range cleanMarks(graph.DeepMarks(sure...)) {
		marks[m] = struct{}{}
	}
	return unknownList(t, len(sure), len(sure)+len(doubtful)).WithMarks(graph.Compress(marks))
}

// commonElement is the type that all values share, else dynamic.
func commonElement(values []cty.Value) cty.Type {
	t := cty.DynamicPseudoType
	for i, v := range values {
		if i > 0 && !v.Type().Equals(t) || !v.Type().IsPrimitiveType() {
			return cty.DynamicPseudoType
		}
		t = v.Type()
	}
	return t
}

// object gives the value of a mapping. An entry that is not there is left out; what a transform would fill is unknown.
func (sc scope) object(n *node, want *schema.Type) cty.Value {
	switch want.Kind() {
	case schema.Any, schema.Struct, schema.Map:
	default:
		return sc.coerce(sc.object(n, nil), want, n)
	}
	attributes := make(map[string]cty.Value, len(n.pairs))
	open, rewritten := false, false
	sc.entries(n.pairs, func(name string, p pair, l *loop) {
		if strings.HasPrefix(name, "Fn::") || hasTag(name) {
			open = true
			rewritten = rewritten || name == "Fn::Transform" && rewrites(p.value)
			return
		}
		inner := sc
		inner.loop = l
		t, _ := want.Property(name)
		v := inner.eval(p.value, t)
		if isNull(v) {
			delete(attributes, name)
			return
		}
		attributes[name] = v
	})
	if rewritten {
		return veiled(cty.ObjectVal(attributes))
	}
	if open {
		all := make([]cty.Value, 0, len(attributes))
		for _, v := range attributes {
			all = append(all, v)
		}
		return cty.DynamicVal.WithMarks(graph.Compress(cleanMarks(graph.DeepMarks(all...))))
	}
	if len(attributes) == 0 {
		return cty.EmptyObjectVal
	}
	return cty.ObjectVal(attributes)
}

// entries yields the entries of a mapping with its loops expanded.
func (sc scope) entries(pairs []pair, yield func(string, pair, *loop)) {
	for _, p := range pairs {
		if strings.HasPrefix(p.key.text, forEach) {
			sc.stack.expand(pairs, sc.loop, yield)
			return
		}
	}
	for _, p := range pairs {
		yield(filled(p.key.text, sc.loop), p, sc.loop)
	}
}

// present is the value of an element or entry for the case that it is there, which is not decided.
func (sc scope) present(n *node, want *schema.Type, depth int) cty.Value {
	if depth > maxNesting || n.fn != fnIf || n.arg.kind != sequence || len(n.arg.items) != 3 || sc.test(n.arg.items[0]) != graph.Unknown {
		return sc.eval(n, want)
	}
	items := n.arg.items
	yes, no := sc.in(items[0], graph.True), sc.in(items[0], graph.False)
	switch {
	case yes.presence(items[1]) == graph.False:
		return no.present(items[2], want, depth+1)
	case no.presence(items[2]) == graph.False:
		return yes.present(items[1], want, depth+1)
	}
	return sc.either(items[0], yes.present(items[1], want, depth+1), no.present(items[2], want, depth+1))
}

// test judges the first argument of an If: the name of a condition, or an expression.
func (sc scope) test(n *node) graph.Tri {
	if n.isText() {
		return sc.world.condition(filled(n.text, sc.loop), sc.loop)
	}
	return sc.world.judge(n, sc.loop)
}

// ifElse evaluates the branch that the condition decides for, or both where it does not.
func (sc scope) ifElse(n *node, want *schema.Type) cty.Value {
	if n.arg.kind != sequence || n.arg.fn != noFunction || len(n.arg.items) != 3 {
		return cty.DynamicVal
	}
	items := n.arg.items
	switch sc.test(items[0]) {
	case graph.True:
		return sc.eval(items[1], want)
	case graph.False:
		return sc.eval(items[2], want)
	}
	return sc.either(items[0], sc.in(items[0], graph.True).eval(items[1], want), sc.in(items[0], graph.False).eval(items[2], want))
}

// either is the choice between the values of the branches of an If whose condition is open.
func (sc scope) either(condition *node, yes, no cty.Value) cty.Value {
	if yes.ContainsMarked() || no.ContainsMarked() {
		test := sc.stack.tested(condition, sc.loop)
		yes, no = graph.Under(test, yes), graph.Under(test.Not(), no)
	}
	return chooseBy(yes, no)
}
