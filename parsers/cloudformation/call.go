package cloudformation

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/cloudformation/schema"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

// call evaluates an intrinsic function. Calls of the wrong shape are told of when the template is checked; here they
// are unknown.
func (sc scope) call(n *node) cty.Value {
	arg := n.arg
	switch n.fn {
	case fnRef:
		if arg.isText() {
			return sc.reference(filled(arg.text, sc.loop), arg)
		}
		if name, ok := sc.name(arg); ok {
			return sc.reference(name, arg)
		}
	case fnGetAtt:
		if id, attribute, ok := sc.getAtt(arg); ok {
			return sc.attribute(id, attribute, n)
		}
	case fnSub:
		return sc.sub(arg)
	case fnBase64:
		return toText(sc.eval(arg, schema.Text), nil)
	case fnGetAZs:
		return sc.zones(arg)
	case fnImportValue:
		return sc.importValue(arg)
	case fnGetStackOutput: // of another stack, perhaps in another account
		return cty.UnknownVal(cty.String).Mark(graph.Ref{Address: "Fn::GetStackOutput", Attribute: fmt.Sprintf("%s:%d", sc.stack.prefix+n.file.name, n.start)})
	case fnLength:
		return sc.length(arg)
	case fnToJSONString:
		return sc.jsonString(arg)
	case fnEquals, fnAnd, fnOr, fnNot:
		switch sc.world.judge(n, sc.loop) {
		case graph.True:
			return cty.True
		case graph.False:
			return cty.False
		}
		return cty.UnknownVal(cty.Bool)
	default:
		return sc.callList(n)
	}
	return cty.DynamicVal
}

// callList evaluates a function that takes a list of arguments.
func (sc scope) callList(n *node) cty.Value {
	if n.arg == nil || n.arg.kind != sequence || n.arg.fn != noFunction {
		return cty.DynamicVal
	}
	args := n.arg.items
	least, most := n.fn.arity()
	if most == 0 || len(args) < least || len(args) > most {
		return cty.DynamicVal
	}
	switch n.fn {
	case fnJoin:
		return sc.join(args[0], args[1])
	case fnSelect:
		return sc.selectFrom(args[0], args[1])
	case fnSplit:
		return sc.split(args[0], args[1])
	case fnFindInMap:
		return sc.findInMap(n, args)
	case fnCidr:
		return sc.cidr(args)
	}
	return cty.DynamicVal
}

// name evaluates a node to a known text that rests on nothing undecided.
func (sc scope) name(n *node) (string, bool) {
	if n.isText() && !sc.stack.template.fills(n) {
		return filled(n.text, sc.loop), true
	}
	v, _ := toText(sc.eval(n, nil), nil).Unmark()
	if isNull(v) || !v.IsKnown() {
		return "", false
	}
	return v.AsString(), true
}

// getAtt takes the argument of GetAtt apart: "Resource.Attribute" or a list of both.
func (sc scope) getAtt(arg *node) (id, attribute string, ok bool) {
	if arg.isText() {
		id, attribute, ok = strings.Cut(filled(arg.text, sc.loop), ".")
		return id, attribute, ok
	}
	if arg.kind != sequence || len(arg.items) < 2 || arg.fn != noFunction {
		return "", "", false
	}
	names := make([]string, len(arg.items))
	for i, n := range arg.items {
		if names[i], ok = sc.name(n); !ok {
			return "", "", false
		}
	}
	return names[0], strings.Join(names[1:], "."), true
}

// embed adds a value to the parts of a string, and what marks it to the marks.
func (sc scope) embed(v cty.Value, parts []part, marks cty.ValueMarks) []part {
	for m := range marksOf(v) {
		marks[m] = struct{}{}
	}
	if plain, _ := v.Unmark(); plain.IsKnown() && isCollection(plain.Type()) {
		return append(parts, part{hole: true, value: lost(cty.String, v)})
	}
	more := partsOf(v)
	if len(parts)+len(more) > maxParts {
		return []part{{hole: true, value: cty.UnknownVal(cty.String)}}
	}
	return append(parts, more...)
}

