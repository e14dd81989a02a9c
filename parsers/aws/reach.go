package aws

import (
	"net/netip"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// Reaches tells whether compute reaches a store: the store's security group lets the compute's group or subnets in on
// the store's port, or the compute's settings name the store or a secret that holds its address. Standing in one root
// is no evidence.
func Reaches(compute, store *graph.Resource) graph.Tri {
	type key struct{ compute, store *graph.Resource }
	return graph.Fact(compute.Graph(), key{compute, store}, func() graph.Tri {
		if named := settingsName(compute, store); named == graph.True {
			return named
		}
		if service := byGrant(store); service != "" {
			return settingsName(compute, store).Or(mayWrite(compute, store, service))
		}
		if FileSystem.Includes(store) == graph.True {
			return settingsName(compute, store)
		}
		ports := portsOf(store)
		if ports == nil {
			return graph.Unknown
		}
		return settingsName(compute, store).Or(admitted(compute, store, ports))
	})
}

// enginePorts are the ports that the engines of RDS listen on where none is written (RDS User Guide, "Settings for DB
// instances": port).
var enginePorts = []struct {
	prefix string
	port   int
}{
	{"mysql", 3306}, {"mariadb", 3306}, {"aurora-postgresql", 5432}, {"aurora", 3306}, {"postgres", 5432},
	{"oracle", 1521}, {"custom-oracle", 1521}, {"sqlserver", 1433}, {"custom-sqlserver", 1433}, {"db2", 50000},
}

// portsOf are the TCP ports of a store: those written, else the engine's own.
func portsOf(store *graph.Resource) []int {
	byEngine := func(engine Value[string], written Value[int]) []int {
		if p, ok := written.Get(); ok {
			return []int{p}
		}
		e, ok := engine.Get()
		if !ok || written.Written() == graph.Unknown {
			return nil
		}
		for _, d := range enginePorts {
			if strings.HasPrefix(e, d.prefix) {
				return []int{d.port}
			}
		}
		return nil
	}
	switch {
	case Database.Includes(store) == graph.True:
		return byEngine(Database.Engine.Of(store), Database.Port.Of(store))
	case DatabaseCluster.Includes(store) == graph.True:
		return byEngine(DatabaseCluster.Engine.Of(store), DatabaseCluster.Port.Of(store))
	case ReplicationGroup.Includes(store) == graph.True:
		return orPort(ReplicationGroup.Port.Of(store), 6379)
	case MemoryDB.Includes(store) == graph.True:
		return orPort(MemoryDB.Port.Of(store), 6379)
	case ServerlessCache.Includes(store) == graph.True:
		return []int{6379, 6380, 11211, 11212}
	case CacheCluster.Includes(store) == graph.True:
		if e, ok := CacheCluster.Engine.Of(store).Get(); ok && e == "memcached" {
			return orPort(CacheCluster.Port.Of(store), 11211)
		}
		return orPort(CacheCluster.Port.Of(store), 6379)
	case MountTarget.Includes(store) == graph.True:
		return []int{2049}
	case FSx.Includes(store) == graph.True:
		return []int{988, 2049, 445} // Lustre, NFS, SMB
	}
	return nil
}

func orPort(port Value[int], otherwise int) []int {
	if p, ok := port.Get(); ok {
		return []int{p}
	}
	if port.Written() != graph.False {
		return nil
	}
	return []int{otherwise}
}

// admitted tells whether the store's security groups let the compute in on one of the ports.
func admitted(compute, store *graph.Resource, ports []int) graph.Tri {
	return anyIngress(SecurityGroupsOf(store), func(group *graph.Resource, rule Ingress) graph.Tri {
		open := rule.anyPort(ports)
		if open == graph.False {
			return open
		}
		return open.And(rule.admits(group, compute))
	})
}

// admits tells whether the rule of a group lets the compute in: by its group, or by the addresses of its subnets.
func (in Ingress) admits(group, compute *graph.Resource) graph.Tri {
	out := graph.False
	carried := SecurityGroupsOf(compute)
	if in.Groups.Open || in.Prefixes != graph.False {
		out = graph.Unknown
	}
	for _, from := range in.Groups.Items {
		switch {
		case from.To != nil:
			out = out.Or(carried.LeadsTo(from.To))
		case len(from.Candidates) > 0 || from.Literal != "" || from.Open:
			out = out.Or(graph.Unknown)
		}
	}
	if in.Self != graph.False {
		out = out.Or(in.Self.And(carried.LeadsTo(group)))
	}
	for _, s := range in.CIDRs {
		out = out.Or(s.holds(compute))
	}
	return out
}

// holds tells whether the range of addresses contains the subnets of the compute.
func (s Source) holds(compute *graph.Resource) graph.Tri {
	if s.Known && s.Prefix.Bits() == 0 {
		return graph.True
	}
	links := SubnetsOf(compute)
	if len(links.Items) == 0 || links.Open {
		return graph.Unknown
	}
	out := graph.False
	for _, l := range links.Items {
		if l.To == nil {
			return graph.Unknown
		}
		out = out.Or(s.holdsSubnet(l.To))
	}
	return out
}

func (s Source) holdsSubnet(sub *graph.Resource) graph.Tri {
	net := Subnet.VPC.Of(sub)
	for _, ref := range graph.Refs(s.value) {
		for v := range net.Targets() {
			if ref.Address == v.Address && !ref.Possible && (ref.Attribute == "cidr_block" || ref.Attribute == "CidrBlock") {
				return graph.True
			}
		}
		if ref.Address == sub.Address && !ref.Possible && (ref.Attribute == "cidr_block" || ref.Attribute == "CidrBlock") {
			return graph.True
		}
	}
	if !s.Known {
		return graph.Unknown
	}
	if text, ok := Subnet.CIDR.Of(sub).Get(); ok {
		if p, err := netip.ParsePrefix(text); err == nil {
			return graph.Known(s.Prefix.Bits() <= p.Bits() && s.Prefix.Contains(p.Addr()))
		}
	}
	for v := range net.Targets() {
		if text, ok := VPC.CIDR.Of(v).Get(); ok {
			if p, err := netip.ParsePrefix(text); err == nil {
				if s.Prefix.Bits() <= p.Bits() && s.Prefix.Contains(p.Addr()) {
					return graph.True
				}
				if !p.Overlaps(s.Prefix) {
					return graph.False
				}
			}
		}
	}
	return graph.Unknown
}

// mention is what the settings of some compute name.
type mention struct {
	certain, possible map[*graph.Resource]bool
	open              bool // some of the settings are out of sight
}

// settingsName tells whether the settings of the compute (user data, cfn-init, task definition, Beanstalk settings)
// name the store, or a secret or parameter that does.
func settingsName(compute, store *graph.Resource) graph.Tri {
	m := mentions(compute)
	switch {
	case m.certain[store]:
		return graph.True
	case m.possible[store] || m.open:
		return graph.Unknown
	}
	return graph.False
}

func mentions(compute *graph.Resource) mention {
	type key struct{ r *graph.Resource }
	return graph.Fact(compute.Graph(), key{compute}, func() mention {
		m := mention{certain: map[*graph.Resource]bool{}, possible: map[*graph.Resource]bool{}}
		switch {
		case AutoScalingGroup.Includes(compute) == graph.True, Instance.Includes(compute) == graph.True:
			boot := BootOf(compute)
			m.open = boot.Open
			m.take(compute.Graph(), boot.refs)
		case ECSService.Includes(compute) == graph.True:
			task := ECSService.TaskDefinition.Of(compute)
			m.open = task.Open
			for _, l := range task.Items {
				if l.To == nil || l.To.Mode != graph.Managed {
					m.open = true
					continue
				}
				for _, name := range l.To.Source.Attributes() {
					m.take(compute.Graph(), graph.DeepMarks(l.To.Attribute(name)))
				}
			}
		case BeanstalkEnvironment.Includes(compute) == graph.True:
			for _, name := range compute.Source.Attributes() {
				m.take(compute.Graph(), graph.DeepMarks(compute.Attribute(name)))
			}
			m.open = true // what the application bundle holds is out of sight
		default:
			m.open = true
		}
		return m
	})
}

// take adds what marks refer to, and what the secrets and parameters among it hold.
func (m *mention) take(g *graph.Graph, marks cty.ValueMarks) {
	for mark := range marks {
		ref, ok := mark.(graph.Ref)
		if !ok {
			continue
		}
		for _, t := range g.Targets(ref) {
			set := m.certain
			if ref.Possible || t.Many() {
				set = m.possible
			}
			if set[t] {
				continue
			}
			set[t] = true
			switch {
			case Parameter.Includes(t) == graph.True:
				m.take(g, graph.DeepMarks(Parameter.Value.raw(t)))
			case Secret.Includes(t) == graph.True:
				for _, v := range SecretVersion.Secret.Into(t).Items {
					m.take(g, graph.DeepMarks(SecretVersion.Value.raw(v.From)))
				}
			case MountTarget.Includes(t) == graph.True:
				for fs := range MountTarget.FileSystem.Of(t).Targets() {
					set[fs] = true
				}
			}
		}
	}
}

// raw is the value of an attribute with its marks, null where nothing is written.
func (a Attr[T]) raw(r *graph.Resource) cty.Value {
	for _, p := range a.paths[r.Language] {
		if f := p.find(r); f.state != absent {
			return f.value
		}
	}
	return cty.NullVal(cty.DynamicPseudoType)
}

// carriers tells which tiers carry which security group, and which carry some that are not known.
type carriers struct {
	byGroup map[*graph.Resource][]*graph.Resource
	open    []*graph.Resource
	byName  map[*graph.Resource][]*graph.Resource // which tiers' settings name a resource
	blind   []*graph.Resource                     // those whose settings are partly out of sight
}

func carriersOf(g *graph.Graph) carriers {
	type key struct{}
	return graph.Fact(g, key{}, func() carriers {
		c := carriers{byGroup: map[*graph.Resource][]*graph.Resource{}, byName: map[*graph.Resource][]*graph.Resource{}}
		for _, tier := range Tiers(g) {
			groups := SecurityGroupsOf(tier)
			open := groups.Open
			for _, l := range groups.Items {
				for _, candidate := range l.Candidates {
					c.byGroup[candidate] = append(c.byGroup[candidate], tier)
				}
				open = open || l.To == nil
			}
			if open {
				c.open = append(c.open, tier)
			}
			m := mentions(tier)
			for _, set := range []map[*graph.Resource]bool{m.certain, m.possible} {
				for r := range set {
					c.byName[r] = append(c.byName[r], tier)
				}
			}
			if m.open {
				c.blind = append(c.blind, tier)
			}
		}
		g.TakeDoubts()
		return c
	})
}

// A Reader is a tier that reaches a store.
type Reader struct {
	Compute *graph.Resource
	Certain graph.Tri // True or Unknown
}

// ReadersOf gives the tiers that reach a store which listens on the network, by address. It looks only at tiers that
// the store's rules or the tiers' own settings point to, so that the cost grows with the answers.
func ReadersOf(store *graph.Resource) []Reader {
	g := store.Graph()
	c := carriersOf(g)
	seen := map[*graph.Resource]bool{}
	var near []*graph.Resource
	add := func(tiers []*graph.Resource) {
		for _, t := range tiers {
			if !seen[t] {
				seen[t] = true
				near = append(near, t)
			}
		}
	}
	add(c.byName[store])
	add(c.blind)
	ports := portsOf(store)
	guards := SecurityGroupsOf(store)
	everywhere := ports == nil || guards.Open
	for _, guard := range guards.Items {
		if guard.To == nil {
			everywhere = true
			continue
		}
		rules := IngressOf(guard.To)
		everywhere = everywhere || rules.Open
		for _, rule := range rules.Items {
			if rule.anyPort(ports) == graph.False {
				continue
			}
			everywhere = everywhere || len(rule.CIDRs) > 0 || rule.Prefixes != graph.False || rule.Groups.Open
			for _, from := range rule.Groups.Items {
				everywhere = everywhere || from.To == nil
				add(c.byGroup[from.To])
				add(c.open)
			}
			if rule.Self != graph.False {
				add(c.byGroup[guard.To])
				add(c.open)
			}
		}
	}
	if everywhere {
		add(Tiers(g))
	}
	g.TakeDoubts()
	sortByAddress(near)
	var out []Reader
	for _, t := range near {
		if r := Reaches(t, store).And(t.Exists); r != graph.False {
			out = append(out, Reader{t, r})
		}
	}
	return out
}

// A StoreSet is a sort of stores that a tier may keep things in.
type StoreSet uint8

// The sorts of stores.
const (
	CacheStores   StoreSet = iota // in-memory stores
	SessionStores                 // those that may hold the sessions of a web tier: caches and tables
	SharedFiles                   // those in which several instances can keep the same files
)

// ReachesAny tells whether compute reaches a store of a sort, and which: the first by address where it is True.
func ReachesAny(compute *graph.Resource, set StoreSet) (graph.Tri, *graph.Resource) {
	type key struct{ set StoreSet }
	type index struct {
		stores  []*graph.Resource
		is      map[*graph.Resource]bool
		readers map[*graph.Resource][]reached // the network stores that a tier reaches
	}
	g := compute.Graph()
	x := graph.Fact(g, key{set}, func() index {
		x := index{stores: storesOf(g, set), is: map[*graph.Resource]bool{}, readers: map[*graph.Resource][]reached{}}
		for _, s := range x.stores {
			x.is[s] = true
			if byGrant(s) != "" {
				continue
			}
			for _, r := range ReadersOf(s) {
				x.readers[r.Compute] = append(x.readers[r.Compute], reached{s, r.Certain.And(s.Exists)})
			}
		}
		g.TakeDoubts()
		return x
	})
	if len(x.stores) == 0 {
		return graph.False, nil
	}
	out := graph.False
	var found []*graph.Resource
	for _, r := range x.readers[compute] {
		out = out.Or(r.certain)
		if r.certain == graph.True {
			found = append(found, r.store)
		}
	}
	for r := range mentions(compute).certain {
		if x.is[r] && r.Exists == graph.True {
			out = graph.True
			found = append(found, r)
		}
	}
	if out == graph.True {
		sortByAddress(found)
		return out, found[0]
	}
	for _, s := range x.stores {
		if service := byGrant(s); service != "" {
			may := s.Exists.And(Reaches(compute, s))
			if may == graph.True {
				return may, s
			}
			out = out.Or(may)
		}
	}
	if out == graph.Unknown {
		g.Doubt(graph.Doubt{Resource: compute, Message: "what " + compute.Address + " reaches is not known"})
	}
	return out, nil
}

type reached struct {
	store   *graph.Resource
	certain graph.Tri
}

// byGrant is the prefix of the IAM actions by which a store is reached, "" for those that are reached over the network.
func byGrant(store *graph.Resource) string {
	switch {
	case Table.Includes(store) == graph.True:
		return "dynamodb:"
	case Bucket.Includes(store) == graph.True:
		return "s3:"
	}
	return ""
}

// NamedIn are the resources of a kind that the boot scripts of the compute mention for certain.
func (k Kind) NamedIn(compute *graph.Resource) []*graph.Resource {
	var out []*graph.Resource
	for r := range mentions(compute).certain {
		if k.Includes(r) == graph.True {
			out = append(out, r)
		}
	}
	sortByAddress(out)
	return out
}

// HostOf tells whether some boot script value names an instance by its address.
func HostOf(compute *graph.Resource) []*graph.Resource {
	var out []*graph.Resource
	seen := map[*graph.Resource]bool{}
	for m := range BootOf(compute).refs {
		ref, ok := m.(graph.Ref)
		if !ok || ref.Possible || !hostAttributes[ref.Attribute] {
			continue
		}
		for _, t := range compute.Graph().Targets(ref) {
			if instance.Includes(t) == graph.True && !seen[t] {
				seen[t] = true
				out = append(out, t)
			}
		}
	}
	sortByAddress(out)
	return out
}

var hostAttributes = map[string]bool{"private_ip": true, "public_ip": true, "private_dns": true, "public_dns": true, "PrivateIp": true, "PublicIp": true, "PrivateDnsName": true, "PublicDnsName": true}
