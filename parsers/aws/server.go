package aws

import (
	slashpath "path"
	"regexp"
	"strings"

	"github.com/archlint/archlint/parsers/boot"
	"github.com/archlint/archlint/parsers/graph"
)

// A ServerSort tells what a server is for.
type ServerSort uint8

// The sorts of servers that keep state.
const (
	DatabaseServer ServerSort = iota
	SessionServer             // keeps sessions and caches in memory
	FileServer
)

// A Server is a database, session or file server that instances run on themselves.
type Server struct {
	Name    string // "MySQL or MariaDB"
	Sort    ServerSort
	Port    int // on which it listens unless it is told otherwise; 0 for file servers
	Certain graph.Tri
	Place   graph.Place // of the script that starts it
}

// serverFacts tell by what a server is recognised. Names are lower case.
type serverFacts struct {
	name     string
	sort     ServerSort
	port     int            // see [Server.Port]; the registrations of IANA, or the manual of the server
	services *regexp.Regexp // of init systems, and the daemons themselves
	packages *regexp.Regexp // of Debian and Ubuntu, which start a service when its package is installed
	images   *regexp.Regexp // of containers, without registry, path and tag
	exports  bool           // it serves only where something is exported
}

func whole(pattern string) *regexp.Regexp { return regexp.MustCompile(`^(?:` + pattern + `)$`) }

// servers are those that keep state. Debian's MongoDB packages of the vendor do not start by themselves (MongoDB manual,
// "Install MongoDB Community Edition on Ubuntu"); all others do (Debian Policy Manual, 9.3.3.1).
var servers = []serverFacts{
	{"MySQL or MariaDB", DatabaseServer, 3306, whole(`mysql|mysqld|mysqld_safe|mariadb|mariadbd|mysqld@.*|mysql-server|mysql-community-server|rh-mysql\d+-mysqld|percona-server`),
		whole(`(?:default-)?mysql-server(?:-[\d.]+|-core-[\d.]+)?|mysql-community-server|mariadb-server(?:-[\d.]+)?|percona-server-server(?:-[\d.]+)?`),
		whole(`mysql|mysql-server|mysql-\d+.*|mariadb|mariadb-server|percona|percona-server`), false},
	{"PostgreSQL", DatabaseServer, 5432, whole(`postgres|postgresql(?:-?[\d.]+)?|postgresql@.*|rh-postgresql\d+-postgresql`),
		whole(`postgresql(?:-[\d.]+)?`), whole(`postgres|postgresql|postgis|timescaledb|pgvector|postgresql-repmgr`), false},
	{"MongoDB", DatabaseServer, 27017, whole(`mongo|mongod|mongodb|mongodb-org`), whole(`mongodb|mongodb-server`), whole(`mongo|mongodb|mongodb-community-server`), false},
	{"Redis", SessionServer, 6379, whole(`redis|redis6|redis7|redis-server|redis_6379|redis@.*|valkey|valkey-server`), whole(`redis|redis-server|valkey|valkey-server`),
		whole(`redis|redis-stack|redis-stack-server|valkey|keydb`), false},
	{"Memcached", SessionServer, 11211, whole(`memcached`), whole(`memcached`), whole(`memcached`), false},
	{"an NFS server", FileServer, 0, whole(`nfs|nfs-server|nfs-kernel-server`), whole(`nfs-kernel-server`), whole(`nfs-server|nfs-server-alpine`), true},
	{"a Samba server", FileServer, 0, whole(`smb|smbd|samba`), whole(`samba`), whole(`samba`), false},
}

// ServersOn are the servers that instances of some compute install, where that is needed, and start at their first boot.
// A client is no server, and what is stopped again does not count.
func ServersOn(compute *graph.Resource) []Server {
	type key struct{ r *graph.Resource }
	return graph.Fact(compute.Graph(), key{compute}, func() []Server {
		steps := BootStepsOf(compute).Steps
		var out []Server
		for _, facts := range servers {
			if s := facts.on(steps); s.Certain != graph.False {
				out = append(out, s)
			}
		}
		return out
	})
}

