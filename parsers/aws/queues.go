package aws

import (
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// Queue is an SQS queue.
var Queue = struct {
	Kind
	Name              Attr[string]
	VisibilityTimeout Attr[int] // seconds, 0 to 43,200
	DeadLetter        Edge
}{
	Kind: queue,
	Name: queue.string("name", "QueueName"),
	// Amazon SQS API Reference, SetQueueAttributes: 30 seconds.
	VisibilityTimeout: queue.int("visibility_timeout_seconds", "VisibilityTimeout").or(30),
	DeadLetter:        queue.edge(graph.DeadLettersTo, "redrive_policy", "RedrivePolicy.deadLetterTargetArn", queue),
}

// What a queue says of how often it hands a message out: in a policy as JSON, or as a property.
var (
	redrivePolicy   = queue.string("redrive_policy", "")
	maxReceiveCount = queue.int("", "RedrivePolicy.maxReceiveCount")
)

// maxReceives finds the number in a redrive policy as JSON, of which parts may not be known.
var maxReceives = regexp.MustCompile(`"maxReceiveCount"\s*:\s*"?(\d+)\b`)

// MaxReceiveCount is how often a queue hands a message out before it puts it aside. It is not written where the queue
// says nothing of that.
func MaxReceiveCount(q *graph.Resource) Value[int] {
	if q.Language == graph.CloudFormation {
		return maxReceiveCount.Of(q)
	}
	policy := redrivePolicy.Of(q)
	v := Value[int]{Place: policy.Place, state: policy.state, present: policy.present, raw: cty.DynamicVal, label: "the maxReceiveCount in redrive_policy"}
	if policy.state != written {
		return v
	}
	text, _ := graph.Text(policy.raw.WithMarks(policy.marks))
	if m := maxReceives.FindStringSubmatch(text); m != nil {
		n, err := strconv.Atoi(m[1])
		v.value, v.known = n, err == nil
	}
	return v
}

// QueueRedrivePolicy gives a queue its dead-letter queue, as a resource of its own.
var QueueRedrivePolicy = struct {
	Kind
	Queue      Edge
	DeadLetter Edge
}{
	Kind:       queueRedrive,
	Queue:      queueRedrive.edge(graph.AttachedTo, "queue_url", "", queue),
	DeadLetter: queueRedrive.edge(graph.DeadLettersTo, "redrive_policy", "", queue),
}

// Topic is an SNS topic.
var Topic = struct{ Kind }{topic}

// TopicSubscription hands what is published to a topic to a queue, a function or others.
var TopicSubscription = struct {
	Kind
	Topic      Edge
	Endpoint   Edge
	DeadLetter Edge
}{
	Kind:       topicSubscription,
	Topic:      topicSubscription.edge(graph.MemberOf, "topic_arn", "TopicArn", topic),
	Endpoint:   topicSubscription.edge(graph.ForwardsTo, "endpoint", "Endpoint", queue, function, functionAlias),
	DeadLetter: topicSubscription.edge(graph.DeadLettersTo, "redrive_policy", "RedrivePolicy.deadLetterTargetArn", queue),
}

// EventTarget is where an EventBridge rule sends what it matches: a resource of its own in Terraform, a part of the rule
// in CloudFormation.
var EventTarget = struct {
	Kind
	Targets    Edge
	DeadLetter Edge
	Rule       Edge         // Terraform's
	Sources    Attr[string] // CloudFormation's
}{
	Kind:       eventTarget,
	Rule:       eventTarget.edge(graph.MemberOf, "rule", "", eventRule),
	Sources:    eventTarget.string("", "EventPattern.source"),
	Targets:    eventTarget.edge(graph.ForwardsTo, "arn", "Targets.Arn", queue, topic, function, functionAlias),
	DeadLetter: eventTarget.edge(graph.DeadLettersTo, "dead_letter_config.arn", "Targets.DeadLetterConfig.Arn", queue),
}

// Schedule is a schedule of EventBridge Scheduler.
var Schedule = struct {
	Kind
	DeadLetter Edge
}{
	Kind:       schedule,
	DeadLetter: schedule.edge(graph.DeadLettersTo, "target.dead_letter_config.arn", "Target.DeadLetterConfig.Arn", queue),
}

// Pipe is a pipe of EventBridge, which hands on what it reads from a queue or a stream.
var Pipe = struct {
	Kind
	Source     Edge
	DeadLetter Edge // of a stream; a queue has its own
}{
	Kind:   pipe,
	Source: pipe.edge(graph.ListensOn, "source", "Source", queue),
	DeadLetter: pipe.edge(graph.DeadLettersTo,
		"source_parameters.dynamodb_stream_parameters.dead_letter_config.arn source_parameters.kinesis_stream_parameters.dead_letter_config.arn",
		"SourceParameters.DynamoDBStreamParameters.DeadLetterConfig.Arn SourceParameters.KinesisStreamParameters.DeadLetterConfig.Arn", queue),
}

// StateMachine is a state machine of SAM, which has its triggers with it, as events.
var StateMachine = struct {
	Kind
	EventFailures Edge // where events put what failed
}{
	Kind:          stateMachine,
	EventFailures: stateMachine.edge(graph.DeadLettersTo, "", "Events.*.Properties.DeadLetterConfig.Arn", queue),
}

// A Consumer is a function that Lambda reads a queue for.
type Consumer struct {
	Function *graph.Resource // nil where it is out of sight or not known
	Certain  graph.Tri       // True or Unknown
	Place    graph.Place     // where the queue is named as its source
}

// Consumers are the functions that a queue is read for. Open: there may be others.
type Consumers struct {
	Items []Consumer
	Open  bool
}

// ConsumersOf finds the functions that a queue is read for, by an event source mapping or by an event of SAM. One that is
// turned off is none.
func ConsumersOf(q *graph.Resource) Consumers {
	type key struct{ q *graph.Resource }
	return graph.Fact(q.Graph(), key{q}, func() Consumers {
		out := Consumers{Open: q.Graph().Hides(q) != graph.False}
		events := Function.Queues.Into(q)
		out.Open = out.Open || len(events.Open) > 0
		for _, e := range events.Items {
			if on := eventEnabled(e); on != graph.False {
				out.Items = append(out.Items, Consumer{e.From, e.Certain.And(on), e.Place})
			}
		}
		mappings := EventSourceMapping.Source.Into(q)
		out.Open = out.Open || slices.ContainsFunc(mappings.Open, func(b Back) bool { return readsQueue(b.From) })
		for _, m := range mappings.Items {
			on := EventSourceMapping.Enabled.Of(m.From).Is(true)
			if on == graph.False {
				continue
			}
			certain, possible, open := functionsOf(EventSourceMapping.Function.Of(m.From))
			for _, f := range certain {
				out.Items = append(out.Items, Consumer{f, m.Certain.And(on), m.Place})
			}
			for _, f := range possible {
				out.Items = append(out.Items, Consumer{f, graph.Unknown, m.Place})
			}
			if open {
				out.Items = append(out.Items, Consumer{nil, m.Certain.And(on), m.Place})
			}
		}
		return out
	})
}

// readsQueue tells whether a mapping whose source is not known may read a queue.
func readsQueue(mapping *graph.Resource) bool {
	for _, p := range EventSourceMapping.Source.paths[mapping.Language] {
		if f := p.find(mapping); f.state != absent && leadsElsewhere(mapping, f.value, queue) {
			return false
		}
	}
	return true
}

// eventEnabled tells whether an event of SAM, of which the place is known, is turned on, as it is unless Enabled says
// otherwise: AWS SAM Developer Guide, SQS.
func eventEnabled(b Back) graph.Tri {
	for _, e := range Function.Events.Of(b.From).Items {
		if at := b.Place.Path; len(at) >= len(e.Place.Path) && pathText(at[:len(e.Place.Path)]) == pathText(e.Place.Path) {
			enabled := field[bool](Block{Place: e.Place, value: fieldValue(e, "", "Properties")}, "", "Enabled")
			return enabled.Written().Not().Or(enabled.Is(true))
		}
	}
	return graph.True
}

// HasDeadLetterQueue tells whether a queue puts what nobody can work off elsewhere.
func HasDeadLetterQueue(q *graph.Resource) graph.Tri {
	out := Queue.DeadLetter.Of(q).Any()
	policies := QueueRedrivePolicy.Queue.Into(q)
	if len(policies.Open) > 0 || q.Graph().Hides(q) != graph.False {
		out = out.Or(graph.Unknown)
	}
	for _, p := range policies.Items {
		out = out.Or(p.Certain)
	}
	return out
}

// deadLetters are the edges that lead what failed to where it is kept.
var deadLetters = []Edge{
	Queue.DeadLetter, QueueRedrivePolicy.DeadLetter, TopicSubscription.DeadLetter, EventTarget.DeadLetter, Function.DeadLetter, Function.OnFailure,
	Function.EventFailures, EventInvokeConfig.OnFailure, EventSourceMapping.OnFailure, Schedule.DeadLetter, Pipe.DeadLetter, StateMachine.EventFailures,
}

// forFailures finds in the name of a queue that it keeps what others failed at: "orders-dlq", "DeadLetterQueue".
var forFailures = regexp.MustCompile(`(?i)dlq|dead[-_ ]?letter`)

// IsDeadLetterQueue tells whether a queue keeps what others failed at. One that is only called so may do that for
// something out of sight: Unknown.
func IsDeadLetterQueue(q *graph.Resource) graph.Tri {
	out := graph.False
	for _, e := range deadLetters {
		out = out.Or(e.Into(q).Any())
	}
	name, _ := Queue.Name.Of(q).Get()
	if out == graph.False && (forFailures.MatchString(q.Name) || forFailures.MatchString(name)) {
		q.Graph().Doubt(graph.Doubt{Resource: q, Message: "by its name " + q.Address + " is the dead-letter queue of something that is not in sight"})
		return graph.Unknown
	}
	return out
}

// A Reader takes messages from a queue.
type Reader struct {
	*graph.Resource
	MayOnly bool // it is compute whose role may receive from the queue, as that of others may that share the role
}

// ReaderOf gives something in sight that reads a queue, for certain: a function, a pipe, a worker environment of Elastic
// Beanstalk, or compute whose role may receive from it; ok is false where there is none. Compute that may send to it as well
// could be no more than its writer.
func ReaderOf(q *graph.Resource) (reader Reader, ok bool) {
	for _, c := range ConsumersOf(q).Items {
		if c.Function != nil && c.Certain == graph.True {
			return Reader{Resource: c.Function}, true
		}
	}
	for _, b := range Pipe.Source.Into(q).Items {
		if b.Certain == graph.True {
			return Reader{Resource: b.From}, true
		}
	}
	if env := workersOn(q.Graph())[q]; env != nil {
		return Reader{Resource: env}, true
	}
	receive := permission{"sqs:", receipts}
	for tier := range granteesOf(q.Graph(), queue, receive, isTier).of(q, receive) {
		if receives(tier, q) == graph.True && worksOff(tier, q) {
			return Reader{tier, true}, true
		}
	}
	return Reader{}, false
}

// workersOn are the worker environments of a graph that are certainly there, by the queues that they are given.
func workersOn(g *graph.Graph) map[*graph.Resource]*graph.Resource {
	type key struct{}
	return graph.Fact(g, key{}, func() map[*graph.Resource]*graph.Resource {
		defer g.TakeDoubts()
		out := map[*graph.Resource]*graph.Resource{}
		for env := range BeanstalkEnvironment.In(g) {
			if env.Exists != graph.True || BeanstalkEnvironment.Tier.Of(env).Is("Worker") != graph.True {
				continue
			}
			if q, given := SettingsOf(env).WorkerQueue(); q != nil && given == graph.True && out[q] == nil {
				out[q] = env
			}
		}
		return out
	})
}

// EventRule is a rule of EventBridge in Terraform, whose targets stand apart.
var EventRule = struct {
	Kind
	Pattern Attr[string] // JSON
}{
	Kind:    eventRule,
	Pattern: eventRule.string("event_pattern", ""),
}

// FedByAWS tells whether a queue takes only what EventBridge matches of AWS's own events ("aws.ec2"): notices that come
// again, or that can be looked up elsewhere.
func FedByAWS(q *graph.Resource) graph.Tri {
	targets := EventTarget.Targets.Into(q)
	if len(targets.Items) == 0 {
		return graph.False
	}
	out := TopicSubscription.Endpoint.Into(q).Any().Not()
	for _, t := range targets.Items {
		out = out.And(t.Certain, matchesAWS(t.From))
	}
	return out
}

// matchesAWS tells whether the rule of a target matches events of AWS's own services alone.
func matchesAWS(target *graph.Resource) graph.Tri {
	if target.Language == graph.CloudFormation {
		sources := EventTarget.Sources.raw(target)
		if isNull(sources) {
			return graph.False
		}
		return eachText(sources, func(source string) graph.Tri { return graph.Known(!strings.HasPrefix(source, "aws.")) }).Not()
	}
	out := graph.False
	for rule := range EventTarget.Rule.Of(target).Targets() {
		text, ok := EventRule.Pattern.Of(rule).Get()
		if !ok {
			target.Graph().Doubt(graph.Doubt{Resource: rule, Message: "the events that " + rule.Address + " matches are not known"})
			return graph.Unknown
		}
		var pattern struct {
			Source []string `json:"source"`
		}
		if err := json.Unmarshal([]byte(text), &pattern); err != nil {
			return graph.Unknown
		}
		out = graph.Known(len(pattern.Source) > 0 && !slices.ContainsFunc(pattern.Source, func(s string) bool { return !strings.HasPrefix(s, "aws.") }))
	}
	return out
}
