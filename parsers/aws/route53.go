package aws

import (
	"cmp"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// HostedZone is a hosted zone of Route 53.
var HostedZone = struct {
	Kind
	Name        Attr[string]
	PrivateZone Attr[bool] // of a data source that looks for one
	VPCs        Blocks     // only a private zone has any
}{
	Kind:        hostedZone,
	Name:        hostedZone.string("name", "Name"),
	PrivateZone: hostedZone.bool("private_zone", ""),
	VPCs:        hostedZone.blocks("vpc", "VPCs"),
}

// RecordGroup is CloudFormation's list of records of one zone.
var RecordGroup = struct {
	Kind
	Records Blocks
}{recordGroup, recordGroup.blocks("", "RecordSets")}

// recordFields are the attributes of a record that stands alone.
var recordFields = [graph.Languages][]string{
	graph.Terraform: {"zone_id", "name", "type", "ttl", "records", "alias", "health_check_id", "failover_routing_policy", "weighted_routing_policy", "latency_routing_policy",
		"geolocation_routing_policy", "geoproximity_routing_policy", "cidr_routing_policy"},
	graph.CloudFormation: {"HostedZoneId", "HostedZoneName", "Name", "Type", "TTL", "ResourceRecords", "AliasTarget", "HealthCheckId", "Failover", "Weight", "Region",
		"GeoLocation", "GeoProximityLocation", "CidrRoutingConfig"},
}

// A Record is a DNS record of Route 53: a resource, or an item of a RecordGroup.
type Record struct {
	Resource *graph.Resource
	block    Block // its members are those of recordFields
}

// Records are the records of a graph, in the order of their addresses and places.
func Records(g *graph.Graph) []Record {
	type key struct{}
	return graph.Fact(g, key{}, func() []Record {
		var out []Record
		for r := range record.In(g) {
			members := map[string]cty.Value{}
			for _, name := range recordFields[r.Language] {
				members[name] = r.Attribute(name)
			}
			out = append(out, Record{r, Block{Place: graph.Place{Resource: r}, value: cty.ObjectVal(members)}})
		}
		for r := range recordGroup.In(g) {
			for _, b := range RecordGroup.Records.Of(r).Items {
				out = append(out, Record{r, b})
			}
		}
		g.TakeDoubts()
		return out
	})
}

// Place is where the record is written.
func (r Record) Place() graph.Place { return r.block.Place }

// Name is the record's name as it is written: in Terraform it may lack the zone's.
func (r Record) Name() Value[string] { return field[string](r.block, "name", "Name") }

// Words names the record for people: its name where that is known, else its resource.
func (r Record) Words() string {
	if name, ok := r.Name().Get(); ok && name != "" {
		return r.Resource.Address + " (" + strings.TrimSuffix(name, ".") + ")"
	}
	return r.Resource.Address
}

// Type is the record's type, "A".
func (r Record) Type() Value[string] { return field[string](r.block, "type", "Type") }

// TTL is how many seconds resolvers keep the record's values.
func (r Record) TTL() Value[int] { return field[int](r.block, "ttl", "TTL") }

// ValuesAt is where the record's values are written.
func (r Record) ValuesAt() graph.Place { return r.at("records", "ResourceRecords") }

func (r Record) at(terraform, cloudFormation string) graph.Place {
	name := [graph.Languages]string{terraform, cloudFormation}[r.Resource.Language]
	return graph.Place{Resource: r.Resource, Path: r.block.Place.Path.GetAttr(name)}
}

// HealthCheck tells whether the record names a health check.
func (r Record) HealthCheck() graph.Tri {
	return field[string](r.block, "health_check_id", "HealthCheckId").Written()
}

// Failover is PRIMARY or SECONDARY where the record is one of a failover pair.
func (r Record) Failover() Value[string] {
	if r.Resource.Language == graph.CloudFormation {
		return field[string](r.block, "", "Failover")
	}
	policy := r.inner("failover_routing_policy", "")
	if len(policy.Items) == 0 {
		v := Value[string]{Place: r.block.Place, state: absent}
		if policy.Open {
			v.state, v.label = unknown, "failover_routing_policy"
		}
		return v
	}
	return field[string](policy.Items[0], "type", "")
}

// inner reads a nested block of the record.
func (r Record) inner(terraform, cloudFormation string) BlockList {
	var out BlockList
	at := r.at(terraform, cloudFormation)
	if v := fieldValue(r.block, terraform, cloudFormation); !v.IsNull() {
		out.add(r.Resource, v, at.Path)
	}
	return out
}

// routingPolicies are the members by which a record is one of a set that answers are chosen from, but for failover.
var routingPolicies = []struct{ terraform, cloudFormation, words string }{
	{"weighted_routing_policy", "Weight", "weighted"},
	{"latency_routing_policy", "Region", "latency-based"},
	{"geolocation_routing_policy", "GeoLocation", "geolocation"},
	{"geoproximity_routing_policy", "GeoProximityLocation", "geoproximity"},
	{"cidr_routing_policy", "CidrRoutingConfig", "IP-based"},
}

// Routed tells whether the record is the primary of a failover pair or one of a weighted, latency, geolocation,
// geoproximity or CIDR set, among which Route 53 chooses by health; the words name the policy.
func (r Record) Routed() (is graph.Tri, policy string) {
	is = r.Failover().Is("PRIMARY")
	if is == graph.True {
		return is, "failover"
	}
	for _, p := range routingPolicies {
		v := fieldValue(r.block, p.terraform, p.cloudFormation)
		there := names(v)
		if u, _ := v.Unmark(); there == graph.True && !u.IsKnown() {
			there = present(v)
		}
		if is = is.Or(there); there == graph.True {
			return is, p.words
		}
	}
	return is, policy
}

// Alias is the record's alias target; ok is False where the record has values of its own.
func (r Record) Alias() (a Alias, ok graph.Tri) {
	l := r.inner("alias", "AliasTarget")
	if len(l.Items) == 0 {
		return Alias{}, l.Any()
	}
	return Alias{l.Items[0]}, graph.True
}

// An Alias is what Route 53 answers in the place of an alias record.
type Alias struct{ block Block }

// EvaluatesHealth tells whether the record heeds the health of its target: not unless it is written (Route 53 API
// Reference, AliasTarget; the property's default in CloudFormation is false).
func (a Alias) EvaluatesHealth() Value[bool] {
	v := field[bool](a.block, "evaluate_target_health", "EvaluateTargetHealth")
	if v.Written() == graph.False {
		v.value, v.known = false, true
	}
	return v
}

// Target tells whether the alias leads to something whose health is worth evaluating: a load balancer, a Beanstalk
// environment or another record. Of CloudFront Route 53 cannot evaluate it, and of S3, API Gateway and VPC endpoints it is
// of no use (Route 53 API Reference, AliasTarget: EvaluateTargetHealth). The words name the target.
func (a Alias) Target() (is graph.Tri, target string) {
	r := a.block.Place.Resource
	v := fieldValue(a.block, "name", "DNSName")
	to, is := leadsTo(r, v, aliasNames)
	if is == graph.True {
		return is, to.Address
	}
	text, whole := graph.Text(v)
	text = strings.TrimSuffix(text, ".")
	if isLoadBalancerName(text) || strings.HasSuffix(text, ".elasticbeanstalk.com") {
		return graph.True, text
	}
	if zones := fieldLink(a.block, "zone_id", "HostedZoneId", hostedZone); is == graph.False && zones.Any() == graph.True {
		for range zones.Targets() {
			return graph.True, text // a name in a zone of one's own
		}
	}
	if is == graph.False && (len(graph.Refs(v)) > 0 || whole && isOtherTarget(text)) {
		return graph.False, ""
	}
	doubtPlace(r, pathText(a.block.Place.Path))
	return graph.Unknown, ""
}

// isOtherTarget tells whether a DNS name is of AWS, but not of anything whose health is worth evaluating: of CloudFront, S3, API
// Gateway or a VPC endpoint.
func isOtherTarget(name string) bool {
	return strings.HasSuffix(name, ".cloudfront.net") || strings.HasSuffix(name, ".amazonaws.com") || strings.HasSuffix(name, ".amazonaws.com.cn")
}

// isLoadBalancerName tells the DNS names of load balancers, "web-1.eu-west-1.elb.amazonaws.com" and
// "web-1.elb.eu-west-1.amazonaws.com" (Route 53 API Reference, AliasTarget: DNSName).
func isLoadBalancerName(name string) bool {
	name = strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(name), "."), ".cn")
	return strings.HasSuffix(name, ".amazonaws.com") && strings.Contains(name, ".elb.")
}

