package cloudformation

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/weight"
)

// section is a part of a template whose entries have names.
type section struct {
	pairs []pair
	index map[string]int
}

func newSection(n *node) section {
	s := section{}
	if n == nil || n.kind != mapping {
		return s
	}
	s.pairs = n.pairs
	s.index = make(map[string]int, len(n.pairs))
	for i, p := range n.pairs {
		s.index[p.key.text] = i
	}
	return s
}

// find gives an entry by its name, or nil.
func (s section) find(name string) *pair {
	if i, ok := s.index[name]; ok {
		return &s.pairs[i]
	}
	return nil
}

// template is the syntax of one file. It never changes after parsing, so that several stacks may be made of it.
type template struct {
	src         *source
	root        *node
	diagnostics []graph.Diagnostic
	gaps        []graph.Gap
	ignores     []graph.Ignore
	blanked     string // the text with spaces for what could not be read; "" where all was

	parameters, mappings, conditions, resources, outputs section

	globals *pair             // the section Globals, where SAM reads it
	queues  map[string]string // resources by the logical IDs that their events give to queues
	modules []string          // logical IDs of registry modules, whose resources have names that begin with them

	rewritten bool // a transform may add, rename or drop anything: what is not seen may be there
	macro     bool // what rewrites it is a macro that is not run, and may put anything in the place of what is written
	added     bool // resources may have properties that are not seen
	unfilled  bool // another tool makes a template of the file, and may leave out anything
	extended  bool // the language extensions or SAM are on
	sam       bool // SAM is on, which makes resources from those of its own types
	mended    bool // bytes that are no text were replaced

	framework bool         // the Serverless Framework fills in what stands in ${…}, wherever it stands
	filledIn  *graph.Range // where the first variable is that another tool fills in
	variable  string       // that variable, as it was written
}

// whole tells whether all that the template will have is seen: nothing is broken, and nothing rewrites it.
func (t *template) whole() bool { return !t.rewritten && !t.mended && len(t.gaps) == 0 }

// The transforms that are understood.
const (
	transformSAM       = "AWS::Serverless-2016-10-31"
	transformExtension = "AWS::LanguageExtensions"
	transformInclude   = "AWS::Include"
)

// harmless are AWS's own transforms that add nothing that the resources of a template are related to.
var harmless = map[string]bool{"AWS::SecretsManager-2020-07-23": true, "AWS::SecretsManager-2024-09-16": true, "AWS::CodeDeployBlueGreen": true, "AWS::ServiceCatalog": true}

// parse reads a template. It always gives one: what could not be read is among its diagnostics and gaps.
func parse(name, text string, open func(string) (string, bool)) *template {
	t := &template{src: newSource(name, text)}
	if len(text) > disk.MaxSource {
		t.src = newSource(name, "")
		t.broken(graph.Range{File: name}, fmt.Sprintf("the file has more than %d MiB and is not read; CloudFormation takes at most 1 MB", disk.MaxSource>>20))
		return t
	}
	if weight.TooHeavy(text) {
		t.src = newSource(name, "")
		t.broken(graph.Range{File: name}, weight.Refusal)
		return t
	}
	t.root = t.parseText(t.decodable())
	t.findFramework()
	if t.root == nil {
		if len(t.gaps) == 0 {
			t.broken(graph.Range{File: name}, "the file is empty; a template needs at least the section Resources")
		}
		return t
	}
	if t.root.kind != mapping {
		t.broken(t.root.firstLine(), "a template is a mapping with the section Resources; this is not one")
		return t
	}
	own := t.root
	t.sections(open)
	t.findIgnores(own)
	return t
}

// decodable is the text of the file, with a question mark for each byte that is none: most often one of an older
// encoding in a comment, for which the rest need not be lost. What begins as UTF-16 is left as it is.
func (t *template) decodable() string {
	text := t.src.text
	if utf8.ValidString(text) || strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff") {
		return text
	}
	bytes := []byte(text)
	for i := 0; i < len(bytes); {
		r, size := utf8.DecodeRune(bytes[i:])
		if r == utf8.RuneError && size == 1 {
			if !t.mended {
				t.mended = true
				t.diagnostics = append(t.diagnostics, graph.Diagnostic{Severity: graph.Error, Range: t.src.rng(int32(i), int32(i+1)),
					Message: fmt.Sprintf("the byte 0x%02X here is no UTF-8, which templates are written in; save the file as UTF-8", bytes[i])})
			}
			bytes[i] = '?'
		}
		i += size
	}
	t.src.text = string(bytes)
	return t.src.text
}

