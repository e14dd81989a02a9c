package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"github.com/zclconf/go-cty/cty"
)

// description is the content of the file that FAKE_SCHEMA names.
type description struct {
	Resources map[string]*block `json:"resources"` // by type
	Data      map[string]*block `json:"data"`      // by type
	Providers map[string]*block `json:"providers"` // by name
	// Mentioned are the names of all attributes that some expression reads: any resource may have them.
	Mentioned []string `json:"mentioned"`
}

// block lists what a block may hold.
type block struct {
	Attributes []string          `json:"attributes"`
	Blocks     map[string]*block `json:"blocks"`
}

func readDescription(file string) (*description, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("reading FAKE_SCHEMA: %w", err)
	}
	d := new(description)
	if err := json.Unmarshal(b, d); err != nil {
		return nil, fmt.Errorf("reading FAKE_SCHEMA %s: %w", file, err)
	}
	return d, nil
}

// meta are the meta-arguments of resources, which are no attributes.
var meta = []string{"count", "for_each", "provider", "depends_on", "lifecycle", "provisioner", "connection"}

// ofData is the schema of a data source. The attributes in its blocks have types: terraform breaks down where a data
// source whose reading is put off has blocks of any type.
func (d *description) ofData(b *block) *tfprotov6.Schema {
	s := d.ofResource(b)
	for _, n := range s.Block.BlockTypes {
		typed(n.Block)
	}
	return s
}

// lists are the attributes in data sources' blocks (statements, filters) that are lists of strings.
var lists = []string{"actions", "not_actions", "resources", "not_resources", "identifiers", "values"}

func typed(b *tfprotov6.SchemaBlock) {
	for _, a := range b.Attributes {
		a.Type = tftypes.String
		if slices.Contains(lists, a.Name) {
			a.Type = tftypes.List{ElementType: tftypes.String}
		}
	}
	for _, n := range b.BlockTypes {
		typed(n.Block)
	}
}

// ofResource is the schema of a resource: it has an id and an arn, and all that is mentioned.
func (d *description) ofResource(b *block) *tfprotov6.Schema {
	names := slices.Concat(b.Attributes, d.Mentioned, []string{"id", "arn"})
	isMeta := func(n string) bool { return slices.Contains(meta, n) }
	blocks := maps.Clone(b.Blocks)
	maps.DeleteFunc(blocks, func(n string, _ *block) bool { return isMeta(n) })
	s := ofBlock(slices.DeleteFunc(names, isMeta), blocks)
	for _, n := range s.BlockTypes {
		d.exported(n.Block)
	}
	for _, a := range s.Attributes {
		if a.Name == "id" || a.Name == "arn" {
			a.Type = tftypes.String
		}
		a.WriteOnly = strings.HasSuffix(a.Name, "_wo")
		a.Computed = !a.WriteOnly
	}
	return &tfprotov6.Schema{Block: s}
}

// exported adds to a nested block all that is mentioned, which is null where it is not written.
func (d *description) exported(b *tfprotov6.SchemaBlock) {
	has := map[string]bool{}
	for _, a := range b.Attributes {
		has[a.Name] = true
	}
	for _, n := range b.BlockTypes {
		has[n.TypeName] = true
		d.exported(n.Block)
	}
	for _, n := range d.Mentioned {
		if !has[n] {
			b.Attributes = append(b.Attributes, &tfprotov6.SchemaAttribute{Name: n, Type: tftypes.DynamicPseudoType, Optional: true})
		}
	}
}

// ofProvider is the schema of a provider's configuration.
func (d *description) ofProvider(name string) *tfprotov6.Schema {
	b := d.Providers[name]
	if b == nil {
		b = &block{}
	}
	names := slices.DeleteFunc(slices.Clone(b.Attributes), func(n string) bool { return n == "alias" || n == "version" })
	return &tfprotov6.Schema{Block: ofBlock(names, b.Blocks)}
}

func ofBlock(names []string, blocks map[string]*block) *tfprotov6.SchemaBlock {
	out := &tfprotov6.SchemaBlock{}
	names = slices.Compact(slices.Sorted(slices.Values(names)))
	for _, n := range names {
		if blocks[n] == nil {
			out.Attributes = append(out.Attributes, &tfprotov6.SchemaAttribute{Name: n, Type: tftypes.DynamicPseudoType, Optional: true})
		}
	}
	for _, n := range slices.Sorted(maps.Keys(blocks)) {
		out.BlockTypes = append(out.BlockTypes, &tfprotov6.SchemaNestedBlock{
			TypeName: n, Nesting: tfprotov6.SchemaNestedBlockNestingModeList, Block: ofBlock(blocks[n].Attributes, blocks[n].Blocks)})
	}
	return out
}

// typeOf is the type that Terraform gives a block's value: a list of blocks that hold an attribute of any type is
// itself of any type.
func typeOf(b *tfprotov6.SchemaBlock) cty.Type {
	attributes := map[string]cty.Type{}
	for _, a := range b.Attributes {
		attributes[a.Name] = cty.DynamicPseudoType
		switch {
		case a.Type.Is(tftypes.String):
			attributes[a.Name] = cty.String
		case a.Type.Is(tftypes.List{}):
			attributes[a.Name] = cty.List(cty.String)
		}
	}
	for _, n := range b.BlockTypes {
		attributes[n.TypeName] = cty.List(typeOf(n.Block))
		if attributes[n.TypeName].HasDynamicTypes() {
			attributes[n.TypeName] = cty.DynamicPseudoType
		}
	}
	return cty.Object(attributes)
}
