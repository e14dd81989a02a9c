package terraform

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// Bounds of what a unit takes from other roots through terraform_remote_state.
const (
	maxStates   = 16           // other roots, counted once for each workspace
	maxChain    = 4            // roots that read each other's state in turn
	maxImported = 10_000       // resources of other roots
	stateSteps  = minSteps / 4 // of evaluation in each, besides one for every byte of its source
	maxKept     = 2 << 20      // bytes of source whose syntax is kept for further readers
)

const remoteState = "terraform_remote_state"

// remoteArguments are the arguments of terraform_remote_state; any other name was an output in Terraform 0.11.
var remoteArguments = map[string]bool{"backend": true, "config": true, "workspace": true, "environment": true, "defaults": true, "outputs": true, "id": true,
	"count": true, "for_each": true, "provider": true, "depends_on": true}

// states are the other roots whose state a unit reads.
type states struct {
	l     *loader
	made  map[string]*state // by the beginning of their addresses
	fresh []*state          // whose resources have not been taken up, as they were met
	chain int               // of those that are being evaluated
	taken int               // resources of them
}

// A state is what another root is in one of its workspaces: the same syntax, evaluated again, so that what rests on the
// workspace is known and the evaluator belongs to the goroutine that asks.
type state struct {
	l    *loader
	main *module
	busy bool // something of it is being evaluated
}

// A stateRead is the state that one terraform_remote_state reads.
type stateRead struct {
	of        *state
	byDefault bool // a default has a say in whose bucket or service it is
}

// address begins the addresses of what a root has in a workspace.
func (r workspaceOf) address() string {
	if r.label == "" {
		return r.dir + ":"
	}
	return r.dir + "@" + r.label + ":"
}

// A workspaceOf is a root in one workspace.
type workspaceOf struct {
	dir   string
	label string    // tells workspaces apart; "" for the default one
	name  cty.Value // of the workspace, unknown where that is not decided
}

// remote gives the state that a terraform_remote_state reads, nil where it is not that of a root in the scan.
func (m *module) remote(in *instance) *stateRead {
	u := m.u
	if u.states == nil || in.block.Type != "data" || in.block.Labels[0] != remoteState {
		return nil
	}
	if r, done := u.readings[in]; done {
		return r
	}
	u.readings[in] = nil // what leads back to itself finds nothing
	at, byDefault, ok := m.locateState(in)
	if !ok {
		return nil
	}
	of := u.states.open(at)
	if of == nil {
		return nil
	}
	r := &stateRead{of, byDefault}
	u.readings[in] = r
	return r
}

// locateState finds the one root of the scan that keeps its state where a terraform_remote_state looks for it.
func (m *module) locateState(in *instance) (at workspaceOf, byDefault, ok bool) {
	backend := decidedText(m.written(in, "backend"))
	workspace, known := m.workspaceRead(in)
	form, usual := backendForms[backend]
	if !usual {
		return at, false, false
	}
	get := m.configOf(in)
	all := m.u.states.l.p.states()
	key, within, byDefault, ok := form.key(backend, m.u.root, get)
	if !ok {
		if backend == "s3" && known && workspace == defaultWorkspace {
			at, ok = m.throughWorkspace(in, all, get("bucket"))
		}
		return at, false, ok
	}
	if backend == "remote" {
		at, ok = hosted(all, key, get, workspace, known)
		return at, byDefault, ok
	}
	if known && workspace == defaultWorkspace && len(all[key]) == 0 {
		at, ok = throughKey(all, key)
		return at, byDefault, ok
	}
	found := all[key]
	if len(found) != 1 || workspace != defaultWorkspace && found[0].within != within {
		return at, false, false
	}
	at = workspaceOf{dir: found[0].dir, name: cty.UnknownVal(cty.String)}
	switch {
	case known:
		at.name = cty.StringVal(workspace)
		if workspace != defaultWorkspace {
			at.label = workspace
		}
	case backend == "http": // has no other
		at.name = cty.StringVal(defaultWorkspace)
	default:
		at.label = m.workspaceWords(in)
	}
	return at, byDefault, true
}

// throughKey finds the state of another workspace that is read by where it lies: "env:/prod/network.tfstate" in a
// bucket, "../network/terraform.tfstate.d/prod/terraform.tfstate" on disk.
func throughKey(all map[stateKey][]stored, key stateKey) (at workspaceOf, ok bool) {
	var within, name string
	switch key.backend {
	case "s3":
		bucket, object, _ := strings.Cut(key.parts, "\n")
		parts := strings.SplitN(object, "/", 3)
		if len(parts) < 3 {
			return at, false
		}
		within, name = parts[0], parts[1]
		key.parts = bucket + "\n" + parts[2]
	case "local":
		above, file := path.Split(key.parts)
		above, name = path.Split(path.Clean(above))
		above, within = path.Split(path.Clean(above))
		key.parts = path.Join(above, file)
	}
	found := all[key]
	if name == "" || len(found) != 1 || found[0].within != within {
		return at, false
	}
	return workspaceOf{dir: found[0].dir, label: name, name: cty.StringVal(name)}, true
}

