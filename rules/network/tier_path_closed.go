package network

import (
	"fmt"
	"slices"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var tierPathClosed = &rules.Rule{
	ID: "AL810", Name: "tier-path-closed", Level: rules.Error, Story: rules.BeyondTheStages,
	YieldsTo: []string{"AL706", "AL806"},
	Title:    "Security groups that close the way from one tier to the next",
	Why: `A request passes two security groups on its way from one tier to the next: that of the caller, which must let it out, and that of the one who is called, which must let it in. Where one of
them does not, everything is up and nothing works: clients time out at the load balancer, it finds no healthy target, the application waits for its database. A Terraform group lets nothing out
unless that is written, since the provider removes the rule by which AWS lets everything out.`,
	Fix: rules.Fix{
		Advice: "Let the port out at the group of the caller and in, from that group, at the group of the one who is called.",
		Terraform: `resource "aws_vpc_security_group_egress_rule" "load_balancer" {
  security_group_id            = aws_security_group.load_balancer.id
  referenced_security_group_id = aws_security_group.web.id
  ip_protocol                  = "tcp"
  from_port                    = 80
  to_port                      = 80
}

resource "aws_vpc_security_group_ingress_rule" "web" {
  security_group_id            = aws_security_group.web.id
  referenced_security_group_id = aws_security_group.load_balancer.id
  ip_protocol                  = "tcp"
  from_port                    = 80
  to_port                      = 80
}`,
		CloudFormation: `WebIngress:
  Type: AWS::EC2::SecurityGroupIngress
  Properties:
    GroupId: !GetAtt WebGroup.GroupId
    SourceSecurityGroupId: !GetAtt LoadBalancerGroup.GroupId
    IpProtocol: tcp
    FromPort: 80
    ToPort: 80`,
	},
	See: []string{
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html",
		"https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
	},
	Check: func(p *rules.Pass) {
		t := pathTeller{p, map[string]bool{}}
		for lb := range p.Each(slices.Values(aws.LoadBalancersOf(p.Graph))) {
			t.clients(lb)
		}
		for compute := range p.Each(slices.Values(aws.Callers(p.Graph))) {
			t.neighbours(compute)
		}
		for store := range p.Each(slices.Values(aws.DataTier(p.Graph))) {
			t.deadEnd(store)
		}
	},
}

// A pathTeller tells of closed ways, of each that one edit opens once.
type pathTeller struct {
	*rules.Pass
	told map[string]bool // by the group and the direction
}

func (t pathTeller) clients(lb *graph.Resource) {
	c := aws.ClientsOf(lb)
	if c.Closed != graph.True {
		t.Report(c.Closed, graph.Place{Resource: lb}, "")
		return
	}
	report, instead := t.Report, ", so that none of its clients comes to it"
	if len(c.Served) > 0 { // on other ports it is there
		if report, instead = t.Warn, ""; !c.Forwards {
			report = t.Advise
		}
	}
	report(c.Closed, graph.Place{Resource: c.Group}, "%s lets nobody in on port %s, on which %s listens%s", c.Group.Address, graph.Enumerate(c.Shut, ""), lb.Address, instead).
		With(graph.Place{Resource: lb}, "the load balancer")
}

func (t pathTeller) neighbours(compute *graph.Resource) {
	verdict := graph.False
	for _, way := range aws.PathsOf(compute) {
		if way.Closed != graph.True {
			verdict = verdict.Or(way.Closed)
			continue
		}
		verdict = graph.True
		key := "in " + way.Group.Address + " from " + way.From.Address
		if way.Out {
			key = "out " + way.Group.Address
		}
		if t.told[key] {
			continue
		}
		t.told[key] = true
		t.told["store "+way.To.Address] = true
		says := fmt.Sprintf("does not let %s in on port %d", way.From.Address, way.Port)
		if way.Out {
			says = fmt.Sprintf("does not let out what %s sends %s on port %d", way.From.Address, way.To.Address, way.Port)
		}
		if way.Bare {
			says = fmt.Sprintf("lets nothing out, because no egress rule is written, and %s calls %s on port %d", way.From.Address, way.To.Address, way.Port)
		}
		instead := way.To.Address + " is never reached"
		if way.Health {
			instead = "its health checks of " + way.To.Address + " fail"
		}
		t.Report(graph.True, graph.Place{Resource: way.Group}, "%s %s: %s", way.Group.Address, says, instead).
			With(graph.Place{Resource: way.From}, "calls").With(graph.Place{Resource: way.To}, "is called")
	}
	if verdict != graph.True {
		t.Report(verdict, graph.Place{Resource: compute}, "")
	}
	t.Graph.TakeDoubts()
}

func (t pathTeller) deadEnd(store *graph.Resource) {
	end := aws.DeadEndOf(store)
	if end.Is != graph.True || t.told["store "+store.Address] {
		return
	}
	t.Report(end.Is, end.Rule, "%s is open on %s to %s alone, which nothing carries: nobody can call it", store.Address, end.Port, end.Group.Address).
		About(store).With(graph.Place{Resource: end.Group}, "the group that nothing carries").With(graph.Place{Resource: store}, "the store")
}
