package aws

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// A ZoneList is an attribute that names one Availability Zone or a list of them.
type ZoneList struct {
	paths [graph.Languages][]path
}

func (k Kind) zones(terraform, cloudFormation string) ZoneList {
	return ZoneList{k.declare(terraform, cloudFormation)}
}

// Zones are the Availability Zones in which something runs.
type Zones struct {
	graph.Set
	// Place is where the zones, or the subnets that lie in them, are written.
	Place graph.Place
	// Evidence are the places that tell the zones: the subnets.
	Evidence []graph.Place
	// Because says in words how the configuration comes to these zones.
	Because string
	// Edge is Unknown where a Local Zone, Wavelength Zone or Outpost is among them or may be, else False: there zones
	// cannot be counted.
	Edge graph.Tri
}

// Of reads the zones written in a resource; isWritten is False where there are none.
func (z ZoneList) Of(r *graph.Resource) (zones Zones, isWritten graph.Tri) {
	zones = Zones{Place: graph.Place{Resource: r}, Edge: graph.False}
	isWritten = graph.False
	for _, p := range z.paths[r.Language] {
		h := p.findAll(r)
		if h.open {
			zones.Open = true
			doubtPlace(r, p.String())
			isWritten = isWritten.Or(graph.Unknown)
		}
		for _, f := range h.found {
			isWritten = isWritten.Or(present(f.value))
			zones.Place.Path = f.at
			zones.add(r, f.value, f.at, p.isList())
		}
	}
	return zones, isWritten
}

// add adds what one value names; list tells whether the attribute is a list of zones.
func (z *Zones) add(r *graph.Resource, v cty.Value, at cty.Path, list bool) {
	u, marks := v.Unmark()
	t := u.Type()
	switch {
	case u.IsNull():
	case t.IsTupleType() || t.IsListType() || t.IsSetType():
		if !u.IsKnown() {
			z.Open = true
			doubtPlace(r, pathText(at))
			return
		}
		i := 0
		for it := u.ElementIterator(); it.Next(); i++ {
			_, e := it.Element()
			z.add(r, withMarks(e, inherited(marks)), itemAt(at, i), list)
		}
	case list && !u.IsKnown() && !isItem(at):
		z.Open = true
		doubtPlace(r, pathText(at))
	default:
		m, edge := zoneMember(v, r.Address+"."+pathText(at))
		if text, ok := textOf(v); ok && strings.HasPrefix(m.Class, "?") {
			r.Graph().Doubt(graph.Doubt{Resource: r, Message: fmt.Sprintf("%s of %s, %q, is not the name of an Availability Zone", pathText(at), r.Address, shortly(text, "a long text"))})
		} else if strings.HasPrefix(m.Class, "?") {
			doubtPlace(r, pathText(at))
			if words := r.Words(at); words != "" {
				m.Key, m.Class = words, sameWords+words
			}
		}
		z.Add(m)
		z.Edge = z.Edge.Or(edge)
	}
}

// edgeZone is the form of the names of Local Zones ("us-west-2-lax-1a") and Wavelength Zones
// ("us-east-1-wl1-bos-wlz-1"): AWS Local Zones User Guide and AWS Wavelength Developer Guide.
var edgeZone = regexp.MustCompile(`^[a-z]{2}(-[a-z]+)+-\d+-[a-z]`)

// zoneName is the form of the names of zones: that of a region with a letter behind it ("eu-west-1a"), or with the place of
// a Local Zone or Wavelength Zone (AWS Regions and Availability Zones, "Availability Zones"). What has another form stands
// for a name that is yet to be filled in ("CHANGE-ME", "__REGION__a").
var zoneName = regexp.MustCompile(`^[a-z]{2,5}(-[a-z]+)+-\d+([a-z]|-[a-z0-9-]+)$`)

// zoneIDs is the form of the IDs of zones: "euw1-az1", "usw2-lax1-az1", "use1-wl1-bos-wlz1" (the same guide, "Availability
// Zone IDs").
var zoneIDs = regexp.MustCompile(`^[a-z]+\d+(-[a-z0-9]+)*-(az|wlz)\d+$`)

