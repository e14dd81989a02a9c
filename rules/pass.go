package rules

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
)

// A Pass is one run of one rule over one graph.
type Pass struct {
	Graph *graph.Graph

	rule        *Rule
	policy      Policy
	findings    []*Finding
	abstentions []Abstention
	off         []*graph.Resource // with faults that are not to be told
}

// A Finding is one fault of the architecture, at the place where its fix is written.
type Finding struct {
	Rule      *Rule
	Level     Level
	Message   string      // names the resource, the fact and its cause; without the further instances
	Range     graph.Range // one attribute or one header line
	Resource  Subject     // the first of the instances by address
	Related   []Related
	Trace     []graph.Step // the way of the value at Range
	Calls     []graph.Call // the module calls or nested stacks that lead to the resource, from the root inwards
	Unit      string       // the unit that Resource belongs to
	Fails     bool         // its level is one that the run is to fail on, in one at least of the units that have it
	Instances int          // how many instances of the same written code have the fault, 1 or more
	Edit      *graph.Edit  // the one edit that mends it; nil where it takes more, or where nobody knows
	Silenced  *Silence     // why it is not to be shown; nil where it is
	Readings  []string     // the parameter files that the unit has the fault with, where it is read with several; sorted

	given  bool              // the user has settled its level
	failOn Level             // see [Setting]
	about  []string          // addresses of the further resources that it is about
	beside []string          // IDs of rules that it does not give way to, though its rule does
	seen   map[instance]bool // instances that are counted, while findings of several readings are joined
}

// An instance is a resource of a unit.
type instance struct{ unit, address string }

// Text is the message, with the number of further instances where there are any.
func (f *Finding) Text() string {
	switch n := f.Instances - 1; {
	case n == 1:
		return f.Message + " (and 1 more instance)"
	case n > 1:
		return fmt.Sprintf("%s (and %d more instances)", f.Message, n)
	}
	return f.Message
}

// Subject names the resource that a finding or an abstention is about.
type Subject struct {
	Address string
	Type    string
	Range   graph.Range // of the whole block

	Formerly []string // addresses that it had before, the last one first
}

// Related is another place that belongs to a finding.
type Related struct {
	Range   graph.Range
	Message string
}

// An Abstention is a verdict that was not given, because something is not known.
type Abstention struct {
	Rule     *Rule
	Resource Subject
	Range    graph.Range // the resource's header
	Reason   string
	Unit     string
}

// Each yields the resources of a sequence, and forgets before each what was unknown about the one before. A rule
// ranges over its subjects with it.
func (p *Pass) Each(subjects iter.Seq[*graph.Resource]) iter.Seq[*graph.Resource] {
	return func(yield func(*graph.Resource) bool) {
		for r := range subjects {
			p.Graph.TakeDoubts()
			if !yield(r) {
				return
			}
		}
	}
}

// Report gives a verdict on at.Resource: True is a finding at that place, False a pass, Unknown an abstention whose
// reasons are the doubts met since the last verdict. The message is formatted only for a finding. The result is nil
// unless the verdict is True; its methods accept nil.
func (p *Pass) Report(verdict graph.Tri, at graph.Place, format string, args ...any) *Finding {
	return p.weigh(p.judge(p.rule.Level, verdict, at, format, args), at)
}

// Warn gives a verdict as [Pass.Report] does, on the lesser form of a fault: a finding is a warning.
func (p *Pass) Warn(verdict graph.Tri, at graph.Place, format string, args ...any) *Finding {
	return p.weigh(p.judge(Warning, verdict, at, format, args), at)
}

// weigh lowers the level of a finding about availability where the resource is known not to be in production. A level
// that the user gave stays.
func (p *Pass) weigh(f *Finding, at graph.Place) *Finding {
	if f != nil && !f.given && p.rule.Availability && f.Level > Note {
		if why := aws.NonProduction(at.Resource); why != "" {
			f.Level--
			f.Message += " (" + f.Level.String() + " only, since " + why + ")"
		}
	}
	return f
}

// Refuse gives a verdict as [Pass.Report] does, on what AWS does not accept: a finding is an error, in production and
// elsewhere.
func (p *Pass) Refuse(verdict graph.Tri, at graph.Place, format string, args ...any) *Finding {
	return p.judge(Error, verdict, at, format, args)
}

// Advise gives a verdict as [Pass.Report] does, on what could be better: a finding is a note.
func (p *Pass) Advise(verdict graph.Tri, at graph.Place, format string, args ...any) *Finding {
	return p.judge(Note, verdict, at, format, args)
}

