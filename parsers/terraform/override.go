package terraform

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// overrideAll merges the blocks of an override file into what was declared.
// See https://developer.hashicorp.com/terraform/language/files/override.
func (d *dir) overrideAll(body *hclsyntax.Body) {
	for _, b := range body.Blocks {
		switch {
		case b.Type == "locals":
			for n, a := range b.Body.Attributes {
				d.locals[n] = a
			}
		case b.Type == "variable" && len(b.Labels) == 1 && d.variables[b.Labels[0]] != nil:
			v := d.variables[b.Labels[0]]
			v.block = d.copied(v.block)
			d.overrideBody(v.block.Body, b.Body)
		default:
			all, key := d.table(b)
			if have := all[key]; have != nil {
				all[key] = d.copied(have)
				d.overrideBody(all[key].Body, b.Body)
			} else {
				d.declare(b)
			}
		}
	}
}

// copied is a block that may be changed: directories of a summary share the files that they have in common.
func (d *dir) copied(b *hclsyntax.Block) *hclsyntax.Block {
	block, body := *b, *b.Body
	block.Body, body.Attributes, body.Blocks = &body, maps.Clone(body.Attributes), slices.Clone(body.Blocks)
	for i, inner := range body.Blocks {
		if inner.Type == "lifecycle" {
			body.Blocks[i] = d.copied(inner)
		}
	}
	if d.damaged[b.Body] {
		d.damaged[&body] = true
	}
	return &block
}

// overrideBody replaces attributes one by one and nested blocks kind by kind; lifecycle is merged by attribute.
func (d *dir) overrideBody(have, by *hclsyntax.Body) {
	overrideAttributes(have, by)
	if d.damaged[by] {
		d.damaged[have] = true
	}
	replaced := map[string]bool{}
	for _, b := range by.Blocks {
		name := blockName(b)
		if i := slices.IndexFunc(have.Blocks, func(o *hclsyntax.Block) bool { return o.Type == name }); name == "lifecycle" && i >= 0 {
			overrideAttributes(have.Blocks[i].Body, b.Body)
			continue
		}
		if !replaced[name] {
			replaced[name] = true
			have.Blocks = slices.DeleteFunc(have.Blocks, func(o *hclsyntax.Block) bool { return blockName(o) == name })
		}
		have.Blocks = append(have.Blocks, b)
	}
}

func overrideAttributes(have, by *hclsyntax.Body) {
	for n, a := range by.Attributes {
		have.Attributes[n] = a
	}
}

// blockName is the type of the block, or of the blocks that a dynamic block makes.
func blockName(b *hclsyntax.Block) string {
	if b.Type == "dynamic" && len(b.Labels) == 1 {
		return b.Labels[0]
	}
	return b.Type
}