// zoneMember makes a member of a zone's name. A symbolic name is compared within its sources. A name of which only the
// last letter is known is compared by that letter: within one VPC the region is the same, and a zone's name is its
// region's and one letter. Which zone is meant by what has not the form of one is not known.
func zoneMember(v cty.Value, source string) (graph.Member, graph.Tri) {
	if text, ok := textOf(v); ok {
		if sources := symbols(v); sources != "" {
			return graph.Member{Key: text, Class: sources}, graph.False
		}
		if !zoneName.MatchString(text) && !zoneIDs.MatchString(text) {
			return graph.Uncounted(source), graph.False
		}
		if edgeZone.MatchString(text) {
			return graph.Member{Key: text}, graph.Unknown
		}
		return graph.Member{Key: text}, graph.False
	}
	if text, _ := graph.Text(v); strings.HasPrefix(text, graph.Hole) {
		if letter := strings.TrimPrefix(text, graph.Hole); len(letter) == 1 && letter[0] >= 'a' && letter[0] <= 'z' {
			return graph.Member{Key: letter, Class: "letter"}, graph.False
		}
	}
	return graph.Uncounted(source), graph.False
}

// symbols are the sources that a symbolic value was drawn from, "" for any other.
func symbols(v cty.Value) string {
	var out []string
	for m := range graph.DeepMarks(v) {
		if s, ok := m.(graph.Symbol); ok {
			out = append(out, s.Source)
		}
	}
	slices.Sort(out)
	return strings.Join(out, "+")
}

// Union adds other zones to z.
func (z *Zones) Union(o Zones, possible bool) {
	z.Set.Union(o.Set, possible)
	z.Edge = z.Edge.Or(o.Edge)
	z.Evidence = append(z.Evidence, o.Evidence...)
}

// UnionWhere adds other zones that are there where a condition is met.
func (z *Zones) UnionWhere(o Zones, when graph.Condition) {
	if when.Tri() == graph.False {
		return
	}
	z.Set.UnionWhere(o.Set, when)
	z.Edge = z.Edge.Or(o.Edge)
	z.Evidence = append(z.Evidence, o.Evidence...)
}

// AtLeast tells whether there are n or more different zones: Unknown where zones cannot be counted.
func (z Zones) AtLeast(n int) graph.Tri {
	if z.Edge != graph.False {
		return graph.Unknown
	}
	return z.Set.AtLeast(n)
}

// One tells whether there is one zone and no other. Where there is none, whoever calls the module has yet to give some.
func (z Zones) One() graph.Tri { return z.AtLeast(2).Not().And(z.AtLeast(1)) }

// String names the zones for people: "eu-west-1a", "the zone of aws_subnet.a", "zones a and b of Fn::GetAZs".
func (z Zones) String() string {
	var words []string
	letters := map[string][]string{} // of zones of which only the letter is known, by what they are of
	for _, m := range z.Members {
		word := zoneWords(m)
		if of, ok := strings.CutPrefix(word, "zone "); ok && len(of) > 1 && of[1] == ' ' {
			letters[of[1:]] = append(letters[of[1:]], of[:1])
			continue
		}
		words = append(words, word)
	}
	for of, all := range letters {
		slices.Sort(all)
		all = slices.Compact(all)
		zone := "zone "
		if len(all) > 1 {
			zone = "zones "
		}
		words = append(words, zone+graph.Enumerate(all, "")+of)
	}
	slices.Sort(words)
	words = slices.Compact(words)
	if z.Open {
		words = append(words, "others")
	}
	return graph.Enumerate(words, "no zone")
}

// zoneID is the class of zones that are written by their IDs ("euw1-az1"), which cannot be compared with names.
const zoneID = "zone ID"

func zoneWords(m graph.Member) string {
	switch {
	case m.Class == graph.Literal:
		return m.Key
	case m.Class == zoneID:
		return "the zone with the ID " + m.Key
	case m.Class == "letter":
		return "zone " + m.Key + " of its region"
	case strings.HasPrefix(m.Class, sameWords):
		return shortly(m.Key, "one that is not known")
	case strings.HasPrefix(m.Class, "?"):
		return "the zone of " + m.Key
	}
	return fmt.Sprintf("zone %s of %s", m.Key[len(m.Key)-1:], m.Class)
}

