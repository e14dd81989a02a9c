package ladder

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
)

// beanstalk is the way of an application on Elastic Beanstalk: from one instance to a fleet, and to workers for what takes long.
func (c *climb) beanstalk() []rung {
	var web, workers []*graph.Resource
	for _, r := range c.w.Compute {
		if aws.BeanstalkEnvironment.Includes(r) != graph.True {
			continue
		}
		if aws.BeanstalkEnvironment.Tier.Of(r).Is("Worker") == graph.True {
			workers = append(workers, r)
		} else {
			web = append(web, r)
		}
	}
	if len(web)+len(workers) == 0 {
		return nil
	}
	served := web
	if len(web) == 0 {
		served = workers
	}
	return []rung{
		{stage: 1, answer: c.say(graph.True, at(served[0]), "%s", counted(served))},
		{stage: 2, answer: c.each(served, c.available), taken: []string{"AL901", "AL902", "AL903"}, todo: "Set EnvironmentType to LoadBalanced and MinSize to 2 or more."},
		{stage: 3, answer: c.worker(served[0], workers), taken: []string{"AL911"}, todo: "Hand what takes long to a worker environment with a queue."},
	}
}

// available: an environment keeps two instances or more, in two zones, behind a load balancer if it serves the web.
func (c *climb) available(env *graph.Resource) answer {
	s := aws.SettingsOf(env)
	kind, least := s.Of(aws.EnvironmentType), s.Number(aws.GroupMinSize)
	var parts []answer
	switch is := s.Is(aws.EnvironmentType, "LoadBalanced"); is {
	case graph.Unknown:
		parts = append(parts, c.say(is, kind.Place, "the environment type of %s", env.Address))
	case graph.False:
		return c.say(is, kind.Place, "%s runs on one instance: %s", env.Address, s.Because(aws.EnvironmentType))
	default:
		parts = append(parts, c.say(is, kind.Place, "%s runs a group of instances", env.Address))
	}
	c.g.TakeDoubts()
	switch is := aws.AtLeast(least, 2); is {
	case graph.Unknown:
		parts = append(parts, c.say(is, least.Place, "how many instances %s keeps", env.Address))
	case graph.False:
		parts = append(parts, c.say(is, least.Place, "%s keeps one instance at rest: %s", env.Address, s.Because(aws.GroupMinSize)))
	default:
		n, _ := least.Get()
		parts = append(parts, c.say(is, least.Place, "it keeps %d at least", n))
	}
	c.g.TakeDoubts()
	zones, named := s.Zones()
	switch one := named.And(zones.One()); one {
	case graph.Unknown:
		parts = append(parts, c.say(one, zones.Place, "the zones of %s", env.Address))
	case graph.True:
		parts = append(parts, c.say(graph.False, zones.Place, "%s runs only in %v", env.Address, zones))
	}
	return all(parts...)
}

// worker: what takes long goes through a queue.
func (c *climb) worker(env *graph.Resource, workers []*graph.Resource) answer {
	if len(workers) > 0 {
		w := workers[0]
		switch unfed := aws.WorkerUnfed(w); unfed {
		case graph.Unknown:
			return c.say(unfed, at(w), "who sends work to %s", w.Address)
		case graph.True:
			return c.say(graph.False, at(w), "nothing in sight sends work to %s", w.Address)
		}
		if q, _ := aws.SettingsOf(w).WorkerQueue(); q != nil {
			return c.say(graph.True, at(w), "%s works off %s", w.Address, q.Address)
		}
		return c.say(graph.True, at(w), "%s works off a queue of its own", w.Address)
	}
	if len(c.g.Gaps) > 0 {
		return c.say(graph.Unknown, at(env), "whether its application has a worker environment: not all of the configuration can be read")
	}
	return c.say(graph.False, at(env), "its application has no worker environment here")
}
