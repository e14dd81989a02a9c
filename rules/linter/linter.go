// Package linter holds the rules of the 0xx group: what is said to archlint itself.
package linter

import "github.com/archlint/archlint/rules"

// Rules are the rules of this group by ID.
var Rules = []*rules.Rule{unusedIgnore, ignoreWithoutReason}

// documentation is where the README tells how findings are ignored.
const documentation = "https://github.com/archlint/archlint#ignoring-a-finding"
