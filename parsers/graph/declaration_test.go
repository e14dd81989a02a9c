package graph_test

import (
	"slices"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
)

// declares gives a declaration of instances with some mentions, and counts how often they are made.
func declares(made map[string]int, address, kind string, mentions []string, keys ...string) graph.Declaration {
	var all []graph.Mention
	for _, m := range mentions {
		all = append(all, graph.Mention{Attribute: "x", Ref: graph.Ref{Address: m}})
	}
	return graph.Declaration{Address: address, Type: kind, Mode: graph.Managed, Mentions: func() []graph.Mention { return all },
		Make: func() (out []*graph.Resource) {
			made[address]++
			for _, key := range keys {
				out = append(out, &graph.Resource{Address: address + key, Type: kind, Mode: graph.Managed, Exists: graph.True, Source: mentioning{all: all}})
			}
			return out
		}}
}

// mentioning is a source that mentions.
type mentioning struct {
	written
	all []graph.Mention
}

func (m mentioning) Mentions() []graph.Mention { return m.all }

// What is declared is made once, and only when it is asked for: by its address, by its type, by what it mentions, or all.
func TestDeclare(t *testing.T) {
	type ask func(*graph.Graph) []*graph.Resource
	all := map[string]int{"u.a": 1, "t.b": 1, "t.c": 1, "v.d": 1}
	for name, c := range map[string]struct {
		ask  ask
		want []string
		made map[string]int
	}{
		"nothing": {func(*graph.Graph) []*graph.Resource { return nil }, nil, map[string]int{}},
		"instance": {func(g *graph.Graph) []*graph.Resource {
			return []*graph.Resource{g.ByAddress("t.b[1]"), g.ByAddress("t.b[0]")}
		}, []string{"t.b[1]", "t.b[0]"}, map[string]int{"t.b": 1}},
		"reference":  {func(g *graph.Graph) []*graph.Resource { return g.Targets(graph.Ref{Address: "t.b[*]"}) }, []string{"t.b[0]", "t.b[1]"}, map[string]int{"t.b": 1}},
		"type":       {func(g *graph.Graph) []*graph.Resource { return g.OfType("t") }, []string{"t.a", "t.b[0]", "t.b[1]", "t.c"}, map[string]int{"t.b": 1, "t.c": 1}},
		"type again": {func(g *graph.Graph) []*graph.Resource { g.ByAddress("t.c"); g.OfType("t"); return g.OfType("t") }, []string{"t.a", "t.b[0]", "t.b[1]", "t.c"}, map[string]int{"t.b": 1, "t.c": 1}},
		"all":        {func(g *graph.Graph) []*graph.Resource { g.ByAddress("v.d"); return g.Resources() }, []string{"t.a", "t.b[0]", "t.b[1]", "t.c", "u.a", "v.d"}, all},
		"mentioned": {func(g *graph.Graph) (out []*graph.Resource) {
			for from := range g.Mentioning(g.ByAddress("t.b[1]")) {
				out = append(out, from)
			}
			return out
		}, []string{"t.a", "u.a"}, map[string]int{"t.b": 1, "u.a": 1}},
	} {
		t.Run(name, func(t *testing.T) {
			made := map[string]int{}
			given := resource("t.a", graph.Managed, nil)
			given.Source = mentioning{all: []graph.Mention{{Attribute: "x", Ref: graph.Ref{Address: "t.b[1]"}}}}
			g := graph.New("", graph.Terraform, []*graph.Resource{given}, nil)
			g.Declare([]graph.Declaration{
				declares(made, "v.d", "v", []string{"t.c"}, ""),
				declares(made, "u.a", "u", []string{"t.b[*]"}, ""),
				declares(made, "t.c", "t", nil, ""),
				declares(made, "t.b", "t", nil, "[1]", "[0]"),
			})
			if g.Declared() != 5 || !slices.Equal(g.Types(), []string{"t", "u", "v"}) {
				t.Errorf("%d resources of the types %v", g.Declared(), g.Types())
			}
			var got []string
			for _, r := range c.ask(g) {
				got = append(got, r.Address)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
			for address := range all {
				if made[address] != c.made[address] {
					t.Errorf("%s was made %d times, want %d", address, made[address], c.made[address])
				}
			}
		})
	}
}
