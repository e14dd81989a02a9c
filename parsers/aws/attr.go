package aws

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/archlint/archlint/parsers/graph"
)

// Scalar are the types that an attribute can be read as.
type Scalar interface{ ~bool | ~int | ~string }

// An Attr is a scalar attribute of a kind in both languages.
type Attr[T Scalar] struct {
	paths    [graph.Languages][]path                     // the first that is written counts; none: the language has no such attribute
	fallback [graph.Languages]*T                         // what the provider or service takes where nothing is written
	folded   bool                                        // read in lower case
	by       func(*graph.Resource) (value T, known bool) // what counts where nothing is written, where that hangs on the resource; nil where it does not
}

func attr[T Scalar](k Kind, terraform, cloudFormation string) Attr[T] {
	return Attr[T]{paths: k.declare(terraform, cloudFormation)}
}

func (k Kind) bool(terraform, cloudFormation string) Attr[bool] {
	return attr[bool](k, terraform, cloudFormation)
}
func (k Kind) int(terraform, cloudFormation string) Attr[int] {
	return attr[int](k, terraform, cloudFormation)
}
func (k Kind) string(terraform, cloudFormation string) Attr[string] {
	return attr[string](k, terraform, cloudFormation)
}

// declare parses the paths of an attribute or edge, alternatives separated by spaces, and keeps them for the tests.
func (k Kind) declare(terraform, cloudFormation string) (out [graph.Languages][]path) {
	for l, paths := range [graph.Languages]string{terraform, cloudFormation} {
		for _, p := range strings.Fields(paths) {
			out[l] = append(out[l], parsePath(p))
		}
		k.paths[l] = append(k.paths[l], out[l]...)
	}
	return out
}

// or says what counts where nothing is written, in both languages.
func (a Attr[T]) or(v T) Attr[T] { return a.orIn(graph.Terraform, v).orIn(graph.CloudFormation, v) }

// orIn says what counts where nothing is written, in one language.
func (a Attr[T]) orIn(l graph.Language, v T) Attr[T] {
	a.fallback[l] = &v
	return a
}

// orBy says what counts where nothing is written, where that hangs on the type of the resource or on what else it has.
func (a Attr[T]) orBy(choose func(*graph.Resource) (value T, known bool)) Attr[T] {
	a.by = choose
	return a
}

// fold says that AWS takes the attribute in any case: it is read in lower case.
func (a Attr[T]) fold() Attr[T] {
	a.folded = true
	return a
}

// A Value is what is known of an attribute of one resource. Its zero value is unknown.
type Value[T Scalar] struct {
	Place graph.Place // where it is written or would be; its range is the deepest part that is, or the resource's header

	state    state
	value    T         // if state is written and known
	present  graph.Tri // if state is written
	known    bool      // value is set: written with a known value, or the default
	raw      cty.Value // unmarked, if written
	marks    cty.ValueMarks
	symbolic bool
	folded   bool   // read in lower case
	observed bool   // nobody wrote it, and a plan tells what the provider gives
	label    string // what to call the attribute
	member   string // what to call it instead: the member of Place that it would be, or "" for what stands at Place
}

// Of reads the attribute of a resource.
func (a Attr[T]) Of(r *graph.Resource) Value[T] {
	v := Value[T]{Place: graph.Place{Resource: r}, state: absent}
	for _, p := range a.paths[r.Language] {
		f := p.find(r)
		if f.state == written && r.Language == graph.Terraform && isNoBlock(f.value) {
			continue
		}
		if f.state == absent {
			v.label = p.String()
			if len(f.at) > 0 && v.Place.Path == nil && !r.Attribute(p[0].name).IsNull() {
				v.Place.Path = f.at
			}
			continue
		}
		v = readValue[T](r, f)
		v.label = p.String()
		if _, observed := v.marks[graph.Observed{}]; observed && v.known {
			v.state, v.present, v.observed = absent, graph.False, true
		}
		v.folded = a.folded
		if text, ok := any(&v.value).(*string); ok && a.folded {
			*text = strings.ToLower(*text)
		}
		return v
	}
	if v.Place.Path == nil {
		v.Place.Path = a.absentAt(r.Language)
	}
	if d := a.fallback[r.Language]; d != nil {
		v.value, v.known = *d, true
	}
	if a.by != nil {
		v.value, v.known = a.by(r)
	}
	return v
}

