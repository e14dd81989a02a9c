package aws

import (
	slashpath "path"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// nonProduction are the names of environments that are not production, alone or before a dash: "dev", "test-eu". A sample
// is not among them: "sample-app" names what runs, which may well be in production.
var nonProduction = map[string]bool{
	"dev": true, "develop": true, "development": true, "test": true, "tests": true, "testing": true, "qa": true, "uat": true, "sandbox": true,
	"stage": true, "staging": true, "stg": true, "demo": true, "example": true, "examples": true, "fixtures": true,
	"nonprod": true, "preprod": true,
}

// production are the names of the environment that others are compared with.
var production = map[string]bool{"prod": true, "production": true, "prd": true, "live": true}

// isNonProduction tells whether a word names an environment that is not production; "dev-prod" names both.
func isNonProduction(word string) bool {
	first, rest, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(word), "_", "-"), "-")
	if first == "non" || first == "pre" {
		return strings.HasPrefix(rest, "prod")
	}
	return nonProduction[first] && !slices.ContainsFunc(strings.Split(rest, "-"), func(w string) bool { return production[w] })
}

// environmentTags are the keys of the tags that name an environment, in lower case.
var environmentTags = map[string]bool{"env": true, "environment": true, "stage": true}

// NonProduction gives the words by which a resource is known not to be in production: a literal tag, or a directory on
// the relative path of its unit. It is "" where none says so; the default of a variable says nothing.
func NonProduction(r *graph.Resource) string {
	if name := environmentTag(r); name != "" {
		return "it is tagged " + name
	}
	type key struct{}
	dir := graph.Fact(r.Graph(), key{}, func() string {
		unit := r.Graph().Unit
		if r.Graph().Language == graph.CloudFormation {
			unit = slashpath.Dir(unit)
		}
		if slashpath.IsAbs(unit) {
			unit = slashpath.Base(unit)
		}
		for part := range strings.SplitSeq(unit, "/") {
			if isNonProduction(part) {
				return part
			}
		}
		return ""
	})
	if dir != "" {
		return "it lies in the directory " + dir
	}
	return ""
}

func environmentTag(r *graph.Resource) string {
	for _, name := range []string{"tags", "tag", "Tags", "tags_all"} {
		u, _ := r.Attribute(name).Unmark()
		if u.IsNull() || !u.IsKnown() || !u.CanIterateElements() {
			continue
		}
		for it := u.ElementIterator(); it.Next(); {
			k, v := it.Element()
			if t := u.Type(); t.IsObjectType() || t.IsMapType() {
				if name := nonProductionTag(k, v); name != "" {
					return name
				}
				continue
			}
			if name := nonProductionTag(either(v, "key", "Key"), either(v, "value", "Value")); name != "" { // a list of keys and values
				return name
			}
			block, _ := v.Unmark() // or of blocks, as before Terraform 0.12
			if block.IsNull() || !block.IsKnown() || !block.Type().IsObjectType() {
				continue
			}
			for key := range block.Type().AttributeTypes() {
				if name := nonProductionTag(cty.StringVal(key), block.GetAttr(key)); name != "" {
					return name
				}
			}
		}
	}
	return ""
}

// nonProductionTag is the tag's value if it names an environment that is not production, and no default said so.
func nonProductionTag(k, v cty.Value) string {
	if v == cty.NilVal || graph.RestsOnDefault(v) {
		return ""
	}
	key, _ := textOf(k)
	if value, ok := textOf(v); ok && environmentTags[strings.ToLower(key)] && isNonProduction(value) {
		return value
	}
	return ""
}

// either is the member of a value that has one of two names.
func either(v cty.Value, name, other string) cty.Value {
	if m := member(v, name); m != cty.NilVal {
		return m
	}
	return member(v, other)
}

// tagKeys are the keys of a resource's tags, as far as they are known.
func tagKeys(r *graph.Resource) []string {
	var out []string
	for _, name := range []string{"tags", "Tags"} {
		u, _ := r.Attribute(name).Unmark()
		if u.IsNull() || !u.IsKnown() || !u.CanIterateElements() {
			continue
		}
		for it := u.ElementIterator(); it.Next(); {
			k, v := it.Element()
			if t := u.Type(); !t.IsObjectType() && !t.IsMapType() {
				k = either(v, "key", "Key")
			}
			if key, ok := textOf(k); ok {
				out = append(out, key)
			}
		}
	}
	return out
}
