package aws

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// Function is a Lambda function. One of SAM has its triggers with it, as events.
var Function = struct {
	Kind
	Name           Attr[string]
	Timeout        Attr[int] // seconds, 1 to 900
	Subnets        Edge
	SecurityGroups Edge
	Role           Edge
	Policies       Attr[string] // of the role that SAM makes where none is written
	DeadLetter     Edge
	OnFailure      Edge         // of asynchronous calls; in Terraform and CloudFormation an EventInvokeConfig has it
	OnFailureType  Attr[string] // SAM makes a queue or a topic where a type is written and no destination
	Queues         Edge         // that events of SAM read; elsewhere an EventSourceMapping has them
	EventFailures  Edge         // where events of SAM put what failed
	Events         Blocks
}{
	Kind: function,
	Name: function.string("function_name", "FunctionName"),
	// AWS Lambda Developer Guide, "Configure Lambda function timeout": three seconds. SAM hands the property on.
	Timeout:        function.int("timeout", "Timeout").or(3),
	Subnets:        function.edgeList(graph.InSubnet, "vpc_config.subnet_ids", "VpcConfig.SubnetIds", subnet),
	SecurityGroups: function.edgeList(graph.GuardedBy, "vpc_config.security_group_ids", "VpcConfig.SecurityGroupIds", securityGroup),
	Role:           function.edge(graph.MemberOf, "role", "Role", role),
	Policies:       function.string("", "Policies"),
	DeadLetter:     function.edge(graph.DeadLettersTo, "dead_letter_config.target_arn", "DeadLetterConfig.TargetArn DeadLetterQueue.TargetArn", queue, topic),
	OnFailure:      function.edge(graph.DeadLettersTo, "", "EventInvokeConfig.DestinationConfig.OnFailure.Destination", queue, topic, function, bucket),
	OnFailureType:  function.string("", "EventInvokeConfig.DestinationConfig.OnFailure.Type"),
	Queues:         function.edge(graph.ListensOn, "", "Events.*[Type=SQS].Properties.Queue Events.*[Type=SNS].Properties.SqsSubscription.QueueArn", queue),
	EventFailures:  function.edge(graph.DeadLettersTo, "", "Events.*.Properties.DeadLetterConfig.Arn Events.*.Properties.DestinationConfig.OnFailure.Destination", queue, topic, bucket),
	Events:         function.blocks("", "Events.*"),
}

// FunctionAlias is an alias or a version of a function: whatever names it means the function.
var FunctionAlias = struct {
	Kind
	Function Edge
}{
	Kind:     functionAlias,
	Function: functionAlias.edge(graph.MemberOf, "function_name", "FunctionName", function),
}

// FunctionPermission lets a service call a function.
var FunctionPermission = struct {
	Kind
	Function  Edge
	Principal Attr[string]
}{
	Kind:      functionPermission,
	Function:  functionPermission.edge(graph.AttachedTo, "function_name", "FunctionName", function, functionAlias),
	Principal: functionPermission.string("principal", "Principal"),
}

// EventInvokeConfig says what becomes of the asynchronous calls of a function.
var EventInvokeConfig = struct {
	Kind
	Function  Edge
	OnFailure Edge
}{
	Kind:      eventInvokeConfig,
	Function:  eventInvokeConfig.edge(graph.AttachedTo, "function_name", "FunctionName", function, functionAlias),
	OnFailure: eventInvokeConfig.edge(graph.DeadLettersTo, "destination_config.on_failure.destination", "DestinationConfig.OnFailure.Destination", queue, topic, function, bucket),
}

// EventSourceMapping has Lambda read a queue or a stream for a function.
var EventSourceMapping = struct {
	Kind
	Source    Edge
	Function  Edge
	Enabled   Attr[bool]
	OnFailure Edge
}{
	Kind:     eventSourceMapping,
	Source:   eventSourceMapping.edge(graph.ListensOn, "event_source_arn", "EventSourceArn", queue, table),
	Function: eventSourceMapping.edge(graph.AttachedTo, "function_name", "FunctionName", function, functionAlias),
	// AWS Lambda API Reference, CreateEventSourceMapping: true.
	Enabled:   eventSourceMapping.bool("enabled", "Enabled").or(true),
	OnFailure: eventSourceMapping.edge(graph.DeadLettersTo, "destination_config.on_failure.destination_arn", "DestinationConfig.OnFailure.Destination", queue, topic, bucket),
}

// asynchronous are the services that call functions and do not wait for the answer: AWS Lambda Developer Guide,
// "Invoking Lambda with events from other AWS services". What fails is lost where the function has nowhere to put it.
// CloudFormation is not among them: it calls without waiting, too, but fails the stack unless the function answers
// ("Using AWS Lambda with CloudFormation").
var asynchronous = map[string]bool{
	"s3.amazonaws.com": true, "sns.amazonaws.com": true, "events.amazonaws.com": true, "scheduler.amazonaws.com": true, "logs.amazonaws.com": true,
	"iot.amazonaws.com": true, "ses.amazonaws.com": true, "config.amazonaws.com": true, "codecommit.amazonaws.com": true,
}

