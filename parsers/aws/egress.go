package aws

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

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

// inlineRule reads a rule that stands in its group; in CloudFormation the names of the other group and of a prefix list tell the
// two directions apart.
func inlineRule(b Block, otherGroup, list string) Ingress {
	in := Ingress{Place: b.Place, Protocol: inLowerCase(field[string](b, "protocol", "IpProtocol")), From: field[int](b, "from_port", "FromPort"), To: field[int](b, "to_port", "ToPort"),
		Groups: fieldLinks(b, "security_groups", otherGroup, securityGroup), Self: field[bool](b, "self", "").Is(true)}
	for _, names := range [][2]string{{"cidr_blocks", "CidrIp"}, {"ipv6_cidr_blocks", "CidrIpv6"}} {
		at := b.Place.Path.GetAttr(names[b.Place.Resource.Language])
		in.addCIDRs(fieldValue(b, names[0], names[1]), graph.Place{Resource: b.Place.Resource, Path: at})
	}
	in.addLists(fieldLinks(b, "prefix_list_ids", list, prefixList))
	return in
}

// inLowerCase reads a protocol as AWS and the provider do, which take it in any case.
func inLowerCase(v Value[string]) Value[string] {
	v.value, v.folded = strings.ToLower(v.value), true
	return v
}

// olderRule reads one of Terraform's older rule resources, of either type.
func olderRule(r *graph.Resource) Ingress {
	in := Ingress{Place: graph.Place{Resource: r}, Protocol: SecurityGroupRule.Protocol.Of(r), From: SecurityGroupRule.From.Of(r), To: SecurityGroupRule.To.Of(r),
		Groups: SecurityGroupRule.Admits.Of(r), Self: SecurityGroupRule.Self.Of(r).Is(true)}
	in.addOwn(r, "cidr_blocks", "ipv6_cidr_blocks")
	in.addLists(SecurityGroupRule.PrefixLists.Of(r))
	return in
}

// addOwn adds the ranges that a rule of its own names in its attributes.
func (in *Ingress) addOwn(r *graph.Resource, attributes ...string) {
	for _, name := range attributes {
		in.addCIDRs(r.Attribute(name), graph.Place{Resource: r, Path: cty.GetAttrPath(name)})
	}
}
