package cloudformation

import (
	"strings"

	"github.com/archlint/archlint/parsers/cloudformation/schema"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/zclconf/go-cty/cty"
)

// parameterType is the type of a parameter, taken apart.
type parameterType struct {
	list   bool // values are lists
	number bool // values, or their elements, are numbers
	single bool // a value is one thing, never a text with a list in it
	stored bool // the value is kept elsewhere and read at deployment: what is written is its name
}

func typeOfParameter(p *pair) parameterType {
	name := p.value.get("Type").literal()
	var t parameterType
	if inner, ok := strings.CutPrefix(name, "AWS::SSM::Parameter::Value<"); ok {
		t.stored, name = true, strings.TrimSuffix(inner, ">")
	}
	if inner, ok := strings.CutPrefix(name, "List<"); ok {
		t.list, name = true, strings.TrimSuffix(inner, ">")
	}
	t.list = t.list || name == "CommaDelimitedList"
	t.number = name == "Number"
	t.single = !t.list && (t.number || strings.HasPrefix(name, "AWS::"))
	return t
}

func (t parameterType) cty() cty.Type {
	one := cty.String
	if t.number {
		one = cty.Number
	}
	if t.list {
		return cty.List(one)
	}
	return one
}

// unknown is a value of the type of which nothing is known.
func (t parameterType) unknown() cty.Value {
	v := cty.UnknownVal(t.cty())
	if t.single {
		v = v.Mark(single{})
	}
	return v
}

// parameter is the value of a parameter: what the caller gives, else the default, else unknown.
func (st *stack) parameter(p *pair) cty.Value {
	name := p.key.text
	c := st.parameters[name]
	if c == nil {
		c = &cell{}
		st.parameters[name] = c
	}
	return st.once(c, p.key, func() cty.Value {
		t := typeOfParameter(p)
		if t.stored {
			return t.unknown()
		}
		if st.reading != nil {
			if v, ok := st.reading.value(st, name, t); ok {
				return v
			}
		}
		if given := st.arguments.find(name); given != nil {
			v := st.call.scope().eval(given.value, nil)
			if !isNull(v) {
				if st.call.rewritable() {
					v = veiled(v)
				}
				return t.hold(t.convert(v))
			}
		} else if !st.root() && st.opaque {
			return t.unknown()
		}
		fallback := p.value.get("Default")
		if fallback == nil || fallback.kind != scalar && fallback.kind != sequence {
			return st.allowedValue(p, t)
		}
		sc := scope{stack: st, world: st.base()}
		v := t.convert(sc.textual(fallback))
		if st.root() && !st.unit.project.options.AssumeDefaults {
			v = v.Mark(graph.Default{})
		}
		return v
	})
}

// textual is a literal, as text: a default is text whatever it looks like.
func (sc scope) textual(n *node) cty.Value {
	if n.kind == sequence {
		return sc.eval(n, schema.Texts)
	}
	return sc.eval(n, schema.Text)
}

// allowedValue is what is known of a parameter that has no default: no more than what its allowed values share.
func (st *stack) allowedValue(p *pair, t parameterType) cty.Value {
	allowed := p.value.get("AllowedValues")
	if allowed == nil || len(allowed.items) == 0 || t.list {
		return t.unknown()
	}
	sc := scope{stack: st, world: st.base()}
	var all []cty.Value
	for _, n := range allowed.items {
		if !n.isText() {
			return t.unknown()
		}
		all = append(all, t.convert(sc.textual(n)))
	}
	return choose(all...)
}

// convert makes of a value one of the type. Commas separate the elements of a list.
func (t parameterType) convert(v cty.Value) cty.Value {
	if !t.list {
		if t.number {
			return toNumber(v, nil)
		}
		return toText(v, nil)
	}
	plain, _ := v.Unmark()
	ty := plain.Type()
	if ty.IsTupleType() || ty.IsListType() || ty.IsSetType() {
		return v
	}
	parts := partsOf(toText(v, nil))
	if len(parts) == 1 && !parts[0].hole && parts[0].text == "" {
		return cty.EmptyTupleVal.WithMarks(cleanMarks(marksOf(v)))
	}
	list := splitParts(parts, ",", marksOf(v))
	if !t.number || !list.Type().IsTupleType() {
		return list
	}
	plain, marks := list.Unmark()
	elems := plain.AsValueSlice()
	for i := range elems {
		elems[i] = toNumber(elems[i], nil)
	}
	return tuple(elems).WithMarks(marks)
}

// hold marks an unknown value that a parameter of such a type is given as one thing: what is no ID is refused.
func (t parameterType) hold(v cty.Value) cty.Value {
	if plain, marks := v.Unmark(); !t.single || plain.IsKnown() || plain.Type() != cty.String {
		return v
	} else if parts := partsOf(v); len(parts) != 1 || !parts[0].hole {
		return v // of parts that are known as such
	} else if _, held := marks[single{}]; held {
		return v
	}
	return v.Mark(single{})
}

// allowedOf are the texts that a reference to a parameter may have at most; nil where they are not bounded, or where
// the value is decided anyway.
func (sc scope) allowedOf(n *node) []string {
	if n.fn != fnRef {
		return nil
	}
	p := sc.stack.template.parameters.find(n.arg.literal())
	if p == nil || typeOfParameter(p).list || typeOfParameter(p).stored {
		return nil
	}
	return sc.allowedValues(p)
}

// allowedValues are the texts that a parameter may have at most; nil where they are not bounded.
func (sc scope) allowedValues(p *pair) []string {
	var out []string
	if allowed := p.value.get("AllowedValues"); allowed != nil && !typeOfParameter(p).stored {
		for _, n := range allowed.items {
			if !n.isText() {
				return nil
			}
			out = append(out, n.text)
		}
	}
	return out
}
