package plan

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/archlint/archlint/parsers/disk"
)

// MaxSize is how many bytes a plan may have.
const MaxSize = 128 << 20

// maxNesting is how deep the brackets of a plan may be nested, as of any other file.
const maxNesting = 1_000

// remedy says how a plan comes to be read.
const remedy = "write a plan with `terraform plan -out=tfplan` and then `terraform show -json tfplan > plan.json`"

// document is what is read of a plan: all else is passed over without being kept.
type document struct {
	FormatVersion string
	Variables     map[string]struct{ Value json.RawMessage }
	Changes       []change
	Prior         []stateResource
	Configuration configuration
	Complete      *bool
	Errored       bool
}

type change struct {
	Address       string          `json:"address"`
	ModuleAddress string          `json:"module_address"`
	Mode          string          `json:"mode"`
	Type          string          `json:"type"`
	Name          string          `json:"name"`
	Index         json.RawMessage `json:"index"`
	Deposed       string          `json:"deposed"`
	Change        struct {
		Actions      []string        `json:"actions"`
		After        json.RawMessage `json:"after"`
		AfterUnknown json.RawMessage `json:"after_unknown"`
	} `json:"change"`
}

type stateModule struct {
	Address      string          `json:"address"`
	Resources    []stateResource `json:"resources"`
	ChildModules []stateModule   `json:"child_modules"`
}

type stateResource struct {
	Address string          `json:"address"`
	Mode    string          `json:"mode"`
	Type    string          `json:"type"`
	Name    string          `json:"name"`
	Index   json.RawMessage `json:"index"`
	Values  json.RawMessage `json:"values"`

	module string
}

type configuration struct {
	Providers map[string]struct {
		Name          string `json:"name"`
		Alias         string `json:"alias"`
		ModuleAddress string `json:"module_address"`
	} `json:"provider_config"`
	Root *configModule `json:"root_module"`
}

// configModule is a module as it is written. An expression is any: an object with references or a constant, a list of
// blocks, or an object of expressions for a lone block.
type configModule struct {
	Outputs map[string]struct {
		Expression any `json:"expression"`
	} `json:"outputs"`
	Variables map[string]struct {
		Default any `json:"default"`
	} `json:"variables"`
	Resources []*configResource      `json:"resources"`
	Calls     map[string]*configCall `json:"module_calls"`

	byAddress map[string]*configResource
}

type configResource struct {
	Address     string         `json:"address"`
	Provider    string         `json:"provider_config_key"`
	Expressions map[string]any `json:"expressions"`
	Count       any            `json:"count_expression"`
	ForEach     any            `json:"for_each_expression"`
	DependsOn   []string       `json:"depends_on"`
}

type configCall struct {
	Source      string         `json:"source"`
	Expressions map[string]any `json:"expressions"`
	ForEach     any            `json:"for_each_expression"`
	Module      *configModule  `json:"module"`
}

// Looks tells whether the file at a path is meant as a plan: one that [Read] takes, or one that it refuses with words
// on what to do, since it is a state, or a plan in Terraform's own form. It reads no more than it must.
func Looks(name string) bool {
	f, _, err := disk.Open(name)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }()
	in := decoded(f)
	begin, _ := in.Peek(len(binaryPlan))
	if string(begin) == binaryPlan {
		return hasExtension(name, ".tfplan", ".plan", "")
	}
	d := json.NewDecoder(in)
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return false
	}
	format, terraform, version := false, false, false
	for d.More() {
		t, err := d.Token()
		if err != nil {
			return false
		}
		switch t {
		case "format_version":
			format = true
		case "terraform_version":
			terraform = true
		case "planned_values", "resource_changes", "prior_state":
			if format {
				return true
			}
		case "version":
			version = true
		case "lineage":
			return terraform && version // a state file
		case "AWSTemplateFormatVersion", "Resources":
			return false
		}
		if err := skip(d); err != nil {
			return false
		}
	}
	return format && terraform
}

func hasExtension(name string, extensions ...string) bool {
	for _, e := range extensions {
		if strings.EqualFold(filepath.Ext(name), e) {
			return true
		}
	}
	return false
}

// binaryPlan begins a plan in Terraform's own form, which is a ZIP archive.
const binaryPlan = "PK\x03\x04"

// Read reads a plan. The path is as it is to be shown, with forward slashes. The error says what the file is, if it is
// no plan, and what to do; it does not name the file.
func Read(name string) (*Plan, error) {
	f, size, err := disk.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	if size > MaxSize {
		return nil, fmt.Errorf("it has %d MiB: plans of more than %d MiB are not read; plan a part of the configuration alone", size>>20, MaxSize>>20)
	}
	return read(name, decoded(f))
}

// decoded reads text in whatever Unicode encoding: PowerShell writes UTF-16.
func decoded(r io.Reader) *bufio.Reader {
	const size = 1 << 16
	plain := transform.NewReader(io.LimitReader(r, MaxSize+1), unicode.BOMOverride(transform.Nop))
	return bufio.NewReaderSize(&shallow{in: plain}, size)
}

// errNesting is the error of text with brackets too deep within each other.
var errNesting = fmt.Errorf("its brackets are nested deeper than %d", maxNesting)