// isNoBlock tells whether a value is that of blocks of which there are none: a dynamic one over nothing is as good as
// unwritten.
func isNoBlock(v cty.Value) bool {
	u, _ := v.Unmark()
	return u.Type().IsTupleType() && u.IsKnown() && !u.IsNull() && u.LengthInt() == 0
}

// absentAt is where the attribute would be written; nothing stands there, so that its range is the resource's header.
func (a Attr[T]) absentAt(l graph.Language) cty.Path {
	if len(a.paths[l]) == 0 {
		return nil
	}
	return a.paths[l][0].place()
}

func readValue[T Scalar](r *graph.Resource, f found) Value[T] {
	v := Value[T]{Place: graph.Place{Resource: r, Path: f.at}, state: f.state}
	if f.state != written {
		return v
	}
	v.symbolic = graph.Symbolic(f.value)
	v.present = present(f.value)
	if t := f.value.Type(); t.IsPrimitiveType() || t == cty.DynamicPseudoType { // nothing lies deeper
		v.raw, v.marks = f.value.Unmark()
	} else {
		v.raw, v.marks = f.value.UnmarkDeep()
	}
	v.value, v.known = scalar[T](v.raw)
	return v
}

// scalar converts as Terraform and CloudFormation do: "true" is a bool, "3" a number.
func scalar[T Scalar](v cty.Value) (out T, ok bool) {
	if v.IsNull() || !v.IsKnown() || !v.Type().IsPrimitiveType() {
		return out, false
	}
	switch p := any(&out).(type) {
	case *bool:
		if s, isText := textOf(v); isText {
			switch strings.ToLower(s) {
			case "true", "1":
				*p = true
				return out, true
			case "false", "0":
				return out, true
			}
		}
	case *int:
		if v.Type() == cty.String { // as converting it would, but without calculating in 512 bits
			if i, err := strconv.Atoi(v.AsString()); err == nil {
				*p = i
				return out, true
			}
		}
		if n, err := convert.Convert(v, cty.Number); err == nil {
			i, accuracy := n.AsBigFloat().Int64()
			*p = int(i)
			return out, accuracy == big.Exact
		}
	case *string:
		*p, ok = textOf(v)
		return out, ok
	}
	return out, false
}

// Get gives the value if it is known, the default included.
func (v Value[T]) Get() (T, bool) { return v.value, v.known }

// Or gives the value if it is known, else another.
func (v Value[T]) Or(other T) T {
	if v.known {
		return v.value
	}
	return other
}

// Written tells whether the attribute is written, whatever its value. One that may turn out to be null is Unknown.
func (v Value[T]) Written() graph.Tri {
	switch v.state {
	case written:
		if v.present == graph.Unknown {
			v.doubt()
		}
		return v.present
	case absent:
		return graph.False
	}
	v.doubt()
	return graph.Unknown
}

// Observed tells whether nobody wrote the attribute and its value is known all the same, from a plan: that is neither a
// choice of the author's nor the default.
func (v Value[T]) Observed() bool { return v.observed }

// Unwritten tells whether nobody wrote the attribute, so that what AWS or the provider takes then counts: Written is False,
// and no plan tells another value.
func (v Value[T]) Unwritten() bool {
	return !v.observed && (v.state == absent || v.state == written && v.present == graph.False)
}

