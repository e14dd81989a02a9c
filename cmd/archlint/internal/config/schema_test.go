package config_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"
	"golang.org/x/tools/txtar"

	"github.com/archlint/archlint/cmd/archlint/internal/config"
	"github.com/archlint/archlint/rules/catalogue"
)

// The published schema is that of the rules and keys there are; UPDATE_SCHEMA=1 writes it anew.
func TestSchemaIsFresh(t *testing.T) {
	want := config.Schema(catalogue.All)
	got, err := os.ReadFile("schema.json")
	if os.Getenv("UPDATE_SCHEMA") != "" {
		err = os.WriteFile("schema.json", want, 0o644)
		got = want
	}
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("schema.json is stale; UPDATE_SCHEMA=1 writes it anew")
	}
}

func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(config.Schema(catalogue.All)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(config.SchemaURL, document); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(config.SchemaURL)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// value is what a validator of editors sees of a YAML file.
func value(t *testing.T, content []byte) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal(content, &v); err != nil {
		t.Fatal(err)
	}
	asJSON, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	out, err := jsonschema.UnmarshalJSON(bytes.NewReader(asJSON))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// other are words that the reader takes in any case, and the schema in one.
var other = regexp.MustCompile(`(?m)al\d{3}|Database-Single-AZ|N(ote|OTE)`)

// The schema takes what the reader takes.
func TestSchemaTakesWhatIsRight(t *testing.T) {
	s := compiled(t)
	check := func(name string, content []byte) {
		content = other.ReplaceAllFunc(content, func(b []byte) []byte {
			if bytes.HasPrefix(b, []byte("al")) {
				return bytes.ToUpper(b)
			}
			return bytes.ToLower(b)
		})
		if err := s.Validate(value(t, content)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	check("what init writes", []byte(config.Start))
	check("with all examples", uncommented(config.Start))
	checked := 0
	for name, content := range configurations(t, "config.txtar") {
		if name != "nearest/.archlint.yaml" { // which must not be read
			check(name, content)
			checked++
		}
	}
	if checked < 10 {
		t.Errorf("only %d files were checked", checked)
	}
}

// The schema refuses what the reader refuses for its shape or words.
func TestSchemaRefusesWhatIsWrong(t *testing.T) {
	s := compiled(t)
	// No validator sees these: what is not YAML, what stands twice, files and patterns.
	unseen := regexp.MustCompile(`^w/(not-yaml|tab|two-documents|key-twice|key-list|merge|rule-twice|rule-by-both-names|exclude-pattern|exclude-up|(var|parameter)-file.*)\.yaml$`)
	checked := 0
	for name, content := range configurations(t, "config-errors.txtar") {
		if !strings.HasPrefix(name, "w/") || unseen.MatchString(name) {
			continue
		}
		checked++
		if err := s.Validate(value(t, content)); err == nil {
			t.Errorf("%s: the schema takes it", name)
		}
	}
	if checked < 30 {
		t.Errorf("only %d files were checked", checked)
	}
}

// configurations are the configuration files of a script.
func configurations(t *testing.T, script string) map[string][]byte {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("..", "..", "..", "..", "testdata", "cli", script))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range archive.Files {
		content := string(f.Data)
		if ext := filepath.Ext(f.Name); (ext == ".yaml" || ext == ".yml") && !strings.Contains(content, "Resources:") {
			out[f.Name] = f.Data
		}
	}
	return out
}

// uncommented is the file that init writes with its examples in force.
func uncommented(start string) []byte {
	example := regexp.MustCompile(`^( *)# ((?:- |  )?[\w-]+(?::.*|/))$`)
	var out []string
	for line := range strings.Lines(start) {
		line = strings.TrimRight(line, "\n")
		if m := example.FindStringSubmatch(line); m != nil && !strings.HasPrefix(m[2], "yaml-language-server") {
			line = m[1] + m[2]
		}
		out = append(out, line)
	}
	return []byte(strings.Join(out, "\n") + "\n")
}
