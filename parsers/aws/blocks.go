package aws

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// Blocks are nested blocks, or a list of objects, of a kind: ingress rules, listeners, settings.
type Blocks struct {
	paths [graph.Languages][]path
}

func (k Kind) blocks(terraform, cloudFormation string) Blocks {
	return Blocks{k.declare(terraform, cloudFormation)}
}

// A Block is one of them.
type Block struct {
	Place graph.Place
	value cty.Value
	order int // among those that are told one by one
}

// A BlockList is all that is written of them.
type BlockList struct {
	Items []Block
	Open  bool // there may be more, or other ones

	Possible []Block // those that may be there
	Unlisted bool    // there may be others still
	Shapes   []Block // what those others look like; none where they may look like anything
}

// Of reads the blocks of a resource.
func (b Blocks) Of(r *graph.Resource) BlockList {
	var out BlockList
	for _, p := range b.paths[r.Language] {
		if out.oneByOne(r, p) {
			continue
		}
		h := p.findAll(r)
		out.Open, out.Unlisted = out.Open || h.open, out.Unlisted || h.open
		for _, f := range h.found {
			out.add(r, f.value, f.at)
		}
		if h.open {
			doubtPlace(r, p.String())
		}
	}
	return out
}

// oneByOne adds the blocks at a path whose number is not decided: those that are there for sure, and those that may be.
// It is false where there is nothing to tell them apart by.
func (l *BlockList) oneByOne(r *graph.Resource, p path) bool {
	if len(p) > 1 || p[0].where != nil || r.Attribute(p[0].name).IsKnown() {
		return false
	}
	all, open := r.Blocks(p[0].name)
	if open {
		shapes, _ := r.Shapes(p[0].name)
		for _, v := range shapes {
			l.Shapes = append(l.Shapes, Block{Place: graph.Place{Resource: r, Path: p[0].at}, value: v})
		}
	}
	if len(all)+len(l.Shapes) == 0 {
		return false
	}
	for i, b := range all {
		if t := b.Value.Type(); b.Value.IsNull() || !b.Value.IsKnown() || !t.IsObjectType() && !t.IsMapType() {
			open = true
			continue
		}
		block := Block{graph.Place{Resource: r, Path: itemAt(p[0].at, i)}, b.Value, i}
		if b.Exists == graph.True {
			l.Items = append(l.Items, block)
		} else {
			l.Possible = append(l.Possible, block)
		}
	}
	l.Open, l.Unlisted = true, l.Unlisted || open
	doubtPlace(r, p.String())
	return true
}

func (l *BlockList) add(r *graph.Resource, v cty.Value, at cty.Path) {
	u, marks := v.Unmark()
	t := u.Type()
	switch {
	case u.IsNull():
	case !u.IsKnown():
		l.Open, l.Unlisted = true, true
		doubtPlace(r, pathText(at))
	case t.IsTupleType() || t.IsListType() || t.IsSetType():
		i := 0
		for it := u.ElementIterator(); it.Next(); i++ {
			_, e := it.Element()
			l.add(r, withMarks(e, marks), itemAt(at, i))
		}
	case t.IsObjectType() || t.IsMapType():
		l.Items = append(l.Items, Block{Place: graph.Place{Resource: r, Path: at}, value: v})
	default:
		l.Open, l.Unlisted = true, true
	}
}

// Any tells whether there is a block at all.
func (l BlockList) Any() graph.Tri {
	switch {
	case len(l.Items) > 0:
		return graph.True
	case l.Open:
		return graph.Unknown
	}
	return graph.False
}

// field reads a scalar of a block, which the two languages may name differently.
func field[T Scalar](b Block, terraform, cloudFormation string) Value[T] {
	r := b.Place.Resource
	name := [graph.Languages]string{terraform, cloudFormation}[r.Language]
	v := member(b.value, name)
	if v == cty.NilVal || v.IsNull() {
		return Value[T]{Place: b.Place, state: absent, member: name}
	}
	return readValue[T](r, found{written, v, b.Place.Path.GetAttr(name)})
}

// fieldValue is a member of a block as it is, null where it is not written.
func fieldValue(b Block, terraform, cloudFormation string) cty.Value {
	name := [graph.Languages]string{terraform, cloudFormation}[b.Place.Resource.Language]
	v := member(b.value, name)
	if v == cty.NilVal {
		v = cty.NullVal(cty.DynamicPseudoType)
	}
	return v
}

// fieldLinks follows a member of a block that names resources of the kinds: a list of them in Terraform, a lone one in
// CloudFormation.
func fieldLinks(b Block, terraform, cloudFormation string, kinds ...Kind) Links {
	return memberLinks(b, terraform, cloudFormation, b.Place.Resource.Language == graph.Terraform, kinds)
}

// fieldLink follows a member of a block that names one resource of the kinds.
func fieldLink(b Block, terraform, cloudFormation string, kinds ...Kind) Links {
	return memberLinks(b, terraform, cloudFormation, false, kinds)
}

func memberLinks(b Block, terraform, cloudFormation string, list bool, kinds []Kind) Links {
	r := b.Place.Resource
	at := b.Place.Path.GetAttr([graph.Languages]string{terraform, cloudFormation}[r.Language])
	out := Links{Place: graph.Place{Resource: r, Path: at}}
	v := fieldValue(b, terraform, cloudFormation)
	if v.IsNull() {
		return out
	}
	Edge{&edgeFacts{targets: kinds}}.link(r, found{written, v, at}, list, pathText(at), &out)
	return out
}

// fieldBlocks reads the blocks inside a block.
func fieldBlocks(b Block, terraform, cloudFormation string) BlockList {
	var out BlockList
	name := [graph.Languages]string{terraform, cloudFormation}[b.Place.Resource.Language]
	out.add(b.Place.Resource, fieldValue(b, terraform, cloudFormation), b.Place.Path.GetAttr(name))
	return out
}
