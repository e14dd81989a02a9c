package report

import (
	"encoding/xml"
	"fmt"
	"io"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

// The elements of a JUnit report. There is no standard; these are what the strictest of its readers allows, Jenkins's xUnit
// plugin (junit-10.xsd, which knows no file and line of a test), and what GitLab's "Unit test reports" says that it parses.
type (
	junitSuites struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Name     string       `xml:"name,attr"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Errors   int          `xml:"errors,attr"`
		Time     string       `xml:"time,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Errors   int         `xml:"errors,attr"`
		Skipped  int         `xml:"skipped,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Name    string       `xml:"name,attr"`
		Class   string       `xml:"classname,attr"`
		Skipped *junitReason `xml:"skipped"`
		Error   *junitReason `xml:"error"`
		Failure *junitReason `xml:"failure"`
	}
	junitReason struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr,omitempty"`
		Text    string `xml:",chardata"`
	}
)

// JUnit writes a result as the report of a test run: a suite for each rule that ran, in it a test for each finding, or one
// that passes where there is none. JUnit knows no levels: a finding that does not make the run fail is a skipped test.
// Files that could not be read are a suite of errors.
func JUnit(w io.Writer, res rules.Result, o Options) error {
	o.Real = remembered(o.Real)
	files := newSources(o.Read)
	out := junitSuites{Name: "archlint", Time: fmt.Sprintf("%.3f", o.Elapsed.Seconds())}
	if s := o.junitErrors(files, res.Diagnostics); s.Tests > 0 {
		out.Suites = append(out.Suites, s)
	}
	byRule := map[*rules.Rule][]*rules.Finding{}
	for _, f := range res.Findings {
		byRule[f.Rule] = append(byRule[f.Rule], f)
	}
	for _, r := range res.Rules {
		out.Suites = append(out.Suites, o.junitSuite(files, r, byRule[r]))
	}
	for _, s := range out.Suites {
		out.Tests += s.Tests
		out.Failures += s.Failures
		out.Errors += s.Errors
	}
	return writeXML(w, out)
}

// junitSuite makes the suite of a rule. Jenkins takes what stands before the last full stop of a class for a package;
// GitLab heeds only the first of several tests with one class and name.
func (o Options) junitSuite(files *sources, r *rules.Rule, found []*rules.Finding) junitSuite {
	class := "archlint." + r.ID
	s := junitSuite{Name: r.ID + " " + r.Name, Tests: max(len(found), 1)}
	if len(found) == 0 {
		s.Cases = []junitCase{{Name: r.Name, Class: class}}
		return s
	}
	times := map[string]int{}
	for _, f := range found {
		at, text := o.placed(f)
		spot := o.spot(files, at)
		c := junitCase{Name: fmt.Sprintf("%s: %s", r.Name, f.Resource.Address), Class: class}
		if unit, _ := o.within(f.Unit); unit != "." {
			c.Name += " in " + unit
		}
		if times[c.Name]++; times[c.Name] > 1 {
			c.Name += fmt.Sprintf(" (%d)", times[c.Name])
		}
		why := &junitReason{Message: text, Type: f.Level.String(),
			Text: fmt.Sprintf("%s: %s %s %s: %s\nfix: %s", spot, f.Level, r.ID, r.Name, text, r.Fix.Advice)}
		if f.Fails {
			c.Failure = why
			s.Failures++
		} else {
			why.Type = "" // the schema has none
			c.Skipped = why
			s.Skipped++
		}
		s.Cases = append(s.Cases, c)
	}
	return s
}

// junitErrors makes the suite of what could not be read.
func (o Options) junitErrors(files *sources, all []graph.Diagnostic) junitSuite {
	s := junitSuite{Name: "input"}
	times := map[string]int{}
	for _, d := range all {
		if d.Severity != graph.Error {
			continue
		}
		at := o.spot(files, d.Range)
		c := junitCase{Name: "read " + at.path, Class: "archlint.input",
			Error: &junitReason{Message: d.Message, Type: "input error", Text: fmt.Sprintf("%s: %s", at, d.Message)}}
		if times[c.Name]++; times[c.Name] > 1 {
			c.Name += fmt.Sprintf(" (%d)", times[c.Name])
		}
		s.Cases = append(s.Cases, c)
	}
	s.Tests, s.Errors = len(s.Cases), len(s.Cases)
	return s
}
