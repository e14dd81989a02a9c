// Package cli is the command line of archlint: commands and flags, turned into calls of the packages that do the work,
// and errors, turned into one line and an exit code.
package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/archlint/archlint/cmd/archlint/internal/report"
	"github.com/archlint/archlint/rules"
	"github.com/archlint/archlint/rules/catalogue"
)

// The exit codes.
const (
	clean   = 0 // no findings at or above --fail-on
	found   = 1 // findings at or above --fail-on
	trouble = 2 // the job could not be done
)

// errFound ends a command that did its job and found something.
var errFound = errors.New("findings at or above --fail-on")

// A program is one call of archlint: what it stands on, so that tests can put something else there.
type program struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	rules          []*rules.Rule
	now            func() time.Time
	getenv         func(string) string
}

// Main runs archlint with the arguments that follow its name, and gives the exit code: 0 clean, 1 findings, 2 could
// not do the job. Reports go to stdout, errors as one line to stderr.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{stdin: stdin, stdout: stdout, stderr: stderr, rules: catalogue.All, now: time.Now, getenv: os.Getenv}
	return p.run(args)
}

func (p *program) run(args []string) int {
	root := p.root()
	root.SetArgs(append([]string{}, args...)) // never nil: cobra would take the process's own
	root.SetIn(p.stdin)
	root.SetOut(p.stdout)
	root.SetErr(p.stderr)
	switch err := root.Execute(); {
	case err == nil:
		return clean
	case errors.Is(err, errFound):
		return found
	default:
		_, _ = fmt.Fprintf(p.stderr, "archlint: %s\n", report.Plain(strings.ReplaceAll(strings.TrimSpace(err.Error()), "\n", "; ")))
		return trouble
	}
}

// root makes the command tree.
func (p *program) root() *cobra.Command {
	root := p.lintCommand("archlint [path...]")
	root.Short = "Lint the architecture of Terraform and CloudFormation"
	root.Long = `archlint reads Terraform and CloudFormation and reports where the architecture departs from the classic
AWS patterns: single-zone groups, load balancers that do not decide health, state on disposable instances.
It works offline, without an account, and without terraform init.

A path is a directory, which is searched through, a file, or - for a template on standard input.
A directory that has the name of a command is written with a dot: ./rules

Exit codes: 0 clean, 1 findings at or above --fail-on, 2 could not do the job.`
	root.Example = `  archlint ./infra
  archlint --format sarif --output archlint.sarif .
  archlint explain AL101`
	root.SilenceErrors, root.SilenceUsage = true, true
	root.SetFlagErrorFunc(flagError)
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error { return refuseEmpty(cmd) }
	root.AddCommand(p.lintSpelledOut(), p.rulesCommand(), p.modulesCommand(), p.explainCommand(), p.graphCommand(), p.reviewCommand(), p.diffCommand(), p.configCommand(), p.initCommand(), p.versionCommand(), p.manCommand())
	strictCommands(root)
	return root
}
