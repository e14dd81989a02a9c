package terraform

import (
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
			d.overrideBody(d.variables[b.Labels[0]].block.Body, b.Body)
		default:
			all, key := d.table(b)
			if have := all[key]; have != nil {
				d.overrideBody(have.Body, b.Body)
			} else {
				d.declare(b)
			}
		}
	}
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
