package network

import (
	"slices"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var dataTierOpen = &rules.Rule{
	ID: "AL802", Name: "data-tier-open", Level: rules.Error, Story: rules.StatefulWeb, Stage: 7,
	YieldsTo: []string{"AL806"},
	Title:    "Data store that takes its port from a range of addresses",
	Why: `Only the application has business with a database, cache or file system. A security group that opens its port to everybody leaves nothing but a password between the data and the world,
and ports of databases are found within minutes; one that opens it to the range of the VPC lets every bastion, build server and forgotten instance in, and goes on doing so for whatever is
launched there next year. Groups that refer to each other say who may call, wherever it runs.`,
	Fix: rules.Fix{
		Advice: "Admit the security group of the application tier instead of a range of addresses.",
		Terraform: `resource "aws_vpc_security_group_ingress_rule" "database" {
  security_group_id            = aws_security_group.database.id
  referenced_security_group_id = aws_security_group.app.id
  ip_protocol                  = "tcp"
  from_port                    = 3306
  to_port                      = 3306
}`,
		CloudFormation: `DatabaseIngress:
  Type: AWS::EC2::SecurityGroupIngress
  Properties:
    GroupId: !GetAtt DatabaseGroup.GroupId
    SourceSecurityGroupId: !GetAtt AppGroup.GroupId
    IpProtocol: tcp
    FromPort: 3306
    ToPort: 3306`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html",
		"https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
	},
	Check: func(p *rules.Pass) {
		for store := range p.Each(slices.Values(aws.DataTier(p.Graph))) {
			open := aws.DataOpeningOf(store)
			besideShared(tellOpening(p, store, open), open.Group).About(store, open.Group).
				With(graph.Place{Resource: store}, "%s carries the security group", store.Address)
		}
		for compute := range p.Each(aws.TiersOf(p.Graph)) {
			tellServer(p, compute)
		}
	},
}

// tellOpening gives the verdict on a store: everybody is the worst, and a file system that its VPC may mount the least.
func tellOpening(p *rules.Pass, store *graph.Resource, open aws.DataOpening) *rules.Finding {
	switch {
	case open.Is != graph.True:
		return p.Report(open.Is, graph.Place{Resource: store}, "")
	case open.Nobody:
		return p.Report(open.Is, open.Place, "%s opens %s of %s without saying for whom: the rule names neither a security group nor a range", open.Group.Address, open.Ports, store.Address)
	case open.Wide:
		return p.Report(open.Is, open.Place, "%s opens %s of %s to %s", open.Group.Address, open.Ports, store.Address, open.From)
	}
	weigh := p.Warn
	if aws.NetworkFiles(store) {
		weigh = p.Advise
	}
	return weigh(open.Is, open.Place, "%s opens %s of %s to %s instead of the group of what uses it: whatever runs there may call it", open.Group.Address, open.Ports, store.Address, open.From)
}

// tellServer gives the verdict on compute that may run a database of its own: everybody is the worst.
func tellServer(p *rules.Pass, compute *graph.Resource) {
	open := aws.DataPortToWorld(compute)
	own, server := open, aws.Server{}
	if open.Is != graph.True {
		own, server = aws.ServerOpening(compute)
	}
	var f *rules.Finding
	switch {
	case own.Is != graph.True:
		p.Report(open.Is.Or(own.Is), graph.Place{Resource: compute}, "")
		return
	case open.Is == graph.True:
		f = p.Report(open.Is, open.Place, "%s opens %s, where databases listen, to %s, so that the whole world may call what runs on %s", open.Group.Address, open.Ports, open.From, compute.Address)
	default:
		f = p.Warn(own.Is, own.Place, "%s opens %s of %s, which runs %s, to %s instead of the group of what uses it: whatever runs there may call it", own.Group.Address, own.Ports, compute.Address, server.Name, own.From)
	}
	besideShared(f, own.Group).About(compute, own.Group).With(graph.Place{Resource: compute}, "%s carries the security group", compute.Address)
	if server.Name != "" {
		f.With(server.Place, "starts %s", server.Name)
	}
}

// besideShared lets a finding about a group stand beside that of AL806 on the same group, unless that is about a data store
// as well: groups of their own mend both then.
func besideShared(f *rules.Finding, group *graph.Resource) *rules.Finding {
	if f != nil && aws.SharedGroup(group).Stored != graph.True {
		f.Beside("AL806")
	}
	return f
}
