// Package delta tells two states of an architecture apart: which resources and
// relations there are more or fewer of, and which workloads have climbed or fallen on the ladders of their stories.
//
// A resource is compared as it is written, with the number of its instances: the address of one instance says little
// where a count or a set of keys has changed.
package delta

import (
	"slices"
	"strings"
	"sync"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules/ladder"
)

// A State is an architecture at one time: plain values that outlive the graphs they come from. The zero value is empty.
type State struct {
	mu    sync.Mutex
	units map[string]*unit
}

// A unit is what there is of one unit. A unit that is read with several files of parameters is as many units.
type unit struct {
	resources map[string]*Resource // by address
	relations map[Relation]bool
	workloads []ladder.Review
	closed    []string // unread modules and stacks, by address: what they have is not seen
	partial   bool     // a file was not read: anything may be missing
}

// A Resource is a managed resource as it is written.
type Resource struct {
	Address   string // without the keys of instances
	Type      string // "aws_subnet", "AWS::EC2::Subnet"
	Kind      string // "" where the vocabulary has none
	Shown     bool   // it is a part of the architecture that people draw
	Instances int    // 0 where their number is not known
	File      string // where it is written
	Line      int    // 0 in a plan

	formerly []string
}

// A Relation leads from one resource to another; a mere mention is none.
type Relation struct {
	From, To string // addresses as those of resources
	Name     graph.Relation
}

// UnitName is the name of a graph's unit, with the file of parameters that it is read with, if any. path makes of a path as it
// is shown the one that it has at either time.
func UnitName(g *graph.Graph, path func(shown string) string) string {
	if g.Reading == "" {
		return path(g.Unit)
	}
	return path(g.Unit) + " (" + path(g.Reading) + ")"
}

// Add takes a graph up, with the reviews of its workloads; for path see [UnitName]. It may be called for several graphs at a
// time.
func (s *State) Add(g *graph.Graph, workloads []ladder.Review, path func(shown string) string) {
	u := &unit{resources: map[string]*Resource{}, relations: map[Relation]bool{}, workloads: workloads}
	address := func(r *graph.Resource) string {
		if own, of := strings.CutPrefix(r.Address, r.Owner+":"); of && r.Owner != "" {
			return path(r.Owner) + ":" + graph.WithoutKeys(own)
		}
		return graph.WithoutKeys(r.Address)
	}
	for _, r := range g.Resources() {
		if r.Mode != graph.Managed || r.Owner != "" {
			continue
		}
		at := graph.WithoutKeys(r.Address)
		one := u.resources[at]
		if one == nil {
			one = &Resource{Address: at, Type: r.Type, Kind: aws.KindName(r), Shown: shows(r), File: path(r.Header.File), Line: r.Header.Start.Line, Instances: 1}
			u.resources[at] = one
		} else if one.Instances > 0 {
			one.Instances++
		}
		if strings.Contains(r.Address, "[*]") || r.Exists != graph.True {
			one.Instances = 0
		}
		for _, f := range r.Formerly {
			if f = graph.WithoutKeys(f); f != at && !slices.Contains(one.formerly, f) {
				one.formerly = append(one.formerly, f)
			}
		}
	}
	for _, e := range aws.Edges(g) {
		if e.Relation == graph.References || e.From.Mode != graph.Managed || e.To.Mode != graph.Managed {
			continue
		}
		u.relations[Relation{address(e.From), address(e.To), e.Relation}] = true
	}
	for _, gap := range g.Gaps {
		if gap.Module == nil {
			u.partial = true
		} else {
			u.closed = append(u.closed, graph.WithoutKeys(gap.Module.Address))
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.units == nil {
		s.units = map[string]*unit{}
	}
	s.units[UnitName(g, path)] = u
}

// shows tells whether a resource is one that people draw: a part of the architecture, or of the network that it lies in.
func shows(r *graph.Resource) bool {
	part, _ := aws.PartOf(r)
	return part != aws.NoPart && aws.Drawn(r) || aws.VPC.Includes(r) == graph.True || aws.Subnet.Includes(r) == graph.True
}

// sees tells whether a unit would show a resource of an address if it had it.
func (u *unit) sees(address string) bool {
	if u.partial {
		return false
	}
	return !slices.ContainsFunc(u.closed, func(m string) bool {
		return strings.HasPrefix(address, m+".") || strings.HasPrefix(address, m+"/")
	})
}
