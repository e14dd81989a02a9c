package aws

import (
	"net/netip"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// Reaches tells whether compute reaches a store: the store's security group lets the compute's group or subnets in on
// the store's port, or the compute's settings name the store or a secret that holds its address. Standing in one root
// is no evidence.
func Reaches(compute, store *graph.Resource) graph.Tri {
	type key struct{ compute, store *graph.Resource }
	return graph.Fact(compute.Graph(), key{compute, store}, func() graph.Tri {
		named := settingsOf(compute).name(store)
		if named == graph.True {
			return named
		}
		if service := byGrant(store); service != "" {
			return named.Or(mayWrite(compute, store, service))
		}
		if FileSystem.Includes(store) == graph.True {
			return named
		}
		ports := portsOf(store)
		if ports == nil {
			store.Graph().Doubt(graph.Doubt{Resource: store, Message: "the port of " + store.Address + " is not known"})
			return named.Or(admitted(compute, store, nil), graph.Unknown)
		}
		return named.Or(admitted(compute, store, ports))
	})
}

// enginePorts are the ports that the engines of RDS listen on where none is written (RDS API, CreateDBInstance and
// CreateDBCluster: Port). Of Aurora PostgreSQL in CloudFormation see [portsOf].
var enginePorts = []struct {
	prefix string
	port   int
}{
	{"mysql", 3306}, {"mariadb", 3306}, {"aurora-postgresql", 5432}, {"aurora", 3306}, {"postgres", 5432},
	{"oracle", 1521}, {"custom-oracle", 1521}, {"sqlserver", 1433}, {"custom-sqlserver", 1433}, {"db2", 50000},
}

// portsOf are the TCP ports of a store: those written, else the engine's own. An Aurora PostgreSQL cluster without a port
// listens on MySQL's where CloudFormation makes it (CloudFormation Template Reference, AWS::RDS::DBCluster, Port), but
// CloudFormation has made some on PostgreSQL's: it may be either.
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
		ports := byEngine(Database.Engine.Of(store), Database.Port.Of(store))
		if ports == nil && Database.Engine.Of(store).Written() == graph.False && Database.Port.Of(store).Written() == graph.False {
			for primary := range Database.Source.Of(store).Targets() { // a replica listens where its primary does
				if primary != store && Database.Source.Of(primary).Any() == graph.False {
					return portsOf(primary)
				}
			}
		}
		return ports
	case DatabaseCluster.Includes(store) == graph.True:
		engine, port := DatabaseCluster.Engine.Of(store), DatabaseCluster.Port.Of(store)
		ports := byEngine(engine, port)
		if store.Language == graph.CloudFormation && port.Unwritten() && engine.Is("aurora-postgresql") == graph.True {
			ports = append(ports, 3306)
		}
		return ports
	case DatabaseProxy.Includes(store) == graph.True:
		return byEngine(DatabaseProxy.Family.Of(store), Value[int]{state: absent})
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
	case Warehouse.Includes(store) == graph.True:
		return orPort(Warehouse.Port.Of(store), 5439)
	case SearchDomain.Includes(store) == graph.True:
		return []int{443, 80}
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
	return anyGroup(SecurityGroupsOf(store), func(group *graph.Resource) graph.Tri {
		out := letsThrough(group, false, store, ports, compute)
		if out != graph.True && IngressOf(group).Open {
			doubtIngress(group)
			out = graph.Unknown
		}
		return out
	})
}

// admits tells whether the rule of a group lets the compute in: by its group, or by the addresses of its subnets.
func (in Ingress) admits(group *graph.Resource, by *party) graph.Tri {
	out := graph.False
	if in.Groups.Open || in.Prefixes != graph.False {
		out = graph.Unknown
	}
	for _, from := range in.Groups.Items {
		switch {
		case from.To != nil:
			out = out.Or(by.carried.LeadsTo(from.To))
		case len(from.Candidates) > 0 || from.Literal != "" || from.Open:
			out = out.Or(graph.Unknown)
		}
	}
	if in.Self != graph.False {
		out = out.Or(in.Self.And(by.carried.LeadsTo(group)))
	}
	for _, s := range in.CIDRs {
		out = out.Or(s.holds(by.placed))
	}
	return out
}

// holds tells whether the range of addresses contains some subnets.
func (s Source) holds(links Links) graph.Tri {
	if s.Known && s.Prefix.Bits() == 0 {
		return graph.True
	}
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

// placedIn are the subnets in which a resource has its addresses.
func placedIn(r *graph.Resource) Links {
	for _, e := range []Edge{LoadBalancer.Subnets, ClassicLoadBalancer.Subnets, MountTarget.Subnet, FSx.Subnets} {
		if e.owner.Includes(r) == graph.True {
			return e.Of(r)
		}
	}
	for _, k := range calledStores {
		if k.Includes(r) == graph.True {
			return SubnetsOfStore(r)
		}
	}
	return SubnetsOf(r)
}

// calledStores are the kinds of stores that are called by an address of theirs.
var calledStores = []Kind{database, databaseCluster, replicationGroup, cacheCluster, serverlessCache, memoryDB, warehouse, searchDomain}