// sub evaluates Fn::Sub, with or without a map of further variables.
func (sc scope) sub(arg *node) cty.Value {
	var variables *node
	at := arg
	if arg.kind == sequence && arg.fn == noFunction {
		if len(arg.items) == 0 || len(arg.items) > 2 {
			return cty.UnknownVal(cty.String)
		}
		if len(arg.items) == 2 {
			variables = arg.items[1]
		}
		arg = arg.items[0]
	}
	if !arg.isText() {
		return lost(cty.String, sc.eval(arg, nil))
	}
	var parts []part
	marks := cty.ValueMarks{}
	around := dynamicReferences
	if arg.style != blockScalar {
		around = aroundTags
	}
	substitute := func(text string) {
		eachVariable(text, func(text string) {
			parts = append(parts, around(text)...)
		}, func(name string, _ int) {
			if v := variables.get(name); v != nil {
				parts = sc.embed(sc.eval(v, nil), parts, marks)
				return
			}
			parts = sc.embed(sc.variable(name, at), parts, marks)
		})
	}
	if text := filled(arg.text, sc.loop); sc.stack.template.filledIn != nil && variables == nil {
		eachForeign(text, substitute, func() { parts = sc.embed(cty.UnknownVal(cty.String), parts, marks) })
	} else {
		substitute(text)
	}
	return sc.joinParts(parts, marks, at)
}

// variable is the value of ${Name} or ${Name.Attribute}.
func (sc scope) variable(name string, at *node) cty.Value {
	if foreign(name) {
		return cty.UnknownVal(cty.String)
	}
	if id, attribute, dotted := strings.Cut(name, "."); dotted {
		if _, bound := sc.loop.value(id); !bound {
			return sc.attribute(id, attribute, at)
		}
	}
	return sc.reference(name, at)
}

// eachVariable walks a text of Fn::Sub: the texts between variables, with ${!x} as ${x}, and the variables with their
// offsets.
func eachVariable(text string, literal func(string), variable func(name string, offset int)) {
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			literal(b.String())
			b.Reset()
		}
	}
	for i := 0; i < len(text); {
		j := strings.Index(text[i:], "${")
		if j < 0 {
			b.WriteString(text[i:])
			break
		}
		j += i
		end := strings.IndexByte(text[j:], '}')
		if end < 0 {
			b.WriteString(text[i:])
			break
		}
		b.WriteString(text[i:j])
		name := text[j+2 : j+end]
		i = j + end + 1
		if escaped, ok := strings.CutPrefix(name, "!"); ok {
			b.WriteString("${" + escaped + "}")
			continue
		}
		flush()
		variable(strings.TrimSpace(name), j)
	}
	flush()
}

// join evaluates Fn::Join.
func (sc scope) join(delimiter, list *node) cty.Value {
	by, ok := sc.name(delimiter)
	if !ok {
		return lost(cty.String, sc.eval(list, nil))
	}
	marks := cty.ValueMarks{}
	var parts []part
	if list.kind == sequence && list.fn == noFunction {
		first := true
		for _, item := range list.items {
			there := sc.presence(item)
			if there == graph.False {
				continue
			}
			if there == graph.Unknown { // neither it nor the delimiter is certain
				v := sc.eval(item, nil)
				for m := range marksOf(v) {
					marks[m] = struct{}{}
				}
				parts = append(parts, part{hole: true, value: lost(cty.String, v)})
				continue
			}
			if !first && by != "" {
				parts = append(parts, part{text: by})
			}
			first = false
			if item.isText() {
				parts = sc.embed(sc.eval(item, schema.Text), parts, marks)
				continue
			}
			parts = sc.embed(sc.eval(item, nil), parts, marks)
		}
		return sc.joinParts(parts, marks, list)
	}
	v := sc.eval(list, nil)
	plain, top := v.Unmark()
	if !plain.IsKnown() || plain.IsNull() || !plain.Type().IsTupleType() {
		parts = sc.embed(lost(cty.String, v), parts, marks)
		parts[0].text = by // as a rule there are several, with the delimiter between them
		return sc.joinParts(parts, marks, list)
	}
	for m := range top {
		marks[m] = struct{}{}
	}
	for i, e := range plain.AsValueSlice() {
		if i > 0 && by != "" {
			parts = append(parts, part{text: by})
		}
		parts = sc.embed(e, parts, marks)
	}
	return sc.joinParts(parts, marks, list)
}

// split evaluates Fn::Split.
func (sc scope) split(delimiter, text *node) cty.Value {
	by, ok := sc.name(delimiter)
	v := toText(sc.eval(text, nil), nil)
	if !ok || isNull(v) {
		return lost(cty.List(cty.String), v)
	}
	return splitParts(partsOf(v), by, marksOf(v))
}

