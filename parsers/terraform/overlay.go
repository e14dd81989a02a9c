package terraform

import (
	"encoding/base64"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform/functions"
	"github.com/archlint/archlint/parsers/terraform/plan"
)

// A plan that is laid over the source gives what the source leaves open: the values of root variables, how many
// instances there are, what is known of attributes, and what stands in modules that are not on disk. What the source
// decides stays, and so do the places and references, which are exact there.

// lay lays the root's plan over it, if it has one that is of this root.
func (l *loader) lay(d *dir) {
	p := l.p.plans[l.u.root]
	if p == nil {
		return
	}
	fit, all := p.Fits(func(kind, name string) bool {
		if kind == "module" {
			return d.calls[name] != nil
		}
		return d.resources[kind+"."+name] != nil
	})
	at := graph.Range{File: l.u.root}
	if fit == 0 && all > 0 {
		l.report(graph.Diagnostic{Severity: graph.Warning, Range: at,
			Message: fmt.Sprintf("none of the %d resources of the plan %s stands here, and the plan was left out; was it made from another directory?", all, p.Name)})
		return
	}
	if fit < all {
		l.report(graph.Diagnostic{Severity: graph.Warning, Range: at,
			Message: fmt.Sprintf("%d of the %d resources of the plan %s do not stand here; make the plan anew if the configuration has changed since", all-fit, all, p.Name)})
	}
	if why := p.Partial(); why != "" {
		l.report(graph.Diagnostic{Severity: graph.Warning, Range: at,
			Message: "the plan " + p.Name + " is not of everything: " + why + "; what it leaves out is judged by the source alone"})
	}
	l.u.plan, l.u.library = p, false
	for name, v := range p.Variables() {
		l.u.given[name] = given{plan: v}
	}
}

// whole tells whether there is a plan that speaks of everything.
func (u *unit) whole() bool { return u.plan != nil && u.plan.Partial() == "" }

// existing tells whether an instance exists. With a plan of everything none may exist, it does or does not; and of what
// a summary says only that is there which is in the plan. Of what the plan could not be laid over it says nothing.
func (m *module) existing(in *instance) graph.Tri {
	u, exists := m.u, m.exists.And(in.exists)
	switch {
	case u.plan == nil || exists == graph.True && !m.d.summary:
		return exists
	case u.plan.Instance(in.address) != nil:
		return graph.True
	case u.whole() && !m.unlaid && !in.unlaid:
		return graph.False
	}
	return exists
}

// decide gives an undecided block the instances that the plan has of it.
func (m *module) decide(key string, b *hclsyntax.Block, x *expansion) {
	p := m.u.plan
	if p == nil || x.decided() || !x.keyed() {
		return
	}
	keys := p.Keys(m.address + key)
	other := slices.ContainsFunc(keys, func(k cty.Value) bool { // the plan is of another state of the source
		return k == cty.NilVal || (k.Type() == cty.Number) != x.count
	})
	switch {
	case other:
		m.u.diagnose(graph.Warning, b.DefRange(), "the plan "+p.Name+" has other instances of "+m.address+key+" than count or for_each makes here, and they were left out; make the plan anew if the configuration has changed since")
	case len(keys) > maxInstances:
		other = true
		m.u.diagnose(graph.Warning, b.DefRange(), fmt.Sprintf("the plan %s has %d instances of %s, and more than %d of one block are not looked at", p.Name, len(keys), m.address+key, maxInstances))
	default:
		other = !m.u.spend(instanceSteps*len(keys), b.DefRange())
	}
	if other {
		for _, in := range x.instances {
			in.unlaid = true
		}
		return
	}
	all := m.u.whole() && (b.Type != "module" || p.Shows(m.address+key) || len(keys) == 0 && m.showsIn(b, 0))
	planned := make([]*instance, len(keys))
	taken := map[*instance]bool{}
	for n, k := range keys {
		in := &instance{key: k, value: cty.DynamicVal}
		if i := x.find(k); i >= 0 {
			in.key, in.value = x.instances[i].key, x.instances[i].value
			taken[x.instances[i]] = true
		} else if x.each {
			in.value = x.valueAt(k)
		}
		in.exists = graph.True
		planned[n] = in
	}
	if all {
		*x = expansion{instances: planned, count: x.count, each: x.each, low: len(keys), high: len(keys)}
		return
	}
	for _, in := range x.instances {
		if !taken[in] {
			planned = append(planned, in)
		}
	}
	high := x.high
	if high >= 0 {
		high = max(high, len(keys))
	}
	*x = expansion{instances: planned, count: x.count, each: x.each, open: x.open, low: max(x.low, len(keys)), high: high}
}

