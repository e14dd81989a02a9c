// Package storage holds the rules of the 7xx group: files that a fleet shares.
package storage

import "github.com/archlint/archlint/rules"

// Rules are the rules of this group by ID.
var Rules = []*rules.Rule{ebsSharedContent, ebsMultiAttachShare, efsMissesZones, efsSingleAZ, fsxSingleAZ, nfsPathClosed, efsNoBackup, uploadsOnInstanceDisk}
