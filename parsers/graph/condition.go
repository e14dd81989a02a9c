package graph

import (
	"slices"
	"strings"
)

// A Choice is something that deploying decides and that takes one value then: a parameter, a variable, the outcome of an
// expression that nobody can judge before. Choices of one name are the same choice, and must have the same Values.
// Choices of different names are taken to be free of each other: where they are not, less is concluded than could be.
type Choice struct {
	Name   string
	Values []string // all that it may take; nil where there is no such bound, as if there were more than maxValues of them
}

// yes is the value of a choice whose outcome is met or not.
const yes = "true"

// Met is the condition that a choice with the outcomes met and not met is met.
func Met(name string) Condition { return Choice{Name: name}.Is(yes) }

// A Condition tells for which outcomes of some choices a thing is there. From two of them it follows whether one thing
// is there wherever the other is, and whether they are ever there together.
//
// The zero value is a condition of which nothing is known; so is what comes of connecting others where that takes more
// than maxDecisions, so that no connection of any conditions costs more than a constant. A Condition is a value and does
// not change. Two that == are the same, two that do not may be.
type Condition struct{ root *decision }

// The conditions that are met in every case and in none.
var (
	Always = Condition{&always}
	Never  = Condition{&never}
)

// A decision looks at one choice and goes on with another decision by its value: a condition is an ordered, reduced
// decision diagram, so that no two different roots, but for sharing, mean the same, and only Always means always.
type decision struct {
	choice string
	closed bool      // the cases are all there are, and other is nil
	cases  []outcome // by value; where they are open only those that differ from other
	other  *decision
	size   int // decisions in it, each counted once for every decision that leads to it
}

// outcome is where a decision goes on with a value.
type outcome struct {
	value string
	then  *decision
}

var always, never decision

const (
	maxDecisions = 64   // of one condition
	maxVisits    = 2048 // of pairs of decisions while two conditions are connected
	maxValues    = 32   // of a choice that are told apart as all there are
)

// Is is the condition that a choice has one of some values.
func (c Choice) Is(values ...string) Condition {
	if len(c.Values) == 0 || len(c.Values) > maxValues {
		cases := make([]outcome, 0, len(values))
		for _, v := range values {
			cases = append(cases, outcome{v, &always})
		}
		return Condition{open(c.Name, cases, &never)}
	}
	cases := make([]outcome, 0, len(c.Values))
	for _, v := range c.Values {
		then := &never
		if slices.Contains(values, v) {
			then = &always
		}
		cases = append(cases, outcome{v, then})
	}
	return Condition{closed(c.Name, cases)}
}

// Known tells whether anything is known of the condition.
func (c Condition) Known() bool { return c.root != nil }

// Tri is True for what is always met, False for what never is, else Unknown.
func (c Condition) Tri() Tri {
	switch c.root {
	case &always:
		return True
	case &never:
		return False
	}
	return Unknown
}

// Not is met where the condition is not.
func (c Condition) Not() Condition {
	if c.root == nil {
		return c
	}
	w := connection{memo: map[[2]*decision]*decision{}}
	return Condition{w.not(c.root)}
}

// And is met where both are.
func (c Condition) And(d Condition) Condition {
	switch {
	case c.root == &never || d.root == &never:
		return Never
	case c.root == nil || d.root == nil:
		return Condition{}
	case c.root == &always || c.root == d.root:
		return d
	case d.root == &always:
		return c
	}
	return connect(c, d, conjunction)
}

// Or is met where one or both are.
func (c Condition) Or(d Condition) Condition {
	switch {
	case c.root == &always || d.root == &always:
		return Always
	case c.root == nil || d.root == nil:
		return Condition{}
	case c.root == &never || c.root == d.root:
		return d
	case d.root == &never:
		return c
	}
	return connect(c, d, disjunction)
}

// Given is what is left of the condition for cases in which d is met: Always where it is met whenever d is, Never where
// it is met together with d in no case. What holds between conditions where d is met holds between what is left of them,
// too: they may be connected. Given Never it is not known.
func (c Condition) Given(d Condition) Condition {
	switch {
	case c.root == &always || c.root == &never:
		return c
	case d.root == nil || d.root == &always:
		return c // as far as anybody knows
	case c.root == nil || d.root == &never:
		return Condition{}
	case c.root == d.root:
		return Always
	}
	return connect(c, d, restriction)
}

