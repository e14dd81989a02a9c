package terraform_test

import (
	"regexp"
	"strings"

	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
)

// configuration is what a plan tells of the syntax of a module.
type configuration struct {
	Resources []struct {
		Address           string
		Expressions       any
		CountExpression   any      `json:"count_expression"`
		ForEachExpression any      `json:"for_each_expression"`
		DependsOn         []string `json:"depends_on"`
		Provisioners      any
	}
	ModuleCalls map[string]struct{ Module configuration } `json:"module_calls"`
}

// instanceKey is the key of an instance in an address.
var instanceKey = regexp.MustCompile(`\[(?:"(?:[^"\\]|\\.)*"|[0-9]+|\*)\]`)

// references holds the edges of a graph against the references that the plan lists: each that leads from one resource
// to another of the same module must be an edge between some of their instances, if they have any.
func (c *comparison) references(p *plan, g *graph.Graph) {
	c.t.Helper()
	there := map[string]bool{}
	for _, r := range g.Resources() {
		there[instanceKey.ReplaceAllString(r.Address, "")] = true
	}
	edges := map[[2]string]bool{}
	for _, e := range aws.Edges(g) {
		edges[[2]string{instanceKey.ReplaceAllString(e.From.Address, ""), instanceKey.ReplaceAllString(e.To.Address, "")}] = true
	}
	c.moduleReferences("", p.Configuration.RootModule, there, edges)
}

func (c *comparison) moduleReferences(prefix string, m configuration, there map[string]bool, edges map[[2]string]bool) {
	c.t.Helper()
	for _, r := range m.Resources {
		from := prefix + r.Address
		names := listed(r.Expressions)
		names = append(names, listed(r.CountExpression)...)
		names = append(names, listed(r.ForEachExpression)...)
		names = append(names, listed(r.Provisioners)...)
		names = append(names, r.DependsOn...)
		missing := map[string]bool{}
		for _, name := range names {
			to := prefix + resourceNamed(name)
			if to == prefix || to == from || !there[from] || !there[to] || missing[to] {
				continue
			}
			c.mentions++
			if !edges[[2]string{from, to}] {
				missing[to] = true
				c.t.Errorf("%s%s mentions %s as %s, and there is no edge", c.prefix, from, to, name)
			}
		}
	}
	for name, call := range m.ModuleCalls {
		c.moduleReferences(prefix+"module."+name+".", call.Module, there, edges)
	}
}

// listed gathers the references below an expression of the plan.
func listed(x any) (out []string) {
	switch x := x.(type) {
	case []any:
		for _, e := range x {
			out = append(out, listed(e)...)
		}
	case map[string]any:
		for k, e := range x {
			list, ok := e.([]any)
			if k != "references" || !ok {
				out = append(out, listed(e)...)
				continue
			}
			for _, name := range list {
				if s, ok := name.(string); ok {
					out = append(out, s)
				}
			}
		}
	}
	return out
}

// resourceNamed is the address of the resource or data source that a reference starts with, in its module; "" for a
// reference to anything else.
func resourceNamed(reference string) string {
	parts := strings.Split(instanceKey.ReplaceAllString(reference, ""), ".")
	n := 2
	switch parts[0] {
	case "var", "local", "module", "each", "count", "path", "self", "terraform", "ephemeral":
		return ""
	case "data":
		n = 3
	}
	if len(parts) < n {
		return ""
	}
	return strings.Join(parts[:n], ".")
}
