package aws

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// A Flow is a way that requests, messages or data take from one part of an architecture to another.
type Flow struct {
	From, To *graph.Resource
	Label    string            // "HTTP 80", "TCP 3306", "replicates"; "" where there is nothing to tell
	Certain  bool              // it is there for certain
	Via      []*graph.Resource // listeners, target groups and the like that stand between, each once
}

// mostPairs is how many pairs of callers and stores are looked at: a graph with more of them is no picture any more.
const mostPairs = 20_000

// flows gathers the flows of one graph.
type flows struct {
	g   *graph.Graph
	all []Flow
	at  map[[2]*graph.Resource]int
}

// FlowsOf are the flows between the parts of a graph, by both ends' addresses; there is one from any part to another. It
// evaluates all that is written: ask it last.
func FlowsOf(g *graph.Graph) []Flow {
	f := &flows{g: g, at: map[[2]*graph.Resource]int{}}
	f.balanced()
	f.named()
	f.stored()
	f.admitted()
	f.sent()
	f.referred()
	g.TakeDoubts()
	slices.SortStableFunc(f.all, func(a, b Flow) int {
		return cmp.Or(cmp.Compare(a.From.Address, b.From.Address), cmp.Compare(a.To.Address, b.To.Address))
	})
	return f.all
}

// add takes up a flow. Of one that is there already the label is added to the others.
func (f *flows) add(from, to *graph.Resource, label string, certain bool, via ...*graph.Resource) {
	if from == nil || to == nil || from == to {
		return
	}
	i, there := f.at[[2]*graph.Resource{from, to}]
	if !there {
		f.at[[2]*graph.Resource{from, to}] = len(f.all)
		f.all = append(f.all, Flow{from, to, label, certain, via})
		return
	}
	flow := &f.all[i]
	flow.Certain = flow.Certain || certain
	if label != "" && !slices.Contains(strings.Split(flow.Label, ", "), label) {
		flow.Label = strings.TrimPrefix(flow.Label+", "+label, ", ")
	}
	for _, v := range via {
		if !slices.Contains(flow.Via, v) {
			flow.Via = append(flow.Via, v)
		}
	}
}

// has tells whether there is a flow from one to another.
func (f *flows) has(from, to *graph.Resource) bool {
	_, there := f.at[[2]*graph.Resource{from, to}]
	return there
}

// onPort is a protocol with its port, "HTTP 80"; what is not known of it is left out.
func onPort(protocol Value[string], port Value[int]) string {
	text := strings.ToUpper(protocol.Or(""))
	if p, ok := port.Get(); ok {
		text += fmt.Sprintf(" %d", p)
	}
	return strings.TrimSpace(text)
}

// balanced adds what load balancers send to their targets.
func (f *flows) balanced() {
	for _, lb := range LoadBalancersOf(f.g) {
		if ClassicLoadBalancer.Includes(lb) == graph.True {
			label := ""
			for _, b := range ClassicLoadBalancer.Listeners.Of(lb).Items {
				label = onPort(field[string](b, "instance_protocol", "InstanceProtocol"), field[int](b, "instance_port", "InstancePort"))
				break
			}
			f.toTargets(lb, lb, label, graph.True)
			continue
		}
		for _, l := range Listener.LoadBalancer.Into(lb).Items {
			f.forwarded(lb, Listener.Forwards.Of(l.From), l.Certain, l.From)
			for _, r := range ListenerRule.Listener.Into(l.From).Items {
				f.forwarded(lb, ListenerRule.Forwards.Of(r.From), l.Certain.And(r.Certain), l.From, r.From)
			}
		}
	}
}

func (f *flows) forwarded(lb *graph.Resource, to Links, certain graph.Tri, via ...*graph.Resource) {
	for _, i := range to.Items {
		for _, tg := range i.Candidates {
			sure := certain.And(i.Exists)
			if i.To != tg {
				sure = graph.Unknown
			}
			f.toTargets(lb, tg, onPort(TargetGroup.Protocol.Of(tg), TargetGroup.Port.Of(tg)), sure, append(slices.Clone(via), tg)...)
		}
	}
}

func (f *flows) toTargets(lb, front *graph.Resource, label string, certain graph.Tri, via ...*graph.Resource) {
	for _, t := range TargetsOf(front).Items {
		if t.Compute != nil {
			f.add(lb, t.Compute, label, certain.And(t.Certain) == graph.True, via...)
		}
	}
}

