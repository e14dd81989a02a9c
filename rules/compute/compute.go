// Package compute holds the rules of the 1xx group: instances, Auto Scaling groups and how they grow.
package compute

import "github.com/archlint/archlint/rules"

// Rules are the rules of this group by ID.
var Rules = []*rules.Rule{
	asgSingleAZ,
	asgEC2HealthCheckOnly,
	asgCannotScale,
	asgNoScalingPolicy,
	asgBelowTwoInstances,
	webASGWithoutLoadBalancer,
	loneWebInstance,
	instancesOutsideASG,
	spotOnlyBaseline,
	onDemandBaselineUnreserved,
	noRollingReplacement,
	launchConfiguration,
	refreshNeverStarts,
	updateEmptiesFleet,
	scalingPolicyWithoutAlarm,
	deployResetsCapacity,
	fewerInstancesThanZones,
	slowBootstrap,
	bootLoadsData,
}