// Because ends a phrase about the value with its cause where nobody wrote it, " because none is written"; else it is "". What
// names that which is not written: "none", "nothing", "no path".
func (v Value[T]) Because(what string) string {
	if !v.Unwritten() {
		return ""
	}
	return " because " + what + " is written"
}

// Off tells in words how a switch comes to be off, which is its default: "Multi-AZ is off", or that nobody wrote it.
func Off(v Value[bool], name string) string {
	if v.Unwritten() {
		return name + " is not written, and off unless it is"
	}
	return name + " is off"
}

// Is tells whether the value, or the default where nothing is written, is the wanted one. Where nothing is written
// and there is no default it is False.
func (v Value[T]) Is(wanted T) graph.Tri { return v.Test(func(t T) bool { return t == wanted }) }

// In tells whether the value is one of those wanted.
func (v Value[T]) In(wanted ...T) graph.Tri {
	return v.Test(func(t T) bool {
		for _, w := range wanted {
			if t == w {
				return true
			}
		}
		return false
	})
}

// Test asks a question about the value; see [Value.Is].
func (v Value[T]) Test(question func(T) bool) graph.Tri {
	switch {
	case v.known && !v.symbolic:
		return graph.Known(question(v.value))
	case v.state == absent && !v.known:
		return graph.False
	}
	v.doubt()
	return graph.Unknown
}

// AtLeast tells whether a number is n or more, also where only its bounds are known. Where nothing is written and
// there is no default it is Unknown.
func AtLeast(v Value[int], n int) graph.Tri {
	if v.known {
		return graph.Known(v.value >= n)
	}
	if v.state == written && v.raw.Type() == cty.Number {
		r := v.raw.Range()
		limit := cty.NumberIntVal(int64(n))
		if low, including := r.NumberLowerBound(); low.IsKnown() && low.GreaterThan(limit).Or(low.Equals(limit).And(cty.BoolVal(including))).True() {
			return graph.True
		}
		if high, _ := r.NumberUpperBound(); high.IsKnown() && high.LessThan(limit).True() {
			return graph.False
		}
	}
	v.doubt()
	return graph.Unknown
}

// Above tells whether one number is greater than another.
func Above(v, other Value[int]) graph.Tri {
	n, known := other.Get()
	if !known {
		other.doubt()
		if m, known := v.Get(); known {
			return AtLeast(other, m).Not()
		}
		return graph.Unknown
	}
	return AtLeast(v, n+1)
}

// HasPrefix tells whether a string begins so, also where only its beginning is known. The prefix is in lower case where
// the attribute is read so.
func HasPrefix(v Value[string], prefix string) graph.Tri {
	if v.known && !v.symbolic {
		return graph.Known(strings.HasPrefix(v.value, prefix))
	}
	if v.state == written && v.raw.Type() == cty.String && !v.raw.IsKnown() {
		begin := v.raw.Range().StringPrefix()
		if v.folded {
			begin = strings.ToLower(begin)
		}
		if strings.HasPrefix(begin, prefix) {
			return graph.True
		}
		if n := min(len(begin), len(prefix)); begin[:n] != prefix[:n] {
			return graph.False
		}
	}
	return v.Test(func(s string) bool { return strings.HasPrefix(s, prefix) })
}

// doubt leaves the reason why the value is not known with the graph.
func (v Value[T]) doubt() {
	r := v.Place.Resource
	if r == nil {
		return
	}
	label := v.label
	if label == "" {
		at := v.Place.Path
		if v.member != "" {
			at = at.GetAttr(v.member)
		}
		label = pathText(at)
	}
	r.Graph().Doubt(graph.Doubt{Resource: r, Message: label + " of " + r.Address + " is not known"})
}

// raw is the value of an attribute with its marks, null where nothing is written.
func (a Attr[T]) raw(r *graph.Resource) cty.Value {
	for _, p := range a.paths[r.Language] {
		if f := p.find(r); f.state != absent {
			return f.value
		}
	}
	return cty.NullVal(cty.DynamicPseudoType)
}
