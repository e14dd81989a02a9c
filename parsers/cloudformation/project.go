// Package cloudformation reads CloudFormation templates, in YAML and JSON, and evaluates them into resource graphs as
// far as that can be done without deploying them. Properties are evaluated when they are asked for.
//
// It knows the language and the shapes of properties; what a resource type means it does not know, and must not.
package cloudformation

import (
	"bytes"
	"cmp"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/archlint/archlint/parsers/cloudformation/schema"
	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/parsers/fence"
	"github.com/archlint/archlint/parsers/graph"
)

// Options are what a user may say about how templates are to be read.
type Options struct {
	AssumeDefaults bool     // defaults of parameters decide everything
	Stdin          []byte   // content of the file named "-", if any
	Parameters     []string // parameter files; each that fits a root template is a reading of it
	// ParametersOf gives parameter files for one template, by its path; they count where none of Parameters fits it.
	ParametersOf func(template string) []graph.NamedFile
	// Within is what may be read of all that templates name; nil for everything.
	Within *fence.Fence
}

// Template is a template that is a unit of its own.
type Template struct {
	Path    string
	Size    int64  // bytes
	Reading string // the parameter file that it is read with; "" where there is none
}

// Project is the templates of one scan. Its methods may be called from several goroutines.
type Project struct {
	options Options
	stdin   string
	files   []string
	known   map[string]bool // files, as a set

	mu        sync.Mutex
	parsed    map[string]*template         // those that are needed more than once
	manifests map[string]map[string]string // manifests of assets, by file

	forAll   []*parameterFile          // those that the options name for all templates
	readings map[string]*parameterFile // all that were read, by name
	unfit    []graph.Diagnostic        // of those that are named for single templates

	shared map[string]bool // files of units that are never loaded

	listing sync.Once
	units   []Template
	failed  error               // why the units cannot be listed
	calls   map[string][]string // the files that each file makes nested stacks of
	nested  map[string]string   // files that other templates call, and the first that does

	exporting sync.Once
	exports   map[string][]export // by name
}

// Open makes a project of template files, whose paths are as they are to be shown, clean and with forward slashes.
// None is read yet. A nested template that is not among the files is read where it is. It fails only for an option that
// cannot be used.
func Open(files []string, o Options) (*Project, error) {
	p := &Project{options: o, stdin: string(o.Stdin), files: slices.Compact(slices.Sorted(slices.Values(files))), known: make(map[string]bool, len(files)), shared: map[string]bool{}, parsed: map[string]*template{}, manifests: map[string]map[string]string{}}
	for _, f := range p.files {
		p.known[f] = true
	}
	err := p.readReadings()
	return p, err
}

// HasProperty tells whether a resource type has a property at the path, as far as the schema goes: known is false for
// a type that is not in it. Elements of lists are stepped through without an index.
func HasProperty(resourceType string, path ...string) (known, has bool) {
	return schema.Has(resourceType, path...)
}

// read gives the content of a file.
func (p *Project) read(name string) (string, error) {
	if name == "-" {
		return p.stdin, nil
	}
	var content strings.Builder
	err := p.options.Within.ReadInto(&content, name, disk.MaxSource)
	return content.String(), err
}

// template gives the syntax of a file, and keeps it if it will be asked for again.
func (p *Project) template(name string, keep bool) *template {
	p.mu.Lock()
	t := p.parsed[name]
	if t != nil && !keep {
		delete(p.parsed, name)
	}
	p.mu.Unlock()
	if t != nil {
		return t
	}
	text, err := p.read(name)
	if err != nil {
		t = &template{src: newSource(name, "")}
		t.broken(graph.Range{File: name}, "the file cannot be read: "+err.Error())
	} else {
		t = parse(name, text, func(location string) (string, bool) { return p.local(name, location) })
	}
	if keep {
		p.mu.Lock()
		defer p.mu.Unlock()
		if other := p.parsed[name]; other != nil {
			return other
		}
		p.parsed[name] = t
	}
	return t
}

// local reads a file that a template names by a local path.
func (p *Project) local(from, location string) (string, bool) {
	if strings.Contains(location, "://") {
		return "", false
	}
	text, err := p.read(beside(from, location))
	return text, err == nil
}

