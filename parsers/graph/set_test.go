package graph_test

import (
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/archlint/archlint/parsers/graph"
)

func set(open bool, members ...graph.Member) graph.Set {
	var s graph.Set
	for _, m := range members {
		s.Add(m)
	}
	s.Open = open
	return s
}

// where is a member that is there under a condition.
func where(key string, when graph.Condition) graph.Member {
	return graph.Member{Key: key, Possible: true, When: when}
}

func TestSetBounds(t *testing.T) {
	on, other := graph.Met("on"), graph.Met("other")
	off := on.Not()
	a, b := graph.Member{Key: "a"}, graph.Member{Key: "b"}
	symbol := graph.Member{Key: "a", Class: "names"}
	perhaps := graph.Member{Key: "b", Possible: true}
	for _, c := range []struct {
		name     string
		set      graph.Set
		min, max int
		two      graph.Tri
	}{
		{"empty", set(false), 0, 0, graph.False},
		{"one", set(false, a), 1, 1, graph.False},
		{"the same twice", set(false, a, a), 1, 1, graph.False},
		{"two by name", set(false, a, b), 2, 2, graph.True},
		{"a literal and a symbol may be equal", set(false, a, symbol), 1, 2, graph.Unknown},
		{"one that nobody can name is one", set(false, graph.Uncounted("x")), 1, 1, graph.False},
		{"two that nobody can tell apart", set(false, graph.Uncounted("x"), graph.Uncounted("y")), 1, 2, graph.Unknown},
		{"the same unknown twice", set(false, graph.Uncounted("x"), graph.Uncounted("x")), 1, 1, graph.False},
		{"one and perhaps another", set(false, a, perhaps), 1, 2, graph.Unknown},
		{"perhaps, then for certain", set(false, a, perhaps, b), 2, 2, graph.True},
		{"one of two", set(false, where("a", on), where("b", off)), 1, 1, graph.False},
		{"one of two, in any order", set(false, where("c", on), where("a", other), where("b", off)), 1, 2, graph.Unknown},
		{"one of two, and another", set(false, where("a", on), where("b", off), graph.Member{Key: "c"}), 2, 2, graph.True},
		{"one of two, which may be the other", set(false, where("a", on), where("b", off), symbol), 1, 2, graph.Unknown},
		{"one of two of different classes", set(false, where("a", on), graph.Member{Key: "a", Class: "names", Possible: true, When: off}), 1, 1, graph.False},
		{"the same in both cases", set(false, where("a", on), where("a", off)), 1, 1, graph.False},
		{"never more than one of two", set(false, where("a", on), where("b", off.And(other))), 0, 1, graph.False},
		{"two of four", set(false, where("a", on), where("b", off), where("c", other), where("d", other.Not())), 2, 2, graph.True},
		{"open", set(true, a), 1, -1, graph.Unknown},
		{"open with two", set(true, a, b), 2, -1, graph.True},
	} {
		t.Run(c.name, func(t *testing.T) {
			if min, max := c.set.Bounds(); min != c.min || max != c.max {
				t.Errorf("bounds are %d..%d, want %d..%d", min, max, c.min, c.max)
			}
			if got := c.set.AtLeast(2); got != c.two {
				t.Errorf("AtLeast(2) is %v, want %v", got, c.two)
			}
		})
	}
}

// Members of a large set are found by an index, which must tell them apart as looking at each does, also where two sets
// grow from a copy.
func TestLargeSets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		member := rapid.Custom(func(t *rapid.T) graph.Member {
			return graph.Member{Key: rapid.StringN(1, 1, 1).Draw(t, "key"), Class: rapid.SampledFrom([]string{"", "names"}).Draw(t, "class"), Possible: rapid.Bool().Draw(t, "possible")}
		})
		first, second := rapid.SliceOfN(member, 20, 60).Draw(t, "first"), rapid.SliceOfN(member, 0, 60).Draw(t, "second")
		whole := set(false, first...)
		other := whole
		other.Members = slices.Clone(whole.Members)
		for _, m := range second {
			other.Add(m)
			whole.Add(graph.Member{Key: "not " + m.Key})
		}
		var want []graph.Member
		for _, m := range append(first, second...) {
			i := slices.IndexFunc(want, func(o graph.Member) bool { return o.Key == m.Key && o.Class == m.Class })
			if i < 0 {
				want = append(want, m)
				continue
			}
			want[i].Possible = want[i].Possible && m.Possible
		}
		if !slices.Equal(other.Members, want) {
			t.Fatalf("got %v, want %v", other.Members, want)
		}
		for _, m := range second {
			if whole.Has(graph.Member{Key: "not " + m.Key}) != graph.True {
				t.Fatalf("%v lacks what was added to it", whole)
			}
		}
	})
}

