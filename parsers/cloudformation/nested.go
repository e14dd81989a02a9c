package cloudformation

import (
	"cmp"
	"errors"
	"path"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/parsers/fence"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/zclconf/go-cty/cty"
)

// nested is the stack that a nested stack's resource makes; nil where its template is not at hand.
func (r *resource) nested() *stack {
	if r.resolved || !r.isStack() {
		return r.child
	}
	r.resolved = true
	u := r.stack.unit
	file, ok := r.templateFile()
	if !ok {
		if text, _ := graph.Text(r.location()); u.project.refuses(r.stack.template.src.name, text) {
			u.diagnose(graph.Warning, r.pair.headerLine(r.pair.whole()), "the template %s of the nested stack %s is not read: %s", text, r.id, fence.ErrOutside)
		}
		return nil
	}
	depth := 0
	for st := r.stack; st != nil; depth++ {
		if st.template.src.name == file {
			u.diagnose(graph.Error, r.pair.headerLine(r.pair.whole()), "the nested stack %s contains itself: its template %s is that of a stack around it", r.id, file)
			return nil
		}
		if st.call == nil {
			break
		}
		st = st.call.stack
	}
	if u.stacks++; depth > maxNesting || u.stacks > maxStacks {
		u.diagnose(graph.Warning, r.pair.headerLine(r.pair.whole()), "there are more nested stacks than are read; %s is left out", r.id)
		return nil
	}
	r.child = newStack(u, u.project.template(file, true), r, "")
	return r.child
}

// handed are the parameters that a nested stack's resource hands over; opaque tells whether there may be others.
func (r *resource) handed() (arguments section, opaque bool) {
	p, _ := r.property("Parameters")
	if p == nil {
		return section{}, r.open() || r.rewritable()
	}
	n := r.scope().taken(p.value)
	if n.kind == null || n.fn == fnRef && n.arg.literal() == "AWS::NoValue" {
		return section{}, r.rewritable()
	}
	if n.kind != mapping || n.fn != noFunction {
		return section{}, true
	}
	opaque = r.rewritable()
	for _, one := range n.pairs {
		opaque = opaque || strings.HasPrefix(one.key.text, "Fn::")
	}
	return newSection(n), opaque
}

// location is the value that says where the template of a nested stack is. A macro that rewrites it, to where the template
// was uploaded, is taken to mean the same template.
func (r *resource) location() cty.Value {
	if r.kind == "AWS::Serverless::Application" {
		return r.asWritten("Location")
	}
	return r.asWritten("TemplateURL")
}

// published is what an application of the AWS Serverless Application Repository is called there; "" of all else.
func (r *resource) published() string {
	if r.kind != samType+"Application" {
		return ""
	}
	p, _ := r.property("Location")
	if p == nil {
		return ""
	}
	id := p.value.get("ApplicationId")
	if id == nil {
		return ""
	}
	text, _ := graph.Text(toText(r.scope().eval(id, nil), nil))
	return cmp.Or(strings.ReplaceAll(text, graph.Hole, "…"), r.kind)
}

// source is the location as a text, with an ellipsis for what is not known of it.
func (r *resource) source() string {
	v := r.location()
	if plain, _ := v.Unmark(); plain.Type() != cty.String {
		return r.kind
	}
	text, _ := graph.Text(v)
	if text == "" || text == graph.Hole {
		return r.kind
	}
	return strings.ReplaceAll(text, graph.Hole, "…")
}

// templateFile finds the file of a nested stack's template: where the CDK or SAM noted it in the template, or where the
// stack takes it from.
func (r *resource) templateFile() (string, bool) {
	if noted := r.pair.value.get("Metadata").get("aws:asset:path").literal(); noted != "" {
		if file := beside(r.stack.template.src.name, noted); r.stack.unit.project.here(file) {
			return file, true
		}
	}
	v := r.location()
	plain, _ := v.Unmark()
	if plain.IsNull() || plain.Type() != cty.String {
		return "", false
	}
	text, _ := graph.Text(v)
	return r.stack.unit.project.find(r.stack.template.src.name, text)
}

