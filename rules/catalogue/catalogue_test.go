package catalogue_test

import (
	"path/filepath"
	"testing"

	"github.com/archlint/archlint/rules"
	"github.com/archlint/archlint/rules/catalogue"
	"github.com/archlint/archlint/rules/rulestest"
)

var testdata = filepath.Join("..", "..", "testdata")

func TestRules(t *testing.T) {
	for _, rule := range catalogue.All {
		rulestest.Rule(t, testdata, rule)
	}
}

func TestArchitectures(t *testing.T) {
	for _, c := range rulestest.Cases(t, filepath.Join(testdata, "architectures")) {
		t.Run(c.Name, func(t *testing.T) { c.Run(t, catalogue.All) })
	}
}

func TestIDsAndNamesAreUnique(t *testing.T) {
	seen := map[string]*rules.Rule{}
	for _, r := range catalogue.All {
		for _, word := range append([]string{r.ID, r.Name}, r.Aliases...) {
			if seen[word] != nil {
				t.Errorf("%s and %s are both called %s", seen[word].ID, r.ID, word)
			}
			seen[word] = r
		}
	}
}
