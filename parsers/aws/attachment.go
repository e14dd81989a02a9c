package aws

import (
	"iter"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// A Front is a load balancer's end of an attachment: a target group, a Lattice target group or a Classic Load
// Balancer that sends traffic to compute.
type Front struct {
	To      *graph.Resource // nil where it is out of sight or not known
	Certain graph.Tri       // True or Unknown
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

// Any tells whether anything is attached.
func (f Fronts) Any() graph.Tri {
	out := graph.False
	if f.Open {
		out = graph.Unknown
	}
	for _, i := range f.Items {
		out = out.Or(i.Certain)
	}
	return out
}

func (f *Fronts) follow(l Links, certain graph.Tri) {
	f.Open = f.Open || l.Open
	for _, i := range l.Items {
		if i.To != nil || i.Literal != "" {
			f.Items = append(f.Items, Front{i.To, i.Exists.And(certain), i.Place})
			continue
		}
		if len(i.Candidates) == 0 { // attached for certain, to something out of sight
			f.Items = append(f.Items, Front{nil, i.Exists.And(certain), i.Place})
			continue
		}
		for _, c := range i.Candidates {
			f.Items = append(f.Items, Front{c, graph.Unknown, i.Place})
		}
		if !i.Open && i.Exists.And(certain) == graph.True { // one of them, for certain
			f.Items = append(f.Items, Front{nil, graph.True, i.Place})
		}
	}
}

// back adds the fronts that list the compute on their own side.
func (f *Fronts) back(b Backs) {
	f.Open = f.Open || len(b.Open) > 0
	for _, i := range b.Items {
		f.Items = append(f.Items, Front{i.From, i.Certain, i.Place})
	}
}

// FrontsOf gives what sends traffic to a group, an instance or an ECS service.
func FrontsOf(compute *graph.Resource) Fronts {
	type key struct{ r *graph.Resource }
	return graph.Fact(compute.Graph(), key{compute}, func() Fronts {
		var f Fronts
		switch {
		case AutoScalingGroup.Includes(compute) == graph.True:
			f.follow(AutoScalingGroup.TargetGroups.Of(compute), graph.True)
			f.follow(AutoScalingGroup.ClassicLoads.Of(compute), graph.True)
			f.follow(AutoScalingGroup.TrafficSources.Of(compute), graph.True)
			b := AutoScalingAttachment.Group.Into(compute)
			f.Open = f.Open || len(b.Open) > 0
			for _, i := range b.Items {
				f.follow(AutoScalingAttachment.TargetGroup.Of(i.From), i.Certain)
				f.follow(AutoScalingAttachment.ClassicLoad.Of(i.From), i.Certain)
				f.follow(AutoScalingAttachment.TrafficSource.Of(i.From), i.Certain)
			}
		case Instance.Includes(compute) == graph.True:
			f.back(TargetGroup.Targets.Into(compute))
			f.back(ClassicLoadBalancer.Instances.Into(compute))
			b := TargetGroupAttachment.Target.Into(compute)
			f.Open = f.Open || len(b.Open) > 0
			for _, i := range b.Items {
				f.follow(TargetGroupAttachment.TargetGroup.Of(i.From), i.Certain)
			}
			b = ClassicAttachment.Instance.Into(compute)
			f.Open = f.Open || len(b.Open) > 0
			for _, i := range b.Items {
				f.follow(ClassicAttachment.LoadBalancer.Of(i.From), i.Certain)
			}
		case ECSService.Includes(compute) == graph.True:
			f.follow(ECSService.TargetGroups.Of(compute), graph.True)
			f.follow(ECSService.ClassicLoads.Of(compute), graph.True)
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
		t.Items = append(t.Items, Target{i.From, i.Certain, i.Place})
	}
}

func (t *Targets) follow(l Links, certain graph.Tri) {
	t.Open = t.Open || l.Open
	for _, i := range l.Items {
		if i.To != nil || len(i.Candidates) == 0 {
			t.Items = append(t.Items, Target{i.To, i.Exists.And(certain), i.Place})
			continue
		}
		for _, c := range i.Candidates {
			t.Items = append(t.Items, Target{c, graph.Unknown, i.Place})
		}
	}
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
				t.follow(via.to.Of(i.From), i.Certain)
			}
		}
		if TargetGroup.Includes(front) == graph.True {
			t.follow(TargetGroup.Targets.Of(front), graph.True)
		} else if ClassicLoadBalancer.Includes(front) == graph.True {
			t.follow(ClassicLoadBalancer.Instances.Of(front), graph.True)
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
