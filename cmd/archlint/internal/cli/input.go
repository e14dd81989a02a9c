package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/archlint/archlint/cmd/archlint/internal/config"
	"github.com/archlint/archlint/cmd/archlint/internal/revision"
	"github.com/archlint/archlint/cmd/archlint/internal/spelling"
	"github.com/archlint/archlint/parsers"
	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// An input is what is read, and how: the flags that commands share.
type input struct {
	assumeDefaults bool
	vars, varFiles []string
	envVars        bool
	workspace      string
	parameters     []string
	plans          []string
	config         string
	noConfig       bool
	instead        config.Instead // that of a copy
	root           string         // of the repository; "" for the nearest directory with .git

	// Of lint alone.
	changed     bool // the paths are those of changed files
	withDeleted bool // and so are those of the files that git is told to delete
	narrow      bool // a file is no more than the root or template that contains it
}

func (in *input) addFlags(cmd *cobra.Command) {
	in.addConfigFlags(cmd)
	cmd.Flags().BoolVar(&in.assumeDefaults, "assume-defaults", false, "let defaults of variables and parameters decide everything, as a plan without arguments would")
	cmd.Flags().StringArrayVar(&in.vars, "var", nil, "set a root variable, as `name=value`; repeatable")
	cmd.Flags().StringArrayVar(&in.varFiles, "var-file", nil, "set root variables from a tfvars `file`; repeatable")
	cmd.Flags().BoolVar(&in.envVars, "env-vars", false, "set root variables from the environment too, as Terraform does: TF_VAR_name")
	cmd.Flags().StringVar(&in.workspace, "workspace", "", "the `name` that terraform.workspace has; not known without it")
	cmd.Flags().StringArrayVar(&in.plans, "plan", nil, "fill in what the source leaves open from a plan, the `[dir=]file` that terraform show -json wrote; repeatable")
	cmd.Flags().StringArrayVar(&in.parameters, "parameters", nil, "set parameters of the templates that have them from a JSON or YAML `file`; each of several is a reading of its own")
}

// addConfigFlags adds the flags that say what the configuration is.
func (in *input) addConfigFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&in.config, "config", "", "take this configuration `file` alone, with paths in it from the root of the repository")
	cmd.Flags().BoolVar(&in.noConfig, "no-config", false, "heed no "+config.Names[0])
}

// A tree is what was found below the paths of a call.
type tree struct {
	paths  []string
	config *config.Tree
	scan   *parsers.Scan
	stdin  []byte // the template on standard input
}

// open finds the units below paths; of none it is the current directory.
func (p *program) open(cmd *cobra.Command, in input, paths []string) (*tree, error) {
	nowhere := len(paths) == 0
	if nowhere && !in.changed {
		paths = []string{"."}
	}
	t := &tree{paths: paths}
	if slices.Contains(paths, parsers.Stdin) {
		var err error
		if t.stdin, err = io.ReadAll(io.LimitReader(p.stdin, disk.MaxSource+1)); err != nil {
			return nil, fmt.Errorf("cannot read standard input: %w", err)
		}
		if len(t.stdin) > disk.MaxSource {
			return nil, fmt.Errorf("standard input has more than %d MiB", disk.MaxSource>>20)
		}
	}
	for _, path := range paths {
		if in.changed {
			break // it may be gone
		}
		if err := notACommand(cmd, path); err != nil {
			return nil, err
		}
	}
	o := parsers.Options{AssumeDefaults: in.assumeDefaults, Vars: in.vars, VarFiles: in.varFiles, Workspace: in.workspace, Parameters: in.parameters, Stdin: t.stdin,
		Plans: in.plans, PlansAlone: nowhere, Changed: in.changed, Narrow: in.narrow, Root: in.root}
	if in.envVars {
		o.EnvVars = os.Environ()
	}
	var err error
	if t.config, err = p.configuration(in, paths); err != nil {
		return nil, err
	}
	o.Exclude, o.VarFilesOf, o.ParametersOf = t.config.Excluded, t.config.VarFiles, t.config.Parameters
	t.scan, err = parsers.Discover(paths, o)
	if t.scan != nil {
		t.config.Read(t.parts())
	}
	if wrong := t.config.Err(); wrong != nil {
		return nil, wrong
	}
	return t, err
}

