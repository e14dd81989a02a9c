// Package rulestest runs rules over the configurations in testdata and compares what they say with the comments that
// stand there.
//
// A comment `# want AL101 "regexp"` at the end of a line asks for a finding there whose message matches; several may
// follow each other. Alone on its line it speaks of the next line. `# unknown AL101` asks for an abstention about the resource whose block begins on that line.
// What no comment asks for must not be said. JSON has no comments: beside x.json stands x.json.want, whose lines are
// `12 want AL101 "regexp"` or `12 unknown AL101`.
//
// A file is a case of its own, a directory is a case with all it holds. The .tf and the .yaml of one stem are twins:
// they must give equal verdicts.
package rulestest

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/archlint/archlint/parsers"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// Rule runs a rule over every case in its folder below testdata/rules, "AL101-asg-single-az", and asks for a bad, a
// good and an unknown case in both languages. Other rules may run beside it.
func Rule(t *testing.T, testdata string, rule *rules.Rule, beside ...*rules.Rule) {
	t.Helper()
	if err := rules.Validate(rule); err != nil {
		t.Error(err)
	}
	dir := filepath.Join(testdata, "rules", rule.ID+"-"+rule.Name)
	cases := Cases(t, dir)
	verdicts := map[string]map[string]string{} // by stem and language
	for _, c := range cases {
		t.Run(rule.ID+"/"+c.Name, func(t *testing.T) {
			summary := c.Run(t, append([]*rules.Rule{rule}, beside...))
			if verdicts[c.stem] == nil {
				verdicts[c.stem] = map[string]string{}
			}
			verdicts[c.stem][c.language] = summary
		})
	}
	for _, kind := range []string{"bad", "good", "unknown"} {
		for _, language := range []string{"terraform", "cloudformation"} {
			if !slices.ContainsFunc(cases, func(c Case) bool { return strings.HasPrefix(c.stem, kind) && c.language == language }) {
				t.Errorf("%s has no %s case in %s", dir, kind, language)
			}
		}
	}
	for stem, v := range verdicts {
		if a, b := v["terraform"], v["cloudformation"]; len(v) == 2 && a != b {
			t.Errorf("the twins of %s/%s differ:\nterraform:\n%s\ncloudformation:\n%s", dir, stem, a, b)
		}
	}
}

// A Case is one configuration to be judged.
type Case struct {
	Name     string // the file's or directory's name
	stem     string // the name without its ending
	language string
	path     string
}

// Cases finds the cases in a directory.
func Cases(t *testing.T, dir string) []Case {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []Case
	for _, e := range entries {
		c := Case{Name: e.Name(), path: filepath.Join(dir, e.Name())}
		switch {
		case e.IsDir():
			c.stem, c.language = c.Name, languageOf(c.path)
		case strings.HasSuffix(c.Name, ".want") || strings.HasSuffix(c.Name, ".md"):
			continue
		default:
			c.stem, _, _ = strings.Cut(c.Name, ".")
			c.language = "cloudformation"
			if strings.HasSuffix(c.Name, ".tf") || strings.HasSuffix(c.Name, ".tf.json") {
				c.language = "terraform"
			}
		}
		c.stem = strings.TrimSuffix(strings.TrimSuffix(c.stem, "-tf"), "-cfn")
		out = append(out, c)
	}
	if len(out) == 0 {
		t.Fatalf("%s has no cases", dir)
	}
	return out
}

// languageOf is the language of a directory: Terraform if a file in it is.
func languageOf(dir string) string {
	if found, _ := filepath.Glob(filepath.Join(dir, "*.tf*")); len(found) > 0 {
		return "terraform"
	}
	return "cloudformation"
}

// expectation is one comment.
type expectation struct {
	file    string
	line    int
	rule    string
	message *regexp.Regexp // nil for an abstention
	met     bool
}

