package cli

import (
	"errors"
	"io"

	"github.com/spf13/cobra"

	"github.com/archlint/archlint/cmd/archlint/internal/report"
)

// explainCommand makes "archlint explain".
func (p *program) explainCommand() *cobra.Command {
	format := choice{value: "text", noun: "format", legal: []string{"text", "markdown"}}
	cmd := &cobra.Command{
		Use:   "explain rule",
		Short: "Explain a rule: what it reports, why, and what to write instead",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New("explain takes one rule, by ID or name; archlint rules lists them")
			}
			return nil
		},
		ValidArgsFunction: p.completeRules,
		RunE: func(_ *cobra.Command, args []string) error {
			rule, err := find(p.rules, args[0])
			if err != nil {
				return err
			}
			page := report.Page(rule, examples(rule))
			text := page.Text()
			if format.value == "markdown" {
				text = page.Markdown()
			}
			_, err = io.WriteString(p.stdout, text)
			return err
		},
	}
	addChoice(cmd, &format, "format", "`format` of the page: "+alternatives(format.legal))
	return cmd
}
