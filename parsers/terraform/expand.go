package terraform

import (
	"fmt"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// An instance is one of a resource, a data source or a module call. key is a number under count and a string under
// for_each, unknown for the one that stands for any number of others.
type instance struct {
	key, value cty.Value
	address    string
	exists     graph.Tri       // in its module; True or Unknown
	when       graph.Condition // where it exists in its module, if it may not; often not known
	unlaid     bool            // the plan has others, which could not be laid over it
	block      *hclsyntax.Block
	cells      map[string]*cell // what has been evaluated of it; nil until something is
}

func (in *instance) memo() map[string]*cell {
	if in.cells == nil {
		in.cells = map[string]*cell{}
	}
	return in.cells
}

// An expansion is the instances that count or for_each make of a block.
type expansion struct {
	instances   []*instance
	count, each bool
	open        bool // there may be others
	low, high   int  // bounds of how many there are; high is -1 where there is none

	byKey     map[string]int       // the places of the instances whose keys are known, made when one is looked for
	byAddress map[string]*instance // made likewise, when the instances have their addresses
}

// find gives the place of the instance with a decided key, or -1. A number and the text of it are the same key.
func (x *expansion) find(key cty.Value) int {
	if x.byKey == nil {
		x.byKey = make(map[string]int, len(x.instances))
		for i, in := range x.instances {
			if text, ok := instanceKey(in.key); ok {
				if _, again := x.byKey[text]; !again {
					x.byKey[text] = i
				}
			}
		}
	}
	if text, ok := instanceKey(key); ok {
		if i, found := x.byKey[text]; found {
			return i
		}
	}
	return -1
}

// at gives the instance at an address, nil where there is none.
func (x *expansion) at(address string) *instance {
	if x.byAddress == nil {
		x.byAddress = make(map[string]*instance, len(x.instances))
		for _, in := range x.instances {
			if x.byAddress[in.address] == nil {
				x.byAddress[in.address] = in
			}
		}
	}
	return x.byAddress[address]
}

// instanceKey is a known key as text.
func instanceKey(key cty.Value) (string, bool) {
	key, _ = key.Unmark()
	if !key.IsKnown() || key.IsNull() {
		return "", false
	}
	if key.Type() == cty.Number {
		return graph.Digits(key)
	}
	text, err := convertTo(key, cty.String)
	if err != nil || text.IsNull() {
		return "", false
	}
	return text.AsString(), true
}

func (x *expansion) keyed() bool { return x.count || x.each }

// decided tells whether there are just the instances that are listed.
func (x *expansion) decided() bool {
	if x.open {
		return false
	}
	for _, in := range x.instances {
		if in.exists != graph.True {
			return false
		}
	}
	return true
}

// expand gives the instances of a resource, data source or module call, computed once.
func (m *module) expand(key string, b *hclsyntax.Block) *expansion {
	if x := m.expansions[key]; x != nil {
		if x.instances == nil && x.open { // still being computed
			m.u.diagnose(graph.Error, b.DefRange(), "how many there are of "+m.address+key+" depends on itself, which Terraform refuses: take one reference out of the cycle")
		}
		return x
	}
	m.expansions[key] = &expansion{count: true, open: true, high: -1}
	s, since := scope{m: m}, m.u.transients
	x := &expansion{low: 1, high: 1}
	switch count, each := b.Body.Attributes["count"], b.Body.Attributes["for_each"]; {
	case count != nil:
		x = s.counted(count.Expr)
		s.findConditions(x, count.Expr)
	case each != nil:
		x = s.repeated(each.Expr, false)
		s.findConditions(x, each.Expr)
	case m.d.damaged[b.Body]: // what could not be read may say how many there are
		x.instances = []*instance{{key: cty.DynamicVal, value: cty.DynamicVal}}
		x.open, x.low, x.high = true, 0, -1
	default:
		x.instances = []*instance{{key: cty.DynamicVal, value: cty.DynamicVal, exists: graph.True}}
	}
	if len(x.instances) > maxInstances || !m.u.spend(instanceSteps*len(x.instances), b.DefRange()) {
		m.u.diagnose(graph.Warning, b.DefRange(), fmt.Sprintf("%s has more instances than the %d that are looked at one by one", m.address+key, maxInstances))
		x.instances = []*instance{{key: cty.DynamicVal, value: cty.DynamicVal}}
		x.open, x.low, x.high = true, 0, -1
	}
	m.decide(key, b, x)
	for _, in := range x.instances {
		in.key, in.value = m.u.settle(since, in.key), m.u.settle(since, in.value)
		in.block = b
		in.address = m.address + key
		if x.keyed() || x.open {
			in.address += subscript(in.key)
		}
	}
	m.expansions[key] = x
	return x
}

// instanceSteps is what an instance takes from the budget: it is held as long as the graph is.
const instanceSteps = 32

// anyInstance is the instance that stands for any number of others.
func anyInstance(value cty.Value) *instance {
	return &instance{key: cty.UnknownVal(cty.String), value: value}
}

// counted expands by count. Instances below the least that it may be are certain.
func (s scope) counted(e hclsyntax.Expression) *expansion { return s.countOf(s.alternatives(e)) }

// countOf expands by a count that is one of several.
func (s scope) countOf(all []cty.Value) *expansion {
	x := &expansion{count: true}
	for i, v := range all {
		low, high := countBounds(v)
		if i == 0 {
			x.low, x.high = low, high
			continue
		}
		x.low = min(x.low, low)
		if high < 0 || x.high < 0 {
			x.high = -1
		} else {
			x.high = max(x.high, high)
		}
	}
	listed := x.high
	if x.high < 0 {
		x.open, listed = true, x.low
	}
	for i := range min(listed, maxInstances+1) {
		in := &instance{key: cty.NumberIntVal(int64(i)), value: cty.DynamicVal}
		if i < x.low {
			in.exists = graph.True
		}
		x.instances = append(x.instances, in)
	}
	if x.open {
		x.instances = append(x.instances, anyInstance(cty.DynamicVal))
	}
	return x
}

// countBounds are the bounds of a count; high is -1 where there is none.
func countBounds(v cty.Value) (low, high int) {
	v, _ = v.UnmarkDeep()
	n, err := convertTo(v, cty.Number)
	if err != nil || n.IsNull() {
		return 0, -1
	}
	if i, ok := wholeNumber(n); ok {
		return max(i, 0), max(i, 0)
	}
	if n.IsKnown() || n.Type() != cty.Number {
		return 0, -1
	}
	high = -1
	r := n.Range()
	if l, _ := r.NumberLowerBound(); l.IsKnown() {
		if i, ok := wholeNumber(l); ok {
			low = max(i, 0)
		}
	}
	if h, _ := r.NumberUpperBound(); h.IsKnown() {
		if i, ok := wholeNumber(h); ok && i <= mostGuessed {
			high = max(i, 0)
		}
	}
	return low, high
}

// mostGuessed is the highest bound of an unknown count that is taken for one: min(length(var.subnets), 999) tells nothing
// worth 999 instances that may exist.
const mostGuessed = 16

// repeated expands by for_each, of a resource or of a dynamic block. Of an undecided choice it gives the instances of
// every alternative: those that all have are certain, the others may exist.
func (s scope) repeated(e hclsyntax.Expression, dynamic bool) *expansion {
	all := s.alternatives(e)
	x := s.elementsOf(all[0], dynamic)
	for _, v := range all[1:] {
		x = x.or(s.elementsOf(v, dynamic))
	}
	return x
}

// elementsOf makes an instance of every element. The elements of a set are their own keys; for_each of a resource takes
// no other sequence, a dynamic block does.
func (s scope) elementsOf(v cty.Value, dynamic bool) *expansion {
	x := &expansion{each: true}
	coll, marks := v.Unmark()
	bySet := !dynamic || len(only(marks, isSet)) > 0
	marks = without(marks, inner)
	switch {
	case coll.IsNull() || coll.IsKnown() && !coll.CanIterateElements():
		x.open, x.high = true, -1
		x.instances = []*instance{anyInstance(cty.DynamicVal)}
		return x
	case !coll.IsKnown():
		x.open = true
		x.low, x.high = lengths(coll)
		x.instances = []*instance{anyInstance(elementType(coll.Type()).WithMarks(graph.WithoutPartial(marks)))}
		return x
	}
	_, own := wholes(marks)
	mapping := isMapping(coll.Type())
	seen := map[string]bool{}
	for _, el := range elements(coll) {
		in := &instance{key: el.key, value: el.value.WithMarks(own), exists: graph.True}
		switch {
		case mapping:
			in.key = in.key.WithMarks(only(marks, isSymbol))
		case bySet && dynamic && isWhole(el.value): // keys are texts only of resources
			in.key = el.value
			x.instances = append(x.instances, in)
			x.low, x.high = x.low+1, x.high+1
			continue
		case bySet:
			in.key = s.setKey(el.value)
		}
		if key, _ := in.key.Unmark(); !key.IsKnown() {
			in.exists, x.open = graph.Unknown, true
		}
		if name := subscript(in.key); !seen[name] { // "[*]" too stands once for all
			seen[name] = true
			x.instances = append(x.instances, in)
		}
		if in.exists == graph.True {
			x.low++
		}
		x.high++
	}
	if least, loose := unsettled(v.Marks()); loose {
		x.low = min(x.low, least)
	}
	return x
}

// isWhole tells whether a value is known and a collection or an object.
func isWhole(v cty.Value) bool {
	u := unmarked(v)
	return u.IsKnown() && !u.IsNull() && (isMapping(u.Type()) || isSequence(u.Type()))
}

// setKey is the key that an element of a set makes. That the set rests on a default decides how many instances there
// are, and says nothing of the key.
func (s scope) setKey(v cty.Value) cty.Value {
	u, marks := v.Unmark()
	marks = graph.WithoutPartial(without(marks, func(m any) bool { return inner(m) || isMeasured(m) || m == graph.Default{} }))
	c, err := convertTo(u, cty.String)
	if err != nil || c.IsNull() {
		c = cty.UnknownVal(cty.String)
	}
	return c.WithMarks(marks)
}

// same is the instance of a key, or the one that stands for any number of others where the key is not known; nil where
// there is none.
func (x *expansion) same(key cty.Value) *instance {
	if i := x.find(key); i >= 0 {
		return x.instances[i]
	}
	if unmarked(key).IsKnown() {
		return nil
	}
	for _, in := range x.instances {
		if !unmarked(in.key).IsKnown() {
			return in
		}
	}
	return nil
}

// or joins the instances of two alternatives.
func (x *expansion) or(o *expansion) *expansion {
	out := &expansion{each: true, open: x.open || o.open, low: min(x.low, o.low), high: max(x.high, o.high)}
	if x.high < 0 || o.high < 0 {
		out.high = -1
	}
	used := map[*instance]bool{}
	for _, a := range x.instances {
		joined := &instance{key: a.key, value: a.value}
		if b := o.same(a.key); b != nil {
			used[b] = true
			joined.exists = a.exists.And(b.exists)
			joined.value = graph.Choose(strip(a.value, inner), strip(b.value, inner))
		}
		out.instances = append(out.instances, joined)
	}
	for _, b := range o.instances {
		if !used[b] {
			out.instances = append(out.instances, &instance{key: b.key, value: b.value})
		}
	}
	return out
}
