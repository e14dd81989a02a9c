package cloudformation

import (
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/cloudformation/schema"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/zclconf/go-cty/cty"
)

// resource answers for one resource of a stack; it is a [graph.Source].
type resource struct {
	stack     *stack
	id        string
	pair      pair
	frame     frame
	loop      *loop
	kind      string // its type, "AWS::EC2::Subnet"
	schema    *schema.Type
	condition string
	exists    graph.Tri
	when      graph.Condition // where it is there; always known
	dropped   bool            // another one of the same name was written later
	world     *world
	written   *node // the properties, once they have been looked for
	looked    bool
	hidden    bool      // there may be properties that are not seen
	looped    bool      // loops make properties
	names     uint64    // the traces of the properties' names
	ref       cty.Value // what a Ref to it is
	cells     *namedCell
	child     *stack // the nested stack that it makes
	resolved  bool   // child has been looked for

	told map[string][]graph.NestedBlock // what [resource.Blocks] has given
}

func (r *resource) address() string { return r.stack.address(r.id) }

// scope is where the properties stand: inside, the resource's own condition is met.
func (r *resource) scope() scope {
	if r.world == nil {
		r.world = r.stack.world(r.condition)
	}
	return scope{stack: r.stack, world: r.world, loop: r.loop}
}

// namedCell holds the value of one property. Resources have few, so that a list is smaller and faster than a map.
type namedCell struct {
	cell

	name string
	next *namedCell
}

// cell is that of a property, made when it is first asked for.
func (r *resource) cell(name string) *cell {
	for c := r.cells; c != nil; c = c.next {
		if c.name == name {
			return &c.cell
		}
	}
	c := r.stack.unit.cells.one()
	c.name, c.next = name, r.cells
	r.cells = c
	return &c.cell
}

// reference is the value of a Ref to the resource.
func (r *resource) reference() cty.Value {
	if r.ref == cty.NilVal {
		r.ref = cty.UnknownVal(cty.String)
		marks := cty.NewValueMarks(graph.Ref{Address: r.address(), Attribute: "Ref"})
		if r.readable() {
			marks[single{}] = struct{}{}
		}
		r.ref = r.ref.WithMarks(marks)
	}
	return r.ref
}

// properties is the mapping of the properties; nil where there is none or a function makes it.
func (r *resource) properties() *node {
	if !r.looked {
		r.looked = true
		r.written = r.findProperties()
		p := r.frame.properties
		r.hidden = p != nil && p.kind != null && r.written == nil
		if r.written != nil {
			for _, p := range r.written.pairs {
				r.names |= trace(p.key.text)
				r.hidden = r.hidden || p.key.text == "Fn::Transform" || hasTag(p.key.text)
				r.looped = r.looped || strings.HasPrefix(p.key.text, forEach)
			}
		}
	}
	return r.written
}

// trace is the bit that a name leaves in a set of names: where it is missing, so is the name. Rules ask for much that is
// not written.
func trace(name string) uint64 {
	if name == "" {
		return 1
	}
	const spread, bits = 7, 64
	return 1 << ((len(name)*spread + int(name[0]) + int(name[len(name)-1])) % bits)
}

func (r *resource) findProperties() *node {
	p := r.frame.properties
	for range maxNesting {
		if p == nil || p.fn != fnIf || p.arg.kind != sequence || len(p.arg.items) != 3 {
			break
		}
		switch r.scope().test(p.arg.items[0]) {
		case graph.True:
			p = p.arg.items[1]
		case graph.False:
			p = p.arg.items[2]
		default:
			return nil
		}
	}
	if p == nil || p.kind != mapping || p.fn != noFunction {
		return nil
	}
	return p
}

// open tells whether there may be properties that are not seen: a function or a transform makes them.
func (r *resource) open() bool {
	r.properties()
	return r.hidden
}

// property is the entry of a property, or nil, and the loop that made it.
func (r *resource) property(name string) (*pair, *loop) {
	if at, ok := strings.CutPrefix(name, "@"); ok {
		return r.pair.value.find(at), r.loop
	}
	n := r.properties()
	if r.names&trace(name) != 0 {
		if p := n.find(name); p != nil {
			return p, r.loop
		}
	}
	if !r.looped {
		return nil, r.loop
	}
	var found *pair
	var by *loop
	r.stack.expand(n.pairs, r.loop, func(key string, p pair, l *loop) {
		if key == name {
			found, by = &p, l
		}
	})
	return found, by
}

// Attributes implements [graph.Source].
func (r *resource) Attributes() []string {
	n := r.properties()
	if n == nil {
		return nil
	}
	out := make([]string, 0, len(n.pairs))
	r.scope().entries(n.pairs, func(name string, p pair, _ *loop) {
		if !strings.HasPrefix(name, "Fn::") {
			out = append(out, name)
		}
	})
	slices.Sort(out)
	return slices.Compact(out)
}

// Attribute implements [graph.Source]. Besides the properties it gives what stands beside them: "@UpdatePolicy",
// "@CreationPolicy", "@DeletionPolicy", "@UpdateReplacePolicy", "@DependsOn" and "@Metadata".
func (r *resource) Attribute(name string) cty.Value { return r.attribute(name) }