// parseText reads the text by the language it looks like. CloudFormation reads what is no valid JSON as YAML, which
// allows comments and trailing commas in brackets.
func (t *template) parseText(text string) *node {
	begin := strings.TrimLeft(strings.TrimPrefix(text, "\uFEFF"), " \t\r\n")
	if !strings.HasPrefix(begin, "{") && !strings.HasPrefix(begin, "[") || beginsWithTag(begin) {
		return t.parseYAML()
	}
	var found []graph.Diagnostic
	n, err := parseJSON(t.src, func(d graph.Diagnostic) { found = append(found, d) })
	if err == nil {
		t.diagnostics = append(t.diagnostics, found...)
		return n
	}
	at := t.src.rng(int32(err.at), int32(min(err.at+1, len(text))))
	lenient := &template{src: t.src}
	if y := lenient.parseYAML(); y != nil && len(lenient.gaps) == 0 {
		t.diagnostics = append(t.diagnostics, lenient.diagnostics...)
		if ext := path.Ext(t.src.name); ext != ".yaml" && ext != ".yml" {
			t.diagnostics = append(t.diagnostics, graph.Diagnostic{Severity: graph.Warning, Range: at,
				Message: "this is not valid JSON: " + err.message + "; it is read as YAML, and CloudFormation may refuse it"})
		}
		return y
	}
	if t.untilFilledIn(err.at+1, failsAsJSON) {
		return n
	}
	t.diagnostics = append(t.diagnostics, found...)
	t.broken(at, "this is not valid JSON: "+err.message+"; mend it and run again")
	return n
}

// failsAsJSON is the offset behind the byte where a text stops being JSON, or 0.
func failsAsJSON(text string) int {
	if _, err := parseJSON(newSource("", text), func(graph.Diagnostic) {}); err != nil {
		return err.at + 1
	}
	return 0
}

// failsAsYAML is the offset behind the line where a text stops being YAML, or 0.
func failsAsYAML(text string) int {
	_, _, err := decodeYAML(text)
	if err == nil {
		return 0
	}
	return newSource("", text).line(problemLine(text, err)).End.Byte
}

// parseYAML reads the text as YAML. Where that fails, the entry of a section that the failure stands in is blanked and
// the rest is read.
func (t *template) parseYAML() *node {
	var found []graph.Diagnostic
	n := parseYAML(t.src, func(d graph.Diagnostic) { found = append(found, d) })
	if n != nil || !hasTag(t.src.text) || !t.untilFilledIn(failsAsYAML(t.src.text), failsAsYAML) {
		for _, d := range found {
			t.report(d)
		}
	}
	if n != nil {
		return n
	}
	tries := 3
	text := t.src.text
	if t.unfilled {
		tries = 8
		text = withoutOuterTags(text)
	}
	for range tries {
		_, _, err := decodeYAML(text)
		if err == nil {
			break
		}
		if text = blankEntry(text, problemLine(text, err)); text == "" {
			return nil
		}
	}
	if len(t.gaps) == 0 {
		return nil // empty, not broken
	}
	whole := t.src
	t.src = newSource(whole.name, text)
	n = parseYAML(t.src, func(graph.Diagnostic) {})
	t.src.text, t.blanked = whole.text, text
	return n
}

// report keeps a diagnostic; one that tells of unreadable YAML is a gap, too.
func (t *template) report(d graph.Diagnostic) {
	if d.Severity == graph.Error {
		t.gaps = append(t.gaps, graph.Gap{Range: d.Range, Message: d.Message})
	}
	t.diagnostics = append(t.diagnostics, d)
}

// broken tells that something was not read, and what.
func (t *template) broken(at graph.Range, message string) {
	t.report(graph.Diagnostic{Severity: graph.Error, Range: at, Message: message})
}

