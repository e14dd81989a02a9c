package plan

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// Attribute is an attribute with the references of the expression behind it, as far as the plan tells them. What nobody
// wrote is null where the provider will make it up, and carries [graph.Observed] where it is known.
// What stands beside the attributes ("@prevent_destroy") no plan tells.
func (in *Instance) Attribute(name string) cty.Value {
	if strings.HasPrefix(name, "@") {
		return cty.DynamicVal
	}
	in.open()
	v, ok := in.given[name]
	if !ok {
		v = in.attribute(name)
		in.given[name] = v
	}
	return v
}

func (in *Instance) attribute(name string) cty.Value {
	v := in.Planned(name)
	if v.IsNull() {
		return v
	}
	if in.config == nil {
		return in.plan.Identify(v)
	}
	expr, isWritten := in.config.Expressions[name]
	switch {
	case isWritten:
		a := assignment{in: in, left: maxParts}
		return a.of(v, expr)
	case in.Mode == graph.Data:
		return in.plan.Identify(v)
	case !v.IsKnown() && onlyWritten[name]:
		return v
	case !v.IsKnown():
		return cty.NullVal(cty.DynamicPseudoType)
	case in.created && holdsObject(v):
		return in.plan.Identify(v) // of dynamic blocks, or of blocks that the provider takes as an attribute
	}
	return in.plan.Identify(v).Mark(graph.Observed{})
}

// Fact is an attribute that nobody wrote, as the provider is known to give it: null where that is not known, or where
// it is one of blocks, of which the provider's own cannot be told from those that are written elsewhere. It carries
// [graph.Observed].
func (in *Instance) Fact(name string) cty.Value {
	v := in.Planned(name)
	switch {
	case v.IsNull() || in.Mode == graph.Managed && (!v.IsWhollyKnown() || holdsObject(v)):
		return cty.NullVal(cty.DynamicPseudoType)
	case in.Mode == graph.Data:
		return in.plan.Identify(v)
	}
	return in.plan.Identify(v).Mark(graph.Observed{})
}

// onlyWritten are blocks that the AWS provider computes for no resource: the configuration in a plan leaves dynamic blocks
// out, and where these are not known there is one. See the "Argument Reference" of aws_autoscaling_group (tag,
// mixed_instances_policy), aws_elastic_beanstalk_environment (setting) and aws_ecs_service (load_balancer).
var onlyWritten = map[string]bool{"tag": true, "mixed_instances_policy": true, "setting": true, "load_balancer": true}

// holdsObject tells whether a value is a list of blocks.
func holdsObject(v cty.Value) bool {
	if !v.Type().IsTupleType() || !v.IsKnown() || v.IsNull() {
		return false
	}
	for _, t := range v.Type().TupleElementTypes() {
		if t.IsObjectType() {
			return true
		}
	}
	return false
}

// names of things that AWS gives an id of its own: subnet-0a1b2c3d, sg-0123456789abcdef0.
var ownID = regexp.MustCompile(`^[a-z]{1,16}(-[a-z]{1,16})?-[0-9a-f]{8,40}$`)

func isIdentity(text string) bool {
	return len(text) < 2_048 && (strings.HasPrefix(text, "arn:") || ownID.MatchString(text))
}

// Identify adds a reference to each text that is the id or ARN of one other thing in the plan. The value must be
// without marks.
func (p *Plan) Identify(v cty.Value) cty.Value {
	switch t := v.Type(); {
	case v.IsNull() || !v.IsKnown():
	case t == cty.String:
		if in := p.owner(v.AsString()); in != nil {
			return v.Mark(source{in: in, attribute: identityName(v.AsString())}.ref(false))
		}
	case t.IsTupleType() && v.LengthInt() > 0:
		out := v.AsValueSlice()
		for i, e := range out {
			out[i] = p.Identify(e)
		}
		return cty.TupleVal(out)
	case t.IsObjectType() && len(t.AttributeTypes()) > 0:
		out := v.AsValueMap()
		for k, e := range out {
			out[k] = p.Identify(e)
		}
		return cty.ObjectVal(out)
	}
	return v
}

// identityName is the attribute that has an identity: "id" or "arn".
func identityName(text string) string {
	if strings.HasPrefix(text, "arn:") {
		return "arn"
	}
	return "id"
}

