package cli

import (
	"github.com/spf13/cobra"

	"github.com/archlint/archlint/cmd/archlint/internal/report"
	"github.com/archlint/archlint/cmd/archlint/internal/spelling"
	"github.com/archlint/archlint/parsers/aws"
)

// graphCommand makes "archlint graph".
func (p *program) graphCommand() *cobra.Command {
	format := choice{value: "json", noun: "format", legal: []string{"json", "dot", "mermaid"}}
	in := input{narrow: true}
	cmd := &cobra.Command{
		Use:   "graph [path...]",
		Short: "Write the resource graph that the rules judge",
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, paths []string) error {
			t, err := p.open(cmd, in, paths)
			if err != nil {
				return err
			}
			c := report.NewChart()
			for _, u := range t.scan.Units {
				g := load(u)
				c.Add(g, aws.Edges(g), aws.KindName)
			}
			c.Sort()
			switch format.value {
			case "dot":
				return c.DOT(p.stdout)
			case "mermaid":
				return c.Mermaid(p.stdout)
			}
			return c.JSON(p.stdout)
		},
	}
	addChoice(cmd, &format, "format", "`format` of the graph: "+spelling.Alternatives(format.legal))
	in.addFlags(cmd)
	return cmd
}
