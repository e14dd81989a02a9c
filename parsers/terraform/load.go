package terraform

import (
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/parsers/fence"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform/summaries"
)

// Load reads a root with all that it calls into a graph. Whatever goes wrong is a diagnostic and a gap of the graph.
// It may be called for several directories at the same time; what an attribute is, is evaluated when the graph is
// asked, by its own goroutine.
func (p *Project) Load(name string) *graph.Graph {
	l := &loader{p: p, asked: map[string]bool{}, adopted: map[*dir]bool{}}
	defer p.release(name, l.asked)
	u := l.newUnit(name)
	u.states = &states{l: l, made: map[string]*state{}}

	d, err := l.parse(name)
	if d == nil {
		message := "there are no Terraform files here"
		if err != nil {
			message = "the directory cannot be read: " + disk.Cause(err).Error()
		}
		at := graph.Range{File: name}
		l.report(graph.Diagnostic{Severity: graph.Error, Range: at, Message: message})
		l.gaps = append(l.gaps, graph.Gap{Range: at, Message: message})
	} else {
		l.adopt(d)
		l.lay(d)
		u.main = newModule(u, d)
		l.guard(func() { l.list(u.main) })
		moved(l.resources, l.moves)
		u.states.list()
	}
	g := graph.New(name, graph.Terraform, l.resources, l.gaps)
	g.Declare(l.declared)
	g.Ignores, g.Library = l.ignores, u.library
	for _, d := range l.diagnostics {
		g.Diagnose(d)
	}
	l.g = g
	if u.main != nil {
		g.Outputs = func() (all []cty.Value) {
			l.guard(func() {
				for _, name := range slices.Sorted(maps.Keys(u.main.d.outputs)) {
					all = append(all, u.main.output(name)...)
				}
			})
			return all
		}
		if u.library {
			g.Offers = g.Outputs
		}
		g.Beside = l.beside
	}
	return g
}

// A loader gathers the graph of a unit.
type loader struct {
	p         *Project
	u         *unit
	asked     map[string]bool
	adopted   map[*dir]bool
	providing []*module // those that configure providers
	declared  []graph.Declaration
	resources []*graph.Resource // that are made before somebody asks
	moves     map[string]string // former addresses by those that follow them
	gaps      []graph.Gap
	ignores   []graph.Ignore
	silent    bool // for another root than the one that is linted: its troubles are told there

	diagnostics []graph.Diagnostic // until there is a graph
	g           *graph.Graph
}

func (l *loader) report(d graph.Diagnostic) {
	if l.silent || summaries.Is(d.Range.File) {
		return // whoever calls a published module can do nothing about it
	}
	if l.g != nil {
		l.g.Diagnose(d)
		return
	}
	l.diagnostics = append(l.diagnostics, d)
}

func (l *loader) hide(gap graph.Gap) {
	if l.g != nil {
		l.g.Gaps = append(l.g.Gaps, gap)
		return
	}
	l.gaps = append(l.gaps, gap)
}

// takeIgnores takes up the remarks in the files of a directory.
func (l *loader) takeIgnores(d *dir) {
	if l.silent {
		return // the root whose resources they are about takes them up
	}
	unsure := ""
	switch {
	case l.p.dirs[d.path] == nil:
		unsure = graph.Elsewhere
	case len(d.unread) > 0:
		unsure = "not all of " + d.path + " could be read"
	case l.p.shared[d.path]:
		unsure = "others that are not linted this time use " + d.path
	}
	for _, ignore := range d.ignores {
		ignore.Unsure = unsure
		l.ignores = append(l.ignores, ignore)
	}
}

func (l *loader) parse(name string) (*dir, error) {
	l.asked[name] = true
	return l.p.parse(name)
}

// adopt takes up what is to be told of a directory, once.
func (l *loader) adopt(d *dir) {
	if l.adopted[d] {
		return
	}
	l.adopted[d] = true
	l.u.budget += d.size
	l.gaps = append(l.gaps, d.unread...)
	l.takeIgnores(d)
	for _, x := range d.diagnostics {
		l.report(x)
	}
	maps.Copy(l.u.lines, d.lines)
	if !d.summary {
		l.u.allowed[d.path] = true
	}
}

