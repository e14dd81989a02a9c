package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform/functions"
)

// fault marks what is left of an expression that failed: try goes on to its next argument. It never leaves the
// evaluator.
type fault struct{}

// Transient keeps faults out of choices.
func (fault) Transient() {}

// absent marks what was read from an instance that may not exist: try may have to go on. It tells when the instance does;
// without a chance nobody knows. It never leaves the evaluator.
type absent struct{ *chance }

// Transient keeps the mark out of choices.
func (absent) Transient() {}

// has tells whether the value, or something it holds, carries a mark of which is says so.
func has(v cty.Value, is func(mark any) bool) bool {
	return carries(v, is) || !graph.EachPart(v, func(e cty.Value) bool { return !has(e, is) })
}

// carries tells whether the value as a whole carries a mark of which is says so. Other than cty's Marks it copies none.
func carries(v cty.Value, is func(mark any) bool) bool {
	for m := range cty.ValueMarksOfType[any](v) {
		if is(m) {
			return true
		}
	}
	return false
}

func isFault(m any) bool  { _, ok := m.(fault); return ok }
func isAbsent(m any) bool { _, ok := m.(absent); return ok }

// measured marks what rests on the default of a root variable only through how many elements something has. How many
// there are is decided, so it may choose an element; a test of it is as undecided as that of any default. It never
// leaves the evaluator: what a resource is given carries graph.Default instead.
type measured struct{}

func isMeasured(m any) bool { return m == measured{} }

// rests tells whether the value, or something it holds, rests on the default of a root variable.
func rests(v cty.Value) bool {
	return has(v, func(m any) bool { return m == graph.Default{} || m == measured{} })
}

// bySize takes it that a value rests on defaults through its quantity only.
func bySize(v cty.Value) cty.Value {
	u, marks := v.Unmark()
	if _, ok := marks[graph.Default{}]; !ok {
		return v
	}
	return u.WithMarks(without(marks, func(m any) bool { return m == graph.Default{} })).Mark(measured{})
}

// byDefault takes it that a value, and all it holds, rests on defaults in whatever way.
func byDefault(v cty.Value) cty.Value {
	if !has(v, isMeasured) {
		return v
	}
	u, marks := v.Unmark()
	if u.IsKnown() && !u.IsNull() && u.ContainsMarked() {
		u = mapElements(u, byDefault)
	}
	if _, ok := marks[measured{}]; ok {
		marks = without(marks, isMeasured)
		marks[graph.Default{}] = struct{}{}
	}
	return u.WithMarks(marks)
}

func isPossible(m any) bool {
	r, ok := m.(graph.Ref)
	return ok && r.Possible
}

// wholes tells references to whole resources from all other marks.
func wholes(marks cty.ValueMarks) (refs []graph.Ref, rest cty.ValueMarks) {
	for m := range marks {
		if r, ok := m.(graph.Ref); ok && r.Attribute == "" {
			refs = append(refs, r)
		}
	}
	if len(refs) == 0 {
		return nil, marks
	}
	rest = make(cty.ValueMarks, len(marks))
	for m := range marks {
		if r, ok := m.(graph.Ref); !ok || r.Attribute != "" {
			rest[m] = struct{}{}
		}
	}
	return refs, rest
}

// attributeOf is an attribute that nobody wrote, of a resource or of any of several.
func attributeOf(refs []graph.Ref, name string) cty.Value {
	marks := make(cty.ValueMarks, len(refs))
	for _, r := range refs {
		r.Attribute = name
		marks[r] = struct{}{}
	}
	if len(refs) == 0 {
		return cty.DynamicVal.WithMarks(marks)
	}
	return computed(refs[0].Address, name).WithMarks(graph.Compress(marks))
}

// computed is what is known of an attribute that the provider gives a resource.
func computed(address, name string) cty.Value {
	if name == "id" && isSecurityGroup(address) {
		return cty.UnknownVal(cty.String).Refine().NotNull().StringPrefixFull("sg-").NewValue()
	}
	if name == "id" || name == "arn" {
		return cty.UnknownVal(cty.String).RefineNotNull()
	}
	if isListing(address, name) {
		return cty.UnknownVal(cty.List(cty.String)).RefineNotNull()
	}
	return cty.DynamicVal
}

// isSecurityGroup tells whether an address is that of a security group of EC2. Its ID begins with "sg-" (Amazon EC2 User
// Guide, "Resource IDs"), and so is not the word that modules take for one: `id == "self" ? … : id`.
func isSecurityGroup(address string) bool {
	const kind = "security_group."
	i := strings.LastIndex(address, kind)
	if i < 0 {
		return false
	}
	before, name := address[:i], address[i+len(kind):]
	if path, ok := strings.CutSuffix(before, "aws_default_"); ok {
		before = path
	} else if before, ok = strings.CutSuffix(before, "aws_"); !ok {
		return false
	}
	if before != "" && (!strings.HasSuffix(before, ".") || before == "module." || strings.HasSuffix(before, ".module.")) {
		return false
	}
	name, _, _ = strings.Cut(name, "[")
	return hclsyntax.ValidIdentifier(name)
}