// BenchmarkUnion puts one set after the other into a large one: four times as many must not take sixteen times as long.
func BenchmarkUnion(b *testing.B) {
	for _, n := range []int{5_000, 20_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			all := make([]graph.Set, n)
			for i := range all {
				all[i].Add(graph.Uncounted("aws_subnet.a[" + strconv.Itoa(i) + "]"))
			}
			for b.Loop() {
				var s graph.Set
				for _, one := range all {
					s.Union(one, false)
				}
				if min, max := s.Bounds(); min != 1 || max != n {
					b.Fatal(min, max)
				}
			}
		})
	}
}

func TestSetHas(t *testing.T) {
	s := set(false, graph.Member{Key: "a"}, graph.Member{Key: "b", Possible: true})
	for key, want := range map[string]graph.Tri{"a": graph.True, "b": graph.Unknown, "c": graph.False} {
		if got := s.Has(graph.Member{Key: key}); got != want {
			t.Errorf("Has(%s) is %v, want %v", key, got, want)
		}
	}
	if got := s.Has(graph.Member{Key: "a", Class: "names"}); got != graph.Unknown {
		t.Errorf("a symbol may be any of the members, but Has is %v", got)
	}
	s.Open = true
	if got := s.Has(graph.Member{Key: "c"}); got != graph.Unknown {
		t.Errorf("an open set may have anything, but Has is %v", got)
	}
}

// Whatever the unknown members turn out to be, the number of different members lies within the bounds.
func TestBoundsHoldInEveryWorld(t *testing.T) {
	keys := rapid.SampledFrom([]string{"a", "b", "c"})
	classes := rapid.SampledFrom([]string{"", "names", "?x", "?y"})
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 6).Draw(t, "n")
		var s graph.Set
		for range n {
			m := graph.Member{Key: keys.Draw(t, "key"), Class: classes.Draw(t, "class"), Possible: rapid.Bool().Draw(t, "possible")}
			if m.Class != "" && m.Class != "names" {
				m = graph.Member{Key: m.Class, Class: m.Class, Possible: m.Possible}
			}
			s.Add(m)
		}
		// A world gives every member of every class a true name, different within a class.
		world := map[string]bool{}
		shift := rapid.IntRange(0, 2).Draw(t, "shift")
		for _, m := range s.Members {
			if m.Possible && rapid.Bool().Draw(t, "absent") {
				continue
			}
			name := m.Key
			switch m.Class {
			case "names":
				name = string(rune('a' + (int(m.Key[0]-'a')+shift)%3))
			case "?x", "?y":
				name = keys.Draw(t, "true name")
			}
			world[name] = true
		}
		min, max := s.Bounds()
		if len(world) < min || len(world) > max {
			t.Fatalf("%v has %d members in some world, outside %d..%d", s, len(world), min, max)
		}
	})
}

func TestSetString(t *testing.T) {
	for want, s := range map[string]graph.Set{
		"nothing":    set(false),
		"a":          set(false, graph.Member{Key: "a"}),
		"a and b?":   set(false, graph.Member{Key: "b", Possible: true}, graph.Member{Key: "a"}),
		"a, b and …": set(true, graph.Member{Key: "b"}, graph.Member{Key: "a"}),
	} {
		if got := s.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestSetGiven looks at a set where a condition is met.
func TestSetGiven(t *testing.T) {
	on := graph.Met("on")
	var s, part graph.Set
	part.Add(graph.Member{Key: "x"})
	part.Add(where("y", graph.Met("other")))
	s.UnionWhere(part, on)
	s.UnionWhere(set(true, graph.Member{Key: "z"}), graph.Never)
	s.Add(where("w", on.Not()))
	s.Add(graph.Member{Key: "v", Possible: true})
	for _, c := range []struct {
		when graph.Condition
		want string
	}{{on, "v?, x and y?"}, {on.Not(), "v? and w"}, {graph.Condition{}, "v?, w?, x? and y?"}, {on.And(graph.Met("other")), "v?, x and y"}} {
		if got := s.Given(c.when).String(); got != c.want {
			t.Errorf("given %v: %s, want %s", c.when, got, c.want)
		}
	}
}

func TestEnumerateFew(t *testing.T) {
	for _, c := range []struct {
		words []string
		want  string
	}{
		{nil, "nothing"},
		{[]string{"b", "a", "b"}, "a and b"},
		{[]string{"c", "b", "a"}, "a, b and c"},
		{[]string{"d", "c", "b", "a"}, "a, b, c and others"},
	} {
		given := slices.Clone(c.words)
		if got := graph.EnumerateFew(c.words); got != c.want {
			t.Errorf("EnumerateFew(%q) = %q, want %q", given, got, c.want)
		}
		if !slices.Equal(given, c.words) {
			t.Errorf("EnumerateFew(%q) changed what it was given to %q", given, c.words)
		}
	}
}
