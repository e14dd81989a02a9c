package cloudformation

import (
	"fmt"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/regions"
)

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
	if i >= max(n, regions.Most) {
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
	if region != regions.Symbolic {
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
		return regions.Symbolic, regions.Zones("")
	}
	name = plain.AsString()
	return name, regions.Zones(name)
}
