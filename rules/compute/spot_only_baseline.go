package compute

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var spotOnlyBaseline = &rules.Rule{
	ID: "AL109", Name: "spot-only-baseline", Level: rules.Warning, Availability: true, Story: rules.StatelessWeb, Stage: 7,
	Title: "What always runs is Spot alone",
	Why: `Spot capacity is cheap because AWS takes it back when others pay for it, with two minutes of notice and often for a whole instance type in a zone at once. A service whose
every instance or task is Spot can lose all of them together, and then wait for new ones that nobody can launch. The part that must always be there belongs on demand, where a reservation
or a savings plan makes it cheap; what comes and goes above it may be Spot.`,
	Fix: rules.Fix{
		Advice: "Put the always-on minimum on demand (an On-Demand base in the mixed instances policy, a base on FARGATE in the strategy) and keep Spot for what is above it.",
		Terraform: `resource "aws_autoscaling_group" "web" {
  min_size = 2
  max_size = 8

  mixed_instances_policy {
    instances_distribution {
      on_demand_base_capacity                  = 2
      on_demand_percentage_above_base_capacity = 0
    }
    # launch_template { … }
  }
}`,
		CloudFormation: `Web:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    MinSize: "2"
    MaxSize: "8"
    MixedInstancesPolicy:
      InstancesDistribution:
        OnDemandBaseCapacity: 2
        OnDemandPercentageAboveBaseCapacity: 0
      # LaunchTemplate: …`,
	},
	See: []string{
		"https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-interruptions.html",
		"https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-mixed-instances-groups.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html",
	},
	Check: func(p *rules.Pass) {
		for _, kind := range []aws.Kind{aws.AutoScalingGroup.Kind, aws.Instance.Kind, aws.ECSService.Kind, aws.BeanstalkEnvironment.Kind} {
			for compute := range p.Each(kind.In(p.Graph)) {
				if kind == aws.AutoScalingGroup.Kind && aws.TurnedOff(compute) {
					continue
				}
				spot := aws.SpotOf(compute)
				risky := spot.All
				if risky != graph.False {
					risky = risky.And(serves(compute, kind))
				}
				if risky != graph.False {
					risky = risky.And(aws.AlwaysRuns(compute))
				}
				if risky != graph.False && kind != aws.BeanstalkEnvironment.Kind {
					risky = risky.And(aws.OnDemandBeside(compute).Not())
				}
				p.Report(risky, spot.Place, "%s always runs on Spot alone: %s", compute.Address, spot.Because)
			}
		}
	},
}

// runsDatabase tells whether an instance runs a database of its own.
func runsDatabase(instance *graph.Resource) graph.Tri {
	out, _ := aws.OffersDatabase(instance)
	for _, s := range aws.ServersOn(instance) {
		if s.Sort == aws.DatabaseServer {
			out = out.Or(s.Certain)
		}
	}
	return out
}

// serves tells whether others wait for what the compute answers: it is a web or app tier, or an instance with a database. Instances of a cluster serve
// what the cluster puts on them, which may have other places to go to.
func serves(compute *graph.Resource, kind aws.Kind) graph.Tri {
	tier := aws.Web(compute)
	if tier != graph.True && kind != aws.BeanstalkEnvironment.Kind {
		tier = tier.Or(aws.App(compute))
	}
	if kind == aws.Instance.Kind && tier != graph.True {
		tier = tier.Or(runsDatabase(compute))
	}
	if kind == aws.AutoScalingGroup.Kind && tier != graph.False {
		tier = tier.And(aws.ClusterCapacity(compute).Not())
	}
	return tier
}