// operation is how two conditions are connected.
type operation uint8

const (
	conjunction operation = iota
	disjunction
	restriction // see Given
)

func connect(c, d Condition, op operation) Condition {
	w := connection{op: op, memo: map[[2]*decision]*decision{}}
	return Condition{w.connect(c.root, d.root)}
}

// connection is the work of connecting two conditions.
type connection struct {
	op     operation
	memo   map[[2]*decision]*decision
	visits int
}

// settled is the outcome where one side is enough to tell; nil elsewhere.
func (w *connection) settled(a, b *decision) *decision {
	switch w.op {
	case conjunction:
		switch {
		case a == &never || b == &never:
			return &never
		case a == &always || a == b:
			return b
		case b == &always:
			return a
		}
	case disjunction:
		switch {
		case a == &always || b == &always:
			return &always
		case a == &never || a == b:
			return b
		case b == &never:
			return a
		}
	case restriction: // b is never &never here
		switch {
		case a == &always || a == &never || b == &always:
			return a
		case a == b:
			return &always
		}
	}
	return nil
}

// connect gives nil where it takes too much.
func (w *connection) connect(a, b *decision) *decision {
	if out := w.settled(a, b); out != nil {
		return out
	}
	key := [2]*decision{a, b}
	if out, seen := w.memo[key]; seen {
		return out
	}
	if w.visits++; w.visits > maxVisits {
		return nil
	}
	out := w.decide(a, b)
	w.memo[key] = out
	return out
}

// decide looks at the first choice of two decisions, of which at least one looks at anything.
func (w *connection) decide(a, b *decision) *decision {
	top := a
	if a.isEnd() || !b.isEnd() && b.choice < a.choice {
		top = b
	}
	x, y := a.at(top), b.at(top)
	branch := w.connect
	if w.op == restriction {
		// A value with which b is not met is sent to one with which it is, the same for whatever a: so the restrictions of
		// several conditions speak of the same cases.
		kept, keptOther, ok := y.firstMet()
		branch = func(of, by *decision) *decision {
			if by != &never {
				return w.connect(of, by)
			}
			if !ok {
				return nil
			}
			if keptOther {
				return w.connect(x.other, y.other)
			}
			return w.connect(x.on(kept), y.on(kept))
		}
	}
	cases := make([]outcome, 0, max(len(x.cases), len(y.cases)))
	add := func(value string) bool {
		then := branch(x.on(value), y.on(value))
		cases = append(cases, outcome{value, then})
		return then != nil
	}
	for i, j := 0, 0; i < len(x.cases) || j < len(y.cases); {
		var value string
		switch {
		case j == len(y.cases) || i < len(x.cases) && x.cases[i].value < y.cases[j].value:
			value = x.cases[i].value
			i++
		case i == len(x.cases) || y.cases[j].value < x.cases[i].value:
			value = y.cases[j].value
			j++
		default:
			value = x.cases[i].value
			i, j = i+1, j+1
		}
		if !add(value) {
			return nil
		}
	}
	if top.closed {
		return closed(top.choice, cases)
	}
	other := branch(x.other, y.other)
	if other == nil {
		return nil
	}
	return open(top.choice, cases, other)
}

func (w *connection) not(d *decision) *decision {
	switch d {
	case &always:
		return &never
	case &never:
		return &always
	}
	key := [2]*decision{d}
	if out := w.memo[key]; out != nil {
		return out
	}
	out := &decision{choice: d.choice, closed: d.closed, cases: slices.Clone(d.cases), size: d.size}
	for i, c := range d.cases {
		out.cases[i].then = w.not(c.then)
	}
	if d.other != nil {
		out.other = w.not(d.other)
	}
	w.memo[key] = out
	return out
}

func (d *decision) isEnd() bool { return d == &always || d == &never }

// at is the decision seen as one about the choice of another, which it may not be about.
func (d *decision) at(top *decision) *decision {
	if !d.isEnd() && d.choice == top.choice {
		return d
	}
	return &decision{choice: top.choice, other: d}
}

// on is where a decision goes on with a value.
func (d *decision) on(value string) *decision {
	i, found := slices.BinarySearchFunc(d.cases, value, func(c outcome, v string) int { return strings.Compare(c.value, v) })
	switch {
	case found:
		return d.cases[i].then
	case d.other != nil:
		return d.other
	}
	return &never // not a value of the choice
}

