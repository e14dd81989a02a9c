package terraform

import (
	"fmt"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/regions"
)

// answered are the attributes of data sources that can be told without asking a provider.
var answered = map[string][]string{
	"aws_availability_zones":    {"names", "zone_ids"},
	"aws_region":                {"name", "id", "region"},
	"template_file":             {"rendered"},
	"template_cloudinit_config": {"rendered"},
	"cloudinit_config":          {"rendered"},
	"local_file":                {"content"},
	"aws_iam_policy_document":   {"json"},
	remoteState:                 {"outputs"},
}

// listings are the attributes of data sources that are lists or sets of strings: see the "Attribute Reference" of each
// in the AWS provider's documentation.
var listings = map[string][]string{
	"aws_ami_ids":                 {"ids"},
	"aws_autoscaling_groups":      {"names", "arns"},
	"aws_availability_zones":      {"names", "zone_ids", "group_names"},
	"aws_db_instances":            {"instance_identifiers", "instance_arns"},
	"aws_ebs_volumes":             {"ids"},
	"aws_efs_access_points":       {"ids", "arns"},
	"aws_eips":                    {"allocation_ids", "public_ips"},
	"aws_instances":               {"ids", "private_ips", "public_ips"},
	"aws_lbs":                     {"arns"},
	"aws_nat_gateways":            {"ids"},
	"aws_network_acls":            {"ids"},
	"aws_network_interfaces":      {"ids"},
	"aws_rds_clusters":            {"cluster_identifiers", "cluster_arns"},
	"aws_regions":                 {"names"},
	"aws_route_tables":            {"ids"},
	"aws_security_groups":         {"ids", "arns", "vpc_ids"},
	"aws_subnet_ids":              {"ids"},
	"aws_subnets":                 {"ids"},
	"aws_vpc_peering_connections": {"ids"},
	"aws_vpcs":                    {"ids"},
}

// isListing tells whether an attribute of the data source at an address is a list or set of strings.
func isListing(address, name string) bool {
	const data = "data."
	i := strings.LastIndex(address, data)
	if i < 0 {
		return false
	}
	kind, _, _ := strings.Cut(address[i+len(data):], ".")
	return slices.Contains(listings[kind], name)
}

// answer gives the attributes of data sources that can be told without asking a provider; ok is false for all others.
func (m *module) answer(in *instance, name string) (v cty.Value, ok bool) {
	if in.block.Type != "data" || len(in.block.Labels) != 2 || !slices.Contains(answered[in.block.Labels[0]], name) {
		return cty.NilVal, false
	}
	if in.block.Labels[0] == remoteState {
		r := m.remote(in)
		if r == nil {
			return cty.NilVal, false
		}
		return m.readOutputs(in, r)
	}
	all := m.u.once(in.memo(), "computed "+name, in.block.DefRange(), func() string { return in.address + "." + name }, func() []cty.Value {
		var v cty.Value
		switch in.block.Labels[0] {
		case "aws_availability_zones":
			return []cty.Value{m.zones(in, name)}
		case "aws_region":
			v = m.regionName(in)
		case "template_file":
			v = m.rendered(in)
		case "local_file":
			v = m.localFile(in)
		case "aws_iam_policy_document":
			v = m.policy(in)
		default:
			v = m.cloudInit(in)
		}
		return []cty.Value{v.Mark(graph.Ref{Address: in.address, Attribute: name})}
	})
	return all[0], true
}

// zones are the names or IDs of Availability Zones, as symbols: which of them the account will be given is not known,
// that they differ is.
func (m *module) zones(in *instance, name string) cty.Value {
	if !m.usualZones(in) {
		return cty.UnknownVal(cty.List(cty.String)).RefineNotNull().Mark(graph.Ref{Address: in.address, Attribute: name})
	}
	region := m.region(in)
	names := zoneNames(region)
	if ids := unmarked(m.written(in, "exclude_zone_ids")); isSequence(ids.Type()) && ids.IsKnown() && !ids.IsNull() {
		names = names[:max(0, len(names)-ids.LengthInt())] // which names those have nobody knows, and all are symbols
	}
	excluded := map[string]bool{}
	for _, e := range elements(unmarked(m.written(in, "exclude_names"))) {
		if text := decidedText(e.value); text != "" {
			excluded[text] = true
		}
	}
	var zones []cty.Value
	for i, zone := range names {
		if excluded[zone] {
			continue
		}
		if name == "zone_ids" {
			zone = zoneID(region, i)
		}
		zones = append(zones, cty.StringVal(zone).WithMarks(cty.NewValueMarks(
			graph.Symbol{Source: in.address}, graph.Ref{Address: in.address, Attribute: fmt.Sprintf("%s[%d]", name, len(zones))})))
	}
	if len(zones) == 0 {
		return cty.ListValEmpty(cty.String)
	}
	return cty.ListVal(zones)
}

