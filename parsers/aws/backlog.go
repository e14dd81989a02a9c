package aws

import (
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// QueueReadBy is a queue that the settings of compute name and that it works off, nil where none is certain. A queue that keeps
// what failed is none. Of several from which its role may receive, and to which it may send as well, it is the only one with a
// dead-letter queue: nobody gives one to a queue of answers, which others read.
func QueueReadBy(compute *graph.Resource) *graph.Resource {
	var kept []*graph.Resource
	for _, q := range workNamedIn(compute) {
		if receives(compute, q) != graph.True {
			continue
		}
		if worksOff(compute, q) {
			return q
		}
		if HasDeadLetterQueue(q) == graph.True {
			kept = append(kept, q)
		}
	}
	if len(kept) == 1 {
		return kept[0]
	}
	return nil
}

// worksOff tells whether compute, whose role may receive from a queue, does so for certain: the role may not send to the queue,
// or it is the only one that the settings of the compute name.
func worksOff(compute, q *graph.Resource) bool {
	return sends(compute, q) != graph.True || slices.Equal(workNamedIn(compute), []*graph.Resource{q})
}

// workNamedIn are the queues that the settings of compute name, without those that keep what failed.
func workNamedIn(compute *graph.Resource) []*graph.Resource {
	return slices.DeleteFunc(Queue.NamedIn(compute), func(q *graph.Resource) bool { return IsDeadLetterQueue(q) != graph.False })
}

// policyTargets are the attributes in which a policy of Application Auto Scaling names what it scales.
var policyTargets = [graph.Languages][]string{graph.Terraform: {"resource_id"}, graph.CloudFormation: {"ScalingTargetId", "ResourceId"}}

// policiesOn are the policies of Application Auto Scaling by the resources that they name.
func policiesOn(g *graph.Graph) map[*graph.Resource][]*graph.Resource {
	type key struct{}
	return graph.Fact(g, key{}, func() map[*graph.Resource][]*graph.Resource {
		out := map[*graph.Resource][]*graph.Resource{}
		for policy := range TargetScalingPolicy.In(g) {
			for _, name := range policyTargets[policy.Language] {
				for _, ref := range graph.Refs(policy.Attribute(name)) {
					for _, t := range g.Targets(ref) {
						if !slices.Contains(out[t], policy) {
							out[t] = append(out[t], policy)
						}
					}
				}
			}
		}
		return out
	})
}

// ScalingPoliciesOf are the policies in sight that scale a group or a service. open tells that there may be others.
func ScalingPoliciesOf(compute *graph.Resource) (policies []*graph.Resource, open bool) {
	if AutoScalingGroup.Includes(compute) == graph.True {
		scalers := ScalersOf(compute)
		for _, b := range scalers.Items {
			switch {
			case ScalingPolicy.Includes(b.From) != graph.True:
				open = open || ScalingPlan.Includes(b.From) == graph.True
			case b.Certain == graph.True:
				policies = append(policies, b.From)
			default:
				open = true
			}
		}
		return policies, open || len(scalers.Open) > 0
	}
	named := policiesOn(compute.Graph())
	add := func(from []*graph.Resource) {
		for _, p := range from {
			if !slices.Contains(policies, p) {
				policies = append(policies, p)
			}
		}
	}
	add(named[compute])
	targets := TargetsThatScale(compute)
	for _, b := range targets.Items {
		open = open || b.Certain != graph.True
		add(named[b.From])
	}
	sortByAddress(policies)
	return policies, open || len(targets.Open) > 0
}

// queueMetrics are words of metrics that tell how much work waits, in lower case; loadMetrics those of the metrics of AWS
// that tell how busy something is (CloudWatch namespaces, and the predefined metrics of target tracking).
var (
	queueMetrics = []string{"sqs", "approximatenumberof", "approximateage", "backlog", "queue"}
	loadMetrics  = []string{"averagecpuutilization", "averagememoryutilization", "averagenetworkin", "averagenetworkout", "requestcountpertarget",
		"aws/ec2", "aws/ecs", "ecs/containerinsights", "aws/applicationelb", "aws/autoscaling", "cwagent", "system/linux"}
)

// ScalesOnQueue tells whether a scaling policy follows how much work waits in a queue: by its own metric, or by that of
// the alarms that call it. A metric of which nothing tells what it measures leaves it open.
func ScalesOnQueue(policy *graph.Resource) graph.Tri {
	busy := false
	look := func(r *graph.Resource) bool {
		for _, name := range r.Source.Attributes() {
			found := eachText(r.Attribute(name), func(text string) graph.Tri {
				text = strings.ToLower(text)
				has := func(w string) bool { return strings.Contains(text, w) }
				busy = busy || slices.ContainsFunc(loadMetrics, has)
				return graph.Known(slices.ContainsFunc(queueMetrics, has))
			})
			if found == graph.True {
				return true
			}
		}
		return false
	}
	if look(policy) {
		return graph.True
	}
	for _, b := range calledByAlarms(policy.Graph()).of[policy] {
		if look(b.From) {
			return graph.True
		}
	}
	if busy {
		return graph.False
	}
	policy.Graph().Doubt(graph.Doubt{Resource: policy, Message: "what " + policy.Address + " follows is not known"})
	return graph.Unknown
}

// ScaledOnQueue tells whether the instances of a worker environment follow the length of its queue, by a policy in sight
// or in the application's configuration files. Beanstalk's own trigger has no metric of a queue (Elastic Beanstalk
// Developer Guide, "General options for all environments": aws:autoscaling:trigger).
func (s Settings) ScaledOnQueue() graph.Tri {
	out := s.queues
	for m := range mentionedIn(s.env) {
		if ScalingPolicy.Includes(m.from) == graph.True {
			out = out.Or(ScalesOnQueue(m.from))
		}
	}
	return out.Or(s.env.Graph().Hides(s.env), s.env.Graph().Offered(s.env))
}

// Grows tells whether the environment may have more instances than its minimum.
func (s Settings) Grows() graph.Tri {
	return s.Is(EnvironmentType, "LoadBalanced").And(Above(s.Number(GroupMaxSize), s.Number(GroupMinSize)))
}

// applicationOf names the application of an environment: the text, or the resource that it refers to; "" where that is
// not known.
func applicationOf(env *graph.Resource) string {
	v := env.Attribute([graph.Languages]string{"application", "ApplicationName"}[env.Language])
	for _, ref := range graph.Refs(v) {
		return ref.Address
	}
	text, _ := textOf(v)
	return text
}

// webApplications are the applications that have a web environment in the graph.
func webApplications(g *graph.Graph) map[string]bool {
	type key struct{}
	return graph.Fact(g, key{}, func() map[string]bool {
		out := map[string]bool{}
		for env := range BeanstalkEnvironment.In(g) {
			if name := applicationOf(env); name != "" && env.Exists == graph.True && Web(env) == graph.True {
				out[name] = true
			}
		}
		return out
	})
}

// bystanders begin the types of what names a queue without sending to it: permissions, alarms, and where a queue's dead
// letters go.
var bystanders = []string{"aws_iam_", "aws_cloudwatch_", "aws_autoscaling_", "aws_sqs_queue", "AWS::IAM::", "AWS::CloudWatch::", "AWS::AutoScaling::", "AWS::SQS::"}

// WorkerUnfed tells whether nothing in sight sends to the queue of a worker environment although a web environment of the
// same application is there: nobody names the queue, and there are no periodic tasks.
func WorkerUnfed(env *graph.Resource) graph.Tri {
	g, s := env.Graph(), SettingsOf(env)
	name := applicationOf(env)
	if name == "" || !webApplications(g)[name] || s.periodic {
		return graph.False
	}
	q, given := s.WorkerQueue()
	of, by := env, func(m mentioning) bool { return strings.HasPrefix(m.attribute, "queues") }
	switch {
	case q != nil:
		of, by = q, func(m mentioning) bool {
			return m.from != env && !slices.ContainsFunc(bystanders, func(t string) bool { return strings.HasPrefix(m.from.Type, t) })
		}
	case given != graph.False:
		return graph.Unknown
	}
	for m := range mentionedIn(of) {
		if !m.waits() && by(m) {
			return graph.False
		}
	}
	return g.Hides(of).Or(g.Offered(of), g.PutOut(of)).Not()
}