func (p *Pass) judge(level Level, verdict graph.Tri, at graph.Place, format string, args []any) *Finding {
	doubts := p.Graph.TakeDoubts()
	if verdict == graph.True && ignored(at) {
		verdict = graph.Unknown
		doubts = []graph.Doubt{{Resource: at.Resource, Message: "changes of it that are made elsewhere are ignored on purpose (ignore_changes)"}}
	}
	switch verdict {
	case graph.True:
		where := at.Range()
		wanted := p.policy.At(p.Graph.Unit, where.File, p.rule)
		if wanted.Off {
			p.off = append(p.off, at.Resource)
			return nil
		}
		if wanted.Given {
			level = wanted.Level
		}
		f := &Finding{Rule: p.rule, Level: level, Message: withMaker(at.Resource, fmt.Sprintf(format, args...)), Range: where,
			Resource: subject(at.Resource), Calls: at.Resource.Calls, Unit: p.Graph.Unit, Instances: 1, given: wanted.Given, failOn: wanted.FailOn}
		if p.Graph.Reading != "" {
			f.Readings = []string{p.Graph.Reading}
		}
		if len(at.Path) > 0 {
			f.Trace = at.Resource.Source.Trace(at.Path)
			if n := len(f.Trace); n > 0 && f.Trace[n-1].Kind == graph.Fallback {
				f.Message += " (by default of " + f.Trace[n-1].Name + ")"
			}
		}
		p.findings = append(p.findings, f)
		return f
	case graph.Unknown:
		if p.policy.At(p.Graph.Unit, at.Resource.Header.File, p.rule).Off {
			return nil
		}
		p.abstentions = append(p.abstentions, Abstention{Rule: p.rule, Resource: subject(at.Resource), Range: at.Resource.Header,
			Reason: reason(at.Resource, doubts), Unit: p.Graph.Unit})
	}
	return nil
}

// withMaker names the construct that made a resource beside its address, where that first stands in the message as a word
// of its own: whoever wrote a program knows no other name.
func withMaker(r *graph.Resource, message string) string {
	if r.Maker == "" {
		return message
	}
	for from := 0; ; {
		i := strings.Index(message[from:], r.Address)
		if i < 0 {
			return message
		}
		i += from
		end := i + len(r.Address)
		if (i == 0 || !partOfName(message[i-1])) && (end == len(message) || !partOfName(message[end])) {
			return message[:end] + " (" + r.Maker + ")" + message[end:]
		}
		from = i + 1
	}
}

// partOfName tells whether a logical ID, or the path of one, goes on with a byte.
func partOfName(c byte) bool {
	return c == '/' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// ignored tells whether the attribute at a place is known to be left alone once it exists, so that what is written may
// not hold. A plan does not say, but has what will hold.
func ignored(at graph.Place) bool {
	if len(at.Path) == 0 {
		return false
	}
	first, ok := at.Path[0].(cty.GetAttrStep)
	return ok && at.Resource.Source.Ignored(first.Name) == graph.True
}

// As gives the finding another level than its rule's, unless the user gave one.
func (f *Finding) As(l Level) *Finding {
	if f != nil && !f.given {
		f.Level = l
	}
	return f
}

// FixedBy offers the edit that mends the fault, if there is one: see [aws.Value.Put]. It is asked of findings alone.
func (f *Finding) FixedBy(put func() (graph.Edit, bool)) *Finding {
	if f == nil {
		return nil
	}
	if e, ok := put(); ok && e.Range.Known() {
		f.Edit = &e
	}
	return f
}

// With adds a related place, if it is known, elsewhere than the finding itself and not there yet.
func (f *Finding) With(at graph.Place, format string, args ...any) *Finding {
	if f != nil && at.Resource != nil {
		r := at.Range()
		told := slices.ContainsFunc(f.Related, func(o Related) bool { return o.Range == r })
		if r.Known() && r != f.Range && !told {
			f.Related = append(f.Related, Related{Range: r, Message: fmt.Sprintf(format, args...)})
		}
	}
	return f
}

// WithFleet names the fleet that comes to harm with a store, if one is known to depend on it.
func (f *Finding) WithFleet(store *graph.Resource) *Finding {
	if f == nil {
		return nil
	}
	return f.WithDependent(aws.DependentFleet(store), store)
}

// WithDependent names the fleet that comes to harm with something, and the zones that it has in vain, unless it is nil.
func (f *Finding) WithDependent(fleet, on *graph.Resource) *Finding {
	if f == nil || fleet == nil {
		return f
	}
	which := ""
	if zones := aws.ZonesOfCompute(fleet); !zones.Open && zones.AtLeast(2) == graph.True {
		which = fmt.Sprintf(", which runs in %v,", zones)
	}
	f.Message += "; " + fleet.Address + which + " depends on it"
	return f.With(graph.Place{Resource: fleet}, "the fleet that depends on %s", on.Address)
}

// WithZones adds the subnets that tell the zones of something as related places.
func (f *Finding) WithZones(zones aws.Zones) *Finding {
	if f == nil {
		return nil
	}
	for _, e := range zones.Evidence {
		if e.Resource == nil {
			continue
		}
		if in := aws.ZonesOfSubnet(e.Resource); in.String() == "the zone of "+e.Resource.Address { // it names no zone
			f.With(e, "%s is declared here", e.Resource.Address)
		} else {
			f.With(e, "%s lies in %v", e.Resource.Address, in)
		}
	}
	return f
}

func subject(r *graph.Resource) Subject {
	return Subject{Address: r.Address, Type: r.Type, Range: r.Range, Formerly: r.Formerly}
}

// reason makes one sentence of doubts about a resource: the first few, each once.
func reason(r *graph.Resource, doubts []graph.Doubt) string {
	const most = 3
	var words []string
	for _, d := range doubts {
		if slices.Contains(words, d.Message) {
			continue
		}
		if len(words) == most {
			words = append(words, "and more")
			break
		}
		words = append(words, d.Message)
	}
	switch {
	case len(words) > 0:
	case r.Exists != graph.True:
		return "whether there is " + r.Address + " is not known"
	default:
		return "not enough is known"
	}
	return strings.Join(words, "; ")
}