// sameWords begins the class of a zone that is not known, whose key is what is written for it: one zone, wherever the
// same is written.
const sameWords = "?="

// named tells whether there is one zone, of which only what is written for it is known.
func (z Zones) named() bool {
	return len(z.Members) == 1 && strings.HasPrefix(z.Members[0].Class, sameWords)
}

// shortly is a text that people can read, or else other words for it.
func shortly(text, other string) string {
	const most = 48
	if len(text) > most {
		return other
	}
	return text
}

// ZonesOfSubnet is the zone of one subnet.
func ZonesOfSubnet(s *graph.Resource) Zones {
	type key struct{ s *graph.Resource }
	return graph.Fact(s.Graph(), key{s}, func() Zones {
		zones, isWritten := Subnet.Zones.Of(s)
		zones.Evidence = []graph.Place{zones.Place}
		switch {
		case isWritten != graph.True && !(s.Language == graph.CloudFormation && zones.named()): // a parameter is never null
			zones.Evidence = []graph.Place{{Resource: s}}
			s.Graph().Doubt(graph.Doubt{Resource: s, Message: "the zone of " + s.Address + " is not known"})
			zones.Set = graph.Set{Members: []graph.Member{graph.Uncounted(s.Address)}, Open: s.Many()}
			if id, ok := Subnet.ZoneID.Of(s).Get(); ok && zoneIDs.MatchString(id) {
				zones.Set.Members = []graph.Member{{Key: id, Class: zoneID}}
			}
		case len(zones.Members) == 1 && strings.HasPrefix(zones.Members[0].Class, "?") && !zones.named():
			zones.Members = []graph.Member{graph.Uncounted(s.Address)}
		}
		if s.Many() {
			zones.Open = true
		}
		if Subnet.Outpost.Of(s).Written() != graph.False {
			zones.Edge = graph.Unknown
		}
		return zones
	})
}

// ZonesOfLinks are the zones of the subnets that an edge leads to.
func ZonesOfLinks(l Links) Zones {
	out := Zones{Place: l.Place, Edge: graph.False, Because: subnetWords(l)}
	if list := subnetsFound(l); list != nil {
		out.add(list, list.Attribute(subnetZone), cty.GetAttrPath(subnetZone), false)
		out.Evidence = []graph.Place{{Resource: list}}
		out.Because = "its subnets are those that " + list.Address + " finds there"
		return out
	}
	out.Open = l.Open
	masked := 0
	for _, i := range l.Items {
		possible := i.Exists != graph.True
		switch {
		case i.To != nil && possible:
			out.UnionWhere(ZonesOfSubnet(i.To), i.When)
		case i.To != nil:
			out.Union(ZonesOfSubnet(i.To), false)
		case !i.Open && i.whens != nil && !possible:
			for _, c := range i.Candidates {
				out.UnionWhere(ZonesOfSubnet(c), i.whens[c].Given(l.Place.Resource.When))
			}
		case i.Literal != "" && len(i.Candidates) == 0:
			if !strings.HasPrefix(i.Literal, "subnet-") { // an ARN, or words in place of IDs ("SUBNET_IDS")
				out.Open = true
				continue
			}
			m := graph.Uncounted(i.Literal)
			if isMasked(i.Literal) {
				if masked++; masked > 1 {
					m = graph.Uncounted(fmt.Sprintf("%s (%d)", i.Literal, masked))
				}
			}
			m.Possible = possible
			out.Add(m)
			l.Place.Resource.Graph().Doubt(graph.Doubt{Resource: l.Place.Resource, Message: "the zone of " + i.Literal + " is not known"})
		default:
			m := agreed(i)
			m.Possible = possible
			out.Add(m)
		}
	}
	return out
}

// isMasked tells whether an ID stands in place of another, which its writer made out ("subnet-xxxxxxxx"): the same mask
// may stand for two.
func isMasked(id string) bool {
	_, number, ok := strings.Cut(id, "-")
	return ok && strings.Trim(number, "xX*?.#_-") == "" || strings.Contains(id, "<")
}

// subnetZone is the attribute that tells the zone of a subnet, or of all that a data source finds.
const subnetZone = "availability_zone"

