package ladder

import (
	"fmt"
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
)

// stateless is the way of a web tier from one instance to a fleet in several zones. Of workers and other compute the load
// balancer is left out.
func (c *climb) stateless() []rung {
	tiers := c.tiers()
	if len(tiers) == 0 || c.w.Sort != aws.WebWorkload && !anyGroup(tiers) {
		return nil
	}
	first := at(tiers[0])
	out := []rung{
		{stage: 1, answer: c.say(graph.True, first, "%s", counted(tiers)), by: []int{5, 4, 3, 2}},
		{stage: 2, answer: c.larger(tiers), by: []int{5, 4, 3}, apart: true},
		{stage: 3, answer: c.several(tiers), by: []int{5, 4}, apart: true},
	}
	if c.w.Sort == aws.WebWorkload {
		out = append(out, rung{stage: 4, answer: c.each(tiers, c.balanced), taken: []string{"AL201"},
			todo: "Put a load balancer with a health check before it, and let clients call that alone.", apart: true})
	}
	out = append(out,
		rung{stage: 5, answer: c.each(tiers, c.grouped), taken: []string{"AL107", "AL108"}, todo: "Launch the instances from an Auto Scaling group, which replaces one that fails."},
		rung{stage: 6, answer: all(c.spread(tiers)...), taken: []string{"AL101", "AL203", "AL205", "AL105"},
			todo: "Spread it over subnets in two Availability Zones or more."},
	)
	if c.w.Sort == aws.OtherWorkload || !slices.ContainsFunc(tiers, func(r *graph.Resource) bool { return aws.AlwaysRuns(r) == graph.True }) {
		c.g.TakeDoubts()
		return out // nothing that is known to run at all times
	}
	return append(out, rung{stage: 7, answer: c.each(tiers, c.reserved), taken: []string{"AL109"}, todo: "Keep on demand what always runs, and reserve that.", advice: reserve(tiers)})
}

// tiers are the groups, instances and services of the workload, without environments of Elastic Beanstalk, which have a story
// of their own, and without functions.
func (c *climb) tiers() []*graph.Resource {
	var out []*graph.Resource
	for _, r := range c.w.Compute {
		if aws.AutoScalingGroup.Includes(r) == graph.True || aws.Instance.Includes(r) == graph.True || aws.ECSService.Includes(r) == graph.True {
			out = append(out, r)
		}
	}
	return out
}

func anyGroup(tiers []*graph.Resource) bool {
	for _, r := range tiers {
		if aws.Instance.Includes(r) != graph.True {
			return true
		}
	}
	return false
}

// counted names compute, or counts it where there is more than one.
func counted(tiers []*graph.Resource) string {
	if len(tiers) == 1 {
		return tiers[0].Address
	}
	return fmt.Sprintf("%s and %d more", tiers[0].Address, len(tiers)-1)
}

// each asks a question of every part of the workload.
func (c *climb) each(tiers []*graph.Resource, question func(*graph.Resource) answer) answer {
	var parts []answer
	for _, r := range tiers {
		c.g.TakeDoubts()
		parts = append(parts, question(r))
	}
	return all(parts...)
}

// larger: a single instance is larger than the small ones.
func (c *climb) larger(tiers []*graph.Resource) answer {
	return c.each(tiers, func(r *graph.Resource) answer {
		if aws.Instance.Includes(r) != graph.True {
			return c.say(graph.True, at(r), "%s is no single instance", r.Address)
		}
		large, written := aws.LargeInstance(r)
		if large == graph.Unknown {
			return c.say(large, written.Place, "the size of %s", r.Address)
		}
		return c.say(large, written.Place, "%s is of type %s", r.Address, written.Or(""))
	})
}

