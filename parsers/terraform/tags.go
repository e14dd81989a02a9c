package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// untagged are the resources that the default_tags of a provider are not given to: see "default_tags Configuration
// Block" in the AWS provider's documentation (https://registry.terraform.io/providers/hashicorp/aws/latest/docs), and its
// data source aws_default_tags.
var untagged = map[string]bool{"aws_autoscaling_group": true}

// allTags is what the AWS provider computes as tags_all: the default_tags of the resource's provider configuration
// with the tags of the resource over them. It is null where there are no default_tags.
func (m *module) allTags(in *instance) cty.Value {
	const name = "tags_all"
	none := cty.NullVal(cty.DynamicPseudoType)
	kind := in.block.Labels[0]
	if in.block.Type != "resource" || !strings.HasPrefix(kind, "aws_") || untagged[kind] {
		return none
	}
	given := m.providerTags(in)
	if given.IsNull() {
		return none
	}
	return m.u.choose(m.u.once(in.memo(), "computed "+name, in.block.DefRange(), func() string { return in.address + "." + name }, func() []cty.Value {
		own := m.written(in, "tags")
		if own.IsNull() {
			return []cty.Value{given}
		}
		if !m.u.weigh(in.block.DefRange(), given, own) {
			return []cty.Value{m.u.fail()}
		}
		all, err := m.u.callLibrary("merge", given, own)
		if err != nil {
			return []cty.Value{m.u.fail(given, own)}
		}
		return []cty.Value{all}
	}))
}

// providerTags are the default_tags of the provider configuration of a resource or data source, null where there are
// none.
func (m *module) providerTags(in *instance) cty.Value {
	provider, at, config := m.providerOf(in.block)
	if config == nil {
		return cty.NullVal(cty.DynamicPseudoType)
	}
	defaults := "default_tags of provider " + provider
	return m.u.choose(m.u.once(at.groups, defaults, config.DefRange(), func() string { return defaults }, func() []cty.Value {
		return []cty.Value{scope{m: at}.defaultTags(config.Body)}
	}))
}

// defaultTags are the tags of a provider's default_tags block, null where there is none. JSON has an object in its place,
// or a list of one.
func (s scope) defaultTags(body *hclsyntax.Body) cty.Value {
	if a := body.Attributes["default_tags"]; a != nil {
		v := s.eval(a.Expr)
		if list := elements(unmarked(v)); isSequence(unmarked(v).Type()) && len(list) == 1 {
			v = list[0].value
		}
		return s.m.u.settled(s.attribute(v, "tags"))
	}
	all, open := s.nested(body, "default_tags")
	switch {
	case open || len(all) == 1 && all[0].exists != graph.True:
		return cty.DynamicVal
	case len(all) == 0:
		return s.m.d.unwritten(body)
	}
	a := all[0].body.Attributes["tags"]
	if a == nil {
		return s.m.d.unwritten(all[0].body)
	}
	return s.m.u.settled(all[0].s.eval(a.Expr))
}
