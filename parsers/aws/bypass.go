package aws

import (
	"fmt"
	"iter"
	"slices"

	"github.com/archlint/archlint/parsers/graph"
)

// An Admission is a rule of a security group that lets in somebody whom it should not.
type Admission struct {
	Is     graph.Tri
	Wide   bool            // it admits everybody, else a range of the VPC
	Ports  string          // that the rule opens: "port 80"
	From   string          // whom it admits: "everybody (0.0.0.0/0)"
	Group  *graph.Resource // the security group
	Rule   graph.Place     // the rule
	Place  graph.Place     // where the range is written
	Before *graph.Resource // the load balancer or target group that stands before the compute, or itself if it has one of its own; nil where none does
	Host   *graph.Resource // what carries the group in place of compute whose tasks share its interface; nil where none does
}

// worse keeps the worse of two admissions: a known one, then the wider, then the first.
func (a *Admission) worse(o Admission) {
	switch {
	case o.Is == graph.True && (a.Is != graph.True || o.Wide && !a.Wide):
		*a = o
	case a.Is != graph.True:
		a.Is = a.Is.Or(o.Is)
	}
}

// An arrival is a port of compute on which a load balancer sends it requests or checks its health.
type arrival struct {
	port  Value[int]
	from  *graph.Resource // the target group or Classic Load Balancer, or the environment that makes one
	group graph.Tri       // whether the load balancer has a security group that the compute could admit
	nodes Links           // the subnets of the load balancer
	sure  graph.Tri       // whether it does
	host  hostPort        // of tasks that share the interface of their instance
}

// arrivalsOf are the ports of compute at which requests of load balancers arrive; open where there may be others.
func arrivalsOf(compute *graph.Resource) (out []arrival, open bool) {
	if BeanstalkEnvironment.Includes(compute) == graph.True {
		return SettingsOf(compute).arrivals(), false
	}
	fronts := FrontsOf(compute)
	if open = fronts.Open; open {
		compute.Graph().Doubt(graph.Doubt{Resource: compute, Message: "something else may stand before " + compute.Address})
	}
	for _, f := range fronts.Items {
		switch {
		case f.Lattice() == graph.True:
		case f.To == nil:
			open = true
			compute.Graph().Doubt(graph.Doubt{Resource: compute, Message: "what stands before " + compute.Address + " is not in sight"})
		case ClassicLoadBalancer.Includes(f.To) == graph.True:
			listeners := ClassicLoadBalancer.Listeners.Of(f.To)
			open = open || listeners.Open
			for _, b := range listeners.Items {
				out = append(out, arrival{field[int](b, "instance_port", "InstancePort"), f.To, graph.True, ClassicLoadBalancer.Subnets.Of(f.To), f.Certain, sharedPort(compute, f)})
			}
		case TargetGroup.Includes(f.To) == graph.True:
			group, nodes := guardedFront(f.To)
			out = append(out, arrival{arrivalPort(compute, f), f.To, group, nodes, f.Certain, sharedPort(compute, f)})
		}
	}
	return out, open
}

// arrivalPort is the port at which a target group reaches compute: that of the container or of the attachment, else the
// target group's own.
func arrivalPort(compute *graph.Resource, f Front) Value[int] {
	if ECSService.Includes(compute) == graph.True {
		return beside[int](f.Place, "container_port", "ContainerPort")
	}
	if TargetGroupAttachment.Includes(f.Place.Resource) == graph.True {
		if own := TargetGroupAttachment.Port.Of(f.Place.Resource); own.Written() != graph.False {
			return own
		}
	} else if own := beside[int](f.Place, "", "Port"); own.Written() != graph.False {
		return own
	}
	return TargetGroup.Port.Of(f.To)
}

// guardedFront tells whether what sends requests through a target group has a security group, which its targets can
// admit, and in which subnets it stands. An application load balancer always has one, a network load balancer only where
// one is written, a gateway load balancer never (Elastic Load Balancing, User Guide for Network Load Balancers, "Update
// the security groups for your Network Load Balancer").
func guardedFront(tg *graph.Resource) (graph.Tri, Links) {
	sort := SortOfGroup(tg)
	if sort == Gateway {
		return graph.False, Links{}
	}
	nodes := Links{Open: true}
	guarded := graph.Unknown
	if sort == Application {
		guarded = graph.True
	}
	for _, w := range WaysTo(tg).Items {
		lb := w.Balancer()
		if lb == nil {
			continue
		}
		nodes = LoadBalancer.Subnets.Of(lb)
		switch LoadBalancer.Type.Of(lb).Is(Network) {
		case graph.True:
			guarded = LoadBalancer.SecurityGroups.Of(lb).Any()
		case graph.False:
			guarded = LoadBalancer.Type.Of(lb).Is(Application)
		}
		break
	}
	if guarded == graph.Unknown {
		tg.Graph().Doubt(graph.Doubt{Resource: tg, Message: "whether the load balancer before " + tg.Address + " has security groups is not known"})
	}
	return guarded, nodes
}

// Bypass tells whether compute behind a load balancer takes the port on which that calls it from others than it: from
// anywhere, or from a range of its VPC that is wider than the subnets of the load balancer. It is False where no load
// balancer stands before it.
func Bypass(compute *graph.Resource) Admission {
	out := Admission{Is: graph.False}
	arrivals, open := arrivalsOf(compute)
	if len(arrivals) == 0 {
		if open {
			out.Is = FrontsOf(compute).Any().And(graph.Unknown)
		}
		return out
	}
	if !sharesInterface(compute) && AdmitsOnlyMembers(compute) == graph.True {
		return out
	}
	if open {
		out.Is = graph.Unknown
	}
	if !sharesInterface(compute) {
		out.admit(SecurityGroupsOf(compute), arrivals, nil)
		return out
	}
	hosts := hostsOf(compute)
	if len(hosts) == 0 {
		compute.Graph().Doubt(graph.Doubt{Resource: compute, Message: "the instances that run the tasks of " + compute.Address + " are not in sight"})
		out.Is = graph.Unknown
	}
	for _, host := range hosts {
		out.admit(SecurityGroupsOf(host), arrivals, host)
	}
	return out
}

