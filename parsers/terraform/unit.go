package terraform

import (
	"fmt"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/fence"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform/plan"
	"github.com/archlint/archlint/parsers/terraform/summaries"
)

// Bounds of the evaluation of one unit.
const (
	minSteps     = 3_000_000 // nodes evaluated, elements visited, and so on; one more for every byte of source, which is many times what is usual
	maxDepth     = 4_000     // expressions and definitions within each other
	maxParts     = 200_000   // values within one value
	maxLayers    = 500       // values within each other
	maxText      = 4 << 20   // bytes of a string
	maxInstances = 10_000    // of one resource or module call
	maxModules   = 10_000    // module instances of a unit
	maxCalls     = 32        // modules within each other
	textStep     = 64        // bytes of a text that are made or read in a step
)

// A unit is the evaluation of one root module with all that it calls. It belongs to one goroutine.
type unit struct {
	root           string // its directory
	library        bool   // the defaults of the root's variables decide nothing at all
	assumeDefaults bool
	given          map[string]given
	plan           *plan.Plan // laid over the source; nil where there is none
	unread         bool       // a tfvars file was not read in full: it may give any variable a value
	load           func(dir string) (*dir, error)
	adopt          func(*dir)        // takes up the diagnostics and gaps of a directory that is used
	locked         map[string]string // of modules that were installed: their key, as in "vpc.subnets", to their directory
	allowed        map[string]bool   // directories that files may be read below, cleaned
	within         *fence.Fence
	scanned        map[string]bool                       // further ones: what was asked to be linted; shared, and not to be changed
	behind         map[string]bool                       // those of both that were looked up, without links; see [unit.homes]
	lookedUp       map[string]bool                       // their names
	published      func(source, version string) []string // the directories of the summaries that a call may mean
	lines          map[string]*lines

	states    *states                  // of the other roots that it reads
	readings  map[*instance]*stateRead // what its terraform_remote_state data sources read, nil for what is not in the scan
	found     map[*instance]sought     // what its data sources find among resources
	workspace cty.Value                // terraform.workspace

	main    *module
	modules int

	steps  int
	budget int // of steps
	depth  int
	spent  bool
	under  int // local values and arguments whose conditions are being found out, one for another
	trying int // how many arguments of try are being evaluated: what fails there is no trouble
	// transients counts faults and absences: where it did not grow, no mark of either kind has come about.
	transients int
	loose      bool // an unsettled list has come about
	measured   bool // the mark of a size has come about

	words    map[any][]naming           // that stand in a block or an expression
	mentions map[mentionKey][]graph.Ref // of definitions

	report func(graph.Diagnostic)
	hide   func(graph.Gap) // takes up that something may be missing from the graph
	files  map[string]*textFile
}

// spend takes steps from the budget and tells whether there are any left.
func (u *unit) spend(n int, at hcl.Range) bool {
	u.steps += n
	if u.steps <= u.budget {
		return true
	}
	if !u.spent {
		u.spent = true
		u.hide(graph.Gap{Range: u.somewhere(at), Message: "too much to evaluate: not everything here was looked at"})
		u.tell(graph.Error, at, fmt.Sprintf("%s takes more than %d steps to evaluate: what is left of it is not known; simplify the expression here or lint its parts alone", u.root, u.budget))
	}
	return false
}

// weigh takes a value's size from the budget and tells whether the value is small enough to be worked with. Values
// share their parts, so that a few lines can make one that would take for ever to walk.
func (u *unit) weigh(at hcl.Range, values ...cty.Value) bool {
	left, marks := maxParts, 0
	for _, v := range values {
		if !weigh(v, &left, &marks, maxLayers) {
			u.diagnose(graph.Warning, at, "the value made here is too big and taken as unknown: it has more than 200,000 parts, or 500 within each other, or a text of more than 4 MiB")
			return false
		}
	}
	return u.spend((maxParts-left)/8+marks, at) // marks are copied again and again
}

func weigh(v cty.Value, left, marks *int, layers int) bool {
	if v == cty.NilVal {
		return true
	}
	if *left--; *left < 0 || layers < 0 {
		return false
	}
	carried := 0
	for range cty.ValueMarksOfType[any](v) {
		carried++
	}
	if carried > graph.MaxMarks {
		*marks += carried
	}
	if v.Type() == cty.String && v.IsKnown() && !v.IsNull() {
		n := len(unmarked(v).AsString())
		*left -= n / 64
		return n <= maxText && *left >= 0
	}
	return graph.EachPart(v, func(e cty.Value) bool { return weigh(e, left, marks, layers-1) })
}