// readGiven gathers the values of root variables that come from outside: the command line wins over the files that are
// named for the root, these over those that Terraform reads by itself, and all files over the environment.
func (l *loader) readGiven(name string) {
	for _, f := range automaticVars(name) {
		values, diagnostics, err := readVars(f, l.p.options.Within)
		if err != nil {
			l.report(graph.Diagnostic{Severity: graph.Error, Range: graph.Range{File: f}, Message: err.Error()})
			l.u.unread = true
			continue
		}
		for _, d := range diagnostics {
			l.report(d)
			l.u.unread = true
		}
		maps.Copy(l.u.given, values)
	}
	for name, g := range l.p.env {
		if _, written := l.u.given[name]; !written && !l.u.unread { // what was not read may say otherwise
			l.u.given[name] = g
		}
	}
	maps.Copy(l.u.given, l.p.of[name])
	maps.Copy(l.u.given, l.p.given)
}

// deployable tells whether somebody means to deploy a root that nothing else tells of: there is a tfvars file named for it
// that gives something it asks for, and nothing is left that it must be given.
func (l *loader) deployable(name string) bool {
	values := l.p.of[name]
	if len(values) == 0 {
		return false
	}
	d, _ := l.parse(name)
	if d == nil {
		return false
	}
	asked := false
	for n, v := range d.variables {
		if _, given := l.u.given[n]; !given && v.fallback == nil {
			return false
		}
		_, given := values[n]
		asked = asked || given
	}
	return asked
}

// guard keeps a fault of the evaluator within its unit.
func (l *loader) guard(f func()) {
	defer func() {
		if r := recover(); r != nil {
			message := fmt.Sprintf("evaluating this failed and what is left of it is not known; please report this: %v", r)
			at := graph.Range{File: l.u.root}
			l.report(graph.Diagnostic{Severity: graph.Error, Range: at, Message: message})
			l.hide(graph.Gap{Range: at, Message: message})
		}
	}()
	f()
}

// list takes up what a module and all that it calls declare.
func (l *loader) list(m *module) {
	u := m.u
	if len(m.d.providers) > 0 {
		l.providing = append(l.providing, m)
	}
	for _, move := range m.d.moves {
		if l.moves == nil {
			l.moves = map[string]string{}
		}
		l.moves[m.address+move.to] = m.address + move.from
	}
	for _, key := range m.d.order {
		l.declare(m, key)
	}
	for _, name := range m.d.callOrder {
		all, x := m.children(name)
		for i, c := range all {
			if c.d != nil {
				before := len(l.resources)
				l.list(c)
				l.complete(m, x.instances[i], c, l.resources[before:])
			} else {
				l.unread(m, x.instances[i], c)
			}
		}
	}
	if u.modules > maxModules {
		l.gaps = append(l.gaps, graph.Gap{Range: graph.Range{File: m.d.path}, Message: "too much to evaluate: not everything here was looked at"})
	}
}

// declare takes up a resource or data source of a module. How many there are of it is found out when somebody asks, but
// for what a plan is laid over, which is the shorter way to its instances, and what other roots may be found by.
func (l *loader) declare(m *module, key string) {
	b := m.d.resources[key]
	if m.u.plan != nil {
		l.resources = append(l.resources, l.instances(m, key)...)
		return
	}
	if b.Type == "data" && b.Labels[0] == remoteState {
		for _, in := range m.expand(key, b).instances {
			if _, exists := m.standing(in); exists != graph.False {
				m.remote(in)
			}
		}
	}
	l.declared = append(l.declared, graph.Declaration{Address: m.address + key, Type: b.Labels[0], Mode: modeOf(b), Make: func() (all []*graph.Resource) {
		l.guard(func() { all = l.instances(m, key) })
		moved(all, l.moves)
		return all
	}, Mentions: func() (all []graph.Mention) {
		l.guard(func() { all = scope{m: m, anyKey: true}.mentionsOf(b) })
		return all
	}})
}

