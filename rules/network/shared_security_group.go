package network

import (
	"strings"

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
			what := "what it lets to the one it lets to the other"
			if len(shared.Carriers) > 2 {
				what = "what it lets to one of them it lets to all"
			}
			f := p.Report(shared.Is, graph.Place{Resource: group}, "%s guards %s, so that %s", group.Address, tell(shared.Carriers), what)
			for _, c := range shared.Carriers {
				f.With(c.Place, "%s carries it", c.Address)
			}
		}
	},
}

// tell names the carriers: "the load balancer as well as the fleet and the database".
func tell(all []aws.Carrier) string {
	var out strings.Builder
	for i, c := range all {
		switch {
		case i == 1:
			out.WriteString(" as well as ")
		case i == len(all)-1 && i > 0:
			out.WriteString(" and ")
		case i > 0:
			out.WriteString(", ")
		}
		out.WriteString(c.Address)
	}
	return out.String()
}