// owner gives the one thing in the plan that has an id or ARN. Some resources have the id of another that they are a
// part of: of those that share one, it is the one with an ARN that ends in it; and something that is managed rather
// than data that found the same.
func (p *Plan) owner(text string) *Instance {
	if !isIdentity(text) {
		return nil
	}
	if p.known == nil {
		p.known = map[string]*Instance{}
		ranks := map[string]int{}
		for _, in := range p.Instances {
			id, arn := in.text("id"), in.text("arn")
			rank := 1
			if in.Mode == graph.Managed {
				rank = 2
			}
			if id != "" && strings.HasSuffix(arn, id) {
				rank += 2
			}
			for _, name := range []string{id, arn} {
				if !isIdentity(name) {
					continue
				}
				switch held := p.known[name]; {
				case rank > ranks[name]:
					p.known[name], ranks[name] = in, rank
				case rank == ranks[name] && held != in && (in.Mode == graph.Managed || held == nil || held.Type != in.Type):
					p.known[name] = nil
				}
			}
		}
	}
	return p.known[text]
}

// text is an attribute that is a known string, else "".
func (in *Instance) text(name string) string {
	if v := in.Planned(name); v.IsKnown() && !v.IsNull() && v.Type() == cty.String {
		return v.AsString()
	}
	return ""
}

// maxParts is how many parts of one attribute are given references one by one.
const maxParts = 20_000

// An assignment gives the parts of an attribute the references of the expressions that they were made by.
type assignment struct {
	in   *Instance
	left int // parts that may yet be looked at
}

// of gives a value the references of its expression.
func (a *assignment) of(v cty.Value, expr any) cty.Value {
	if e, ok := expr.(map[string]any); ok {
		if !isExpression(e) {
			return a.block(v, e)
		}
		if !v.IsKnown() && a.in.Mode == graph.Managed && a.in.plan.isNull(expr, a.in.place(), 0) {
			return cty.NullVal(cty.DynamicPseudoType) // the provider makes up what it was not given
		}
		return a.made(v, a.in.plan.resolve(expr, a.in.place(), 0))
	}
	blocks, ok := expr.([]any)
	if !ok || !v.IsKnown() || !v.Type().IsTupleType() {
		return a.made(v, a.in.plan.resolve(expr, a.in.place(), 0))
	}
	values := v.AsValueSlice()
	pairs := pair(values, blocks)
	for i, e := range values {
		switch {
		case pairs != nil:
			b, _ := pairs[i].(map[string]any)
			values[i] = a.block(e, b)
		case e.Type().IsObjectType():
			values[i] = a.anyBlock(e, blocks)
		}
	}
	if len(values) == 0 {
		return v
	}
	return cty.TupleVal(values)
}

// block gives the parts of a block the references of their own expressions. What is not known and not written the
// provider makes up.
func (a *assignment) block(v cty.Value, e map[string]any) cty.Value {
	if !v.IsKnown() || v.IsNull() || !v.Type().IsObjectType() || a.spent() {
		return a.made(v, a.in.plan.resolve(e, a.in.place(), 0))
	}
	out := v.AsValueMap()
	for name, part := range out {
		expr, isWritten := e[name]
		switch {
		case isWritten:
			out[name] = a.of(part, expr)
		case !part.IsKnown():
			out[name] = cty.NullVal(cty.DynamicPseudoType)
		default:
			out[name] = a.in.plan.Identify(part)
		}
	}
	return cty.ObjectVal(out)
}

// anyBlock gives the parts of a block, of which it is not known which of several it is written as, what any of those
// refers to.
func (a *assignment) anyBlock(v cty.Value, blocks []any) cty.Value {
	if !v.IsKnown() || v.IsNull() || a.spent() {
		return v
	}
	out := v.AsValueMap()
	for name, part := range out {
		all, isWritten := &sources{}, false
		for _, b := range blocks {
			if e, ok := b.(map[string]any); ok {
				if expr, ok := e[name]; ok {
					isWritten = true
					all.addAll(a.in.plan.resolve(expr, a.in.place(), 0))
				}
			}
		}
		switch {
		case part.IsWhollyKnown():
			out[name] = a.in.plan.Identify(part)
		case isWritten:
			all.open = true // another block's
			out[name] = a.made(part, all)
		case !part.IsKnown():
			out[name] = cty.NullVal(cty.DynamicPseudoType)
		}
	}
	if len(out) == 0 {
		return v
	}
	return cty.ObjectVal(out)
}

func (a *assignment) spent() bool {
	a.left--
	return a.left < 0
}

