package functions

import (
	"strings"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// MaxPartial is how many bytes of a text are kept in a [graph.Partial]; a hole stands for the rest.
const MaxPartial = 256 << 10

// partial is a string of which only the text is known, with a hole for each part that is not.
func partial(text string, marks cty.ValueMarks) cty.Value {
	v := cty.UnknownVal(cty.String).RefineNotNull().WithMarks(union(marks))
	if text == graph.Hole || text == "" {
		return v
	}
	return v.WithMarks(cty.ValueMarks{graph.Partial{Text: cut(strings.ToValidUTF8(text, graph.Hole))}: {}})
}

// cut shortens a text to what is kept of it.
func cut(text string) string {
	if len(text) <= MaxPartial {
		return text
	}
	end := MaxPartial
	for end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end] + graph.Hole
}

// transparent makes a function of one string that is applied to the text also where parts of it are not known.
func transparent(apply func(text string) (string, error), ofPart func(text string) string) builtin {
	return builtin{1, 1, func(args []cty.Value) (cty.Value, error) {
		s, err := toType(args[0], cty.String)
		if err != nil {
			return cty.NilVal, err
		}
		u, marks := s.Unmark()
		switch {
		case u.IsNull():
			return cty.NilVal, errNull
		case !u.IsKnown():
			text, _ := graph.Text(s)
			return partial(ofPart(text), marks), nil
		}
		text, err := apply(u.AsString())
		if err != nil {
			return cty.NilVal, err
		}
		return cty.StringVal(text).WithMarks(union(marks)), nil
	}}
}

// filledWithHoles is a value, without marks, that holds the text of each string that is not known and a hole for
// each other value that is not. Its lists are tuples and its maps are objects.
func filledWithHoles(v cty.Value) cty.Value {
	u, _ := v.Unmark()
	switch {
	case !u.IsKnown():
		text, _ := graph.Text(v)
		return cty.StringVal(strings.ToValidUTF8(text, graph.Hole))
	case u.IsNull() || u.Type().IsPrimitiveType():
		return u
	case isSequence(u):
		elements := u.AsValueSlice()
		for i, e := range elements {
			elements[i] = filledWithHoles(e)
		}
		return cty.TupleVal(elements)
	case isMapping(u):
		elements := u.AsValueMap()
		for k, e := range elements {
			elements[k] = filledWithHoles(e)
		}
		return cty.ObjectVal(elements)
	}
	return u
}
