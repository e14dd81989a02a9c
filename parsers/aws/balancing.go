package aws

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// The sorts of load balancers that have target groups.
const (
	Application = "application"
	Network     = "network"
	Gateway     = "gateway"
)

// sortByProtocol are the load balancers that take target groups of a protocol (API reference, CreateTargetGroup).
var sortByProtocol = map[string]string{
	"HTTP": Application, "HTTPS": Application,
	"TCP": Network, "TLS": Network, "UDP": Network, "TCP_UDP": Network, "QUIC": Network, "TCP_QUIC": Network,
	"GENEVE": Gateway,
}

// SortOfGroup is the sort of the load balancer that a target group is for: its protocol tells, or the target type lambda,
// which only application load balancers have. It is "" where that is not known.
func SortOfGroup(tg *graph.Resource) string {
	if t, ok := TargetGroup.TargetType.Of(tg).Get(); ok && t == "lambda" {
		return Application
	}
	written := TargetGroup.Protocol.Of(tg)
	if HasPrefix(written, "HTTP") == graph.True { // HTTP or HTTPS, perhaps by a condition
		return Application
	}
	protocol, _ := written.Get()
	return sortByProtocol[strings.ToUpper(protocol)]
}

// HealthProtocolOf is the protocol by which a target group checks its targets, by default, too.
//
// Where none is written the API takes HTTP for target groups of application load balancers and for those whose targets are
// application load balancers, and TCP for all others (API reference, CreateTargetGroup: HealthCheckProtocol). Terraform sends
// HTTP as soon as there is a health_check block (provider documentation of aws_lb_target_group).
func HealthProtocolOf(tg *graph.Resource) Value[string] {
	v := TargetGroup.HealthProtocol.Of(tg)
	if v.state != absent || v.known {
		return v
	}
	switch TargetGroup.HealthChecks.Of(tg).Any() {
	case graph.True:
		v.value, v.known = "HTTP", true
		return v
	case graph.Unknown:
		v.state = unknown
		return v
	}
	targets, ok := TargetGroup.TargetType.Of(tg).Get()
	switch sort := SortOfGroup(tg); {
	case sort == Application, ok && targets == "alb":
		v.value, v.known = "HTTP", true
	case sort != "" && ok:
		v.value, v.known = "TCP", true
	default:
		v.state = unknown
	}
	return v
}

// OnWebPort tells whether a target group sends its traffic to a port that web servers listen on.
func OnWebPort(tg *graph.Resource) graph.Tri { return portIn(TargetGroup.Port.Of(tg), webPorts) }

// anyClassicListener asks a question of every listener of a Classic Load Balancer.
func anyClassicListener(lb *graph.Resource, question func(Block) graph.Tri) graph.Tri {
	listeners := ClassicLoadBalancer.Listeners.Of(lb)
	out := graph.False
	if listeners.Open {
		out = graph.Unknown
	}
	for _, b := range listeners.Items {
		out = out.Or(question(b))
	}
	return out
}

// speaksHTTP tells whether a listener of a Classic Load Balancer is of HTTP or HTTPS, also where it depends on a condition
// which of the two: no other protocol begins so.
func speaksHTTP(listener Block) graph.Tri {
	protocol := field[string](listener, "lb_protocol", "Protocol")
	if protocol.known {
		return protocol.Test(isHTTP)
	}
	protocol.folded = true
	return HasPrefix(protocol, "http")
}

// SpeaksHTTP tells whether a Classic Load Balancer has a listener of HTTP or HTTPS.
func SpeaksHTTP(lb *graph.Resource) graph.Tri { return anyClassicListener(lb, speaksHTTP) }

// ZonesOfLoadBalancer are the zones in which a load balancer of either generation has nodes: those of its subnets, else
// those written.
func ZonesOfLoadBalancer(lb *graph.Resource) Zones {
	type key struct{ r *graph.Resource }
	return graph.Fact(lb.Graph(), key{lb}, func() Zones {
		classic := ClassicLoadBalancer.Includes(lb) == graph.True
		subnets := LoadBalancer.Subnets
		if classic {
			subnets = ClassicLoadBalancer.Subnets
		}
		links := subnets.Of(lb)
		if links.Any() != graph.False {
			return ZonesOfLinks(links)
		}
		if classic {
			if zones, isWritten := ClassicLoadBalancer.Zones.Of(lb); isWritten != graph.False {
				zones.Because = pathText(zones.Place.Path) + " names no other"
				return zones
			}
		}
		lb.Graph().Doubt(graph.Doubt{Resource: lb, Message: lb.Address + " names no subnets"})
		return Zones{Place: graph.Place{Resource: lb}, Set: graph.Set{Open: true}, Edge: graph.False}
	})
}