// pair finds for each block of the plan how it is written, nil where that is not certain: the plan orders some blocks by
// their content, and has more of them where some are dynamic.
func pair(values []cty.Value, blocks []any) []any {
	const most = 64 // compared each with each
	n := len(values)
	switch {
	case n != len(blocks) || n > most:
		return nil
	case n == 1:
		return blocks
	}
	out := make([]any, n)
	used := make([]bool, n)
	for i, v := range values {
		found := -1
		for j, b := range blocks {
			if e, ok := b.(map[string]any); ok && couldBe(v, e) {
				if found >= 0 || used[j] {
					return nil
				}
				found = j
			}
		}
		if found < 0 {
			return nil
		}
		out[i], used[found] = blocks[found], true
	}
	return out
}

// couldBe tells whether a block of the plan could be one that is written so: its constants are the same.
func couldBe(v cty.Value, e map[string]any) bool {
	if !v.IsKnown() || v.IsNull() || !v.Type().IsObjectType() {
		return true
	}
	for name, x := range e {
		if !v.Type().HasAttribute(name) {
			continue
		}
		part := v.GetAttr(name)
		expr, ok := x.(map[string]any)
		if !ok || !part.IsKnown() || part.IsNull() || !part.Type().IsPrimitiveType() {
			continue
		}
		constant, ok := expr["constant_value"]
		if !ok || constant == nil {
			continue
		}
		if text(value(plainNumber(constant), nil, 2)) != text(part) {
			return false
		}
	}
	return true
}

// made gives a value the references of what it may have been made from.
func (a *assignment) made(v cty.Value, from *sources) cty.Value {
	p := a.in.plan
	if v.IsWhollyKnown() {
		return a.knownOf(v, from)
	}
	open := from.unknown()
	if !v.IsKnown() {
		_, certain := open.only()
		return v.WithMarks(open.marks(!certain))
	}
	if v.Type().IsTupleType() {
		if out, ok := a.each(v, open); ok {
			return out
		}
	}
	one, certain := open.only()
	certain = certain && one.attribute != ""
	return p.leaves(v, func(u cty.Value) cty.Value { return u.WithMarks(open.marks(!certain)) }, &a.left)
}

// each gives the elements of a list that are not known a source each, in order, where there are just as many.
func (a *assignment) each(v cty.Value, from *sources) (out cty.Value, ok bool) {
	values := v.AsValueSlice()
	unknown := 0
	for _, e := range values {
		if !e.IsKnown() {
			unknown++
		} else if !e.IsWhollyKnown() {
			return v, false
		}
	}
	var made []source
	for _, s := range from.all {
		if s.attribute != "" || !s.in.Planned("id").IsKnown() {
			made = append(made, s)
		}
	}
	if from.open || len(made) != unknown {
		return v, false
	}
	next := 0
	for i, e := range values {
		if e.IsKnown() {
			values[i] = a.in.plan.Identify(e)
			continue
		}
		values[i] = e.Mark(made[next].ref(false))
		next++
	}
	return cty.TupleVal(values), true
}

// knownOf gives a known value the reference to its only source, if that has the very value.
func (a *assignment) knownOf(v cty.Value, from *sources) cty.Value {
	if one, ok := from.only(); ok && one.attribute != "" && v.Type() == cty.String && !v.IsNull() && one.in.text(one.attribute) == v.AsString() {
		return v.Mark(one.ref(false))
	}
	return a.in.plan.Identify(v)
}

// leaves changes the parts of a value that are not known, and identifies the others.
func (p *Plan) leaves(v cty.Value, change func(cty.Value) cty.Value, left *int) cty.Value {
	if *left--; *left < 0 {
		return v
	}
	t := v.Type()
	switch {
	case !v.IsKnown():
		return change(v)
	case v.IsNull():
	case t.IsTupleType() && v.LengthInt() > 0:
		out := v.AsValueSlice()
		for i, e := range out {
			out[i] = p.leaves(e, change, left)
		}
		return cty.TupleVal(out)
	case t.IsObjectType() && len(t.AttributeTypes()) > 0:
		out := v.AsValueMap()
		for k, e := range out {
			out[k] = p.leaves(e, change, left)
		}
		return cty.ObjectVal(out)
	default:
		return p.Identify(v)
	}
	return v
}

// Output is what is known of an output of a module instance: nothing but what it is made from, and the value where that
// is one attribute.
func (p *Plan) Output(module, name string) cty.Value {
	from := p.output(module, name, 0)
	if one, ok := from.only(); ok && one.attribute != "" {
		return one.in.Planned(one.attribute).Mark(one.ref(false))
	}
	return cty.DynamicVal.WithMarks(from.marks(from.open))
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
