package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/archlint/archlint/cmd/archlint/internal/config"
	"github.com/archlint/archlint/cmd/archlint/internal/report"
	"github.com/archlint/archlint/cmd/archlint/internal/spelling"
	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/rules"
)

// configCommand makes "archlint config".
func (p *program) configCommand() *cobra.Command {
	format := choice{value: "text", noun: "format", legal: []string{"text", "json"}}
	var in input
	var schema bool
	var unit string
	cmd := &cobra.Command{
		Use:   "config [path]",
		Short: "Show the settings of a path, and where each was written",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return errors.New("config takes one path; without any it is the current directory")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if schema {
				_, err := p.stdout.Write(config.Schema(p.rules))
				return err
			}
			path := "."
			if len(args) > 0 {
				path = args[0]
			}
			paths := []string{path}
			if unit != "" {
				paths = append(paths, unit)
			}
			for i, path := range paths {
				if _, err := os.Stat(path); err != nil {
					return fmt.Errorf("cannot read %s: %w", path, disk.Cause(err))
				}
				paths[i] = filepath.ToSlash(filepath.Clean(path))
			}
			t, err := p.configuration(in, paths)
			if err != nil {
				return err
			}
			path = paths[0]
			s := t.At(paths[len(paths)-1], path)
			if err := t.Err(); err != nil {
				return err
			}
			if format.value == "json" {
				return p.settingsJSON(path, s)
			}
			return p.settingsText(path, s)
		},
	}
	addChoice(cmd, &format, "format", "`format` of the settings: "+spelling.Alternatives(format.legal))
	cmd.Flags().StringVar(&unit, "in", "", "show what holds for the path as a part of this Terraform root or `template`, which calls it")
	cmd.Flags().BoolVar(&schema, "schema", false, "write the JSON Schema of configuration files instead, for editors")
	cmd.Flags().StringVar(&in.root, "root", "", "root `directory` of the repository (default: the nearest with .git)")
	in.addConfigFlags(cmd)
	return cmd
}

// settingsText tells the settings of a path to people.
func (p *program) settingsText(path string, s *config.Settings) error {
	var out strings.Builder
	if len(s.Files) == 0 {
		fmt.Fprintf(&out, "No configuration file holds for %s; archlint init writes one.\n\n", path)
	} else {
		fmt.Fprintf(&out, "Configuration files that hold for %s, the nearest last:\n", path)
		for _, f := range s.Files {
			fmt.Fprintf(&out, "  %s\n", f)
		}
		out.WriteString("\n")
	}
	table := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	row := func(name, value, from string) { _, _ = fmt.Fprintf(table, "%s\t%s\t%s\n", name, value, from) }
	if s.Excluded != nil {
		row("excluded", s.Excluded.Pattern, s.Excluded.At.String())
	}
	row("fail-on", config.Word(s.FailOn), from(s.FailOnAt))
	row("ignorable", fmt.Sprint(s.Ignorable), from(s.IgnorableAt))
	for _, list := range []struct {
		name string
		all  []config.Reference
	}{{"var-files", s.VarFiles}, {"parameters", s.Parameters}} {
		if len(list.all) == 0 {
			row(list.name, "none", "default")
		}
		for _, f := range list.all {
			row(list.name, f.Path, f.At.String())
		}
	}
	_ = table.Flush() // a builder takes all
	rows := 0
	table = tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	for _, r := range p.rules {
		one := s.Rule(r)
		if one.Given {
			rows++
			_, _ = fmt.Fprintf(table, "  %s %s\t%s\t%s%s\n", r.ID, r.Name, levelWord(r, one), one.At, part(one.Part))
		}
		if one.IgnorableAt != s.IgnorableAt {
			rows++
			_, _ = fmt.Fprintf(table, "  %s %s\tignorable: %v\t%s\n", r.ID, r.Name, one.Ignorable, one.IgnorableAt)
		}
	}
	if rows == 0 {
		out.WriteString("rules      as archlint rules lists them\n")
	} else {
		out.WriteString("rules\n")
		_ = table.Flush()
		out.WriteString("  all others as archlint rules lists them\n")
	}
	_, err := io.WriteString(p.stdout, out.String())
	return err
}

// from is where a setting was written.
func from(at config.Place) string {
	if at.File == "" {
		return "default"
	}
	return at.String()
}

