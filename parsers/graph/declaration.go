package graph

import (
	"maps"
	"slices"
	"strings"
)

// A Declaration is what makes the instances of one resource: a block with its count or for_each in one instance of its
// module. How many there are is found out when somebody asks for one of them, for all of their type, or for everything.
type Declaration struct {
	Address string // of the instances, without their keys
	Type    string
	Mode    Mode
	// Make gives the instances; it is called once at most.
	Make func() []*Resource
	// Mentions are those of every instance that there may be, and perhaps others; they are found without making any. It
	// is called once at most.
	Mentions func() []Mention

	made, read, looked bool
	mentions           []Mention
}

// mentioned are the mentions in what is declared, found once.
func (d *Declaration) mentioned() []Mention {
	if !d.read {
		d.read, d.mentions = true, d.Mentions()
	}
	return d.mentions
}

// Declare adds resources that are made when they are asked for. It is called once at most. No two declarations, and none
// of the graph's resources, have the same address.
func (g *Graph) Declare(all []Declaration) {
	slices.SortFunc(all, func(a, b Declaration) int { return strings.Compare(a.Address, b.Address) })
	g.declarations, g.declared, g.unmade = all, make(map[string]*Declaration, len(all)), map[string][]*Declaration{}
	for i := range all {
		d := &all[i]
		g.declared[d.Address] = d
		g.unmade[d.Type] = append(g.unmade[d.Type], d)
		if d.Mode == Managed {
			g.managed++
		}
	}
}

// settle makes what is declared at an address.
func (g *Graph) settle(address string) {
	if d := g.declared[address]; d != nil && !d.made {
		d.made = true
		g.take(d.Make())
	}
}

// settleAll makes what is declared of a type.
func (g *Graph) settleAll(t string) {
	var made []*Resource
	for _, d := range g.unmade[t] {
		if !d.made {
			d.made = true
			made = append(made, d.Make()...)
		}
	}
	g.take(made)
	slices.SortFunc(g.byType[t], compareAddresses)
	delete(g.unmade, t)
}

// Resources gives all resources by address. It makes those that nobody has asked for yet, which takes long.
func (g *Graph) Resources() []*Resource {
	if len(g.unmade) > 0 {
		for _, t := range slices.Sorted(maps.Keys(g.unmade)) {
			g.settleAll(t)
		}
		slices.SortFunc(g.resources, compareAddresses)
	}
	return g.resources
}

// Types gives the types of which there are resources or declarations, sorted.
func (g *Graph) Types() []string {
	all := slices.AppendSeq(slices.Collect(maps.Keys(g.byType)), maps.Keys(g.unmade))
	slices.Sort(all)
	return slices.Compact(all)
}

// Declared is how many managed resources the unit has. Of those that a declaration makes only the declaration counts, so
// that they need not be made.
func (g *Graph) Declared() int { return g.managed }
