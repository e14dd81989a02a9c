package terraform

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// metaArguments are for Terraform itself; the provider never sees them.
var metaArguments = map[string]bool{"count": true, "for_each": true, "provider": true, "depends_on": true, "lifecycle": true, "connection": true, "provisioner": true}

// callArguments are those of a module call that its module never sees.
var callArguments = map[string]bool{"count": true, "for_each": true, "source": true, "version": true, "providers": true, "depends_on": true}

// written evaluates an attribute, or the nested blocks of one name, as the provider is given it. It is null where
// nothing is written.
func (m *module) written(in *instance, name string) cty.Value {
	a := in.block.Body.Attributes[name]
	at := in.block.TypeRange
	switch {
	case a != nil:
		if l, ok := a.Expr.(*hclsyntax.LiteralValueExpr); ok {
			return l.Val
		}
		at = a.NameRange
	case !hasBlocks(in.block.Body, name):
		if m.d.summary && in.block.Type == "resource" {
			return cty.DynamicVal
		}
		return m.d.unwritten(in.block.Body)
	}
	if c := in.cells[name]; c.known() {
		return c.alternatives[0]
	}
	return m.u.choose(m.u.once(in.memo(), name, at, func() string { return in.address + "." + name }, func() []cty.Value {
		s := scope{m: m, inst: in}
		if a != nil {
			v := m.u.settled(s.spliced(a.Expr))
			if plain := unmarked(v); plain.Type() == cty.Bool && !plain.IsKnown() {
				if yes, decided := s.inside(a.Expr); decided {
					v = cty.BoolVal(yes)
				}
			}
			return []cty.Value{v}
		}
		return []cty.Value{s.blocks(in.block.Body, name)}
	}))
}

// unwritten is what a body that does not say so gives for an attribute: nothing, unless the body could not be read in
// full.
func (d *dir) unwritten(body *hclsyntax.Body) cty.Value {
	if d.damaged[body] {
		return cty.DynamicVal
	}
	return cty.NullVal(cty.DynamicPseudoType)
}

// writes tells whether a body says something of an attribute or has blocks of that name.
func writes(body *hclsyntax.Body, name string) bool {
	return body.Attributes[name] != nil || hasBlocks(body, name)
}

// spliced evaluates an attribute of a resource. In a list, "${…}" around a list was Terraform 0.11's way to write the
// list itself, and is still found; to no provider's attribute is it a list in a list.
func (s scope) spliced(e hclsyntax.Expression) cty.Value {
	v := s.eval(e)
	if !strings.HasPrefix(s.inst.block.Labels[0], "aws_") || !wrapsList(e, v) {
		return v
	}
	return s.m.u.flat(v)
}

// flat is a list without the lists in it, whose items stand in their places.
func (u *unit) flat(v cty.Value) cty.Value {
	if flat, err := u.callLibrary("flatten", v); err == nil {
		return flat
	}
	return v
}

// wrapsList tells whether an expression writes a list with an item "${…}" that is a list; v is its value.
func wrapsList(e hclsyntax.Expression, v cty.Value) bool {
	list, ok := e.(*hclsyntax.TupleConsExpr)
	if !ok {
		return false
	}
	values := elements(unmarked(v))
	for i, e := range list.Exprs {
		if _, wrapped := e.(*hclsyntax.TemplateWrapExpr); wrapped && i < len(values) && isSequence(unmarked(values[i].value).Type()) {
			return true
		}
	}
	return false
}

// refSteps is what a reference takes from the budget: it is held as long as the graph is, and so is the edge that it becomes.
// Thousands of instances that each refer to thousands make millions.
const refSteps = 4

// attribute is an attribute as others see it: what is written, or else what the provider gives; and a reference.
func (m *module) attribute(in *instance, name string) cty.Value {
	m.u.steps += refSteps
	ref := graph.Ref{Address: in.address, Attribute: name}
	if same, at, of, ok := m.same(in); ok {
		if of != nil {
			return at.attribute(of, name)
		}
		same.Attribute = name
		return computed(same.Address, name).Mark(same)
	}
	if v, ok := m.answer(in, name); ok {
		return m.laid(in, name, v)
	}
	if v, ok := m.soughtZone(in); ok && name == "availability_zone" {
		return v.Mark(ref)
	}
	v := m.written(in, name)
	if other := idOf[in.block.Labels[0]]; name == "id" && in.block.Type == "resource" && writes(in.block.Body, other) {
		v = m.written(in, other)
	} else if !writes(in.block.Body, name) {
		v = computed(in.address, name)
	}
	if v.IsNull() {
		v = computed(in.address, name)
	}
	return m.laid(in, name, v).Mark(ref)
}

// idOf are the arguments that the IDs of resources are, where those have none of their own: what is said of a bucket has
// the name of the bucket for its ID, by which it is imported (provider documentation of each, section "Import").
var idOf = map[string]string{"aws_s3_bucket_policy": "bucket", "aws_s3_bucket_public_access_block": "bucket"}