func part(patterns string) string {
	if patterns == "" {
		return ""
	}
	return " (paths: " + patterns + ")"
}

// levelWord is what is wanted of a rule, in the words of the configuration.
func levelWord(r *rules.Rule, s config.RuleSetting) string {
	switch {
	case s.Given && s.Off, !s.Given && r.Off:
		return "off"
	case s.Given:
		return s.Level.String()
	}
	return r.Level.String()
}

// settingsJSON is the answer of "archlint config --format json". What nobody wrote has no place: it is null.
type settingsJSON struct {
	Version    int               `json:"version"`
	Path       string            `json:"path"`
	Files      []string          `json:"files"` // the nearest last
	Excluded   *writtenJSON      `json:"excluded"`
	FailOn     writtenJSON       `json:"failOn"`
	VarFiles   []writtenJSON     `json:"varFiles"`
	Parameters []writtenJSON     `json:"parameters"`
	Rules      []ruleSettingJSON `json:"rules"` // all there are
}

type writtenJSON struct {
	Value string     `json:"value"`
	From  *placeJSON `json:"from"`
}

// placeJSON counts lines and columns from 1.
type placeJSON struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

type ruleSettingJSON struct {
	Rule          string     `json:"rule"`
	Name          string     `json:"name"`
	Level         string     `json:"level"` // "off", or that of its findings: as given, or else the rule's usual one
	From          *placeJSON `json:"from"`
	Ignorable     bool       `json:"ignorable"`
	IgnorableFrom *placeJSON `json:"ignorableFrom"`
}

func placed(at config.Place) *placeJSON {
	if at.File == "" {
		return nil
	}
	return &placeJSON{at.File, at.Line, at.Column}
}

// settingsJSON tells the settings of a path to programs.
func (p *program) settingsJSON(path string, s *config.Settings) error {
	out := settingsJSON{Version: 1, Path: path, Files: append([]string{}, s.Files...), FailOn: writtenJSON{config.Word(s.FailOn), placed(s.FailOnAt)},
		VarFiles: references(s.VarFiles), Parameters: references(s.Parameters), Rules: []ruleSettingJSON{}}
	if s.Excluded != nil {
		out.Excluded = &writtenJSON{s.Excluded.Pattern, placed(s.Excluded.At)}
	}
	for _, r := range p.rules {
		one := s.Rule(r)
		out.Rules = append(out.Rules, ruleSettingJSON{r.ID, r.Name, levelWord(r, one), placed(one.At), one.Ignorable, placed(one.IgnorableAt)})
	}
	return report.WriteJSON(p.stdout, out)
}

func references(all []config.Reference) []writtenJSON {
	out := []writtenJSON{}
	for _, f := range all {
		out = append(out, writtenJSON{f.Path, placed(f.At)})
	}
	return out
}

// initCommand makes "archlint init".
func (p *program) initCommand() *cobra.Command {
	var force bool
	cmd := &cobra.Command{
		Use:   "init [directory]",
		Short: "Write a configuration file to begin with",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return errors.New("init takes one directory; without any it is the current one")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			dir := "."
			if len(args) > 0 {
				dir = args[0]
			}
			switch at, err := os.Stat(dir); {
			case err != nil:
				return fmt.Errorf("cannot write to %s: %w", dir, disk.Cause(err))
			case !at.IsDir():
				return fmt.Errorf("cannot write to %s: it is no directory", dir)
			}
			path := filepath.Join(dir, config.Names[0])
			i := slices.IndexFunc(config.Names, func(name string) bool {
				_, err := os.Lstat(filepath.Join(dir, name))
				return err == nil
			})
			if i >= 0 {
				path = filepath.Join(dir, config.Names[i])
				if !force {
					return fmt.Errorf("%s is there already; --force overwrites it", filepath.ToSlash(path))
				}
			}
			if err := replace(path, func(w io.Writer) error { _, err := io.WriteString(w, config.Start); return err }); err != nil {
				return fmt.Errorf("cannot write %s: %w", filepath.ToSlash(path), err)
			}
			_, err := fmt.Fprintf(p.stdout, "Wrote %s. archlint config shows what holds.\n", filepath.ToSlash(path))
			return err
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, "overwrite the configuration that is there")
	return cmd
}