// valueAt is each.value of an instance that only the plan knows: unknown, with what the collection refers to.
func (x *expansion) valueAt(key cty.Value) cty.Value {
	for _, in := range x.instances {
		if k := unmarked(in.key); !k.IsKnown() {
			if unmarked(in.value).Type() == cty.String && len(only(in.value.Marks(), isSet)) > 0 {
				return key.WithMarks(in.value.Marks())
			}
			return in.value
		}
	}
	return cty.DynamicVal
}

// showsIn tells from the source whether each instance of a module call must have something in the plan: the module, or
// one that it calls, has a resource without count and for_each.
func (m *module) showsIn(call *hclsyntax.Block, depth int) bool {
	if depth > maxCalls {
		return false
	}
	where, ok := m.u.locate(m, call.Labels[0], call)
	if !ok {
		return false
	}
	d, _ := m.u.load(where)
	if d == nil {
		return false
	}
	single := func(b *hclsyntax.Block) bool {
		return b.Body.Attributes["count"] == nil && b.Body.Attributes["for_each"] == nil
	}
	for _, b := range d.resources {
		if single(b) {
			return true
		}
	}
	inner := &module{u: m.u, d: d, call: call, caller: scope{m: m}}
	for _, b := range d.calls {
		if single(b) && inner.showsIn(b, depth+1) {
			return true
		}
	}
	return false
}

// confirm takes a module instance to exist that has something in the plan.
func (m *module) confirm() {
	if p := m.u.plan; p != nil && m.exists != graph.True && len(p.Below(strings.TrimSuffix(m.address, "."))) > 0 {
		m.exists, m.when = graph.True, graph.Always
	}
}

// plannedOutput is an output of a module that is not on disk, as far as the plan tells what it is made from; ok is false
// where the source or a summary tells it.
func (m *module) plannedOutput(name string) (v cty.Value, ok bool) {
	address := strings.TrimSuffix(m.address, ".")
	if m.u.plan == nil || m.d != nil && (!m.d.summary || m.d.outputs[name] != nil) || !m.u.plan.Calls(address) {
		return cty.NilVal, false
	}
	return m.u.plan.Output(address, name), true
}

// plannedModule takes up from the plan what stands in a module that could not be read. It is false where the plan does
// not tell all of it, so that it remains a gap.
func (l *loader) plannedModule(m *module, in *instance, c *module) bool {
	p := l.u.plan
	switch {
	case p == nil:
		return false
	case m.d.summary: // what the plan has there is taken up with all that the summary does not speak of
		return l.u.whole()
	case !p.Calls(in.address) && len(p.Below(in.address)) == 0:
		return l.u.whole() && c.exists != graph.True
	}
	l.complete(m, in, c, nil)
	return l.u.whole()
}

// complete takes up from the plan what stands in a module that is not on disk and is not among the resources that its
// summary makes.
func (l *loader) complete(m *module, in *instance, c *module, made []*graph.Resource) {
	if l.u.plan == nil || c.d != nil && (!c.d.summary || m.d.summary) {
		return
	}
	has := make(map[string]bool, len(made))
	for _, r := range made {
		has[r.Address] = true
	}
	for _, one := range l.u.plan.Below(in.address) {
		if has[one.Address] {
			continue
		}
		l.resources = append(l.resources, &graph.Resource{Address: one.Address, Type: one.Type, Name: one.Name, Mode: one.Mode,
			Language: graph.Terraform, Provider: one.Provider, Exists: graph.True, Range: m.u.place(in.block.Range()), Header: m.u.place(in.block.DefRange()),
			Calls: c.calls, Source: &plannedSource{m: m, call: in.block, in: one}})
	}
}

// A plannedSource answers for a resource that stands in a module which is not on disk: its values come from the plan,
// its place is the call of the module.
type plannedSource struct {
	m    *module
	call *hclsyntax.Block
	in   *plan.Instance
}

// Attributes implements [graph.Source].
func (s *plannedSource) Attributes() []string {
	return slices.DeleteFunc(s.in.Names(), func(n string) bool { return s.in.Attribute(n).IsNull() })
}

// Attribute implements [graph.Source].
func (s *plannedSource) Attribute(name string) cty.Value { return s.in.Attribute(name) }

