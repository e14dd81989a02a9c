package rules

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/archlint/archlint/parsers/graph"
)

// A Loader reads one unit. Loaders of one run may be called at the same time, each at most once.
type Loader func() *graph.Graph

// A Result is what came of a run, ordered by place, then rule.
type Result struct {
	Rules       []*Rule // those that ran
	Findings    []*Finding
	Ignored     []*Finding // that the source says are meant so
	Abstentions []Abstention
	Diagnostics []graph.Diagnostic
	Units       int
	Resources   int // managed resources that are declared; see [graph.Graph.Declared]
	Known       int // places with findings that a screen left out since they are known already

	readings map[string][]string // the parameter files that units are read with
	remarks  []*Remark
}

// Run loads every unit and judges it by every rule, several units at a time. Only findings, abstentions and
// diagnostics outlive a unit. Findings at the same written place that all screens let through are joined into one.
func Run(units []Loader, rules []*Rule, o Options) Result {
	if o.Policy == nil {
		o.Policy = asWritten{}
	}
	if o.Known == nil {
		o.Known = rules
	}
	o.names = named(o.Known)
	out := Result{Rules: rules, Units: len(units)}
	parts := make([]Result, len(units))
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(units)) {
		workers.Go(func() {
			for i := range next {
				parts[i] = judge(units[i](), rules, o)
			}
		})
	}
	for i := range units {
		next <- i
	}
	close(next)
	workers.Wait()
	readings := map[string][]string{}
	for _, p := range parts {
		out.Findings = append(out.Findings, p.Findings...)
		out.Ignored = append(out.Ignored, p.Ignored...)
		out.Abstentions = append(out.Abstentions, p.Abstentions...)
		out.Diagnostics = append(out.Diagnostics, p.Diagnostics...)
		out.remarks = append(out.remarks, p.remarks...)
		out.Resources += p.Resources
		for unit, r := range p.readings {
			readings[unit] = append(readings[unit], r...)
		}
	}
	out.judgeRemarks(o)
	arrange(out.Findings)
	for _, screen := range o.Screens {
		out.Findings = screen(out.Findings)
	}
	out.Findings = join(out.Findings)
	tellReadings(out.Findings, readings)
	arrange(out.Ignored)
	out.Ignored = join(out.Ignored)
	tellReadings(out.Ignored, readings)
	slices.SortStableFunc(out.Abstentions, func(a, b Abstention) int {
		return cmp.Or(a.Range.Compare(b.Range), strings.Compare(a.Rule.ID, b.Rule.ID), strings.Compare(a.Resource.Address, b.Resource.Address), strings.Compare(a.Reason, b.Reason), strings.Compare(a.Unit, b.Unit))
	})
	out.Abstentions = slices.CompactFunc(out.Abstentions, func(a, b Abstention) bool { // one module in many roots
		return a.Rule == b.Rule && a.Range == b.Range && a.Resource.Address == b.Resource.Address && a.Reason == b.Reason
	})
	slices.SortStableFunc(out.Diagnostics, graph.Diagnostic.Compare)
	out.Diagnostics = slices.Compact(out.Diagnostics)
	return out
}

// judge runs every rule over one graph.
func judge(g *graph.Graph, rules []*Rule, o Options) Result {
	out := Result{Resources: g.Declared()}
	var trials []trial
	for _, rule := range rules {
		if rule.Check == nil || !o.Policy.Runs(g.Unit, rule) {
			continue
		}
		p := &Pass{Graph: g, rule: rule, policy: o.Policy}
		failed := !p.check()
		trials = append(trials, trial{rule, failed, p.abstentions, p.off})
		out.Findings = append(out.Findings, p.findings...)
		out.Abstentions = append(out.Abstentions, p.abstentions...)
	}
	ignores := silencesOf(g, o)
	for _, f := range out.Findings {
		ignores.silence(f)
	}
	settled := settle(out.Findings)
	out.Findings = nil
	for _, f := range settled {
		f.Fails = f.Silenced == nil && f.Level >= f.failOn
		if f.Silenced != nil {
			out.Ignored = append(out.Ignored, f)
		} else {
			out.Findings = append(out.Findings, f)
		}
	}
	out.remarks = ignores.verdicts(trials)
	if o.After != nil {
		o.After(g, Verdicts{out.Findings, out.Ignored, out.Abstentions})
	}
	out.Diagnostics = g.Diagnostics()
	if g.Reading != "" {
		out.readings = map[string][]string{g.Unit: {g.Reading}}
	}
	return out
}