// admit looks at what the groups of compute, or of the host of its tasks, let in where load balancers call it.
func (a *Admission) admit(groups Links, arrivals []arrival, host *graph.Resource) {
	if groups.Open {
		a.worse(Admission{Is: graph.Unknown})
	}
	for _, l := range groups.Items {
		if l.To == nil {
			doubtPlace(l.Place.Resource, pathText(l.Place.Path))
			a.worse(Admission{Is: graph.Unknown})
			continue
		}
		rules := IngressOf(l.To)
		if rules.Open {
			doubtIngress(l.To)
			a.worse(Admission{Is: graph.Unknown})
		}
		for _, rule := range rules.Items {
			for _, at := range arrivals {
				p, known := at.port.Get()
				takes := rule.unknownPort()
				switch {
				case host != nil:
					takes = rule.onHost(at.host)
				case known:
					takes = rule.port(p)
				}
				if takes = takes.And(at.group, at.sure, l.Exists); takes == graph.False {
					continue
				}
				for _, s := range rule.CIDRs {
					found := Admission{Ports: rule.ports(), Group: l.To, Rule: rule.Place, Place: s.Place, Before: at.from, Host: host}
					switch everywhere := s.everywhere(); {
					case everywhere == graph.False:
						found.Is, found.From = takes.And(s.inVPC(l.To), s.widerThan(at.nodes, l.To)), s.String()
					case everywhere == graph.True && host == nil && known && slices.Contains(worldDataPorts, p) && rule.forFewPorts():
						continue // it is told by DataPortToWorld
					default:
						found.Is, found.From, found.Wide = takes.And(everywhere), "everybody ("+s.String()+")", true
					}
					a.worse(found)
				}
				if rule.Prefixes != graph.False {
					doubtAddresses(rule.Place.Resource)
					a.worse(Admission{Is: graph.Unknown})
				}
			}
		}
	}
}

// TiersOf gives [Tiers] one by one.
func TiersOf(g *graph.Graph) iter.Seq[*graph.Resource] { return slices.Values(Tiers(g)) }

// unknownPort tells whether the rule opens a port of which nothing is known: every port is open, or one may be.
func (in Ingress) unknownPort() graph.Tri {
	from, ok1 := in.From.Get()
	to, ok2 := in.To.Get()
	all := in.allProtocols()
	tcp := in.tcp()
	if ok1 && ok2 && from <= 1 && to == 65535 {
		return all.Or(tcp)
	}
	return all.Or(tcp.And(graph.Unknown))
}

// AppOpenToWorld tells whether compute that no load balancer stands before takes a web port from another tier's group and
// from anywhere as well.
func AppOpenToWorld(compute *graph.Resource) Admission {
	out := Admission{Is: FrontsOf(compute).Any().Not()}
	if BeanstalkEnvironment.Includes(compute) == graph.True {
		out.Is = SettingsOf(compute).LoadBalanced().Not()
	}
	if out.Is == graph.False || AdmitsOnlyMembers(compute) == graph.True {
		return Admission{Is: graph.False}
	}
	byTier := map[int]graph.Tri{}
	world := map[int]Admission{}
	groups := SecurityGroupsOf(compute)
	open := groups.Open
	for _, l := range groups.Items {
		if l.To == nil {
			doubtPlace(l.Place.Resource, pathText(l.Place.Path))
			open = true
			continue
		}
		rules := IngressOf(l.To)
		if rules.Open {
			doubtIngress(l.To)
			open = true
		}
		for _, rule := range rules.Items {
			if !rule.forFewPorts() {
				continue
			}
			tier := rule.fromTier(l.To)
			for _, p := range webPorts {
				takes := rule.port(p).And(l.Exists)
				if takes == graph.False {
					continue
				}
				byTier[p] = orFalse(byTier, p).Or(takes.And(tier))
				for _, s := range rule.CIDRs {
					a := Admission{Is: takes.And(s.everywhere()), Wide: true, Ports: fmt.Sprintf("port %d", p), From: "everybody (" + s.String() + ")", Group: l.To, Rule: rule.Place, Place: s.Place}
					if old, seen := world[p]; seen {
						old.worse(a)
						a = old
					}
					world[p] = a
				}
			}
		}
	}
	found := Admission{Is: graph.False}
	for _, p := range webPorts {
		a, seen := world[p]
		if !seen {
			continue
		}
		a.Is = a.Is.And(orFalse(byTier, p))
		found.worse(a)
	}
	if open {
		found.worse(Admission{Is: graph.Unknown})
	}
	found.Is = found.Is.And(out.Is)
	return found
}

func orFalse[K comparable](m map[K]graph.Tri, k K) graph.Tri {
	if t, ok := m[k]; ok {
		return t
	}
	return graph.False
}

// fromTier tells whether a rule of a group admits the group of other compute, which is no load balancer's.
func (in Ingress) fromTier(group *graph.Resource) graph.Tri {
	out := graph.False
	c := carriersOf(group.Graph())
	for _, from := range in.Groups.Items {
		if from.To != nil && from.To != group && len(c.byGroup[from.To]) > 0 && !guardsLoadBalancer(from.To) {
			out = out.Or(from.Exists)
		}
	}
	return out
}
