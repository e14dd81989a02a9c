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
	"aws_availability_zone":     {"region", "name_suffix"},
	"aws_arn":                   {"partition", "service", "region", "account", "resource"},
	"aws_caller_identity":       {"account_id", "id"},
	"aws_default_tags":          {"tags"},
	"aws_partition":             {"partition", "id", "dns_suffix", "reverse_dns_prefix"},
	"null_data_source":          {"outputs"},
	remoteState:                 {"outputs"},
}

// listings are the attributes of data sources that are lists or sets of strings: see the "Attribute Reference" of each
// in the AWS provider's documentation, as in
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/subnets.
var listings = map[string][]string{
	"aws_ami_ids":                 {"ids"},
	"aws_autoscaling_groups":      {"names", "arns"},
	"aws_availability_zones":      {"names", "zone_ids", "group_names"},
	"aws_db_instances":            {"instance_identifiers", "instance_arns"},
	"aws_ebs_volumes":             {"ids"},
	"aws_efs_access_points":       {"ids", "arns"},
	"aws_eips":                    {"allocation_ids", "public_ips"},
	"aws_instances":               {"ids", "private_ips", "public_ips", "ipv6_addresses"},
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
		case "aws_availability_zone":
			v = m.zone(in, name)
		case "aws_arn":
			v = arnPart(m.written(in, "arn"), slices.Index(arnParts, name))
		case "aws_caller_identity":
			v = m.account(in)
		case "aws_default_tags":
			if v = m.providerTags(in); v.IsNull() {
				v = cty.MapValEmpty(cty.String)
			}
		case "aws_partition":
			v = m.partition(in, name)
		case "null_data_source":
			v = m.u.conform(blockAsMap(m.written(in, "inputs")), cty.Map(cty.String), nil)
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
	if names := m.zonesByName(in); names != nil && name == "names" {
		return cty.ListVal(names)
	}
	if !m.usualZones(in) {
		return cty.UnknownVal(cty.List(cty.String)).RefineNotNull().Mark(graph.Ref{Address: in.address, Attribute: name})
	}
	where := m.regionWritten(in)
	byDefault := strip(where, func(m any) bool { return m == graph.Default{} || isMeasured(m) })
	region := decidedText(where)
	names := zoneNames(region, regions.Zones(decidedText(byDefault))) // a default decides how many, not which
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
		case "zone-type":
			if kind, ok := m.filteredBy(in, "zone-type"); !ok || decidedText(kind) != "availability-zone" {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// zonesByName are the names that a data source asks for one by one, in their order; nil where it does not.
func (m *module) zonesByName(in *instance) []cty.Value {
	var names []string
	for _, f := range elements(unmarked(m.written(in, "filter"))) {
		switch decidedText(memberOf(f.value, "name")) {
		case "opt-in-status", "region-name", "state":
		case "zone-name":
			values := elements(unmarked(memberOf(f.value, "values")))
			if len(values) == 0 || names != nil {
				return nil
			}
			for _, v := range values {
				text := decidedText(v.value)
				if text == "" || strings.ContainsAny(text, "*?") {
					return nil
				}
				names = append(names, text)
			}
		default:
			return nil
		}
	}
	if names == nil || !m.written(in, "exclude_names").IsNull() || !m.written(in, "exclude_zone_ids").IsNull() {
		return nil
	}
	slices.Sort(names)
	var out []cty.Value
	for i, name := range slices.Compact(names) {
		out = append(out, cty.StringVal(name).Mark(graph.Ref{Address: in.address, Attribute: fmt.Sprintf("names[%d]", i)}))
	}
	return out
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
	return scope{m: m, inst: in}.render(m.written(in, "template"), blockAsMap(m.written(in, "vars")), in.block.DefRange())
}

// blockAsMap is the map that is written as one block, as Terraform 0.11 let it; any other value stays what it is.
func blockAsMap(v cty.Value) cty.Value {
	list, marks := v.Unmark()
	if !isSequence(list.Type()) {
		return v
	}
	if all := elements(list); len(all) == 1 && isMapping(unmarked(all[0].value).Type()) {
		return all[0].value.WithMarks(marks)
	}
	return v
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

// cloudInit is the user data of a cloud-init configuration. Its archive is not made; the text of all its parts, as a MIME
// archive with their content types (text/plain where none is written), is kept beside the unknown value.
func (m *module) cloudInit(in *instance) cty.Value {
	parts := m.written(in, "part")
	plain, marks := parts.Unmark()
	if !plain.IsKnown() || plain.IsNull() {
		return cty.UnknownVal(cty.String).WithMarks(graph.WithoutPartial(marks))
	}
	out := marks
	var text strings.Builder
	text.WriteString("Content-Type: multipart/mixed; boundary=\"" + partBoundary + "\"\nMIME-Version: 1.0\n\n")
	for _, part := range elements(plain) {
		object, _ := part.value.Unmark()
		if !isMapping(object.Type()) {
			continue
		}
		kind := decidedText(memberOf(object, "content_type"))
		if kind == "" {
			kind = "text/plain"
		}
		text.WriteString("--" + partBoundary + "\nContent-Type: " + kind + "\n\n")
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
	text.WriteString("--" + partBoundary + "--\n")
	return about(text.String()).WithMarks(graph.WithoutPartial(out))
}

// partBoundary is the boundary of the provider's archives (hashicorp/cloudinit, cloudinit_config: boundary).
const partBoundary = "MIMEBOUNDARY"

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
