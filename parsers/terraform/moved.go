package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// A move is a moved block: what has one address now had another before.
type move struct{ from, to string }

// moveOf reads a moved block; the addresses are relative to the module that it stands in.
func moveOf(b *hclsyntax.Block) (move, bool) {
	m := move{addressOf(b.Body.Attributes["from"]), addressOf(b.Body.Attributes["to"])}
	return m, m.from != "" && m.to != "" && m.from != m.to
}

// addressOf is the address that an attribute of a moved block names, "" if it names none.
func addressOf(a *hclsyntax.Attribute) string {
	if a == nil {
		return ""
	}
	t, diags := hcl.AbsTraversalForExpr(a.Expr)
	if diags.HasErrors() {
		return constant(a.Expr) // in JSON it is a text
	}
	var s strings.Builder
	for _, step := range t {
		switch step := step.(type) {
		case hcl.TraverseRoot:
			s.WriteString(step.Name)
		case hcl.TraverseAttr:
			s.WriteString("." + step.Name)
		case hcl.TraverseIndex:
			if !step.Key.IsKnown() || step.Key.IsNull() {
				return ""
			}
			switch step.Key.Type() {
			case cty.String:
				s.WriteString(`["` + step.Key.AsString() + `"]`)
			case cty.Number:
				number, ok := graph.Digits(step.Key)
				if !ok {
					return ""
				}
				s.WriteString("[" + number + "]")
			default:
				return ""
			}
		}
	}
	return s.String()
}

// maxMoves is how many moves one after the other are followed: they may go in a circle.
const maxMoves = 20

// moved tells resources which addresses they had before, as the moved blocks say of them or of the modules they are in.
// moves are the former addresses by the present ones.
func moved(resources []*graph.Resource, moves map[string]string) {
	if len(moves) == 0 {
		return
	}
	for _, r := range resources {
		for at := r.Address; len(r.Formerly) < maxMoves; {
			before, ok := movedFrom(at, moves)
			if !ok {
				break
			}
			r.Formerly = append(r.Formerly, before)
			at = before
		}
	}
}

// movedFrom is the address before the last move of something, or of what it is in.
func movedFrom(address string, moves map[string]string) (before string, ok bool) {
	for end := len(address); end > 0; end = strings.LastIndexAny(address[:end], ".[") {
		if from, ok := moves[address[:end]]; ok {
			return from + address[end:], true
		}
	}
	return "", false
}
