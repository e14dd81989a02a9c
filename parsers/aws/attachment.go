package aws

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// A Front is a load balancer's end of an attachment: a target group, a Lattice target group or a Classic Load
// Balancer that sends traffic to compute.
type Front struct {
	To      *graph.Resource // nil where it is out of sight or not known
	Certain graph.Tri       // True or Unknown
	When    graph.Condition // where it is attached, if the compute is there; often not known
	Place   graph.Place     // where the attachment is written
}

// Lattice tells whether the front is a target group of VPC Lattice, by its kind or by the type that the attachment says.
func (f Front) Lattice() graph.Tri {
	if f.To != nil {
		return LatticeTargetGroup.Includes(f.To)
	}
	names := map[string]string{"identifier": "type", "Identifier": "Type"}
	path := f.Place.Path
	if len(path) < 2 {
		return graph.False
	}
	last, ok := path[len(path)-1].(cty.GetAttrStep)
	if !ok || names[last.Name] == "" { // not a traffic source
		return graph.False
	}
	first, ok := path[0].(cty.GetAttrStep)
	if !ok {
		return graph.Unknown
	}
	v, err := path[1 : len(path)-1].Apply(f.Place.Resource.Attribute(first.Name))
	if err != nil {
		return graph.Unknown
	}
	kind, ok := textOf(member(v, names[last.Name]))
	if !ok {
		return graph.Unknown
	}
	return graph.Known(kind == "vpc-lattice")
}

// Fronts are what sends traffic to one compute resource, by an argument on either side or by a resource of its own.
type Fronts struct {
	Items []Front
	Open  bool // there may be others
}

// First is the first that is in sight and certain, nil where none is.
func (f Fronts) First() *graph.Resource {
	for _, i := range f.Items {
		if i.To != nil && i.Certain == graph.True {
			return i.To
		}
	}
	return nil
}

// Any tells whether anything is attached.
func (f Fronts) Any() graph.Tri {
	out := f.Some(func(Front) graph.Tri { return graph.True })
	if f.Open {
		out = out.Or(graph.Unknown)
	}
	for _, i := range f.Items {
		if r := i.Place.Resource; out == graph.Unknown && i.Certain != graph.True {
			r.Graph().Doubt(graph.Doubt{Resource: r, Message: r.Address + " may not exist, or may not attach it"})
		}
	}
	return out
}

// Some tells whether something of which the question is true is attached, of all that is in sight.
func (f Fronts) Some(question func(Front) graph.Tri) graph.Tri {
	out := noAlternative()
	for _, i := range f.Items {
		answer := question(i)
		if answer != graph.True {
			i.When = graph.Condition{}
		}
		out.add(i.Certain.And(answer), i.When)
	}
	return out.any
}

// follow adds what links lead to that are there as certainly as is said, and where a condition is met.
func (f *Fronts) follow(compute *graph.Resource, l Links, certain graph.Tri, when graph.Condition) {
	f.Open = f.Open || l.Open
	for _, i := range l.Items {
		there := when
		if i.Exists != graph.True {
			there = when.And(i.When.Given(compute.When))
		}
		if i.To != nil && (compute.With(i.To) == graph.False || there.Tri() == graph.False) {
			continue // alternatives
		}
		if i.To != nil || i.Literal != "" {
			f.Items = append(f.Items, Front{i.To, i.Exists.And(certain), there, i.Place})
			continue
		}
		if len(i.Candidates) == 0 { // attached for certain, to something out of sight
			f.Items = append(f.Items, Front{nil, i.Exists.And(certain), there, i.Place})
			continue
		}
		for _, c := range i.Candidates {
			there := i.whenTo(c).Given(compute.When).And(when)
			if compute.With(c) != graph.False && there.Tri() != graph.False {
				f.Items = append(f.Items, Front{c, graph.Unknown, there, i.Place})
			}
		}
		if !i.Open && i.whens == nil && i.Exists.And(certain) == graph.True { // one of them, for certain, and nobody knows when
			f.Items = append(f.Items, Front{nil, graph.True, graph.Always, i.Place})
		}
	}
}

