package picture

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
)

// gathering makes a scene of a graph.
type gathering struct {
	g        *graph.Graph
	scene    *Scene
	boxes    map[string]*Box          // by key
	of       map[*graph.Resource]*Box // the box that shows a resource
	networks map[*graph.Resource]int  // by VPC
	unseen   int                      // the network that stands for VPCs out of sight, or outside
	standard int                      // the default VPC, or outside
	places   map[*Box]*place
	lines    map[[2]*Box]*Line
	before   map[*Box]*Box            // load balancers that something else makes, by what they stand before
	data     map[*graph.Resource]bool // subnets for stores alone
}

// place is where the members of a box lie.
type place struct {
	zones   graph.Set
	number  int
	public  graph.Tri
	private graph.Tri
	subnets map[*graph.Resource]bool
}

// New makes the scene of a graph, with findings on what they concern. It evaluates every attribute.
func New(g *graph.Graph, findings []Finding) *Scene {
	s := &gathering{g: g, scene: &Scene{Title: g.Title(), Gaps: len(g.Gaps)}, boxes: map[string]*Box{}, of: map[*graph.Resource]*Box{},
		networks: map[*graph.Resource]int{}, unseen: outside, standard: outside, places: map[*Box]*place{}, before: map[*Box]*Box{}}
	flows := aws.FlowsOf(g)
	s.gather(flows)
	s.divide()
	s.spread()
	s.describe()
	s.draw(flows)
	s.reach(flows)
	s.mark(flows, findings)
	s.count()
	s.scene.nameApart()
	g.TakeDoubts()
	s.scene.order()
	return s.scene
}

// gather makes the boxes.
func (s *gathering) gather(flows []aws.Flow) {
	named := map[*graph.Resource]bool{} // records that lead somewhere
	touched := map[*graph.Resource]bool{}
	for _, f := range flows {
		touched[f.From], touched[f.To] = true, true
		if part, _ := aws.PartOf(f.From); part == aws.NamePart {
			named[f.From] = true
		}
	}
	for _, r := range s.g.Resources() {
		part, _ := aws.PartOf(r)
		switch {
		case r.Mode == graph.Module:
			s.unread(r)
		case part == aws.NoPart, !aws.Drawn(r):
		case part == aws.NamePart:
			if named[r] {
				s.name(r)
			}
		case r.Mode == graph.Managed, touched[r]:
			s.box(r, part)
		}
	}
}

// divide tells which workload each box belongs to.
func (s *gathering) divide() {
	for _, w := range aws.Workloads(s.g) {
		for _, r := range w.Members() {
			if b := s.of[r]; b != nil && b.Work == "" {
				b.Work = w.Name
			}
		}
	}
}

// unread makes the box of a module that could not be read.
func (s *gathering) unread(r *graph.Resource) {
	key := graph.WithoutKeys(r.Address)
	b := s.boxes[key]
	if b == nil {
		b = &Box{Key: key, Name: strings.TrimPrefix(key[strings.LastIndexByte(key, '.')+1:], "module."), Words: "module that was not read", sort: "module that was not read", count: 1, Network: outside, Unsure: true,
			File: r.Range.File, Line: r.Range.Start.Line, EndLine: r.Range.End.Line}
		s.add(b)
	}
	b.Members = append(b.Members, r.Address)
	s.of[r] = b
}

func (s *gathering) add(b *Box) {
	s.boxes[b.Key] = b
	s.scene.Boxes = append(s.scene.Boxes, b)
}

// name puts a record into the box of its hosted zone.
func (s *gathering) name(r *graph.Resource) {
	key, title := "dns", nameOf(r)
	for _, rec := range aws.Records(s.g) {
		if rec.Resource != r {
			continue
		}
		if zone := rec.Zone(); zone != nil {
			key, title = "dns "+graph.WithoutKeys(zone.Address), aws.HostedZone.Name.Of(zone).Or(nameOf(zone))
		}
		if n, ok := rec.Name().Get(); ok {
			title = strings.TrimSuffix(n, ".")
		}
		break
	}
	b := s.boxes[key]
	if b == nil {
		b = &Box{Key: key, Name: title, Words: "Route 53", Part: aws.NamePart, Network: outside, File: r.Range.File, Line: r.Range.Start.Line, EndLine: r.Range.End.Line, Unsure: true}
		s.add(b)
	}
	b.Members = append(b.Members, r.Address)
	b.Unsure = b.Unsure && r.Exists != graph.True
	s.of[r] = b
}

