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
						certain = l.Exists.And(r.With(c))
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

// Shared is what two tiers have in common that carry one security group.
type Shared struct {
	Is            graph.Tri
	Before, After Carrier // a load balancer and compute, or compute and a data store; the first of each
}

// SharedGroup tells whether a security group is on two tiers, load balancer and compute or compute and data, and opens the
// port of the latter, or is all that guards one of them and opens something: what lets clients to the one lets them to
// the other. What opens nothing but the ports of administration and of agents is shared on purpose, and so are groups of
// EKS clusters.
func SharedGroup(group *graph.Resource) Shared {
	out := Shared{Is: graph.False}
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
		opens = opens.Or(rule.beyond(adminPorts, agentPorts))
	}
	if opens == graph.False {
		return out
	}
	pair := func(before, after Carrier, ports graph.Tri) {
		if before.With(after.Resource) == graph.False {
			return
		}
		only := graph.Known(before.Only || after.Only)
		is := opens.And(before.Certain, after.Certain, only.Or(ports))
		if is == graph.True && out.Is != graph.True {
			out.Before, out.After = before, after
		}
		out.Is = out.Is.Or(is)
	}
	// One of each tier tells of them all: of those that certainly carry the group the first, else any.
	lb, hasLB := first(c.LoadBalancers)
	store, hasStore := first(c.Stores)
	storeOpen := graph.Known(false)
	if hasStore {
		storeOpen = opensStore(rules, store.Resource)
	}
	for _, compute := range c.Compute {
		if Appliance(compute.Resource) == graph.True {
			continue
		}
		if hasLB && Function.Includes(compute.Resource) != graph.True {
			pair(lb, compute, opensArrival(rules, compute.Resource))
		}
		if hasStore {
			pair(compute, store, storeOpen)
		}
		if out.Is == graph.True {
			break
		}
	}
	return out
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
