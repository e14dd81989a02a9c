// Package boot reads what an instance does when it first boots: shell scripts, cloud-config and MIME archives of both, as
// they stand in user data, and tells it as steps: what is installed, started, run in containers, downloaded, formatted,
// mounted and imported.
//
// It executes nothing and knows no AWS resource. Texts may have holes ([graph.Hole]) for parts that are not known.
package boot

import "github.com/archlint/archlint/parsers/graph"

// A Reading is what came of some texts that an instance runs, in their order.
type Reading struct {
	Steps []Step
	// Unread says why there may be more steps than those: something runs that is out of sight or in a language that is not
	// read. Each reason once.
	Unread []string
	// Windows tells that a text is for Windows; nothing of it is read.
	Windows bool
	// Initialised tells that cfn-init is run.
	Initialised bool
}

// A Source gives what cfn-init finds in the metadata of a resource, by its logical ID ("" where the command does not
// name it, or in a way that is not known), for the names of config sets ("default" where none are given). ok is false
// where it is not in sight.
type Source func(resource string, sets []string) (configs []Config, ok bool)

// A Config is what cfn-init does, in its order (AWS CloudFormation User Guide, "AWS::CloudFormation::Init").
type Config struct {
	Origin   int // for the steps that come of it
	Packages []Step
	Sources  []ArchiveSource
	Files    []File
	Commands []InitCommand
	Services []Service
	Unknown  bool // parts of it are not known
}

// An ArchiveSource is unpacked into a directory.
type ArchiveSource struct{ Directory, Address string }

// A File is written; its content is fetched from an address where there is one.
type File struct{ Path, Content, Address string }

// An InitCommand is a text for a shell; it runs only after a test where Tested is set.
type InitCommand struct {
	Text   string
	Tested bool
}

// A Service is started, or stopped.
type Service struct {
	Name    string
	Running bool
}

// A Verb says what a step does.
type Verb uint8

// The verbs.
const (
	Install Verb = iota // a package: Name; Via is the manager
	Update              // all packages of the system
	Runtime             // a language by a manager of versions: Name
	Pull                // an image: Name; Runs where a container is started of it
	Fetch               // an archive: Name is its address
	Compile             // a program from its source: Name is the tool
	Start               // a service: Name
	Stop                // a service: Name
	Format              // a device: Name
	MountOn             // a file system: Source, Name is the path, Type
	Fill                // files from an archive or elsewhere are put below a path: Name
	Import              // data into a database: Name is the command
	Export              // files are offered to other hosts: Name is the table of exports
)

// A Step is one thing that is done.
type Step struct {
	Verb    Verb
	Name    string
	Via     string    // the manager of an Install
	Source  string    // of a MountOn
	Type    string    // of a MountOn; "" where it is not said
	Runs    bool      // of a Pull: a server is started of the image, and goes on
	Certain graph.Tri // True, or Unknown where it stands in a branch that may not be taken
	Origin  int       // of the Config that it comes of; 0 is the text itself
}

// Read reads one text as cloud-init does, which tells by its beginning what it is. Where cfn-init is run in it, init gives
// what that finds; nil where there is nothing.
func Read(text string, init Source) Reading {
	r := newReader()
	r.init = init
	r.userData(text, 0)
	return r.result()
}

// Perhaps reads configs that cfn-init may run, or not: what calls it is out of sight.
func Perhaps(configs []Config) Reading {
	r := newReader()
	r.maybe(func() { r.configs(configs) })
	return r.result()
}