// named is a kind of resource that DNS names lead to, with the attributes by which it tells its own.
type named struct {
	kind       Kind
	attributes map[string]bool
}

var (
	balancerNames = []named{
		{loadBalancer, map[string]bool{"dns_name": true, "DNSName": true}},
		{classicLoadBalancer, map[string]bool{"dns_name": true, "DNSName": true, "CanonicalHostedZoneName": true}},
	}
	aliasNames = append([]named{
		{beanstalkEnvironment, map[string]bool{"cname": true, "endpoint_url": true, "EndpointURL": true}},
		{record, map[string]bool{"fqdn": true, "name": true, "Ref": true}},
	}, balancerNames...)
)

// addressNames are the attributes by which instances, interfaces and Elastic IPs tell where they are.
var addressNames = map[string]bool{"public_ip": true, "private_ip": true, "public_dns": true, "private_dns": true, "ipv6_addresses": true, "private_ips": true,
	"PublicIp": true, "PrivateIp": true, "PublicDnsName": true, "PrivateDnsName": true, "PrimaryPrivateIpAddress": true, "Ref": true}

// references are the references of a value by attributes of a set, in the order of their addresses.
func references(v cty.Value, attributes map[string]bool) []graph.Ref {
	var out []graph.Ref
	for _, ref := range graph.Refs(v) {
		name := ref.Attribute
		if i := strings.IndexByte(name, '['); i >= 0 { // ipv6_addresses[0]
			name = name[:i]
		}
		if attributes[name] {
			out = append(out, ref)
		}
	}
	slices.SortFunc(out, func(a, b graph.Ref) int {
		return cmp.Or(cmp.Compare(a.Address, b.Address), cmp.Compare(a.Attribute, b.Attribute))
	})
	return out
}