// find gives the file that a location means: a local path as "aws cloudformation package" takes it, or a URL whose
// path ends like that of a file that is at hand. Parts that are not known are holes.
func (p *Project) find(from, location string) (string, bool) {
	location, _, _ = strings.Cut(location, "?")
	if len(location) > disk.MaxPath {
		return "", false
	}
	_, remote, isURL := strings.Cut(location, "://")
	hole := strings.LastIndex(location, graph.Hole)
	if !isURL && hole < 0 {
		file := beside(from, location)
		return file, location != "" && p.here(file)
	}
	tail := remote
	if isURL {
		_, tail, _ = strings.Cut(remote, "/") // without the host
	}
	if hole >= 0 {
		tail = location[hole+len(graph.Hole):]
	}
	if file, ok := p.asset(from, path.Base(tail)); ok {
		return file, true
	}
	steps := slices.DeleteFunc(strings.Split(tail, "/"), func(s string) bool { return s == "" || s == "." || s == ".." })
	steps = steps[max(len(steps)-maxAbove, 0):]
	for i := range steps {
		if file, ok := p.ending(from, steps[i:]); ok {
			return file, true
		}
	}
	return "", false
}

// maxAbove is how many directories a file is looked for in, of those that stand before its name in a URL: no path of a
// repository has more.
const maxAbove = 32

// ending finds the file whose path ends in the steps: from the directory of the template outwards, or anywhere in the
// scan if there is but one. A bare file name is looked for in the template's own directory only.
func (p *Project) ending(from string, steps []string) (string, bool) {
	suffix := path.Join(steps...)
	for dir := path.Dir(from); ; dir = path.Dir(dir) {
		if file := path.Join(dir, suffix); file != from && p.here(file) {
			return file, true
		}
		if len(steps) == 1 || dir == path.Dir(dir) {
			break
		}
	}
	if len(steps) == 1 {
		return "", false
	}
	found := ""
	for _, f := range p.files {
		if strings.HasSuffix(f, "/"+suffix) && f != from {
			if found != "" {
				return "", false
			}
			found = f
		}
	}
	return found, found != ""
}

// here tells whether a path is a template that can be read.
func (p *Project) here(file string) bool {
	if p.known[file] {
		return true
	}
	content, err := p.options.Within.Read(file, disk.MaxSource)
	return err == nil && Looks(file, content)
}

// refuses tells whether a location is a local path that may not be read.
func (p *Project) refuses(from, location string) bool {
	if location == "" || len(location) > disk.MaxPath || strings.Contains(location, "://") || strings.Contains(location, graph.Hole) {
		return false
	}
	return errors.Is(p.options.Within.Check(beside(from, location)), fence.ErrOutside)
}

// handed answers for a nested stack that is not read: its attributes are the parameters that it is handed.
type handed struct{ r *resource }

func (h handed) parameters() *pair {
	p, _ := h.r.property("Parameters")
	return p
}

// Attributes implements [graph.Source].
func (h handed) Attributes() []string {
	p := h.parameters()
	if p == nil {
		return nil
	}
	if p.value.kind != mapping || p.value.fn != noFunction {
		return []string{"Parameters"} // as a whole: what they are called is not known
	}
	var out []string
	h.r.scope().entries(p.value.pairs, func(name string, _ pair, _ *loop) { out = append(out, name) })
	slices.Sort(out)
	return slices.Compact(out)
}

// Attribute implements [graph.Source].
func (h handed) Attribute(name string) cty.Value {
	if strings.HasPrefix(name, "@") {
		return h.r.attribute(name)
	}
	p := h.parameters()
	switch {
	case p == nil:
		return cty.NullVal(cty.DynamicPseudoType)
	case p.value.kind != mapping || p.value.fn != noFunction:
		return h.r.attribute("Parameters")
	}
	return h.r.scope().eval(p.value.get(name), nil)
}

// Locate implements [graph.Source].
func (h handed) Locate(at cty.Path) graph.Range {
	return h.r.Locate(append(cty.GetAttrPath("Parameters"), at...))
}

// Trace implements [graph.Source].
func (h handed) Trace(at cty.Path) []graph.Step {
	return h.r.Trace(append(cty.GetAttrPath("Parameters"), at...))
}

// Ignored implements [graph.Source].
func (h handed) Ignored(string) graph.Tri { return graph.False }