// modeOf is the mode of what a block declares.
func modeOf(b *hclsyntax.Block) graph.Mode {
	if b.Type == "data" {
		return graph.Data
	}
	return graph.Managed
}

// instances makes the resources that a block declares.
func (l *loader) instances(m *module, key string) (all []*graph.Resource) {
	b, u := m.d.resources[key], m.u
	provider, _, _ := m.providerOf(b)
	at := m.shown(b)
	for _, in := range m.expand(key, b).instances {
		when, exists := m.standing(in)
		if exists == graph.False {
			continue
		}
		all = append(all, &graph.Resource{Address: in.address, Type: b.Labels[0], Name: b.Labels[1], Mode: modeOf(b),
			Language: graph.Terraform, Provider: provider, Exists: exists, When: when, Range: u.place(at.Range()), Header: u.place(at.DefRange()),
			Calls: m.calls, Source: l.source(m, in)})
	}
	return all
}

// standing is where an instance exists, and whether it does.
func (m *module) standing(in *instance) (when graph.Condition, exists graph.Tri) {
	exists, when = m.existing(in), m.whenOf(in)
	if exists == graph.Unknown {
		exists = when.Tri() // conditions may exclude each other, or be all there are
	}
	return when, exists
}

// beside implements [graph.Graph.Beside]: regions, accounts and tags come from the configurations of providers. What a plan
// or the state of another root tells refers to more than is mentioned.
func (l *loader) beside() (refs []graph.Ref, all bool) {
	u := l.u
	if u.plan != nil || u.spent {
		return nil, false
	}
	for _, read := range u.readings {
		if read != nil {
			return nil, false
		}
	}
	l.guard(func() {
		for _, m := range l.providing {
			for _, name := range sortedKeys(m.d.providers) {
				for _, w := range u.wordsOf(m.d.providers[name]) {
					of, _ := scope{m: m}.referents(w)
					refs = append(refs, of...)
				}
			}
		}
		all = !u.spent
	})
	return refs, all
}

// unread makes a gap of a module that could not be read, which knows what it was handed.
func (l *loader) unread(m *module, in *instance, c *module) {
	if l.plannedModule(m, in, c) {
		return
	}
	call := in.block
	provider, _, _ := m.provider("aws")
	src := sourceOf(call)
	at := m.shown(call)
	r := &graph.Resource{Address: in.address, Type: src, Name: call.Labels[0], Mode: graph.Module, Language: graph.Terraform, Provider: provider,
		Exists: c.exists, When: c.when, Range: m.u.place(at.Range()), Header: m.u.place(at.DefRange()), Calls: m.calls,
		Source: &source{l: l, m: m, in: in, leaveOut: callArguments}}
	l.resources = append(l.resources, r)
	message := "module source not on disk: " + src
	switch {
	case m.d.summary:
		message = "a part of " + summaries.Module(m.d.path) + " that is not known here: " + call.Labels[0]
	case src == "":
		message = "the source of the module is not a literal text"
	case l.u.modules > maxModules:
		message = fmt.Sprintf("there are more than %d modules here: not all were looked at", maxModules)
	case isLocal(src) && tooLong(src):
		message = "the source of the module is longer than the path of any directory"
	case isLocal(src):
		message = "the module " + path.Join(m.d.path, src) + " could not be read"
	}
	l.gaps = append(l.gaps, graph.Gap{Range: r.Header, Message: message, Module: r})
}

// installed reads where terraform init has put modules: their key to their directory.
func installed(root string, within *fence.Fence) map[string]string {
	const file = ".terraform/modules/modules.json"
	src, err := readBounded(path.Join(root, file), within, disk.MaxSource)
	if err != nil {
		return nil
	}
	var manifest struct {
		Modules []struct{ Key, Dir string }
	}
	if json.Unmarshal(src, &manifest) != nil {
		return nil
	}
	out := make(map[string]string, len(manifest.Modules))
	for _, m := range manifest.Modules {
		where := strings.ReplaceAll(m.Dir, "\\", "/")
		if m.Key != "" && !path.IsAbs(where) {
			out[m.Key] = path.Join(root, where)
		}
	}
	return out
}