// box puts a resource into the box of what was written as one with it.
func (s *gathering) box(r *graph.Resource, part aws.Part) {
	at := aws.LocationOf(r)
	network := s.network(r, at)
	key := graph.WithoutKeys(r.Address)
	if part == aws.TranslatorPart {
		key = r.Address // each lies in a zone of its own
	}
	if old := s.boxes[key]; old != nil && old.Network != network {
		key = r.Address
	}
	b := s.boxes[key]
	if b == nil {
		_, called := aws.PartOf(r)
		b = &Box{Key: key, Name: nameOf(r), Words: called, sort: called, count: 1, Part: part, Network: network, Group: groupOf(r), Foreign: r.Mode != graph.Managed,
			File: r.Range.File, Line: r.Range.Start.Line, EndLine: r.Range.End.Line, Unsure: true}
		s.add(b)
		s.places[b] = &place{public: graph.True, private: graph.True, subnets: map[*graph.Resource]bool{}}
	}
	b.Members = append(b.Members, r.Address)
	b.Unsure = b.Unsure && (r.Exists != graph.True || r.Many())
	s.of[r] = b
	p := s.places[b]
	p.zones.Union(at.Zones.Set, false)
	p.number = max(p.number, at.Number)
	p.public, p.private = p.public.And(at.Public), p.private.And(at.Private)
	for _, sub := range at.Subnets {
		p.subnets[sub] = true
	}
}

// bare are the names that say nothing: what a module calls the one resource that it is about.
var bare = map[string]bool{"this": true, "main": true, "default": true, "resource": true}

// nameOf is what people call a resource: its name, or that of the module that it is what is about.
func nameOf(r *graph.Resource) string {
	name := r.Name
	if name == "" {
		name = r.Address
	}
	if group := groupOf(r); bare[strings.ToLower(name)] && group != "" {
		return group[strings.LastIndexAny(group, "./")+1:]
	}
	return name
}

// groupOf is the innermost module call or nested stack that a resource stands in.
func groupOf(r *graph.Resource) string {
	if len(r.Calls) == 0 {
		return ""
	}
	return graph.WithoutKeys(r.Calls[len(r.Calls)-1].Address)
}

// network is the index of the network that a resource lies in.
func (s *gathering) network(r *graph.Resource, at aws.Location) int {
	switch {
	case at.Inside != graph.True:
		return outside
	case at.VPC != nil:
		i, ok := s.networks[at.VPC]
		if !ok {
			n := &Network{Name: nameOf(at.VPC), Range: aws.VPC.CIDR.Of(at.VPC).Or(""), key: graph.WithoutKeys(at.VPC.Address)}
			if at.VPC.Mode != graph.Managed {
				n.Name += " (managed elsewhere)"
			}
			i = s.addNetwork(n)
			s.networks[at.VPC] = i
		}
		return i
	case at.Default:
		if s.standard == outside {
			s.standard = s.addNetwork(&Network{Name: "the default VPC", key: "default"})
		}
		return s.standard
	case s.unseen == outside:
		s.unseen = s.addNetwork(&Network{Name: "a VPC that is not in sight", Unsure: true, key: "unseen"})
	}
	return s.unseen
}

func (s *gathering) addNetwork(n *Network) int {
	s.scene.Networks = append(s.scene.Networks, n)
	return len(s.scene.Networks) - 1
}

// spread gives each network its columns and bands, and each box its place among them.
func (s *gathering) spread() {
	subnets := make([][]*graph.Resource, len(s.scene.Networks))
	for r := range aws.Subnet.In(s.g) {
		for v := range aws.Subnet.VPC.Of(r).Targets() {
			if i, ok := s.networks[v]; ok {
				subnets[i] = append(subnets[i], r)
			}
		}
	}
	within := make([][]*Box, len(s.scene.Networks))
	for _, b := range s.scene.Boxes {
		if b.Network != outside {
			within[b.Network] = append(within[b.Network], b)
		}
	}
	for i, n := range s.scene.Networks {
		s.columns(n, within[i], subnets[i])
		s.bands(n, within[i], subnets[i])
	}
}

