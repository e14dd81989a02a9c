package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/archlint/archlint/cmd/archlint/internal/spelling"
)

// flagError says what is wrong with a flag, and what is right.
func flagError(cmd *cobra.Command, err error) error {
	var missing *pflag.NotExistError
	if errors.As(err, &missing) {
		help := cmd.CommandPath() + " --help lists the flags"
		if missing.GetSpecifiedShortnames() != "" {
			return fmt.Errorf("unknown flag -%s in -%s; %s", missing.GetSpecifiedName(), missing.GetSpecifiedShortnames(), help)
		}
		var names []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if !f.Hidden {
				names = append(names, "--"+f.Name)
			}
		})
		return fmt.Errorf("unknown flag --%s%s", missing.GetSpecifiedName(), spelling.Hint("--"+missing.GetSpecifiedName(), names, help))
	}
	var bare *pflag.ValueRequiredError
	if errors.As(err, &bare) {
		return fmt.Errorf("--%s needs a value: %s", bare.GetFlag().Name, written(bare.GetFlag()))
	}
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) {
		f := invalid.GetFlag()
		if f.Value.Type() == "bool" {
			return fmt.Errorf("--%s is on or off, and not %q: write --%s, or --%s=false", f.Name, invalid.GetValue(), f.Name, f.Name)
		}
		return fmt.Errorf("--%s: %w", f.Name, invalid.Unwrap())
	}
	return err
}

// written is how a flag is written with a value.
func written(f *pflag.Flag) string {
	if c, ok := f.Value.(*choice); ok {
		return spelling.Alternatives(c.legal)
	}
	value, _ := pflag.UnquoteUsage(f)
	return fmt.Sprintf("write --%s=%s", f.Name, value)
}

// mayBeEmpty are flags whose value may be empty: that is to say nothing.
var mayBeEmpty = map[string]bool{"category": true}

// refuseEmpty refuses flags that were given nothing, as by a variable of the shell that is not set: to go on would be to do
// something else than was asked for.
func refuseEmpty(cmd *cobra.Command) (err error) {
	cmd.Flags().Visit(func(f *pflag.Flag) {
		var values []string
		switch list, ok := f.Value.(pflag.SliceValue); {
		case ok:
			values = list.GetSlice()
		case f.Value.Type() == "string":
			values = []string{f.Value.String()}
		default:
			return
		}
		blank := func(v string) bool { return strings.TrimSpace(v) == "" }
		if err == nil && !mayBeEmpty[f.Name] && (len(values) == 0 || slices.ContainsFunc(values, blank)) {
			err = fmt.Errorf("--%s is empty: %s, or leave it out", f.Name, written(f))
		}
	})
	return err
}

// noArguments refuses arguments.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return fmt.Errorf("%s takes no arguments, and was given %s", cmd.CommandPath(), args[0])
}

// strictCommands makes the commands that cobra adds answer like the others: with an error, where they have no answer.
func strictCommands(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		switch c.Name() {
		case "completion":
			var shells []string
			for _, shell := range c.Commands() {
				shells = append(shells, shell.Name())
			}
			c.Args = cobra.ArbitraryArgs
			c.RunE = func(_ *cobra.Command, args []string) error {
				if len(args) == 0 {
					return fmt.Errorf("completion takes a shell: %s", spelling.Alternatives(shells))
				}
				return fmt.Errorf("unknown shell %q%s", args[0], spelling.Hint(args[0], shells, "use "+spelling.Alternatives(shells)))
			}
		case "help":
			c.Run = nil
			c.RunE = func(_ *cobra.Command, args []string) error {
				about, rest, err := root.Find(args)
				if err != nil || about == root && len(rest) > 0 {
					return fmt.Errorf("there is no command %q%s", args[0], spelling.Hint(args[0], commandNames(root), root.Name()+" --help lists the commands"))
				}
				about.InitDefaultHelpFlag()
				return about.Help()
			}
		}
	}
}

// commandNames are the names of the commands that users are shown.
func commandNames(root *cobra.Command) (names []string) {
	for _, c := range root.Commands() {
		if !c.Hidden {
			names = append(names, c.Name())
		}
	}
	return names
}
