package aws

import "github.com/archlint/archlint/parsers/graph"

// A DeadEnd is the port of a data store that security groups open to nobody who could come: only to groups that nothing
// carries.
type DeadEnd struct {
	Is    graph.Tri
	Port  string
	Rule  graph.Place     // the first of the rules
	Group *graph.Resource // the first group that it admits
}

// DeadEndOf tells whether the port of a store is open, and to such groups alone. A unit without anything that could carry one
// does not tell.
func DeadEndOf(store *graph.Resource) DeadEnd {
	out := DeadEnd{Is: graph.False}
	ports := portsOf(store)
	guards := SecurityGroupsOf(store)
	if ports == nil || guards.Open {
		return out // others tell of it
	}
	admits := graph.Known(false)
	for _, guard := range guards.Items {
		if guard.To == nil || guard.Exists != graph.True {
			return out
		}
		rules := IngressOf(guard.To)
		if rules.Open {
			return out
		}
		for _, rule := range rules.Items {
			opens := rule.opens(store, ports)
			if opens == graph.False {
				continue
			}
			if opens != graph.True || len(rule.CIDRs) > 0 || rule.OfAWS || rule.Prefixes != graph.False || rule.Self != graph.False || rule.Groups.Open {
				return out
			}
			for _, from := range rule.Groups.Items {
				if from.To == nil || from.Exists != graph.True || carriedBySomething(from.To) {
					return out
				}
				if admits = graph.True; out.Group == nil {
					out.Group, out.Rule, out.Port = from.To, rule.Place, rule.ports()
				}
			}
		}
	}
	if admits != graph.True {
		return out
	}
	out.Is = HasServers(store.Graph()).And(mayBeOpened(guards).Not())
	if out.Is == graph.True {
		for _, guard := range guards.Items {
			for _, rule := range IngressOf(guard.To).Items {
				out.Is = out.Is.And(mayBeOpened(rule.Groups).Not())
			}
		}
	}
	return out
}

// carriedBySomething tells whether anything in sight but rules and other security groups refers to a group, or may be given
// it out of sight.
func carriedBySomething(group *graph.Resource) bool {
	if group.Mode != graph.Managed || group.Graph().Hides(group) != graph.False {
		return true
	}
	for _, k := range kinds {
		for _, e := range k.edges {
			if e.relation == graph.GuardedBy && (len(e.Into(group).Items) > 0 || len(e.Into(group).Open) > 0) {
				return true
			}
		}
	}
	for m := range mentionedIn(group) {
		if m.waits() {
			continue
		}
		rule := false
		for _, k := range []Kind{securityGroup, ingressRule, egressRule, securityGroupRule} {
			rule = rule || k.Includes(m.from) == graph.True
		}
		if !rule {
			return true
		}
	}
	return false
}