// Run judges the case by the rules, compares, and sums the verdicts up: a line for each rule and level with their
// number, the same for twins.
func (c Case) Run(t *testing.T, all []*rules.Rule) string {
	t.Helper()
	dir := t.TempDir()
	if info, err := os.Stat(c.path); err != nil {
		t.Fatal(err)
	} else if info.IsDir() {
		if err := os.CopyFS(dir, os.DirFS(c.path)); err != nil {
			t.Fatal(err)
		}
	} else {
		for _, name := range []string{c.path, c.path + ".want"} {
			content, err := os.ReadFile(name)
			if err != nil && name == c.path {
				t.Fatal(err)
			}
			if err == nil {
				if err := os.WriteFile(filepath.Join(dir, filepath.Base(name)), content, 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	wanted := expectations(t, dir)
	scan, err := parsers.Discover([]string{dir}, parsers.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(scan.Units) == 0 {
		t.Fatalf("nothing to lint in %s", c.path)
	}
	loaders := make([]rules.Loader, len(scan.Units))
	for i, u := range scan.Units {
		loaders[i] = u.Load
	}
	result := rules.Run(loaders, all, rules.Options{Today: today})
	for _, d := range append(scan.Diagnostics, result.Diagnostics...) {
		if d.Severity == graph.Error {
			t.Errorf("%s:%d: %s", relative(dir, d.Range.File), d.Range.Start.Line, d.Message)
		}
	}
	counts := map[string]int{}
	for _, f := range result.Findings {
		counts[fmt.Sprintf("%s %s", f.Rule.ID, f.Level)]++
		if !meet(wanted, relative(dir, f.Range.File), f.Range.Start.Line, f.Rule.ID, f.Message) {
			t.Errorf("%s:%d: unexpected finding %s (%s): %s", relative(dir, f.Range.File), f.Range.Start.Line, f.Rule.ID, f.Level, f.Text())
		}
	}
	for _, a := range result.Abstentions {
		counts[a.Rule.ID+" unknown"]++
		if !meet(wanted, relative(dir, a.Range.File), a.Range.Start.Line, a.Rule.ID, "") {
			t.Errorf("%s:%d: unexpected abstention %s about %s: %s", relative(dir, a.Range.File), a.Range.Start.Line, a.Rule.ID, a.Resource.Address, a.Reason)
		}
	}
	for _, w := range wanted {
		if !w.met {
			what := "abstention"
			if w.message != nil {
				what = "finding that matches " + w.message.String()
			}
			t.Errorf("%s:%d: missing %s %s", w.file, w.line, w.rule, what)
		}
	}
	var lines []string
	for k, n := range counts {
		lines = append(lines, fmt.Sprintf("%s ×%d", k, n))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// today is the day on which cases are judged.
var today = time.Date(2026, time.July, 1, 12, 0, 0, 0, time.UTC)

// meet finds the comment that asks for a finding, or for an abstention where the message is empty.
func meet(wanted []*expectation, file string, line int, rule, message string) bool {
	for _, w := range wanted {
		if w.file == file && w.line == line && w.rule == rule && (message == "") == (w.message == nil) && (w.message == nil || !w.met && w.message.MatchString(message)) {
			w.met = true
			return true
		}
	}
	return false
}

func relative(dir, file string) string {
	if rel, err := filepath.Rel(dir, file); err == nil {
		return filepath.ToSlash(rel)
	}
	return file
}

var (
	comment = regexp.MustCompile(`(?:#|//)\s*((?:want|unknown) AL\d{3}.*)$`)
	clause  = regexp.MustCompile(`^(want|unknown) (AL\d{3})\s*("(?:[^"\\]|\\.)*")?\s*`)
)

// expectations reads the comments of every file below a directory, and the .want files.
func expectations(t *testing.T, dir string) []*expectation {
	t.Helper()
	var out []*expectation
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		lines := bufio.NewScanner(f)
		for n := 1; lines.Scan(); n++ {
			file, line, text := relative(dir, path), n, ""
			if beside, ok := strings.CutSuffix(file, ".want"); ok {
				number, rest, _ := strings.Cut(lines.Text(), " ")
				if line, err = strconv.Atoi(number); err != nil {
					return fmt.Errorf("%s:%d: no line number", file, n)
				}
				file, text = beside, rest
			} else if m := comment.FindStringSubmatch(lines.Text()); m != nil {
				text = m[1]
				if strings.HasPrefix(strings.TrimSpace(lines.Text()), m[0]) {
					line++ // the comment stands alone
				}
			}
			for text != "" {
				m := clause.FindStringSubmatch(text)
				if m == nil {
					return fmt.Errorf("%s:%d: cannot read %q", file, line, text)
				}
				w := &expectation{file: file, line: line, rule: m[2]}
				if m[1] == "want" {
					pattern := strings.ReplaceAll(strings.Trim(m[3], `"`), `\"`, `"`)
					if w.message, err = regexp.Compile(pattern); err != nil {
						return fmt.Errorf("%s:%d: %w", file, line, err)
					}
				}
				out = append(out, w)
				text = text[len(m[0]):]
			}
		}
		return lines.Err()
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
