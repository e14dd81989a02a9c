// Package catalogue lists every rule of archlint.
package catalogue

import (
	"cmp"
	"slices"
	"strings"

	"github.com/archlint/archlint/rules"
	"github.com/archlint/archlint/rules/balancing"
	"github.com/archlint/archlint/rules/caches"
	"github.com/archlint/archlint/rules/compute"
	"github.com/archlint/archlint/rules/databases"
	"github.com/archlint/archlint/rules/dns"
	"github.com/archlint/archlint/rules/linter"
	"github.com/archlint/archlint/rules/network"
	"github.com/archlint/archlint/rules/platforms"
	"github.com/archlint/archlint/rules/state"
	"github.com/archlint/archlint/rules/storage"
)

// All are the rules, ordered by ID.
var All = ordered(linter.Rules, compute.Rules, balancing.Rules, dns.Rules, state.Rules, databases.Rules, caches.Rules, storage.Rules, network.Rules, platforms.Rules)

func ordered(groups ...[]*rules.Rule) []*rules.Rule {
	all := slices.Concat(groups...)
	slices.SortFunc(all, func(a, b *rules.Rule) int { return cmp.Compare(a.ID, b.ID) })
	return all
}

// Find gives the rule with an ID, a name or a former name, in any case; nil where there is none.
func Find(word string) *rules.Rule {
	for _, r := range All {
		if strings.EqualFold(r.ID, word) || strings.EqualFold(r.Name, word) || slices.ContainsFunc(r.Aliases, func(a string) bool { return strings.EqualFold(a, word) }) {
			return r
		}
	}
	return nil
}