// fail is the value of an expression that failed: unknown, with what its operands carried.
func (u *unit) fail(operands ...cty.Value) cty.Value {
	u.transients++
	marks := cty.NewValueMarks(fault{})
	left, count := 2_000, 0
	for _, v := range operands {
		if !weigh(v, &left, &count, maxLayers) {
			break
		}
		for m := range traces(v) {
			marks[m] = struct{}{}
		}
	}
	return cty.DynamicVal.WithMarks(graph.Compress(marks))
}

// failed tells whether something of the value failed.
func (u *unit) failed(since int, v cty.Value) bool { return u.transients != since && has(v, isFault) }

// settle takes from a value the marks that stay within one definition. since is the number of transients before it
// was evaluated.
func (u *unit) settle(since int, v cty.Value) cty.Value {
	if u.transients == since {
		return v
	}
	return strip(v, isTransient)
}

// settled takes from a value the marks that an attribute is not given: those that tell that lists are unsettled, and
// those of sizes.
func (u *unit) settled(v cty.Value) cty.Value {
	if u.loose {
		v = strip(v, isUnsettled)
	}
	if u.measured {
		v = byDefault(v)
	}
	return v
}

// diagnose reports a trouble, unless it is one that the configuration itself provides for.
func (u *unit) diagnose(severity graph.Severity, at hcl.Range, message string) {
	if u.trying == 0 && !summaries.Is(at.Filename) {
		u.tell(severity, at, message)
	}
}

// tell reports a trouble, of the unit as a whole where there is no better place.
func (u *unit) tell(severity graph.Severity, at hcl.Range, message string) {
	u.report(graph.Diagnostic{Severity: severity, Range: u.somewhere(at), Message: message})
}

func (u *unit) somewhere(at hcl.Range) graph.Range {
	if where := u.place(at); where.Known() && !summaries.Is(where.File) {
		return where
	}
	return graph.Range{File: u.root}
}

func (u *unit) place(r hcl.Range) graph.Range { return place(r, u.lines) }

// A cell holds the value of a definition, evaluated at most once, and finds out where it depends on itself. Where the
// definition is an undecided choice it keeps the alternatives, so that a path can be applied to each of them.
type cell struct {
	alternatives []cty.Value
	busy         bool
}

// known tells whether the definition has been evaluated.
func (c *cell) known() bool { return c != nil && !c.busy }

// once gives the alternatives of a definition, of which there is one where it is decided, evaluating it at the first
// ask.
func (u *unit) once(cells map[string]*cell, name string, at hcl.Range, title func() string, compute func() []cty.Value) []cty.Value {
	c := cells[name]
	switch {
	case c == nil:
		c = &cell{busy: true}
		cells[name] = c
		trying, since := u.trying, u.transients
		u.trying = 0
		alternatives := compute()
		if !u.weigh(at, alternatives...) {
			alternatives = []cty.Value{cty.DynamicVal}
		}
		if u.transients != since {
			alternatives = slices.Clone(alternatives)
			for i, v := range alternatives {
				alternatives[i] = u.settle(since, v)
			}
		}
		c.alternatives, c.busy, u.trying = alternatives, false, trying
	case c.busy:
		u.diagnose(graph.Error, at, title()+" depends on itself, which Terraform refuses: take one reference out of the cycle")
		return []cty.Value{u.fail()}
	}
	return c.alternatives
}

// choose is the value of a choice between alternatives.
func (u *unit) choose(alternatives []cty.Value) cty.Value {
	if len(alternatives) == 1 {
		v, _ := split(alternatives[0])
		return v
	}
	if !u.weigh(hcl.Range{}, alternatives...) {
		return cty.DynamicVal
	}
	missing := u.transients > 0 && slices.ContainsFunc(alternatives, func(v cty.Value) bool { return has(v, isAbsent) })
	out := choice(alternatives)
	if u.loose { // a choice has all marks on the whole, and a choice of unsettled lists is none of them
		plain, marks := out.Unmark()
		out = plain.WithMarks(without(marks, isUnsettled))
	}
	if missing {
		out = out.Mark(absent{})
	}
	return out
}

// choice chooses between alternatives; where some tell when they are taken, and they refer to anything, so does what they
// refer to.
func choice(alternatives []cty.Value) cty.Value {
	plain := make([]cty.Value, len(alternatives))
	whens := make([]cty.ValueMarks, len(alternatives))
	told := false
	for i, v := range alternatives {
		plain[i], whens[i] = split(v)
		told = told || len(whens[i]) > 0
	}
	if !told || !refers(plain) {
		return graph.Choose(plain...)
	}
	for i, v := range plain {
		plain[i] = graph.Under(met(whens[i]), v)
	}
	return graph.ChooseBy(plain...)
}
