package terraform

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// likeBranch gives the values of one branch of a conditional the type that Terraform gives both: a number beside a
// text is a text, and an object beside {} is a map of one type of values. The other branch is not evaluated for that;
// where its type does not show in its form, the values stay what they are.
func (s scope) likeBranch(all []cty.Value, other hclsyntax.Expression) []cty.Value {
	out := all
	for i, v := range all {
		u, marks := v.Unmark()
		t := u.Type()
		if !u.IsKnown() || u.IsNull() || t == cty.String || len(only(marks, isUnsettled)) > 0 {
			continue
		}
		if s.m.d.summary && !t.IsPrimitiveType() {
			continue // where the published module spells out the types of its inputs, a summary says any
		}
		both := unifiedType(t, s.shape(other, 0))
		if both == cty.NilType || both.Equals(t) {
			continue
		}
		if &out[0] == &all[0] {
			out = slices.Clone(all)
		}
		out[i] = s.m.u.conform(v, both, nil)
	}
	return out
}

// unifiedType is the type that values of both types are converted to, or NilType where nothing can be said.
func unifiedType(a, b cty.Type) cty.Type {
	if b == cty.DynamicPseudoType || b.HasDynamicTypes() || a.HasDynamicTypes() {
		return cty.NilType
	}
	if a.IsPrimitiveType() != b.IsPrimitiveType() {
		return cty.NilType
	}
	both, err := unify(a, b)
	if err != nil || both == cty.NilType || both.HasDynamicTypes() {
		return cty.NilType
	}
	return both
}

func unify(a, b cty.Type) (t cty.Type, err error) {
	defer recoverAs(&err)
	t, _ = convert.UnifyUnsafe([]cty.Type{a, b})
	return t, nil
}

// shape is the type of an expression's value as its form tells, without evaluating anything; dynamic where it does
// not. A set is dynamic too, for the evaluator holds sets as lists.
func (s scope) shape(e hclsyntax.Expression, depth int) cty.Type {
	const enough = 8
	if depth > enough || !s.m.u.spend(1, e.Range()) {
		return cty.DynamicPseudoType
	}
	switch e := e.(type) {
	case *hclsyntax.TemplateExpr, *hclsyntax.TemplateJoinExpr:
		return cty.String
	case *hclsyntax.LiteralValueExpr:
		return e.Val.Type()
	case *hclsyntax.ParenthesesExpr:
		return s.shape(e.Expression, depth+1)
	case *hclsyntax.TemplateWrapExpr:
		return s.shape(e.Wrapped, depth+1)
	case *hclsyntax.BinaryOpExpr:
		return e.Op.Type
	case *hclsyntax.UnaryOpExpr:
		return e.Op.Type
	case *hclsyntax.FunctionCallExpr:
		if t, ok := returned[strings.TrimPrefix(e.Name, "core::")]; ok {
			return t
		}
		return s.shapeOfCollection(e, depth)
	case *hclsyntax.ConditionalExpr:
		return s.shapeOfChoice(e, depth)
	case *hclsyntax.TupleConsExpr:
		types := make([]cty.Type, len(e.Exprs))
		for i, x := range e.Exprs {
			if types[i] = s.shape(x, depth+1); types[i].HasDynamicTypes() {
				return cty.DynamicPseudoType
			}
		}
		return cty.Tuple(types)
	case *hclsyntax.ObjectConsExpr:
		types := make(map[string]cty.Type, len(e.Items))
		for _, item := range e.Items {
			name := literalKey(item.KeyExpr)
			t := s.shape(item.ValueExpr, depth+1)
			if name == "" || t.HasDynamicTypes() {
				return cty.DynamicPseudoType
			}
			types[name] = t
		}
		return cty.Object(types)
	case *hclsyntax.ScopeTraversalExpr:
		return s.shapeOfName(e.Traversal, depth)
	}
	return cty.DynamicPseudoType
}

// shapeOfCollection is the type that tolist and tomap make of a literal tuple or object.
func (s scope) shapeOfCollection(e *hclsyntax.FunctionCallExpr, depth int) cty.Type {
	if len(e.Args) != 1 || e.ExpandFinal {
		return cty.DynamicPseudoType
	}
	var types []cty.Type
	of := s.shape(e.Args[0], depth+1)
	switch name := strings.TrimPrefix(e.Name, "core::"); {
	case name == "tolist" && of.IsTupleType():
		types = of.TupleElementTypes()
	case name == "tomap" && of.IsObjectType():
		for _, t := range of.AttributeTypes() {
			types = append(types, t)
		}
	}
	if len(types) == 0 {
		return cty.DynamicPseudoType
	}
	one, _ := convert.UnifyUnsafe(types)
	switch {
	case one == cty.NilType || one.HasDynamicTypes():
		return cty.DynamicPseudoType
	case of.IsTupleType():
		return cty.List(one)
	}
	return cty.Map(one)
}

