package cloudformation

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/zclconf/go-cty/cty"
)

func TestParseReading(t *testing.T) {
	want := map[string]string{"Env": "prod", "Size": "2", "Zones": "a,b"}
	for name, text := range map[string]string{
		"list.json":     `[{"ParameterKey": "Env", "ParameterValue": "prod"}, {"ParameterKey": "Size", "ParameterValue": "2"}, {"ParameterKey": "Zones", "ParameterValue": "a,b"}]`,
		"list.yaml":     "- ParameterKey: Env\n  ParameterValue: prod\n- {ParameterKey: Size, ParameterValue: 2}\n- {ParameterKey: Zones, ParameterValue: [a, b]}\n",
		"pairs.json":    `["Env=prod", "Size=2", "Zones=a,b"]`,
		"pipeline.json": `{"Parameters": {"Env": "prod", "Size": 2, "Zones": ["a", "b"]}, "Tags": {"Team": "web"}, "StackPolicy": {"Statement": []}}`,
		"sync.yaml":     "template-file-path: web.yaml\nparameters:\n  Env: prod\n  Size: 2\n  Zones: a,b\ntags: {Team: web}\n",
		"wrapped.json":  `{"Parameters": [{"ParameterKey": "Env", "ParameterValue": "prod"}, {"ParameterKey": "Size", "ParameterValue": "2"}, {"ParameterKey": "Zones", "ParameterValue": "a,b"}]}`,
		"flat.json":     "\uFEFF{\"Env\": \"prod\", \"Size\": \"2\", \"Zones\": \"a,b\"}\r\n",
		"flat.yaml":     "# of production\nEnv: prod\nSize: 2\nZones:\n  - a\n  - b\n",
	} {
		r, err := parseParameterFile(name, text)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := map[string]string{}
		for _, p := range r.values.pairs {
			got[p.key.text] = p.value.text + joined(p.value)
		}
		if !maps.Equal(got, want) {
			t.Errorf("%s says %v, want %v", name, got, want)
		}
		if (r.template == "web.yaml") != (name == "sync.yaml") {
			t.Errorf("%s is for %q", name, r.template)
		}
	}
}

func TestParseReadingRefuses(t *testing.T) {
	for text, want := range map[string]string{
		`{"Env": {"Ref": "Other"}}`: `line 1: the value of "Env" is neither a text nor a list of texts`,
		"\"a\\nb\": {}":             `line 1: the value of "a\nb" is neither a text nor a list of texts`,
		"Env: prod\nSize: {a: b}\n": `line 2: the value of "Size" is neither a text nor a list of texts`,
		`[{"ParameterKey": "Env"}]`: "line 1: an element of the list needs a ParameterValue",
		"- {ParameterValue: a}\n":   "line 1: an element of the list needs a ParameterKey",
		"- Env\n":                   "line 1: write it as key=value",
		"prod":                      "line 1: this is no list or mapping of parameters",
		`{"Env": `:                  "line 1: this is not valid JSON",
		"Env: prod\n  Size: [1\n":   "line 2: ",
		"- {ParameterKey: A, ParameterValue: {b: c}}": `line 1: the value of "A" is neither a text nor a list of texts`,
	} {
		_, err := parseParameterFile("p.yaml", text)
		if err == nil || !strings.HasPrefix(err.Error(), "p.yaml: "+want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

// TestReadings evaluates a template with each of its parameter files.
func TestReadings(t *testing.T) {
	t.Chdir("../../testdata/cloudformation/parameters")
	p := open(t, []string{"web.yaml", "queue.yaml"}, Options{Parameters: []string{"prod.json", "./dev.yaml", "before.json"}})
	all := units(t, p)
	var names []string
	got := map[string]*graph.Resource{}
	for _, u := range all {
		names = append(names, u.Path+" "+u.Reading)
		g := p.Load(u)
		if g.Reading != u.Reading {
			t.Errorf("the graph of %s is read with %q", u.Reading, g.Reading)
		}
		for _, r := range g.Resources() {
			got[u.Reading+" "+r.Address] = r
		}
		for _, d := range g.Diagnostics() {
			t.Errorf("%s: %s", u.Reading, d.Message)
		}
	}
	if want := []string{"queue.yaml ", "web.yaml prod.json", "web.yaml dev.yaml", "web.yaml before.json"}; !slices.Equal(names, want) {
		t.Errorf("units are %q, want %q", names, want)
	}
	for address, want := range map[string]cty.Value{
		"prod.json Web MinSize":           cty.StringVal("4"),
		"dev.yaml Web MinSize":            cty.StringVal("1"),
		"before.json Web MinSize":         cty.UnknownVal(cty.String),
		"prod.json Web AvailabilityZones": cty.TupleVal([]cty.Value{cty.StringVal("eu-west-1a"), cty.StringVal("eu-west-1b")}),
		"dev.yaml Web AvailabilityZones":  cty.TupleVal([]cty.Value{cty.StringVal("eu-west-1a")}),
		"before.json Web HealthCheckType": cty.StringVal("EC2"),
	} {
		i := strings.LastIndexByte(address, ' ')
		r := got[address[:i]]
		if r == nil {
			t.Fatalf("there is no %s", address[:i])
		}
		v, _ := r.Attribute(address[i+1:]).UnmarkDeep()
		if !v.RawEquals(want) {
			t.Errorf("%s is %#v, want %#v", address, v, want)
		}
	}
	if got["prod.json Alarm"] == nil || got["dev.yaml Alarm"] != nil {
		t.Error("the condition Prod is not decided by the parameter files")
	}
	if graph.RestsOnDefault(got["prod.json Web"].Attribute("MinSize")) || !graph.RestsOnDefault(got["prod.json Web"].Attribute("HealthCheckType")) {
		t.Error("what a parameter file gives rests on no default, what it leaves out does")
	}
	trace := got["dev.yaml Web"].Source.Trace(cty.GetAttrPath("MinSize"))
	if n := len(trace); n == 0 || trace[n-1].Kind != graph.Given || trace[n-1].Range.File != "dev.yaml" || trace[n-1].Range.Start.Line != 4 {
		t.Errorf("the way of MinSize is %+v", trace)
	}
}

func TestReadingsThatFitNothing(t *testing.T) {
	t.Chdir("../../testdata/cloudformation/parameters")
	for file, want := range map[string]string{
		"other.json":   "--parameters other.json: it fits none of the templates here: outer.yaml has no parameter \"Colour\"",
		"inner.json":   "--parameters inner.json: it fits none of the templates here: inner.yaml has these parameters, but is read as a nested stack of outer.yaml, with what that hands it; give the parameters of outer.yaml",
		"missing.json": "--parameters missing.json: no such file or directory",
		".":            "--parameters .: it is a directory",
	} {
		p, err := Open([]string{"inner.yaml", "outer.yaml", "queue.yaml"}, Options{Parameters: []string{file}})
		if err == nil {
			_, err = p.Templates()
		}
		if err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %q", file, err, want)
		}
	}
}
