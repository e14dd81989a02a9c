// Package aws is the vocabulary in which rules speak of AWS: the kinds of resources with their attributes and edges
// in both languages, and the facts derived from them (zones, attachments, tiers, who reaches whom, what boot scripts
// do).
//
// Each fact about AWS stands here once: a default, a limit, a port number. The package reads the graph; it knows no
// rule and no parser. Accessors never guess: what is not known is Unknown, and the reason is left with the graph as a
// doubt.
//
// Files: kinds.go lists every kind; kind.go, path.go, attr.go, edge.go and blocks.go are the words of the vocabulary; one
// file each holds the kinds of a service; the facts stand in zones.go, attachment.go, balancing.go, unattached.go, tier.go,
// reach.go, script.go, mount.go, publicsubnet.go, address.go, appliance.go, route53.go.
package aws
