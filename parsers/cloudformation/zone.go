package cloudformation

import (
	"fmt"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/zclconf/go-cty/cty"
)

// symbolicRegion stands for the region that a stack is made in, which nobody knows offline.
const symbolicRegion = "xx-zone-1"

// usualZones is how many Availability Zones a region is taken to have where it is not known.
const usualZones = 3

// mostZones is how many Availability Zones the largest region has.
const mostZones = 6

// zonesOf is the number of Availability Zones of the regions that have more or fewer than the usual three:
// AWS Global Infrastructure, "AWS Regions and Availability Zones",
// https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html.
var zonesOf = map[string]int{"us-east-1": 6, "us-west-2": 4, "ap-northeast-1": 4, "ap-northeast-2": 4, "cn-northwest-1": 3}

// zones evaluates Fn::GetAZs: as many zones as the region has, each a symbol, since accounts differ in the zones that
// they are given.
func (sc scope) zones(arg *node) cty.Value {
	region, n := sc.region(arg)
	elems := make([]cty.Value, n)
	for i := range elems {
		elems[i] = sc.stack.unit.zone(region, i)
	}
	return tuple(elems)
}

// zone is one of the zones of a region. A template that asks for more than the usual ones is made for a region that
// has them.
func (sc scope) zone(arg *node, i int) cty.Value {
	region, n := sc.region(arg)
	if i >= max(n, mostZones) {
		return cty.UnknownVal(cty.String).Mark(graph.Ref{Address: "Fn::GetAZs", Attribute: fmt.Sprintf("[%d]", i)})
	}
	return sc.stack.unit.zone(region, i)
}

// zoneKey names a zone that has been made.
type zoneKey struct {
	region string
	i      int
}

func (u *unit) zone(region string, i int) cty.Value {
	key := zoneKey{region, i}
	v, ok := u.zones[key]
	if !ok {
		v = zone(region, i)
		if u.zones == nil {
			u.zones = map[zoneKey]cty.Value{}
		}
		u.zones[key] = v
	}
	return v
}

func zone(region string, i int) cty.Value {
	source, attribute := "Fn::GetAZs", fmt.Sprintf("[%d]", i)
	if region != symbolicRegion {
		source += " " + region
		attribute = region + attribute
	}
	return cty.StringVal(region + string(rune('a'+i))).WithMarks(cty.NewValueMarks(
		graph.Symbol{Source: source}, graph.Ref{Address: "Fn::GetAZs", Attribute: attribute}))
}

// region is the region that an argument of GetAZs names, and how many zones it has. No argument, an empty one and
// AWS::Region mean the stack's own.
func (sc scope) region(arg *node) (name string, zones int) {
	v := toText(sc.eval(arg, nil), nil)
	plain, _ := v.Unmark()
	if plain.IsNull() || !plain.IsKnown() || plain.AsString() == "" || graph.Symbolic(v) {
		return symbolicRegion, usualZones
	}
	name = plain.AsString()
	if n := zonesOf[name]; n > 0 {
		return name, n
	}
	return name, usualZones
}
