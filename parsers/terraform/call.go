package terraform

import (
	"errors"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform/functions"
)

// call evaluates a function call.
func (s scope) call(e *hclsyntax.FunctionCallExpr) cty.Value {
	name := strings.TrimPrefix(e.Name, "core::")
	switch name {
	case "can":
		return s.can(e)
	case "split":
		if v, ok := s.unjoined(e); ok {
			return v
		}
	}
	since := s.m.u.transients
	args, ok := s.arguments(e)
	if !ok {
		if last := unmarked(args[len(args)-1]); last.IsNull() || last.IsKnown() && !isSequence(last.Type()) {
			return s.m.u.fail(args...)
		}
		return cty.DynamicVal.WithMarks(traces(args...))
	}
	return s.tried(name, s.apply(e, name, args, since), args)
}

// tried is what a function made of arguments, which the configuration may have to try another for.
func (s scope) tried(name string, v cty.Value, args []cty.Value) cty.Value {
	if s.m.u.trying > 0 && hangsOnValues[name] && slices.ContainsFunc(args, func(a cty.Value) bool { return !unmarked(a).IsKnown() }) &&
		len(only(graph.DeepMarks(args...), isRef)) == 0 {
		s.m.u.transients++
		return v.Mark(absent{})
	}
	return v
}

// hangsOnValues are the functions that fail on some values of the right type, though what they make may show without
// the values being known.
var hangsOnValues = map[string]bool{"chunklist": true, "coalescelist": true, "one": true, "range": true, "slice": true, "zipmap": true}

// apply calls a function on evaluated arguments: where one of them fails, the call does. since is the number of
// transients before they were evaluated.
func (s scope) apply(e *hclsyntax.FunctionCallExpr, name string, args []cty.Value, since int) cty.Value {
	u := s.m.u
	if !u.weigh(e.NameRange, args...) {
		return u.fail()
	}
	if read := readers[name]; read != nil {
		return read(s, e, args)
	}
	if u.spent || !u.spend(functions.Work(name, args), e.NameRange) {
		return u.fail()
	}
	v, err := u.callLibrary(name, args...)
	if err != nil || !u.spend(itemsOf(v)/2+textMade(v, args)/textStep, e.NameRange) {
		return u.fail(args...)
	}
	if u.transients != since && !has(v, isFault) {
		for _, a := range args {
			if has(a, isFault) {
				return v.Mark(fault{})
			}
		}
	}
	return v
}

// textMade is about how many bytes of text a function has made: those of its value, or where that holds many, those of the
// texts that they were taken from.
func textMade(v cty.Value, args []cty.Value) int {
	if itemsOf(v) == 0 {
		return lengthOf(v)
	}
	n := 0
	for _, a := range args {
		n += lengthOf(a)
	}
	return n
}

// quantities are the functions that make of numbers a number, or take from a list by number: what rests on a size only
// still does so when they are done.
var quantities = map[string]bool{"abs": true, "ceil": true, "element": true, "floor": true, "max": true, "min": true, "range": true, "slice": true, "tonumber": true}

// callLibrary calls a function of the library.
func (u *unit) callLibrary(name string, args ...cty.Value) (cty.Value, error) {
	size := false
	if u.measured {
		args = slices.Clone(args)
		for i, a := range args {
			if plain, marks := a.Unmark(); quantities[name] && len(only(marks, isMeasured)) > 0 {
				size = true
				a = plain.WithMarks(without(marks, isMeasured))
			}
			args[i] = byDefault(a)
		}
	}
	v, known, err := functions.Call(name, args)
	if !known {
		return cty.DynamicVal, errors.New("there is no function called " + name)
	}
	if size {
		v = v.Mark(measured{})
	}
	if name == "length" && len(args) == 1 && v.IsMarked() && unmarked(args[0]).Type() != cty.String {
		if v = bySize(v); len(only(v.Marks(), isMeasured)) > 0 {
			u.measured = true
		}
	}
	if err == nil && !u.loose && v.IsMarked() {
		u.loose = len(only(v.Marks(), isUnsettled)) > 0
	}
	return v, err
}

