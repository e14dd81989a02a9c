package cli

import (
	"errors"
	"io"

	"github.com/spf13/cobra"

	"github.com/archlint/archlint/cmd/archlint/internal/report"
	"github.com/archlint/archlint/cmd/archlint/internal/spelling"
	"github.com/archlint/archlint/rules"
)

// explainCommand makes "archlint explain".
func (p *program) explainCommand() *cobra.Command {
	format := choice{value: "text", noun: "format", legal: []string{"text", "json", "markdown"}}
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
			shown := examples(rule)
			page := report.Page(rule, shown)
			switch format.value {
			case "json":
				return explainJSON(p.stdout, rule, shown)
			case "markdown":
				_, err = io.WriteString(p.stdout, page.Markdown())
			default:
				_, err = io.WriteString(p.stdout, page.Text())
			}
			return err
		},
	}
	addChoice(cmd, &format, "format", "`format` of the page: "+spelling.Alternatives(format.legal))
	return cmd
}

// exampleJSON is the same thing in one language: code that the rule reports, and what to write instead.
type exampleJSON struct {
	Language string `json:"language"` // "terraform" or "cloudformation"
	Bad      string `json:"bad"`
	Instead  string `json:"instead"`
}

// explainJSON writes a rule as the list of rules has it, with its examples.
func explainJSON(w io.Writer, r *rules.Rule, shown []report.Example) error {
	page := struct {
		Version int `json:"version"`
		ruleJSON
		Examples []exampleJSON `json:"examples"`
	}{1, asJSON(r), []exampleJSON{}}
	for _, e := range shown {
		instead := r.Fix.Terraform
		if e.Language == "cloudformation" {
			instead = r.Fix.CloudFormation
		}
		page.Examples = append(page.Examples, exampleJSON{e.Language, e.Bad, instead})
	}
	return report.WriteJSON(w, page)
}