// subnetsFound is the data source whose subnets an edge leads to, all of them and no others, if it looks in one zone
// only.
func subnetsFound(l Links) *graph.Resource {
	if len(l.Place.Path) == 0 || len(l.Items) == 0 && !l.Open {
		return nil
	}
	r := l.Place.Resource
	words := r.Words(l.Place.Path)
	for _, shape := range []string{"toset(", "tolist(", "sort("} {
		if inner, ok := strings.CutPrefix(words, shape); ok {
			words = strings.TrimSuffix(inner, ")")
		}
	}
	address, ok := strings.CutSuffix(words, ".ids")
	if !ok {
		return nil
	}
	list := r.Graph().ByAddress(address)
	if list == nil || list.Mode != graph.Data || list.Type != "aws_subnets" && list.Type != "aws_subnet_ids" || isNull(list.Attribute(subnetZone)) {
		return nil
	}
	return list
}

func isNull(v cty.Value) bool {
	u, _ := v.Unmark()
	return u.IsNull()
}

const unknownSubnet = "a subnet that is not known"

// subnetWords tells which subnets an edge leads to: "its only subnet is aws_subnet.a".
func subnetWords(l Links) string {
	label := attributeOf(l.Place.Path)
	var names []string
	for _, i := range l.Items {
		switch {
		case i.To != nil:
			names = append(names, i.To.Address)
		case i.Literal != "":
			names = append(names, i.Literal)
		default:
			names = append(names, unknownSubnet)
		}
	}
	if len(names) == 1 && names[0] == unknownSubnet {
		return label + " has a single entry"
	}
	entries := len(names)
	slices.Sort(names)
	names = slices.Compact(names)
	switch {
	case len(names) == 0:
		return ""
	case len(names) == 1 && entries == 1:
		return "its only subnet is " + names[0]
	case len(names) == 1 && entries == 2:
		return fmt.Sprintf("both entries of %s are %s", label, names[0])
	case len(names) == 1:
		return fmt.Sprintf("all %d entries of %s are %s", entries, label, names[0])
	case len(names) == 2:
		return fmt.Sprintf("%s and %s are both there", names[0], names[1])
	}
	return fmt.Sprintf("all %d subnets of %s are there", len(names), label)
}

// agreed is the zone of a link whose target is one of several: their common zone, or one that nobody knows.
func agreed(l Link) graph.Member {
	label := pathText(l.Place.Path)
	m := graph.Member{Key: "the subnet at " + label, Class: "?" + l.Place.Resource.Address + "." + label}
	if l.Open || len(l.Candidates) == 0 {
		if words := l.Place.Resource.Words(l.Place.Path); words != "" {
			return graph.Member{Key: shortly(words, m.Key), Class: "?of " + words}
		}
		return m
	}
	var all graph.Set
	for _, c := range l.Candidates {
		all.Union(ZonesOfSubnet(c).Set, false)
	}
	if len(all.Members) == 1 && !all.Open {
		return all.Members[0]
	}
	return m
}

// ZonesOfGroup are the zones that an Auto Scaling group can launch in: those of its subnets, else those written.
func ZonesOfGroup(asg *graph.Resource) Zones {
	links := AutoScalingGroup.Subnets.Of(asg)
	if links.Any() != graph.False {
		return ZonesOfLinks(links)
	}
	zones, isWritten := AutoScalingGroup.Zones.Of(asg)
	if isWritten != graph.False {
		zones.Because = pathText(zones.Place.Path) + " names no other"
		return zones
	}
	for _, back := range LaunchTemplateOf(asg) {
		if l := LaunchTemplate.Subnets.Of(back); l.Any() != graph.False {
			return ZonesOfLinks(l)
		}
	}
	zones.Open = true
	asg.Graph().Doubt(graph.Doubt{Resource: asg, Message: asg.Address + " names neither subnets nor zones"})
	return zones
}

// LaunchTemplateOf are the launch templates that the group or instance certainly launches from.
func LaunchTemplateOf(r *graph.Resource) []*graph.Resource {
	edge := AutoScalingGroup.LaunchTemplate
	if Instance.Includes(r) == graph.True {
		edge = Instance.LaunchTemplate
	}
	var out []*graph.Resource
	for t := range edge.Of(r).Targets() {
		out = append(out, t)
	}
	return out
}
