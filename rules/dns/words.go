package dns

import (
	"slices"

	"github.com/archlint/archlint/parsers/graph"
)

// enumerate names the first few of some resources, each once.
func enumerate(addresses []string) string {
	const most = 3
	names := slices.Clone(addresses)
	slices.Sort(names)
	names = slices.Compact(names)
	if len(names) > most {
		names = append(names[:most:most], "others")
	}
	return graph.Enumerate(names, "nothing")
}
