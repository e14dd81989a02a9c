package catalogue_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers"
	"github.com/archlint/archlint/rules"
	"github.com/archlint/archlint/rules/catalogue"
	"github.com/archlint/archlint/rules/rulestest"
)

var testdata = filepath.Join("..", "..", "testdata")

func TestRules(t *testing.T) {
	for _, rule := range catalogue.All {
		var beside []*rules.Rule
		if rule.Remarks != nil { // there must be something to ignore
			for _, id := range []string{"AL101", "AL501"} {
				beside = append(beside, catalogue.Find(id))
			}
		}
		rulestest.Rule(t, testdata, rule, beside...)
	}
}

// usual are the rules that run where nobody asks for others.
func usual() []*rules.Rule {
	return slices.DeleteFunc(slices.Clone(catalogue.All), func(r *rules.Rule) bool { return r.Off })
}

// Each architecture gives what its comments say, in both languages the same.
func TestArchitectures(t *testing.T) {
	verdicts := map[string]map[string]string{} // by stem and language
	for _, c := range rulestest.Cases(t, filepath.Join(testdata, "architectures")) {
		t.Run(c.Name, func(t *testing.T) {
			stem := c.Name[:strings.LastIndexByte(c.Name, '-')]
			if verdicts[stem] == nil {
				verdicts[stem] = map[string]string{}
			}
			verdicts[stem][c.Name] = c.Run(t, usual())
		})
	}
	for stem, v := range verdicts {
		if tf, cfn := v[stem+"-tf"], v[stem+"-cfn"]; len(v) != 2 || tf != cfn {
			t.Errorf("the twins of %s differ:\nterraform:\n%s\ncloudformation:\n%s", stem, tf, cfn)
		}
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

// A plan does not say what a resource's lifecycle does: whether a deployment resets what scaling has set stays open.
func TestLifecycleOfPlansIsLeftOpen(t *testing.T) {
	scan, err := parsers.Discover([]string{filepath.Join(testdata, "terraform", "plans", "scaled.json")}, parsers.Options{})
	if err != nil || len(scan.Units) != 1 {
		t.Fatalf("%d units, %v", len(scan.Units), err)
	}
	result := rules.Run([]rules.Loader{scan.Units[0].Load}, []*rules.Rule{catalogue.Find("deploy-resets-capacity")}, rules.Options{})
	if len(result.Findings) != 0 || len(result.Abstentions) != 1 {
		t.Fatalf("%d findings, %d verdicts left open", len(result.Findings), len(result.Abstentions))
	}
	if got, want := result.Abstentions[0].Reason, "a plan does not say whether changes of desired_capacity are ignored"; got != want {
		t.Errorf("the reason is %q, want %q", got, want)
	}
}

// A rule that yields to another never wins over it, not even by way of others: else a fault could be told by neither.
func TestPrecedenceHasNoCircle(t *testing.T) {
	var above func(r *rules.Rule, seen map[string]bool)
	above = func(r *rules.Rule, seen map[string]bool) {
		for _, id := range r.YieldsTo {
			if winner := catalogue.Find(id); winner != nil && !seen[id] {
				seen[id] = true
				above(winner, seen)
			}
		}
	}
	for _, r := range catalogue.All {
		seen := map[string]bool{}
		above(r, seen)
		if seen[r.ID] {
			t.Errorf("%s yields to itself by way of others", r.ID)
		}
	}
}
