package cli

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The manual tells of every variable of the environment that the program asks for.
func TestManualOfTheEnvironment(t *testing.T) {
	var told []string
	for _, e := range environment {
		told = append(told, strings.Split(e[0], ", ")...)
	}
	asked := regexp.MustCompile(`getenv\("(\w+)"\)`)
	sources, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, source := range sources {
		if !strings.HasSuffix(source.Name(), ".go") || strings.HasSuffix(source.Name(), "_test.go") {
			continue
		}
		content, err := os.ReadFile(source.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range asked.FindAllSubmatch(content, -1) {
			found++
			if !slices.Contains(told, string(m[1])) {
				t.Errorf("%s asks for %s, which the manual does not tell of", source.Name(), m[1])
			}
		}
	}
	if found == 0 {
		t.Error("no variable was found")
	}
}