// several: there are two instances or more, or a group that may have them.
func (c *climb) several(tiers []*graph.Resource) answer {
	instances := 0
	var parts []answer
	for _, r := range tiers {
		c.g.TakeDoubts()
		if aws.Instance.Includes(r) == graph.True {
			if r.Exists == graph.True && !r.Many() {
				instances++
			}
			continue
		}
		switch is := aws.Fleet(r); is {
		case graph.Unknown:
			parts = append(parts, c.say(is, at(r), "how many %s runs", r.Address))
		default:
			parts = append(parts, c.say(is, at(r), "%s runs %s", r.Address, map[bool]string{true: "two or more", false: "one at most"}[is == graph.True]))
		}
	}
	first := tiers[0]
	switch {
	case instances > 1:
		parts = append(parts, c.say(graph.True, at(first), "there are %d instances", instances))
	case len(parts) == 0 && (first.Many() || first.Exists != graph.True || len(tiers) > 1):
		parts = append(parts, c.say(graph.Unknown, at(first), "how many instances there are of %s", first.Address))
	case len(parts) == 0:
		parts = append(parts, c.say(graph.False, at(first), "%s is alone", first.Address))
	}
	return anyOf(parts...)
}

// balanced: a load balancer that checks health stands before it.
func (c *climb) balanced(r *graph.Resource) answer {
	fronts := aws.FrontsOf(r)
	if is := fronts.Any(); is != graph.True {
		if is == graph.False && aws.RegistersItself(r) {
			return c.say(graph.Unknown, at(r), "which load balancer %s registers itself with", r.Address)
		}
		if is == graph.False {
			return c.say(is, at(r), "no load balancer stands before %s", r.Address)
		}
		return c.say(is, at(r), "what stands before %s", r.Address)
	}
	var parts []answer
	for _, f := range fronts.Items {
		c.g.TakeDoubts()
		if f.To == nil || f.Certain != graph.True {
			parts = append(parts, c.say(graph.Unknown, f.Place, "what sends traffic to %s", r.Address))
			continue
		}
		parts = append(parts, c.checked(r, f.To))
	}
	return anyOf(parts...)
}

// checked tells whether a front checks the health of what it sends traffic to.
func (c *climb) checked(r, front *graph.Resource) answer {
	if aws.ClassicLoadBalancer.Includes(front) == graph.True {
		check := aws.ClassicLoadBalancer.HealthCheck.Of(front)
		switch is := check.Written(); is {
		case graph.Unknown:
			return c.say(is, check.Place, "whether %s checks health", front.Address)
		case graph.False:
			return c.say(is, check.Place, "%s has no health check", front.Address)
		default:
			return c.say(is, check.Place, "%s checks the health of %s", front.Address, r.Address)
		}
	}
	if aws.TargetGroup.Includes(front) != graph.True {
		return c.say(graph.Unknown, at(front), "how %s checks health", front.Address)
	}
	enabled := aws.TargetGroup.HealthEnabled.Of(front)
	switch is := enabled.Is(true); is {
	case graph.Unknown:
		return c.say(is, enabled.Place, "whether %s checks health", front.Address)
	case graph.False:
		return c.say(is, enabled.Place, "%s checks no health", front.Address)
	}
	c.g.TakeDoubts()
	ways := aws.WaysTo(front)
	led := ways.Any()
	if led == graph.Unknown {
		return c.say(led, at(front), "which load balancer leads to %s", front.Address)
	}
	if led == graph.False {
		if aws.HasListeners(c.g).And(aws.UsedElsewhere(front).Not()) != graph.True {
			return c.say(graph.Unknown, at(front), "which load balancer leads to %s", front.Address)
		}
		return c.say(led, at(front), "no listener leads to %s", front.Address)
	}
	for _, w := range ways.Items {
		if lb := w.Balancer(); lb != nil {
			return c.say(graph.True, at(lb), "%s sends requests to what %s finds healthy", lb.Address, front.Address)
		}
	}
	return c.say(graph.True, at(front), "%s finds out which of %s are healthy", front.Address, r.Address)
}