// leadsTo tells whether a value is the name of a resource of some kinds.
func leadsTo(r *graph.Resource, v cty.Value, names []named) (to *graph.Resource, is graph.Tri) {
	is = graph.False
	for _, n := range names {
		for _, ref := range references(v, n.attributes) {
			for _, t := range r.Graph().Targets(ref) {
				if n.kind.Includes(t) == graph.False {
					continue
				}
				if !ref.Possible {
					return t, graph.True
				}
				to, is = t, graph.Unknown
			}
		}
	}
	if u, _ := v.Unmark(); is == graph.False && !u.IsNull() && !u.IsWhollyKnown() && len(graph.Refs(v)) == 0 {
		is = graph.Unknown
	}
	return to, is
}

// A Host is an instance that a record leads to, or an Elastic IP of which nobody is known to hold it.
type Host struct {
	Instance *graph.Resource // nil where only the Elastic IP is known
	Address  *graph.Resource // the Elastic IP that stands between, or nil
	Private  bool            // the record has the private address
	Certain  graph.Tri
}

// Hosts are the instances that the record's values lead to, by their addresses or their Elastic IPs; open tells that
// there may be others. Elastic IPs of NAT gateways and load balancers lead to no host.
func (r Record) Hosts() (hosts []Host, open bool) {
	v := fieldValue(r.block, "records", "ResourceRecords")
	g := r.Resource.Graph()
	for _, ref := range references(v, addressNames) {
		private := strings.Contains(strings.ToLower(ref.Attribute), "private")
		for _, t := range g.Targets(ref) {
			certain := graph.True
			if ref.Possible {
				certain = graph.Unknown
			}
			switch {
			case Instance.Includes(t) == graph.True:
				hosts = append(hosts, Host{t, nil, private, certain})
			case ElasticIP.Includes(t) == graph.True:
				hosts = append(hosts, holdersAsHosts(t, certain)...)
			case NetworkInterface.Includes(t) == graph.True:
				for _, o := range instancesOf(t).Items {
					hosts = append(hosts, Host{o.From, nil, true, certain.And(o.Certain)})
				}
			}
		}
	}
	if u, _ := v.UnmarkDeep(); len(hosts) == 0 && !u.IsNull() && !u.IsWhollyKnown() && len(graph.Refs(v)) == 0 {
		doubtPlace(r.Resource, pathText(r.ValuesAt().Path))
		open = true
	}
	return hosts, open
}

// holdersAsHosts are the instances that hold an Elastic IP.
func holdersAsHosts(eip *graph.Resource, certain graph.Tri) (hosts []Host) {
	held := HoldersOf(eip)
	for _, h := range held.Items {
		switch {
		case h.Holder == nil:
			hosts = append(hosts, Host{nil, eip, false, graph.Unknown})
		case Instance.Includes(h.Holder) == graph.True:
			hosts = append(hosts, Host{h.Holder, eip, false, certain.And(h.Certain)})
		}
	}
	if len(held.Items) == 0 {
		hosts = append(hosts, Host{nil, eip, false, graph.Unknown})
	}
	return hosts
}