// named adds what DNS records lead to.
func (f *flows) named() {
	for _, r := range Records(f.g) {
		if r.PrivateZone() == graph.True {
			continue
		}
		if a, ok := r.Alias(); ok != graph.False && a.block.Place.Resource != nil {
			to, is := leadsTo(r.Resource, fieldValue(a.block, "name", "DNSName"), aliasNames)
			if to != nil && record.Includes(to) == graph.False {
				f.add(r.Resource, to, "", is == graph.True)
			}
		}
		if to, is := leadsTo(r.Resource, fieldValue(r.block, "records", "ResourceRecords"), balancerNames); to != nil {
			f.add(r.Resource, to, "", is == graph.True)
		}
		hosts, _ := r.Hosts()
		for _, h := range hosts {
			if h.Instance != nil {
				f.add(r.Resource, h.Instance, "", h.Certain == graph.True)
			}
		}
	}
}

// stored adds which compute calls which stores, and which database feeds which.
func (f *flows) stored() {
	var stores []*graph.Resource
	for _, k := range []Kind{replicationGroup, cacheCluster, serverlessCache, memoryDB, database, databaseCluster, databaseProxy, warehouse, searchDomain, table, fileSystem, fsx, bucket} {
		for r := range k.In(f.g) {
			switch {
			case k == table && LocksState(r) == graph.True, k == cacheCluster && Grouped(r) == graph.True:
				continue
			case k == database && Replica(r) == graph.True: // the line from its primary tells enough
				for primary := range Database.Source.Of(r).Targets() {
					f.add(primary, r, "replicates", true)
				}
				continue
			}
			stores = append(stores, r)
		}
	}
	pairs := 0
	for _, compute := range Callers(f.g) {
		for _, store := range stores {
			if pairs++; pairs > mostPairs {
				return
			}
			if f.calls(compute, store) == graph.True {
				f.add(compute, store, f.portLabel(store), true)
			}
		}
	}
	for r := range volumeAttachment.In(f.g) {
		for v := range VolumeAttachment.Volume.Of(r).Targets() {
			for i := range VolumeAttachment.Instance.Of(r).Targets() {
				f.add(i, v, "", true, r)
			}
		}
	}
	for r := range instance.In(f.g) {
		for v := range Instance.Volumes.Of(r).Targets() {
			f.add(r, v, "", true)
		}
	}
}

// calls tells whether compute calls a store, a file system by one of its mount targets.
func (f *flows) calls(compute, store *graph.Resource) graph.Tri {
	out := Reaches(compute, store)
	if out != graph.True && FileSystem.Includes(store) == graph.True {
		for _, t := range MountTargetsOf(store) {
			out = out.Or(Reaches(compute, t))
		}
	}
	return out
}

func (f *flows) portLabel(store *graph.Resource) string {
	switch {
	case FileSystem.Includes(store) == graph.True:
		return "NFS 2049"
	case FSx.Includes(store) == graph.True:
		return ""
	}
	if ports := portsOf(store); len(ports) == 1 {
		return fmt.Sprintf("TCP %d", ports[0])
	}
	return ""
}

// admitted adds which compute calls other compute or an internal load balancer, as security groups that name each other tell.
func (f *flows) admitted() {
	admit := func(to *graph.Resource) {
		for _, l := range SecurityGroupsOf(to).Items {
			if l.To == nil || l.Exists != graph.True {
				continue
			}
			for _, rule := range IngressOf(l.To).Items {
				if !rule.forFewPorts() {
					continue
				}
				for _, from := range rule.Groups.Items {
					if from.To == nil || from.To == l.To || from.Exists != graph.True {
						continue
					}
					carriers := CarriersOf(from.To)
					for _, c := range carriers.Compute {
						if c.Certain == graph.True && !f.has(to, c.Resource) {
							f.add(c.Resource, to, strings.TrimSpace(strings.ToUpper(rule.Protocol.Or(""))+" "+portNumbers(rule)), true, rule.Place.Resource)
						}
					}
				}
			}
		}
	}
	for _, lb := range LoadBalancersOf(f.g) {
		admit(lb)
	}
	for _, tier := range Tiers(f.g) {
		admit(tier)
	}
}

// portNumbers are the ports of a rule as people write them: "80", "8000–8100".
func portNumbers(rule Ingress) string {
	from, ok1 := rule.From.Get()
	to, ok2 := rule.To.Get()
	switch {
	case !ok1 || !ok2:
		return ""
	case from == to:
		return fmt.Sprint(from)
	}
	return fmt.Sprintf("%d–%d", from, to)
}