// grouped: something starts another where one fails.
func (c *climb) grouped(r *graph.Resource) answer {
	switch {
	case aws.Instance.Includes(r) == graph.True:
		return c.say(graph.False, at(r), "%s stands in no group: nothing replaces it", r.Address)
	case aws.ECSService.Includes(r) == graph.True:
		return c.say(graph.True, at(r), "%s replaces its tasks", r.Address)
	}
	least, most := aws.AutoScalingGroup.Min.Of(r), aws.AutoScalingGroup.Max.Of(r)
	low, ok1 := least.Get()
	high, ok2 := most.Get()
	switch {
	case ok1 && ok2 && low == high:
		return c.say(graph.True, least.Place, "%s keeps %d of its instances running", r.Address, low)
	case ok1 && ok2:
		return c.say(graph.True, least.Place, "%s keeps %d to %d instances", r.Address, low, high)
	}
	return c.say(graph.True, at(r), "%s replaces its instances", r.Address)
}

// inZones: each part runs in two zones or more, the instances together.
func (c *climb) inZones(tiers []*graph.Resource) []answer {
	var out []answer
	var instances []*graph.Resource
	for _, r := range tiers {
		c.g.TakeDoubts()
		if aws.Instance.Includes(r) == graph.True {
			instances = append(instances, r)
			continue
		}
		out = append(out, c.zones(r, aws.ZonesOfTier(r)))
	}
	if len(instances) > 0 {
		c.g.TakeDoubts()
		out = append(out, c.zones(instances[0], zonesOfInstances(instances)))
	}
	return out
}

// zones gives the answer on the zones of something.
func (c *climb) zones(r *graph.Resource, zones aws.Zones) answer {
	place := zones.Place
	if place.Resource == nil {
		place = at(r)
	}
	switch is := zones.AtLeast(2); is {
	case graph.Unknown:
		if on := restsOn(place); on != "" {
			c.g.TakeDoubts()
			a := c.say(is, place, "the zones of %s, in which %s runs", on, r.Address)
			a.given = true
			return a
		}
		return c.say(is, place, "the zones of %s", r.Address)
	case graph.False:
		return c.say(is, place, "%s runs only in %v", r.Address, zones).do("Spread " + r.Address + " over subnets in two Availability Zones or more.")
	default:
		return c.say(is, place, "%s runs in %v", r.Address, zones)
	}
}

// restsOn names what a value comes from that is out of sight: data sources and unread modules, else the variable or parameter
// at the end of its way; "" where that is not known.
func restsOn(place graph.Place) string {
	if len(place.Path) == 0 {
		return ""
	}
	first, ok := place.Path[0].(cty.GetAttrStep)
	if !ok {
		return ""
	}
	var names []string
	for _, ref := range graph.Refs(place.Resource.Attribute(first.Name)) {
		for _, t := range place.Resource.Graph().Targets(ref) {
			if (t.Mode == graph.Data || t.Mode == graph.Module) && !slices.Contains(names, t.Address) {
				names = append(names, t.Address)
			}
		}
	}
	slices.Sort(names)
	if len(names) > 0 {
		return graph.EnumerateFew(names)
	}
	if way := place.Resource.Source.Trace(place.Path); len(way) > 1 {
		return way[len(way)-1].Name
	}
	const most = 60 // bytes of a name
	if words := place.Resource.Words(place.Path); len(words) <= most {
		return words
	}
	return ""
}

// zonesOfInstances are the zones of all instances together.
func zonesOfInstances(instances []*graph.Resource) aws.Zones {
	const most = 8 // zones: no region has as many
	out := aws.Zones{Edge: graph.False}
	for _, r := range instances {
		z := aws.ZonesOfCompute(r)
		if out.Place.Resource == nil {
			out.Place = z.Place
		}
		if len(out.Members) < most {
			out.Union(z, r.Exists != graph.True)
		}
	}
	return out
}

// balancersInZones: so do the load balancers.
func (c *climb) balancersInZones() []answer {
	var out []answer
	for _, lb := range c.w.Balancers {
		c.g.TakeDoubts()
		out = append(out, c.zones(lb, aws.ZonesOfLoadBalancer(lb)))
	}
	return out
}