// shallow passes JSON on, as long as its brackets are not nested too deeply.
type shallow struct {
	in              io.Reader
	depth           int
	quoted, escaped bool
}

// Read implements [io.Reader].
func (s *shallow) Read(p []byte) (int, error) {
	n, err := s.in.Read(p)
	for _, c := range p[:n] {
		switch {
		case s.escaped:
			s.escaped = false
		case s.quoted:
			s.escaped, s.quoted = c == '\\', c != '"'
		case c == '"':
			s.quoted = true
		case c == '{' || c == '[':
			if s.depth++; s.depth > maxNesting {
				return 0, errNesting
			}
		case c == '}' || c == ']':
			s.depth--
		}
	}
	return n, err
}

func read(name string, in *bufio.Reader) (*Plan, error) {
	if begin, _ := in.Peek(len(binaryPlan)); string(begin) == binaryPlan {
		return nil, errors.New("it is a plan in Terraform's own form; write it as JSON with `terraform show -json` and give that file")
	}
	doc := &document{}
	is, err := doc.decode(json.NewDecoder(in))
	switch {
	case errors.Is(err, errNesting):
		return nil, err
	case is.state:
		return nil, errors.New("it is a state, not a plan; " + remedy)
	case is.log:
		return nil, errors.New("it is the log of `terraform plan -json`, not the plan itself; " + remedy)
	case err != nil && doc.FormatVersion == "":
		return nil, errors.New("it is not a plan in JSON; " + remedy)
	case err != nil:
		return nil, fmt.Errorf("it breaks off or is damaged: %w; %s", err, remedy)
	case doc.FormatVersion == "" || !is.plan:
		return nil, errors.New("it is not a plan in JSON; " + remedy)
	case !supported(doc.FormatVersion):
		return nil, fmt.Errorf("its format_version is %q, and only 0 and 1 are understood; use a newer archlint, or the version of Terraform that it was made for", doc.FormatVersion)
	}
	return doc.plan(name)
}

// supported tells whether a version of the format is understood: within a major version nothing is taken away.
func supported(version string) bool {
	major, _, _ := strings.Cut(version, ".")
	return major == "0" || major == "1"
}

// A nature is what a file turned out to be.
type nature struct{ plan, state, log bool }

// decode reads the document section by section, so that what is not needed is never held.
func (doc *document) decode(d *json.Decoder) (is nature, err error) {
	if t, err := d.Token(); err != nil {
		return is, err
	} else if t != json.Delim('{') {
		return is, errors.New("it does not begin with an object")
	}
	values := false
	for d.More() {
		t, err := d.Token()
		if err != nil {
			return is, err
		}
		key, _ := t.(string)
		switch key {
		case "format_version":
			err = d.Decode(&doc.FormatVersion)
			if !supported(doc.FormatVersion) {
				is.plan = true
				return is, err
			}
		case "variables":
			err = d.Decode(&doc.Variables)
		case "resource_changes":
			is.plan = true
			err = doc.decodeChanges(d)
		case "prior_state":
			is.plan = true
			err = doc.decodePrior(d)
		case "configuration":
			err = d.Decode(&doc.Configuration)
		case "complete":
			err = d.Decode(&doc.Complete)
		case "errored":
			err = d.Decode(&doc.Errored)
		default:
			is.plan = is.plan || key == "planned_values"
			is.log = is.log || key == "@level"
			is.state = is.state || key == "lineage" || key == "serial"
			values = values || key == "values"
			err = skip(d)
		}
		if err != nil {
			return is, err
		}
	}
	is.state = is.state || values && !is.plan
	if _, err := d.Token(); err != nil {
		return is, err
	}
	return is, nil
}

func (doc *document) decodeChanges(d *json.Decoder) error {
	t, err := d.Token()
	if err != nil || t == nil {
		return err
	}
	if t != json.Delim('[') {
		return errors.New("resource_changes is not a list")
	}
	for d.More() {
		var c change
		if err := d.Decode(&c); err != nil {
			return err
		}
		doc.Changes = append(doc.Changes, c)
	}
	_, err = d.Token()
	return err
}

func (doc *document) decodePrior(d *json.Decoder) error {
	var prior struct {
		Values struct {
			Root stateModule `json:"root_module"`
		} `json:"values"`
	}
	if err := d.Decode(&prior); err != nil {
		return err
	}
	doc.gather(&prior.Values.Root)
	return nil
}

func (doc *document) gather(m *stateModule) {
	for _, r := range m.Resources {
		r.module = m.Address
		doc.Prior = append(doc.Prior, r)
	}
	for i := range m.ChildModules {
		doc.gather(&m.ChildModules[i])
	}
}

// skip passes over one value without keeping it.
func skip(d *json.Decoder) error {
	for depth := 0; ; {
		t, err := d.Token()
		if err != nil {
			return err
		}
		switch t {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		if depth == 0 {
			return nil
		}
	}
}

// isNull tells whether a raw value is missing or null.
func isNull(raw json.RawMessage) bool {
	return len(raw) == 0 || bytes.Equal(bytes.TrimSpace(raw), []byte("null"))
}
