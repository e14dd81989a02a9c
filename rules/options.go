package rules

import (
	"time"

	"github.com/archlint/archlint/parsers/graph"
)

// Options are what a run must know beside its units and rules. The zero value is fit for use.
type Options struct {
	Policy  Policy // nil: every rule is on, at the level of its own, and a run fails on warnings
	Screens []Screen

	Known     []*Rule   // all that an ignore may name; nil: those that run
	Today     time.Time // the day by which ignores have ended or not; the zero value is before all of them
	NoIgnores bool      // ignores silence nothing
	// Near gives the legal word that was likely meant by another, or ""; nil gives none.
	Near func(word string, legal []string) string

	// After is given each graph with the verdicts on it, before the graph is dropped, if it is not nil. It is called by several
	// goroutines at a time and may ask the graph for more; it keeps nothing of the graph itself.
	After func(*graph.Graph, Verdicts)

	names map[string]*Rule // Known, by their names
}

// Verdicts are what the rules say of one graph, before those of several graphs are joined.
type Verdicts struct {
	Findings    []*Finding // those that count: neither ignored nor given way to another
	Ignored     []*Finding // that the source says are meant so
	Abstentions []Abstention
}

// A Screen is given every finding of a run, those of one written place side by side, before these are joined into one,
// and gives those that are to be reported.
type Screen func([]*Finding) []*Finding

// A Setting is what the user wants of a rule at a place.
type Setting struct {
	Off         bool  // nothing is said there, and nothing that is said elsewhere gives way to it
	Given       bool  // Level is that of every finding there, whatever the rule says
	Level       Level // where it is Given
	FailOn      Level // the mildest level of a finding that the run is to fail on; [Never] is above all
	Unignorable bool  // a comment beside the code cannot silence a finding there
}

// Never is above every level: as a [Setting]'s FailOn it means that no finding fails the run.
const Never = Error + 1

// A Policy is what the user wants of rules, by place. Its methods are called by several goroutines at a time, and often:
// an answer should cost no more than a look into a map.
//
// A place is a file in a unit, because the same file of a module may belong to several units, which need not want the
// same of it. Both are named by the paths that they are shown by.
type Policy interface {
	// Runs tells whether a rule may have anything to say in a unit, wherever.
	Runs(unit string, r *Rule) bool
	// At tells what is wanted of a rule where a file of a unit has a finding or an abstention.
	At(unit, file string, r *Rule) Setting
}

// asWritten is the policy of a user who wants nothing in particular.
type asWritten struct{}

func (asWritten) Runs(string, *Rule) bool          { return true }
func (asWritten) At(string, string, *Rule) Setting { return Setting{FailOn: Warning} }