// hostRecords are the records of a graph in zones that are not private, by the instances that they lead to for certain.
func hostRecords(g *graph.Graph) map[*graph.Resource][]Record {
	type key struct{}
	return graph.Fact(g, key{}, func() map[*graph.Resource][]Record {
		out := map[*graph.Resource][]Record{}
		for _, r := range Records(g) {
			if r.PrivateZone() == graph.True {
				continue
			}
			hosts, _ := r.Hosts()
			for _, h := range hosts {
				if h.Instance != nil && !h.Private && h.Certain == graph.True {
					out[h.Instance] = append(out[h.Instance], r)
				}
			}
		}
		g.TakeDoubts()
		return out
	})
}

// PublicRecordsOf are the records that lead to a public address of an instance, in zones that are not known to be
// private.
func PublicRecordsOf(i *graph.Resource) []Record { return hostRecords(i.Graph())[i] }

// LoadBalancer tells whether the record leads to a load balancer by its name; the words name that.
func (r Record) LoadBalancer() (is graph.Tri, name string) {
	v := fieldValue(r.block, "records", "ResourceRecords")
	to, is := leadsTo(r.Resource, v, balancerNames)
	if is == graph.True {
		return is, to.Address
	}
	if texts := itemTexts(v); is == graph.False || len(texts) > 0 {
		for _, text := range texts {
			if isLoadBalancerName(text) {
				return graph.True, text
			}
		}
	}
	if is == graph.Unknown {
		doubtPlace(r.Resource, pathText(r.ValuesAt().Path))
	}
	return is, ""
}

// itemTexts are the texts of a list, with holes where they are not known.
func itemTexts(v cty.Value) (out []string) {
	u, _ := v.Unmark()
	if u.IsNull() || !u.IsKnown() || !u.CanIterateElements() {
		return nil
	}
	for it := u.ElementIterator(); it.Next(); {
		_, e := it.Element()
		if text, _ := graph.Text(e); text != graph.Hole {
			out = append(out, text)
		}
	}
	return out
}

// lookups are the data sources that find the addresses of a load balancer, with the attribute that tells whose.
var lookups = map[string]string{"dns_a_record_set": "host", "dns_aaaa_record_set": "host", "aws_network_interface": "filter", "aws_network_interfaces": "filter"}

// LookedUp tells whether the record has addresses that a data source found out of a load balancer's name or interfaces.
func (r Record) LookedUp() (is graph.Tri, loadBalancerName string) {
	g := r.Resource.Graph()
	is = graph.False
	for _, ref := range graph.Refs(fieldValue(r.block, "records", "ResourceRecords")) {
		for _, t := range g.Targets(ref) {
			from, ok := lookups[t.Type]
			if !ok || t.Mode != graph.Data {
				continue
			}
			if to, leads := lookedUpOf(t, from); leads == graph.True && !ref.Possible && (loadBalancerName == "" || to.Address < loadBalancerName) {
				is, loadBalancerName = graph.True, to.Address
			}
		}
	}
	return is, loadBalancerName
}

func lookedUpOf(data *graph.Resource, from string) (*graph.Resource, graph.Tri) {
	v := data.Attribute(from)
	for _, ref := range graph.Refs(v) {
		if ref.Possible || !identity(ref.Attribute) {
			continue
		}
		for _, t := range data.Graph().Targets(ref) {
			if LoadBalancer.Includes(t) == graph.True || ClassicLoadBalancer.Includes(t) == graph.True {
				return t, graph.True
			}
		}
	}
	return nil, graph.False
}

// Zone is the hosted zone of the record, nil where it is not in sight.
func (r Record) Zone() *graph.Resource {
	links := fieldLink(r.zoneBlock(), "zone_id", "HostedZoneId", hostedZone)
	for z := range links.Targets() {
		return z
	}
	return nil
}

// zoneBlock is what names the record's zone: the record, or the group that it is in.
func (r Record) zoneBlock() Block {
	if record.Includes(r.Resource) == graph.True {
		return r.block
	}
	return Block{Place: graph.Place{Resource: r.Resource}, value: cty.ObjectVal(map[string]cty.Value{
		"HostedZoneId": r.Resource.Attribute("HostedZoneId"), "HostedZoneName": r.Resource.Attribute("HostedZoneName")})}
}

