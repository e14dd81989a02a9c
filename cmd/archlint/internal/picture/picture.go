// Package picture draws architectures as people do: those who ask at the top, what is kept at the bottom, a frame for each
// VPC with a column for each Availability Zone and a band for its public and its private subnets, one box for a fleet, and
// few, straight lines.
//
// A [Scene] is the model of one unit, made of what [aws] knows of its graph: plain values that outlive the graph. Both forms,
// SVG and HTML, are written from the same scenes by the same layout. The package knows no rule, and no language beyond what a
// graph says. What it writes is the same in every run.
package picture

import (
	"github.com/archlint/archlint/parsers/aws"
)

// Level is how grave a [Mark] is.
type Level uint8

// The levels, the mildest first.
const (
	Note Level = iota
	Warning
	Error
)

// String is "note", "warning" or "error".
func (l Level) String() string { return [...]string{"note", "warning", "error"}[l] }

// A Mark is a finding on the box or the line that it concerns.
type Mark struct {
	Level   Level
	Rule    string // its ID
	Message string
	File    string
	Line    int // from 1; 0 where there is none
}

// A Finding is a mark before it is known what it concerns.
type Finding struct {
	Address string // of the resource in its unit
	Mark
}

// State tells how a box or line stands between two states of an architecture that one picture shows.
type State uint8

// The states. A picture of one state has Same alone.
const (
	Same State = iota
	Added
	Removed
	Changed
)

// String is "", "added", "removed" or "changed".
func (s State) String() string { return [...]string{"", "added", "removed", "changed"}[s] }

// A Scene is what a picture shows of one unit.
type Scene struct {
	Title    string // the unit
	Networks []*Network
	Boxes    []*Box
	Lines    []*Line
	Also     []Rest   // what is not shown by itself, by how many there are
	Marks    []Mark   // that concern what is not shown
	Ladders  []Ladder // of its workloads; told beside a picture alone
	Gaps     int      // how many parts of the configuration could not be read
}

// A Rest is a number of resources of one sort.
type Rest struct {
	Count int
	Words string // singular
}

// A Network is a VPC.
type Network struct {
	Name, Range string // its range of addresses; "" where it is not known
	Unsure      bool   // which VPC it is, is not known
	Gateway     bool   // it has an internet gateway
	Zones       []Zone
	Bands       []Band
	State       State

	key string
}

// A Zone is an Availability Zone of a VPC: a column.
type Zone struct {
	Name   string
	Unsure bool // it stands for zones that are not known
}

// A Band is a sort of subnets of a VPC: a row of cells, one for each zone that has such a subnet.
type Band struct {
	Sort  Sort
	Cells map[int][]string // by column, the addresses of the subnets
}

// Sort is a sort of subnets.
type Sort uint8

// The sorts, from the top to the bottom.
const (
	Public Sort = iota
	Unclear
	Private
	Data // private subnets that hold nothing but stores
)

// words are what the band of a sort is called.
var words = [...]string{Public: "public subnets", Unclear: "subnets: public or private is not known", Private: "private subnets", Data: "private subnets for data"}

// outside is the network of what lies in no VPC.
const outside = -1

// A Box is a part of the architecture: a resource, or several that were written as one.
type Box struct {
	Key     string   // tells boxes of one scene apart, in both of two states
	Members []string // addresses, at least one but for the users
	Name    string   // "web"
	Words   string   // "Auto Scaling group", "3 EC2 instances"
	Detail  string   // "2–6 × t3.micro"; "" where there is nothing to tell
	Work    string   // the workload that it belongs to, the first where there are several; "" for none
	Group   string   // the module call or nested stack that it stands in, "" for the root
	Part    aws.Part
	Network int   // index of its network, or outside
	Sort    Sort  // of its subnets
	Zones   []int // columns, in their order; none outside a network
	Unsure  bool  // it may not exist, or how many there are is not known
	Foreign bool  // it is managed elsewhere
	Ghost   bool  // a standby, which AWS keeps in another zone
	Chips   string
	File    string
	Line    int
	EndLine int
	Marks   []Mark
	State   State

	users   bool
	count   int // how many of one sort it shows, where it shows several
	sort    string
	renamed string // while names are told apart
}

// A Line is a way that requests, messages or data take between two boxes.
type Line struct {
	From, To *Box
	Label    string
	Unsure   bool // it may not be there
	Marks    []Mark
	State    State
}

// Empty tells whether a scene shows nothing at all.
func (sc *Scene) Empty() bool { return len(sc.Boxes) == 0 && len(sc.Also) == 0 && sc.Gaps == 0 }
