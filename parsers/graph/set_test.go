package graph_test

import (
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

func TestSetBounds(t *testing.T) {
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