// blankEntry overwrites with spaces the block around a line (from 1) that is indented once below the top level, as a
// resource is; "" where that is not possible.
func blankEntry(text string, line int) string {
	lines := strings.SplitAfter(text, "\n")
	if line < 1 || line > len(lines) {
		return ""
	}
	indent := func(i int) int {
		l := strings.TrimRight(lines[i], "\r\n")
		body := strings.TrimLeft(l, " ")
		switch {
		case body == "" || body[0] == '#':
			return -1
		case body[0] == '\t', hasTag(l) && strings.TrimSpace(withoutTags(l)) == "":
			return len(text) // tabs and tags indent nothing in YAML, but whoever wrote one meant to be inside
		}
		return len(l) - len(body)
	}
	first := line - 1
	for first > 0 && indent(first) <= 0 {
		first--
	}
	least := -1 // the indentation of the entries of a section
	for i := first; i >= 0 && indent(i) != 0; i-- {
		if n := indent(i); n > 0 && (least < 0 || n < least) {
			least = n
		}
	}
	if least < 0 {
		return ""
	}
	for first > 0 && indent(first) != least {
		first--
	}
	last := first + 1
	for last < len(lines) && (indent(last) < 0 || indent(last) > least || last < line && indent(last) != 0) {
		last++
	}
	blanked := false
	for i := first; i < last; i++ {
		body := strings.TrimRight(lines[i], "\r\n")
		blanked = blanked || strings.TrimSpace(body) != ""
		lines[i] = strings.Repeat(" ", len(body)) + lines[i][len(body):]
	}
	if !blanked {
		return ""
	}
	return strings.Join(lines, "")
}

// sections finds the parts of the template, and tells of what is missing or of the wrong shape.
func (t *template) sections(open func(string) (string, bool)) {
	t.includeRoot(open)
	for _, one := range []struct {
		name string
		to   *section
	}{{"Parameters", &t.parameters}, {"Mappings", &t.mappings}, {"Conditions", &t.conditions}, {"Resources", &t.resources}, {"Outputs", &t.outputs}} {
		p := t.root.find(one.name)
		if p == nil || p.value.kind == null {
			if one.name == "Resources" && len(t.gaps) == 0 {
				t.diagnostics = append(t.diagnostics, graph.Diagnostic{Severity: graph.Error, Range: t.missing(p),
					Message: "the template has no resources; it needs the section Resources with at least one"})
			}
			continue
		}
		if t.fills(p.value) {
			t.gaps = append(t.gaps, graph.Gap{Range: p.rng(), Message: "what the Serverless Framework would put into the section " + one.name + " is not seen"})
			continue
		}
		if p.value.kind != mapping {
			t.broken(p.rng(), "the section "+one.name+" must be a mapping of names; it is not read")
			continue
		}
		*one.to = newSection(t.include(p.value, open))
	}
	t.includeInside(open)
	t.transforms()
	t.findSAM(open)
	for _, p := range t.resources.pairs {
		if hasTag(p.key.text) {
			t.rewritten = true
			t.gaps = append(t.gaps, graph.Gap{Range: p.key.rng(), Message: "what another tool would make of " + p.key.text + " is not seen"})
			continue
		}
		f := p.value.frame()
		kind := f.kind
		if strings.HasSuffix(kind.literal(), "::MODULE") {
			t.modules = append(t.modules, p.key.text)
		}
		if p.value.fn == fnUnknown || t.fills(p.value) || kind != nil && kind.fn == fnUnknown {
			t.rewritten = true
			t.gaps = append(t.gaps, graph.Gap{Range: p.key.rng(), Message: "what would be put in the place of " + p.key.text + " by another tool is not seen"})
		} else if p.value.fn == fnTransform || f.transform != nil && kind.literal() == "" {
			t.rewritten = true
			t.gaps = append(t.gaps, graph.Gap{Range: p.key.rng(), Message: "what a transform would make of " + p.key.text + " is not seen"})
		}
	}
	t.check()
	t.mergeGlobals()
}

func (t *template) missing(p *pair) graph.Range {
	if p != nil {
		return p.rng()
	}
	return graph.Range{File: t.src.name}
}

// transforms looks at what the template wants to be rewritten by.
func (t *template) transforms() {
	p := t.root.find("Transform")
	if p == nil {
		return
	}
	for _, n := range append(slices.Clone(p.value.items), p.value) {
		name := n.literal()
		if n.kind == mapping {
			name = n.get("Name").literal()
		}
		switch name {
		case "", transformInclude:
			continue
		case transformExtension:
			t.extended = true
		case transformSAM:
			t.extended, t.sam = true, true
		default:
			t.rewritten = true
			if harmless[name] {
				continue
			}
			t.macro = true
			t.gaps = append(t.gaps, graph.Gap{Range: n.firstLine(), Message: "the transform " + name + " is not run: what it would add or change is not seen"})
		}
	}
}

