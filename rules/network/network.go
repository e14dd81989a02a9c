// Package network holds the rules of the 8xx group: who may reach which tier, by which way, and through which zones.
package network

import "github.com/archlint/archlint/rules"

// Rules are the rules of this group by ID.
var Rules = []*rules.Rule{loadBalancerBypass, dataTierOpen, dataTierPublic, natSingleAZ, vpcSingleAZ, sharedSecurityGroup, tiersShareSubnets, endpointSingleAZ, natInstance, tierPathClosed, noWayOut, publicEdgeWithoutInternet}
