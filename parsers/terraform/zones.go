package terraform

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/regions"
)

// zoneNames are the names of n zones of a region, in order.
func zoneNames(region string, n int) []string {
	if region == "" {
		region = regions.Symbolic
	}
	names := make([]string, n)
	for i := range names {
		names[i] = region + string(rune('a'+i))
	}
	return names
}

// zoneID makes the ID of the n-th zone in the form that AWS gives IDs: "use1-az1" in us-east-1. Which zone of an
// account has which ID nobody can tell.
func zoneID(region string, n int) string {
	if region == "" {
		region = regions.Symbolic
	}
	var b strings.Builder
	for i, word := range strings.Split(region, "-") {
		switch {
		case i == 0:
			b.WriteString(word)
		default:
			b.WriteString(directions.Replace(word))
		}
	}
	return b.String() + "-az" + string(rune('1'+n))
}

var directions = strings.NewReplacer("northeast", "ne", "northwest", "nw", "southeast", "se", "southwest", "sw", "north", "n", "south", "s", "east", "e", "west", "w", "central", "c", "zone", "z")

// region is the region of a resource, "" where it is not decided.
func (m *module) region(in *instance) string { return decidedText(m.regionWritten(in)) }

// regionWritten is the region of a resource: written on it, or else in its provider's configuration. It is unknown where
// it is not written.
func (m *module) regionWritten(in *instance) cty.Value {
	u := m.u
	if in.block.Body.Attributes["region"] != nil {
		if v := m.written(in, "region"); !v.IsNull() {
			return v
		}
	}
	name, at, config := m.providerOf(in.block)
	if config == nil || config.Body.Attributes["region"] == nil {
		return cty.UnknownVal(cty.String)
	}
	a := config.Body.Attributes["region"]
	all := u.once(at.groups, "provider "+name, a.NameRange, func() string { return "the region of provider " + name }, func() []cty.Value {
		return scope{m: at}.alternatives(a.Expr)
	})
	return u.choose(all)
}
