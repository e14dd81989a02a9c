package aws

import "github.com/archlint/archlint/parsers/graph"

// egressOf gathers what a security group lets out, as rules that admit destinations. everything tells that none is written and
// all is let out.
//
// A group in which no rule is written lets everything out in CloudFormation, as AWS makes it, also beside rules that are
// resources of their own (CloudFormation, AWS::EC2::SecurityGroup: SecurityGroupEgress). Terraform removes that rule, so
// that there nothing is let out that is not written (provider documentation of aws_security_group).
func egressOf(group *graph.Resource) (rules IngressRules, everything bool) {
	type key struct{ r *graph.Resource }
	type egress struct {
		rules      IngressRules
		everything bool
	}
	all := graph.Fact(group.Graph(), key{group}, func() egress {
		if group.Mode != graph.Managed {
			return egress{rules: IngressRules{Open: true}}
		}
		inline := SecurityGroup.Egress.Of(group)
		if group.Language == graph.CloudFormation && inline.Any() == graph.False {
			return egress{everything: true}
		}
		out := IngressRules{Open: inline.Open || group.Graph().Hides(group) != graph.False}
		for _, b := range inline.Items {
			out.Items = append(out.Items, inlineRule(b, "DestinationSecurityGroupId", "DestinationPrefixListId"))
		}
		own := SecurityGroupEgress.Group.Into(group)
		for _, b := range own.Items {
			r := b.From
			if b.Certain != graph.True {
				out.Open = true
				continue
			}
			rule := Ingress{Place: graph.Place{Resource: r}, Protocol: SecurityGroupEgress.Protocol.Of(r), From: SecurityGroupEgress.From.Of(r), To: SecurityGroupEgress.To.Of(r),
				Groups: SecurityGroupEgress.Destination.Of(r), Self: graph.False}
			rule.addOwn(r, "cidr_ipv4", "cidr_ipv6", "CidrIp", "CidrIpv6")
			rule.addLists(SecurityGroupEgress.PrefixList.Of(r))
			out.Items = append(out.Items, rule)
		}
		older := SecurityGroupRule.Group.Into(group)
		for _, b := range older.Items {
			switch SecurityGroupRule.Type.Of(b.From).Is("egress").And(b.Certain) {
			case graph.True:
				out.Items = append(out.Items, olderRule(b.From))
			case graph.Unknown:
				out.Open = true
			}
		}
		out.Open = out.Open || len(own.Open)+len(older.Open) > 0
		return egress{rules: out}
	})
	return all.rules, all.everything
}