// selectFrom evaluates Fn::Select. An index that rests on a default chooses among all elements.
func (sc scope) selectFrom(index, list *node) cty.Value {
	at, known := sc.whole(index)
	decided := known && (index.isText() || !graph.RestsOnDefault(sc.eval(index, nil)))
	if decided && at < 0 {
		return cty.DynamicVal
	}
	if list.fn == fnGetAZs && decided {
		return sc.zone(list.arg, at)
	}
	if list.fn == fnCidr && decided && list.arg.kind == sequence && list.arg.fn == noFunction && (len(list.arg.items) == 2 || len(list.arg.items) == 3) {
		if v, ok := sc.cidrElement(list.arg.items, at); ok {
			return v
		}
	}
	v := sc.eval(list, nil)
	plain, marks := v.Unmark()
	if !plain.IsKnown() || plain.IsNull() || !plain.Type().IsTupleType() {
		return sc.member(v)
	}
	elems := plain.AsValueSlice()
	if !decided {
		return choose(elems...).WithMarks(marks)
	}
	if at >= len(elems) {
		if graph.Symbolic(v) {
			return sc.member(v)
		}
		if !graph.RestsOnDefault(v) {
			sc.diagnose(graph.Warning, index, "the list has %d elements, so there is none with the index %d; it is taken as not known", len(elems), at)
		}
		return cty.DynamicVal
	}
	return elems[at].WithMarks(marks)
}

// member is an element of a list that is not known. Its references are certain only where the list has but one.
func (sc scope) member(v cty.Value) cty.Value {
	all := cleanMarks(marksOf(v))
	refs := 0
	for m := range all {
		if _, ok := m.(graph.Ref); ok {
			refs++
		}
	}
	marks := cty.ValueMarks{}
	for m := range all {
		if r, ok := m.(graph.Ref); ok && refs > 1 {
			r.Possible, r.When = true, graph.Condition{}
			m = r
		}
		marks[m] = struct{}{}
	}
	t := cty.String
	if plain, _ := v.Unmark(); plain.Type().IsListType() {
		t = plain.Type().ElementType()
	}
	return cty.UnknownVal(t).WithMarks(graph.Compress(marks))
}

// length evaluates Fn::Length.
func (sc scope) length(arg *node) cty.Value {
	v := sc.eval(arg, nil)
	plain, _ := v.Unmark()
	marks := cleanMarks(marksOf(v))
	if plain.IsKnown() && !plain.IsNull() && plain.Type().IsTupleType() {
		out := cty.ValueMarks{}
		for m := range marks {
			if _, ok := m.(graph.Ref); !ok {
				out[m] = struct{}{}
			}
		}
		return cty.NumberIntVal(int64(plain.LengthInt())).WithMarks(out)
	}
	return cty.UnknownVal(cty.Number)
}

// jsonString evaluates Fn::ToJsonString: the JSON of a value, its keys in the order they were written.
func (sc scope) jsonString(arg *node) cty.Value {
	marks := cty.ValueMarks{}
	parts, ok := sc.json(arg, nil, marks, 0)
	if !ok {
		return lost(cty.String, sc.eval(arg, nil))
	}
	return sc.joinParts(parts, marks, arg)
}

// json adds the JSON of a node to the parts of a string; ok is false where its shape is not known.
func (sc scope) json(n *node, parts []part, marks cty.ValueMarks, depth int) (_ []part, ok bool) {
	if depth > maxDepth || !sc.stack.unit.spend(1) {
		return nil, false
	}
	literal := func(text string) { parts = append(parts, part{text: text}) }
	switch {
	case n.fn == noFunction && n.kind == mapping:
		literal("{")
		ok, first := true, true
		sc.entries(n.pairs, func(name string, p pair, l *loop) {
			inner := sc
			inner.loop = l
			there := inner.presence(p.value)
			if ok = ok && there != graph.Unknown && !strings.HasPrefix(name, "Fn::"); !ok || there == graph.False {
				return
			}
			key, _ := json.Marshal(name)
			if !first {
				literal(",")
			}
			first = false
			literal(string(key) + ":")
			parts, ok = inner.json(p.value, parts, marks, depth+1)
		})
		literal("}")
		return parts, ok
	case n.fn == noFunction && n.kind == sequence:
		literal("[")
		first := true
		for _, item := range n.items {
			there := sc.presence(item)
			if there == graph.Unknown {
				return nil, false
			}
			if there == graph.False {
				continue
			}
			if !first {
				literal(",")
			}
			first = false
			if parts, ok = sc.json(item, parts, marks, depth+1); !ok {
				return nil, false
			}
		}
		literal("]")
		return parts, true
	}
	v := sc.eval(n, nil)
	for m := range marksOf(v) {
		marks[m] = struct{}{}
	}
	plain, _ := v.UnmarkDeep()
	if plain.IsWhollyKnown() {
		text, err := ctyjson.Marshal(plain, plain.Type())
		return append(parts, part{text: string(text)}), err == nil
	}
	if v.Type() != cty.String || len(parts) > maxParts {
		return nil, false
	}
	return append(append(append(parts, part{text: `"`}), partsOf(v)...), part{text: `"`}), true
}

