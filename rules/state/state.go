// Package state holds the rules of the 4xx group: state that a web tier keeps where it should not.
package state

import "github.com/archlint/archlint/rules"

// Rules are the rules of this group by ID.
var Rules = []*rules.Rule{stickySessions, sessionStoreSinglePoint, sessionStoreEvicts, stateOnWebInstance, contradictoryStickiness}