// back adds the fronts that list the compute on their own side.
func (f *Fronts) back(b Backs) {
	f.Open = f.Open || len(b.Open) > 0
	for _, i := range b.Items {
		f.Items = append(f.Items, Front{i.From, i.Certain, i.When, i.Place})
	}
}

// FrontsOf gives what sends traffic to a group, an instance or an ECS service.
func FrontsOf(compute *graph.Resource) Fronts {
	type key struct{ r *graph.Resource }
	return graph.Fact(compute.Graph(), key{compute}, func() Fronts {
		var f Fronts
		switch {
		case AutoScalingGroup.Includes(compute) == graph.True:
			f.follow(compute, AutoScalingGroup.TargetGroups.Of(compute), graph.True, graph.Always)
			f.follow(compute, AutoScalingGroup.ClassicLoads.Of(compute), graph.True, graph.Always)
			f.follow(compute, AutoScalingGroup.TrafficSources.Of(compute), graph.True, graph.Always)
			b := AutoScalingAttachment.Group.Into(compute)
			f.Open = f.Open || len(b.Open) > 0
			for _, i := range b.Items {
				f.follow(compute, AutoScalingAttachment.TargetGroup.Of(i.From), i.Certain, i.When)
				f.follow(compute, AutoScalingAttachment.ClassicLoad.Of(i.From), i.Certain, i.When)
				f.follow(compute, AutoScalingAttachment.TrafficSource.Of(i.From), i.Certain, i.When)
			}
		case Instance.Includes(compute) == graph.True:
			f.back(TargetGroup.Targets.Into(compute))
			f.back(ClassicLoadBalancer.Instances.Into(compute))
			b := TargetGroupAttachment.Target.Into(compute)
			f.Open = f.Open || len(b.Open) > 0
			for _, i := range b.Items {
				f.follow(compute, TargetGroupAttachment.TargetGroup.Of(i.From), i.Certain, i.When)
			}
			b = ClassicAttachment.Instance.Into(compute)
			f.Open = f.Open || len(b.Open) > 0
			for _, i := range b.Items {
				f.follow(compute, ClassicAttachment.LoadBalancer.Of(i.From), i.Certain, i.When)
			}
		case ECSService.Includes(compute) == graph.True:
			f.follow(compute, ECSService.TargetGroups.Of(compute), graph.True, graph.Always)
			f.follow(compute, ECSService.ClassicLoads.Of(compute), graph.True, graph.Always)
		}
		if compute.Graph().Hides(compute) != graph.False {
			f.Open = true
		}
		return f
	})
}

// A Target is compute that a target group or Classic Load Balancer sends traffic to.
type Target struct {
	Compute *graph.Resource // nil where it is out of sight or not known
	Certain graph.Tri
	When    graph.Condition // where it is one, if the front is there; often not known
	Place   graph.Place
}

// Targets are all that one front sends traffic to.
type Targets struct {
	Items []Target
	Open  bool
}

func (t *Targets) back(b Backs) {
	t.Open = t.Open || len(b.Open) > 0
	for _, i := range b.Items {
		t.Items = append(t.Items, Target{i.From, i.Certain, i.When, i.Place})
	}
}

// follow adds what links lead to that are there as certainly as is said, and where a condition is met.
func (t *Targets) follow(front *graph.Resource, l Links, certain graph.Tri, when graph.Condition) {
	t.Open = t.Open || l.Open
	for _, i := range l.Items {
		if i.To == nil && len(i.Candidates) == 0 {
			there := when
			if i.Exists != graph.True {
				there = when.And(i.When.Given(front.When))
			}
			t.Items = append(t.Items, Target{nil, i.Exists.And(certain), there, i.Place})
			continue
		}
		for _, c := range i.Candidates {
			there := i.whenTo(c).And(c.When).Given(front.When).And(when)
			sure := there.Tri()
			if sure == graph.False || c.With(front) == graph.False {
				continue // alternatives
			}
			if i.To == c {
				sure = i.Exists // whether the compute is there is told by when
			}
			t.Items = append(t.Items, Target{c, sure.And(certain), there, i.Place})
		}
	}
}