// arguments evaluates the arguments of a call. ok is false where it is not known how many there are.
func (s scope) arguments(e *hclsyntax.FunctionCallExpr) (args []cty.Value, ok bool) {
	args = make([]cty.Value, 0, len(e.Args))
	for i, a := range e.Args {
		v := s.eval(a)
		if !e.ExpandFinal || i < len(e.Args)-1 {
			args = append(args, v)
			continue
		}
		plain, marks := v.Unmark()
		_, loose := unsettled(marks)
		if !plain.IsKnown() || plain.IsNull() || !isSequence(plain.Type()) || loose {
			return append(args, v), false
		}
		for _, x := range elements(plain) {
			args = append(args, x.value.WithMarks(marks))
		}
	}
	return args, true
}

// shapers are the functions that only put collections into another shape: of an undecided choice they are applied to
// each alternative.
var shapers = map[string]bool{"toset": true, "tolist": true, "tomap": true, "merge": true, "concat": true, "keys": true, "values": true, "flatten": true, "distinct": true, "compact": true}

// takes tells whether a call takes one element of a collection.
func takes(e *hclsyntax.FunctionCallExpr) bool {
	name := strings.TrimPrefix(e.Name, "core::")
	return (name == "lookup" || name == "element") && len(e.Args) >= 2 && !e.ExpandFinal
}

// callEach gives what a function makes of each alternative of its arguments; where it is to be called but once, of each
// that refers to something, since all others are as good when they are chosen between before.
func (s scope) callEach(e *hclsyntax.FunctionCallExpr, once bool) []cty.Value {
	name := strings.TrimPrefix(e.Name, "core::")
	once = once || !shapers[name]
	switch {
	case name == "try":
		return s.try(e)
	case takes(e):
		return s.choices(e, name)
	case !shapers[name] && !weighing[name] || e.ExpandFinal:
		return []cty.Value{s.eval(e)}
	}
	since := s.m.u.transients
	all := make([][]cty.Value, len(e.Args))
	several := false
	for i, a := range e.Args {
		if weighing[name] {
			all[i] = s.apart(a)
		} else {
			all[i] = s.left(s.alternatives(a))
		}
		if once && !refers(all[i]) {
			all[i] = []cty.Value{s.m.u.choose(all[i])}
		}
		several = several || len(all[i]) > 1
	}
	rows := s.rows(all)
	out := make([]cty.Value, 0, len(rows))
	for _, r := range rows {
		v := s.tried(name, s.apply(e, name, r.values, since), r.values)
		if several && !shapers[name] && s.m.u.failed(since, v) {
			continue // Terraform fails where these are the ones
		}
		out = append(out, v.WithMarks(r.when))
	}
	if several && !shapers[name] {
		return s.m.u.feasible(out, len(rows))
	}
	return out
}

// weighing are the functions whose outcome hangs on whether something is there, so that it is worth to be told for each
// alternative of their arguments.
var weighing = map[string]bool{"coalesce": true, "coalescelist": true, "compact": true, "concat": true, "flatten": true, "join": true, "one": true}

// weighs tells whether a call is evaluated for each alternative of its arguments.
func weighs(e *hclsyntax.FunctionCallExpr) bool {
	name := strings.TrimPrefix(e.Name, "core::")
	return name == "try" || weighing[name] && !e.ExpandFinal
}

