package terraform

import (
	"fmt"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// answered are the attributes of data sources that can be told without asking a provider.
var answered = map[string][]string{
	"aws_availability_zones":    {"names", "zone_ids"},
	"aws_region":                {"name", "id", "region"},
	"template_file":             {"rendered"},
	"template_cloudinit_config": {"rendered"},
	"cloudinit_config":          {"rendered"},
	"local_file":                {"content"},
}

// answer gives the attributes of data sources that can be told without asking a provider; ok is false for all others.
func (m *module) answer(in *instance, name string) (v cty.Value, ok bool) {
	if in.block.Type != "data" || len(in.block.Labels) != 2 || !slices.Contains(answered[in.block.Labels[0]], name) {
		return cty.NilVal, false
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
	region := m.region(in)
	names := zoneNames(region)
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
	return cty.StringVal(anyRegion).Mark(graph.Symbol{Source: in.address})
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

// decidedText is the string that a value is certain to be, "" where it is not.
func decidedText(v cty.Value) string {
	if graph.RestsOnDefault(v) || graph.Symbolic(v) {
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
