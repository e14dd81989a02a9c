package graph

import (
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// Ref marks a value that is, or is made from, an attribute of a resource. Edges come from these marks.
type Ref struct {
	Address   string    // of the resource; a trailing "[*]" stands for any of its instances
	Attribute string    // in the language's own path syntax; "" is the resource as an object
	Possible  bool      // the value may come from there, or from elsewhere
	When      Condition // of a possible one: where the value comes from there, and nowhere else; often not known
}

// Default marks a value that rests on the default of a root variable or template parameter. Such a value fills
// attributes and decides quantities, but never a test.
type Default struct{}

// Observed marks the value of an attribute that nobody wrote, and that the provider or service is known to give all the
// same: a plan says so. It holds as a default does, and is no choice of the author's.
type Observed struct{}

// Symbol marks a known string that stands for a text nobody can know offline, such as the first Availability Zone of
// a region. Two symbolic strings with the same sources are equal if and only if their texts are; compared with
// anything else nothing can be said.
type Symbol struct {
	Source string // what the string was drawn from: "data.aws_availability_zones.a", "Fn::GetAZs", "AWS::Region"
}

// Partial marks an unknown string of which parts are known: Text has a [Hole] for each part that is not. The string's
// own encoding in base64 is not applied to Text.
type Partial struct{ Text string }

// Hole stands in the text of a [Partial] for a part that is not known: U+FFFC OBJECT REPLACEMENT CHARACTER.
const Hole = "\uFFFC"

// MaxMarks is the number of marks that a value may carry before [Compress] makes them coarser.
const MaxMarks = 16

// Compress keeps a set of marks small: beyond [MaxMarks], references to instances of one resource become one
// reference to any of them.
func Compress(marks cty.ValueMarks) cty.ValueMarks {
	if len(marks) <= MaxMarks {
		return marks
	}
	out := make(cty.ValueMarks, MaxMarks)
	for m := range marks {
		if r, ok := m.(Ref); ok {
			if base, keyed := WithoutKey(r.Address); keyed {
				r.Address, r.When = base+"[*]", Condition{}
			}
			m = r
		}
		out[m] = struct{}{}
	}
	return out
}

// WithoutKey is the address of a resource without the key of its instance, and whether there was one: "t.a" of "t.a[0]"
// and of `t.a["x[0]"]`.
func WithoutKey(address string) (base string, keyed bool) {
	opening := "["
	if strings.HasSuffix(address, `"]`) {
		opening = `["` // within a key a quote is escaped
	}
	if i := strings.LastIndex(address, opening); i > 0 && strings.HasSuffix(address, "]") {
		return address[:i], true
	}
	return address, false
}

// WithoutKeys is an address without the keys of instances, those of modules too: "module.a[\"x\"].aws_subnet.b[0]" is written
// once, as module.a.aws_subnet.b.
func WithoutKeys(address string) string {
	if !strings.Contains(address, "[") {
		return address
	}
	var out strings.Builder
	depth, quoted := 0, false
	for i := 0; i < len(address); i++ {
		switch c := address[i]; {
		case quoted && c == '\\':
			i++
		case depth > 0 && c == '"':
			quoted = !quoted
		case !quoted && c == '[':
			depth++
		case !quoted && c == ']' && depth > 0:
			depth--
		case depth == 0:
			out.WriteByte(c)
		}
	}
	return out.String()
}

// DeepMarks are the marks of the values and of all that they hold.
func DeepMarks(values ...cty.Value) cty.ValueMarks {
	var out cty.ValueMarks
	for _, v := range values {
		if v != cty.NilVal {
			gatherMarks(v, &out)
		}
	}
	return out
}

// gatherMarks adds the marks of a value and of all that it holds. It makes the set at the first.
func gatherMarks(v cty.Value, all *cty.ValueMarks) {
	for m := range cty.ValueMarksOfType[any](v) {
		if *all == nil {
			*all = cty.ValueMarks{}
		}
		(*all)[m] = struct{}{}
	}
	EachPart(v, func(e cty.Value) bool {
		gatherMarks(e, all)
		return true
	})
}

// Refs are the references that the value and all it holds carry, in no particular order.
func Refs(v cty.Value) []Ref {
	var out []Ref
	for m := range DeepMarks(v) {
		if r, ok := m.(Ref); ok {
			out = append(out, r)
		}
	}
	return out
}

// RestsOnDefault tells whether the value, or something it holds, carries the [Default] mark.
func RestsOnDefault(v cty.Value) bool {
	_, ok := DeepMarks(v)[Default{}]
	return ok
}

// Symbolic tells whether the value, or something it holds, carries a [Symbol] mark.
func Symbolic(v cty.Value) bool {
	for m := range DeepMarks(v) {
		if _, ok := m.(Symbol); ok {
			return true
		}
	}
	return false
}

// Text gives the string v with a [Hole] for each part that is not known, and whether the whole of it is known.
// Of a value that is no string, or of which nothing is known, it gives a lone [Hole]; of null, "" and true.
func Text(v cty.Value) (text string, whole bool) {
	if v == cty.NilVal {
		return "", true
	}
	u, marks := v.Unmark()
	switch {
	case u.IsNull():
		return "", true
	case u.IsKnown() && u.Type() == cty.String:
		return u.AsString(), true
	}
	found := ""
	for m := range marks {
		if p, ok := m.(Partial); ok {
			if found != "" {
				return Hole, false
			}
			found = p.Text
		}
	}
	if found == "" {
		return Hole, false
	}
	return found, false
}

// Untimed is the marks without what references tell of when they are there: those of a collection that is not known, as those
// of some of its elements, refer to what the elements may be and do not tell when it is one of these. Where there is nothing to
// leave out it is the marks themselves.
func Untimed(marks cty.ValueMarks) cty.ValueMarks {
	tells := false
	for m := range marks {
		r, ok := m.(Ref)
		tells = tells || ok && r.When.Known()
	}
	if !tells {
		return marks
	}
	out := make(cty.ValueMarks, len(marks))
	for m := range marks {
		if r, ok := m.(Ref); ok {
			r.When = Condition{}
			m = r
		}
		out[m] = struct{}{}
	}
	return out
}

// WithoutPartial drops the [Partial] marks of a set: what a function makes of a text is not that text.
func WithoutPartial(marks cty.ValueMarks) cty.ValueMarks {
	for m := range marks {
		if _, ok := m.(Partial); ok {
			out := make(cty.ValueMarks, len(marks))
			for m := range marks {
				if _, ok := m.(Partial); !ok {
					out[m] = struct{}{}
				}
			}
			return out
		}
	}
	return marks
}
