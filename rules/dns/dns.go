// Package dns holds the rules of the 3xx group: DNS records and Elastic IPs.
package dns

import "github.com/archlint/archlint/rules"

// Rules are the rules of this group by ID.
var Rules = []*rules.Rule{
	dnsRecordToInstance,
	dnsRecordNotAlias,
	elasticIPFleet,
	elasticIPQuota,
	dnsTTLTooLong,
	aliasIgnoresTargetHealth,
	failoverRecordIncomplete,
}