// findInMap evaluates Fn::FindInMap. A key that is not decided chooses among all entries.
func (sc scope) findInMap(n *node, args []*node) cty.Value {
	fallback := cty.NilVal
	if len(args) == 4 {
		if d := args[3].get("DefaultValue"); d != nil {
			fallback = sc.eval(d, nil)
		}
	}
	unknown := func() cty.Value {
		if fallback != cty.NilVal {
			return choose(cty.DynamicVal, fallback)
		}
		return cty.DynamicVal
	}
	name, ok := sc.decided(args[0])
	if !ok {
		return unknown()
	}
	m := sc.stack.mapping(name)
	if m == nil {
		if fallback != cty.NilVal {
			return fallback
		}
		return cty.DynamicVal
	}
	first, firstDecided := sc.decided(args[1])
	second, secondDecided := sc.decided(args[2])
	if firstDecided && secondDecided {
		switch v := m.row(first).get(second); {
		case v != nil:
			return sc.mapValue(v)
		case fallback != cty.NilVal:
			return fallback
		}
		if sc.stack.template.whole() {
			sc.diagnose(graph.Warning, n, "the mapping %s has no entry %s, %s; it is taken as not known", name, first, second)
		}
		return cty.DynamicVal
	}
	allowed := []string{first}
	if !firstDecided {
		allowed = sc.allowedOf(args[1])
	}
	if !secondDecided {
		return sc.chooseEntries(m, allowed, sc.allowedOf(args[2]), fallback)
	}
	if fallback != cty.NilVal {
		return sc.chooseEntries(m, allowed, []string{second}, fallback)
	}
	key := second + "\x00" + strings.Join(allowed, "\x00")
	v, ok := m.chosen[key]
	if !ok {
		v = sc.chooseEntries(m, allowed, []string{second}, fallback)
		if m.chosen == nil {
			m.chosen = map[string]cty.Value{}
		}
		m.chosen[key] = v
	}
	return v
}

// chooseEntries is the value of a mapping whose keys may be several; nil stands for any. The fallback is for keys that
// are not there.
func (sc scope) chooseEntries(m *rows, first, second []string, fallback cty.Value) cty.Value {
	var found []cty.Value
	for _, key := range m.keys {
		if first != nil && !slices.Contains(first, key) {
			continue
		}
		for _, p := range m.byKey[key].pairs {
			if second == nil || slices.Contains(second, p.key.text) {
				found = append(found, sc.mapValue(p.value))
			}
		}
	}
	if fallback != cty.NilVal {
		found = append(found, fallback)
	}
	return choose(found...)
}

// mapValue is a value of a mapping: a text, as CloudFormation hands it on, or a list of texts.
func (sc scope) mapValue(n *node) cty.Value {
	if n.kind == sequence {
		return sc.eval(n, schema.Texts)
	}
	return sc.eval(n, nil)
}

// decided evaluates a node to a known text that may choose between branches: one that rests on no default and stands
// for nothing unknown.
func (sc scope) decided(n *node) (string, bool) {
	if n.isText() && !sc.stack.template.fills(n) {
		return filled(n.text, sc.loop), true
	}
	v := toText(sc.eval(n, nil), nil)
	plain, _ := v.Unmark()
	if plain.IsNull() || !plain.IsKnown() || graph.RestsOnDefault(v) || graph.Symbolic(v) {
		return "", false
	}
	return plain.AsString(), true
}

// rows are the entries of a mapping.
type rows struct {
	keys   []string // sorted
	byKey  map[string]*node
	chosen map[string]cty.Value // what a second key comes to where the first is not decided, by it and what the first may be
}

// row is the entry of a first key, or nil.
func (m *rows) row(key string) *node {
	if m == nil {
		return nil
	}
	return m.byKey[key]
}

// mapping gives a mapping by its name, or nil.
func (st *stack) mapping(name string) *rows {
	if m, ok := st.maps[name]; ok {
		return m
	}
	p := st.template.mappings.find(name)
	if p == nil || p.value.kind != mapping {
		return nil
	}
	m := &rows{byKey: make(map[string]*node, len(p.value.pairs))}
	for _, row := range p.value.pairs {
		m.byKey[row.key.text] = row.value
	}
	m.keys = slices.Sorted(maps.Keys(m.byKey))
	if st.maps == nil {
		st.maps = map[string]*rows{}
	}
	st.maps[name] = m
	return m
}
