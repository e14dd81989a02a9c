package cli

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/archlint/archlint/cmd/archlint/internal/config"
)

// manCommand makes "archlint man", for those who package the program: hidden, since nobody else needs it.
func (p *program) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "man",
		Short:  "Write the manual page archlint(1)",
		Hidden: true,
		Args:   noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			m := &manual{w: bufio.NewWriter(p.stdout)}
			m.page(cmd.Root())
			return m.w.Flush()
		},
	}
}

// environment are the variables that archlint heeds.
var environment = [][2]string{
	{"NO_COLOR", "If it is set and not empty, text has no colours, unless --color asks for them."},
	{"FORCE_COLOR", "If it is set and not 0, text has colours, unless --color or NO_COLOR forbid them."},
	{"TERM", "If it is dumb, text has no colours unless they are asked for."},
	{"COLUMNS", "The width that text on a terminal is wrapped to, in place of the terminal's own."},
	{"TF_VAR_name", "With --env-vars: the value of a root variable of Terraform."},
	{"PRE_COMMIT_FROM_REF, PRE_COMMIT_TO_REF", "With --with-deleted: the revisions between which files were deleted."},
	{"GITHUB_WORKSPACE, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA", "In a job of GitHub Actions: what the links in Markdown lead to."},
	{"CI_PROJECT_DIR, CI_PROJECT_URL, CI_COMMIT_SHA", "The same in a job of GitLab."},
}

// A manual writes a page in the macros of man(7). It has no date, so that the same program always writes the same page.
type manual struct{ w *bufio.Writer }

func (m *manual) line(format string, args ...any) { _, _ = fmt.Fprintf(m.w, format+"\n", args...) }

// text writes paragraphs; an empty line parts two.
func (m *manual) text(text string) {
	for i, paragraph := range strings.Split(strings.TrimSpace(text), "\n\n") {
		if i > 0 {
			m.line(".PP")
		}
		for line := range strings.SplitSeq(paragraph, "\n") {
			m.line("%s", roff(line))
		}
	}
}

func (m *manual) page(root *cobra.Command) {
	m.line(`.TH ARCHLINT 1 "" "%s"`, roff(strings.TrimSpace("archlint "+version())))
	m.line(".SH NAME")
	m.line(`archlint \- %s`, roff(lower(root.Short)))
	m.line(".SH SYNOPSIS")
	m.line(".B archlint")
	m.line("[options] [path...]")
	m.line(".br")
	m.line(".B archlint")
	m.line("command [options] [argument...]")
	m.line(".SH DESCRIPTION")
	m.text(root.Long)
	m.line(".SH OPTIONS")
	m.flags(root)
	m.line(".SH COMMANDS")
	for _, c := range root.Commands() {
		if c.Hidden || c.Name() == "help" {
			continue
		}
		m.line(".SS %s", roff(c.UseLine()))
		m.text(c.Short + ".")
		if c.Long != "" && c.Long != root.Long && c.Name() != "completion" {
			m.line(".PP")
			m.text(c.Long)
		}
		if c.Name() == "lint" {
			continue // its flags are those above
		}
		m.flags(c)
	}
	m.line(".SH ENVIRONMENT")
	for _, e := range environment {
		m.line(".TP\n.B %s", roff(e[0]))
		m.line("%s", roff(e[1]))
	}
	m.line(".SH FILES")
	m.line(".TP\n.B %s", roff(strings.Join(config.Names, ", ")))
	m.line("%s", roff("The configuration of a directory and all below it."))
	m.line(".SH EXAMPLES")
	m.line(".nf")
	for line := range strings.SplitSeq(root.Example, "\n") {
		m.line("%s", roff(strings.TrimSpace(line)))
	}
	m.line(".fi")
}

// flags writes the flags of a command, sorted by name.
func (m *manual) flags(cmd *cobra.Command) {
	cmd.InitDefaultHelpFlag()
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		argument, usage := pflag.UnquoteUsage(f)
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		m.line(".TP")
		if argument == "" {
			m.line(`.B %s`, roff(name))
		} else {
			m.line(`.BI "%s " %s`, roff(name), strings.ReplaceAll(roff(argument), " ", `\ `))
		}
		if def := f.DefValue; def != "" && def != "[]" && def != "false" && def != "0" && !strings.Contains(usage, "default") {
			usage += " (default: " + def + ")"
		}
		m.line("%s", roff(upperFirst(usage)+"."))
	})
}

// roff keeps a text from being taken for requests and escapes, and its hyphens from being typeset.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text)
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		text = `\&` + text
	}
	return text
}

func lower(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToLower(text[:1]) + text[1:]
}

func upperFirst(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}
