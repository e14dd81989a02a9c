package aws

import "github.com/archlint/archlint/parsers/graph"

// agentPorts are those on which agents are asked for what they measure: Prometheus' node exporter, Zabbix and NRPE (their
// documentation).
var agentPorts = []int{5666, 9100, 10050}

// A Carrier is a resource that carries a security group.
type Carrier struct {
	*graph.Resource
	Certain graph.Tri
	Place   graph.Place // where it names the group
	Only    bool        // it carries no other
}

// Carriers are those of one security group, by tier.
type Carriers struct {
	LoadBalancers, Compute, Stores []Carrier
}

// CarriersOf are the load balancers, compute and data stores that carry a security group, or may.
func CarriersOf(group *graph.Resource) Carriers {
	type key struct{}
	g := group.Graph()
	all := graph.Fact(g, key{}, func() map[*graph.Resource]*Carriers {
		out := map[*graph.Resource]*Carriers{}
		add := func(r *graph.Resource, tier func(*Carriers) *[]Carrier) {
			groups := SecurityGroupsOf(r)
			for _, l := range groups.Items {
				for _, c := range l.Candidates {
					if out[c] == nil {
						out[c] = &Carriers{}
					}
					certain := graph.Unknown
					if l.To == c {
						certain = l.Exists.And(c.With(r))
					}
					list := tier(out[c])
					*list = append(*list, Carrier{r, certain, l.Place, len(groups.Items) == 1 && !groups.Open})
				}
			}
		}
		for _, k := range []Kind{loadBalancer, classicLoadBalancer} {
			for r := range k.In(g) {
				add(r, func(c *Carriers) *[]Carrier { return &c.LoadBalancers })
			}
		}
		for _, r := range Tiers(g) {
			if BeanstalkEnvironment.Includes(r) != graph.True {
				add(r, func(c *Carriers) *[]Carrier { return &c.Compute })
			}
		}
		for r := range Function.In(g) {
			add(r, func(c *Carriers) *[]Carrier { return &c.Compute })
		}
		for _, r := range DataTier(g) {
			add(r, func(c *Carriers) *[]Carrier { return &c.Stores })
		}
		g.TakeDoubts()
		return out
	})
	if c := all[group]; c != nil {
		return *c
	}
	return Carriers{}
}

// Shared is what tiers have in common that carry one security group.
type Shared struct {
	Is       graph.Tri
	Front    graph.Tri // a load balancer and compute carry it
	Stored   graph.Tri // compute and a data store do
	Carriers []Carrier // the first load balancer, compute and data store that do for certain, in this order
}

// SharedGroup tells whether a security group is on two tiers, load balancer and compute or compute and data, and opens the
// port of the latter, or is all that guards one of them and opens something: what lets clients to the one lets them to
// the other. What opens nothing but the ports of administration and of agents is shared on purpose; so are groups of EKS
// clusters, and those that open a few ports to whoever carries them and to nobody else.
func SharedGroup(group *graph.Resource) Shared {
	type key struct{ group *graph.Resource }
	return graph.Fact(group.Graph(), key{group}, func() Shared { return sharedGroup(group) })
}

func sharedGroup(group *graph.Resource) Shared {
	out := Shared{Is: graph.False, Front: graph.False, Stored: graph.False}
	c := CarriersOf(group)
	if len(c.Compute) == 0 || len(c.LoadBalancers) == 0 && len(c.Stores) == 0 || KubernetesCluster.SecurityGroups.Into(group).Any() == graph.True {
		return out
	}
	rules := IngressOf(group)
	opens := graph.False
	if rules.Open {
		opens = graph.Unknown
	}
	for _, rule := range rules.Items {
		opens = opens.Or(rule.beyond(adminPorts, agentPorts).And(rule.forMembers(group).Not()))
	}
	if opens == graph.False {
		return out
	}
	shared := func(before, after Carrier, ports graph.Tri) graph.Tri {
		if before.With(after.Resource) == graph.False {
			return graph.False
		}
		together := before.With(after.Resource).Or(after.With(before.Resource)) // the one is never there without the other
		return opens.And(before.Certain, after.Certain, together, graph.Known(before.Only || after.Only).Or(ports))
	}
	// One of each tier tells of them all: of those that certainly carry the group the first, else any.
	lb, hasLB := first(c.LoadBalancers)
	store, hasStore := first(c.Stores)
	storeOpen := graph.Known(false)
	if hasStore {
		storeOpen = opensStore(rules, store.Resource)
	}
	var front, stored Carrier // the compute
	for _, compute := range c.Compute {
		if Appliance(compute.Resource) == graph.True {
			continue
		}
		if hasLB && out.Front != graph.True && Function.Includes(compute.Resource) != graph.True {
			out.Front, front = out.Front.Or(shared(lb, compute, opensArrival(rules, compute.Resource))), compute
		}
		if hasStore && out.Stored != graph.True {
			out.Stored, stored = out.Stored.Or(shared(compute, store, storeOpen)), compute
		}
	}
	if out.Is = out.Front.Or(out.Stored); out.Is != graph.True {
		if rules.Open && out.Is == graph.Unknown {
			doubtIngress(group)
		}
		return out
	}
	if out.Front == graph.True {
		out.Carriers = append(out.Carriers, lb, front)
	}
	if out.Stored == graph.True {
		if out.Front != graph.True || front.Resource != stored.Resource {
			out.Carriers = append(out.Carriers, stored)
		}
		out.Carriers = append(out.Carriers, store)
	}
	return out
}

// forMembers tells whether the rule opens a few ports to those that carry its group, and to nobody else.
func (in Ingress) forMembers(group *graph.Resource) graph.Tri {
	if len(in.CIDRs) > 0 || in.OfAWS || in.Prefixes != graph.False || in.Groups.Open || !in.forFewPorts() {
		return graph.False
	}
	itself := in.Self
	for _, l := range in.Groups.Items {
		if l.To != group {
			return graph.False
		}
		itself = itself.Or(l.Exists)
	}
	return itself
}

func first(all []Carrier) (Carrier, bool) {
	for _, c := range all {
		if c.Certain == graph.True {
			return c, true
		}
	}
	if len(all) == 0 {
		return Carrier{}, false
	}
	return all[0], true
}

// opensArrival tells whether the rules of a group open a port on which a load balancer calls the compute.
func opensArrival(rules IngressRules, compute *graph.Resource) graph.Tri {
	out := graph.Known(false)
	if rules.Open {
		out = graph.Unknown
	}
	arrivals, open := arrivalsOf(compute)
	if open {
		out = graph.Unknown
	}
	for _, a := range arrivals {
		for _, rule := range rules.Items {
			if p, ok := a.port.Get(); ok {
				out = out.Or(rule.port(p).And(a.sure))
			} else {
				out = out.Or(rule.unknownPort())
			}
		}
	}
	return out
}

// opensStore tells whether the rules of a group open the port of a store.
func opensStore(rules IngressRules, store *graph.Resource) graph.Tri {
	out := graph.Known(false)
	if rules.Open {
		out = graph.Unknown
	}
	ports := portsOf(store)
	for _, rule := range rules.Items {
		opens := rule.opens(store, ports)
		if ports == nil && opens == graph.False {
			opens = rule.unknownPort()
		}
		out = out.Or(opens)
	}
	return out
}
