package aws

import (
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// FileSystem is an EFS file system. It keeps its data in several zones unless it names one.
var FileSystem = struct {
	Kind
	OneZone ZoneList
	Backups Attr[string] // ENABLED, DISABLED; CloudFormation's
}{
	Kind:    fileSystem,
	OneZone: fileSystem.zones("availability_zone_name", "AvailabilityZoneName"),
	Backups: fileSystem.string("", "BackupPolicy.Status"),
}

// FileBackupPolicy turns the automatic backups of a file system on or off, in Terraform.
var FileBackupPolicy = struct {
	Kind
	FileSystem Edge
	Status     Attr[string]
}{
	Kind:       fileBackup,
	FileSystem: fileBackup.edge(graph.AttachedTo, "file_system_id", "", fileSystem),
	Status:     fileBackup.string("backup_policy.status", ""),
}

// BackupSelection says what AWS Backup keeps copies of: resources by their ARNs, or whatever carries a tag.
var BackupSelection = struct {
	Kind
	Resources Edge
}{
	Kind:      backupSelection,
	Resources: backupSelection.edgeList(graph.References, "resources", "BackupSelection.Resources", fileSystem, database, databaseCluster, table, volume, fsx),
}

// MountTarget is an EFS mount target.
var MountTarget = struct {
	Kind
	FileSystem     Edge
	Subnet         Edge
	SecurityGroups Edge
}{
	Kind:           mountTarget,
	FileSystem:     mountTarget.edge(graph.MemberOf, "file_system_id", "FileSystemId", fileSystem),
	Subnet:         mountTarget.edge(graph.InSubnet, "subnet_id", "SubnetId", subnet),
	SecurityGroups: mountTarget.edgeList(graph.GuardedBy, "security_groups", "SecurityGroups", securityGroup),
}

// FSx is an FSx file system of any sort. One for Windows runs in a single zone unless it says otherwise (FSx API reference,
// CreateFileSystemWindowsConfiguration); the others must say.
var FSx = struct {
	Kind
	Deployment     Attr[string] // SINGLE_AZ_1, MULTI_AZ_1, …; of Lustre PERSISTENT_2, SCRATCH_2, …
	Subnets        Edge
	SecurityGroups Edge
}{
	Kind:           fsx,
	Deployment:     fsx.string("deployment_type", "WindowsConfiguration.DeploymentType OntapConfiguration.DeploymentType OpenZFSConfiguration.DeploymentType LustreConfiguration.DeploymentType").orBy(windowsDeployment),
	Subnets:        fsx.edgeList(graph.InSubnet, "subnet_ids", "SubnetIds", subnet),
	SecurityGroups: fsx.edgeList(graph.GuardedBy, "security_group_ids", "SecurityGroupIds", securityGroup),
}

var fsxType = fsx.string("", "FileSystemType")

// windowsDeployment is how a file system for Windows is deployed where nothing is written.
func windowsDeployment(fs *graph.Resource) (deployment string, known bool) {
	if fs.Type == "aws_fsx_windows_file_system" || fsxType.Of(fs).Is("WINDOWS") == graph.True {
		return "SINGLE_AZ_1", true
	}
	return "", false
}

// ZonesOfMounts are the zones in which a file system can be mounted: those of its mount targets. There are no members where
// none is in sight.
func ZonesOfMounts(fs *graph.Resource) Zones {
	type key struct{ fs *graph.Resource }
	return graph.Fact(fs.Graph(), key{fs}, func() Zones {
		out := Zones{Place: graph.Place{Resource: fs}, Edge: graph.False}
		targets := MountTarget.FileSystem.Into(fs)
		if len(targets.Open) > 0 || fs.Graph().Hides(fs) != graph.False {
			out.Open = true
			fs.Graph().Doubt(graph.Doubt{Resource: fs, Message: fs.Address + " may have mount targets that are not in sight"})
		}
		for _, t := range targets.Items {
			out.Union(ZonesOfLinks(MountTarget.Subnet.Of(t.From)), t.Certain != graph.True)
			if t.From.Many() {
				out.Open = true
				fs.Graph().Doubt(graph.Doubt{Resource: t.From, Message: "how many there are of " + t.From.Address + " is not known"})
			}
		}
		return out
	})
}

// MountTargetsOf are the mount targets of a file system that are in sight.
func MountTargetsOf(fs *graph.Resource) []*graph.Resource {
	var out []*graph.Resource
	for _, t := range MountTarget.FileSystem.Into(fs).Items {
		out = append(out, t.From)
	}
	return out
}

// UsersOf are the tiers of a graph whose settings name a file system, for certain: their boot scripts or task definitions.
func UsersOf(fs *graph.Resource) []*graph.Resource {
	var out []*graph.Resource
	for _, tier := range configuredWith(fs.Graph())[fs] {
		if !BootOf(tier).Windows() {
			out = append(out, tier)
		}
	}
	return out
}

// BacksUpFiles tells whether copies are kept of a file system: by its own automatic backups, which are on by themselves for
// One Zone storage (EFS API reference, CreateFileSystem: Backup), or by a selection of AWS Backup. One that goes by tags, or
// that is out of sight, may.
func BacksUpFiles(fs *graph.Resource) (kept graph.Tri, at graph.Place) {
	status := FileSystem.Backups.Of(fs)
	kept, at = status.Is("ENABLED"), status.Place
	policies := FileBackupPolicy.FileSystem.Into(fs)
	if len(policies.Open) > 0 {
		kept = kept.Or(graph.Unknown)
	}
	for _, p := range policies.Items {
		s := FileBackupPolicy.Status.Of(p.From)
		kept, at = kept.Or(p.Certain.And(s.Is("ENABLED"))), s.Place
	}
	if status.Written() == graph.False && len(policies.Items) == 0 {
		_, oneZone := FileSystem.OneZone.Of(fs)
		kept = kept.Or(oneZone)
	}
	if kept == graph.True {
		return kept, at
	}
	selections := BackupSelection.Resources.Into(fs)
	kept = kept.Or(selections.Any())
	if kept == graph.False {
		if s := wideSelection(fs.Graph()); s != nil {
			fs.Graph().Doubt(graph.Doubt{Resource: s, Message: s.Address + " may select " + fs.Address + ", or not"})
			kept = graph.Unknown
		}
	}
	return kept, at
}

// wideSelection is a backup selection of a graph that goes by tags, or by ARNs with wildcards; nil where there is none.
func wideSelection(g *graph.Graph) *graph.Resource {
	type key struct{}
	return graph.Fact(g, key{}, func() *graph.Resource {
		defer g.TakeDoubts()
		for s := range BackupSelection.In(g) {
			l := BackupSelection.Resources.Of(s)
			if l.Any() != graph.True || slices.ContainsFunc(l.Items, func(i Link) bool { return strings.Contains(i.Literal, "*") }) {
				return s
			}
		}
		return nil
	})
}
