package storage

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var nfsPathClosed = &rules.Rule{
	ID: "AL706", Name: "nfs-path-closed", Level: rules.Error, Story: rules.SharedFiles, Stage: 4,
	Title: "Security groups that keep servers from the files they mount",
	Why: `An instance or task mounts a shared file system over the network, at a mount target that listens on port 2049. If the security group of the mount target does not let that port in from those who
mount, or theirs does not let it out, the mount hangs at boot until it times out: the server starts without its files, or not at all. A mount target for which no group is written has the VPC's
default group, which admits only what carries it as well; and a Terraform group lets nothing out unless that is written.`,
	Fix: rules.Fix{
		Advice: "Let port 2049 in at the mount target's security group from that of the servers, and out at theirs.",
		Terraform: `resource "aws_vpc_security_group_ingress_rule" "files" {
  security_group_id            = aws_security_group.files.id
  referenced_security_group_id = aws_security_group.web.id
  ip_protocol                  = "tcp"
  from_port                    = 2049
  to_port                      = 2049
}

resource "aws_vpc_security_group_egress_rule" "web" {
  security_group_id = aws_security_group.web.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}`,
		CloudFormation: `FilesIngress:
  Type: AWS::EC2::SecurityGroupIngress
  Properties:
    GroupId: !GetAtt FilesGroup.GroupId
    SourceSecurityGroupId: !GetAtt WebGroup.GroupId
    IpProtocol: tcp
    FromPort: 2049
    ToPort: 2049`,
	},
	See: []string{
		"https://docs.aws.amazon.com/efs/latest/ug/network-access.html",
		"https://docs.aws.amazon.com/efs/latest/ug/troubleshooting-efs-mounting.html",
	},
	Check: func(p *rules.Pass) {
		for fs := range p.Each(aws.FileSystem.In(p.Graph)) {
			for _, user := range aws.UsersOf(fs) {
				p.Graph.TakeDoubts()
				way := aws.FilePathOf(user, fs)
				if way.Closed != graph.True {
					p.Report(way.Closed, graph.Place{Resource: fs}, "")
					continue
				}
				where := "lets nothing in on port 2049 from " + user.Address
				switch {
				case way.Out:
					where = "lets nothing out on port 2049"
				case way.Place.Resource == way.Target:
					where = "has the VPC's default security group, which admits nobody else"
				}
				p.Report(way.Closed, way.Place, "%s %s, so that %s cannot mount %s", way.Place.Resource.Address, where, user.Address, fs.Address).
					About(user, fs).With(graph.Place{Resource: user}, "mounts the files").With(graph.Place{Resource: way.Target}, "the mount target")
			}
		}
	},
}
