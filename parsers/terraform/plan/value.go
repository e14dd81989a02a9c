package plan

import (
	"bytes"
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strconv"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// maxLayers is how many values within each other are looked at.
const maxLayers = 200

// decode makes a value of a raw one, with unknown parts where the second tree says so: objects and lists become objects
// and tuples, for JSON does not tell them from maps, lists and sets.
func decode(raw, unknown json.RawMessage) cty.Value {
	return value(tree(raw), tree(unknown), maxLayers)
}

// tree decodes JSON with its numbers as they are written; nil where it is missing.
func tree(raw json.RawMessage) any {
	if len(raw) == 0 {
		return nil
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var out any
	if d.Decode(&out) != nil {
		return nil
	}
	return out
}

func value(v, unknown any, layers int) cty.Value {
	if unknown == true || layers == 0 {
		return cty.DynamicVal
	}
	switch u := unknown.(type) { // what is not known is left out of objects, and so is one of which nothing is known
	case map[string]any:
		if v == nil && len(u) > 0 {
			v = map[string]any{}
		}
	case []any:
		if v == nil && len(u) > 0 {
			v = make([]any, len(u))
		}
	}
	switch v := v.(type) {
	case string:
		return cty.StringVal(v)
	case bool:
		return cty.BoolVal(v)
	case json.Number:
		return number(v)
	case []any:
		unknowns, _ := unknown.([]any)
		out := make([]cty.Value, len(v))
		for i, e := range v {
			var u any
			if i < len(unknowns) {
				u = unknowns[i]
			}
			if out[i] = value(e, u, layers-1); u == true {
				out[i] = cty.UnknownVal(cty.String) // what is an object is never unknown as a whole
			}
		}
		return cty.TupleVal(out)
	case map[string]any:
		unknowns, _ := unknown.(map[string]any)
		out := make(map[string]cty.Value, len(v))
		for k, e := range v {
			out[k] = value(e, unknowns[k], layers-1)
		}
		for k, u := range unknowns {
			if _, ok := v[k]; !ok {
				if e := value(nil, u, layers-1); !e.IsNull() {
					out[k] = e
				}
			}
		}
		return cty.ObjectVal(out)
	}
	return cty.NullVal(cty.DynamicPseudoType)
}

// number is a number; one too big to be worked with is unknown.
func number(n json.Number) cty.Value {
	const digits, bits = 400, 1 << 12
	if len(n) > digits {
		return cty.UnknownVal(cty.Number)
	}
	v, err := cty.ParseNumberVal(string(n))
	if err != nil || v.AsBigFloat().IsInf() {
		return cty.UnknownVal(cty.Number)
	}
	if e := v.AsBigFloat().MantExp(nil); e > bits || e < -bits {
		return cty.UnknownVal(cty.Number)
	}
	return v
}

// open takes the instance's values apart, once.
func (in *Instance) open() {
	if in.attributes != nil {
		return
	}
	in.attributes, in.planned, in.given = map[string]json.RawMessage{}, map[string]cty.Value{}, map[string]cty.Value{}
	_ = json.Unmarshal(in.after, &in.attributes) // not an object: it has no attributes
	if in.attributes == nil {
		in.attributes = map[string]json.RawMessage{}
	}
	if bytes.Equal(bytes.TrimSpace(in.unknown), []byte("true")) {
		in.allUnknown = true
	} else if len(in.unknown) > 0 {
		_ = json.Unmarshal(in.unknown, &in.unknowns)
	}
	in.after, in.unknown = nil, nil
}

// Planned is an attribute as the plan has it: null, too, where the provider does not know the attribute; unknown as far
// as it is known only after the plan is applied. It carries no marks.
func (in *Instance) Planned(name string) cty.Value {
	in.open()
	v, ok := in.planned[name]
	if !ok {
		v = decode(in.attributes[name], in.unknowns[name])
		if in.allUnknown {
			v = cty.DynamicVal
		}
		if name == "user_data" && v.IsKnown() && !v.IsNull() && v.Type() == cty.String && digest.MatchString(v.AsString()) {
			v = cty.UnknownVal(cty.String)
		}
		if !v.IsKnown() && (name == "id" || name == "arn") {
			v = cty.UnknownVal(cty.String).RefineNotNull()
		}
		in.planned[name] = v
	}
	return v
}

// digest is what version 5 of the AWS provider and those before have in the place of the user_data of instances and
// launch configurations: its SHA-1. Version 6 keeps the text: terraform-provider-aws, pull request 42078.
var digest = regexp.MustCompile(`^[0-9a-f]{40}$`)

// Says tells whether the plan says something of an attribute, if only that it is null.
func (in *Instance) Says(name string) bool {
	in.open()
	_, known := in.attributes[name]
	_, unknown := in.unknowns[name]
	return known || unknown || in.allUnknown
}

// Names are the names of the attributes that the plan says something of, sorted: those that are not null.
func (in *Instance) Names() []string {
	in.open()
	all := map[string]bool{}
	for n, raw := range in.attributes {
		if !isNull(raw) {
			all[n] = true
		}
	}
	for n := range in.unknowns {
		if !in.Planned(n).IsNull() {
			all[n] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// plainNumber makes of a number that was decoded as such one as it is written.
func plainNumber(v any) any {
	if f, ok := v.(float64); ok {
		return json.Number(strconv.FormatFloat(f, 'f', -1, 64))
	}
	return v
}

// text is a known scalar as text: Terraform takes "80" for 80.
func text(v cty.Value) string {
	if c, err := convert.Convert(v, cty.String); err == nil && c.IsKnown() && !c.IsNull() {
		return c.AsString()
	}
	return ""
}