// Any tells whether there is a target at all.
func (t Targets) Any() graph.Tri {
	out := noAlternative()
	for _, i := range t.Items {
		out.add(i.Certain, i.When)
	}
	if out.any == graph.True {
		return out.any
	}
	for _, i := range t.Items {
		if r := i.Place.Resource; r != nil {
			r.Graph().Doubt(graph.Doubt{Resource: r, Message: "whether a target is attached by " + pathText(i.Place.Path) + " of " + r.Address + " is not known"})
		}
	}
	if t.Open {
		out.any = graph.Unknown
	}
	return out.any
}

// Known are the targets in sight that certainly are.
func (t Targets) Known() iter.Seq[*graph.Resource] {
	return func(yield func(*graph.Resource) bool) {
		for _, i := range t.Items {
			if i.Compute != nil && i.Certain == graph.True && !yield(i.Compute) {
				return
			}
		}
	}
}

// TargetsOf gives what a target group or Classic Load Balancer sends traffic to.
func TargetsOf(front *graph.Resource) Targets {
	type key struct{ r *graph.Resource }
	return graph.Fact(front.Graph(), key{front}, func() Targets {
		var t Targets
		t.back(AutoScalingGroup.TargetGroups.Into(front))
		t.back(AutoScalingGroup.ClassicLoads.Into(front))
		t.back(AutoScalingGroup.TrafficSources.Into(front))
		t.back(ECSService.TargetGroups.Into(front))
		t.back(ECSService.ClassicLoads.Into(front))
		for _, via := range []struct{ from, to Edge }{
			{AutoScalingAttachment.TargetGroup, AutoScalingAttachment.Group},
			{AutoScalingAttachment.ClassicLoad, AutoScalingAttachment.Group},
			{AutoScalingAttachment.TrafficSource, AutoScalingAttachment.Group},
			{TargetGroupAttachment.TargetGroup, TargetGroupAttachment.Target},
			{ClassicAttachment.LoadBalancer, ClassicAttachment.Instance},
		} {
			b := via.from.Into(front)
			t.Open = t.Open || len(b.Open) > 0
			for _, i := range b.Items {
				t.follow(front, via.to.Of(i.From), i.Certain, i.When)
			}
		}
		if TargetGroup.Includes(front) == graph.True {
			t.follow(front, TargetGroup.Targets.Of(front), graph.True, graph.Always)
		} else if ClassicLoadBalancer.Includes(front) == graph.True {
			t.follow(front, ClassicLoadBalancer.Instances.Of(front), graph.True, graph.Always)
		}
		if front.Graph().Hides(front) != graph.False {
			t.Open = true
		}
		return t
	})
}

// ECSCapacity tells whether the group is an ECS capacity provider's: ECS places tasks on it and balances the load
// itself.
func ECSCapacity(asg *graph.Resource) graph.Tri { return CapacityProvider.Group.Into(asg).Any() }

// RegistersItself tells whether the boot script of compute registers it with a load balancer, so that an attachment is
// written nowhere else.
func RegistersItself(compute *graph.Resource) bool {
	for _, t := range BootOf(compute).Texts {
		if strings.Contains(t.Text, "register-targets") || strings.Contains(t.Text, "register-instances-with-load-balancer") {
			return true
		}
	}
	return false
}