// judgeRemarks runs the rules about ignores.
func (out *Result) judgeRemarks(o Options) {
	remarks := gather(out.remarks)
	o.spell(remarks)
	for _, rule := range out.Rules {
		if rule.Remarks == nil || len(remarks) == 0 {
			continue
		}
		p := &RemarkPass{Remarks: remarks, rule: rule, policy: o.Policy}
		rule.Remarks(p)
		out.Findings = append(out.Findings, p.findings...)
		out.Abstentions = append(out.Abstentions, p.abstentions...)
	}
}

// check runs the rule and tells whether it ran to its end; one that panics is told of and the rest goes on.
func (p *Pass) check() (done bool) {
	defer func() {
		if e := recover(); e != nil {
			p.Graph.Diagnose(graph.Diagnostic{Severity: graph.Error, Range: graph.Range{File: p.Graph.Unit},
				Message: fmt.Sprintf("rule %s failed and was left out here; please report this: %v", p.rule.ID, e)})
		}
	}()
	p.Graph.TakeDoubts()
	p.rule.Check(p)
	return true
}

// arrange orders findings: those of one rule at the same written place stand together, the gravest first, and of those
// the first by unit and address.
func arrange(all []*Finding) {
	slices.SortStableFunc(all, func(a, b *Finding) int {
		return cmp.Or(a.Range.Compare(b.Range), strings.Compare(a.Rule.ID, b.Rule.ID), cmp.Compare(b.Level, a.Level), strings.Compare(a.Unit, b.Unit), strings.Compare(a.Resource.Address, b.Resource.Address), strings.Compare(a.Message, b.Message))
	})
}

// join makes one of the arranged findings that the same rule has at the same written place.
func join(all []*Finding) []*Finding {
	var out []*Finding
	for _, f := range all {
		if n := len(out); n > 0 && out[n-1].Rule == f.Rule && out[n-1].Range == f.Range {
			out[n-1].absorb(f)
			continue
		}
		out = append(out, f)
	}
	return out
}

// mostElsewhere is how many further places are told of one finding.
const mostElsewhere = 10

// read takes up the parameter files that another finding of the same written fault is made with, and tells whether it is
// about an instance that is counted already.
func (f *Finding) read(o *Finding) (counted bool) {
	if len(o.Readings) == 0 {
		return false
	}
	if f.seen == nil {
		f.seen = map[instance]bool{{f.Unit, f.Resource.Address}: true}
	}
	f.Readings = append(f.Readings, o.Readings...)
	slices.Sort(f.Readings)
	f.Readings = slices.Compact(f.Readings)
	at := instance{o.Unit, o.Resource.Address}
	counted = f.seen[at]
	f.seen[at] = true
	return counted
}

// tellReadings says with which parameter files there is a fault, where that is not with all of them.
func tellReadings(all []*Finding, readings map[string][]string) {
	for _, f := range all {
		if n := len(f.Readings); n > 0 && n < len(readings[f.Unit]) {
			f.Message += " (with " + strings.Join(f.Readings, ", ") + ")"
		}
	}
}

// absorb counts another instance of the same written fault. Where it comes by another call, or its value from another
// place, that place may need an edit of its own: it becomes a related one.
func (f *Finding) absorb(o *Finding) {
	if !f.read(o) {
		f.Instances++
	}
	if f.Edit != nil && (o.Edit == nil || *o.Edit != *f.Edit) {
		f.Edit = nil // it would not do for all of them
	}
	f.Fails = f.Fails || o.Fails
	at := o.decided()
	if !at.Known() || at == f.decided() || len(f.Related) >= mostElsewhere || slices.ContainsFunc(f.Related, func(r Related) bool { return r.Range == at }) {
		return
	}
	f.Related = append(f.Related, Related{Range: at, Message: "also decides " + o.Resource.Address})
}

// decided is where the value was decided outside the place of the finding: the end of its way, else the nearest call.
func (f *Finding) decided() graph.Range {
	if n := len(f.Trace); n > 1 {
		return f.Trace[n-1].Range
	}
	if n := len(f.Calls); n > 0 {
		return f.Calls[n-1].Range
	}
	return graph.Range{}
}