// SpreadByBlock tells whether load balancers that one block makes with count or for_each lie in two or more zones
// together: one for each zone, as zonal appliances and endpoints have them.
func SpreadByBlock(lb *graph.Resource) graph.Tri {
	type key struct{}
	blocks := graph.Fact(lb.Graph(), key{}, func() map[string]*graph.Set {
		out := map[string]*graph.Set{}
		for r := range loadBalancer.In(lb.Graph()) {
			block := graph.WithoutKeys(r.Address)
			s := out[block]
			if s == nil {
				s = &graph.Set{}
				out[block] = s
			}
			if len(s.Members) >= mostZones {
				s.Open = true
				continue
			}
			s.Union(ZonesOfLoadBalancer(r).Set, r.Exists != graph.True)
		}
		lb.Graph().TakeDoubts()
		return out
	})
	block := graph.WithoutKeys(lb.Address)
	if block == lb.Address || blocks[block] == nil {
		return graph.False
	}
	return blocks[block].AtLeast(2)
}

// ZonesOfCompute are the zones in which compute that a load balancer may send traffic to runs: a group, an instance, a
// service with network interfaces of its own.
func ZonesOfCompute(r *graph.Resource) Zones {
	if AutoScalingGroup.Includes(r) == graph.True {
		return ZonesOfGroup(r)
	}
	links := SubnetsOf(r)
	if links.Any() != graph.False {
		return ZonesOfLinks(links)
	}
	if Instance.Includes(r) == graph.True {
		if zones, isWritten := Instance.Zones.Of(r); isWritten != graph.False {
			zones.Because = pathText(zones.Place.Path) + " names no other"
			return zones
		}
		for _, lt := range LaunchTemplateOf(r) {
			if l := LaunchTemplate.Subnets.Of(lt); l.Any() != graph.False {
				return ZonesOfLinks(l)
			}
		}
	}
	r.Graph().Doubt(graph.Doubt{Resource: r, Message: r.Address + " names no subnets"})
	return Zones{Place: graph.Place{Resource: r}, Set: graph.Set{Open: true}, Edge: graph.False}
}

// A Way is one by which a listener of a load balancer, or a rule of one, leads to a target group.
type Way struct {
	From    *graph.Resource // the listener or rule
	Certain graph.Tri       // True or Unknown
	When    graph.Condition // where it leads there, if the target group is there; often not known
	Idle    graph.Tri       // whether its weight is 0, so that no traffic takes it
	Place   graph.Place     // where the target group is named
}

// Balancer is the load balancer that the way begins at, nil where it is out of sight or not known.
func (w Way) Balancer() *graph.Resource {
	l := w.From
	if ListenerRule.Includes(l) == graph.True {
		l = nil
		for of := range ListenerRule.Listener.Of(w.From).Targets() {
			l = of
		}
	}
	if l == nil {
		return nil
	}
	for lb := range Listener.LoadBalancer.Of(l).Targets() {
		return lb
	}
	return nil
}

// Ways are all that lead to one target group.
type Ways struct {
	Items []Way
	Open  bool // there may be others
}

// Any tells whether a listener or rule leads there.
func (w Ways) Any() graph.Tri {
	out := noAlternative()
	for _, i := range w.Items {
		out.add(i.Certain, i.When)
	}
	if out.any == graph.True {
		return out.any
	}
	for _, i := range w.Items {
		i.From.Graph().Doubt(graph.Doubt{Resource: i.From, Message: i.From.Address + " may not exist, or may not lead there"})
	}
	if w.Open {
		out.any = graph.Unknown
	}
	return out.any
}

// WaysTo gives what leads to a target group: default actions of listeners and the actions of their rules.
func WaysTo(tg *graph.Resource) Ways {
	type key struct{ r *graph.Resource }
	return graph.Fact(tg.Graph(), key{tg}, func() Ways {
		var w Ways
		direct := Listener.Forwards.Into(tg)
		rules := ListenerRule.Forwards.Into(tg)
		for _, backs := range []Backs{direct, rules} {
			for _, b := range backs.Items {
				w.Items = append(w.Items, Way{b.From, b.Certain, b.When, idle(b.Place), b.Place})
			}
			if len(backs.Open) > 0 {
				w.Open = true
				doubtPlace(backs.Open[0].From, pathText(backs.Open[0].Place.Path))
			}
		}
		if tg.Graph().Hides(tg) != graph.False {
			w.Open = true
		}
		return w
	})
}

// HasListeners tells whether listeners stand in the unit: Unknown where there are none, since they may stand in another that
// looks target groups up by name.
func HasListeners(g *graph.Graph) graph.Tri {
	for _, k := range []Kind{loadBalancer, listener, listenerRule} {
		for range k.In(g) {
			return graph.True
		}
	}
	g.Doubt(graph.Doubt{Message: "there is no load balancer in sight"})
	return graph.Unknown
}

// idle tells whether the weight beside a target group in a weighted action is 0.
func idle(at graph.Place) graph.Tri {
	weight := beside[int](at, "weight", "Weight")
	if weight.state == absent {
		return graph.False
	}
	return weight.Is(0)
}

