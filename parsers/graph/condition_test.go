package graph

import (
	"fmt"
	"math/rand"
	"testing"
)

// choices are those of the formulas below: outcomes, choices of which all values are known, and one without bound. "else"
// stands for all values that no formula names.
var choices = []struct {
	Choice
	takes []string
}{
	{Choice{Name: "A"}, []string{"true", "else"}},
	{Choice{Name: "B"}, []string{"true", "else"}},
	{Choice{Name: "Env", Values: []string{"prod", "dev", "test"}}, []string{"prod", "dev", "test"}},
	{Choice{Name: "Size"}, []string{"small", "large", "else"}},
	{Choice{Name: "Only", Values: []string{"one"}}, []string{"one"}},
}

// formula is a condition with what it comes to in a case.
type formula struct {
	Condition
	met  func(map[string]string) bool
	text string
}

func randomFormula(r *rand.Rand, depth int) formula {
	switch n := r.Intn(10); {
	case depth == 0 || n < 3:
		c := choices[r.Intn(len(choices))]
		one, two := c.takes[r.Intn(len(c.takes))], c.takes[r.Intn(len(c.takes))]
		if one == "else" || two == "else" {
			one, two = c.takes[0], c.takes[0]
		}
		return formula{c.Is(one, two), func(m map[string]string) bool { return m[c.Name] == one || m[c.Name] == two }, c.Name + " in " + one + "," + two}
	case n < 5:
		f := randomFormula(r, depth-1)
		return formula{f.Not(), func(m map[string]string) bool { return !f.met(m) }, "!(" + f.text + ")"}
	default:
		f, g := randomFormula(r, depth-1), randomFormula(r, depth-1)
		if n < 8 {
			return formula{f.And(g.Condition), func(m map[string]string) bool { return f.met(m) && g.met(m) }, "(" + f.text + " && " + g.text + ")"}
		}
		return formula{f.Or(g.Condition), func(m map[string]string) bool { return f.met(m) || g.met(m) }, "(" + f.text + " || " + g.text + ")"}
	}
}

func allCases() []map[string]string {
	out := []map[string]string{{}}
	for _, c := range choices {
		var next []map[string]string
		for _, m := range out {
			for _, v := range c.takes {
				n := map[string]string{c.Name: v}
				for k, v := range m {
					n[k] = v
				}
				next = append(next, n)
			}
		}
		out = next
	}
	return out
}

// TestConditions holds what follows from random formulas against what all cases say.
func TestConditions(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	every := allCases()
	count := func(met func(map[string]string) bool) (n int) {
		for _, m := range every {
			if met(m) {
				n++
			}
		}
		return n
	}
	outcome := func(n, of int) Tri {
		switch n {
		case 0:
			return False
		case of:
			return True
		}
		return Unknown
	}
	undecided := 0
	for range 4000 {
		f, g, c := randomFormula(r, 4), randomFormula(r, 4), randomFormula(r, 3)
		if got, want := f.Tri(), outcome(count(f.met), len(every)); got != want {
			t.Fatalf("%s is %v (%v), want %v", f.text, got, f, want)
		}
		within := count(c.met)
		if given := f.Given(c.Condition); within == 0 {
			if f.Tri() == Unknown && given.Known() {
				t.Fatalf("%s given %s is %v", f.text, c.text, given)
			}
			continue
		} else if got, want := given.Tri(), outcome(count(func(m map[string]string) bool { return f.met(m) && c.met(m) }), within); got != want {
			t.Fatalf("%s given %s is %v (%v), want %v", f.text, c.text, got, given, want)
		} else if got == Unknown {
			undecided++
		}
		both := f.Given(c.Condition).And(g.Given(c.Condition))
		if got, want := both.Tri(), outcome(count(func(m map[string]string) bool { return f.met(m) && g.met(m) && c.met(m) }), within); got != want {
			t.Fatalf("%s and %s, each given %s, are %v, want %v", f.text, g.text, c.text, got, want)
		}
		one := f.Given(c.Condition).Or(g.Given(c.Condition))
		if got, want := one.Tri(), outcome(count(func(m map[string]string) bool { return (f.met(m) || g.met(m)) && c.met(m) }), within); got != want {
			t.Fatalf("%s or %s, each given %s, is %v, want %v", f.text, g.text, c.text, got, want)
		}
	}
	if undecided < 200 {
		t.Errorf("only %d of the formulas leave anything open", undecided)
	}
}

// TestUnknownConditions has nothing follow from a condition of which nothing is known but what holds of any.
func TestUnknownConditions(t *testing.T) {
	var unknown Condition
	a := Met("A")
	for _, c := range []Condition{unknown.Not(), unknown.And(a), a.And(unknown), unknown.Or(a), a.Or(unknown), unknown.Given(a), unknown.Given(unknown)} {
		if c.Known() || c.Tri() != Unknown {
			t.Errorf("%v follows from nothing", c)
		}
	}
	if got := a.Given(unknown); got.Tri() != Unknown {
		t.Errorf("A given what is not known is %v", got)
	}
	if unknown.And(Never).Tri() != False || unknown.Or(Always).Tri() != True || Always.Given(unknown).Tri() != True || Never.Given(unknown).Tri() != False {
		t.Error("what holds of any condition does not hold of one that is not known")
	}
}

// TestLargeConditions connects conditions until they are too large, in a bounded number of decisions.
func TestLargeConditions(t *testing.T) {
	long, odd := Always, Never
	for i := range 100_000 {
		c := Met(fmt.Sprintf("C%05d", i))
		long, odd = long.And(c), odd.And(c.Not()).Or(odd.Not().And(c))
		if long.Known() && long.root.size > maxDecisions {
			t.Fatalf("a condition of %d decisions", long.root.size)
		}
	}
	if long.Known() || odd.Known() {
		t.Error("conditions have no bound")
	}
	var values []string
	for i := range 1000 {
		values = append(values, fmt.Sprint(i))
	}
	if c := (Choice{Name: "X", Values: values}).Is("7"); c.Given(c).Tri() != True || c.And(c.Not()).Tri() != False || c.Or(c.Not()).Tri() != True {
		t.Error("a choice of many values cannot be told")
	}
	if (Choice{Name: "X"}).Is(values...).Known() {
		t.Error("a condition of 1000 values is kept")
	}
}

// TestConditionWords writes conditions for people.
func TestConditionWords(t *testing.T) {
	env := Choice{Name: "Env", Values: []string{"prod", "dev", "test"}}
	size := Choice{Name: "Size"}
	for _, c := range []struct {
		is   Condition
		want string
	}{
		{Condition{}, "?"}, {Always, "always"}, {Never, "never"},
		{Met("A"), "A"}, {Met("A").Not(), "!A"},
		{env.Is("dev"), "Env is dev"}, {env.Is("dev").Not(), "Env is prod or test"},
		{size.Is("small", "large"), "Size is large or small"}, {size.Is("small", "large").Not(), "Size is not large nor small"},
		{Met("A").And(env.Is("prod")), "A and Env is prod"},
		{Met("A").Or(Met("B")), "A or !A and B"},
	} {
		if got := c.is.String(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func BenchmarkConditions(b *testing.B) {
	env := Choice{Name: "Env", Values: []string{"prod", "dev", "test"}}
	a, c := Met("A").And(env.Is("prod")), Met("A").Or(env.Is("dev", "test"))
	b.ReportAllocs()
	for b.Loop() {
		a.Given(c).Tri()
	}
}
