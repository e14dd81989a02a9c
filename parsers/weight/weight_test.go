package weight_test

import (
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/weight"
)

func TestTooHeavy(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want bool
	}{
		"a list":       {"x = [" + strings.Repeat("1,", weight.Most), true},
		"signs":        {strings.Repeat("-", weight.Most+1), true},
		"as many":      {strings.Repeat("- ", weight.Most), false},
		"words":        {strings.Repeat("a ", weight.Most+1), true},
		"one word":     {strings.Repeat("a", 16*weight.Most), false},
		"blanks":       {strings.Repeat(" ", 16*weight.Most), false},
		"other script": {strings.Repeat("é", 4*weight.Most), false},
		"nothing":      {"", false},
	} {
		if got := weight.TooHeavy(c.text); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