// choices gives what lookup or element may take of each alternative of their collection.
func (s scope) choices(e *hclsyntax.FunctionCallExpr, name string) []cty.Value {
	u := s.m.u
	before := u.transients
	from := s.apart(e.Args[0])
	args := make([]cty.Value, len(e.Args))
	for i, a := range e.Args[1:] {
		args[i+1] = s.eval(a)
	}
	if len(from) == 1 {
		args[0] = from[0]
		return s.taken(e, name, args, before)
	}
	of := 0
	var ok []cty.Value
	for _, coll := range from {
		coll, when := split(coll)
		args[0] = coll
		since := u.transients
		taken := s.taken(e, name, slices.Clone(args), before)
		if len(taken) > 1 {
			when = nil
		}
		for _, v := range taken {
			of++
			if !u.failed(since, v) {
				ok = append(ok, v.WithMarks(when))
			}
		}
	}
	return u.feasible(ok, of)
}

// found is lookup's answer where that can be told without a look at all that the collection holds.
func (s scope) found(args []cty.Value) (v cty.Value, ok bool) {
	coll, marks := args[0].Unmark()
	key := args[1]
	if key.IsMarked() || !key.IsKnown() || key.IsNull() || key.Type() != cty.String || !coll.IsKnown() || coll.IsNull() {
		return cty.NilVal, false
	}
	t := coll.Type()
	switch {
	case !isMapping(t) || undecidedKey(coll, marks, key, nil):
		return cty.NilVal, false
	case t.IsObjectType() && t.HasAttribute(key.AsString()), t.IsMapType() && coll.HasIndex(key).True():
		return s.index(args[0], key), true
	case t.IsObjectType() && len(args) == 3 && len(marks) == 0:
		return args[2], true
	}
	return cty.NilVal, false
}

// taken gives the elements that lookup or element may take, of which there is one where the key decides it. since is as
// for apply.
func (s scope) taken(e *hclsyntax.FunctionCallExpr, name string, args []cty.Value, since int) []cty.Value {
	coll, marks := args[0].Unmark()
	_, km := args[1].Unmark()
	if _, byDefault := km[graph.Default{}]; !byDefault || hasFault(km) || !coll.IsKnown() || coll.IsNull() {
		if name == "lookup" {
			if v, ok := s.found(args); ok {
				return []cty.Value{v}
			}
		}
		return []cty.Value{s.apply(e, name, args, since)}
	}
	_, own := wholes(without(marks, isUnsettled))
	var out []cty.Value
	for _, el := range elements(coll) {
		out = append(out, el.value.WithMarks(own))
	}
	out = append(out, args[2:]...)
	if len(out) == 0 {
		return []cty.Value{s.m.u.fail(args...)}
	}
	return s.m.u.few(out)
}

// try gives the alternatives for the first argument that does not fail. One that fails because of a default, or reads what
// may not exist, may give way to the next or not. A list of arguments is made before any of them is tried.
func (s scope) try(e *hclsyntax.FunctionCallExpr) []cty.Value {
	u := s.m.u
	var out []cty.Value
	rest := graph.Always // where the arguments before have failed
	var final attempt
	if e.ExpandFinal {
		if final = s.joined(s.attempts(e.Args[len(e.Args)-1])); final.bad {
			return []cty.Value{u.fail(final.value)}
		}
	}
	for i, a := range e.Args {
		var all []attempt
		if !e.ExpandFinal || i < len(e.Args)-1 {
			all = s.attempts(a)
		} else {
			v := final.value
			if final.undecided || !isSequence(v.Type()) || !v.IsKnown() {
				return []cty.Value{u.fail(append(out, v)...)}
			}
			items := elements(unmarked(v))
			if len(items) == 0 {
				break
			}
			all = []attempt{{value: items[0].value.WithMarks(v.Marks())}} // the first of values does not fail
		}
		through := s.through(all)
		if through.Given(s.here()).Tri() == graph.True {
			return u.few(append(out, taking(all, rest)...))
		}
		out = append(out, taking(all, rest)...)
		rest = rest.And(through.Not())
	}
	if len(out) == 0 {
		return []cty.Value{u.fail()}
	}
	return u.few(append(out, cty.DynamicVal.Mark(under{&chance{when: rest}})))
}