// workspaceKey is the key of the state of whatever workspace the reader is in, in the words for it.
var workspaceKey = regexp.MustCompile(`^text\("([^"\\]+)/", ([^ ]*)terraform\.workspace, "/([^"\\]+)"\)$`)

// throughWorkspace finds the state of the workspace that the reader is in where that is not known, by a key such as
// "env:/${terraform.workspace}/network.tfstate".
func (m *module) throughWorkspace(in *instance, all map[stateKey][]stored, bucket argument) (at workspaceOf, ok bool) {
	if !bucket.known || !bucket.decided {
		return at, false
	}
	found, ok := scope{m: m, inst: in}.find(in.block.Body, cty.GetAttrPath("config").GetAttr("key"))
	if !ok || found.expr == nil || len(found.rest) > 0 {
		return at, false
	}
	parts := workspaceKey.FindStringSubmatch(found.s.words(found.expr))
	if len(parts) != 4 || parts[2] != m.u.main.address {
		return at, false
	}
	kept := all[stateKey{"s3", bucket.text + "\n" + parts[3]}]
	if len(kept) != 1 || kept[0].within != parts[1] {
		return at, false
	}
	return workspaceOf{dir: kept[0].dir, label: parts[2] + "terraform.workspace", name: cty.UnknownVal(cty.String)}, true
}

// hosted finds a workspace of HCP Terraform by its name.
func hosted(all map[stateKey][]stored, key stateKey, get func(string) argument, workspace string, known bool) (at workspaceOf, ok bool) {
	name, prefix := get("workspaces.name"), get("workspaces.prefix")
	switch {
	case name.written && name.known && name.decided && !prefix.written:
	case prefix.written && prefix.known && prefix.decided && !name.written && known:
		name.text = prefix.text + workspace
	default:
		return at, false
	}
	var found []workspaceOf
	for _, s := range all[stateKey{key.backend, key.parts + "\n" + name.text}] {
		found = append(found, workspaceOf{dir: s.dir, name: cty.UnknownVal(cty.String)})
	}
	for _, s := range all[key] {
		if short, is := strings.CutPrefix(name.text, s.prefix); is && short != "" {
			found = append(found, workspaceOf{dir: s.dir, label: short, name: cty.StringVal(short)})
		}
	}
	if len(found) != 1 {
		return at, false
	}
	return found[0], true
}

// workspaceRead is the workspace whose state is read: the default one unless another is written.
func (m *module) workspaceRead(in *instance) (name string, known bool) {
	v := m.written(in, "workspace")
	if v.IsNull() {
		v = m.written(in, "environment") // as it was called before Terraform 0.11
	}
	if v.IsNull() {
		return defaultWorkspace, true
	}
	name = decidedText(v)
	return name, name != ""
}

// workspaceWords tells apart workspaces that are not known.
func (m *module) workspaceWords(in *instance) string {
	if a := in.block.Body.Attributes["workspace"]; a != nil {
		if words := (scope{m: m, inst: in}).words(a.Expr); words != "" {
			return words
		}
	}
	return in.address
}

// configOf gives the arguments of the backend that a terraform_remote_state reads from: an object, or a block as in
// Terraform 0.11.
func (m *module) configOf(in *instance) func(name string) argument {
	config := m.written(in, "config")
	return func(name string) argument {
		v := config
		for _, part := range strings.Split(name, ".") {
			v = memberOf(sole(v), part)
		}
		plain, _ := v.Unmark()
		switch {
		case plain.IsNull():
			return argument{written: rests(v)}
		case !plain.IsKnown() || plain.Type() != cty.String || graph.Symbolic(v):
			return argument{written: true}
		}
		return argument{text: plain.AsString(), written: true, known: true, decided: !rests(v)}
	}
}

// sole is the only item of a list, and any other value itself.
func sole(v cty.Value) cty.Value {
	plain, marks := v.Unmark()
	if items := elements(plain); isSequence(plain.Type()) && len(items) == 1 {
		return items[0].value.WithMarks(marks)
	}
	return v
}

