package aws

import (
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// A Spot tells whether compute runs on Spot capacity alone.
type Spot struct {
	All     graph.Tri
	Place   graph.Place // where that is written
	Because string      // in words
}

// SpotOf tells whether all instances or tasks of a group, an instance, an ECS service or a Beanstalk environment are Spot.
func SpotOf(compute *graph.Resource) Spot {
	type key struct{ r *graph.Resource }
	return graph.Fact(compute.Graph(), key{compute}, func() Spot {
		switch {
		case AutoScalingGroup.Includes(compute) == graph.True:
			return spotGroup(compute)
		case Instance.Includes(compute) == graph.True:
			return spotInstance(compute)
		case ECSService.Includes(compute) == graph.True:
			return spotService(compute)
		case BeanstalkEnvironment.Includes(compute) == graph.True:
			return SettingsOf(compute).spot(compute)
		}
		return Spot{All: graph.Unknown, Place: graph.Place{Resource: compute}}
	})
}

// spotGroup: a mixed instances policy decides alone; without one, what the group launches from.
func spotGroup(asg *graph.Resource) Spot {
	mixed := AutoScalingGroup.Mixed.Of(asg).Any()
	if mixed != graph.False {
		base, above := AutoScalingGroup.OnDemandBase.Of(asg), AutoScalingGroup.OnDemandAboveBase.Of(asg)
		out := Spot{All: base.Is(0).And(above.Is(0)), Place: above.Place,
			Because: "its mixed instances policy has an On-Demand base of 0 and 0 per cent On-Demand above it"}
		if mixed == graph.Unknown {
			out.All = out.All.And(mixed)
		}
		return out
	}
	out := marketOf(AutoScalingGroup.LaunchTemplate.Of(asg))
	configurations := AutoScalingGroup.LaunchConfiguration.Of(asg)
	if configurations.Open {
		out.All = out.All.Or(graph.Unknown)
	}
	for _, l := range configurations.Items {
		if l.To == nil || l.To.Mode != graph.Managed {
			out.All = out.All.Or(graph.Unknown)
			doubtPlace(asg, pathText(l.Place.Path))
			continue
		}
		price := LaunchConfiguration.SpotPrice.Of(l.To)
		if all := l.Exists.And(price.Written()); all == graph.True {
			return Spot{all, price.Place, l.To.Address + " bids for Spot Instances"}
		} else {
			out.All = out.All.Or(all)
		}
	}
	if out.Place.Resource == nil {
		out.Place = graph.Place{Resource: asg}
	}
	return out
}

// marketOf reads the market of the launch templates that compute launches from.
func marketOf(templates Links) Spot {
	out := Spot{All: graph.False}
	if templates.Open {
		out.All = graph.Unknown
	}
	for _, l := range templates.Items {
		if l.To == nil || l.To.Mode != graph.Managed {
			out.All = out.All.Or(graph.Unknown)
			doubtPlace(l.Place.Resource, pathText(l.Place.Path))
			continue
		}
		market := LaunchTemplate.Market.Of(l.To)
		all := l.Exists.And(market.Is("spot"))
		if all == graph.True {
			return Spot{all, market.Place, l.To.Address + " asks for Spot Instances"}
		}
		out.All = out.All.Or(all)
	}
	return out
}

// spotRequest is the type of an instance that is requested as a Spot Instance.
const spotRequest = "aws_spot_instance_request"

func spotInstance(i *graph.Resource) Spot {
	if i.Type == spotRequest {
		return Spot{graph.True, graph.Place{Resource: i}, "it is requested as one"}
	}
	market := Instance.Market.Of(i)
	if market.Written() != graph.False {
		return Spot{market.Is("spot"), market.Place, "its market options ask for one"}
	}
	out := marketOf(Instance.LaunchTemplate.Of(i))
	if out.Place.Resource == nil {
		out.Place = graph.Place{Resource: i}
	}
	return out
}

// spotService: no provider of the service's strategy that has a base or a weight is other than Spot. Without a strategy
// the launch type or the cluster's default decide.
func spotService(service *graph.Resource) Spot {
	strategy := ECSService.Providers.Of(service)
	out := Spot{All: graph.False, Place: graph.Place{Resource: service}}
	if strategy.Open {
		out.All = graph.Unknown
	}
	for i, b := range strategy.Items {
		used := field[int](b, "base", "Base").Test(func(n int) bool { return n > 0 }).
			Or(field[int](b, "weight", "Weight").Test(func(n int) bool { return n > 0 }))
		if len(strategy.Items) == 1 && !strategy.Open {
			used = graph.True
		}
		spot := spotProvider(b)
		if i == 0 {
			out.All, out.Place = graph.True, b.Place
			if strategy.Open {
				out.All = graph.Unknown
			}
		}
		if spot != graph.False && used == graph.True {
			out.Place = b.Place
		}
		out.All = out.All.And(spot.Or(used.Not()))
	}
	out.Because = "no other provider of its strategy takes tasks"
	return out
}

// spotProvider tells whether the provider of a strategy's item has Spot capacity alone (Amazon ECS Developer Guide,
// "Amazon ECS capacity providers for Fargate").
func spotProvider(item Block) graph.Tri {
	name := field[string](item, "capacity_provider", "CapacityProvider")
	switch text, _ := name.Get(); text {
	case "FARGATE_SPOT":
		return graph.True
	case "FARGATE":
		return graph.False
	}
	out := graph.Unknown
	for provider := range fieldLink(item, "capacity_provider", "CapacityProvider", capacityProvider).Targets() {
		for asg := range CapacityProvider.Group.Of(provider).Targets() {
			out = SpotOf(asg).All
		}
	}
	if out == graph.Unknown {
		name.doubt()
	}
	return out
}

// spot: Spot is off unless enabled; then there is no On-Demand base, and above it 70 per cent are On-Demand in a
// load-balanced environment, none in one of a single instance (Elastic Beanstalk Developer Guide, "General options for
// all environments": aws:ec2:instances).
func (s Settings) spot(env *graph.Resource) Spot {
	enabled, ok := s.values[spotEnabled.key()]
	if !ok { // an application bundle may enable it, which is out of sight
		return Spot{All: graph.False, Place: graph.Place{Resource: env}}
	}
	out := Spot{All: enabled.Test(func(text string) bool { return strings.EqualFold(text, "true") }), Place: enabled.Place,
		Because: "Spot is enabled, without an On-Demand base and with none above it"}
	out.All = out.All.And(AtLeast(s.Number(spotOnDemandBase), 1).Not())
	above := s.Of(spotOnDemandAbove)
	switch above.Written() {
	case graph.True:
		out.All, out.Place = out.All.And(AtLeast(s.Number(spotOnDemandAbove), 1).Not()), above.Place
	case graph.False:
		out.All = out.All.And(s.Is(EnvironmentType, "SingleInstance"))
	default:
		out.All = out.All.And(graph.Unknown)
	}
	return out
}

// AlwaysRuns tells whether compute runs at least one instance or task at all times.
func AlwaysRuns(compute *graph.Resource) graph.Tri {
	out := runsOne(compute)
	if ECSService.Includes(compute) == graph.True && out != graph.True {
		targets := ScalableTarget.Service.Into(compute)
		if len(targets.Open) > 0 {
			out = out.Or(graph.Unknown)
		}
		for _, b := range targets.Items {
			out = out.Or(b.Certain.And(AtLeast(ScalableTarget.Min.Of(b.From), 1)))
		}
	}
	return out
}

// OnDemandBeside tells whether other compute that always runs behind one of the same fronts is not Spot alone.
func OnDemandBeside(compute *graph.Resource) graph.Tri { return behindSameFront(compute, onDemandOf) }

func onDemandOf(front *graph.Resource) []Target {
	type key struct{ r *graph.Resource }
	return graph.Fact(front.Graph(), key{front}, func() []Target {
		return someTargets(front, func(compute *graph.Resource) graph.Tri { return AlwaysRuns(compute).And(SpotOf(compute).All.Not()) })
	})
}

// OnDemandBaseline is how many On-Demand Instances a group always runs; ok is false where that is not known. Of those
// above the base a share is On-Demand, rounded up (Amazon EC2 Auto Scaling User Guide, "Auto Scaling groups with multiple
// instance types and purchase options").
func OnDemandBaseline(asg *graph.Resource) (n int, ok bool) {
	least := AutoScalingGroup.Min.Of(asg)
	n, ok = least.Get()
	if !ok {
		least.doubt()
		return 0, false
	}
	switch AutoScalingGroup.Mixed.Of(asg).Any() {
	case graph.Unknown:
		return 0, false
	case graph.True:
		base, ok1 := AutoScalingGroup.OnDemandBase.Of(asg).Get()
		above, ok2 := AutoScalingGroup.OnDemandAboveBase.Of(asg).Get()
		if !ok1 || !ok2 || above < 0 || above > 100 {
			asg.Graph().Doubt(graph.Doubt{Resource: asg, Message: "the share of On-Demand Instances of " + asg.Address + " is not known"})
			return 0, false
		}
		base = min(max(base, 0), n)
		return base + ((n-base)*above+99)/100, true
	}
	switch SpotOf(asg).All {
	case graph.True:
		return 0, true
	case graph.False:
		return n, true
	}
	return 0, false
}

// InstanceTypeOf names the type of the instances of a group: "m7g.large", or "" where it is not known or there are
// several.
func InstanceTypeOf(asg *graph.Resource) string {
	for t := range AutoScalingGroup.LaunchConfiguration.Of(asg).Targets() {
		return LaunchConfiguration.InstanceType.Of(t).Or("")
	}
	if AutoScalingGroup.Mixed.Of(asg).Any() != graph.False {
		return ""
	}
	for t := range AutoScalingGroup.LaunchTemplate.Of(asg).Targets() {
		return LaunchTemplate.InstanceType.Of(t).Or("")
	}
	return ""
}