// An attempt is an alternative of an argument of try or can: its value, whether it fails, and whether that is open.
type attempt struct {
	value          cty.Value
	bad, undecided bool
}

// attempts evaluates an argument of try or can.
func (s scope) attempts(a hclsyntax.Expression) []attempt {
	u := s.m.u
	since := u.transients
	u.trying++
	values := s.apart(a)
	if !refers(values) {
		values = []cty.Value{s.choose(values)}
	}
	u.trying--
	out := make([]attempt, len(values))
	for i, v := range values {
		out[i].value = v
		if u.failed(since, v) {
			out[i].bad, out[i].undecided = true, rests(v)
			continue
		}
		out[i].undecided = has(v, isPossible) || u.transients != since && has(v, isAbsent) || vague(v)
	}
	return out
}

// joined is the choice between the alternatives of an argument.
func (s scope) joined(all []attempt) attempt {
	if len(all) == 1 {
		return all[0]
	}
	out := attempt{bad: true}
	values := make([]cty.Value, len(all))
	for i, a := range all {
		values[i] = a.value
		out.bad, out.undecided = out.bad && a.bad, out.undecided || a.undecided || a.bad != all[0].bad
	}
	out.value = s.choose(values)
	return out
}

// through is where an argument of try does not fail.
func (s scope) through(all []attempt) graph.Condition {
	if !slices.ContainsFunc(all, func(a attempt) bool { return a.bad || a.undecided }) {
		return graph.Always
	}
	out := graph.Never
	for _, a := range all {
		if !a.bad || a.undecided {
			out = out.Or(a.when(len(all) > 1))
		}
	}
	return out
}

// when is where the alternative is taken and does not fail. Where there are several, each tells when it is taken, or
// nobody knows.
func (a attempt) when(several bool) (when graph.Condition) {
	if a.bad || has(a.value, isPossible) || vague(a.value) {
		return when
	}
	_, taken := split(a.value)
	if when = met(taken); !several {
		when = graph.Always
	}
	for m := range graph.DeepMarks(a.value) {
		if m, ok := m.(absent); ok {
			when = when.And(m.condition())
		}
	}
	return when
}

// taking are those alternatives of an argument of try that do not fail, where the arguments before it have failed.
func taking(all []attempt, rest graph.Condition) []cty.Value {
	var out []cty.Value
	for _, a := range all {
		switch {
		case a.bad && !a.undecided:
			continue
		case a.bad:
			out = append(out, cty.DynamicVal)
			continue
		}
		v, _ := split(a.value)
		if a.undecided {
			v = strip(v, isTransient)
		}
		out = append(out, v.Mark(under{&chance{compute: func() graph.Condition { return rest.And(a.when(len(all) > 1)) }}}))
	}
	return out
}

// can tells whether its argument does not fail. As for Terraform, of what is not known in full that is not known.
func (s scope) can(e *hclsyntax.FunctionCallExpr) cty.Value {
	if len(e.Args) != 1 {
		return s.m.u.fail()
	}
	a := s.joined(s.attempts(e.Args[0]))
	v, bad, undecided := a.value, a.bad, a.undecided
	switch {
	case undecided || !bad && rests(v):
		return cty.UnknownVal(cty.Bool)
	case bad:
		return cty.False
	case !s.m.u.weigh(e.NameRange, v):
		return s.m.u.fail()
	case !v.IsWhollyKnown():
		return cty.UnknownVal(cty.Bool)
	}
	return cty.True
}

// vague tells whether a value holds something that may be anything, such as an attribute of what is not known at all:
// there may be no such attribute. A value that is unknown as a whole stays so whatever comes after it.
func vague(v cty.Value) bool {
	plain, _ := v.Unmark()
	return !graph.EachPart(plain, func(e cty.Value) bool {
		if e.Type() == cty.DynamicPseudoType && !e.IsKnown() {
			return e.IsMarked() // a reference leads to what there is
		}
		return !vague(e)
	})
}