// PrivateZone tells whether the record stands in a private zone: one that is declared with a VPC, or looked up as such.
func (r Record) PrivateZone() graph.Tri {
	z := r.Zone()
	switch {
	case z == nil:
		return graph.Unknown
	case z.Mode == graph.Data:
		return HostedZone.PrivateZone.Of(z).Is(true)
	}
	return HostedZone.VPCs.Of(z).Any()
}

// Apex tells whether the record has the very name of its zone, where no CNAME may stand (Route 53 Developer Guide,
// "Supported DNS record types": CNAME).
func (r Record) Apex() graph.Tri {
	name := r.Name()
	text, known := name.Get()
	if known && text == "" && r.Resource.Language == graph.Terraform {
		return graph.True
	}
	zone := r.Zone()
	var zoneName Value[string]
	if zone != nil {
		zoneName = HostedZone.Name.Of(zone)
		if !known {
			for _, ref := range graph.Refs(fieldValue(r.block, "name", "Name")) {
				whole, _ := graph.Text(fieldValue(r.block, "name", "Name"))
				if ref.Address == zone.Address && ref.Attribute == "name" && !ref.Possible && whole == graph.Hole {
					return graph.True
				}
			}
			if words := r.Resource.Words(name.Place.Path); words != "" && words == zone.Words(zoneName.Place.Path) {
				return graph.True
			}
		}
	} else {
		zoneName = field[string](r.zoneBlock(), "", "HostedZoneName")
	}
	z, zoneKnown := zoneName.Get()
	if !known || !zoneKnown || z == "" {
		return graph.Unknown
	}
	return graph.Known(plainName(text) == plainName(z))
}

// plainName is a DNS name in lower case without the final dot.
func plainName(name string) string { return strings.ToLower(strings.TrimSuffix(name, ".")) }

// nameKey stands for the record's name in comparisons: two records of one graph with the same key have the same name. Sure
// tells that those with other sure keys have other names.
func (r Record) nameKey() (key string, sure bool) {
	name := r.Name()
	text, ok := name.Get()
	if !ok {
		return "written " + r.Resource.Words(name.Place.Path), false
	}
	text = plainName(text)
	if zone := r.Zone(); zone != nil { // Terraform's names may lack the zone's
		if z, ok := HostedZone.Name.Of(zone).Get(); ok {
			text = strings.TrimSuffix(strings.TrimSuffix(text, plainName(z)), ".")
		}
	}
	return "called " + text, true
}

// secondaries are the records that are the second of a failover pair.
type secondaries struct {
	byKey    map[string][]Record
	any      bool
	unsure   bool // the name of one is not known
	doubtful bool // whether a record is one is not known
}

func secondariesOf(g *graph.Graph) secondaries {
	type key struct{}
	return graph.Fact(g, key{}, func() secondaries {
		out := secondaries{byKey: map[string][]Record{}}
		for _, r := range Records(g) {
			switch r.Failover().Is("SECONDARY") {
			case graph.Unknown:
				out.doubtful = true
			case graph.True:
				name, sure := r.nameKey()
				out.byKey[name] = append(out.byKey[name], r)
				out.any, out.unsure = true, out.unsure || !sure
			}
		}
		g.TakeDoubts()
		return out
	})
}

// Secondary tells whether a failover record has a partner: a SECONDARY of the same name and type. It is Unknown where the
// partner may be out of sight: in another unit that knows the zone, or in an unread module.
func (r Record) Secondary() graph.Tri {
	g := r.Resource.Graph()
	all := secondariesOf(g)
	name, sure := r.nameKey()
	out := graph.False
	for _, o := range all.byKey[name] {
		mine, known := r.Type().Get()
		other, otherKnown := o.Type().Get()
		same := graph.Unknown
		if known && otherKnown {
			same = graph.Known(strings.EqualFold(mine, other))
		}
		out = out.Or(same.And(o.Resource.With(r.Resource)))
	}
	if out == graph.True {
		return out
	}
	if out == graph.Unknown || all.doubtful || all.any && !sure || all.unsure {
		g.Doubt(graph.Doubt{Resource: r.Resource, Message: "whether another record is the second of " + r.Resource.Address + " is not known"})
		return graph.Unknown
	}
	zone := r.Zone()
	if zone == nil || zone.Mode != graph.Managed {
		g.Doubt(graph.Doubt{Resource: r.Resource, Message: "the zone of " + r.Resource.Address + " is declared elsewhere, and others may add records to it"})
		return graph.Unknown
	}
	if g.Hides(zone) != graph.False || g.Hides(r.Resource) != graph.False {
		return graph.Unknown
	}
	return g.Offered(zone)
}
