package cloudformation

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/weight"
	"github.com/zclconf/go-cty/cty"
)

// A parameterFile is a set of values that root templates are deployed with: what a parameter file says.
type parameterFile struct {
	name     string  // the file, as it is to be shown
	values   section // by the names of parameters
	previous map[string]bool
	template string // the file that the values are for, where the parameter file names it; "" else
}

// readParameterFile reads a parameter file, in JSON or YAML and any of the shapes that tools take:
//
//   - a list of {ParameterKey, ParameterValue}: see "Create a stack" in the reference of the AWS CLI;
//   - a list of "key=value": see "deploy", --parameter-overrides, there;
//   - {"Parameters": {key: value}}: see "CloudFormation artifacts" in the CodePipeline user guide;
//   - template-file-path and parameters: see "Git sync" in the CloudFormation user guide;
//   - {key: value} alone.
//
// Its error says what is wrong with the file and where.
func readParameterFile(name string) (*parameterFile, error) {
	text, err := disk.Read(name, disk.MaxSource)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return parseParameterFile(name, string(text))
}

func parseParameterFile(name, text string) (*parameterFile, error) {
	if weight.TooHeavy(text) {
		return nil, fmt.Errorf("%s: %s", name, weight.Refusal)
	}
	t := &template{src: newSource(name, text)}
	root := t.parseText(t.decodable())
	if len(t.gaps) > 0 {
		return nil, fmt.Errorf("%s: line %d: %s", name, max(1, t.gaps[0].Range.Start.Line), t.gaps[0].Message)
	}
	r := &parameterFile{name: name, previous: map[string]bool{}}
	if root == nil {
		return r, nil
	}
	if root.kind == mapping {
		if file := root.find("template-file-path"); file != nil {
			r.template = file.value.literal()
		}
		for _, key := range []string{"Parameters", "parameters"} {
			if p := root.find(key); p != nil && p.value.kind != scalar {
				root = p.value
				break
			}
		}
	}
	pairs, err := r.pairs(root)
	if err != nil {
		return nil, err
	}
	r.values = newSection(&node{kind: mapping, pairs: pairs})
	return r, nil
}

// pairs are the names and values that a node says.
func (r *parameterFile) pairs(n *node) (out []pair, err error) {
	switch n.kind {
	case null:
	case mapping:
		for _, p := range n.pairs {
			if !p.value.isGiven() {
				return nil, r.notText(p.key, p.value)
			}
			out = append(out, p)
		}
	case sequence:
		for _, item := range n.items {
			one, err := r.item(item)
			if err != nil {
				return nil, err
			}
			out = append(out, one...)
		}
	default:
		return nil, r.fail(n, "this is no list or mapping of parameters")
	}
	return out, nil
}

// item reads an element of a list of parameters; there is none where the value is that of the deployment before.
func (r *parameterFile) item(n *node) ([]pair, error) {
	if n.isText() {
		key, value, ok := strings.Cut(n.text, "=")
		if !ok {
			return nil, r.fail(n, "write it as key=value")
		}
		k, v := *n, *n
		k.text, v.text = strings.TrimSpace(key), value
		return []pair{{key: &k, value: &v}}, nil
	}
	key := n.get("ParameterKey")
	if key.literal() == "" {
		return nil, r.fail(n, "an element of the list needs a ParameterKey")
	}
	value := n.get("ParameterValue")
	if value == nil {
		if strings.EqualFold(n.get("UsePreviousValue").literal(), "true") {
			r.previous[key.text] = true
			return nil, nil
		}
		return nil, r.fail(n, "an element of the list needs a ParameterValue")
	}
	if !value.isGiven() {
		return nil, r.notText(key, value)
	}
	return []pair{{key: key, value: value}}, nil
}

func (r *parameterFile) fail(n *node, message string) error {
	return fmt.Errorf("%s: line %d: %s", r.name, n.rng().Start.Line, message)
}

func (r *parameterFile) notText(key, value *node) error {
	return r.fail(value, fmt.Sprintf("the value of %q is neither a text nor a list of texts", key.text))
}

// isGiven tells whether a node is a value that a parameter may be given.
func (n *node) isGiven() bool {
	if n.isText() || n.kind == null {
		return true
	}
	return n.kind == sequence && n.fn == noFunction && !slices.ContainsFunc(n.items, func(e *node) bool { return !e.isText() })
}

// fits tells whether the values are for a template: it has all of the parameters, and its name is the one that the file
// gives if it gives one. missing is a parameter that the template does not have.
func (r *parameterFile) fits(t *template) (ok bool, missing string) {
	if r.template != "" && t.src.name != r.template && !strings.HasSuffix(t.src.name, "/"+r.template) {
		return false, ""
	}
	for _, p := range r.values.pairs {
		if t.parameters.find(p.key.text) == nil {
			return false, p.key.text
		}
	}
	return true, ""
}

// value gives what a parameter of a root is given; ok is false where the file does not say.
func (r *parameterFile) value(st *stack, name string, t parameterType) (v cty.Value, ok bool) {
	switch p := r.values.find(name); {
	case r.previous[name]:
		return t.unknown(), true
	case p == nil || p.value.kind == null:
		return v, false
	default:
		v = scope{stack: st, world: st.base()}.textual(p.value)
		if p.value.kind == sequence && !t.list {
			v = cty.StringVal(joined(p.value))
		}
		return t.convert(v), true
	}
}

