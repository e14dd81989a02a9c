package aws

import (
	"fmt"
	"maps"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// A path leads from a resource to a value: "health_check.enabled", "TargetGroupAttributes[Key=stickiness.type].Value".
// Names step into objects and through blocks and lists, and "*" into every entry of an object; a selector in brackets
// picks the list's elements, or the entries, whose keys have the given values; with "?=" those, too, of which that is not
// known, not written or only told by a default. A path that ends in "[]" leads to a list of names.
type path []step

type step struct {
	name  string
	where []selector
	list  bool
	at    cty.Path // the names up to this one
	words string   // the whole path as the vocabulary writes it; of the first step
}

type selector struct {
	key, value string
	lenient    bool // "?="
}

// parsePath parses what the vocabulary writes; a malformed path panics at init.
func parsePath(s string) path {
	s, list := strings.CutSuffix(s, "[]")
	out := parseSteps(s)
	out[len(out)-1].list = list
	out[0].words = out.text()
	for i := range out {
		var before cty.Path
		if i > 0 {
			before = out[i-1].at
		}
		out[i].at = before.GetAttr(out[i].name)
	}
	return out
}

func parseSteps(s string) path {
	var out path
	for s != "" {
		end := strings.IndexAny(s, ".[")
		if end < 0 {
			return append(out, step{name: s})
		}
		st := step{name: s[:end]}
		s = s[end:]
		if s[0] == '[' {
			inner, rest, ok := strings.Cut(s[1:], "]")
			if !ok {
				panic("unclosed selector in " + s)
			}
			for _, pair := range strings.Split(inner, ",") {
				k, v, ok := strings.Cut(pair, "=")
				if !ok {
					panic("selector without = in " + s)
				}
				k, lenient := strings.CutSuffix(k, "?")
				st.where = append(st.where, selector{k, v, lenient})
			}
			s = rest
		}
		s = strings.TrimPrefix(s, ".")
		out = append(out, st)
	}
	return out
}

// isList tells whether the path leads to a list of names.
func (p path) isList() bool { return p[len(p)-1].list }

// String is the path as the vocabulary writes it, without the mark of a list.
func (p path) String() string { return p[0].words }

func (p path) text() string {
	var b strings.Builder
	for i, st := range p {
		if i > 0 {
			b.WriteByte('.')
		}
		b.WriteString(st.name)
		for j, s := range st.where {
			b.WriteByte("[,"[min(j, 1)])
			b.WriteString(s.key + map[bool]string{true: "?"}[s.lenient] + "=" + s.value)
		}
		if st.where != nil {
			b.WriteByte(']')
		}
	}
	return b.String()
}

// place is where the path leads to where nothing is written, without indices.
func (p path) place() cty.Path { return p[len(p)-1].at }

// itemSteps are the steps to the first items of a list.
var itemSteps = func() (steps [32]cty.PathStep) {
	for i := range steps {
		steps[i] = cty.IndexStep{Key: cty.NumberIntVal(int64(i))}
	}
	return steps
}()

// itemAt is the place of an item of the list at a place.
func itemAt(list cty.Path, i int) cty.Path {
	if i >= len(itemSteps) {
		return list.IndexInt(i)
	}
	out := make(cty.Path, len(list)+1)
	copy(out, list)
	out[len(list)] = itemSteps[i]
	return out
}

// state tells what is known of a value that a path leads to.
type state uint8

const (
	unknown state = iota // it may be written or not
	absent               // it is certain that nothing is written there
	written              // it is written; the value itself may be unknown
)

// A found is what a path leads to.
type found struct {
	state state
	value cty.Value // with the marks of all that was passed; set unless absent
	at    cty.Path  // where it is written, or the deepest step that is
}

// find follows the path to one value. Where it crosses several blocks it is known only if they agree.
func (p path) find(r *graph.Resource) found {
	all := p.findAll(r)
	switch {
	case all.open:
		return found{unknown, cty.DynamicVal.WithMarks(all.marks), all.at}
	case len(all.found) == 0:
		return found{state: absent, at: all.at}
	case len(all.found) == 1:
		return all.found[0]
	}
	first, _ := all.found[0].value.UnmarkDeep()
	for _, f := range all.found[1:] {
		if u, _ := f.value.UnmarkDeep(); !u.IsWhollyKnown() || !u.RawEquals(first) {
			return found{unknown, cty.DynamicVal.WithMarks(all.marks), all.at}
		}
	}
	return all.found[0]
}

// A harvest is every value that a path leads to through blocks and lists.
type harvest struct {
	found []found
	open  bool           // there may be more
	marks cty.ValueMarks // of all that was passed
	owned bool           // nobody else holds marks
	at    cty.Path       // the deepest step that every value shares
}

// pass takes up the marks of a value that was passed. Most often all those to come are the first one's.
func (h *harvest) pass(marks cty.ValueMarks) {
	if h.marks == nil {
		h.marks = marks
		return
	}
	for m := range marks {
		if _, known := h.marks[m]; known {
			continue
		}
		if !h.owned {
			h.marks, h.owned = maps.Clone(h.marks), true
		}
		h.marks[m] = struct{}{}
	}
}

// findAll follows the path to every value it leads to.
func (p path) findAll(r *graph.Resource) harvest {
	v := r.Attribute(p[0].name)
	if !v.IsMarked() && v.IsNull() {
		return harvest{} // by far the most
	}
	at := p[0].at
	h := harvest{at: at}
	if !h.oneByOne(r, v, p, at) {
		h.walk(v, p, at)
	}
	if len(h.found) > 0 {
		h.at = h.found[0].at
	}
	return h
}

// oneByOne goes on from the elements of p[0] where selectors choose among them and it is not decided which of them there
// are. It is false where there is nothing to choose from.
func (h *harvest) oneByOne(r *graph.Resource, v cty.Value, p path, at cty.Path) bool {
	if p[0].where == nil || v.IsKnown() {
		return false
	}
	all, open := r.Blocks(p[0].name)
	if open {
		return false
	}
	_, marks := v.Unmark()
	h.pass(marks)
	plain := append(path{{name: p[0].name}}, p[1:]...)
	for i, b := range all {
		h.pick(b.Value, b.Exists, nil, p, plain, itemAt(at, i))
	}
	return true
}

// walk goes on from the value of p[0].
func (h *harvest) walk(v cty.Value, p path, at cty.Path) {
	u, marks := v.Unmark()
	h.pass(marks)
	rest := p[1:]
	switch {
	case u.IsNull() || u.IsKnown() && u.Type() == cty.String && u.AsString() == "": // providers take an empty text for none
		return
	case !u.IsKnown():
		if len(rest) == 0 && p[0].where == nil {
			h.found = append(h.found, found{written, v, at})
			return
		}
		h.open = true
		return
	case p[0].where != nil:
		h.choose(u, marks, p, at)
		return
	case len(rest) == 0:
		h.found = append(h.found, found{written, v, at})
		return
	}
	switch t := u.Type(); {
	case t.IsTupleType() || t.IsListType() || t.IsSetType():
		i := 0
		for it := u.ElementIterator(); it.Next(); i++ {
			_, e := it.Element()
			h.walk(withMarks(e, marks), p, itemAt(at, i))
		}
	case rest[0].name == anyEntry && (t.IsObjectType() || t.IsMapType()):
		for it := u.ElementIterator(); it.Next(); {
			k, e := it.Element()
			name, _ := textOf(k)
			h.entry(withMarks(e, marks), rest, at.GetAttr(name))
		}
	case t.IsObjectType():
		if t.HasAttribute(rest[0].name) {
			h.walk(withMarks(u.GetAttr(rest[0].name), marks), rest, at.GetAttr(rest[0].name))
		}
	case t.IsMapType():
		key := cty.StringVal(rest[0].name)
		if u.HasIndex(key).True() {
			h.walk(withMarks(u.Index(key), marks), rest, at.GetAttr(rest[0].name))
		}
	default: // a scalar where a block was expected; one that only says yes or no has nothing inside
		h.open = h.open || t != cty.Bool
	}
}

// anyEntry is the step into every entry of an object.
const anyEntry = "*"

// entry goes on with an entry of an object, if it has what the selectors of p[0] say.
func (h *harvest) entry(v cty.Value, p path, at cty.Path) {
	if p[0].where == nil {
		h.walk(v, p, at)
		return
	}
	u, marks := v.Unmark()
	h.pass(marks)
	match := graph.True
	for _, s := range p[0].where {
		match = match.And(keyIs(u, s))
	}
	switch match {
	case graph.True:
		h.walk(v, append(path{{name: p[0].name}}, p[1:]...), at)
	case graph.Unknown:
		h.open = true
	}
}

// choose goes on with the elements of a list whose keys are as the selectors say.
func (h *harvest) choose(u cty.Value, marks cty.ValueMarks, p path, at cty.Path) {
	t := u.Type()
	if !t.IsTupleType() && !t.IsListType() && !t.IsSetType() {
		if !t.IsObjectType() { // a lone object stands for a list of one
			h.open = true
			return
		}
		u = cty.TupleVal([]cty.Value{u})
	}
	i := 0
	plain := append(path{{name: p[0].name}}, p[1:]...)
	for it := u.ElementIterator(); it.Next(); i++ {
		_, e := it.Element()
		h.pick(e, graph.True, marks, p, plain, itemAt(at, i))
	}
}

// pick goes on with an element of a list if it is there and its keys are as the selectors of p[0] say.
func (h *harvest) pick(e cty.Value, exists graph.Tri, marks cty.ValueMarks, p, plain path, at cty.Path) {
	u, own := e.Unmark()
	match := exists
	for _, s := range p[0].where {
		match = match.And(keyIs(u, s))
	}
	switch match {
	case graph.True:
		h.walk(withMarks(u, marks, own), plain, at)
	case graph.Unknown:
		h.open = true
	}
}

// keyIs tells whether an element has the value that a selector asks for.
func keyIs(e cty.Value, s selector) graph.Tri {
	if s.lenient {
		k := member(e, s.key)
		text, known := textOf(k)
		return graph.Known(!known || text == s.value || onDefault(k))
	}
	if !e.IsKnown() {
		return graph.Unknown
	}
	if e.IsNull() || !e.Type().IsObjectType() && !e.Type().IsMapType() {
		return graph.False
	}
	k := member(e, s.key)
	if k == cty.NilVal || k.IsNull() {
		return graph.False
	}
	text, ok := textOf(k)
	if !ok || text != s.value && onDefault(k) {
		return graph.Unknown
	}
	return graph.Known(text == s.value)
}

// onDefault tells whether a value rests on the default of a variable or parameter, which fills an attribute but decides no
// test.
func onDefault(v cty.Value) bool { return v != cty.NilVal && v.HasMark(graph.Default{}) }

// member is the named member of an object or map, cty.NilVal where it has none.
func member(v cty.Value, name string) cty.Value {
	u, marks := v.Unmark()
	switch t := u.Type(); {
	case !u.IsKnown() || u.IsNull():
		return cty.NilVal
	case t.IsObjectType() && t.HasAttribute(name):
		return withMarks(u.GetAttr(name), marks)
	case t.IsMapType() && u.HasIndex(cty.StringVal(name)).True():
		return withMarks(u.Index(cty.StringVal(name)), marks)
	}
	return cty.NilVal
}

func withMarks(v cty.Value, sets ...cty.ValueMarks) cty.Value {
	for _, s := range sets {
		if len(s) > 0 {
			v = v.WithMarks(s)
		}
	}
	return v
}

// present tells whether a value that is written is certainly there: an unknown one may turn out to be null, unless it
// is known not to be or comes from another resource.
func present(v cty.Value) graph.Tri {
	u, marks := v.Unmark()
	switch {
	case u.IsNull():
		return graph.False
	case u.IsKnown() || u.Range().DefinitelyNotNull():
		return graph.True
	}
	for m := range marks {
		if ref, ok := m.(graph.Ref); ok && !ref.Possible {
			return graph.True
		}
	}
	return graph.Unknown
}

// textOf is a known scalar as a string.
func textOf(v cty.Value) (string, bool) {
	if v == cty.NilVal {
		return "", false
	}
	u, _ := v.Unmark()
	if u.IsNull() || !u.IsKnown() || !u.Type().IsPrimitiveType() {
		return "", false
	}
	switch u.Type() {
	case cty.String:
		return u.AsString(), true
	case cty.Bool:
		return strconv.FormatBool(u.True()), true
	}
	return graph.Digits(u)
}

// pathText writes a cty path as people do: `stickiness[0].enabled`.
func pathText(p cty.Path) string {
	var b strings.Builder
	for _, s := range p {
		switch s := s.(type) {
		case cty.GetAttrStep:
			if b.Len() > 0 {
				b.WriteByte('.')
			}
			b.WriteString(s.Name)
		case cty.IndexStep:
			if t, ok := textOf(s.Key); ok {
				fmt.Fprintf(&b, "[%s]", t)
			}
		}
	}
	return b.String()
}
