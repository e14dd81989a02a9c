package terraform

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/regions"
)

// someText is a string of which nothing is known.
func someText() cty.Value { return cty.UnknownVal(cty.String).RefineNotNull() }

// account is the account of aws_caller_identity: the only one that the provider's configuration allows, or that of the
// role that it assumes. See "allowed_account_ids" and "Assuming an IAM Role" in the AWS provider's documentation
// (https://registry.terraform.io/providers/hashicorp/aws/latest/docs).
func (m *module) account(in *instance) cty.Value {
	u := m.u
	provider, at, config := m.providerOf(in.block)
	if config == nil {
		return someText()
	}
	name := "account of provider " + provider
	return u.choose(u.once(at.groups, name, config.DefRange(), func() string { return name }, func() []cty.Value {
		return []cty.Value{scope{m: at}.configuredAccount(&instance{block: config})}
	}))
}

// configuredAccount is the account of a provider's configuration.
func (s scope) configuredAccount(provider *instance) cty.Value {
	allowed := s.m.written(provider, "allowed_account_ids")
	if plain, marks := allowed.Unmark(); isSequence(plain.Type()) && plain.IsKnown() && !plain.IsNull() && plain.LengthInt() == 1 {
		return s.m.u.conform(elements(plain)[0].value.WithMarks(without(marks, inner)), cty.String, nil)
	}
	roles := elements(unmarked(s.m.written(provider, "assume_role")))
	if len(roles) == 0 {
		return someText()
	}
	role := memberOf(roles[len(roles)-1].value, "role_arn") // of several, each is assumed with the one before
	return arnPart(role, 4)
}

// arnParts are the attributes of aws_arn, in the order in which they stand in an ARN behind its first word.
var arnParts = []string{"", "partition", "service", "region", "account", "resource"}

// arnPart is a part of an ARN; what is not known of it may hold colons, so nothing is known of what stands behind.
func arnPart(arn cty.Value, part int) cty.Value {
	_, marks := arn.Unmark()
	marks = graph.WithoutPartial(without(marks, inner))
	text, whole := graph.Text(arn)
	if arn.IsNull() || !strings.HasPrefix(text, "arn:") {
		return someText().WithMarks(marks)
	}
	parts := strings.SplitN(text, ":", len(arnParts))
	if part >= len(parts) {
		return someText().WithMarks(marks)
	}
	for i, p := range parts[:part+1] {
		if !whole && (strings.Contains(p, graph.Hole) || i == len(parts)-1) {
			return someText().WithMarks(marks)
		}
	}
	return cty.StringVal(parts[part]).WithMarks(marks)
}

// partition is what aws_partition tells of the region's partition.
func (m *module) partition(in *instance, name string) cty.Value {
	p, ok := regions.PartitionOf(m.region(in))
	if !ok {
		return someText()
	}
	switch name {
	case "dns_suffix":
		return cty.StringVal(p.DNSSuffix)
	case "reverse_dns_prefix":
		return cty.StringVal(p.ReversePrefix)
	}
	return cty.StringVal(p.Name)
}

// zone is what aws_availability_zone tells of the zone that it is asked for by name.
func (m *module) zone(in *instance, name string) cty.Value {
	v := m.written(in, "name")
	plain, marks := v.Unmark()
	marks = graph.WithoutPartial(without(marks, inner))
	if !plain.IsKnown() || plain.IsNull() || plain.Type() != cty.String {
		return someText().WithMarks(marks)
	}
	text := plain.AsString()
	region := strings.TrimRight(text, "abcdefghijklmnopqrstuvwxyz")
	if region == "" || strings.Count(region, "-") != 2 || len(text) != len(region)+1 {
		return someText().WithMarks(marks) // a Local Zone, whose name goes on behind its region's
	}
	if name == "region" {
		text = region
	} else {
		text = text[len(region):]
	}
	return cty.StringVal(text).WithMarks(marks)
}

// subnetSources are the data sources that find subnets.
var subnetSources = map[string]bool{"aws_subnet": true, "aws_subnets": true, "aws_subnet_ids": true}

// filteredBy is the value of the only filter of a data source with one of some names, if it lets one value through.
func (m *module) filteredBy(in *instance, names ...string) (v cty.Value, ok bool) {
	for _, f := range elements(unmarked(m.written(in, "filter"))) {
		name := decidedText(memberOf(f.value, "name"))
		for _, n := range names {
			if n != name {
				continue
			}
			values, marks := memberOf(f.value, "values").Unmark()
			if ok || !isSequence(values.Type()) || !values.IsKnown() || values.IsNull() || values.LengthInt() != 1 {
				return cty.NilVal, false
			}
			v, ok = elements(values)[0].value.WithMarks(without(marks, inner)), true
			if text, _ := graph.Text(v); strings.ContainsAny(text, "*?") {
				return cty.NilVal, false
			}
		}
	}
	return v, ok
}

// soughtZone is the zone of the subnet that a data source finds, or of all that it finds, where it is asked for by a
// filter. Where it is an argument it is written.
func (m *module) soughtZone(in *instance) (v cty.Value, ok bool) {
	if in.block.Type != "data" || !subnetSources[in.block.Labels[0]] || writes(in.block.Body, "availability_zone") {
		return cty.NilVal, false
	}
	return m.filteredBy(in, "availability-zone", "availabilityZone")
}
