package aws

import (
	"cmp"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// WorkloadSort tells what a workload is for.
type WorkloadSort uint8

// The sorts of workloads, in the order in which they are told.
const (
	WebWorkload    WorkloadSort = iota // serves requests
	WorkerWorkload                     // works off queues
	OtherWorkload                      // compute of which neither is known
	StoreWorkload                      // a data store that nothing in sight reaches for certain
)

// A Workload is compute that does one work together, with what leads to it and what it reaches; or a data store that nothing
// in sight reaches for certain, with its parts. Who reaches several stores has them all; a store that several reach is a member of each.
type Workload struct {
	Sort WorkloadSort
	// Name is what people call it: the name written on its compute or store, else that of the module or resource that declares
	// it. No two workloads of a graph have the same.
	Name      string
	Compute   []*graph.Resource // groups, instances, services, environments and functions
	Records   []*graph.Resource // DNS records that lead to it
	Balancers []*graph.Resource // load balancers before it
	Fronts    []*graph.Resource // target groups, and Classic Load Balancers, that send it traffic
	Queues    []*graph.Resource // that it works off, with those that keep what failed
	Stores    []*graph.Resource // databases, caches, tables and files that it reaches for certain, also instances that run a database; of a cluster the cluster alone
	Parts     []*graph.Resource // of the stores: replicas, instances of clusters, mount targets
}

// Members are all of a workload, each once: from the records to the parts of the stores, and in each by address.
func (w Workload) Members() []*graph.Resource {
	var out []*graph.Resource
	seen := map[*graph.Resource]bool{}
	for _, list := range [][]*graph.Resource{w.Records, w.Balancers, w.Fronts, w.Compute, w.Queues, w.Stores, w.Parts} {
		for _, r := range list {
			if !seen[r] {
				seen[r] = true
				out = append(out, r)
			}
		}
	}
	return out
}

// Workloads are those of a graph, by sort, then name. Bastions and NAT hosts are none, nor are groups that are switched off, and
// functions that neither read a queue nor reach a store in sight.
func Workloads(g *graph.Graph) []Workload {
	type key struct{}
	return graph.Fact(g, key{}, func() []Workload {
		m := newMerger(g)
		m.join()
		out := m.workloads()
		nameApart(out)
		g.TakeDoubts()
		return out
	})
}

// merger puts compute together that does one work.
type merger struct {
	g       *graph.Graph
	compute []*graph.Resource
	is      map[*graph.Resource]bool            // whether something is among compute
	of      map[*graph.Resource]*graph.Resource // another of the same work, nearer to the one that stands for it
	stores  map[*graph.Resource]map[*graph.Resource]bool
	reached map[*graph.Resource]bool // stores
	queues  map[*graph.Resource][]*graph.Resource
}

func newMerger(g *graph.Graph) *merger {
	m := &merger{g: g, is: map[*graph.Resource]bool{}, of: map[*graph.Resource]*graph.Resource{},
		stores: map[*graph.Resource]map[*graph.Resource]bool{}, reached: map[*graph.Resource]bool{}}
	m.queues = queuesRead(g)
	m.findStores()
	m.findServers()
	for _, c := range Callers(g) {
		switch {
		case AutoScalingGroup.Includes(c) == graph.True && TurnedOff(c), m.reached[c], isTier(c) && Appliance(c) == graph.True:
		case !isTier(c) && len(m.queues[c]) == 0 && !m.keepsData(c):
		default:
			m.compute = append(m.compute, c)
			m.is[c] = true
		}
	}
	return m
}

// keepsData tells whether compute reaches a store other than a bucket.
func (m *merger) keepsData(c *graph.Resource) bool {
	for s := range m.stores[c] {
		if bucket.Includes(s) != graph.True {
			return true
		}
	}
	return false
}

// root is the compute that stands for all of one work.
func (m *merger) root(c *graph.Resource) *graph.Resource {
	for m.of[c] != nil {
		if next := m.of[m.of[c]]; next != nil {
			m.of[c] = next
		}
		c = m.of[c]
	}
	return c
}

func (m *merger) unite(a, b *graph.Resource) {
	if a, b = m.root(a), m.root(b); a != b {
		m.of[b] = a
	}
}

// join unites compute by all that tells of one work.
func (m *merger) join() {
	byTrait := map[string]*graph.Resource{}
	for _, c := range m.compute {
		for _, trait := range m.traits(c) {
			if first := byTrait[trait]; first != nil {
				m.unite(first, c)
			} else {
				byTrait[trait] = c
			}
		}
	}
	m.joinEnvironments()
	m.joinCalled()
}

// traits name what compute has in common with all else that does the same work.
func (m *merger) traits(c *graph.Resource) []string {
	var out []string
	if !isTier(c) {
		for _, q := range m.queues[c] {
			out = append(out, "reads "+q.Address)
		}
		if len(out) == 0 {
			for s := range m.stores[c] {
				if bucket.Includes(s) != graph.True {
					out = append(out, "function on "+s.Address)
				}
			}
		}
		return out
	}
	for _, f := range FrontsOf(c).Items {
		if f.To != nil && f.Certain == graph.True {
			out = append(out, "behind "+f.To.Address)
		}
	}
	block := graph.WithoutKeys(c.Address)
	numbered := block != c.Address && !strings.Contains(c.Address, `["`)
	switch {
	case Instance.Includes(c) == graph.True:
		for _, name := range siblingNames(c) {
			if numbered || !strings.HasPrefix(name, "block ") {
				out = append(out, name)
			}
		}
	case AutoScalingGroup.Includes(c) == graph.True:
		if numbered {
			out = append(out, "block "+block)
		}
	}
	return out
}

// joinEnvironments puts worker environments to the web environment of their application, where there is one.
func (m *merger) joinEnvironments() {
	web := map[string][]*graph.Resource{}
	for _, c := range m.compute {
		if name := beanstalkApplication(c); name != "" && Web(c) == graph.True {
			web[name] = append(web[name], c)
		}
	}
	for _, c := range m.compute {
		if name := beanstalkApplication(c); name != "" && Web(c) == graph.False && len(web[name]) == 1 {
			m.unite(web[name][0], c)
		}
	}
}

func beanstalkApplication(c *graph.Resource) string {
	if BeanstalkEnvironment.Includes(c) != graph.True {
		return ""
	}
	return applicationOf(c)
}

// joinCalled puts an app tier to the one work that calls it and nobody else does: by its security groups, or through a load
// balancer that is not for the internet.
func (m *merger) joinCalled() {
	carriers := carriersOf(m.g)
	for _, c := range m.compute {
		if !isTier(c) || BeanstalkEnvironment.Includes(c) == graph.True {
			continue
		}
		callers, ok := m.callersOf(c, carriers)
		if !ok {
			continue
		}
		var of *graph.Resource
		for _, caller := range callers {
			switch root := m.root(caller); {
			case root == m.root(c):
			case of == nil || of == root:
				of = root
			default:
				ok = false
			}
		}
		if ok && of != nil {
			m.unite(of, c)
		}
	}
}

// mostCallers is how many tiers are looked at that may call one other, or one store: what more call belongs to none of them.
const mostCallers = 64

// callersOf are the tiers that are let in to compute, or to the load balancers before it, on a web port. It is false where others
// may be as well.
func (m *merger) callersOf(c *graph.Resource, carriers carriers) (callers []*graph.Resource, ok bool) {
	callee := map[*graph.Resource]bool{}
	guards := SecurityGroupsOf(c)
	for _, f := range FrontsOf(c).Items {
		if f.To == nil {
			return nil, false
		}
		for _, lb := range balancersOf(f.To) {
			if lb == nil || forInternet(lb) {
				return nil, false
			}
			callee[lb] = true
			groups := writtenGroups(lb)
			guards.Items = append(slices.Clone(guards.Items), groups.Items...)
		}
	}
	for _, guard := range guards.Items {
		if guard.To == nil {
			return nil, false
		}
		for _, rule := range IngressOf(guard.To).Items {
			if rule.anyPort(webPorts) == graph.False {
				continue
			}
			if rule.fromAnywhere() != graph.False && len(callee) == 0 {
				return nil, false
			}
			for _, from := range rule.Groups.Items {
				if from.To == nil || from.To == guard.To {
					continue
				}
				if len(carriers.byGroup[from.To]) > mostCallers {
					return nil, false
				}
				for _, tier := range carriers.byGroup[from.To] {
					if tier != c && m.is[tier] && SecurityGroupsOf(tier).LeadsTo(from.To) == graph.True {
						callers = append(callers, tier)
					}
				}
			}
		}
	}
	for lb := range callee {
		for _, tier := range carriers.byName[lb] {
			if tier != c && m.is[tier] && settingsOf(tier).certain[lb] {
				callers = append(callers, tier)
			}
		}
	}
	return callers, true
}

// balancersOf are the load balancers before a front: itself, if it is a Classic Load Balancer. Nil stands for one that is not
// known.
func balancersOf(front *graph.Resource) []*graph.Resource {
	if ClassicLoadBalancer.Includes(front) == graph.True {
		return []*graph.Resource{front}
	}
	if TargetGroup.Includes(front) == graph.True {
		return balancersBefore(front)
	}
	return []*graph.Resource{nil}
}

// queuesRead are the queues that compute works off, with those that keep what failed, by compute.
func queuesRead(g *graph.Graph) map[*graph.Resource][]*graph.Resource {
	out := map[*graph.Resource][]*graph.Resource{}
	add := func(c, q *graph.Resource) {
		if c == nil || q == nil || slices.Contains(out[c], q) {
			return
		}
		out[c] = append(out[c], q)
		for dead := range Queue.DeadLetter.Of(q).Targets() {
			if dead.Mode == graph.Managed && !slices.Contains(out[c], dead) {
				out[c] = append(out[c], dead)
			}
		}
	}
	for _, tier := range Tiers(g) {
		if BeanstalkEnvironment.Includes(tier) != graph.True {
			add(tier, QueueReadBy(tier))
		} else if BeanstalkEnvironment.Tier.Of(tier).Is("Worker") == graph.True {
			q, _ := SettingsOf(tier).WorkerQueue()
			add(tier, q)
		}
	}
	for q := range queue.In(g) {
		for _, c := range ConsumersOf(q).Items {
			if c.Certain == graph.True {
				add(c.Function, q)
			}
		}
	}
	return out
}

// dataStores are the kinds of stores that workloads have, in the order in which they are told. What belongs to another store is
// told with that: see [storeOf].
var dataStores = []Kind{databaseCluster, database, shardedDatabase, replicationGroup, cacheCluster, serverlessCache, memoryDB, table, searchDomain, warehouse, fileSystem, fsx}

// storeOf is the store that something is or belongs to: the cluster of an instance, the primary of a replica, the group of a
// cache cluster, the file system of a mount target. It is nil for what is none in sight.
func storeOf(r *graph.Resource) *graph.Resource {
	if r.Mode != graph.Managed {
		return nil
	}
	for _, e := range []Edge{ClusterInstance.Cluster, Database.Source, CacheCluster.Group, MountTarget.FileSystem} {
		if e.owner.Includes(r) != graph.True {
			continue
		}
		for of := range e.Of(r).Targets() {
			if of != r && of.Mode == graph.Managed {
				return of
			}
		}
	}
	if bucket.Includes(r) == graph.True {
		return r
	}
	for _, k := range dataStores {
		if k.Includes(r) == graph.True && LocksState(r) != graph.True {
			return r
		}
	}
	return nil
}

// findStores finds the stores that compute reaches for certain: those that its settings name or its role may write, and those
// that single it out by their rules. Only where a rule singles nobody out, all count whom it lets in.
func (m *merger) findStores() {
	add := func(c, part *graph.Resource) {
		if s := storeOf(part); s != nil && c.With(s) != graph.False && s.With(c) != graph.False { // they are no alternatives
			m.add(c, s)
		}
	}
	functions := map[*graph.Resource][]*graph.Resource{} // by their security groups
	for _, c := range Callers(m.g) {
		if isTier(c) && Appliance(c) == graph.True {
			continue
		}
		for r := range settingsOf(c).certain {
			add(c, r)
		}
		roles, _ := rolesOf(c)
		for _, role := range roles {
			for _, t := range tablesOf(role) {
				add(c, t)
			}
		}
		if !isTier(c) {
			for group := range SecurityGroupsOf(c).Targets() {
				functions[group] = append(functions[group], c)
			}
		}
	}
	for _, store := range DataTier(m.g) {
		readers := ReadersOf(store)
		found := false
		for _, tier := range readers.near[:min(mostCallers, len(readers.near))] {
			if Reaches(tier, store) == graph.True && Appliance(tier) != graph.True {
				add(tier, store)
				found = true
			}
		}
		ports := portsOf(store)
		for guard := range SecurityGroupsOf(store).Targets() {
			for _, rule := range IngressOf(guard).Items {
				for from := range rule.Groups.Targets() {
					if rule.opens(store, ports) == graph.True {
						for _, f := range functions[from] {
							add(f, store)
							found = true
						}
					}
				}
			}
		}
		if found {
			continue
		}
		n := 0
		for tier := range readers.All() {
			if n++; n > mostCallers {
				break
			}
			if Reaches(tier, store) == graph.True && Appliance(tier) != graph.True {
				add(tier, store)
			}
		}
	}
}

// add notes that compute reaches a store.
func (m *merger) add(c, store *graph.Resource) {
	if m.stores[c] == nil {
		m.stores[c] = map[*graph.Resource]bool{}
	}
	m.stores[c][store] = true
	m.reached[store] = true
}

// findServers takes instances that run a database for stores of the tiers that their rules let in to it.
func (m *merger) findServers() {
	carriers := carriersOf(m.g)
	for server := range Servers(m.g) {
		if offers, _ := OffersDatabase(server); offers != graph.True || Web(server) == graph.True {
			continue
		}
		for guard := range SecurityGroupsOf(server).Targets() {
			for _, o := range databaseOffers(guard) {
				tiers := carriers.byGroup[o.from]
				for _, tier := range tiers[:min(mostCallers, len(tiers))] {
					if tier != server && o.certain == graph.True && Appliance(tier) != graph.True && SecurityGroupsOf(tier).LeadsTo(o.from) == graph.True {
						m.add(tier, server)
					}
				}
			}
		}
	}
}

// tablesOf are the tables that the policies of a role name and let it write.
func tablesOf(role *graph.Resource) []*graph.Resource {
	type key struct{ role *graph.Resource }
	return graph.Fact(role.Graph(), key{role}, func() []*graph.Resource {
		var out []*graph.Resource
		for _, doc := range grantsOf(role).documents {
			for _, ref := range graph.Refs(doc) {
				for _, t := range role.Graph().Targets(ref) {
					if table.Includes(t) == graph.True && !slices.Contains(out, t) && roleMay(role, t, permission{"dynamodb:", writes}) == graph.True {
						out = append(out, t)
					}
				}
			}
		}
		return out
	})
}

// workloads gathers what belongs to each work.
func (m *merger) workloads() []Workload {
	byRoot := map[*graph.Resource]*Workload{}
	var order []*Workload
	var heads []*graph.Resource // what names each
	for _, c := range m.compute {
		root := m.root(c)
		w := byRoot[root]
		if w == nil {
			w = &Workload{}
			byRoot[root] = w
			order, heads = append(order, w), append(heads, root)
		}
		w.Compute = append(w.Compute, c)
	}
	parts := m.parts()
	records := recordsByEnd(m.g)
	for _, w := range order {
		for _, c := range w.Compute {
			w.Queues = append(w.Queues, m.queues[c]...)
			for s := range m.stores[c] {
				w.Stores = append(w.Stores, s)
			}
			w.Records = append(w.Records, records[c]...)
			for _, f := range FrontsOf(c).Items {
				if f.To == nil || f.Certain != graph.True {
					continue
				}
				w.Fronts = append(w.Fronts, f.To)
				for _, lb := range balancersOf(f.To) {
					if lb != nil && lb.Mode == graph.Managed {
						w.Balancers = append(w.Balancers, lb)
						w.Records = append(w.Records, records[lb]...)
					}
				}
			}
		}
		w.Sort = sortOfCompute(w.Compute, len(w.Queues) > 0)
	}
	for _, k := range dataStores {
		for s := range k.In(m.g) {
			if !m.reached[s] && storeOf(s) == s && k.Includes(s) == graph.True {
				order, heads = append(order, &Workload{Sort: StoreWorkload, Stores: []*graph.Resource{s}}), append(heads, s)
			}
		}
	}
	out := make([]Workload, len(order))
	for i, w := range order {
		for _, list := range []*[]*graph.Resource{&w.Records, &w.Balancers, &w.Fronts, &w.Queues, &w.Stores, &w.Compute} {
			sortByAddress(*list)
			*list = slices.Compact(*list)
		}
		for _, s := range w.Stores {
			w.Parts = append(w.Parts, parts[s]...)
		}
		w.Name = w.called(heads[i])
		out[i] = *w
	}
	return out
}

// parts are what belongs to stores, by store.
func (m *merger) parts() map[*graph.Resource][]*graph.Resource {
	out := map[*graph.Resource][]*graph.Resource{}
	for _, k := range []Kind{clusterInstance, database, cacheCluster, mountTarget} {
		for r := range k.In(m.g) {
			if s := storeOf(r); s != nil && s != r {
				out[s] = append(out[s], r)
			}
		}
	}
	return out
}

// sortOfCompute tells what compute is for.
func sortOfCompute(compute []*graph.Resource, reads bool) WorkloadSort {
	web, app, worker := graph.False, graph.False, graph.Known(reads)
	for _, c := range compute {
		if !isTier(c) {
			continue
		}
		if BeanstalkEnvironment.Includes(c) == graph.True {
			web, worker = web.Or(Web(c)), worker.Or(Web(c).Not())
			continue
		}
		if AutoScalingGroup.Includes(c) == graph.True && ClusterCapacity(c) == graph.True && FrontsOf(c).Any() != graph.True {
			continue // what runs on its instances serves, if anything
		}
		serves := Web(c)
		if serves == graph.Unknown && FrontsOf(c).Any() == graph.True {
			serves = graph.True
		}
		web, app = web.Or(serves), app.Or(App(c))
	}
	switch {
	case web == graph.True:
		return WebWorkload
	case worker == graph.True:
		return WorkerWorkload
	case app == graph.True:
		return WebWorkload
	}
	return OtherWorkload
}

// recordsByEnd are the DNS records of a graph by the load balancers, environments and instances that they lead to for certain.
func recordsByEnd(g *graph.Graph) map[*graph.Resource][]*graph.Resource {
	out := map[*graph.Resource][]*graph.Resource{}
	add := func(v []*graph.Resource, r Record) {
		for _, t := range v {
			if n := len(out[t]); n == 0 || out[t][n-1] != r.Resource { // the records of a group follow each other
				out[t] = append(out[t], r.Resource)
			}
		}
	}
	for _, r := range Records(g) {
		values := fieldValue(r.block, "records", "ResourceRecords")
		if to, is := leadsTo(r.Resource, values, balancerNames); is == graph.True {
			add([]*graph.Resource{to}, r)
		}
		if alias, ok := r.Alias(); ok == graph.True {
			if to, is := leadsTo(r.Resource, fieldValue(alias.block, "name", "DNSName"), aliasNames); is == graph.True {
				add([]*graph.Resource{to}, r)
			}
		}
		hosts, _ := r.Hosts()
		for _, h := range hosts {
			if h.Instance != nil && h.Certain == graph.True {
				add([]*graph.Resource{h.Instance}, r)
			}
		}
	}
	return out
}

// plainNames say nothing of what a thing is for, in lower case: the name of the module that it stands in says more.
var plainNames = map[string]bool{"this": true, "main": true, "default": true, "asg": true, "ecs_service": true, "service": true, "ignore_task_definition": true,
	"instance": true, "ec2": true, "database": true, "db": true, "rds": true, "cluster": true, "redis": true, "cache": true, "autoscalinggroup": true, "efs": true}

// called is what people call a workload, by what stands for it: of several tiers the one that calls the others.
func (w *Workload) called(head *graph.Resource) string {
	if len(w.Compute) > 1 && !isTier(head) {
		for _, r := range slices.Concat(w.Queues, w.Stores) {
			return "functions of " + calledAs(r)
		}
	}
	return calledAs(head)
}

// calledAs is what people call a resource: its written name, else its label, or that of the module that declares it.
func calledAs(r *graph.Resource) string {
	for _, k := range byTypes[r.Language][r.Type] {
		for _, p := range k.names[r.Language] {
			if text, ok := textOf(p.find(r).value); ok && text != "" {
				return text
			}
		}
	}
	for _, tag := range []Attr[string]{AutoScalingGroup.NameTag, Instance.NameTag} {
		if text, ok := textOf(tag.raw(r)); ok && text != "" {
			return text
		}
	}
	if plainNames[strings.ToLower(r.Name)] && len(r.Calls) > 0 {
		call := graph.WithoutKeys(r.Calls[len(r.Calls)-1].Address)
		return call[strings.LastIndexAny(call, "./")+1:]
	}
	return r.Name
}

// nameApart orders workloads and gives those with equal names their addresses beside.
func nameApart(all []Workload) {
	first := func(w Workload) string {
		if len(w.Compute) > 0 {
			return w.Compute[0].Address
		}
		return w.Stores[0].Address
	}
	slices.SortFunc(all, func(a, b Workload) int {
		return cmp.Or(cmp.Compare(a.Sort, b.Sort), strings.Compare(a.Name, b.Name), strings.Compare(first(a), first(b)))
	})
	times := map[string]int{}
	for _, w := range all {
		times[w.Name]++
	}
	for i, w := range all {
		if times[w.Name] > 1 {
			all[i].Name = w.Name + " (" + first(w) + ")"
		}
	}
}

// ZonesOfTier are the zones in which compute runs, a group together with its peers, and a service whose tasks share the
// interfaces of instances in the zones of those.
func ZonesOfTier(compute *graph.Resource) Zones {
	switch {
	case AutoScalingGroup.Includes(compute) == graph.True:
		return ZonesWithPeers(compute)
	case ECSService.Includes(compute) == graph.True && ECSService.Subnets.Of(compute).Any() == graph.False:
		out := Zones{Place: graph.Place{Resource: compute}, Edge: graph.False}
		hosts := hostsOf(compute)
		for _, h := range hosts {
			out.Union(ZonesOfCompute(h), h.Exists != graph.True)
		}
		if len(hosts) == 0 {
			out.Open = true
			compute.Graph().Doubt(graph.Doubt{Resource: compute, Message: "the instances that run the tasks of " + compute.Address + " are not in sight"})
		}
		return out
	}
	return ZonesOfCompute(compute)
}
