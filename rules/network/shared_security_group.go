package network

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var sharedSecurityGroup = &rules.Rule{
	ID: "AL806", Name: "shared-security-group", Level: rules.Warning, Story: rules.StatefulWeb, Stage: 7, Gravest: true,
	Title: "One security group on two tiers",
	Why: `A security group says who may call a tier. When load balancer and instances, or instances and database, carry the same one, whatever is opened for the first is open on the second as well:
the port that the world may call on the load balancer it may call on every instance, and everything that carries the group may call the database. A group for each tier, which admits the group of
the tier before it, keeps the way of a request to the one that was meant.`,
	Fix: rules.Fix{
		Advice: "Give each tier a security group of its own, which admits that of the tier before it.",
		Terraform: `resource "aws_security_group" "database" {
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc_security_group_ingress_rule" "database" {
  security_group_id            = aws_security_group.database.id
  referenced_security_group_id = aws_security_group.app.id
  ip_protocol                  = "tcp"
  from_port                    = 3306
  to_port                      = 3306
}`,
		CloudFormation: `DatabaseGroup:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: database
    VpcId: !Ref Vpc
    SecurityGroupIngress:
      - SourceSecurityGroupId: !GetAtt AppGroup.GroupId
        IpProtocol: tcp
        FromPort: 3306
        ToPort: 3306`,
	},
	See: []string{
		"https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html",
	},
	Check: func(p *rules.Pass) {
		for group := range p.Each(aws.SecurityGroup.In(p.Graph)) {
			shared := aws.SharedGroup(group)
			f := p.Report(shared.Is, graph.Place{Resource: group}, "%s guards %s as well as %s, so that what it lets to the one it lets to the other", group.Address, name(shared.Before), name(shared.After))
			if f == nil {
				continue
			}
			f.With(shared.Before.Place, "%s carries it", shared.Before.Address).With(shared.After.Place, "%s carries it, too", shared.After.Address)
		}
	},
}

func name(c aws.Carrier) string {
	if c.Resource == nil {
		return ""
	}
	return c.Address
}