// beside is the path of a file that is named from another one.
func beside(from, location string) string {
	location = strings.TrimPrefix(strings.ReplaceAll(location, `\`, "/"), "file://")
	if path.IsAbs(location) {
		return path.Clean(location)
	}
	return path.Join(path.Dir(from), location)
}

// Templates gives the templates that are units, by path. One that another template makes a nested stack of is read
// through that one, unless no unit reaches it. A template that parameter files fit is a unit with each of them. The error
// is about a parameter file that fits none.
func (p *Project) Templates() ([]Template, error) {
	p.findUnits()
	return slices.Clone(p.units), p.failed
}

// findUnits finds the units, once.
func (p *Project) findUnits() {
	p.listing.Do(func() {
		p.list()
		p.failed = p.readEach()
	})
}

// What stands in every template that calls another one.
var templateURL, serverlessApplication = []byte("TemplateURL"), []byte("AWS::Serverless::Application")

func (p *Project) list() {
	p.calls = map[string][]string{}
	p.nested = map[string]string{}
	sizes := map[string]int64{}
	var content bytes.Buffer
	for _, name := range p.files {
		content.Reset()
		var err error
		if name == "-" {
			content.WriteString(p.stdin)
		} else {
			err = p.options.Within.ReadInto(&content, name, disk.MaxSource)
		}
		sizes[name] = int64(content.Len())
		if err != nil || !bytes.Contains(content.Bytes(), templateURL) && !bytes.Contains(content.Bytes(), serverlessApplication) {
			continue
		}
		for _, called := range p.called(name) {
			if called != name {
				p.calls[name] = append(p.calls[name], called)
				p.nested[called] = cmp.Or(p.nested[called], name)
			}
		}
	}
	reached := map[string]bool{}
	root := func(name string) {
		p.units = append(p.units, Template{Path: name, Size: sizes[name]})
		for _, file := range p.reach(name) {
			reached[file] = true
		}
	}
	for _, name := range p.files {
		if p.nested[name] == "" {
			root(name)
		}
	}
	for _, name := range p.files { // templates that call each other in a ring
		if !reached[name] {
			root(name)
		}
	}
	slices.SortFunc(p.units, func(a, b Template) int { return strings.Compare(a.Path, b.Path) })
}

// reach lists the files that a template makes nested stacks of in turn, itself first.
func (p *Project) reach(name string) []string {
	seen := map[string]bool{name: true}
	out := []string{name}
	for i := 0; i < len(out); i++ {
		for _, called := range p.calls[out[i]] {
			if !seen[called] {
				seen[called] = true
				out = append(out, called)
			}
		}
	}
	return out
}

// Leave tells that some units are not going to be loaded.
func (p *Project) Leave(units []Template) {
	for _, one := range units {
		for _, file := range p.Reaches(one) {
			p.shared[file] = true
		}
	}
}

// Reaches lists the files that a unit is made of: its template, first, and those that it makes nested stacks of in turn.
func (p *Project) Reaches(one Template) []string {
	p.findUnits() // whoever asked for the units knows of the error
	return p.reach(one.Path)
}

// called are the files that the nested stacks of a template are made of.
func (p *Project) called(name string) []string {
	u := &unit{project: p, path: name}
	st := newStack(u, p.template(name, true), nil, "")
	var out []string
	for _, r := range st.order {
		if r.isStack() && r.exists != graph.False {
			if file, ok := r.templateFile(); ok {
				out = append(out, file)
			}
		}
	}
	return out
}

// Load evaluates a unit: a template with its nested stacks. Whatever goes wrong is a diagnostic and a gap of the graph.
func (p *Project) Load(one Template) *graph.Graph {
	p.findUnits() // whoever asked for the units knows of the error
	name := one.Path
	u := &unit{project: p, path: name, reading: p.reading(one.Reading)}
	st := newStack(u, p.template(name, p.nested[name] != "" || one.Reading != ""), nil, "")
	u.add(st)
	u.imported(st)
	u.graph = graph.New(name, graph.CloudFormation, u.resources, u.gaps)
	u.graph.Reading, u.graph.Ignores = one.Reading, u.ignores
	u.graph.Offers, u.graph.Outputs = st.exported, st.putOut
	for _, d := range u.found {
		u.graph.Diagnose(d)
	}
	return u.graph
}

// add puts the resources of a stack and of those nested in it into the unit.
func (u *unit) add(st *stack) {
	u.found = append(u.found, st.template.diagnostics...)
	u.takeIgnores(st.template)
	for _, g := range st.template.gaps {
		u.gap(g.Range, g.Message)
	}
	for _, name := range slices.Sorted(maps.Keys(st.conditions)) { // for the diagnostics
		st.base().condition(name, nil)
	}
	for _, r := range st.order {
		if r.dropped || r.exists == graph.False {
			continue
		}
		if len(u.resources) >= maxResources {
			u.gap(r.pair.key.rng(), "this unit has more resources than are read")
			return
		}
		switch child := r.nested(); {
		case child != nil:
			u.put(r, r, graph.Managed, r.kind)
			u.add(child)
		case r.isStack():
			if published := r.published(); published != "" {
				u.unread(r, handed{r}, published, "the application "+r.id+" is not read: it is published as "+published)
				continue
			}
			u.unread(r, handed{r}, r.source(), "the nested stack "+r.id+" is not read: its template "+r.source()+" is not here; put its file beside the template or among the paths")
		case r.isModule():
			u.unread(r, r, r.kind, "the module "+r.kind+" is not read: its template is in a registry")
		default:
			u.put(r, r, graph.Managed, r.kind)
		}
	}
}

func (u *unit) put(r *resource, s graph.Source, mode graph.Mode, kind string) *graph.Resource {
	whole := r.pair.whole()
	one := &graph.Resource{Address: r.address(), Type: kind, Name: r.id, Mode: mode, Language: graph.CloudFormation, Exists: r.exists, When: r.when,
		Maker: r.pair.value.get("Metadata").get("aws:cdk:path").literal(), Range: whole, Header: r.pair.headerLine(whole), Calls: r.stack.calls, Source: s}
	u.resources = append(u.resources, one)
	return one
}

// unread puts what could not be read, which knows what it was handed.
func (u *unit) unread(r *resource, s graph.Source, kind, message string) {
	one := u.put(r, s, graph.Module, kind)
	u.gaps = append(u.gaps, graph.Gap{Range: one.Header, Message: message, Module: one})
}
