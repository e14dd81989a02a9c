package platforms

import (
	"iter"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var workerNotScaledOnBacklog = &rules.Rule{
	ID: "AL932", Name: "worker-not-scaled-on-backlog", Level: rules.Note, Story: rules.Beanstalk, Stage: 3,
	Title: "Workers scale, but not on the length of their queue",
	Why: `Workers have too little capacity when messages wait, and the load of their processors or network says little about that: workers that wait for a slow service are idle while the queue
grows, and busy ones may have only a few messages left. A policy that follows the number of messages for each worker brings more when work piles up and lets them go when it is done.`,
	Fix: rules.Fix{
		Advice: "Scale on the number of messages that wait for each worker, or on the age of the oldest.",
		Terraform: `resource "aws_autoscaling_policy" "backlog" {
  autoscaling_group_name = aws_autoscaling_group.worker.name
  policy_type            = "TargetTrackingScaling"

  target_tracking_configuration {
    target_value = 100 # messages for each worker
    customized_metric_specification {
      # metrics { … ApproximateNumberOfMessagesVisible divided by GroupInServiceInstances … }
    }
  }
}`,
		CloudFormation: `Backlog:
  Type: AWS::AutoScaling::ScalingPolicy
  Properties:
    AutoScalingGroupName: !Ref Workers
    PolicyType: TargetTrackingScaling
    TargetTrackingConfiguration:
      TargetValue: 100 # messages for each worker
      CustomizedMetricSpecification: {} # ApproximateNumberOfMessagesVisible divided by GroupInServiceInstances`,
	},
	See: []string{
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-using-sqs-queue.html",
		"https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-tiers.html",
	},
	Check: func(p *rules.Pass) {
		for _, kind := range []iter.Seq[*graph.Resource]{aws.AutoScalingGroup.In(p.Graph), aws.ECSService.In(p.Graph)} {
			for tier := range p.Each(kind) {
				backlog(p, tier)
			}
		}
		for env := range p.Each(aws.BeanstalkEnvironment.In(p.Graph)) {
			worker := aws.BeanstalkEnvironment.Tier.Of(env).Is("Worker")
			if worker == graph.False {
				continue
			}
			s := aws.SettingsOf(env)
			blind := both(worker.And(s.Grows()), func() graph.Tri { return s.ScaledOnQueue().Not() })
			p.Report(blind, s.Of(aws.ScalingMeasure).Place, "%s brings no workers when messages pile up: %s, and nothing scales it on its queue", env.Address, s.Because(aws.ScalingMeasure)).About(env)
		}
	},
}

// backlog judges a group or service that works off a queue.
func backlog(p *rules.Pass, tier *graph.Resource) {
	queue := aws.QueueReadBy(tier)
	if queue == nil {
		return
	}
	policies, open := aws.ScalingPoliciesOf(tier)
	if len(policies) == 0 {
		return // nothing in sight scales it
	}
	served := aws.FrontsOf(tier).Any() // what stands behind a load balancer has requests to follow as well
	blind := both(served.Not(), func() graph.Tri {
		out := graph.True
		for _, policy := range policies {
			out = out.And(aws.ScalesOnQueue(policy).Not())
		}
		if open {
			p.Graph.Doubt(graph.Doubt{Resource: tier, Message: "something else may scale " + tier.Address})
			out = out.And(graph.Unknown)
		}
		return out.And(p.Graph.Hides(tier).Not())
	})
	at := graph.Place{Resource: tier}
	if blind == graph.True {
		at = graph.Place{Resource: policies[0]}
	}
	p.Report(blind, at, "%s brings no workers when messages pile up: it works off %s, and no policy follows that queue", tier.Address, queue.Address).
		About(tier).With(graph.Place{Resource: tier}, "the workers").With(graph.Place{Resource: queue}, "the queue")
}
