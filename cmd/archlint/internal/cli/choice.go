package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/archlint/archlint/cmd/archlint/internal/spelling"
)

// A choice is a flag that takes one of a few words. It implements pflag.Value.
type choice struct {
	value string
	noun  string // "format"
	legal []string
}

// String is the chosen word.
func (c *choice) String() string { return c.value }

// Type is what the help shows in place of the word.
func (c *choice) Type() string { return strings.Join(c.legal, "|") }

// Set chooses a word; the error lists the legal ones.
func (c *choice) Set(word string) error {
	if err := c.check(word); err != nil {
		return err
	}
	c.value = strings.ToLower(word)
	return nil
}

func (c *choice) check(word string) error {
	if slices.Contains(c.legal, strings.ToLower(word)) {
		return nil
	}
	return fmt.Errorf("unknown %s %q%s", c.noun, word, spelling.Hint(word, c.legal, "use "+spelling.Alternatives(c.legal)))
}

// addChoice adds the choice to a command's flags, with its completion.
func addChoice(cmd *cobra.Command, c *choice, name, usage string) {
	cmd.Flags().Var(c, name, usage)
	// The error is about a flag that does not exist; this one does.
	_ = cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(c.legal, cobra.ShellCompDirectiveNoFileComp))
}