// object is a resource as a whole: what is written, its id and arn. Other attributes can be asked of it by the
// reference that it carries.
func (m *module) object(in *instance) cty.Value {
	const whole = "" // no attribute is called so
	return m.u.once(in.memo(), whole, in.block.DefRange(), func() string { return in.address }, func() []cty.Value {
		if same, at, of, ok := m.same(in); ok && of != nil {
			return []cty.Value{at.object(of)}
		} else if ok {
			same.Attribute = whole
			return []cty.Value{cty.DynamicVal.Mark(same)}
		}
		values := map[string]cty.Value{}
		for _, name := range writtenNames(in.block.Body, metaArguments) {
			values[name] = m.attribute(in, name)
		}
		if in.block.Type == "data" {
			for _, name := range answered[in.block.Labels[0]] {
				values[name] = m.attribute(in, name)
			}
		}
		for _, name := range append(m.plannedNames(in), "id", "arn") {
			if _, ok := values[name]; !ok {
				values[name] = m.attribute(in, name)
			}
		}
		return []cty.Value{cty.ObjectVal(values).Mark(graph.Ref{Address: in.address})}
	})[0]
}

// writtenNames are the names of the attributes and nested blocks of a body, but for those to leave out, sorted.
func writtenNames(body *hclsyntax.Body, leaveOut map[string]bool) []string {
	var names []string
	for n := range body.Attributes {
		if !leaveOut[n] {
			names = append(names, n)
		}
	}
	seen := map[string]bool{}
	for _, b := range body.Blocks {
		if n := blockName(b); !leaveOut[n] && !seen[n] && body.Attributes[n] == nil {
			seen[n] = true
			names = append(names, n)
		}
	}
	slices.Sort(names) // whatever is evaluated is evaluated in the same order every time
	return names
}

func hasBlocks(body *hclsyntax.Body, name string) bool {
	for _, b := range body.Blocks {
		if blockName(b) == name {
			return true
		}
	}
	return false
}

// A nested is one nested block that is written or made by a dynamic one, with the scope that its content stands in.
type nested struct {
	s      scope
	block  *hclsyntax.Block // as written: the dynamic block itself
	body   *hclsyntax.Body
	exists graph.Tri
}

// nested lists the nested blocks of a name, in order. open tells that there may be others.
func (s scope) nested(body *hclsyntax.Body, name string) (out []nested, open bool) {
	for _, b := range body.Blocks {
		switch {
		case b.Type == name:
			out = append(out, nested{s, b, b.Body, graph.True})
		case b.Type == "dynamic" && len(b.Labels) == 1 && b.Labels[0] == name:
			made, more := s.dynamic(b)
			out = append(out, made...)
			open = open || more
		}
	}
	return out, open
}

// dynamic lists the blocks that a dynamic block makes.
func (s scope) dynamic(b *hclsyntax.Block) (out []nested, open bool) {
	over, content := b.Body.Attributes["for_each"], madeOf(b)
	if over == nil || content == nil {
		return nil, true
	}
	iterator := iteratorOf(b)
	x := s.repeated(over.Expr, true)
	if len(x.instances) > maxInstances || !s.m.u.spend(instanceSteps*len(x.instances), b.DefRange()) {
		return nil, true
	}
	for _, in := range x.instances {
		c := s.bind(iterator, cty.ObjectVal(map[string]cty.Value{"key": in.key, "value": in.value}))
		if c.vars != s.vars {
			c.vars.from = &origin{s, over.Expr, in.key}
		}
		out = append(out, nested{c, b, content, in.exists})
	}
	return out, x.open
}

// madeOf is what the blocks of a dynamic block are made of, nil where nothing is written.
func madeOf(b *hclsyntax.Block) (content *hclsyntax.Body) {
	for _, c := range b.Body.Blocks {
		if c.Type == "content" {
			content = c.Body
		}
	}
	return content
}

// iteratorOf is the name that a dynamic block's content has for what it is made of.
func iteratorOf(b *hclsyntax.Block) string {
	if a := b.Body.Attributes["iterator"]; a != nil {
		if name := hcl.ExprAsKeyword(a.Expr); name != "" {
			return name
		}
		if name := constant(a.Expr); name != "" {
			return name
		}
	}
	return b.Labels[0]
}

// blocks is the tuple of the nested blocks of a name; where their number is not decided, an unknown list with all
// that they refer to.
func (s scope) blocks(body *hclsyntax.Body, name string) cty.Value {
	all, open := s.nested(body, name)
	open = open || s.m.d.damaged[body]
	values := make([]cty.Value, len(all))
	marks := cty.ValueMarks{}
	low, high := 0, len(all)
	if open {
		high = -1
	}
	for i, n := range all {
		values[i] = n.s.content(n.body)
		if n.exists == graph.True {
			low++
			continue
		}
		open = true
	}
	if !open {
		return cty.TupleVal(values)
	}
	if !s.m.u.weigh(hcl.Range{}, values...) {
		return s.m.u.fail()
	}
	for i, n := range all {
		of := perhaps(values[i])
		if n.exists == graph.True {
			of = traces(values[i])
		}
		for m := range of {
			marks[m] = struct{}{}
		}
	}
	return unknownList(low, high).WithMarks(graph.Compress(marks))
}

// content is a nested block as an object.
func (s scope) content(body *hclsyntax.Body) cty.Value {
	u := s.m.u
	if u.depth++; u.depth > maxDepth {
		u.depth--
		return u.fail()
	}
	names := writtenNames(body, nil)
	values := make(map[string]cty.Value, len(names))
	for _, name := range names {
		if a := body.Attributes[name]; a != nil {
			values[name] = u.settled(s.eval(a.Expr))
		} else {
			values[name] = s.blocks(body, name)
		}
	}
	u.depth--
	out := cty.ObjectVal(values)
	if s.m.d.damaged[body] {
		if !u.weigh(body.SrcRange, out) {
			return u.fail()
		}
		return cty.DynamicVal.WithMarks(traces(out))
	}
	return out
}
