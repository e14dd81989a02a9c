package compute

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var loneWebInstance = &rules.Rule{
	ID: "AL107", Name: "lone-web-instance", Level: rules.Warning, Availability: true, Story: rules.StatelessWeb, Stage: 5,
	YieldsTo: []string{"AL303", "AL301"},
	Title:    "A web server that stands alone",
	Why: `One instance is the whole service: when it fails, when its zone fails, or while it is patched or resized, nobody is served, and nothing starts another one. It grows only
by being stopped and made larger. A load balancer before an Auto Scaling group, even a small one, replaces an instance that fails, and lets the service grow and change without a pause.
The only target of a load balancer is as lonely: there is nowhere else to send the requests.`,
	Fix: rules.Fix{
		Advice: "Launch the server from an Auto Scaling group over two Availability Zones behind a load balancer; keep what it stores elsewhere.",
		Terraform: `resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.b.id]
  target_group_arns   = [aws_lb_target_group.web.arn]
  health_check_type   = "ELB"

  launch_template {
    id      = aws_launch_template.web.id
    version = aws_launch_template.web.latest_version
  }
}`,
		CloudFormation: `Web:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    MinSize: "2"
    MaxSize: "4"
    VPCZoneIdentifier: [!Ref SubnetA, !Ref SubnetB]
    TargetGroupARNs: [!Ref TargetGroup]
    HealthCheckType: ELB
    LaunchTemplate:
      LaunchTemplateId: !Ref Template
      Version: !GetAtt Template.LatestVersionNumber`,
	},
	See: []string{
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html",
		"https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html",
	},
	Check: func(p *rules.Pass) {
		for i := range p.Each(aws.Instance.In(p.Graph)) {
			lone := judgeLone(i)
			if lone.is != graph.False {
				lone.is = lone.is.And(aws.Appliance(i).Not(), aws.RunsAlone(i).Not(), graph.Known(!aws.RegistersItself(i)))
			}
			at := graph.Place{Resource: i}
			if lone.front != nil {
				p.Report(lone.is, at, "%s is the only target of %s: while it is down, nobody is served, and nothing starts another one", i.Address, lone.front.Address).
					With(graph.Place{Resource: lone.front}, "it has no other target").About(lone.front)
				continue
			}
			f := p.Report(lone.is, at, "%s serves alone: it takes %s%s, and stands in no Auto Scaling group and behind no load balancer", i.Address, lone.opening.Ports, lone.opening.From).
				With(lone.opening.Place, "open here")
			for _, h := range aws.ElasticIPsOf(i).Items {
				f.With(h.Place, "its Elastic IP").About(h.Address)
			}
		}
	},
}

// loneliness is what makes an instance a service of its own.
type loneliness struct {
	is      graph.Tri
	front   *graph.Resource // the load balancer that has no other target, or nil
	opening aws.Opening     // what it takes from outside where there is no load balancer
}

func judgeLone(i *graph.Resource) loneliness {
	fronts := aws.FrontsOf(i)
	attached := fronts.Any()
	out := loneliness{is: graph.False}
	for _, f := range fronts.Items {
		if f.To == nil {
			continue
		}
		only := f.Certain.And(aws.WebFront(f.To))
		if only != graph.False {
			only = only.And(aws.SoleTarget(f.To))
		}
		if only == graph.True {
			return loneliness{is: only, front: f.To}
		}
		out.is = out.is.Or(only)
	}
	if attached == graph.True {
		return out
	}
	world := aws.OpenToWorld(i)
	if world.Is != graph.False {
		world.Is = world.Is.And(publiclyReached(i))
	}
	called := aws.CalledOnWebPort(i)
	switch {
	case called.Is == graph.True && (called.World || world.Is != graph.True): // a web port tells most
		out.opening = called
	case world.Is == graph.True:
		out.opening = world
	}
	out.is = out.is.Or(attached.Not().And(world.Is.Or(called.Is)))
	if out.is == graph.True {
		out.is = aws.HandedOn(i).Not()
	}
	return out
}

// publiclyReached tells whether an instance has an address that the world knows: an Elastic IP, a public one, or one in a
// record.
func publiclyReached(i *graph.Resource) graph.Tri {
	if len(aws.PublicRecordsOf(i)) > 0 {
		return graph.True
	}
	return aws.PublicAddress(i).Is
}
