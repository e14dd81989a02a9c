package ladder

import (
	"slices"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// stateful is the way of what users leave behind: out of the instances, into stores that survive a zone and that nobody else may
// call. Of data stores that nothing in sight reaches, the rungs about compute are left out.
func (c *climb) stateful() []rung {
	database, caches := c.stores(relational), c.stores(cache)
	sticky := c.sticky()
	servers := c.servers()
	keeps := len(database)+len(caches)+len(c.sessionStores())+len(c.stores(table)) > 0 || sticky.is == graph.True || servers != nil
	if !keeps {
		return nil
	}
	out := []rung{}
	if c.w.Sort == aws.WebWorkload {
		out = append(out,
			rung{stage: 1, answer: c.held(servers), by: []int{3}},
			rung{stage: 2, answer: c.ties(sticky, servers), by: []int{3}, apart: true},
			rung{stage: 3, answer: c.outside(sticky, servers), mend: []string{"AL401"}, todo: "Keep sessions in ElastiCache, MemoryDB or DynamoDB.", apart: true},
			rung{stage: 4, answer: c.database(database, servers), taken: []string{"AL907"}, mend: []string{"AL404", "AL507"}, todo: "Move the database to RDS or Aurora.", apart: true})
	} else if len(database) > 0 {
		out = append(out, rung{stage: 4, answer: c.database(database, servers)})
	}
	if len(database)+len(caches) > 0 {
		out = append(out, rung{stage: 5, answer: c.readersOrCache(database, caches), taken: []string{"AL502"}, todo: "Add a read replica, or a cache before the database.", apart: c.w.Sort != aws.WebWorkload})
	}
	var zones []answer
	for _, s := range c.stores(anything) {
		c.g.TakeDoubts()
		if a, ok := c.storeInZones(s); ok {
			zones = append(zones, a)
		}
	}
	if len(zones) == 0 {
		return out
	}
	zones = append(zones, c.inZones(c.tiers())...)
	zones = append(zones, c.balancersInZones()...)
	out = append(out, rung{stage: 6, answer: all(zones...), taken: []string{"AL501", "AL503", "AL506", "AL601", "AL602", "AL603", "AL604", "AL402"}, todo: "Give every store a standby in another Availability Zone."})
	if a, ok := c.closed(); ok {
		out = append(out, rung{stage: 7, answer: a, taken: []string{"AL801", "AL802", "AL803", "AL806"}, todo: "Let each tier admit the security group of the tier before it, and nothing else."})
	}
	return out
}

// The sorts of stores that the story tells apart.
func anything(*graph.Resource) bool { return true }

func relational(s *graph.Resource) bool {
	return aws.Database.Includes(s) == graph.True || aws.DatabaseCluster.Includes(s) == graph.True || aws.ShardedDatabase.Includes(s) == graph.True
}

func cache(s *graph.Resource) bool {
	return aws.ReplicationGroup.Includes(s) == graph.True || aws.CacheCluster.Includes(s) == graph.True || aws.ServerlessCache.Includes(s) == graph.True || aws.MemoryDB.Includes(s) == graph.True
}

func table(s *graph.Resource) bool { return aws.Table.Includes(s) == graph.True }

func server(s *graph.Resource) bool {
	return aws.Instance.Includes(s) == graph.True || aws.AutoScalingGroup.Includes(s) == graph.True
}

// stores are those of the workload of one sort.
func (c *climb) stores(is func(*graph.Resource) bool) []*graph.Resource {
	var out []*graph.Resource
	for _, s := range c.w.Stores {
		if is(s) && !c.elsewhere[s] {
			out = append(out, s)
		}
	}
	return out
}

// sessionStores are the stores of the workload that keep sessions.
func (c *climb) sessionStores() []*graph.Resource {
	return c.stores(func(s *graph.Resource) bool {
		if !cache(s) && !table(s) {
			return false
		}
		is, _ := aws.SessionStore(s)
		return is
	})
}

// servers is the first server that an instance of the web tier certainly starts on itself, nil where none does.
func (c *climb) servers() *aws.Server {
	for _, r := range c.tiers() {
		if aws.Instance.Includes(r) != graph.True && aws.AutoScalingGroup.Includes(r) != graph.True {
			continue
		}
		for _, s := range aws.ServersOn(r) {
			if s.Certain == graph.True {
				return &s
			}
		}
	}
	return nil
}

// held: instances hold state unless it is taken out of them; nothing is needed for that.
func (c *climb) held(s *aws.Server) answer {
	if s != nil {
		return c.say(graph.True, s.Place, "the web tier runs %s on its own instances", s.Name)
	}
	return c.say(graph.True, at(c.w.Compute[0]), "%s", counted(c.w.Compute))
}

// ties: users that are not brought back to their instance lose what they left there, if they left anything.
func (c *climb) ties(sticky answer, s *aws.Server) answer {
	if sticky.is == graph.False && s == nil {
		sticky.is = graph.Unknown
		sticky.shows[0].Words += ", and whether users leave anything in an instance nothing tells"
	}
	return sticky
}

// sticky: a load balancer brings users back to their instance.
func (c *climb) sticky() answer {
	var parts []answer
	for _, f := range c.w.Fronts {
		c.g.TakeDoubts()
		if aws.TargetGroup.Includes(f) != graph.True {
			continue
		}
		is, place := aws.Sticky(f)
		switch is {
		case graph.Unknown:
			parts = append(parts, c.say(is, place, "whether %s is sticky", f.Address))
		case graph.False:
			parts = append(parts, c.say(is, place, "%s is not sticky", f.Address))
		default:
			parts = append(parts, c.say(is, place, "%s brings users back to their instance", f.Address))
		}
	}
	for _, env := range c.w.Compute {
		if aws.BeanstalkEnvironment.Includes(env) == graph.True && aws.Web(env) == graph.True {
			is, place := aws.BeanstalkStickiness(env)
			parts = append(parts, c.say(is, place, "%s", map[graph.Tri]string{graph.True: env.Address + " brings users back to their instance",
				graph.False: env.Address + " is not sticky", graph.Unknown: "whether " + env.Address + " is sticky"}[is]))
		}
	}
	if f := c.first(stage{rules.StatefulWeb, 3}, []string{"AL401"}); f != nil && anyOf(parts...).is != graph.True { // also of policies beside a Classic Load Balancer
		parts = append(parts, answer{is: graph.True, shows: []Evidence{{Words: "stickiness is on", Resource: f.Resource.Address, Range: f.Range}}})
	}
	if len(parts) == 0 {
		return c.say(graph.Unknown, graph.Place{}, "whether users come back to their instance")
	}
	return anyOf(parts...)
}

// outside: sessions live in a store that all instances share.
func (c *climb) outside(sticky answer, s *aws.Server) answer {
	for _, store := range c.sessionStores() {
		_, because := aws.SessionStore(store)
		return c.say(graph.True, at(store), "%s keeps sessions, as is told %s", store.Address, because)
	}
	if s != nil && s.Sort == aws.SessionServer {
		return c.say(graph.False, s.Place, "the web tier runs %s on its own instances", s.Name)
	}
	for _, store := range c.stores(cache) {
		return c.say(graph.Unknown, at(store), "whether sessions are kept in %s: nothing says so", store.Address)
	}
	for _, r := range c.w.Compute {
		c.g.TakeDoubts()
		if is, _ := aws.ReachesAny(r, aws.SessionStores); is == graph.False && sticky.is == graph.True {
			return c.say(graph.False, at(r), "%s reaches no store for sessions, and stickiness is on", r.Address)
		}
	}
	c.g.TakeDoubts()
	return c.say(graph.Unknown, at(c.w.Compute[0]), "where %s keeps sessions: no store for them is in sight", counted(c.w.Compute))
}

// database: the data is in a database of its own that AWS looks after.
func (c *climb) database(all []*graph.Resource, s *aws.Server) answer {
	for _, db := range all {
		return c.say(graph.True, at(db), "%s", db.Address)
	}
	for _, r := range c.stores(server) {
		return c.say(graph.False, at(r), "%s is a database that nobody but you looks after", r.Address)
	}
	for _, t := range c.stores(table) {
		if is, _ := aws.SessionStore(t); !is {
			return c.say(graph.True, at(t), "%s", t.Address)
		}
	}
	if s != nil && s.Sort == aws.DatabaseServer {
		return c.say(graph.False, s.Place, "the web tier runs %s on its own instances", s.Name)
	}
	return c.say(graph.Unknown, at(c.w.Compute[0]), "what database it has: none is in sight")
}

// readersOrCache: not every read goes to the one database.
func (c *climb) readersOrCache(databases, caches []*graph.Resource) answer {
	var parts []answer
	for _, store := range caches {
		if is, _ := aws.SessionStore(store); !is {
			parts = append(parts, c.say(graph.True, at(store), "%s is a cache", store.Address))
		}
	}
	for _, db := range databases {
		c.g.TakeDoubts()
		parts = append(parts, c.readers(db))
	}
	if len(databases) > 0 && c.w.Sort != aws.WebWorkload {
		for i := range parts {
			if parts[i].is == graph.False {
				parts[i] = c.say(graph.Unknown, at(databases[0]), "who reads from %s, and whether past a cache: nothing that does is in sight", databases[0].Address)
			}
		}
	}
	if len(parts) == 0 {
		return c.say(graph.Unknown, graph.Place{}, "what takes reads off a database")
	}
	return anyOf(parts...)
}

// readers: a database has others that serve reads.
func (c *climb) readers(db *graph.Resource) answer {
	if aws.ShardedDatabase.Includes(db) == graph.True {
		return c.say(graph.True, at(db), "%s has several shards", db.Address)
	}
	set, members := aws.ReplicaSet(db)
	least, what := 1, "replica"
	if aws.DatabaseCluster.Includes(db) == graph.True {
		least, what = 2, "second instance"
		if len(members) == 0 {
			return c.say(graph.Unknown, at(db), "the instances of %s: none is in sight", db.Address)
		}
		if scaled := aws.ScalesReaders(db); scaled == graph.True {
			return c.say(scaled, at(db), "Application Auto Scaling gives %s readers", db.Address)
		}
	}
	switch is := set.AtLeast(least); is {
	case graph.Unknown:
		return c.say(is, at(db), "whether %s has a %s", db.Address, what)
	case graph.False:
		return c.say(is, at(db), "%s has no %s", db.Address, what).do("Give " + db.Address + " a " + what + ".")
	default:
		return c.say(is, at(members[len(members)-1]), "%s serves reads, too", members[len(members)-1].Address)
	}
}

// closed: each store admits the security groups of its callers and no ranges.
func (c *climb) closed() (answer, bool) {
	var parts []answer
	for _, s := range slices.Concat(c.stores(anything), c.w.Parts) {
		c.g.TakeDoubts()
		if !listens(s) {
			continue
		}
		open := aws.DataOpeningOf(s)
		switch {
		case open.Is == graph.True:
			parts = append(parts, c.say(graph.False, open.Place, "%s opens %s of %s to %s", open.Group.Address, open.Ports, s.Address, open.From))
		case open.Is == graph.Unknown:
			parts = append(parts, c.say(graph.Unknown, at(s), "who may call %s", s.Address))
		default:
			parts = append(parts, c.admitted(s))
		}
	}
	return all(parts...), len(parts) > 0
}

// admitted: a rule lets another group in to a store.
func (c *climb) admitted(s *graph.Resource) answer {
	for group := range aws.SecurityGroupsOf(s).Targets() {
		for _, rule := range aws.IngressOf(group).Items {
			if rule.Groups.Any() == graph.True || rule.Self == graph.True {
				return c.say(graph.True, rule.Place, "%s takes calls from security groups alone", s.Address)
			}
		}
	}
	c.g.TakeDoubts()
	return c.say(graph.Unknown, at(s), "who may call %s: no rule in sight lets a security group in", s.Address)
}

// listens tells whether a store is called in its network.
func listens(s *graph.Resource) bool {
	return aws.Database.Includes(s) == graph.True || aws.DatabaseCluster.Includes(s) == graph.True || cache(s) ||
		aws.MountTarget.Includes(s) == graph.True || aws.FSx.Includes(s) == graph.True || aws.Warehouse.Includes(s) == graph.True
}

// storeInZones: a store lives on without any one zone. It is false of stores of which AWS says no such thing here.
func (c *climb) storeInZones(s *graph.Resource) (answer, bool) {
	switch {
	case aws.Database.Includes(s) == graph.True:
		return c.standby(s), true
	case aws.DatabaseCluster.Includes(s) == graph.True:
		a := c.readers(s)
		if a.is != graph.True {
			return a, true
		}
		if set, members := aws.ReplicaSet(s); set.AtLeast(2) == graph.True {
			if zones, pinned := aws.PinnedZones(members); pinned == graph.True && zones.AtLeast(2) == graph.False {
				return c.say(graph.False, zones.Place, "all instances of %s stand in %v", s.Address, zones), true
			}
		}
		return c.say(graph.True, at(s), "%s has instances to fail over to", s.Address), true
	case aws.ReplicationGroup.Includes(s) == graph.True, aws.MemoryDB.Includes(s) == graph.True:
		return c.cacheInZones(s), true
	case aws.CacheCluster.Includes(s) == graph.True:
		if aws.IsMemcached(s) == graph.True && aws.AtLeast(aws.CacheCluster.Nodes.Of(s), 2) == graph.True {
			single, place := aws.MemcachedZones(s)
			if single == graph.Unknown {
				return c.say(single, place, "the zones of %s", s.Address), true
			}
			return c.say(single.Not(), place, "%s %s", s.Address, map[bool]string{true: "crosses zones", false: "keeps all its nodes in one zone"}[single == graph.False]), true
		}
		return c.say(graph.False, at(s), "%s is a single node", s.Address), true
	case aws.ServerlessCache.Includes(s) == graph.True:
		return c.say(graph.True, at(s), "%s spans zones by itself", s.Address), true
	case aws.FileSystem.Includes(s) == graph.True:
		return c.zones(s, aws.ZonesOfMounts(s)), true
	case server(s):
		return c.say(graph.False, at(s), "%s is one server, and nothing takes over when it fails", s.Address), true
	}
	return answer{}, false
}

// standby: a database has one in another zone.
func (c *climb) standby(db *graph.Resource) answer {
	multi := aws.Database.MultiAZ.Of(db)
	switch is := multi.Is(true); is {
	case graph.Unknown:
		return c.say(is, multi.Place, "whether %s has a standby", db.Address)
	case graph.False:
		if aws.TakesStandby(db) != graph.True {
			return c.say(graph.Unknown, multi.Place, "whether the engine of %s takes a standby", db.Address)
		}
		return c.say(is, multi.Place, "%s has no standby: %s", db.Address, aws.Off(multi, "Multi-AZ"))
	default:
		return c.say(is, multi.Place, "%s has a standby in another zone", db.Address)
	}
}

// cacheInZones: a replica in another zone takes over from the primary.
func (c *climb) cacheInZones(s *graph.Resource) answer {
	replicas := aws.ReplicasInCache(s)
	switch is := replicas.AtLeast(1); is {
	case graph.Unknown:
		return c.say(is, replicas.Place, "whether %s has a replica", s.Address)
	case graph.False:
		return c.say(is, replicas.Place, "%s has no replica", s.Address).do("Give " + s.Address + " a replica in another zone that takes over by itself.")
	}
	if aws.MemoryDB.Includes(s) == graph.True {
		return c.say(graph.True, replicas.Place, "%s has a replica of each shard", s.Address)
	}
	c.g.TakeDoubts()
	on, place, _ := aws.CacheFailover(s)
	if on == graph.Unknown {
		return c.say(on, place, "whether %s fails over", s.Address)
	}
	multi := aws.ReplicationGroup.MultiAZ.Of(s)
	spread := multi.Is(true).Or(aws.CacheSpread(s))
	single, zones := aws.CacheZones(s)
	switch is := on.And(spread, single.Not()); {
	case is == graph.Unknown:
		return c.say(is, multi.Place, "the zones of %s", s.Address)
	case is == graph.True:
		return c.say(is, multi.Place, "%s fails over to another zone", s.Address)
	case on == graph.False:
		return c.say(on, place, "no replica of %s takes over by itself", s.Address)
	case single == graph.True:
		return c.say(graph.False, zones.Place, "the nodes of %s lie in %v alone", s.Address, zones)
	}
	return c.say(graph.False, multi.Place, "nothing keeps a replica of %s in another zone", s.Address)
}