func (f serverFacts) on(steps []BootStep) Server {
	out := Server{Name: f.name, Sort: f.sort, Port: f.port, Certain: graph.False}
	exported := graph.Known(!f.exports)
	for _, s := range steps {
		starts := graph.False
		switch name := strings.ToLower(s.Name); s.Verb {
		case boot.Start:
			starts = graph.Known(f.services.MatchString(name))
		case boot.Stop:
			if f.services.MatchString(name) {
				out.Certain = out.Certain.And(s.Certain.Not())
			}
		case boot.Install:
			if name, _, _ = strings.Cut(name, "="); f.packages.MatchString(name) {
				switch s.Via {
				case "apt":
					starts = graph.True
				case "": // of whatever system the image has
					starts = graph.Unknown
				}
			}
		case boot.Pull:
			starts = graph.Known(s.Runs && f.images.MatchString(imageName(name)))
		case boot.Export:
			exported = exported.Or(s.Certain)
		}
		if starts = starts.And(s.Certain); starts != graph.False {
			if out.Certain != graph.True {
				out.Place = s.Place
			}
			out.Certain = out.Certain.Or(starts)
		}
	}
	out.Certain = out.Certain.And(exported)
	return out
}

// imageName is the name of a container's image without its registry, path, tag and digest.
func imageName(image string) string {
	image, _, _ = strings.Cut(image, "@")
	name, _, _ := strings.Cut(slashpath.Base(image), ":")
	return name
}

// databasePorts are the ports of databases that teams run on instances of their own: SQL Server, Oracle, MySQL, PostgreSQL,
// Redis, Cassandra, Elasticsearch and MongoDB.
var databasePorts = []int{1433, 1521, 3306, 5432, 6379, 9042, 9200, 27017}

// OffersDatabase tells whether a security group of compute lets a web or app tier in on the port of a database, and where
// that is written. A rule of many ports says nothing, nor does one for a tier that the compute is of; a group that a
// managed store carries as well may be meant for that.
func OffersDatabase(compute *graph.Resource) (graph.Tri, graph.Place) {
	at := graph.Place{Resource: compute}
	out := graph.False
	groups := SecurityGroupsOf(compute)
	for _, l := range groups.Items {
		if l.To == nil {
			continue
		}
		for _, o := range databaseOffers(l.To) {
			offered := o.certain.And(l.Exists, groups.LeadsTo(o.from).Not())
			if offered != graph.False && out != graph.True {
				at = o.place
			}
			out = out.Or(offered)
		}
	}
	return out, at
}

// An offer is a rule of a security group that lets the tiers of another in on the port of a database.
type offer struct {
	from    *graph.Resource // the other group
	certain graph.Tri
	place   graph.Place
}

func databaseOffers(group *graph.Resource) []offer {
	type key struct{ r *graph.Resource }
	return graph.Fact(group.Graph(), key{group}, func() []offer {
		var out []offer
		c := carriersOf(group.Graph())
		for _, rule := range IngressOf(group).Items {
			if rule.onlyPort(databasePorts) != graph.True {
				continue
			}
			for _, from := range rule.Groups.Items {
				if from.To == nil || from.To == group {
					continue
				}
				offered := graph.False
				for _, tier := range c.byGroup[from.To] {
					if offered = offered.Or(Web(tier).Or(App(tier))); offered == graph.True {
						break
					}
				}
				if offered != graph.False && storeGroups(group.Graph())[group] {
					offered = graph.Unknown
				}
				if offered = offered.And(from.Exists); offered != graph.False {
					out = append(out, offer{from.To, offered, rule.Place})
				}
			}
		}
		return out
	})
}

// onlyPort tells whether the rule opens a single TCP port, which is one of those.
func (in Ingress) onlyPort(ports []int) graph.Tri {
	from, ok1 := in.From.Get()
	to, ok2 := in.To.Get()
	if !ok1 || !ok2 {
		return graph.Unknown
	}
	return graph.Known(from == to).And(portIn(in.From, ports), in.tcp())
}

// storeGroups are the security groups that managed databases and caches carry, or may carry.
func storeGroups(g *graph.Graph) map[*graph.Resource]bool {
	type key struct{}
	return graph.Fact(g, key{}, func() map[*graph.Resource]bool {
		out := map[*graph.Resource]bool{}
		for _, k := range []Kind{database, databaseCluster, replicationGroup, cacheCluster, serverlessCache, memoryDB} {
			for store := range k.In(g) {
				for _, l := range SecurityGroupsOf(store).Items {
					for _, c := range l.Candidates {
						out[c] = true
					}
				}
			}
		}
		g.TakeDoubts()
		return out
	})
}
