package cloudformation

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/zclconf/go-cty/cty"
)

// export is an output that a template of the scan exports.
type export struct {
	file, output string
	parameter    string // what the name has a hole for, or "" where it is whole or the hole is for the name of the stack
}

// importValue evaluates Fn::ImportValue: the value of the one export of that name in the scan, or of the one that it can
// mean where a parameter names the other stack; else unknown.
func (sc scope) importValue(arg *node) cty.Value {
	u := sc.stack.unit
	v := toText(sc.eval(arg, nil), nil)
	plain, _ := v.Unmark()
	mark := graph.Ref{Address: "Fn::ImportValue", Attribute: sc.importKey(arg)}
	if plain.IsNull() || u.naming {
		return cty.UnknownVal(cty.String).Mark(mark)
	}
	if plain.IsKnown() && !graph.Symbolic(v) {
		mark.Attribute = plain.AsString()
		if e, ok := sc.stack.meant(u.project.exported(mark.Attribute)); ok && e.file != sc.stack.template.src.name {
			if value, ok := sc.stack.foreign(e); ok {
				return value
			}
		}
	}
	shape, parameter := sc.importShape(arg)
	if e, ok := sc.stack.soleExport(shape, parameter); ok {
		u.guessing++
		value, ok := sc.stack.foreign(e)
		u.guessing--
		if ok {
			return value
		}
	}
	return cty.UnknownVal(cty.String).Mark(mark)
}

// importShape is the name of an import with a hole where a parameter puts the name of the other stack, or what both are
// named by, as in "${Network}-VPC", and that parameter; "" where it has no such part.
func (sc scope) importShape(arg *node) (shape, parameter string) {
	if arg.fn != fnSub || !arg.arg.isText() {
		return "", ""
	}
	var b strings.Builder
	holes := 0
	eachVariable(arg.arg.text, func(text string) { b.WriteString(text) }, func(name string, _ int) {
		if sc.stack.template.parameters.find(name) != nil {
			b.WriteString(graph.Hole)
			parameter = name
			holes++
			return
		}
		text, whole := graph.Text(toText(sc.reference(name, arg), nil))
		if !whole {
			holes++
		}
		b.WriteString(text)
	})
	if holes != 1 {
		return "", ""
	}
	return b.String(), parameter
}

// exported are the values of the outputs that the stack and those nested in it export.
func (st *stack) exported() []cty.Value {
	all := st.outputsThat(isExport)
	for _, nested := range st.children() {
		all = append(all, nested.exported()...)
	}
	return all
}

// putOut are the values of all outputs of the stack, and of what those nested in it export.
func (st *stack) putOut() []cty.Value {
	all := st.outputsThat(func(*named) bool { return true })
	for _, nested := range st.children() {
		all = append(all, nested.exported()...)
	}
	return all
}

func isExport(o *named) bool { return o.pair.value.get("Export") != nil }

func (st *stack) outputsThat(count func(*named) bool) (all []cty.Value) {
	for _, name := range slices.Sorted(maps.Keys(st.outputs)) {
		if !count(st.outputs[name]) {
			continue
		}
		if v, ok := st.output(name); ok {
			all = append(all, v)
		}
	}
	return all
}

// children are the stacks that are nested in the stack itself.
func (st *stack) children() (all []*stack) {
	for _, r := range st.order {
		if r.dropped || r.exists == graph.False {
			continue
		}
		if child := r.nested(); child != nil {
			all = append(all, child)
		}
	}
	return all
}

// kin finds the one stack of a template among those that are deployed together with the stack: the outermost one and all
// that are nested in it; nil where there is none, or more than one.
func (st *stack) kin(file string) *stack {
	for st.call != nil {
		st = st.call.stack
	}
	if st.family == nil {
		st.family = map[string][]*stack{}
		st.join(st.family)
	}
	if found := st.family[file]; len(found) == 1 {
		return found[0]
	}
	return nil
}

// join puts the stack and those nested in it into a family, by their templates.
func (st *stack) join(family map[string][]*stack) {
	file := st.template.src.name
	family[file] = append(family[file], st)
	for _, nested := range st.children() {
		nested.join(family)
	}
}

// importKey tells imports of unknown names apart: by how the name is written where that says it all, else by its
// place.
func (sc scope) importKey(arg *node) string {
	if arg.fn == fnSub && arg.arg.isText() {
		return sc.stack.prefix + filled(arg.arg.text, sc.loop)
	}
	return fmt.Sprintf("%s:%d", sc.stack.prefix+arg.file.name, arg.start)
}

// exported finds the exports of a name in the scan. One that has the name of its stack in it, or a parameter that is not
// known, is found by its name with a hole for that.
func (p *Project) exported(name string) []export {
	if name == "" {
		return nil
	}
	p.exporting.Do(p.findExports)
	return p.exports[name]
}

// soleExport finds the one export of a name that stands in another file than the one that imports it. Where the hole in
// the name is for a parameter, the import must have it for a parameter of the same name.
func (st *stack) soleExport(name, parameter string) (export, bool) {
	var found []export
	for _, e := range st.unit.project.exported(name) {
		if e.file != st.template.src.name && (e.parameter == "" || e.parameter == parameter) {
			found = append(found, e)
		}
	}
	return st.meant(found)
}

