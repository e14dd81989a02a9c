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
	case "try":
		return s.try(e)
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
	v := s.apply(e, name, args, since)
	if s.m.u.trying > 0 && hangsOnValues[name] && slices.ContainsFunc(args, func(a cty.Value) bool { return !unmarked(a).IsKnown() }) &&
		len(only(graph.DeepMarks(args...), isRef)) == 0 {
		s.m.u.transients++
		return v.Mark(absent{}) // the configuration may have to try the next
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
	v, err := u.callLibrary(name, args...)
	if err != nil || !u.spend(itemsOf(v)/2, e.NameRange) {
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

// callEach gives what a function makes of each alternative of its arguments.
func (s scope) callEach(e *hclsyntax.FunctionCallExpr) []cty.Value {
	name := strings.TrimPrefix(e.Name, "core::")
	switch {
	case takes(e):
		return s.choices(e, name)
	case !shapers[name] || e.ExpandFinal:
		return []cty.Value{s.eval(e)}
	}
	since := s.m.u.transients
	rows := [][]cty.Value{nil} // one row of arguments for each combination of alternatives
	for _, a := range e.Args {
		all := s.alternatives(a)
		if len(rows)*len(all) > maxAlternatives {
			all = []cty.Value{s.m.u.choose(all)}
		}
		var next [][]cty.Value
		for _, row := range rows {
			for _, v := range all {
				next = append(next, append(row[:len(row):len(row)], v))
			}
		}
		rows = next
	}
	out := make([]cty.Value, len(rows))
	for i, row := range rows {
		out[i] = s.apply(e, name, row, since)
	}
	return out
}

// choices gives what lookup or element may take of each alternative of their collection.
func (s scope) choices(e *hclsyntax.FunctionCallExpr, name string) []cty.Value {
	u := s.m.u
	before := u.transients
	from := s.alternatives(e.Args[0])
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
		args[0] = coll
		since := u.transients
		for _, v := range s.taken(e, name, slices.Clone(args), before) {
			of++
			if !u.failed(since, v) {
				ok = append(ok, v)
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

// try gives the first argument that does not fail. One that fails because of a default, or reads what may not exist,
// may give way to the next or not.
func (s scope) try(e *hclsyntax.FunctionCallExpr) cty.Value {
	var alternatives []cty.Value
	for i, a := range e.Args {
		v, bad, undecided := s.attempt(a)
		if e.ExpandFinal && i == len(e.Args)-1 {
			if bad || undecided || !isSequence(v.Type()) || !v.IsKnown() {
				return s.m.u.fail(append(alternatives, v)...)
			}
			all := elements(unmarked(v))
			if len(all) == 0 {
				break
			}
			v = all[0].value.WithMarks(v.Marks()) // the first of values does not fail
		}
		switch {
		case bad && undecided:
			alternatives = append(alternatives, cty.DynamicVal)
		case undecided:
			alternatives = append(alternatives, strip(v, isTransient))
		case !bad:
			return s.m.u.choose(append(alternatives, v))
		}
	}
	if len(alternatives) > 0 {
		return s.m.u.choose(append(alternatives, cty.DynamicVal))
	}
	return s.m.u.fail()
}

// can tells whether its argument does not fail. As for Terraform, of what is not known in full that is not known.
func (s scope) can(e *hclsyntax.FunctionCallExpr) cty.Value {
	if len(e.Args) != 1 {
		return s.m.u.fail()
	}
	v, bad, undecided := s.attempt(e.Args[0])
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

// attempt evaluates an argument of try or can: whether it fails, and whether that is open.
func (s scope) attempt(a hclsyntax.Expression) (v cty.Value, bad, undecided bool) {
	u := s.m.u
	since := u.transients
	u.trying++
	v = s.eval(a)
	u.trying--
	bad = u.failed(since, v)
	if bad {
		return v, true, rests(v)
	}
	return v, false, has(v, isPossible) || u.transients != since && has(v, isAbsent) || vague(v)
}

// vague tells whether a value holds something that may be anything, such as an attribute of what is not known at all:
// there may be no such attribute. A value that is unknown as a whole stays so whatever comes after it.
func vague(v cty.Value) bool {
	plain, _ := v.Unmark()
	return !eachPart(plain, func(e cty.Value) bool {
		if e.Type() == cty.DynamicPseudoType && !e.IsKnown() {
			return e.IsMarked() // a reference leads to what there is
		}
		return !vague(e)
	})
}