// deleted are the files that git is told to delete, as they are written from the current directory: on the way between the
// revisions that pre-commit runs its hooks for ("pre-commit during push", in its documentation), else in the index.
func (p *program) deleted(cwd string) ([]string, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	files, err := revision.Deleted(ctx, cwd, p.getenv("PRE_COMMIT_FROM_REF"), p.getenv("PRE_COMMIT_TO_REF"))
	if err != nil {
		return nil, fmt.Errorf("--with-deleted: %w", err)
	}
	for i, file := range files {
		if rel, err := filepath.Rel(cwd, file); err == nil {
			files[i] = rel
		}
	}
	return files, nil
}

// parts are the directories and templates that the units are made of, as far as that is known, each once.
func (t *tree) parts() (all []string) {
	seen := map[string]bool{}
	for _, u := range t.scan.Units {
		for _, part := range u.Reaches {
			if !seen[part] {
				seen[part] = true
				all = append(all, part)
			}
		}
	}
	return all
}

// configuration finds the configuration of what is to be linted.
func (p *program) configuration(in input, paths []string) (*config.Tree, error) {
	if in.noConfig && in.config != "" {
		return nil, errors.New("--config and --no-config contradict each other; give one of them")
	}
	find := func(word string) (*rules.Rule, error) { return find(p.rules, word) }
	t, err := config.Open(config.Options{Rules: p.rules, Find: find, Paths: paths, Root: in.root, File: in.config, None: in.noConfig, Instead: in.instead})
	if err != nil {
		return nil, err
	}
	err = t.Check()
	return t, err
}

// notACommand refuses a path that is not there and looks like a misspelled command.
func notACommand(cmd *cobra.Command, path string) error {
	if strings.ContainsAny(path, `/\.`) || path == parsers.Stdin {
		return nil
	}
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	if n := spelling.Near(path, commandNames(cmd.Root())); n != "" {
		return fmt.Errorf("%s is neither a path nor a command; did you mean archlint %s?", path, n)
	}
	return nil
}

// read gives the content of a file by the path that it is shown by.
func (t *tree) read(file string) ([]byte, error) {
	if file == parsers.Stdin {
		return t.stdin, nil
	}
	return t.scan.Read(file)
}

// root is the root of the repository that the first path stands in: the nearest directory with .git. Outside a
// repository it is the current directory, or the path's own where it stands elsewhere.
func (t *tree) root(cwd string) string {
	first := cwd
	for _, path := range t.paths {
		if path == parsers.Stdin {
			continue
		}
		first = path
		if !filepath.IsAbs(path) {
			first = filepath.Join(cwd, path)
		}
		first = realPath(first)
		break
	}
	if at, err := os.Stat(first); err == nil && !at.IsDir() {
		first = filepath.Dir(first)
	}
	if root, ok := parsers.Repository(first); ok {
		return root
	}
	if _, in := disk.Below(cwd, first); in {
		return cwd
	}
	return first
}

// load reads a unit. A unit on which the parser breaks down is a diagnostic and a gap: the others go on.
func load(u *parsers.Unit) *graph.Graph { return guarded(u.Path, u.Language, u.Load) }

func guarded(unit string, language graph.Language, read func() *graph.Graph) (g *graph.Graph) {
	defer func() {
		if e := recover(); e != nil {
			at := graph.Range{File: unit}
			g = graph.New(unit, language, nil, []graph.Gap{{Range: at, Message: "it could not be evaluated"}})
			g.Diagnose(graph.Diagnostic{Severity: graph.Error, Range: at,
				Message: fmt.Sprintf("this could not be evaluated and was left out; please report it: %v", e)})
		}
	}()
	return read()
}
