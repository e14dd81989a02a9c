package compute

import (
	"slices"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var scalingPolicyWithoutAlarm = &rules.Rule{
	ID: "AL116", Name: "scaling-policy-without-alarm", Level: rules.Warning, Story: rules.StatelessWeb, Stage: 5,
	Title: "Scaling policy that no alarm calls",
	Why: `A simple or step scaling policy says what to do, but not when: it acts only when an alarm names it among its actions. A policy without an alarm looks like scaling in the
code and does nothing in production, so the fleet stays at its size under any load. A target tracking policy needs no alarm of yours, since it makes and keeps its own.`,
	Fix: rules.Fix{
		Advice: "Use a target tracking policy, or add an alarm whose actions name this policy.",
		Terraform: `resource "aws_cloudwatch_metric_alarm" "busy" {
  alarm_name          = "busy"
  namespace           = "AWS/EC2"
  metric_name         = "CPUUtilization"
  dimensions          = { AutoScalingGroupName = aws_autoscaling_group.web.name }
  statistic           = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 70
  period              = 60
  evaluation_periods  = 3
  alarm_actions       = [aws_autoscaling_policy.grow.arn]
}`,
		CloudFormation: `Busy:
  Type: AWS::CloudWatch::Alarm
  Properties:
    Namespace: AWS/EC2
    MetricName: CPUUtilization
    Dimensions:
      - {Name: AutoScalingGroupName, Value: !Ref Web}
    Statistic: Average
    ComparisonOperator: GreaterThanThreshold
    Threshold: 70
    Period: 60
    EvaluationPeriods: 3
    AlarmActions: [!Ref Grow]`,
	},
	See: []string{
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-simple-step.html",
		"https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-step-scaling-policies.html",
	},
	Check: func(p *rules.Pass) {
		for _, kind := range []aws.Kind{aws.ScalingPolicy.Kind, aws.TargetScalingPolicy.Kind} {
			for policy := range p.Each(kind.In(p.Graph)) {
				idle := aws.NeedsAlarm(policy)
				if idle != graph.False {
					idle = idle.And(aws.Alarmed(policy).Not())
				}
				if idle != graph.False {
					idle = idle.And(p.Graph.Hides(policy).Not())
				}
				if idle == graph.True {
					idle = aws.CalledOutOfSight(policy).Not()
				}
				f := p.Report(idle, graph.Place{Resource: policy}, "%s never acts: it is %s policy, and no alarm calls it", policy.Address, aws.PolicyType(policy))
				if kind == aws.ScalingPolicy.Kind {
					f.About(slices.Collect(aws.ScalingPolicy.Group.Of(policy).Targets())...)
				}
			}
		}
	},
}
