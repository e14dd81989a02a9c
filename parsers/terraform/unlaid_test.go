package terraform

import (
	"fmt"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform/plan"
)

// What a plan cannot be laid over is not taken to be missing: the plan has instances, though not these.
func TestPlansThatCannotBeLaid(t *testing.T) {
	var many []string
	for i := range maxInstances + 1 {
		many = append(many, fmt.Sprintf(`["k%d"]`, i))
	}
	for name, c := range map[string]struct {
		block string
		keys  []string
		want  string // in the warning
	}{
		"other keys": {"count = length(var.any)", []string{`["a"]`, `["b"]`}, "has other instances of aws_subnet.s"},
		"no keys":    {"for_each = var.any", []string{""}, "has other instances of aws_subnet.s"},
		"too many":   {"for_each = var.any", many, "has 10001 instances of aws_subnet.s"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			var changes []string
			for _, k := range c.keys {
				index := ""
				if k != "" {
					index = `"index":` + strings.Trim(k, "[]") + ","
				}
				changes = append(changes, fmt.Sprintf(`{"address":%q,"mode":"managed","type":"aws_subnet","name":"s",%s"change":{"actions":["create"],"after":{}}}`, "aws_subnet.s"+k, index))
			}
			writeTree(t, map[string]string{
				"main.tf":   "variable \"any\" {}\nresource \"aws_subnet\" \"s\" {\n  " + c.block + "\n}\n",
				"plan.json": `{"format_version":"1.2","resource_changes":[` + strings.Join(changes, ",") + `]}`,
			})
			read, err := plan.Read("plan.json")
			if err != nil {
				t.Fatal(err)
			}
			p, err := Open([]string{"."}, Options{})
			if err != nil {
				t.Fatal(err)
			}
			p.Lay(map[string]*plan.Plan{".": read})
			g := p.Load(".")
			if len(g.Resources()) != 1 || g.Resources()[0].Exists != graph.Unknown {
				t.Errorf("%d resources", len(g.Resources()))
			}
			if all := g.Diagnostics(); len(all) != 1 || !strings.Contains(all[0].Message, c.want) || all[0].Range.Start.Line != 2 {
				t.Errorf("diagnostics: %v", all)
			}
		})
	}
}