// meant is the export that a stack imports: the only one, else the only one of a stack that is deployed together with it,
// or the only one in the directory of its template. Names are unique in an account and region, so that exports of one name
// are those of several environments, each with templates of its own.
func (st *stack) meant(exports []export) (export, bool) {
	if len(exports) == 1 {
		return exports[0], true
	}
	by := st.template.src.name
	for _, near := range []func(e export) bool{
		func(e export) bool { return st.kin(e.file) != nil },
		func(e export) bool { return path.Dir(e.file) == path.Dir(by) },
	} {
		left := slices.DeleteFunc(slices.Clone(exports), func(e export) bool { return e.file == by || !near(e) })
		if len(left) == 1 {
			return left[0], true
		}
	}
	return export{}, false
}

// findExports evaluates the names of all exports of the scan.
func (p *Project) findExports() {
	p.exports = map[string][]export{}
	for _, name := range p.files {
		text, err := p.read(name)
		if err != nil || !strings.Contains(text, "Export") {
			continue
		}
		st := newStack(&unit{project: p, path: name, naming: true}, p.template(name, true), nil, "")
		for _, output := range slices.Sorted(maps.Keys(st.outputs)) {
			o := st.outputs[output]
			at := o.pair.value.get("Export").get("Name")
			if at == nil {
				continue
			}
			v := toText(scope{stack: st, world: st.base(), loop: o.loop}.eval(at, nil), nil)
			text, whole := graph.Text(v)
			if plain, _ := v.Unmark(); plain.IsNull() || whole && graph.Symbolic(v) {
				continue
			}
			e := export{file: name, output: output}
			if !whole {
				by, ok := namedBy(at)
				if !ok {
					continue
				}
				if by != "AWS::StackName" {
					e.parameter = by
				}
			}
			p.exports[text] = append(p.exports[text], e)
		}
	}
}

// namedBy is the parameter, or AWS::StackName, that makes the name of an export together with written texts; ok is false
// where there is more than one, or something else.
func namedBy(name *node) (parameter string, ok bool) {
	var found []string
	switch name.fn {
	case fnSub:
		if !name.arg.isText() {
			return "", false
		}
		eachVariable(name.arg.text, func(string) {}, func(v string, _ int) { found = append(found, v) })
	case fnJoin:
		if name.arg.kind != sequence || len(name.arg.items) != 2 || !name.arg.items[0].isText() {
			return "", false
		}
		for _, n := range name.arg.items[1].items {
			switch {
			case n.fn == fnRef:
				found = append(found, n.arg.literal())
			case !n.isText():
				return "", false
			}
		}
	}
	if len(found) != 1 || found[0] != "AWS::StackName" && strings.ContainsAny(found[0], ":.") {
		return "", false
	}
	return found[0], true
}

// foreign evaluates an export where another stack imports it: in the stack that is deployed together with that one, or in a
// stack of its own, in which the addresses begin with the file's name.
func (st *stack) foreign(e export) (cty.Value, bool) {
	if kin := st.kin(e.file); kin != nil {
		return kin.output(e.output)
	}
	u := st.unit
	st = u.others[e.file]
	if st == nil {
		if u.stacks++; u.stacks > maxStacks {
			return cty.NilVal, false
		}
		st = newStack(u, u.project.template(e.file, true), nil, e.file+":")
		if u.others == nil {
			u.others = map[string]*stack{}
		}
		u.others[e.file] = st
	}
	return st.output(e.output)
}

// imported puts the resources of the stacks that the unit imports from into it, and of those that they import from in
// turn: other units, which tell of their own troubles. More than maxResources are left out.
func (u *unit) imported(from *stack) {
	done := map[string]bool{}
	u.meet(from)
	for len(done) < len(u.others) {
		for _, file := range slices.Sorted(maps.Keys(u.others)) {
			if done[file] {
				continue
			}
			done[file] = true
			own, found, gaps := len(u.resources), len(u.found), len(u.gaps)
			st := u.others[file]
			u.add(st)
			u.meet(st)
			u.found, u.gaps = u.found[:found], u.gaps[:gaps]
			for _, r := range u.resources[own:] {
				r.Owner = file
				if r.Mode == graph.Managed {
					r.Mode = graph.Imported
				}
			}
		}
	}
}

// meet evaluates what a stack imports, and the stacks that are nested in it.
func (u *unit) meet(st *stack) {
	if strings.Contains(st.template.src.text, "ImportValue") {
		sc := scope{stack: st, world: st.base()}
		for _, s := range []section{st.template.resources, st.template.outputs} {
			for _, p := range s.pairs {
				sc.meet(p.value, 0)
			}
		}
	}
	for _, r := range st.order {
		if r.child != nil {
			u.meet(r.child)
		}
	}
}

func (sc scope) meet(n *node, depth int) {
	if n == nil || depth > maxEval || !sc.stack.unit.spend(1) {
		return
	}
	if n.fn == fnImportValue {
		sc.importValue(n.arg)
		return
	}
	sc.meet(n.arg, depth+1)
	for _, item := range n.items {
		sc.meet(item, depth+1)
	}
	for _, p := range n.pairs {
		sc.meet(p.value, depth+1)
	}
}
