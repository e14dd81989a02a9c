package aws

import "github.com/archlint/archlint/parsers/graph"

// nfsPort is the port of NFS, on which mount targets listen (EFS User Guide, "Using VPC security groups").
const nfsPort = 2049

// letsPortOut tells whether a security group lets traffic to a TCP port out, to anybody.
func letsPortOut(group *graph.Resource, port int) graph.Tri {
	type key struct {
		group *graph.Resource
		port  int
	}
	return graph.Fact(group.Graph(), key{group, port}, func() graph.Tri {
		rules, everything := egressOf(group)
		out := graph.Known(everything)
		if rules.Open {
			out = graph.Unknown
		}
		for _, rule := range rules.Items {
			out = out.Or(rule.port(port))
		}
		if out == graph.False {
			out = group.Graph().Offered(group) // who uses a module may add a rule
		}
		return out
	})
}

// A FilePath is the way from compute to a mount target of a file system that it mounts.
type FilePath struct {
	Closed graph.Tri
	Out    bool            // the groups of the compute let nothing out to NFS; else the mount target's lets it not in
	Target *graph.Resource // the mount target
	Place  graph.Place     // where the way would be opened
}

// FilePathOf tells whether compute that mounts a file system is kept from a mount target of it by security groups.
func FilePathOf(user, fs *graph.Resource) FilePath {
	out := FilePath{Closed: graph.False}
	targets := MountTarget.FileSystem.Into(fs)
	carried := SecurityGroupsOf(user)
	// Instances of Beanstalk carry the group that it makes for an environment, beside those that are named (Elastic Beanstalk
	// Developer Guide, "Managing EC2 security groups"), and a group that is made lets everything out.
	lets := BeanstalkEnvironment.Includes(user)
	if carried.Open {
		lets = lets.Or(graph.Unknown)
	}
	for _, l := range carried.Items {
		if l.To == nil {
			lets = lets.Or(graph.Unknown)
			continue
		}
		lets = lets.Or(letsPortOut(l.To, nfsPort))
	}
	for _, b := range targets.Items {
		t := b.From
		if b.Certain != graph.True || user.With(t) != graph.True {
			t.Graph().Doubt(graph.Doubt{Resource: t, Message: t.Address + " may not exist"})
			out.Closed = out.Closed.Or(graph.Unknown)
			continue
		}
		if lets == graph.False && out.Closed != graph.True {
			out = FilePath{Closed: graph.True, Out: true, Target: t, Place: graph.Place{Resource: carried.Items[0].To}}
			return out
		}
		guards := MountTarget.SecurityGroups.Of(t)
		var closed graph.Tri
		place := guards.Place
		if guards.Any() == graph.False {
			closed, place = onlyDefaultGroup(user, carried), graph.Place{Resource: t}
		} else {
			closed = admitted(user, t, []int{nfsPort}).Not()
			if guard, ok := firstTarget(guards); ok {
				place = graph.Place{Resource: guard}
			}
		}
		if closed == graph.True {
			return FilePath{Closed: graph.True, Target: t, Place: place}
		}
		if closed == graph.Unknown {
			t.Graph().Doubt(graph.Doubt{Resource: t, Message: "whether the security groups of " + t.Address + " admit " + user.Address + " is not known"})
		}
		out.Closed = out.Closed.Or(closed)
	}
	if lets == graph.Unknown && len(targets.Items) > 0 {
		out.Closed = out.Closed.Or(graph.Unknown)
	}
	return out
}

// firstTarget is the first group that certainly guards something.
func firstTarget(guards Links) (*graph.Resource, bool) {
	for g := range guards.Targets() {
		return g, true
	}
	return nil, false
}

// onlyDefaultGroup tells whether the default group of a VPC keeps compute out: it admits only those that carry it (Amazon VPC
// User Guide, "Default security groups"), which compute with groups of its own does not. Where anything in sight may change
// the default group it is Unknown.
func onlyDefaultGroup(user *graph.Resource, carried Links) graph.Tri {
	g := user.Graph()
	if carried.Open || len(carried.Items) == 0 || len(g.OfType("aws_default_security_group")) > 0 {
		g.Doubt(graph.Doubt{Resource: user, Message: "whether " + user.Address + " carries the VPC's default group is not known"})
		return graph.Unknown
	}
	for _, l := range carried.Items {
		if l.To == nil || l.To.Mode != graph.Managed || l.Exists != graph.True {
			doubtPlace(l.Place.Resource, pathText(l.Place.Path))
			return graph.Unknown
		}
		if len(SecurityGroupRule.Group.Into(l.To).Open)+len(SecurityGroupIngress.Group.Into(l.To).Open) > 0 {
			g.Doubt(graph.Doubt{Resource: user, Message: "a rule in sight may be one of the VPC's default group"})
			return graph.Unknown
		}
	}
	return graph.True
}