// joined is a list as the text that the command line makes of it.
func joined(n *node) string {
	var all []string
	for _, e := range n.items {
		all = append(all, e.text)
	}
	return strings.Join(all, ",")
}

// readReadings reads the parameter files that the options name for all templates.
func (p *Project) readReadings() error {
	p.readings = map[string]*parameterFile{}
	var all []error
	for _, name := range p.options.Parameters {
		r, err := p.readingFrom(filepath.ToSlash(filepath.Clean(name)))
		if err != nil {
			all = append(all, fmt.Errorf("--parameters %w", err))
			continue
		}
		p.forAll = append(p.forAll, r)
	}
	return errors.Join(all...)
}

// readingFrom reads a parameter file, once.
func (p *Project) readingFrom(name string) (*parameterFile, error) {
	if r := p.readings[name]; r != nil {
		return r, nil
	}
	r, err := readParameterFile(name)
	if err == nil {
		p.readings[name] = r
	}
	return r, err
}

// readEach makes of the units those that they are with each parameter file that fits them: of those that are for all, or
// else of those that are named for the unit. A file for all that fits none is an error.
func (p *Project) readEach() error {
	if len(p.forAll) == 0 && p.options.ParametersOf == nil {
		return nil
	}
	var units []Template
	used := map[*parameterFile]bool{}
	lacks := map[*parameterFile]string{}
	fitting := func(u Template, some []*parameterFile) (out []Template) {
		for _, r := range some {
			ok, missing := r.fits(p.template(u.Path, true))
			if !ok {
				if missing != "" && lacks[r] == "" {
					lacks[r] = fmt.Sprintf("%s has no parameter %q", u.Path, missing)
				}
				continue
			}
			used[r] = true
			out = append(out, Template{Path: u.Path, Size: u.Size, Reading: r.name})
		}
		return out
	}
	var named []graph.NamedFile
	for _, u := range p.units {
		with := fitting(u, p.forAll)
		if len(with) == 0 && p.options.ParametersOf != nil {
			var own []*parameterFile
			for _, f := range p.options.ParametersOf(u.Path) {
				r, err := p.readingFrom(f.Path)
				if err != nil {
					return fmt.Errorf("%s:%d: parameter file %w", f.At.File, f.At.Start.Line, err)
				}
				if !slices.Contains(own, r) {
					own = append(own, r)
				}
				named = append(named, f)
			}
			with = fitting(u, own)
		}
		if len(with) == 0 {
			with = []Template{u}
		}
		units = append(units, with...)
	}
	for _, r := range p.forAll {
		if !used[r] {
			return fmt.Errorf("--parameters %s: %s", r.name, p.misfit(r, lacks[r]))
		}
	}
	told := map[graph.NamedFile]bool{}
	for _, f := range named {
		if r := p.readings[f.Path]; !used[r] && !f.Optional && !told[f] {
			told[f] = true
			p.unfit = append(p.unfit, graph.Diagnostic{Severity: graph.Warning, Range: f.At, Message: "parameter file " + f.Path + ": " + p.misfit(r, lacks[r])})
		}
	}
	p.units = units
	return nil
}

// misfit says why a parameter file fits no template.
func (p *Project) misfit(r *parameterFile, lacks string) string {
	why := lacks
	nested := p.nestedFor(r)
	switch {
	case nested != "":
		why = nested + " has these parameters, but is read as a nested stack of " + p.nested[nested] + ", with what that hands it; give the parameters of " + p.nested[nested]
	case why == "" && r.template != "":
		why = fmt.Sprintf("there is no template %q", r.template)
	case why == "":
		why = "there is no template"
	}
	return "it fits none of the templates here: " + why
}

// Unfit tells of the files of [Options.ParametersOf] that fit no template, after [Project.Templates].
func (p *Project) Unfit() []graph.Diagnostic { return p.unfit }

// nestedFor is the first template that the values are for but that is no unit, since others make nested stacks of it, or "".
func (p *Project) nestedFor(r *parameterFile) string {
	for _, name := range slices.Sorted(maps.Keys(p.nested)) {
		if ok, _ := r.fits(p.template(name, true)); ok && len(r.values.pairs) > 0 {
			return name
		}
	}
	return ""
}

// reading gives a parameter file by its name, or nil.
func (p *Project) reading(name string) *parameterFile { return p.readings[name] }

// readingOf is what a root template is deployed with: the unit's own with the values of the unit, another one, which
// something is imported from, with the only parameter file that fits it.
func (u *unit) readingOf(file string) *parameterFile {
	if file == u.path || len(u.project.readings) == 0 {
		return u.reading
	}
	var only *parameterFile
	for _, one := range u.project.units {
		if one.Path != file {
			continue
		}
		if only != nil {
			return nil
		}
		only = u.project.reading(one.Reading)
	}
	return only
}

// given is the station of a value that a parameter file gives.
func (st *stack) given(name string) (graph.Step, bool) {
	if st.reading == nil || !st.root() {
		return graph.Step{}, false
	}
	p := st.reading.values.find(name)
	if p == nil {
		return graph.Step{}, false
	}
	return graph.Step{Kind: graph.Given, Name: "Parameters." + name, Range: p.value.rng()}, true
}