// columns makes the columns of a network and puts its boxes into them.
func (s *gathering) columns(n *Network, boxes []*Box, subnets []*graph.Resource) {
	var all graph.Set
	names := map[string]int{}
	number, unclear := 0, false
	take := func(z graph.Set) {
		all.Union(z, false)
		for _, m := range z.Members {
			if name, known := aws.ZoneName(m); known {
				names[name] = 0
			}
		}
	}
	for _, sub := range subnets {
		take(aws.ZonesOfSubnet(sub).Set)
	}
	for _, b := range boxes {
		p := s.places[b]
		take(p.zones)
		number = max(number, p.number)
		named := slices.ContainsFunc(p.zones.Members, func(m graph.Member) bool { _, known := aws.ZoneName(m); return known })
		unclear = unclear || !named && p.number == 0
	}
	least, most := all.Bounds()
	switch {
	case len(names) > 0:
		for i, name := range slices.Sorted(maps.Keys(names)) {
			names[name] = i
			n.Zones = append(n.Zones, Zone{Name: name})
		}
		if unclear {
			n.Zones = append(n.Zones, Zone{Name: "zones not known", Unsure: true})
		}
	case number > 0:
		for i := range number {
			n.Zones = append(n.Zones, Zone{Name: fmt.Sprintf("zone %d", i+1)})
		}
	case least == most && least > 0:
		for i := range least {
			name := fmt.Sprintf("zone %d", i+1)
			if least == 1 {
				name = "one zone"
			}
			n.Zones = append(n.Zones, Zone{Name: name})
		}
	default:
		n.Zones = append(n.Zones, Zone{Name: "zones not known", Unsure: true})
	}
	at := func(z graph.Set, count int) []int {
		var out []int
		for _, m := range z.Members {
			if name, known := aws.ZoneName(m); known {
				out = append(out, names[name])
			}
		}
		if len(out) == 0 && len(names) == 0 {
			for i := range min(max(count, len(z.Members), 1), len(n.Zones)) {
				out = append(out, i)
			}
		}
		if len(out) == 0 {
			out = []int{len(n.Zones) - 1} // the one for those that are not known
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	for _, b := range boxes {
		b.Zones = at(s.places[b].zones, s.places[b].number)
	}
	for _, sub := range subnets {
		s.cells(n, sub, at(aws.ZonesOfSubnet(sub).Set, 0))
	}
}

// sortOf is the sort of subnets all of which, or none, are public, but for those that hold nothing but stores.
func sortOf(public, private graph.Tri) Sort {
	switch {
	case public == graph.True, private == graph.False: // of both sorts: what must not be public may be
		return Public
	case private == graph.True:
		return Private
	}
	return Unclear
}

// cells notes where a subnet lies.
func (s *gathering) cells(n *Network, sub *graph.Resource, zones []int) {
	public := aws.PublicSubnet(sub)
	sort := sortOf(public, public.Not())
	if sort == Private && s.forData()[sub] {
		sort = Data
	}
	i := slices.IndexFunc(n.Bands, func(b Band) bool { return b.Sort == sort })
	if i < 0 {
		i = len(n.Bands)
		n.Bands = append(n.Bands, Band{Sort: sort, Cells: map[int][]string{}})
	}
	for _, z := range zones {
		n.Bands[i].Cells[z] = append(n.Bands[i].Cells[z], sub.Address)
	}
}

// isStore tells whether a part keeps data in subnets that it may have for itself.
func isStore(p aws.Part) bool {
	return p == aws.CachePart || p == aws.DatabasePart || p == aws.FilesPart
}

// forData are the subnets that hold stores and nothing else, where others hold what calls these.
func (s *gathering) forData() map[*graph.Resource]bool {
	if s.data != nil {
		return s.data
	}
	stores, others := map[*graph.Resource]bool{}, map[*graph.Resource]bool{}
	for b, p := range s.places {
		for sub := range p.subnets {
			if isStore(b.Part) {
				stores[sub] = true
			} else {
				others[sub] = true
			}
		}
	}
	s.data = map[*graph.Resource]bool{}
	callers := false // in private subnets
	for sub := range others {
		callers = callers || aws.PublicSubnet(sub) == graph.False
	}
	for sub := range stores {
		if callers && !others[sub] {
			s.data[sub] = true
		}
	}
	return s.data
}

// bands gives the boxes of a network their bands.
func (s *gathering) bands(n *Network, boxes []*Box, subnets []*graph.Resource) {
	for _, b := range boxes {
		p := s.places[b]
		b.Sort = sortOf(p.public, p.private)
		if b.Sort == Private && isStore(b.Part) && len(p.subnets) > 0 {
			data := true
			for sub := range p.subnets {
				data = data && s.forData()[sub]
			}
			if data {
				b.Sort = Data
			}
		}
		i := slices.IndexFunc(n.Bands, func(o Band) bool { return o.Sort == b.Sort })
		if i < 0 {
			i = len(n.Bands)
			n.Bands = append(n.Bands, Band{Sort: b.Sort, Cells: map[int][]string{}})
		}
		for _, z := range b.Zones {
			if _, there := n.Bands[i].Cells[z]; !there {
				n.Bands[i].Cells[z] = nil
			}
		}
	}
	for _, sub := range subnets {
		n.Gateway = n.Gateway || aws.PublicSubnet(sub) == graph.True
	}
	slices.SortFunc(n.Bands, func(a, b Band) int { return cmp.Compare(a.Sort, b.Sort) })
	// A band without a box is shown where it is public: that is what a private one lacks. Others are folded away.
	n.Bands = slices.DeleteFunc(n.Bands, func(band Band) bool {
		return !slices.ContainsFunc(boxes, func(b *Box) bool { return b.Sort == band.Sort })
	})
}

// draw makes the lines.
func (s *gathering) draw(flows []aws.Flow) {
	at := map[[2]*Box]*Line{}
	for _, f := range flows {
		from, to := s.of[f.From], s.of[f.To]
		if from == nil || to == nil || from == to {
			continue
		}
		if front := s.before[to]; front != nil && (from.Part == aws.NamePart || from.Part == aws.DeliveryPart || from.Part == aws.EntryPart) {
			to = front
		}
		key := [2]*Box{from, to}
		l := at[key]
		if l == nil {
			l = &Line{From: from, To: to, Unsure: true}
			at[key] = l
			s.scene.Lines = append(s.scene.Lines, l)
		}
		l.Unsure = l.Unsure && !f.Certain
		if f.Label != "" && !slices.Contains(strings.Split(l.Label, ", "), f.Label) {
			l.Label = strings.TrimPrefix(l.Label+", "+f.Label, ", ")
		}
	}
	s.lines = at
}

// reach adds those who ask, and tells what load balancers listen on.
func (s *gathering) reach(flows []aws.Flow) {
	led := map[*Box]bool{} // from names and the edge of the network
	for _, l := range s.scene.Lines {
		if l.From.Part == aws.NamePart || l.From.Part == aws.DeliveryPart {
			led[l.To] = true
		}
	}
	asked := map[*Box]bool{}
	for _, l := range s.scene.Lines {
		asked[l.To] = asked[l.To] || l.From.Part == aws.BalancerPart && l.From != s.before[l.To]
	}
	entries := []*Box{}
	seen := map[*Box]bool{}
	for _, r := range s.g.Resources() {
		b := s.of[r]
		if b == nil || seen[b] {
			continue
		}
		part, _ := aws.PartOf(r)
		entry := false
		switch part {
		case aws.NamePart:
			entry = true
		case aws.DeliveryPart, aws.EntryPart:
			entry = !led[b]
		case aws.BalancerPart:
			entry = !led[b] && aws.FacesInternet(r) == graph.True
		case aws.ComputePart:
			entry = !led[b] && !asked[b] && s.askedDirectly(r)
		}
		if entry {
			seen[b] = true
			if front := s.before[b]; front != nil {
				if led[front] {
					continue
				}
				b = front
			}
			entries = append(entries, b)
		}
	}
	if len(entries) == 0 {
		return
	}
	users := &Box{Key: "users", Name: "users", Network: outside, users: true}
	s.scene.Boxes = append(s.scene.Boxes, users)
	for _, b := range entries {
		s.scene.Lines = append(s.scene.Lines, &Line{From: users, To: b})
	}
	balancers := map[*Box]*graph.Resource{}
	for _, lb := range aws.LoadBalancersOf(s.g) {
		if b := s.of[lb]; b != nil {
			balancers[b] = lb
		}
	}
	for _, l := range s.scene.Lines {
		if lb := balancers[l.To]; lb != nil && l.Label == "" {
			l.Label = strings.Join(aws.ListensOnPorts(lb), ", ")
		}
	}
}

// askedDirectly tells whether compute takes requests from anywhere with nothing before it.
func (s *gathering) askedDirectly(r *graph.Resource) bool {
	if aws.BeanstalkEnvironment.Includes(r) == graph.True {
		return aws.BeanstalkEnvironment.Tier.Of(r).Is("WebServer") == graph.True
	}
	return aws.OpenWeb(r).Is == graph.True && aws.PublicAddress(r).Is != graph.False
}

// mark puts findings on what they concern.
func (s *gathering) mark(flows []aws.Flow, findings []Finding) {
	between := map[*graph.Resource][]*Line{} // what stands between the ends of a line
	for _, f := range flows {
		if l := s.lines[[2]*Box{s.of[f.From], s.of[f.To]}]; l != nil {
			for _, v := range f.Via {
				if !slices.Contains(between[v], l) {
					between[v] = append(between[v], l)
				}
			}
		}
	}
	var owners map[*graph.Resource]*Box
	for _, f := range findings {
		r := s.g.ByAddress(f.Address)
		switch {
		case r == nil:
			s.scene.Marks = append(s.scene.Marks, f.Mark)
			continue
		case s.of[r] != nil:
			s.of[r].Marks = append(s.of[r].Marks, f.Mark)
			continue
		case len(between[r]) > 0:
			l := between[r][0]
			l.Marks = append(l.Marks, f.Mark)
			continue
		}
		if owners == nil {
			owners = s.owners()
		}
		if b := owners[r]; b != nil {
			b.Marks = append(b.Marks, f.Mark)
			continue
		}
		s.scene.Marks = append(s.scene.Marks, f.Mark)
	}
}

// owners are the boxes that what is not shown by itself belongs to: the first that it refers to, else the first that refers
// to it, over at most a few others that are not shown.
func (s *gathering) owners() map[*graph.Resource]*Box {
	out := map[*graph.Resource]*Box{}
	for r, b := range s.of {
		out[r] = b
	}
	edges := aws.Edges(s.g)
	const steps = 3
	for range steps {
		found := map[*graph.Resource]*Box{}
		take := func(r *graph.Resource, b *Box) {
			if b != nil && out[r] == nil && found[r] == nil && aws.VPC.Includes(r) != graph.True && aws.Subnet.Includes(r) != graph.True {
				found[r] = b
			}
		}
		for _, e := range edges {
			take(e.From, out[e.To])
		}
		for _, e := range edges {
			take(e.To, out[e.From])
		}
		for r, b := range found {
			out[r] = b
		}
	}
	return out
}

// count tells what is not shown by itself.
func (s *gathering) count() {
	counts := map[string]int{}
	for _, r := range s.g.Resources() {
		if r.Mode == graph.Managed && s.of[r] == nil && aws.Subnet.Includes(r) != graph.True && aws.VPC.Includes(r) != graph.True {
			counts[sortWords(r)]++
		}
	}
	for words, n := range counts {
		s.scene.Also = append(s.scene.Also, Rest{n, words})
	}
	slices.SortFunc(s.scene.Also, func(a, b Rest) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Words, b.Words)) })
}