func (s scope) shapeOfChoice(e *hclsyntax.ConditionalExpr, depth int) cty.Type {
	a, b := s.shape(e.TrueResult, depth+1), s.shape(e.FalseResult, depth+1)
	if a == cty.String && !b.IsPrimitiveType() || b == cty.String && !a.IsPrimitiveType() {
		return cty.String // whatever the other is, it is a text or null
	}
	if t := unifiedType(a, b); t != cty.NilType {
		return t
	}
	return cty.DynamicPseudoType
}

// shapeOfName is the type of a variable that has one, or of a local value, at the path that is asked for.
func (s scope) shapeOfName(name hcl.Traversal, depth int) cty.Type {
	t, path := cty.DynamicPseudoType, name[1:]
	second := attributeAt(name, 1)
	switch root := name.RootName(); {
	case s.vars.binds(root):
		t = s.shapeOfBound(root)
	case s.sealed || second == "":
	case root == "var":
		path = name[2:]
		if v := s.m.d.variables[second]; v != nil && !holdsSet(v.typ) {
			t = v.typ.WithoutOptionalAttributesDeep()
		}
	case root == "local":
		path = name[2:]
		if a := s.m.d.locals[second]; a != nil {
			t = scope{m: s.m}.shape(a.Expr, depth+1)
		}
	}
	for _, step := range path {
		attribute, ok := step.(hcl.TraverseAttr)
		switch {
		case ok && t.IsObjectType() && t.HasAttribute(attribute.Name):
			t = t.AttributeType(attribute.Name)
		case t.IsMapType(), !ok && t.IsListType():
			t = t.ElementType()
		default:
			return cty.DynamicPseudoType
		}
	}
	return t
}

// shapeOfBound is the type of a variable of a for expression, a dynamic block or a template.
func (s scope) shapeOfBound(name string) cty.Type {
	for b := s.vars; b != nil; b = b.outer {
		if b.item != nil || b.name != name {
			continue
		}
		if b.member != nil {
			break
		}
		if u, marks := b.value.Unmark(); u.IsKnown() && !u.IsNull() && len(only(marks, isUnsettled)) == 0 {
			return u.Type()
		}
		break
	}
	return cty.DynamicPseudoType
}

func holdsSet(t cty.Type) bool {
	switch {
	case t.IsSetType():
		return true
	case t.IsCollectionType():
		return holdsSet(t.ElementType())
	case t.IsTupleType():
		return slices.ContainsFunc(t.TupleElementTypes(), holdsSet)
	case t.IsObjectType():
		for _, at := range t.AttributeTypes() {
			if holdsSet(at) {
				return true
			}
		}
	}
	return false
}

// returned are the types of what functions return, where they always return the same; of all others the type is
// dynamic.
var returned = map[string]cty.Type{}

func init() {
	for _, name := range []string{"format", "join", "lower", "upper", "title", "replace", "substr", "trim", "trimspace", "trimprefix", "trimsuffix", "chomp", "indent",
		"strrev", "jsonencode", "yamlencode", "base64encode", "base64decode", "base64gzip", "urlencode", "file", "filebase64", "templatefile", "templatestring",
		"cidrsubnet", "cidrhost", "cidrnetmask", "basename", "dirname", "abspath", "pathexpand", "formatdate", "timestamp", "timeadd", "tostring",
		"md5", "sha1", "sha256", "sha512", "base64sha256", "base64sha512", "filemd5", "filesha1", "filesha256", "filesha512", "filebase64sha256", "filebase64sha512",
		"uuid", "uuidv5", "bcrypt"} {
		returned[name] = cty.String
	}
	for _, name := range []string{"abs", "ceil", "floor", "log", "max", "min", "parseint", "pow", "signum", "sum", "length", "index", "tonumber", "timecmp"} {
		returned[name] = cty.Number
	}
	for _, name := range []string{"alltrue", "anytrue", "can", "contains", "endswith", "fileexists", "startswith", "strcontains", "tobool"} {
		returned[name] = cty.Bool
	}
	for _, name := range []string{"formatlist", "split", "sort", "cidrsubnets"} {
		returned[name] = cty.List(cty.String)
	}
}