// Locate implements [graph.Source]: the argument of the call that the attribute alone is made from.
func (s *plannedSource) Locate(at cty.Path) graph.Range {
	if len(at) == 0 {
		return graph.Range{}
	}
	if a := s.call.Body.Attributes[s.in.Argument(s.m.address+"module."+s.call.Labels[0], stepName(at[0]))]; a != nil {
		return s.m.u.place(a.SrcRange)
	}
	return graph.Range{}
}

// Trace implements [graph.Source].
func (s *plannedSource) Trace(at cty.Path) []graph.Step {
	where := s.Locate(at)
	if !where.Known() {
		return nil
	}
	return []graph.Step{{Kind: graph.Written, Name: pathText(at), Range: where}}
}

// Ignored implements [graph.Source]: a plan does not tell.
func (s *plannedSource) Ignored(string) graph.Tri { return graph.Unknown }

// Mentions implements [graph.Source].
func (s *plannedSource) Mentions() []graph.Mention { return s.in.Mentions() }

// planned is the instance as the plan has it, nil where there is none.
func (m *module) planned(in *instance) *plan.Instance {
	if m.u.plan == nil {
		return nil
	}
	return m.u.plan.Instance(in.address)
}

// plannedNames are the attributes that the plan says something of.
func (m *module) plannedNames(in *instance) []string {
	if one := m.planned(in); one != nil {
		return one.Names()
	}
	return nil
}

// laid is an attribute as others see it, with what the plan knows of it.
func (m *module) laid(in *instance, name string, v cty.Value) cty.Value {
	one := m.planned(in)
	if one == nil || !one.Says(name) {
		return v
	}
	return m.u.once(in.memo(), "planned "+name, in.block.TypeRange, func() string { return in.address + "." + name }, func() []cty.Value {
		planned := one.Planned(name)
		if graph.Symbolic(v) && planned.Type().IsTupleType() && planned.IsWhollyKnown() {
			return []cty.Value{itemized(planned, in.address, name)}
		}
		f := filling{p: m.u.plan, all: true, over: m.d.summary, left: maxParts}
		return []cty.Value{f.of(v, planned)}
	})[0]
}

// laidOutput is an output of another root's state, with what the plan has read of it.
func (m *module) laidOutput(in *instance, name string, v cty.Value) cty.Value {
	one := m.planned(in)
	if one == nil {
		return v
	}
	outputs := one.Planned("outputs")
	if !outputs.Type().IsObjectType() || !outputs.Type().HasAttribute(name) {
		return v
	}
	f := filling{p: m.u.plan, all: true, left: maxParts}
	return f.of(v, outputs.GetAttr(name))
}

// itemized is what a data source lists, each item with a reference of its own.
func itemized(planned cty.Value, address, name string) cty.Value {
	var out []cty.Value
	for i, e := range elements(planned) {
		out = append(out, e.value.Mark(graph.Ref{Address: address, Attribute: fmt.Sprintf("%s[%d]", name, i)}))
	}
	return cty.TupleVal(out).Mark(graph.Ref{Address: address, Attribute: name})
}

// A filledSource answers for an instance that a plan has, with what the plan knows.
type filledSource struct {
	*source
	planned *plan.Instance
}

// source answers for an instance of a resource or data source.
func (l *loader) source(m *module, in *instance) graph.Source {
	s := &source{l: l, m: m, in: in, leaveOut: metaArguments}
	if one := m.planned(in); one != nil {
		return &filledSource{s, one}
	}
	return s
}