// include puts the entries of local files where AWS::Include names them among the entries of a mapping.
func (t *template) include(n *node, open func(string) (string, bool)) *node {
	p := n.find("Fn::Transform")
	if p == nil {
		return n
	}
	rest := *n
	rest.fn, rest.arg, rest.pairs = noFunction, nil, nil
	for _, one := range n.pairs {
		if one.key.text != "Fn::Transform" {
			rest.pairs = append(rest.pairs, one)
		}
	}
	calls := p.value.items
	if p.value.kind != sequence {
		calls = []*node{p.value}
	}
	for _, call := range calls {
		t.includeCall(&rest, p.key, call, open)
	}
	return &rest
}

// includeInside does so inside of resources, where AWS::Include stands among the properties of one. What cannot be read stays
// a call, whose result is not known.
func (t *template) includeInside(open func(string) (string, bool)) {
	if open == nil || !strings.Contains(t.src.text, transformInclude) {
		return
	}
	type content struct {
		text string
		ok   bool
	}
	read := map[string]content{}
	once := func(location string) (string, bool) {
		c, known := read[location]
		if !known {
			c.text, c.ok = open(location)
			read[location] = c
		}
		return c.text, c.ok
	}
	done := map[*node]*node{} // nodes may have several parents
	t.resources.pairs = slices.Clone(t.resources.pairs)
	for i, p := range t.resources.pairs {
		t.resources.pairs[i].value = t.including(p.value, once, done)
	}
}

// including is the node with what local files put into it, or the node itself where none does.
func (t *template) including(n *node, open func(string) (string, bool), done map[*node]*node) *node {
	if n == nil || n.kind == scalar && n.arg == nil {
		return n
	}
	if out, ok := done[n]; ok {
		return out
	}
	done[n] = n // should it lead back to itself
	whole := *n
	changed := false
	inside := func(child *node) *node {
		out := t.including(child, open, done)
		changed = changed || out != child
		return out
	}
	whole.arg = inside(n.arg)
	whole.items = slices.Clone(n.items)
	for i, item := range n.items {
		whole.items[i] = inside(item)
	}
	whole.pairs = slices.Clone(n.pairs)
	for i, p := range n.pairs {
		whole.pairs[i].value = inside(p.value)
	}
	if call := n.get("Fn::Transform"); call.get("Name").literal() == transformInclude {
		if location := call.get("Parameters").get("Location").literal(); location != "" {
			gaps := len(t.gaps)
			if _, ok := open(location); !ok {
				return n
			}
			out := t.include(&whole, open)
			if len(t.gaps) > gaps { // it is no mapping
				out = n
			}
			done[n] = out
			return out
		}
	}
	if !changed {
		return n
	}
	done[n] = &whole
	return &whole
}

// includeRoot does so for what the section Transform includes at the top level.
func (t *template) includeRoot(open func(string) (string, bool)) {
	t.root = t.include(t.root, open)
	p := t.root.find("Transform")
	if p == nil {
		return
	}
	for _, call := range append(slices.Clone(p.value.items), p.value) {
		if call.get("Name").literal() == transformInclude {
			whole := *t.root
			whole.pairs = slices.Clone(whole.pairs)
			t.includeCall(&whole, p.key, call, open)
			t.root = &whole
		}
	}
}

// includeCall puts the entries of the file that one call names into a mapping. What cannot be read is a gap.
func (t *template) includeCall(into, at, call *node, open func(string) (string, bool)) {
	name, location := call.get("Name").literal(), call.get("Parameters").get("Location").literal()
	if name == transformInclude && location != "" && open != nil {
		if text, ok := open(location); ok {
			part := parseFragment(location, t.src.name, text)
			t.diagnostics = append(t.diagnostics, part.diagnostics...)
			t.gaps = append(t.gaps, part.gaps...)
			t.mended = t.mended || part.mended
			t.framework = t.framework || part.framework
			if t.filledIn == nil {
				t.filledIn, t.variable = part.filledIn, part.variable
			}
			if part.root != nil && part.root.kind == mapping {
				into.merge(part.root)
				return
			}
		}
	}
	t.rewritten = true
	t.macro = t.macro || rewrites(call)
	t.gaps = append(t.gaps, graph.Gap{Range: at.rng(), Message: "what " + cmp.Or(name, "a transform") + " would put here is not seen: " + cmp.Or(location, "it names no file")})
}

// parseFragment reads a file that a template includes; its name is that of the template with the location beside it.
func parseFragment(location, from, text string) *template {
	f := &template{src: newSource(beside(from, location), text)}
	if len(text) <= disk.MaxSource {
		f.root = f.parseText(f.decodable())
		f.findFramework()
	}
	return f
}