// beside reads a scalar that stands in the same block as a place.
func beside[T Scalar](at graph.Place, terraform, cloudFormation string) Value[T] {
	none := Value[T]{Place: at, state: absent}
	if len(at.Path) < 2 {
		return none
	}
	if _, ok := at.Path[len(at.Path)-1].(cty.GetAttrStep); !ok {
		return none
	}
	first, ok := at.Path[0].(cty.GetAttrStep)
	if !ok {
		return none
	}
	block := at.Path[:len(at.Path)-1]
	v, err := block[1:].Apply(at.Resource.Attribute(first.Name))
	if err != nil {
		return none
	}
	return field[T](Block{Place: graph.Place{Resource: at.Resource, Path: block}, value: v}, terraform, cloudFormation)
}

// FrontsBelow are the target groups that the listeners of a load balancer and their rules lead to; a Classic Load Balancer
// is its own front.
func FrontsBelow(lb *graph.Resource) Fronts {
	type key struct{ r *graph.Resource }
	return graph.Fact(lb.Graph(), key{lb}, func() Fronts {
		var f Fronts
		if ClassicLoadBalancer.Includes(lb) == graph.True {
			f.Items = append(f.Items, Front{To: lb, Certain: graph.True, When: graph.Always, Place: graph.Place{Resource: lb}})
			return f
		}
		listeners := Listener.LoadBalancer.Into(lb)
		f.Open = len(listeners.Open) > 0 || lb.Graph().Hides(lb) != graph.False
		for _, l := range listeners.Items {
			f.follow(lb, Listener.Forwards.Of(l.From), l.Certain, l.When)
			rules := ListenerRule.Listener.Into(l.From)
			f.Open = f.Open || len(rules.Open) > 0 || l.From.Graph().Hides(l.From) != graph.False
			for _, r := range rules.Items {
				f.follow(lb, ListenerRule.Forwards.Of(r.From), l.Certain.And(r.Certain), l.When.And(r.When))
			}
		}
		return f
	})
}

// CrossZone tells whether a load balancer may send requests to targets of a front in zones other than that of the node that
// took them: what the target group says, else what the load balancer does.
func CrossZone(lb, front *graph.Resource) graph.Tri {
	if lb == front {
		return ClassicLoadBalancer.CrossZone.Of(lb).Is(true)
	}
	own := TargetGroup.CrossZone.Of(front)
	switch v, ok := own.Get(); {
	case ok && v == "true":
		return graph.True
	case ok && v == "false":
		return graph.False
	case !ok:
		own.doubt()
		return graph.Unknown
	}
	return crossZoneByDefault(lb)
}

// crossZoneByDefault tells what target groups get that say nothing of their own.
func crossZoneByDefault(lb *graph.Resource) graph.Tri {
	return LoadBalancer.Type.Of(lb).Is(Application).Or(LoadBalancer.CrossZone.Of(lb).Is(true))
}

// InAnyZone tells whether a target was registered for the nodes of all zones, as addresses outside the VPC are (API
// reference, TargetDescription).
func (t Target) InAnyZone() graph.Tri {
	if r := t.Place.Resource; TargetGroupAttachment.Includes(r) == graph.True {
		return TargetGroupAttachment.Zone.Of(r).Is("all")
	}
	return beside[string](t.Place, "", "AvailabilityZone").Is("all")
}

// MissedZones are the zones that compute runs in for certain and that a load balancer with nodes in some zones lacks, those
// that are not known for sure as possible ones. The set is open where zones cannot be compared.
func MissedZones(nodes Zones, compute *graph.Resource) Zones {
	runs := ZonesOfCompute(compute)
	out := Zones{Place: runs.Place, Edge: graph.False}
	if runs.Edge != graph.False || nodes.Edge != graph.False {
		out.Open = true
		return out
	}
	out.Open = runs.Open
	for _, m := range runs.Members {
		switch nodes.Has(m) {
		case graph.False:
			out.Add(m)
		case graph.Unknown:
			m.Possible = true
			out.Add(m)
			compute.Graph().Doubt(graph.Doubt{Resource: compute, Message: "whether the zones of " + compute.Address + ", " + runs.String() + ", are among " + nodes.String() + " is not known"})
		}
	}
	for _, e := range runs.Evidence {
		if e.Resource != nil && len(out.Members) > 0 && ZonesOfSubnet(e.Resource).within(out.Set) {
			out.Evidence = append(out.Evidence, e)
		}
	}
	return out
}

// within tells whether every zone is a certain member of a set.
func (z Zones) within(s graph.Set) bool {
	for _, m := range z.Members {
		if s.Has(m) != graph.True {
			return false
		}
	}
	return true
}

// LeastTargets is the least number of targets that a front always has; ok is false where that is not known. What scales by
// itself in other ways than an Auto Scaling group is not counted.
func LeastTargets(front *graph.Resource) (n int, ok bool) {
	t := TargetsOf(front)
	if t.Open || len(t.Items) == 0 {
		return 0, false
	}
	for _, i := range t.Items {
		switch {
		case i.Compute == nil || i.Certain != graph.True:
			return 0, false
		case Instance.Includes(i.Compute) == graph.True:
			n++
		case AutoScalingGroup.Includes(i.Compute) == graph.True:
			least, known := AutoScalingGroup.Min.Of(i.Compute).Get()
			if !known {
				return 0, false
			}
			n += least
		default:
			return 0, false
		}
	}
	return n, true
}