// Attributes implements [graph.Source]: those that nobody wrote and that the plan knows are among them.
func (s *filledSource) Attributes() []string {
	names := s.source.Attributes()
	for _, n := range s.planned.Names() {
		if !s.leaveOut[n] && !s.planned.Fact(n).IsNull() {
			names = append(names, n)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Attribute implements [graph.Source].
func (s *filledSource) Attribute(name string) (v cty.Value) {
	v = s.source.Attribute(name)
	if s.leaveOut[name] || !s.planned.Says(name) {
		return v
	}
	defer s.recovered(func() { v = cty.DynamicVal })
	summary, isWritten := s.m.d.summary, writes(s.in.block.Body, name)
	switch {
	case summary && !isWritten:
		return s.planned.Attribute(name)
	case !summary && v.IsNull() && !v.IsMarked():
		return s.planned.Fact(name)
	}
	f := filling{p: s.m.u.plan, over: summary, left: maxParts}
	return f.of(v, s.planned.Planned(name))
}

// A filling fills the unknown parts of a value of the source with those of the plan.
type filling struct {
	p    *plan.Plan
	all  bool // attributes that are not written are filled in, too
	over bool // the plan is right where the two differ: the source is a summary
	left int  // parts that may yet be looked at
}

// of fills v with what the plan knows. What is known stays, unless it rests on a default or is a symbol.
func (f *filling) of(v, planned cty.Value) cty.Value {
	u, marks := v.Unmark()
	if f.left--; f.left < 0 {
		return v
	}
	switch t := u.Type(); {
	case !u.IsKnown():
		return f.taken(v, planned)
	case !planned.IsKnown():
	case u.IsNull():
		if _, byDefault := marks[graph.Default{}]; (byDefault || f.over) && !planned.IsNull() {
			return f.taken(v, planned)
		}
	case planned.IsNull():
		if f.over {
			return planned.WithMarks(marks)
		}
	case t.IsPrimitiveType():
		if rests(v) || graph.Symbolic(v) || f.over && !couldBe(u, planned) {
			return f.taken(v, planned)
		}
		if t == cty.String && len(marks) == 0 { // one that is there may be named by its ID
			return f.p.Identify(u)
		}
	case isMapping(t) && planned.Type().IsObjectType():
		return f.object(u, planned).WithMarks(marks)
	case isSequence(t) && planned.Type().IsTupleType():
		return f.sequence(u, planned).WithMarks(marks)
	}
	return v
}

func (f *filling) object(u, planned cty.Value) cty.Value {
	out := make(map[string]cty.Value, u.LengthInt())
	for _, e := range elements(u) {
		name := e.key.AsString()
		if out[name] = e.value; planned.Type().HasAttribute(name) {
			out[name] = f.of(e.value, planned.GetAttr(name))
		}
	}
	if f.all && u.Type().IsObjectType() {
		for _, e := range elements(planned) {
			if _, ok := out[e.key.AsString()]; !ok && !e.value.IsNull() {
				out[e.key.AsString()] = e.value
			}
		}
	}
	return cty.ObjectVal(out)
}

// sequence fills the items of which it is certain which of the plan's they are.
func (f *filling) sequence(u, planned cty.Value) cty.Value {
	ours, theirs := elements(u), elements(planned)
	if len(ours) != len(theirs) && f.over {
		return f.parts(planned, func() cty.ValueMarks { return perhaps(u) })
	}
	if len(ours) != len(theirs) || len(ours) == 0 {
		return u
	}
	out := make([]cty.Value, len(ours))
	pairs := matching(ours, theirs)
	for i, e := range ours {
		if out[i] = e.value; pairs[i] >= 0 {
			out[i] = f.of(e.value, theirs[pairs[i]].value)
		}
	}
	return cty.TupleVal(out)
}

// matching finds for each item the one of the plan that it must be, -1 where that is not certain: what the plan has in
// the order of a set may stand in another order in the source.
func matching(ours, theirs []element) []int {
	const most = 64 // compared each with each
	out := make([]int, len(ours))
	times := make([]int, len(theirs))
	for i := range ours {
		out[i] = -1
		if len(ours) > most {
			continue
		}
		for j := range theirs {
			if !couldBe(ours[i].value, theirs[j].value) {
				continue
			}
			if out[i] >= 0 {
				out[i] = -1
				break
			}
			out[i] = j
		}
		if out[i] >= 0 {
			times[out[i]]++
		}
	}
	// One that is left over belongs to the one that is left over.
	free, last := 0, -1
	for i := range out {
		if out[i] >= 0 && times[out[i]] > 1 {
			return slices.Repeat([]int{-1}, len(ours)) // the plan is of another state of the source
		}
		if out[i] < 0 {
			free, last = free+1, i
		}
	}
	if free == 1 {
		if j := slices.Index(times, 0); j >= 0 && couldBe(ours[last].value, theirs[j].value) {
			out[last] = j
		}
	}
	return out
}

// couldBe tells whether a value of the source may be one of the plan.
func couldBe(v, planned cty.Value) bool {
	u, _ := v.Unmark()
	switch t := u.Type(); {
	case !u.IsKnown() || u.IsNull() || !planned.IsKnown():
		return true
	case planned.IsNull():
		return false
	case t.IsPrimitiveType():
		if rests(v) || graph.Symbolic(v) {
			return true
		}
		a, err := convertTo(u, cty.String)
		if err != nil || !planned.Type().IsPrimitiveType() {
			return false
		}
		b, err := convertTo(planned, cty.String)
		return err == nil && a.RawEquals(b)
	case isMapping(t):
		if !planned.Type().IsObjectType() {
			return false
		}
		for _, e := range elements(u) {
			if name := e.key.AsString(); planned.Type().HasAttribute(name) && !couldBe(e.value, planned.GetAttr(name)) {
				return false
			}
		}
		return true
	case isSequence(t):
		return planned.Type().IsTupleType() && planned.LengthInt() == u.LengthInt()
	}
	return true
}

// taken is the plan's value in place of one that the source does not know, with the references that this carries.
func (f *filling) taken(v, planned cty.Value) cty.Value {
	if !planned.IsKnown() {
		return v
	}
	if text, whole := graph.Text(v); !whole && planned.Type() == cty.String && !planned.IsNull() && !fits(planned.AsString(), text) {
		return v // a digest, or a text in a form of the provider's own: what is known of the text itself says more
	}
	_, marks := v.Unmark()
	refs := only(marks, func(m any) bool {
		switch m.(type) {
		case graph.Symbol, graph.Default, graph.Partial, functions.Unsettled:
			return false
		}
		return !isMeasured(m)
	})
	if planned.IsNull() || planned.Type().IsPrimitiveType() {
		certain := without(refs, isPossible)
		if len(certain) > 0 {
			return planned.WithMarks(certain)
		}
		return f.p.Identify(planned)
	}
	out := f.parts(planned, f.made(refs, planned))
	if isSequence(planned.Type()) && !slices.ContainsFunc(elements(planned), func(e element) bool {
		return !e.value.Type().IsPrimitiveType() && e.value.Type() != cty.DynamicPseudoType
	}) {
		out = out.WithMarks(refs)
	}
	return out
}

// fits tells whether a text, or what it is the base64 of, has the parts that are known of it, in their order.
func fits(whole, partial string) bool {
	parts := strings.Split(partial, graph.Hole)
	if decoded, err := base64.StdEncoding.DecodeString(whole); err == nil && hasParts(string(decoded), parts) {
		return true
	}
	return hasParts(whole, parts)
}

func hasParts(text string, parts []string) bool {
	rest, ok := strings.CutPrefix(text, parts[0])
	if !ok {
		return false
	}
	for _, p := range parts[1:] {
		i := strings.Index(rest, p)
		if i < 0 {
			return false
		}
		rest = rest[i+len(p):]
	}
	return rest == "" || parts[len(parts)-1] == "" || strings.HasSuffix(text, parts[len(parts)-1])
}

// made gives the marks for each unknown part of the plan's value, in turn, of those that the whole carries: one
// reference each where there are just as many as unknown items of a list, the only one where there is one, and else
// all as possible ones.
func (f *filling) made(refs cty.ValueMarks, planned cty.Value) func() cty.ValueMarks {
	var certain []graph.Ref
	for m := range refs {
		if r, ok := m.(graph.Ref); ok && !r.Possible {
			if one := f.p.Instance(r.Address); one == nil || r.Attribute == "" || !one.Planned(r.Attribute).IsWhollyKnown() {
				certain = append(certain, r)
			}
		}
	}
	slices.SortFunc(certain, func(a, b graph.Ref) int { return plan.Compare(a.Address, b.Address) })
	possibly := len(only(refs, isPossible)) > 0
	unknown := 0
	if planned.Type().IsTupleType() {
		for _, e := range elements(planned) {
			if !e.value.IsKnown() {
				unknown++
			}
		}
	}
	next := 0
	return func() cty.ValueMarks {
		next++
		switch {
		case !possibly && len(certain) == unknown && next <= len(certain):
			return cty.NewValueMarks(certain[next-1])
		case !possibly && len(certain) == 1:
			return cty.NewValueMarks(certain[0])
		}
		return possible(refs)
	}
}

// parts marks the unknown parts of the plan's value, in order, and identifies the others.
func (f *filling) parts(planned cty.Value, marks func() cty.ValueMarks) cty.Value {
	if f.left--; f.left < 0 {
		return planned
	}
	switch t := planned.Type(); {
	case !planned.IsKnown():
		return planned.WithMarks(marks())
	case planned.IsNull():
		return planned
	case isMapping(t), isSequence(t):
		return mapElements(planned, func(e cty.Value) cty.Value { return f.parts(e, marks) })
	}
	return f.p.Identify(planned)
}
