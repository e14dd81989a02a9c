package terraform

import (
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// defaultZones is the number of Availability Zones that most regions offer every account.
const defaultZones = 3

// zoneCounts are the regions that offer another number of Availability Zones to an account: see "AWS Regions", the
// table "Availability Zones by Region" of the AWS Regions and Availability Zones User Guide
// (https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html). us-west-1 has three, of which
// an account is given two; ap-northeast-1 has four, of which a new account is given three.
var zoneCounts = map[string]int{"us-east-1": 6, "us-west-2": 4, "us-west-1": 2, "ap-northeast-2": 4}

// anyRegion stands for a region that is not known.
const anyRegion = "xx-zone-1"

// zoneNames are the names of a region's zones, in order; of an unknown region those of a usual one.
func zoneNames(region string) []string {
	n := zoneCounts[region]
	if n == 0 {
		n = defaultZones
	}
	if region == "" {
		region = anyRegion
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
		region = anyRegion
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

// region is the region of a resource: written on it, or else in its provider's configuration; "" where it is not
// decided.
func (m *module) region(in *instance) string {
	u := m.u
	if in.block.Body.Attributes["region"] != nil {
		return decidedText(m.written(in, "region"))
	}
	name, at, config := m.providerOf(in.block)
	if config == nil || config.Body.Attributes["region"] == nil {
		return ""
	}
	a := config.Body.Attributes["region"]
	all := u.once(at.groups, "provider "+name, a.NameRange, func() string { return "the region of provider " + name }, func() []cty.Value {
		return scope{m: at}.alternatives(a.Expr)
	})
	return decidedText(u.choose(all))
}