// memberOf is a member of an object or map: null where it has none of that name, unknown where that cannot be told.
func memberOf(v cty.Value, name string) cty.Value {
	plain, marks := v.Unmark()
	if plain.IsNull() {
		return v
	}
	if !plain.IsKnown() || !isMapping(plain.Type()) || len(only(marks, isUnsettled)) > 0 {
		return cty.DynamicVal.WithMarks(marks)
	}
	for _, e := range elements(plain) {
		if e.key.AsString() == name {
			return e.value.WithMarks(without(marks, inner))
		}
	}
	return cty.NullVal(cty.DynamicPseudoType).WithMarks(marks)
}

// open gives a root in a workspace, evaluated for its readers in the unit; nil for the unit's own root, and beyond the
// bounds.
func (s *states) open(at workspaceOf) *state {
	if at.dir == s.l.u.root {
		return nil
	}
	if of, done := s.made[at.address()]; done {
		return of
	}
	if len(s.made) >= maxStates {
		return nil
	}
	s.made[at.address()] = nil
	l := &loader{p: s.l.p, asked: s.l.asked, adopted: map[*dir]bool{}, silent: true}
	l.u = l.newUnit(at.dir)
	l.u.budget, l.u.states, l.u.workspace = stateSteps, s, at.name
	d, err := s.l.p.parse(at.dir)
	if d == nil || err != nil {
		return nil
	}
	s.l.p.keep(at.dir)
	l.adopt(d)
	l.u.main = newModule(l.u, d)
	l.u.main.address = at.address()
	of := &state{l: l, main: l.u.main}
	s.made[at.address()] = of
	s.fresh = append(s.fresh, of)
	return of
}

// enter evaluates something of another root. It does not where something of that is being evaluated already, which
// would go round in a ring, or the chain of roots is too long.
func (s *states) enter(of *state, f func()) bool {
	if of.busy || s.chain >= maxChain {
		return false
	}
	u := of.l.u
	depth, trying := u.depth, u.trying
	of.busy, s.chain = true, s.chain+1
	defer func() {
		of.busy, s.chain = false, s.chain-1
		u.depth, u.trying = depth, trying
	}()
	f()
	return true
}

// list takes up the resources of all other roots whose state the unit reads, and of those that they read in turn. What
// they cannot tell is told where they are linted themselves.
func (s *states) list() {
	for len(s.fresh) > 0 { // more are met on the way
		of := s.fresh[0]
		s.fresh = s.fresh[1:]
		s.enter(of, func() { of.l.guard(func() { of.l.list(of.main) }) })
		s.l.resources = append(s.l.resources, s.imported(of, of.l.resources)...)
		for _, d := range of.l.declared {
			made := d.Make
			if d.Mode == graph.Managed {
				d.Mode = graph.Imported
			}
			d.Make = func() (all []*graph.Resource) {
				s.enter(of, func() { all = made() })
				return s.imported(of, all)
			}
			s.l.declared = append(s.l.declared, d)
		}
		of.l.resources, of.l.declared = nil, nil
	}
}

// imported are resources of another root as the unit has them, as far as there are not too many.
func (s *states) imported(of *state, all []*graph.Resource) []*graph.Resource {
	all = all[:min(len(all), maxImported-s.taken)]
	s.taken += len(all)
	for _, r := range all {
		r.Owner = of.l.u.root
		if r.Mode == graph.Managed {
			r.Mode = graph.Imported
		}
	}
	return all
}

// output gives the alternatives of an output of the state that is read; ok is false where that cannot be told.
func (m *module) readOutput(in *instance, r *stateRead, name string) (all []cty.Value, ok bool) {
	main := r.of.main
	ref := graph.Ref{Address: in.address, Attribute: "outputs"}
	if b := main.d.outputs[name]; b == nil || b.Body.Attributes["value"] == nil {
		v := memberOf(m.written(in, "defaults"), name)
		switch {
		case b != nil || len(main.d.unread) > 0:
			v = cty.DynamicVal
		case v.IsNull():
			v = m.u.fail()
		}
		return []cty.Value{v.Mark(ref)}, true
	}
	if !m.u.states.enter(r.of, func() { all = main.output(name) }) {
		return nil, false
	}
	there := r.of.l.u
	m.u.loose, m.u.measured = m.u.loose || there.loose, m.u.measured || there.measured
	all = slices.Clone(all)
	for i, v := range all {
		if v.IsNull() { // a state holds no nulls
			v = cty.DynamicVal
		}
		if r.byDefault && !m.u.assumeDefaults {
			v = v.Mark(graph.Default{})
		}
		all[i] = m.laidOutput(in, name, v).Mark(ref)
	}
	return all, true
}

