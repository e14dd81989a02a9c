// Package parsers finds the units of a source tree, Terraform roots and CloudFormation stacks, and loads each into a
// resource graph. It knows no rule.
package parsers

import (
	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/parsers/fence"
	"github.com/archlint/archlint/parsers/graph"
)

// Options are what a user may say about how a tree is to be read.
type Options struct {
	AssumeDefaults bool     // defaults of variables and parameters decide everything, as a plan without arguments would
	Vars           []string // "name=value", for Terraform roots; the later wins
	VarFiles       []string // tfvars files for Terraform roots; the later wins
	EnvVars        []string // "TF_VAR_name=value", for Terraform roots; any tfvars file wins over them
	Workspace      string   // what terraform.workspace is; "" where that is not known
	Plans          []string // "plan.json" or "DIR=plan.json": plans of Terraform roots, as terraform show -json writes them
	PlansAlone     bool     // where there is no root, a plan is linted for itself
	Parameters     []string // parameter files of stacks; a template is read with each that fits it
	Changed        bool     // the paths are those of files that have changed: see [Discover]
	Narrow         bool     // a file stands for no more than the root or template that contains it
	Root           string   // directory that a file's other units are sought in; "" for the file's repository
	// VarFilesOf gives the tfvars files that are named for a root besides, by its directory; all of VarFiles win over them.
	VarFilesOf func(root string) []graph.NamedFile
	// ParametersOf gives the parameter files that are named for a template, by its path. Those of Parameters that fit a
	// template take the place of them.
	ParametersOf func(template string) []graph.NamedFile
	// Exclude tells whether a file or directory is passed over, by its absolute path without links; it is asked of all that
	// is met below a directory, and of the paths that are named. Modules and nested templates are read nevertheless where
	// something calls them.
	Exclude func(abs string, dir bool) bool
	Stdin   []byte // the template on standard input, where [Stdin] is among the paths
}

// A Unit is what is deployed as one: a Terraform root with the modules that it calls, or a CloudFormation template
// with its nested stacks.
type Unit struct {
	Path     string // the root's directory or the template's file, with forward slashes
	Reading  string // the parameter file that a template is read with; "" where there is none
	Language graph.Language
	Reaches  []string // the directories or templates that are known to belong to it before it is loaded, its own first
	Size     int64    // bytes of source that are known to belong to it, without the modules it calls

	load func() *graph.Graph
}

// Load reads and evaluates the unit. Whatever goes wrong is a diagnostic and a gap of the graph.
func (u *Unit) Load() *graph.Graph { return u.load() }

// A Scan is what was found below the paths that were asked for.
type Scan struct {
	Units       []*Unit            // the largest first
	Diagnostics []graph.Diagnostic // troubles met while looking

	within *fence.Fence
}

// Read gives the content of a file that was read, or refused, by the path that it is shown by. What was refused as standing
// outside of what may be read is refused here too.
func (s *Scan) Read(file string) ([]byte, error) { return s.within.Read(file, disk.MaxSource) }