// sent adds who sends messages to whom.
func (f *flows) sent() {
	for q := range queue.In(f.g) {
		for _, c := range ConsumersOf(q).Items {
			f.add(q, c.Function, "", c.Certain == graph.True)
		}
		for _, l := range Queue.DeadLetter.Of(q).Items {
			f.add(q, l.To, "dead letters", l.Exists == graph.True)
		}
	}
	for r := range queueRedrive.In(f.g) {
		for q := range QueueRedrivePolicy.Queue.Of(r).Targets() {
			for d := range QueueRedrivePolicy.DeadLetter.Of(r).Targets() {
				f.add(q, d, "dead letters", true, r)
			}
		}
	}
	for _, compute := range Callers(f.g) {
		read := QueueReadBy(compute)
		if BeanstalkEnvironment.Includes(compute) == graph.True {
			if q, given := SettingsOf(compute).WorkerQueue(); q != nil && given == graph.True {
				read = q
			}
		}
		f.add(read, compute, "", true)
		for _, q := range workNamedIn(compute) {
			if q != read && !f.has(q, compute) {
				f.add(compute, q, "", true)
			}
		}
		for _, t := range Topic.NamedIn(compute) {
			f.add(compute, t, "", true)
		}
	}
	for s := range topicSubscription.In(f.g) {
		for t := range TopicSubscription.Topic.Of(s).Targets() {
			for _, l := range TopicSubscription.Endpoint.Of(s).Items {
				f.add(t, aliased(l.To), "", l.Exists == graph.True, s)
			}
		}
	}
	for e := range eventTarget.In(f.g) {
		from := e
		if e.Language == graph.Terraform {
			from = nil
			for r := range EventTarget.Rule.Of(e).Targets() {
				from = r
			}
		}
		for _, l := range EventTarget.Targets.Of(e).Items {
			f.add(from, aliased(l.To), "", l.Exists == graph.True, e)
		}
	}
}

// aliased is the function that an alias or version stands for, and anything else itself.
func aliased(r *graph.Resource) *graph.Resource {
	if r == nil || FunctionAlias.Includes(r) != graph.True {
		return r
	}
	for f := range FunctionAlias.Function.Of(r).Targets() {
		return f
	}
	return nil
}

// joints are the types of resources that do nothing but join two parts: the attributes that name the one that calls and the
// one that is called.
var joints = map[string][2]string{
	"aws_api_gateway_integration": {"rest_api_id", "uri"}, "AWS::ApiGateway::Method": {"RestApiId", "Integration"},
	"aws_apigatewayv2_integration": {"api_id", "integration_uri"}, "AWS::ApiGatewayV2::Integration": {"ApiId", "IntegrationUri"},
	"aws_appsync_datasource": {"api_id", ""}, "AWS::AppSync::DataSource": {"ApiId", ""},
	"aws_s3_bucket_notification":      {"bucket", ""},
	"aws_lambda_event_source_mapping": {"event_source_arn", "function_name"}, "AWS::Lambda::EventSourceMapping": {"EventSourceArn", "FunctionName"},
}

// takesFrom are the types whose references lead to what they read from, by the attribute that does.
var takesFrom = map[string]string{
	"aws_kinesis_firehose_delivery_stream": "kinesis_source_configuration", "AWS::KinesisFirehose::DeliveryStream": "KinesisStreamSourceConfiguration",
	serverlessFunction: "Events", serverlessStateMachine: "Events",
}

// referred adds what mere references tell of: between parts of which rules do not ask, and through what joins two parts.
func (f *flows) referred() {
	refs := map[*graph.Resource][]graph.Edge{}
	for _, e := range Edges(f.g) {
		from, _ := PartOf(e.From)
		to, _ := PartOf(aliased(e.To))
		if to == NoPart {
			continue
		}
		if from == NoPart {
			if _, ok := joints[e.From.Type]; ok {
				refs[e.From] = append(refs[e.From], e)
			}
			continue
		}
		source, reads := takesFrom[e.From.Type]
		reads = reads && (e.Attribute == source || strings.HasPrefix(e.Attribute, source+"."))
		_, unasked := partOfType[e.From.Type]
		_, alsoUnasked := partOfType[e.To.Type]
		isName := NamePart == from
		switch to := aliased(e.To); {
		case reads:
			f.add(to, e.From, "", e.Certain)
		case strings.Contains(strings.ToLower(e.Attribute), "log"), e.Attribute == "depends_on", e.Attribute == "DependsOn": // what is told of it, or what it waits for
		case Schedule.Includes(e.From) == graph.True && strings.EqualFold(e.Attribute, "target.arn"):
			f.add(e.From, to, "", e.Certain)
		case unasked && from != ComputePart, alsoUnasked && isName:
			if !f.has(to, e.From) {
				f.add(e.From, to, "", e.Certain)
			}
		}
	}
	for _, r := range f.g.Resources() {
		edges := refs[r]
		joint := joints[r.Type]
		for _, a := range edges {
			if !heads(a.Attribute, joint[0]) {
				continue
			}
			for _, b := range edges {
				if !heads(b.Attribute, joint[0]) && (joint[1] == "" || heads(b.Attribute, joint[1])) && aliased(b.To) != a.To {
					f.add(a.To, aliased(b.To), "", a.Certain && b.Certain, r)
				}
			}
		}
	}
}

// heads tells whether a path begins with an attribute.
func heads(path, attribute string) bool {
	return path == attribute || strings.HasPrefix(path, attribute+".")
}