// spread: all of it runs in several zones, and what serves requests does so at all times. Work may wait.
func (c *climb) spread(tiers []*graph.Resource) []answer {
	out := append(c.balancersInZones(), c.inZones(tiers)...)
	for _, r := range tiers {
		if c.w.Sort == aws.WebWorkload && aws.Instance.Includes(r) != graph.True {
			c.g.TakeDoubts()
			out = append(out, c.twoAtRest(r))
		}
	}
	return out
}

// twoAtRest: two instances or tasks run when nothing is going on.
func (c *climb) twoAtRest(r *graph.Resource) answer {
	if aws.AutoScalingGroup.Includes(r) == graph.True {
		least := aws.AutoScalingGroup.Min.Of(r)
		is := aws.AtLeast(least, 2)
		if is == graph.False && aws.ZonesOfGroup(r).AtLeast(2) == graph.False && aws.ZonesWithPeers(r).AtLeast(2) == graph.True {
			is = graph.True // one group a zone
		}
		if is == graph.False {
			// What nothing scales stays at the size that it starts with.
			desired := aws.AutoScalingGroup.Desired.Of(r)
			stays := aws.AtLeast(desired, 2).And(aws.ScalersOf(r).Any().Not(), aws.ScaledOutOfSight(r).Not())
			switch stays {
			case graph.True:
				n, _ := desired.Get()
				return c.say(stays, desired.Place, "%s starts with %d and nothing scales it", r.Address, n)
			case graph.Unknown:
				return c.say(stays, desired.Place, "how many instances %s keeps at rest", r.Address)
			}
		}
		switch is {
		case graph.Unknown:
			return c.say(is, least.Place, "how many instances %s keeps", r.Address)
		case graph.False:
			n, _ := least.Get()
			return c.say(is, least.Place, "%s keeps %d at rest", r.Address, n).do("Keep two instances or more at all times.")
		}
		return c.say(is, least.Place, "%s keeps two or more", r.Address)
	}
	one, desired := aws.RunsOneTask(r)
	switch one {
	case graph.Unknown:
		return c.say(one, desired.Place, "how many tasks %s keeps", r.Address)
	case graph.True:
		return c.say(graph.False, desired.Place, "%s keeps one task", r.Address).do("Keep two tasks or more at all times.")
	}
	return c.say(graph.True, desired.Place, "%s keeps two tasks or more", r.Address)
}

// reserved: the capacity that always runs is told apart from what comes at peaks. Whether it is paid for in advance is written
// in no configuration.
func (c *climb) reserved(r *graph.Resource) answer {
	if spot := aws.SpotOf(r); spot.All == graph.True {
		return c.say(graph.False, spot.Place, "%s runs on Spot capacity alone: it has no baseline", r.Address)
	}
	c.g.TakeDoubts()
	if aws.AutoScalingGroup.Includes(r) == graph.True && aws.AutoScalingGroup.Mixed.Of(r).Any() == graph.True {
		least, ok := aws.AutoScalingGroup.Min.Of(r).Get()
		base := aws.AutoScalingGroup.OnDemandBase.Of(r)
		n, ok2 := base.Get()
		if ok && ok2 && n >= least && n > 0 {
			return c.say(graph.True, base.Place, "%s keeps its baseline of %d on demand", r.Address, n)
		}
	}
	return c.say(graph.Unknown, at(r), "no configuration says whether the baseline of %s is reserved", r.Address)
}

// reserve is the step to a reserved baseline.
func reserve(tiers []*graph.Resource) string {
	for _, r := range tiers {
		if aws.AutoScalingGroup.Includes(r) != graph.True {
			continue
		}
		n, ok := aws.OnDemandBaseline(r)
		if !ok || n < 1 {
			continue
		}
		what := "on-demand instances"
		if t := aws.InstanceTypeOf(r); t != "" {
			what = t
		}
		return fmt.Sprintf("Reserve the %d %s that %s always runs, or cover them by a Savings Plan.", n, what, r.Address)
	}
	return "Cover what always runs by a Savings Plan or by Reserved Instances."
}
