package compute

import (
	"iter"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var instancesOutsideASG = &rules.Rule{
	ID: "AL108", Name: "instances-outside-asg", Level: rules.Warning, Availability: true, Story: rules.StatelessWeb, Stage: 5,
	Title: "Instances attached to a load balancer by hand",
	Why: `A load balancer stops sending requests to an instance that fails, but it does not replace it: the rest carry its load until somebody launches and attaches another one by
hand. Nor does the number of instances follow the load. Attached to an Auto Scaling group instead, the load balancer takes in what the group launches and lets go what it ends. Instances
that a lookup finds are attached only when Terraform runs again: those that a group launches in between get no traffic.`,
	Fix: rules.Fix{
		Advice: "Launch the instances from an Auto Scaling group and attach the group, not its instances, to the target group.",
		Terraform: `resource "aws_autoscaling_group" "web" {
  min_size          = 2
  max_size          = 6
  target_group_arns = [aws_lb_target_group.web.arn]
}`,
		CloudFormation: `Web:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    MinSize: "2"
    MaxSize: "6"
    TargetGroupARNs: [!Ref TargetGroup]`,
	},
	See: []string{
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/attach-load-balancer-asg.html",
		"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-register-targets.html",
	},
	Check: func(p *rules.Pass) {
		told := map[*graph.Resource]bool{} // attachments
		for front := range p.Each(fronts(p.Graph)) {
			many, all := aws.InstancesBehind(front)
			if many != graph.False {
				many = many.And(aws.WebFront(front))
			}
			at := graph.Place{Resource: front}
			if len(all) > 0 {
				at = all[0].Place
			}
			if many != graph.True {
				p.Report(many, graph.Place{Resource: front}, "")
				continue
			}
			f := p.Report(many, at, "%s sends traffic to %s, which were attached by hand: nothing replaces one that fails", front.Address, instanceWords(all)).
				With(graph.Place{Resource: front}, "they are its targets").About(front)
			for _, t := range all {
				told[t.Place.Resource] = true
				f.With(t.Place, "%s is attached here", t.Compute.Address).About(t.Compute)
			}
		}
		for _, kind := range []aws.Kind{aws.TargetGroupAttachment.Kind, aws.ClassicAttachment.Kind} {
			for a := range p.Each(kind.In(p.Graph)) {
				picked, by, at := aws.HandPicked(a)
				if picked == graph.True && !told[a] {
					p.Report(picked, at, "%s attaches what %s found when Terraform last ran: instances that are launched later get no traffic", a.Address, by.Address).
						With(graph.Place{Resource: by}, "looked up here")
				}
			}
		}
	},
}

// fronts are the target groups and Classic Load Balancers of a graph.
func fronts(g *graph.Graph) iter.Seq[*graph.Resource] {
	return func(yield func(*graph.Resource) bool) {
		for _, k := range []aws.Kind{aws.TargetGroup.Kind, aws.ClassicLoadBalancer.Kind} {
			for r := range k.In(g) {
				if !yield(r) {
					return
				}
			}
		}
	}
}

// instanceWords names the first few targets.
func instanceWords(all []aws.Target) string {
	var names []string
	for _, t := range all {
		names = append(names, t.Compute.Address)
	}
	return graph.EnumerateFew(names)
}
