package cli

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/archlint/archlint/cmd/archlint/internal/picture"
	"github.com/archlint/archlint/cmd/archlint/internal/report"
	"github.com/archlint/archlint/cmd/archlint/internal/spelling"
	"github.com/archlint/archlint/parsers/aws"
)

// graphFlags are the flags of the graph command.
type graphFlags struct {
	input
	format     choice
	output     string
	noFindings bool
}

// drawn are the formats that are pictures for people.
var drawn = map[string]func(io.Writer, picture.Page) error{"svg": picture.SVG, "html": picture.HTML}

// graphCommand makes "archlint graph".
func (p *program) graphCommand() *cobra.Command {
	f := &graphFlags{input: input{narrow: true}, format: choice{value: "json", noun: "format", legal: []string{"json", "dot", "mermaid", "svg", "html"}}}
	cmd := &cobra.Command{
		Use:   "graph [path...]",
		Short: "Write the resource graph that the rules judge, or draw its architecture",
		Args:  cobra.ArbitraryArgs,
		RunE:  func(cmd *cobra.Command, paths []string) error { return p.graph(cmd, f, paths) },
	}
	addChoice(cmd, &f.format, "format", "`format` of the graph: "+spelling.Alternatives(f.format.legal))
	cmd.Flags().StringVarP(&f.output, "output", "o", toStdout, "write to a `file` instead, - being standard output")
	cmd.Flags().BoolVar(&f.noFindings, "no-findings", false, "leave the marks of findings out of a picture")
	f.addFlags(cmd)
	return cmd
}

// graph does the job of the command.
func (p *program) graph(cmd *cobra.Command, f *graphFlags, paths []string) error {
	draw, isPicture := drawn[f.format.value]
	if f.noFindings && !isPicture {
		return errors.New("--no-findings goes with --format svg and --format html")
	}
	if err := (target{file: f.output}).ready(nil); err != nil {
		return fmt.Errorf("--output %s: %w", f.output, err)
	}
	t, err := p.open(cmd, f.input, paths)
	if err != nil {
		return err
	}
	var write func(io.Writer) error
	if isPicture {
		all, err := p.scenes(t, !f.noFindings)
		if err != nil {
			return err
		}
		cwd, err := os.Getwd()
		if err != nil {
			return fmt.Errorf("cannot tell the current directory: %w", err)
		}
		near := nearby{realPath(cwd)}
		for _, sc := range all {
			sc.Title = near.path(sc.Title)
			tellPaths(sc, near.path)
		}
		write = func(w io.Writer) error { return draw(w, picture.Page{Scenes: all, Read: t.read}) }
	} else {
		write = chart(t, f.format.value)
	}
	return p.writeTo(f.output, write)
}

// chart gathers the graph of a tree and gives what writes it.
func chart(t *tree, format string) func(io.Writer) error {
	c := report.NewChart()
	for _, u := range t.scan.Units {
		g := load(u)
		c.Add(g, aws.Edges(g), aws.KindName)
	}
	c.Sort()
	switch format {
	case "dot":
		return c.DOT
	case "mermaid":
		return c.Mermaid
	}
	return c.JSON
}