func (r *resource) attribute(name string) cty.Value {
	v := r.asWritten(name)
	if r.rewritable() {
		return veiled(v)
	}
	return v
}

// asWritten is the value of an attribute, unless a macro puts something else in its place.
func (r *resource) asWritten(name string) cty.Value {
	p, by := r.property(name)
	if p == nil {
		if r.frame.transform != nil || r.stack.template.added || r.open() && !strings.HasPrefix(name, "@") {
			return cty.DynamicVal
		}
		return cty.NullVal(cty.DynamicPseudoType)
	}
	var want *schema.Type
	if !strings.HasPrefix(name, "@") {
		want, _ = r.schema.Property(name)
	}
	sc := r.scope()
	sc.loop = by
	if p.value.isText() {
		return sc.eval(p.value, want)
	}
	return r.stack.once(r.cell(name), p.key, func() cty.Value {
		v := sc.eval(p.value, want)
		if asOneText[r.kind+"."+name] {
			v = spread(v)
		}
		return v
	})
}

// Blocks implements [graph.BlockSource]: the items of a property's list one by one, where it is not decided which of them
// there are.
func (r *resource) Blocks(name string) (all []graph.NestedBlock, open bool) {
	p, by := r.property(name)
	if p == nil || r.rewritable() {
		return nil, true
	}
	if told, ok := r.told[name]; ok {
		return told, false
	}
	sc := r.scope()
	sc.loop = by
	n := sc.taken(p.value)
	if n == nil || n.kind != sequence || n.fn != noFunction {
		return nil, true
	}
	want, _ := r.schema.Property(name)
	all = sc.oneByOne(n, want)
	if r.told == nil {
		r.told = map[string][]graph.NestedBlock{}
	}
	r.told[name] = all
	return all, false
}

// asOneText are the lists that CloudFormation hands on as one text, with commas, so that an item may be several already:
// Amazon EC2 Auto Scaling API Reference, CreateAutoScalingGroup.
var asOneText = map[string]bool{"AWS::AutoScaling::AutoScalingGroup.VPCZoneIdentifier": true}

// spread puts the items of texts that were joined by commas in their places in a list, and takes the type from items of
// which nothing is known, not even that each is one thing: they may be lists.
func spread(v cty.Value) cty.Value {
	plain, marks := v.Unmark()
	if !plain.IsKnown() || !plain.Type().IsTupleType() {
		return v
	}
	var out []cty.Value
	for _, item := range plain.AsValueSlice() {
		text, of := item.Unmark()
		if text.IsKnown() || text.Type() != cty.String || item.HasMark(single{}) {
			out = append(out, item)
			continue
		}
		parts := partsOf(item)
		if len(parts) == 1 && parts[0].hole {
			out = append(out, cty.DynamicVal.WithMarks(of))
			continue
		}
		if list, _ := splitParts(parts, ",", of).Unmark(); list.Type().IsTupleType() {
			out = append(out, list.AsValueSlice()...)
		} else {
			out = append(out, item)
		}
	}
	return tuple(out).WithMarks(marks)
}

// rewritable tells whether a macro may put anything in the place of what is written: it is handed the template, or what
// stands beside it (CloudFormation User Guide, "Perform custom processing on CloudFormation templates with template
// macros").
func (r *resource) rewritable() bool {
	return r.stack.template.macro || rewrites(r.frame.transform) || rewrites(r.frame.properties.get("Fn::Transform"))
}

// removable tells whether a macro or another tool may take the resource away, or put it under a condition.
func (r *resource) removable() bool {
	return r.stack.template.macro || r.stack.template.unfilled || rewrites(r.frame.transform)
}

// rewrites tells whether what an Fn::Transform calls may change what stands beside it. AWS::Include only adds to it.
func rewrites(call *node) bool {
	if call == nil {
		return false
	}
	if call.kind == sequence {
		return slices.ContainsFunc(call.items, rewrites)
	}
	return call.get("Name").literal() != transformInclude
}

// veiled is what is known of a value that a macro may rewrite: only what it may mention.
func veiled(v cty.Value) cty.Value {
	marks := cty.ValueMarks{}
	for m := range cleanMarks(graph.DeepMarks(v)) {
		if ref, ok := m.(graph.Ref); ok {
			ref.Possible, ref.When = true, graph.Condition{}
			marks[ref] = struct{}{}
		}
	}
	return cty.DynamicVal.WithMarks(graph.Compress(marks))
}

// Ignored implements [graph.Source]: CloudFormation leaves no change alone.
func (r *resource) Ignored(string) graph.Tri { return graph.False }

// readable tells whether the resource is one of AWS's own, whose attributes are plain texts, and no stack or module
// that may hand out anything.
func (r *resource) readable() bool {
	return strings.HasPrefix(r.kind, "AWS::") && !r.isStack() && !r.isModule() && r.kind != "AWS::CloudFormation::CustomResource"
}

func (r *resource) isStack() bool {
	return r.kind == "AWS::CloudFormation::Stack" || r.kind == "AWS::Serverless::Application"
}

// isModule tells whether the type is a module of the CloudFormation registry.
func (r *resource) isModule() bool { return strings.HasSuffix(r.kind, "::MODULE") }