// usualZones tells whether a data source asks for the Availability Zones of its region, and not for some of them or
// for Local Zones too.
func (m *module) usualZones(in *instance) bool {
	if all := unmarked(m.written(in, "all_availability_zones")); !all.IsNull() && !all.RawEquals(cty.False) {
		return false
	}
	filters := unmarked(m.written(in, "filter"))
	if !filters.IsKnown() {
		return false
	}
	for _, f := range elements(filters) {
		object := unmarked(f.value)
		if !object.Type().IsObjectType() || !object.Type().HasAttribute("name") {
			return false
		}
		switch decidedText(object.GetAttr("name")) {
		case "opt-in-status", "region-name", "state":
		default:
			return false
		}
	}
	return true
}

// regionName is the region of a data source: known where the provider's is, and else a symbol.
func (m *module) regionName(in *instance) cty.Value {
	for _, written := range []string{"name", "region"} {
		if text := decidedText(m.written(in, written)); text != "" {
			return cty.StringVal(text)
		}
	}
	if region := m.region(in); region != "" {
		return cty.StringVal(region)
	}
	return cty.StringVal(regions.Symbolic).Mark(graph.Symbol{Source: in.address})
}

// rendered is the text of a template_file: its template with its own variables.
func (m *module) rendered(in *instance) cty.Value {
	return scope{m: m, inst: in}.render(m.written(in, "template"), m.written(in, "vars"), in.block.DefRange())
}

func (m *module) localFile(in *instance) cty.Value {
	v := m.written(in, "filename")
	name, marks := v.Unmark()
	if !name.IsKnown() || name.IsNull() || name.Type() != cty.String {
		return cty.UnknownVal(cty.String).WithMarks(graph.WithoutPartial(marks))
	}
	f, ok := m.u.read(name.AsString(), in.block.DefRange())
	if !ok {
		return cty.UnknownVal(cty.String).WithMarks(marks)
	}
	return cty.StringVal(f.text).WithMarks(marks)
}

// cloudInit is the user data of a cloud-init configuration. Its archive is not made; the text of all its parts is kept
// beside the unknown value.
func (m *module) cloudInit(in *instance) cty.Value {
	parts := m.written(in, "part")
	plain, marks := parts.Unmark()
	if !plain.IsKnown() || plain.IsNull() {
		return cty.UnknownVal(cty.String).WithMarks(graph.WithoutPartial(marks))
	}
	out := marks
	var text strings.Builder
	for _, part := range elements(plain) {
		object, _ := part.value.Unmark()
		if !isMapping(object.Type()) {
			continue
		}
		for _, e := range elements(object) {
			if e.key.AsString() != "content" {
				continue
			}
			t, _ := graph.Text(e.value)
			if text.Len()+len(t) > maxPartial {
				t = graph.Hole
			}
			text.WriteString(t + "\n")
			for mark := range graph.WithoutPartial(e.value.Marks()) {
				if out == nil {
					out = cty.ValueMarks{}
				}
				out[mark] = struct{}{}
			}
		}
	}
	return partly(text.String()).WithMarks(graph.WithoutPartial(out))
}

// policy is an IAM policy document. The provider writes its JSON in a form of its own, so it is not claimed to be
// known, but its text is kept.
func (m *module) policy(in *instance) cty.Value {
	u := m.u
	statements := m.written(in, "statement")
	plain, marks := statements.Unmark()
	if !plain.IsKnown() || plain.IsNull() || !u.weigh(in.block.TypeRange, statements) {
		return cty.UnknownVal(cty.String).WithMarks(graph.WithoutPartial(marks))
	}
	var all []cty.Value
	for _, e := range elements(plain) {
		statement := map[string]cty.Value{"Effect": cty.StringVal("Allow")}
		for _, a := range elements(unmarked(e.value)) {
			if name := policyNames[a.key.AsString()]; name != "" && !isNull(a.value) {
				statement[name] = a.value
			}
		}
		all = append(all, cty.ObjectVal(statement))
	}
	v, err := u.callLibrary("jsonencode", cty.ObjectVal(map[string]cty.Value{"Version": cty.StringVal("2012-10-17"), "Statement": cty.TupleVal(all)}))
	if err != nil {
		return cty.UnknownVal(cty.String).WithMarks(graph.WithoutPartial(marks))
	}
	text, _ := graph.Text(v)
	return partly(text).WithMarks(traces(statements))
}

// policyNames are the names that the parts of a statement have in JSON.
var policyNames = map[string]string{"sid": "Sid", "effect": "Effect", "actions": "Action", "not_actions": "NotAction", "resources": "Resource",
	"not_resources": "NotResource", "principals": "Principal", "condition": "Condition"}

// decidedText is the string that a value is certain to be, "" where it is not.
func decidedText(v cty.Value) string {
	if rests(v) || graph.Symbolic(v) {
		return ""
	}
	u := unmarked(v)
	if !u.IsKnown() || u.IsNull() || u.Type() != cty.String {
		return ""
	}
	return u.AsString()
}

func unmarked(v cty.Value) cty.Value {
	u, _ := v.Unmark()
	return u
}
