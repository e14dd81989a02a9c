// Package schema knows what properties CloudFormation resource types have, and of what type. It reads the structs of
// goformation v7.14.9, which were made from the CloudFormation resource specification of April 2024, by reflection: a
// property may be newer than the schema, so that it lacks one proves nothing.
//
// Nothing is reflected before it is asked for, and each struct only once.
package schema

import (
	"reflect"
	"slices"
	"strings"
	"sync"
)

// Kind is the shape of a property.
type Kind uint8

// The shapes. Any is a property that takes any JSON, or of which nothing is known.
const (
	Any Kind = iota
	String
	Number
	Bool
	List
	Map
	Struct
)

// A Type is the type of a property. The nil Type is Any.
type Type struct {
	kind Kind
	of   reflect.Type // the element of a List or Map, or the Struct itself

	once     sync.Once
	elem     *Type            // of a List or Map
	property map[string]*Type // of a Struct, by property name
}

// The types of plain values, for what no resource type describes.
var (
	Text   = typeOf(reflect.TypeFor[string]())
	Amount = typeOf(reflect.TypeFor[float64]())
	Texts  = typeOf(reflect.TypeFor[[]string]())
)

var types sync.Map // reflect.Type → *Type

// Of gives the properties of a resource type as a Struct; nil where the type is not known.
func Of(resourceType string) *Type {
	t := structOf(resourceType)
	if t == nil {
		return nil
	}
	return typeOf(t)
}

// Kind is the shape of the property.
func (t *Type) Kind() Kind {
	if t == nil {
		return Any
	}
	return t.kind
}

// Elem is the type of the elements of a List or Map, and nil for all else.
func (t *Type) Elem() *Type {
	if t == nil || t.kind != List && t.kind != Map {
		return nil
	}
	t.once.Do(func() { t.elem = typeOf(t.of) })
	return t.elem
}

// Property is the type of a property of a Struct or of a key of a Map. It is not there where a Struct has no such
// property; everything else has every property.
func (t *Type) Property(name string) (*Type, bool) {
	switch t.Kind() {
	case Map:
		return t.Elem(), true
	case Struct:
		p, ok := t.properties()[name]
		return p, ok
	}
	return nil, true
}

// Properties are the names of the properties of a Struct, sorted.
func (t *Type) Properties() []string {
	if t.Kind() != Struct {
		return nil
	}
	var out []string
	for name := range t.properties() {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

func (t *Type) properties() map[string]*Type {
	t.once.Do(func() {
		t.property = make(map[string]*Type, t.of.NumField())
		for i := range t.of.NumField() {
			f := t.of.Field(i)
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if name != "" && name != "-" {
				t.property[name] = typeOf(f.Type)
			}
		}
	})
	return t.property
}

// typeOf gives the one Type of a Go type; nil for what takes anything.
func typeOf(r reflect.Type) *Type {
	for r.Kind() == reflect.Pointer {
		r = r.Elem()
	}
	if t, ok := types.Load(r); ok {
		return t.(*Type)
	}
	t := &Type{of: r}
	switch r.Kind() {
	case reflect.String:
		t.kind = String
	case reflect.Bool:
		t.kind = Bool
	case reflect.Int, reflect.Int64, reflect.Float64:
		t.kind = Number
	case reflect.Slice:
		t.kind, t.of = List, r.Elem()
	case reflect.Map:
		t.kind, t.of = Map, r.Elem()
	case reflect.Struct:
		t.kind = Struct
		if isUnion(r) {
			t.kind = Any
		}
	}
	stored, _ := types.LoadOrStore(r, t)
	return stored.(*Type)
}

// isUnion tells whether a struct holds one of several shapes, as many properties of AWS::Serverless types do: its
// fields have no names in JSON.
func isUnion(r reflect.Type) bool {
	for i := range r.NumField() {
		if _, named := r.Field(i).Tag.Lookup("json"); named {
			return false
		}
	}
	return true
}

// Has tells whether a resource type has a property at the path, stepping through the elements of lists and maps
// without a step for them. Where a part of the path takes any JSON, everything below it is there. Of a type that is
// not in the schema it is not known.
func Has(resourceType string, path ...string) (known, has bool) {
	t := Of(resourceType)
	if t == nil {
		return false, false
	}
	for _, name := range path {
		for t.Kind() == List || t.Kind() == Map && t.Elem().Kind() == Struct {
			t = t.Elem()
		}
		switch t.Kind() {
		case Any, Map:
			return true, true
		case Struct:
			p, ok := t.properties()[name]
			if !ok {
				return true, false
			}
			t = p
		default:
			return true, false
		}
	}
	return true, true
}
