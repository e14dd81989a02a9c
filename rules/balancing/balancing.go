// Package balancing holds the rules of the 2xx group: load balancers, their health checks and zones.
package balancing

import "github.com/archlint/archlint/rules"

// Rules are the rules of this group by ID.
var Rules = []*rules.Rule{
	loadBalancerWithoutHealthCheck, shallowHealthCheck, loadBalancerSingleAZ, crossZoneOff, loadBalancerMissesZones, noConnectionDraining, noHealthCheckGracePeriod,
	publicInstanceBehindLoadBalancer, classicLoadBalancer, targetGroupUnreached,
}
