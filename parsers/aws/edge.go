package aws

import (
	"iter"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// An Edge is an attribute of a kind that leads to other resources. It is a value; copies are the same edge.
type Edge struct{ *edgeFacts }

type edgeFacts struct {
	owner    Kind
	relation graph.Relation
	paths    [graph.Languages][]path
	targets  []Kind
}

// edge declares an attribute that names one resource, or a list of them where its path ends in "[]".
func (k Kind) edge(relation graph.Relation, terraform, cloudFormation string, targets ...Kind) Edge {
	e := Edge{&edgeFacts{owner: k, relation: relation, paths: k.declare(terraform, cloudFormation), targets: targets}}
	k.kindFacts.edges = append(k.kindFacts.edges, e)
	return e
}

// edgeList declares an attribute that is a list of resources under all its names.
func (k Kind) edgeList(relation graph.Relation, terraform, cloudFormation string, targets ...Kind) Edge {
	e := k.edge(relation, terraform, cloudFormation, targets...)
	for _, paths := range e.paths {
		for _, p := range paths {
			p[len(p)-1].list = true
		}
	}
	return e
}

// A Link is one end of an edge as it is written: one item of a list, or the whole of a lone attribute.
type Link struct {
	// To is the target where it is known for certain, else nil.
	To *graph.Resource
	// Candidates are the targets that it may lead to, To among them.
	Candidates []*graph.Resource
	// Open: it may lead to something that is not among the candidates.
	Open bool
	// Literal is the name that was written, where it leads out of the graph.
	Literal string
	// Exists is Unknown where the link itself may not be there.
	Exists graph.Tri
	// When tells where a link that may not be there is; often it is not known.
	When graph.Condition
	// Place is where it is written.
	Place graph.Place

	whens map[*graph.Resource]graph.Condition // where it leads to candidates, as far as that is known
}

// whenTo is the condition under which the link leads to a resource; not known where nothing tells.
func (l Link) whenTo(r *graph.Resource) graph.Condition {
	switch {
	case l.To != r:
		return l.whens[r]
	case l.Exists == graph.True:
		return graph.Always
	}
	return l.When
}

// Links are all ends of an edge of one resource.
type Links struct {
	Items []Link
	// Open: there may be more links than the items, and they may lead anywhere.
	Open bool
	// Place is where the edge's attribute is written, or the resource.
	Place graph.Place
}

// Any tells whether there is a link at all.
func (l Links) Any() graph.Tri {
	out := noAlternative()
	if l.Open {
		out.any = graph.Unknown
	}
	for _, i := range l.Items {
		out.add(i.Exists, i.When)
	}
	return out.any
}

// LeadsTo tells whether one of the links leads to the resource.
func (l Links) LeadsTo(r *graph.Resource) graph.Tri {
	out := graph.False
	if l.Open {
		out = graph.Unknown
	}
	for _, i := range l.Items {
		out = out.Or(i.leadsTo(r))
	}
	return out
}

func (l Link) leadsTo(r *graph.Resource) graph.Tri {
	if l.To == r {
		return l.Exists
	}
	for _, c := range l.Candidates {
		if c == r {
			return graph.Unknown
		}
	}
	if l.Open {
		return graph.Unknown
	}
	return graph.False
}

// Targets are the resources that the links lead to for certain.
func (l Links) Targets() iter.Seq[*graph.Resource] {
	return func(yield func(*graph.Resource) bool) {
		for _, i := range l.Items {
			if i.To != nil && i.Exists == graph.True && !yield(i.To) {
				return
			}
		}
	}
}

// Of follows the edge from a resource.
func (e Edge) Of(r *graph.Resource) Links {
	type key struct {
		*edgeFacts
		r *graph.Resource
	}
	return graph.Fact(r.Graph(), key{e.edgeFacts, r}, func() Links { return e.follow(r) })
}

func (e Edge) follow(r *graph.Resource) Links {
	out := Links{Place: graph.Place{Resource: r}}
	for _, p := range e.paths[r.Language] {
		h := p.findAll(r)
		if len(h.found) == 0 && !h.open {
			continue
		}
		if len(out.Items) == 0 && !out.Open {
			out.Place.Path = h.at
		}
		if h.open {
			out.Open = true
			e.possible(r, h.marks, graph.Place{Resource: r, Path: h.at}, &out)
			doubtPlace(r, p.String())
		}
		for _, f := range h.found {
			e.link(r, f, p.isList(), p.String(), &out)
		}
	}
	return out
}

// link adds what one written value leads to; list tells whether the attribute is a list of names.
func (e Edge) link(r *graph.Resource, f found, list bool, label string, out *Links) {
	u, marks := f.value.Unmark()
	place := graph.Place{Resource: r, Path: f.at}
	t := u.Type()
	switch {
	case u.IsNull():
	case t.IsTupleType() || t.IsListType() || t.IsSetType():
		if u.IsKnown() {
			i := 0
			for it := u.ElementIterator(); it.Next(); i++ {
				_, item := it.Element()
				e.link(r, found{written, withMarks(item, inherited(marks)), itemAt(f.at, i)}, list, label, out)
			}
			return
		}
		e.unknownList(r, u, marks, place, label, out)
	case list && !u.IsKnown() && (!isItem(f.at) || e.mayBeList(r, f.value)):
		e.unknownList(r, u, marks, place, label, out)
	case list && u.IsKnown() && t == cty.String && strings.Contains(u.AsString(), ","):
		// AWS takes several names in one string, separated by commas, where the language's list has a single item.
		for i, name := range strings.Split(u.AsString(), ",") {
			e.link(r, found{written, cty.StringVal(strings.TrimSpace(name)).WithMarks(inherited(marks)), itemAt(f.at, i)}, list, label, out)
		}
	case !u.IsKnown() || t.IsPrimitiveType():
		if l, ok := e.resolve(r, u, marks, place); ok {
			if l.To == nil && l.Open {
				doubtPlace(r, label)
			}
			out.Items = append(out.Items, l)
		}
	default:
		out.Open = true
		doubtPlace(r, label)
	}
}

// mayBeList tells whether an unknown item of a list may stand for several: its type is not known, or it was joined of
// parts by commas. An item that refers to a target of the edge is that one.
func (e Edge) mayBeList(r *graph.Resource, v cty.Value) bool {
	u, marks := v.Unmark()
	if text, _ := graph.Text(v); strings.Contains(text, ",") {
		return true
	}
	return u.Type() == cty.DynamicPseudoType && len(e.targetsOf(r, marks, false)) == 0
}

// isItem tells an item of a list from the whole of it by its place, which ends in an index.
func isItem(at cty.Path) bool {
	if len(at) == 0 {
		return false
	}
	_, ok := at[len(at)-1].(cty.IndexStep)
	return ok
}

// unknownList adds an undecided list: as many certain links as its lower bound tells, and what it mentions as
// possible ones.
func (e Edge) unknownList(r *graph.Resource, u cty.Value, marks cty.ValueMarks, place graph.Place, label string, out *Links) {
	if e.listed(r, u, marks, place, out) {
		return
	}
	low, high := 0, -1
	if t := u.Type(); t.IsCollectionType() {
		bounds := u.Range()
		low = bounds.LengthLowerBound()
		if h := bounds.LengthUpperBound(); h < 1<<20 {
			high = h
		}
	}
	if isItem(place.Path) && low == 0 && !u.Type().IsCollectionType() {
		low = 1 // what is written as an item is there, whatever it is
	}
	doubtPlace(r, label)
	candidates := e.targetsOf(r, marks, true)
	whens := e.whensOf(r, marks)
	const most = 64 // items beyond are as good as an open end
	for i := range min(max(low, high), most) {
		l := Link{Candidates: candidates, whens: whens, Open: true, Exists: graph.True, Place: graph.Place{Resource: r, Path: itemAt(place.Path, i)}}
		if i >= low {
			l.Exists = graph.Unknown
		}
		out.Items = append(out.Items, l)
	}
	if high < 0 || high > most {
		out.Open = true
		e.possible(r, marks, place, out)
	}
}

// possible adds a possible link for every target that the marks mention.
func (e Edge) possible(r *graph.Resource, marks cty.ValueMarks, place graph.Place, out *Links) {
	whens := e.whensOf(r, marks)
	for _, t := range e.targetsOf(r, marks, true) {
		out.Items = append(out.Items, Link{Candidates: []*graph.Resource{t}, whens: whens, Open: true, Exists: graph.Unknown, Place: place})
	}
}

// listed adds the items of an undecided list of which each is one target that is there for certain or under a condition.
// It is false where there is anything else in the list.
func (e Edge) listed(r *graph.Resource, u cty.Value, marks cty.ValueMarks, place graph.Place, out *Links) bool {
	if !u.Type().IsCollectionType() {
		return false
	}
	whens := e.whensOf(r, marks)
	if whens == nil || u.Range().LengthUpperBound() != len(whens) {
		return false
	}
	targets := e.targetsOf(r, marks, true)
	sure := e.targetsOf(r, marks, false)
	if len(targets) != len(whens) || len(sure) != u.Range().LengthLowerBound() {
		return false
	}
	for i, t := range targets {
		if t.Many() || !whens[t].Known() {
			return false
		}
		l := Link{To: t, Candidates: targets[i : i+1], Exists: graph.True, Place: place}
		if !slices.Contains(sure, t) {
			l.Exists, l.When = graph.Unknown, whens[t].Given(r.When)
		}
		out.Items = append(out.Items, l)
	}
	return true
}

// whensOf tells where a value leads to the targets of the edge that it mentions; nil where no mention tells.
func (e Edge) whensOf(r *graph.Resource, marks cty.ValueMarks) map[*graph.Resource]graph.Condition {
	tells := false
	for m := range marks {
		ref, ok := m.(graph.Ref)
		tells = tells || ok && ref.When.Known()
	}
	if !tells {
		return nil
	}
	out := map[*graph.Resource]graph.Condition{}
	for m := range marks {
		ref, ok := m.(graph.Ref)
		if !ok || !identity(ref.Attribute) {
			continue
		}
		when := ref.When
		if !ref.Possible {
			when = graph.Always
		}
		for _, t := range r.Graph().Targets(ref) {
			if w, again := out[t]; again {
				when = w.Or(when)
			}
			out[t] = when
		}
	}
	return out
}

// resolve makes a link of a scalar. It is false where nothing is linked: the empty string.
func (e Edge) resolve(r *graph.Resource, u cty.Value, marks cty.ValueMarks, place graph.Place) (Link, bool) {
	l := Link{Exists: graph.True, Place: place}
	l.Candidates = e.targetsOf(r, marks, true)
	certain := l.Candidates
	if anyPossible(marks) {
		certain = e.targetsOf(r, marks, false)
	}
	text, known := textOf(u)
	switch {
	case len(l.Candidates) == 0 && known:
		if text == "" {
			return l, false
		}
		l.Literal = text
		for _, k := range e.targets {
			l.Candidates = append(l.Candidates, k.byName(r.Graph(), text)...)
		}
		if len(l.Candidates) == 1 && l.Candidates[0].Exists == graph.True {
			l.To, l.Literal = l.Candidates[0], ""
		}
	case len(l.Candidates) == 0:
		if text, _ := graph.Text(u.WithMarks(marks)); endsInName(text) && !strings.HasSuffix(text, graph.Hole) {
			for _, k := range e.targets { // the cluster of a service may have any name
				l.Candidates = append(l.Candidates, k.byName(r.Graph(), text)...)
			}
			if len(l.Candidates) == 1 && l.Candidates[0].Exists == graph.True {
				l.To = l.Candidates[0]
				break
			}
		}
		l.Open = true
		if !isItem(place.Path) {
			l.Exists = present(u.WithMarks(marks))
		}
	case len(certain) == 1 && len(l.Candidates) == 1 && !certain[0].Many():
		l.To = certain[0] // whoever mentions it relies on its being there
	default:
		l.Open = len(certain) == 0
		if l.whens = e.whensOf(r, marks); l.Open && l.whens != nil {
			all := noAlternative()
			for _, c := range l.Candidates {
				all.add(graph.Unknown, l.whens[c].Given(r.When))
			}
			l.Open = all.any != graph.True
			if !l.Open && len(l.Candidates) == 1 && !l.Candidates[0].Many() {
				l.To = l.Candidates[0] // it is there whenever the resource is
			}
		}
	}
	return l, true
}

// targetsOf are the resources of the edge's target kinds that the marks refer to as such, each once, in the order of
// their addresses; only the certain ones, or the possible ones too.
func (e Edge) targetsOf(r *graph.Resource, marks cty.ValueMarks, possible bool) []*graph.Resource {
	var out []*graph.Resource
	for m := range marks {
		ref, ok := m.(graph.Ref)
		if !ok || ref.Possible && !possible || !identity(ref.Attribute) {
			continue
		}
		for _, t := range r.Graph().Targets(ref) {
			if slices.ContainsFunc(e.targets, func(k Kind) bool { return k.Includes(t) != graph.False }) {
				out = append(out, t)
			}
		}
	}
	sortByAddress(out)
	return slices.Compact(out)
}

// anyPossible tells whether a reference among the marks is only possible.
func anyPossible(marks cty.ValueMarks) bool {
	for m := range marks {
		if ref, ok := m.(graph.Ref); ok && ref.Possible {
			return true
		}
	}
	return false
}

// inherited are the marks of a list that its items take over: not references to other resources than the items' own.
func inherited(marks cty.ValueMarks) cty.ValueMarks {
	var out cty.ValueMarks
	for m := range marks {
		if _, ok := m.(graph.Ref); !ok {
			if out == nil {
				out = make(cty.ValueMarks, len(marks))
			}
			out[m] = struct{}{}
		}
	}
	return out
}

// A Back is an edge seen from its target.
type Back struct {
	From    *graph.Resource
	Certain graph.Tri // True or Unknown
	// When tells under which condition the edge is there where the target is; often it is not known.
	When  graph.Condition
	Place graph.Place
}

// Backs are the edges that lead, or may lead, to one target.
type Backs struct {
	Items []Back // those that name the target, for certain or among other candidates
	Open  []Back // those that may lead anywhere; the same slice for every target
}

// Any tells whether something leads to the target.
func (b Backs) Any() graph.Tri {
	out := noAlternative()
	for _, i := range b.Items {
		out.add(i.Certain, i.When)
	}
	if out.any == graph.True {
		return out.any
	}
	if len(b.Open) > 0 {
		out.any = graph.Unknown
		o := b.Open[0]
		doubtPlace(o.From, pathText(o.Place.Path))
	}
	for _, i := range b.Items {
		i.From.Graph().Doubt(graph.Doubt{Resource: i.From, Message: i.From.Address + " may not exist, or may not lead there"})
	}
	return out.any
}

// Into follows the edge backwards: from the resources of the owning kind whose edge leads to the target. It costs one
// pass over them for the first target of a graph. What another unit manages is also reached from what that unit has.
func (e Edge) Into(target *graph.Resource) Backs {
	g := target.Graph()
	type key struct {
		*edgeFacts
		imported bool
	}
	index := func(imported bool) backIndex {
		return graph.Fact(g, key{e.edgeFacts, imported}, func() backIndex {
			owners := e.owner.In(g)
			if imported {
				owners = e.owner.imported(g)
			}
			x := e.backwards(owners)
			g.TakeDoubts()
			return x
		})
	}
	own := index(false)
	out := Backs{own.to[target], own.open}
	if target.Owner != "" {
		there := index(true)
		out.Items = append(out.Items[:len(out.Items):len(out.Items)], there.to[target]...)
		out.Open = append(out.Open[:len(out.Open):len(out.Open)], there.open...)
	}
	return out
}

// backIndex is an edge seen from all its targets.
type backIndex struct {
	to   map[*graph.Resource][]Back
	open []Back
}

// backwards turns the edge of some owners round.
func (e Edge) backwards(owners iter.Seq[*graph.Resource]) backIndex {
	x := backIndex{to: map[*graph.Resource][]Back{}}
	for r := range owners {
		links := e.Of(r)
		seen := map[*graph.Resource]int{}
		open := links.Open
		for _, l := range links.Items {
			open = open || l.Open
			for _, c := range l.Candidates {
				var when graph.Condition
				if e.owner.Includes(r) == graph.True {
					when = l.whenTo(c)
				}
				b, ever := backTo(c, r, when, l.Place)
				if !ever {
					continue
				}
				if i, ok := seen[c]; ok {
					o := &x.to[c][i]
					o.Certain, o.When = o.Certain.Or(b.Certain), o.When.Or(b.When)
					continue
				}
				seen[c] = len(x.to[c])
				x.to[c] = append(x.to[c], b)
			}
		}
		if open {
			x.open = append(x.open, Back{From: r, Certain: graph.Unknown, Place: links.Place})
		}
	}
	return x
}

// backTo is an edge of a resource to a target, which is there under a condition where the resource is. ever is false where it
// never is while the target is: they are alternatives.
func backTo(target, from *graph.Resource, when graph.Condition, at graph.Place) (b Back, ever bool) {
	if from.With(target) == graph.False {
		return b, false
	}
	b = Back{From: from, Certain: graph.Unknown, When: when.And(from.When).Given(target.When), Place: at}
	switch b.When.Tri() {
	case graph.False:
		return b, false
	case graph.True:
		b.Certain = graph.True
	}
	return b, true
}

// identityAttributes are those by which one resource names another; any other attribute of a resource is a fact
// about it (its zone, its VPC), not the resource.
var identityAttributes = map[string]bool{
	"": true, "Ref": true,
	"id": true, "arn": true, "name": true, "identifier": true, "bucket": true, "bucket_domain_name": true, "bucket_regional_domain_name": true,
	"cluster_identifier": true, "cluster_id": true, "replication_group_id": true, "instance_id": true, "file_system_id": true, "alias_arn": true,
	"dns_name": true, "endpoint": true, "address": true, "reader_endpoint": true, "primary_endpoint_address": true, "reader_endpoint_address": true,
	"configuration_endpoint_address": true, "cache_nodes": true, "cluster_address": true, "cluster_endpoint": true,
	"public_ip": true, "private_ip": true, "public_dns": true, "private_dns": true, "network_interface_id": true, "primary_network_interface_id": true,
	"latest_version": true, "arn_suffix": true, "resource_id": true, "db_instance_identifier": true, "allocation_id": true, "self_link": true,
	"main_route_table_id": true, "default_route_table_id": true, "zone_id": true,
	"Arn": true, "Id": true, "Name": true, "GroupId": true, "GroupName": true, "LoadBalancerArn": true, "DNSName": true, "LoadBalancerName": true,
	"LoadBalancerFullName": true, "TargetGroupArn": true, "TargetGroupFullName": true, "TargetGroupName": true, "SubnetId": true, "VpcId": true,
	"InstanceId": true, "VolumeId": true, "FileSystemId": true, "AllocationId": true, "LaunchTemplateId": true, "DBInstanceArn": true,
	"DBClusterArn": true, "Endpoint.Address": true, "ReadEndpoint.Address": true, "PrimaryEndPoint.Address": true, "RedisEndpoint.Address": true,
	"ConfigurationEndPoint.Address": true, "ConfigurationEndpoint.Address": true, "ReaderEndPoint.Address": true, "ServiceArn": true, "RootResourceId": true,
	"function_name": true, "qualified_arn": true, "invoke_arn": true, "qualified_invoke_arn": true, "url": true, "stream_arn": true,
	"FunctionName": true, "FunctionArn": true, "AliasArn": true, "Alias": true, "Version": true, "QueueUrl": true, "QueueName": true, "TopicArn": true, "TopicName": true, "StreamArn": true,
	"spot_instance_id": true, "PublicIp": true, "PrivateIp": true, "PublicDnsName": true, "PrivateDnsName": true, "ListenerArn": true, "DomainName": true, "PrefixListId": true,
}

// identity tells whether a reference to the attribute means the resource itself.
func identity(attribute string) bool {
	if identityAttributes[attribute] {
		return true
	}
	for i := range attribute { // cache_nodes[0].address
		if attribute[i] == '[' || attribute[i] == '.' {
			return identityAttributes[attribute[:i]]
		}
	}
	return false
}

// doubtPlace leaves with the graph that an attribute's value is not known.
func doubtPlace(r *graph.Resource, label string) {
	r.Graph().Doubt(graph.Doubt{Resource: r, Message: label + " of " + r.Address + " is not known"})
}