// readOutputs are all outputs of the state that is read, as an object; ok is false where they cannot be told.
func (m *module) readOutputs(in *instance, r *stateRead) (v cty.Value, ok bool) {
	main := r.of.main
	values := map[string]cty.Value{}
	if written := m.written(in, "defaults"); !written.IsNull() {
		defaults, marks := written.Unmark()
		if !defaults.IsKnown() || !isMapping(defaults.Type()) || len(marks) > 0 {
			return cty.NilVal, false
		}
		for _, e := range elements(defaults) {
			values[e.key.AsString()] = e.value
		}
	}
	if len(main.d.unread) > 0 {
		return cty.NilVal, false
	}
	for _, name := range sortedKeys(main.d.outputs) {
		all, ok := m.readOutput(in, r, name)
		if !ok {
			return cty.NilVal, false
		}
		values[name] = m.u.choose(all)
	}
	return cty.ObjectVal(values).Mark(graph.Ref{Address: in.address, Attribute: "outputs"}), true
}

// fromState gives the alternatives of what a path names in a terraform_remote_state, and the rest of the path; ok is
// false where that is not an output that can be told.
func (g *group) fromState(i int, path hcl.Traversal) (all []cty.Value, rest hcl.Traversal, ok bool) {
	if !strings.HasPrefix(g.key, "data."+remoteState+".") || i >= len(g.x.instances) || len(path) == 0 {
		return nil, nil, false
	}
	in := g.x.instances[i]
	r := g.m.remote(in)
	name := attributeAt(path, 0)
	if r == nil || name == "" {
		return nil, nil, false
	}
	rest = path[1:]
	if name == "outputs" {
		if name, rest = outputAt(path); name == "" {
			return nil, nil, false
		}
	} else if remoteArguments[name] {
		return nil, nil, false
	}
	all, ok = g.m.readOutput(in, r, name)
	return all, rest, ok
}

// outputAt is the name of the output in "outputs.x" and "outputs["x"]", and the rest of the path.
func outputAt(path hcl.Traversal) (name string, rest hcl.Traversal) {
	if len(path) < 2 {
		return "", nil
	}
	steps := steps(path[1:2])
	if len(steps) == 0 {
		return "", nil
	}
	return stepName(steps[0]), path[2:]
}

// tracedState is the module and the expression that an output of another root comes from, for a reference to it; the
// expression is nil where there is none.
func (m *module) tracedState(ref hcl.Traversal) (s scope, a *hclsyntax.Attribute, rest hcl.Traversal) {
	b := m.d.resources["data."+attributeAt(ref, 1)+"."+attributeAt(ref, 2)]
	if b == nil || len(ref) < 5 || attributeAt(ref, 3) != "outputs" {
		return s, nil, nil
	}
	x := m.expand("data."+attributeAt(ref, 1)+"."+attributeAt(ref, 2), b)
	if x.keyed() || len(x.instances) != 1 {
		return s, nil, nil
	}
	r := m.remote(x.instances[0])
	if r == nil {
		return s, nil, nil
	}
	name, rest := outputAt(ref[3:])
	o := r.of.main.d.outputs[name]
	if o == nil {
		return s, nil, nil
	}
	return scope{m: r.of.main}, o.Body.Attributes["value"], rest
}

// newUnit makes the unit of a root, without its main module.
func (l *loader) newUnit(name string) *unit {
	u := &unit{root: name, assumeDefaults: l.p.options.AssumeDefaults, given: map[string]given{}, budget: minSteps, load: l.parse, adopt: l.adopt, published: l.p.summaries,
		lines: map[string]*lines{}, files: map[string]*textFile{}, report: l.report, hide: l.hide, readings: map[*instance]*stateRead{}, found: map[*instance]sought{}, workspace: l.p.workspace()}
	l.u = u
	if i, ok := slices.BinarySearchFunc(l.p.roots, name, func(r Root, name string) int { return strings.Compare(r.Dir, name) }); ok {
		u.library = l.p.roots[i].Library
	}
	l.readGiven(name)
	u.library = u.library && !l.deployable(name)
	u.locked = installed(name, l.p.options.Within)
	u.within = l.p.options.Within
	u.allowed, u.scanned = map[string]bool{path.Clean(name): true}, l.p.readable
	return u
}

// workspace is what terraform.workspace is in the roots of the scan.
func (p *Project) workspace() cty.Value {
	switch {
	case p.options.Workspace != "":
		return cty.StringVal(p.options.Workspace)
	case p.options.AssumeDefaults:
		return cty.StringVal(defaultWorkspace)
	}
	return cty.UnknownVal(cty.String)
}
