package cloudformation

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/zclconf/go-cty/cty"
)

// export is an output that a template of the scan exports.
type export struct {
	file, output string
}

// importValue evaluates Fn::ImportValue: the value of the one export of that name in the scan, else unknown. Its
// references lead out of the graph, since the other stack is another unit.
func (sc scope) importValue(arg *node) cty.Value {
	v := toText(sc.eval(arg, nil), nil)
	plain, _ := v.Unmark()
	mark := graph.Ref{Address: "Fn::ImportValue", Attribute: sc.importKey(arg)}
	if plain.IsNull() || !plain.IsKnown() || graph.Symbolic(v) || sc.stack.unit.naming {
		return cty.UnknownVal(cty.String).Mark(mark)
	}
	mark.Attribute = plain.AsString()
	if e, ok := sc.stack.unit.project.export(mark.Attribute); ok {
		if value, ok := sc.stack.unit.foreign(e); ok {
			return value
		}
	}
	return cty.UnknownVal(cty.String).Mark(mark)
}

// importKey tells imports of unknown names apart: by how the name is written where that says it all, else by its
// place.
func (sc scope) importKey(arg *node) string {
	if arg.fn == fnSub && arg.arg.isText() {
		return sc.stack.prefix + filled(arg.arg.text, sc.loop)
	}
	return fmt.Sprintf("%s:%d", sc.stack.prefix+arg.file.name, arg.start)
}

// export finds the export of a name, if the scan has just one.
func (p *Project) export(name string) (export, bool) {
	p.exporting.Do(p.findExports)
	all := p.exports[name]
	if len(all) != 1 {
		return export{}, false
	}
	return all[0], true
}

// findExports evaluates the names of all exports of the scan.
func (p *Project) findExports() {
	p.exports = map[string][]export{}
	for _, name := range p.files {
		text, err := p.read(name)
		if err != nil || !strings.Contains(text, "Export") {
			continue
		}
		st := newStack(&unit{project: p, path: name, naming: true}, p.template(name, true), nil)
		for _, output := range slices.Sorted(maps.Keys(st.outputs)) {
			o := st.outputs[output]
			at := o.pair.value.get("Export").get("Name")
			if at == nil {
				continue
			}
			v := toText(scope{stack: st, world: st.base(), loop: o.loop}.eval(at, nil), nil)
			if plain, _ := v.Unmark(); plain.IsKnown() && !plain.IsNull() && !graph.Symbolic(v) {
				p.exports[plain.AsString()] = append(p.exports[plain.AsString()], export{file: name, output: output})
			}
		}
	}
}

// foreign evaluates an export in a stack of its own. The addresses in it begin with its file's name, so that they
// mean nothing in this graph.
func (u *unit) foreign(e export) (cty.Value, bool) {
	st := u.others[e.file]
	if st == nil {
		if u.stacks++; u.stacks > maxStacks {
			return cty.NilVal, false
		}
		st = newStack(u, u.project.template(e.file, true), nil)
		st.prefix = e.file + ":"
		if u.others == nil {
			u.others = map[string]*stack{}
		}
		u.others[e.file] = st
	}
	return st.output(e.output)
}
