package aws

import "github.com/archlint/archlint/parsers/graph"

// RollsBack tells whether a deployment of a service that fails is undone: by the circuit breaker, by alarms, or because
// another controller or strategy looks after it. at is where that would be written.
func RollsBack(service *graph.Resource) (rollsBack graph.Tri, at graph.Place) {
	breaker := ECSDeployment.BreakerRollsBack.Of(service)
	other := ECSDeployment.Controller.Of(service).Is("ECS").Not().Or(ECSDeployment.Strategy.Of(service).Is("ROLLING").Not())
	return other.Or(ECSDeployment.Breaker.Of(service).Is(true).And(breaker.Is(true)),
		ECSDeployment.AlarmsWatch.Of(service).Is(true).And(ECSDeployment.AlarmsRollBack.Of(service).Is(true))), breaker.Place
}

// RunsOneTask tells whether a replica service keeps a single task: one is wanted, and nothing keeps two or more.
func RunsOneTask(service *graph.Resource) (one graph.Tri, desired Value[int]) {
	desired = ECSService.Desired.Of(service)
	one = ECSService.Strategy.Of(service).Is("REPLICA").And(desired.Is(1))
	if one == graph.False {
		return one, desired
	}
	more := graph.False
	targets := ScalableTarget.Service.Into(service)
	if len(targets.Open) > 0 || service.Graph().Hides(service) != graph.False {
		more = graph.Unknown
		service.Graph().Doubt(graph.Doubt{Resource: service, Message: "whether something out of sight scales " + service.Address + " is not known"})
	}
	for _, t := range targets.Items {
		more = more.Or(t.Certain.And(AtLeast(ScalableTarget.Min.Of(t.From), 2)))
	}
	return one.And(more.Not()), desired
}
