//go:build unix

package parsers

import (
	"strings"
	"syscall"
	"testing"
)

// A pipe without a writer must not be opened: that would wait for ever.
func TestSurveyLeavesPipesAlone(t *testing.T) {
	plant(t, "-- a.yaml --\nAWS::\n")
	for _, name := range []string{"pipe.yaml", "pipe.tf", ".gitignore"} {
		if err := syscall.Mkfifo(name, 0o644); err != nil {
			t.Skip("no pipes here:", err)
		}
	}
	got, err := survey([]string{"."}, looksLike, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.templates) != 1 || len(got.modules) != 0 {
		t.Errorf("got templates %v and modules %v, want a.yaml alone", got.templates, got.modules)
	}
	if _, err := survey([]string{"pipe.yaml"}, looksLike, nil); err == nil || !strings.Contains(err.Error(), "standard input") {
		t.Errorf("a pipe that is named: %v", err)
	}
}