// quantity keeps of a collection's marks those that tell of how many elements there are, not of which.
func quantity(marks cty.ValueMarks) cty.ValueMarks {
	return only(marks, func(m any) bool {
		switch m.(type) {
		case graph.Default, measured, fault, absent, functions.Unsettled:
			return true
		}
		return false
	})
}

// only keeps the marks of which keep says so.
func only(marks cty.ValueMarks, keep func(mark any) bool) cty.ValueMarks {
	out := cty.ValueMarks{}
	for m := range marks {
		if keep(m) {
			out[m] = struct{}{}
		}
	}
	return out
}

// without drops the marks of which drop says so.
func without(marks cty.ValueMarks, drop func(mark any) bool) cty.ValueMarks {
	for m := range marks {
		if drop(m) {
			return only(marks, func(m any) bool { return !drop(m) })
		}
	}
	return marks
}

// unsettled gives how many elements of a list are certain, where not all are or their order is not.
func unsettled(marks cty.ValueMarks) (least int, ok bool) {
	for m := range marks {
		if n, is := m.(functions.Unsettled); is {
			if !ok || n.Least < least {
				least = n.Least
			}
			ok = true
		}
	}
	return least, ok
}

// isUnsettled tells the marks that say what kind of list a list is: one that is unsettled, or a set.
func isUnsettled(m any) bool {
	switch m.(type) {
	case functions.Unsettled, functions.Set:
		return true
	}
	return false
}

func isSet(m any) bool { return m == functions.Set{} }

// possible makes the references among the marks possible ones.
func possible(marks cty.ValueMarks) cty.ValueMarks {
	out := make(cty.ValueMarks, len(marks))
	for m := range marks {
		if r, ok := m.(graph.Ref); ok {
			r.Possible, r.When = true, graph.Condition{}
			m = r
		}
		out[m] = struct{}{}
	}
	return graph.Compress(out)
}

// traces are the marks that values leave on what is made of them and is none of them: neither their texts nor what
// kind of lists they were.
func traces(values ...cty.Value) cty.ValueMarks {
	return graph.Compress(without(graph.WithoutPartial(graph.DeepMarks(values...)), isUnsettled))
}

// perhaps is the traces that values leave where they may be there or not.
func perhaps(values ...cty.Value) cty.ValueMarks {
	return without(possible(traces(values...)), isTransient)
}

func isTransient(m any) bool { _, ok := m.(graph.Transient); return ok }

// inner tells the marks that stay inside the evaluator.
func inner(m any) bool { return isTransient(m) || isUnsettled(m) || isUnder(m) }

// strip takes the marks that drop names from the value and all that it holds.
func strip(v cty.Value, drop func(mark any) bool) cty.Value {
	if !has(v, drop) {
		return v
	}
	u, marks := v.Unmark()
	if u.IsKnown() && !u.IsNull() && u.ContainsMarked() {
		u = mapElements(u, func(e cty.Value) cty.Value { return strip(e, drop) })
	}
	return u.WithMarks(without(marks, drop))
}

// mapElements rebuilds an unmarked collection of changed elements, whose types must stay.
func mapElements(v cty.Value, change func(cty.Value) cty.Value) cty.Value {
	all := elements(v)
	if len(all) == 0 {
		return v
	}
	switch t := v.Type(); {
	case isMapping(t):
		out := make(map[string]cty.Value, len(all))
		for _, e := range all {
			out[e.key.AsString()] = change(e.value)
		}
		if t.IsMapType() {
			return cty.MapVal(out)
		}
		return cty.ObjectVal(out)
	case isSequence(t):
		out := make([]cty.Value, len(all))
		for i, e := range all {
			out[i] = change(e.value)
		}
		if t.IsListType() {
			return cty.ListVal(out)
		}
		return cty.TupleVal(out)
	}
	return v
}

// symbolsOf are the symbols that the value and all it holds carry.
func symbolsOf(v cty.Value) map[graph.Symbol]bool {
	if !v.ContainsMarked() {
		return nil
	}
	var out map[graph.Symbol]bool
	for m := range graph.DeepMarks(v) {
		if s, ok := m.(graph.Symbol); ok {
			if out == nil {
				out = map[graph.Symbol]bool{}
			}
			out[s] = true
		}
	}
	return out
}
