package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/archlint/archlint/cmd/archlint/internal/report"
	"github.com/archlint/archlint/cmd/archlint/internal/spelling"
	"github.com/archlint/archlint/parsers/terraform/summaries"
)

// modulesCommand makes "archlint modules".
func (p *program) modulesCommand() *cobra.Command {
	format := choice{value: "text", noun: "format", legal: []string{"text", "json", "markdown"}}
	cmd := &cobra.Command{
		Use:   "modules",
		Short: "List the published Terraform modules that are known without being on disk",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			switch format.value {
			case "json":
				return modulesJSON(p.stdout, summaries.All())
			case "markdown":
				return modulesMarkdown(p.stdout, summaries.All())
			}
			return modulesText(p.stdout, summaries.All())
		},
	}
	addChoice(cmd, &format, "format", "`format` of the list: "+spelling.Alternatives(format.legal))
	return cmd
}

// moduleJSON is a module as "archlint modules --format json" lists it.
type moduleJSON struct {
	Source     string   `json:"source"`
	Versions   []string `json:"versions"`
	Submodules []string `json:"submodules"`
}

func modulesJSON(w io.Writer, all []summaries.Published) error {
	list := struct {
		Version int          `json:"version"`
		Modules []moduleJSON `json:"modules"`
	}{1, []moduleJSON{}}
	for _, m := range all {
		list.Modules = append(list.Modules, moduleJSON{m.Source, append([]string{}, m.Versions...), append([]string{}, m.Submodules...)})
	}
	return report.WriteJSON(w, list)
}

func modulesText(w io.Writer, all []summaries.Published) error {
	width := 0
	for _, m := range all {
		width = max(width, len(m.Source))
	}
	for _, m := range all {
		if _, err := fmt.Fprintf(w, "%-*s  %s\n", width, m.Source, strings.Join(m.Versions, ", ")); err != nil {
			return err
		}
	}
	return nil
}

func modulesMarkdown(w io.Writer, all []summaries.Published) error {
	if _, err := fmt.Fprintln(w, "| Module | Versions | Submodules |\n|---|---|---|"); err != nil {
		return err
	}
	for _, m := range all {
		subs := "`" + strings.Join(m.Submodules, "`, `") + "`"
		switch n := len(m.Submodules); {
		case n == 0:
			subs = ""
		case n > 10:
			subs = fmt.Sprintf("all %d", n)
		}
		if _, err := fmt.Fprintf(w, "| `%s` | %s | %s |\n", m.Source, strings.Join(m.Versions, ", "), subs); err != nil {
			return err
		}
	}
	return nil
}
