package aws

import (
	"regexp"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// An AddressedGroup are sibling instances that each hold an Elastic IP.
type AddressedGroup struct {
	Instances []*graph.Resource // those that hold one for certain, each once, in the order of their addresses
	Holdings  []Holding         // one for each of them
	Two       graph.Tri         // whether there are two or more

	possible int // how many others may be among them
}

// AddressedSiblings are the groups of sibling instances of a web tier that hold Elastic IPs. Siblings are instances of
// one block, those behind one load balancer, and those that are called alike but for a number or letter and have the
// same image and security groups.
func AddressedSiblings(g *graph.Graph) []AddressedGroup {
	type key struct{}
	return graph.Fact(g, key{}, func() []AddressedGroup {
		groups := map[string]*AddressedGroup{}
		var order []string
		for i := range Instance.In(g) {
			held := ElasticIPsOf(i)
			if len(held.Items) == 0 || Web(i) == graph.False || Appliance(i) == graph.True {
				continue
			}
			sure := held.Any().And(Web(i), i.Exists)
			if i.Many() { // of an unknown number
				sure = graph.Unknown
			}
			for _, name := range siblingNames(i) {
				s := groups[name]
				if s == nil {
					s = &AddressedGroup{}
					groups[name] = s
					order = append(order, name)
				}
				if sure == graph.True {
					s.Instances, s.Holdings = append(s.Instances, i), append(s.Holdings, held.first())
				} else {
					s.possible++
				}
				if i.Many() {
					s.possible++
				}
			}
		}
		told := map[*graph.Resource]bool{}
		var out []AddressedGroup
		for _, name := range order {
			s := groups[name]
			switch n := len(s.Instances); {
			case n > 1:
				s.Two = graph.True
			case n+s.possible < 2:
				s.Two = graph.False
			}
			if s.Two == graph.True && told[s.Instances[0]] && told[s.Instances[1]] {
				continue // a group of the same instances by another name
			}
			for _, i := range s.Instances {
				told[i] = true
			}
			out = append(out, *s)
		}
		g.TakeDoubts()
		return out
	})
}

// first is the first holding that is certain.
func (h Holdings) first() Holding {
	for _, i := range h.Items {
		if i.Certain == graph.True {
			return i
		}
	}
	return Holding{}
}

// siblingSuffix is the end of a name that tells siblings apart: "web2", "web-b", "web_second", "WebB".
var siblingSuffix = regexp.MustCompile(`(?i:[-_]?[0-9]+|[-_](?:[a-z]|one|two|three|first|second|third))$|([a-z0-9])[A-F]$`)

// siblingNames name the groups of siblings that an instance is one of.
func siblingNames(i *graph.Resource) []string {
	block := graph.WithoutKeys(i.Address)
	out := []string{"block " + block}
	for _, f := range FrontsOf(i).Items {
		if f.To != nil && f.Certain == graph.True {
			out = append(out, "behind "+f.To.Address)
		}
	}
	image, ok := Instance.Image.Of(i).Get()
	if !ok {
		image = i.Words(Instance.Image.Of(i).Place.Path)
	}
	groups := SecurityGroupsOf(i)
	if image == "" || groups.Open {
		return out
	}
	parts := strings.Split(block, ".")
	for n, p := range parts {
		parts[n] = siblingSuffix.ReplaceAllString(p, "$1")
	}
	alike := []string{"like", strings.Join(parts, "."), image}
	for _, l := range groups.Items {
		name := groupWords(l)
		if name == "" {
			return out
		}
		alike = append(alike, name)
	}
	return append(out, strings.Join(alike, " "))
}

// groupWords name the security group that a link leads to, also one that only a parameter or a literal names; "" where
// links of the same name need not lead to the same group.
func groupWords(l Link) string {
	switch {
	case l.To != nil:
		return l.To.Address
	case l.Literal != "":
		return l.Literal
	}
	return l.Place.Resource.Words(l.Place.Path)
}