// firstMet is a value with which the decision may be met, or that one without a case of its own is.
func (d *decision) firstMet() (value string, other, ok bool) {
	if d.other != nil && d.other != &never {
		return "", true, true
	}
	for _, c := range d.cases {
		if c.then != &never {
			return c.value, false, true
		}
	}
	return "", false, false
}

// open makes a decision on a choice without bound; nil where it is too large.
func open(choice string, cases []outcome, other *decision) *decision {
	kept := cases[:0]
	for _, c := range cases {
		if !same(c.then, other) {
			kept = append(kept, c)
		}
	}
	if len(kept) == 0 {
		return other
	}
	return whole(&decision{choice: choice, cases: kept, other: other})
}

// closed makes a decision on a choice of which all values are known; nil where it is too large.
func closed(choice string, cases []outcome) *decision {
	for _, c := range cases[1:] {
		if !same(c.then, cases[0].then) {
			return whole(&decision{choice: choice, closed: true, cases: cases})
		}
	}
	return cases[0].then
}

// whole puts the cases in order, lets those that mean the same share it, and measures the decision.
func whole(d *decision) *decision {
	slices.SortFunc(d.cases, func(a, b outcome) int { return strings.Compare(a.value, b.value) })
	d.cases = slices.CompactFunc(d.cases, func(a, b outcome) bool { return a.value == b.value })
	d.size = 1
	kinds := make([]*decision, 0, 4)
	share := func(then *decision) *decision {
		for _, k := range kinds {
			if same(k, then) {
				return k
			}
		}
		kinds = append(kinds, then)
		d.size += then.size
		return then
	}
	if d.other != nil {
		d.other = share(d.other)
	}
	for i := range d.cases {
		d.cases[i].then = share(d.cases[i].then)
	}
	if d.size > maxDecisions || len(d.cases) > 4*maxValues {
		return nil
	}
	return d
}

// same tells whether two decisions mean the same.
func same(a, b *decision) bool {
	if a == b {
		return true
	}
	if a == nil || b == nil || a.isEnd() || b.isEnd() || a.choice != b.choice || a.size != b.size || len(a.cases) != len(b.cases) || a.closed != b.closed {
		return false
	}
	for i, c := range a.cases {
		if c.value != b.cases[i].value || !same(c.then, b.cases[i].then) {
			return false
		}
	}
	return a.closed || same(a.other, b.other)
}

// mostWords is how long a condition is written, in bytes, before it is left at that.
const mostWords = 400

// String writes the condition as one would say it, "WithWeb and !Large or Env is dev"; "?" where it is not known.
func (c Condition) String() string {
	switch c.root {
	case nil:
		return "?"
	case &always:
		return "always"
	case &never:
		return "never"
	}
	var all []string
	length := 0
	var walk func(*decision, []string)
	walk = func(d *decision, met []string) {
		switch {
		case d == &never || length > mostWords:
			return
		case d == &always:
			words := strings.Join(met, " and ")
			length += len(words)
			all = append(all, words)
			return
		}
		for _, b := range d.branches() {
			walk(b.then, append(met[:len(met):len(met)], b.value))
		}
	}
	walk(c.root, nil)
	if length > mostWords {
		all = append(all, "…")
	}
	return strings.Join(all, " or ")
}

// branches are the ways on from a decision, with what must hold for them in words.
func (d *decision) branches() []outcome {
	var out []outcome
	add := func(then *decision, not string) {
		if slices.ContainsFunc(out, func(b outcome) bool { return b.then == then }) {
			return
		}
		var values []string
		for _, c := range d.cases {
			if (c.then == then) != (not != "") {
				values = append(values, c.value)
			}
		}
		words := d.choice + " is " + not + strings.Join(values, " or ")
		if not != "" {
			words = d.choice + " is " + not + strings.Join(values, " nor ")
		}
		if len(values) == 1 && values[0] == yes && !d.closed {
			if words = d.choice; not != "" {
				words = "!" + d.choice
			}
		}
		out = append(out, outcome{words, then})
	}
	for _, c := range d.cases {
		if c.then != d.other {
			add(c.then, "")
		}
	}
	if d.other != nil {
		add(d.other, "not ")
	}
	return out
}