// compareMarks orders marks: the gravest first, then by place.
func compareMarks(a, b Mark) int {
	return cmp.Or(cmp.Compare(b.Level, a.Level), cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
}

// order puts boxes and lines into an order of their own.
func (sc *Scene) order() {
	slices.SortStableFunc(sc.Boxes, func(a, b *Box) int {
		return cmp.Or(cmp.Compare(a.Part, b.Part), cmp.Compare(a.Group, b.Group), cmp.Compare(a.Key, b.Key))
	})
	slices.SortStableFunc(sc.Lines, func(a, b *Line) int {
		return cmp.Or(cmp.Compare(a.From.Key, b.From.Key), cmp.Compare(a.To.Key, b.To.Key))
	})
	marks := func(all []Mark) { slices.SortStableFunc(all, compareMarks) }
	for _, b := range sc.Boxes {
		slices.Sort(b.Members)
		marks(b.Marks)
	}
	for _, l := range sc.Lines {
		marks(l.Marks)
	}
	marks(sc.Marks)
}

// nameApart gives boxes of one name and sort that stand in different modules the names of these.
func (sc *Scene) nameApart() {
	type called struct{ name, sort string }
	same := map[called]map[string]bool{} // the groups of boxes that are called the same
	alike := map[called]map[string]int{} // how many of those groups there are, by the last part of their names
	for _, b := range sc.Boxes {
		k := called{b.Name, b.Words}
		if same[k] == nil {
			same[k], alike[k] = map[string]bool{}, map[string]int{}
		}
		if !same[k][b.Group] {
			same[k][b.Group] = true
			alike[k][tail(b.Group, 1)]++
		}
	}
	for _, b := range sc.Boxes {
		k := called{b.Name, b.Words}
		if b.Group == "" || len(same[k]) < 2 || b.users {
			continue
		}
		b.renamed = tail(b.Group, 1)
		if alike[k][b.renamed] > 1 {
			b.renamed = tail(b.Group, 2)
		}
	}
	for _, b := range sc.Boxes {
		if b.renamed != "" {
			b.Name = b.renamed
		}
	}
}

// tail is the last parts of the name of a group of boxes, which is the address of a module or the path of a stack.
func tail(group string, parts int) string {
	all := strings.FieldsFunc(group, func(c rune) bool { return c == '.' || c == '/' })
	all = slices.DeleteFunc(all, func(s string) bool { return s == "module" })
	return strings.Join(all[max(len(all)-parts, 0):], "/")
}
