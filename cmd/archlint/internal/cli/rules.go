package cli

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/archlint/archlint/cmd/archlint/internal/report"
	"github.com/archlint/archlint/cmd/archlint/internal/spelling"
	"github.com/archlint/archlint/rules"
)

// rulesCommand makes "archlint rules".
func (p *program) rulesCommand() *cobra.Command {
	format := choice{value: "text", noun: "format", legal: []string{"text", "json", "markdown"}}
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "List the rules",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			switch format.value {
			case "json":
				return rulesJSON(p.stdout, p.rules)
			case "markdown":
				return report.RulesMarkdown(p.stdout, p.rules)
			}
			return report.RulesText(p.stdout, p.rules)
		},
	}
	addChoice(cmd, &format, "format", "`format` of the list: "+spelling.Alternatives(format.legal))
	return cmd
}

// ruleJSON is a rule as "archlint rules --format json" lists it.
type ruleJSON struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Aliases []string `json:"aliases"`
	Level   string   `json:"level"`
	On      bool     `json:"on"` // without being asked for
	Story   string   `json:"story"`
	Stage   int      `json:"stage"` // of the story, from 1; 0 where it has none
	Title   string   `json:"title"`
	Why     string   `json:"why"`
	Fix     string   `json:"fix"`
	See     []string `json:"see"`
	// YieldsTo are the IDs of the rules that speak in this one's place where both find fault with the same thing.
	YieldsTo []string `json:"yieldsTo"`
}

func asJSON(r *rules.Rule) ruleJSON {
	return ruleJSON{ID: r.ID, Name: r.Name, Aliases: append([]string{}, r.Aliases...), Level: r.Level.String(), On: !r.Off,
		Story: string(r.Story), Stage: r.Stage, Title: r.Title, Why: strings.Join(strings.Fields(r.Why), " "), Fix: r.Fix.Advice,
		See: append([]string{}, r.See...), YieldsTo: append([]string{}, r.YieldsTo...)}
}

func rulesJSON(w io.Writer, all []*rules.Rule) error {
	list := struct {
		Version int        `json:"version"`
		Rules   []ruleJSON `json:"rules"`
	}{1, []ruleJSON{}}
	for _, r := range all {
		list.Rules = append(list.Rules, asJSON(r))
	}
	return report.WriteJSON(w, list)
}

// find gives the rule of an ID, a name or a former name, in any case.
func find(all []*rules.Rule, word string) (*rules.Rule, error) {
	var words []string
	for _, r := range all {
		mine := append([]string{r.ID, r.Name}, r.Aliases...)
		if slices.ContainsFunc(mine, func(w string) bool { return strings.EqualFold(w, strings.TrimSpace(word)) }) {
			return r, nil
		}
		words = append(words, mine...)
	}
	return nil, fmt.Errorf("unknown rule %q%s", word, spelling.Hint(word, words, "archlint rules lists them"))
}

// A selection is what the user asks for of the rules on the command line.
type selection struct{ only, skip map[*rules.Rule]bool }

// choose finds the rules that are named: those that alone are asked for, and those to skip.
func choose(all []*rules.Rule, only, skip []string) (selection, error) {
	s := selection{map[*rules.Rule]bool{}, map[*rules.Rule]bool{}}
	for _, list := range []struct {
		words []string
		set   map[*rules.Rule]bool
	}{{only, s.only}, {skip, s.skip}} {
		for _, word := range list.words {
			r, err := find(all, word)
			if err != nil {
				return s, err
			}
			list.set[r] = true
		}
	}
	if len(s.only) > 0 && len(s.rules(all, func(*rules.Rule) bool { return false })) == 0 {
		return s, errors.New("--skip leaves out all rules of --only: nothing would be judged")
	}
	return s, nil
}

// rules are those that are to run: those that are asked for, or else those that are on by themselves or somewhere by the
// configuration, without those to skip.
func (s selection) rules(all []*rules.Rule, on func(*rules.Rule) bool) []*rules.Rule {
	var out []*rules.Rule
	for _, r := range all {
		if (s.only[r] || len(s.only) == 0 && (!r.Off || on(r))) && !s.skip[r] {
			out = append(out, r)
		}
	}
	return out
}

// completeRules completes IDs and names of rules.
func (p *program) completeRules(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var out []string
	for _, r := range p.rules {
		out = append(out, r.ID+"\t"+r.Name, r.Name+"\t"+r.Title)
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}