// asynchronousEvents are the types of events of SAM that come from such a service: AWS SAM Developer Guide, EventSource.
var asynchronousEvents = map[string]bool{
	"S3": true, "SNS": true, "Schedule": true, "ScheduleV2": true, "CloudWatchEvent": true, "EventBridgeRule": true, "CloudWatchLogs": true, "IoTRule": true,
}

// A Trigger is what calls a function.
type Trigger struct {
	Certain graph.Tri // True or Unknown
	Place   graph.Place
}

// Triggers are those of a sort. Open: there may be others.
type Triggers struct {
	Items []Trigger
	Open  bool
}

// Any tells whether there is one.
func (t Triggers) Any() graph.Tri {
	out := graph.False
	if t.Open {
		out = graph.Unknown
	}
	for _, i := range t.Items {
		out = out.Or(i.Certain)
	}
	return out
}

// AsynchronousTriggers are what calls a function without waiting for it: services that have a permission to, and events
// of SAM.
func AsynchronousTriggers(f *graph.Resource) Triggers {
	type key struct{ f *graph.Resource }
	return graph.Fact(f.Graph(), key{f}, func() Triggers {
		out := Triggers{Open: f.Graph().Hides(f) != graph.False}
		events := Function.Events.Of(f)
		out.Open = out.Open || events.Open
		for _, e := range events.Items {
			kind, known := field[string](e, "", "Type").Get()
			viaQueue := !isNull(fieldValue(Block{Place: e.Place, value: fieldValue(e, "", "Properties")}, "", "SqsSubscription"))
			switch {
			case !known:
				out.Open = true
			case asynchronousEvents[kind] && !(kind == "SNS" && viaQueue):
				out.Items = append(out.Items, Trigger{graph.True, e.Place}) // it is there whenever the function is
			}
		}
		permissions := callersOf(f, FunctionPermission.Function)
		out.Open = out.Open || len(permissions.Open) > 0
		for _, p := range permissions.Items {
			service := FunctionPermission.Principal.Of(p.From)
			if may := service.Test(func(s string) bool { return asynchronous[s] || strings.HasPrefix(s, "logs.") }); may != graph.False {
				out.Items = append(out.Items, Trigger{p.Certain.And(may), p.Place})
			}
		}
		return out
	})
}

// KeepsFailures tells whether what a function fails at, when it is called asynchronously, is kept: it has a dead-letter
// target, or a destination on failure.
func KeepsFailures(f *graph.Resource) graph.Tri {
	out := Function.DeadLetter.Of(f).Any().Or(Function.OnFailure.Of(f).Any(), Function.OnFailureType.Of(f).Written())
	configs := callersOf(f, EventInvokeConfig.Function)
	if len(configs.Open) > 0 {
		out = out.Or(graph.Unknown)
	}
	for _, c := range configs.Items {
		out = out.Or(c.Certain.And(EventInvokeConfig.OnFailure.Of(c.From).Any()))
	}
	return out
}

// callersOf follows an edge to functions backwards, also through the aliases and versions of the function.
func callersOf(f *graph.Resource, edge Edge) Backs {
	own := edge.Into(f)
	out := Backs{Items: own.Items[:len(own.Items):len(own.Items)], Open: own.Open}
	aliases := FunctionAlias.Function.Into(f)
	for _, a := range aliases.Items {
		for _, b := range edge.Into(a.From).Items {
			b.Certain = b.Certain.And(a.Certain)
			out.Items = append(out.Items, b)
		}
	}
	return out
}

// functionsOf are the functions that an edge to functions leads to, also through an alias or a version; open tells
// whether it may lead elsewhere.
func functionsOf(l Links) (certain, possible []*graph.Resource, open bool) {
	open = l.Open
	seen := map[*graph.Resource]bool{}
	var all []*graph.Resource
	doubtful := false
	add := func(f *graph.Resource) {
		if !seen[f] {
			seen[f] = true
			all = append(all, f)
		}
	}
	for _, i := range l.Items {
		open = open || i.Open || len(i.Candidates) == 0
		doubtful = doubtful || i.Exists != graph.True
		for _, c := range i.Candidates {
			if FunctionAlias.Includes(c) == graph.False {
				add(c)
				continue
			}
			of := FunctionAlias.Function.Of(c)
			open = open || of.Open
			for _, o := range of.Items {
				open = open || o.Open || len(o.Candidates) == 0
				for _, f := range o.Candidates {
					add(f)
				}
			}
		}
	}
	if len(all) == 1 && !open && !doubtful {
		return all, nil, false
	}
	return nil, all, open
}

// leadsElsewhere tells whether a value refers to nothing but resources of the graph that are of none of the kinds.
func leadsElsewhere(r *graph.Resource, v cty.Value, kinds ...Kind) bool {
	refs := graph.Refs(v)
	for _, ref := range refs {
		targets := r.Graph().Targets(ref)
		if len(targets) == 0 {
			return false
		}
		for _, t := range targets {
			if t.Mode == graph.Module {
				return false
			}
			for _, k := range kinds {
				if k.Includes(t) != graph.False {
					return false
				}
			}
		}
	}
	return len(refs) > 0
}
