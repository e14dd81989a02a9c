package ladder_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
	"github.com/archlint/archlint/rules/catalogue"
	"github.com/archlint/archlint/rules/ladder"
)

// review reviews the one unit of a path.
func review(t *testing.T, path string) []ladder.Review {
	t.Helper()
	scan, err := parsers.Discover([]string{path}, parsers.Options{})
	if err != nil || len(scan.Units) != 1 {
		t.Fatal(path, err)
	}
	var out []ladder.Review
	rules.Run([]rules.Loader{scan.Units[0].Load}, catalogue.All, rules.Options{After: func(g *graph.Graph, v rules.Verdicts) {
		out = ladder.Of(g, v, catalogue.All)
	}})
	return out
}

var stages = regexp.MustCompile(`^(whatisthetime|myclothes|mywordpress|beanstalk)-(\d)-.*-(tf|cfn)$`)

var stories = map[string]rules.Story{"whatisthetime": rules.StatelessWeb, "myclothes": rules.StatefulWeb, "mywordpress": rules.SharedFiles, "beanstalk": rules.Beanstalk}

// Each reference architecture stands on the rung that it is called after, and its twin in the other language is told of in the
// same way, rung by rung.
func TestStagesOfReferences(t *testing.T) {
	dirs, err := filepath.Glob("../../testdata/architectures/*-[tc]f*")
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]string{}
	n := 0
	for _, dir := range dirs {
		name := filepath.Base(dir)
		t.Run(name, func(t *testing.T) {
			all := review(t, dir)
			var lines []string
			for _, r := range all {
				for _, l := range r.Ladders {
					line := fmt.Sprintf("%v %s at %d:", r.Sort, l.Story, l.At)
					for _, rung := range l.Rungs {
						line += fmt.Sprintf(" %d=%v", rung.Stage, rung.Reached)
						for _, f := range rung.Findings {
							line += "," + f.Rule.ID
						}
						if len(rung.Shows) == 0 || rung.Words() == "" {
							t.Errorf("%s: nothing shows rung %d of %s", r.Name, rung.Stage, l.Story)
						}
					}
					lines = append(lines, line)
				}
			}
			twin := strings.TrimSuffix(strings.TrimSuffix(name, "-cfn"), "-tf")
			text := strings.Join(lines, "\n")
			if other, ok := told[twin]; ok && other != text {
				t.Errorf("the twins differ:\n%s\n\n%s", other, text)
			}
			told[twin] = text
			m := stages.FindStringSubmatch(name)
			if m == nil {
				return
			}
			n++
			if len(all) != 1 {
				t.Fatalf("%d workloads", len(all))
			}
			want, _ := strconv.Atoi(m[2])
			for _, l := range all[0].Ladders {
				if l.Story != stories[m[1]] {
					continue
				}
				if l.At != want {
					t.Errorf("on rung %d\n%s", l.At, text)
				}
				return
			}
			t.Errorf("no ladder of %s", stories[m[1]])
		})
	}
	if n != 42 {
		t.Errorf("%d reference architectures are held against their stage", n)
	}
}