// SoleTarget tells whether an instance is all that a front sends traffic to, and the front all that a listener does.
func SoleTarget(front *graph.Resource) graph.Tri {
	type key struct{ r *graph.Resource }
	return graph.Fact(front.Graph(), key{front}, func() graph.Tri {
		_, one := FrontFleet(front)
		if one == graph.False || TargetGroup.Includes(front) != graph.True {
			return one
		}
		for _, e := range []Edge{Listener.Forwards, ListenerRule.Forwards} {
			for _, b := range e.Into(front).Items {
				for _, l := range e.Of(b.From).Items {
					if l.To != front && sameAction(l.Place, b.Place) {
						front.Graph().Doubt(graph.Doubt{Resource: front, Message: b.From.Address + " divides its traffic between " + front.Address + " and others"})
						return one.And(graph.Unknown)
					}
				}
			}
		}
		return one
	})
}

// sameAction tells whether two targets of a listener or rule stand in one action, which then divides the traffic.
func sameAction(a, b graph.Place) bool {
	return attributeOf(a.Path) == attributeOf(b.Path) && firstIndex(a.Path) == firstIndex(b.Path)
}

// firstIndex is the number of the block or item that a path goes through first, -1 where it goes through none.
func firstIndex(p cty.Path) int {
	for _, s := range p {
		if i, ok := s.(cty.IndexStep); ok && i.Key.Type() == cty.Number {
			n, _ := i.Key.AsBigFloat().Int64()
			return int(n)
		}
	}
	return -1
}

// HandPicked tells whether an attachment takes its target from a data source that looks instances up.
func HandPicked(attachment *graph.Resource) (picked graph.Tri, by *graph.Resource, at graph.Place) {
	edge := TargetGroupAttachment.Target
	if ClassicAttachment.Includes(attachment) == graph.True {
		edge = ClassicAttachment.Instance
	}
	for _, p := range edge.paths[attachment.Language] {
		f := p.find(attachment)
		if f.state == absent {
			continue
		}
		for _, ref := range graph.Refs(f.value) {
			for _, t := range attachment.Graph().Targets(ref) {
				if t.Mode == graph.Data && (t.Type == "aws_instance" || t.Type == "aws_instances") && !ref.Possible && (by == nil || t.Address < by.Address) {
					by, at = t, graph.Place{Resource: attachment, Path: f.at}
				}
			}
		}
	}
	return graph.Known(by != nil), by, at
}

// unnumbered tells whether the target stands for a number of them that is not known.
func (t Target) unnumbered() bool {
	return t.Compute != nil && t.Compute.Many() || t.Place.Resource != nil && t.Place.Resource.Many()
}

// InstancesBehind tells whether two or more instances are attached to a front one by one, and gives those that certainly
// are, in the order of their addresses.
func InstancesBehind(front *graph.Resource) (many graph.Tri, all []Target) {
	t := TargetsOf(front)
	var set graph.Set
	set.Open = t.Open
	for _, i := range t.Items {
		set.Open = set.Open || i.unnumbered()
		switch {
		case i.Compute == nil:
			m := graph.Uncounted(i.Place.Resource.Address + "." + pathText(i.Place.Path))
			m.Possible = true
			set.Add(m)
		case Instance.Includes(i.Compute) == graph.True:
			certain := i.Certain.And(i.Compute.With(front))
			if certain == graph.True {
				all = append(all, i)
			} else {
				front.Graph().Doubt(graph.Doubt{Resource: front, Message: i.Compute.Address + " may be attached to " + front.Address + ", or not"})
			}
			set.Add(graph.Member{Key: i.Compute.Address, Possible: certain != graph.True, When: i.When})
		}
	}
	slices.SortStableFunc(all, func(a, b Target) int { return cmp.Compare(a.Compute.Address, b.Compute.Address) })
	if t.Open {
		front.Graph().Doubt(graph.Doubt{Resource: front, Message: "others than those in sight may be attached to " + front.Address})
	}
	return set.AtLeast(2), all
}
