package cloudformation

import (
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/remarks"
)

// findIgnores finds the remarks in the comments of a YAML file, and those in the metadata of a template and its resources.
// root is the file's own syntax, before anything was included.
func (t *template) findIgnores(root *node) {
	if root == nil {
		return
	}
	t.commentIgnores(root)
	t.metadataIgnores(t.root, nil)
	t.eachResource(t.resources.pairs, 0, func(p pair) { t.metadataIgnores(p.value, &p) })
	if len(t.ignores) == 0 {
		return
	}
	var outline remarks.Outline
	own := map[graph.Range]bool{}
	t.eachResource(t.resources.pairs, 0, func(p pair) {
		at := p.whole()
		outline.Add(at, true)
		own[at] = true
	})
	for i := range t.ignores {
		ignore := &t.ignores[i]
		if at := outline.Around(ignore.Covers); !ignore.File && own[at] && at.File == ignore.Covers.File {
			ignore.Block = at
		}
	}
}

// eachResource yields the resources as they are written, those in loops once.
func (t *template) eachResource(pairs []pair, depth int, yield func(pair)) {
	for _, p := range pairs {
		switch {
		case !strings.HasPrefix(p.key.text, forEach):
			yield(p)
		case p.value.kind == sequence && len(p.value.items) == 3 && depth < maxNesting:
			t.eachResource(p.value.items[2].pairs, depth+1, yield)
		}
	}
}

// commentIgnores finds the remarks in comments. JSON has none.
func (t *template) commentIgnores(root *node) {
	text := t.legible()
	if !strings.Contains(text, remarks.Mark) {
		return
	}
	comments := t.comments(root)
	if len(comments) == 0 {
		return
	}
	var outline remarks.Outline
	outlineNode(&outline, root, map[*node]bool{})
	below := t.codeBelow()
	for _, c := range comments {
		for _, r := range remarks.Find(text[c.start:c.stop]) {
			ignore := r.Ignore(func(start, end int) graph.Range { return t.src.rng(c.start+int32(start), c.start+int32(end)) })
			switch {
			case ignore.File:
				ignore.Covers = t.src.rng(0, int32(len(text)))
			case c.alone:
				ignore.Covers = outline.Above(ignore.Range, below[ignore.Range.Start.Line])
			default:
				ignore.Covers = outline.Behind(ignore.Range)
			}
			t.ignores = append(t.ignores, ignore)
		}
	}
}

// legible is the text of the file with spaces for what could not be read of it, where nobody knows what is a comment.
func (t *template) legible() string {
	if t.blanked != "" {
		return t.blanked
	}
	return t.src.text
}

// emptyInYAML is what may stand on a line that holds nothing yet.
const emptyInYAML = " \t-\uFEFF"

// A commentAt is a comment of YAML: the rest of a line behind a number sign.
type commentAt struct {
	start, stop int32
	alone       bool // nothing stands before it on its line, or the dashes of elements alone
}

// comments finds the comments that may hold a remark. What looks like one may stand in a text.
func (t *template) comments(root *node) []commentAt {
	text := t.legible()
	var found []commentAt
	for from := 0; ; {
		i := strings.Index(text[from:], remarks.Mark)
		if i < 0 {
			break
		}
		at := from + i
		start := strings.LastIndexByte(text[:at], '\n') + 1
		end := len(text)
		if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
			end = at + n
		}
		from = end // the first number sign that can be one begins the comment, which has all of the rest
		for sign := start; sign < at; sign++ {
			n := strings.IndexByte(text[sign:at], '#')
			if n < 0 {
				break
			}
			sign += n
			if before := text[start:sign]; before == "" || strings.HasSuffix(before, " ") || strings.HasSuffix(before, "\t") || before == "\uFEFF" {
				found = append(found, commentAt{int32(sign), int32(end), strings.Trim(before, emptyInYAML) == ""})
			}
		}
	}
	if len(found) == 0 {
		return nil
	}
	// A sign that stands in a text is none, and of those on a line the first that is one counts.
	taken := make([]bool, len(found))
	t.eachText(root, map[*node]bool{}, func(start, end int32) {
		i, _ := slices.BinarySearchFunc(found, start, func(c commentAt, at int32) int { return int(c.start) - int(at) })
		for ; i < len(found) && found[i].start < end; i++ {
			taken[i] = true
		}
	})
	var out []commentAt
	for i, c := range found {
		if !taken[i] && (len(out) == 0 || out[len(out)-1].stop != c.stop) {
			out = append(out, c)
		}
	}
	return out
}

// eachText yields where the texts of a file stand.
func (t *template) eachText(n *node, seen map[*node]bool, yield func(start, end int32)) {
	if n == nil || n.file != t.src || seen[n] {
		return
	}
	seen[n] = true
	if n.kind == scalar {
		start, end := n.start, n.end()
		if n.style == blockScalar { // its first line may end in a comment
			first := strings.IndexByte(t.src.text[start:], '\n')
			if first < 0 {
				return
			}
			start += int32(first)
		}
		yield(start, end)
		return
	}
	t.eachText(n.arg, seen, yield)
	for _, p := range n.pairs {
		t.eachText(p.key, seen, yield)
		t.eachText(p.value, seen, yield)
	}
	for _, item := range n.items {
		t.eachText(item, seen, yield)
	}
}

// codeBelow gives for the line of each comment the one of the code that it stands above, with nothing but comments
// between; 0 where there is none. Lines count from 1.
func (t *template) codeBelow() []int {
	out := make([]int, len(t.src.lines)+2)
	for n := len(t.src.lines); n > 0; n-- {
		start, end := int(t.src.lines[n-1]), len(t.src.text)
		if n < len(t.src.lines) {
			end = int(t.src.lines[n])
		}
		switch line := strings.TrimLeft(t.src.text[start:end], " \t\r\n\uFEFF"); {
		case line == "":
		case strings.HasPrefix(strings.TrimLeft(line, emptyInYAML), "#"):
			out[n] = out[n+1]
		default:
			out[n] = n
		}
	}
	return out
}

// outlineNode takes up the entries and elements of a mapping or sequence, and all below.
func outlineNode(o *remarks.Outline, n *node, seen map[*node]bool) {
	if n == nil || seen[n] {
		return
	}
	seen[n] = true
	for _, p := range n.pairs {
		if p.key.file != n.file || p.key.start < n.start { // merged: it stands elsewhere
			continue
		}
		if at := p.whole(); p.value.file == n.file {
			o.Add(at, p.value.kind == scalar || p.value.flow)
		}
		outlineNode(o, p.value, seen)
	}
	for _, item := range n.items {
		if item.file == n.file && item.start >= n.start {
			o.Add(item.rng(), item.kind == scalar || item.flow)
		}
		outlineNode(o, item, seen)
	}
	outlineNode(o, n.arg, seen)
}

// The keys of an ignore in metadata.
const (
	metadataKey = "archlint"
	ignoreKey   = "ignore"
)

// metadataIgnores finds the ignores in the metadata of a resource, or of the whole template, which is no entry of anything.
func (t *template) metadataIgnores(n *node, entry *pair) {
	own := n.get("Metadata").find(metadataKey)
	if own == nil {
		return
	}
	at := graph.Range{}
	if entry != nil {
		at = entry.whole()
	}
	if own.value.kind != mapping {
		t.misread(own.rng(), "what is said to archlint here must be a mapping with the key ignore")
		return
	}
	for _, p := range own.value.pairs {
		if p.key.text != ignoreKey {
			t.misread(p.rng(), "archlint has no key "+p.key.text+" here: use ignore")
			continue
		}
		entries := p.value.items
		if p.value.kind == mapping {
			entries = []*node{p.value}
		} else if p.value.kind != sequence {
			t.misread(p.rng(), "ignore must be a list of mappings with the keys rule, reason and until")
		}
		for _, e := range entries {
			t.metadataIgnore(e, at)
		}
	}
}

func (t *template) metadataIgnore(e *node, at graph.Range) {
	if e.kind != mapping {
		t.misread(e.firstLine(), "this must be a mapping with the keys rule, reason and until")
		return
	}
	ignore := graph.Ignore{Range: e.firstLine(), Covers: at}
	if !at.Known() {
		ignore.File = true
		ignore.Covers = e.file.rng(0, int32(len(e.file.text)))
	}
	for _, p := range e.pairs {
		word := graph.Word{Text: strings.TrimSpace(p.value.literal()), Range: p.value.firstLine()}
		switch p.key.text {
		case "rule":
			ignore.Rules = append(ignore.Rules, names(p.value)...)
		case "reason":
			ignore.Reason = strings.Join(strings.Fields(word.Text), " ")
		case "until":
			ignore.Until = word
			if !p.value.isText() && p.value.kind != null {
				t.misread(p.rng(), "until must be a date such as 2027-03-31")
			}
		default:
			t.misread(p.rng(), "an ignore has no key "+p.key.text+": it has rule, reason and until")
		}
	}
	t.ignores = append(t.ignores, ignore)
}

// names are the names of rules in a text, joined by commas, or in a list of texts.
func names(n *node) (all []graph.Word) {
	for _, item := range n.items {
		all = append(all, names(item)...)
	}
	for _, name := range strings.FieldsFunc(n.literal(), func(c rune) bool { return c == ',' || c == ' ' || c == '\t' || c == '\n' }) {
		all = append(all, graph.Word{Text: name, Range: n.firstLine()})
	}
	return all
}

// misread tells of what is meant for archlint and cannot be read.
func (t *template) misread(at graph.Range, message string) {
	t.diagnostics = append(t.diagnostics, graph.Diagnostic{Severity: graph.Warning, Range: at, Message: message})
}

// takeIgnores takes up the remarks of a template that the unit is made of, once.
func (u *unit) takeIgnores(t *template) {
	if u.remarked[t] {
		return
	}
	if u.remarked == nil {
		u.remarked = map[*template]bool{}
	}
	u.remarked[t] = true
	unsure := ""
	switch name := t.src.name; {
	case !u.project.known[name]:
		unsure = graph.Elsewhere
	case len(t.gaps) > 0:
		unsure = "not all of " + name + " is seen"
	case u.project.shared[name]:
		unsure = "others that are not linted this time use " + name
	}
	for _, ignore := range t.ignores {
		ignore.Unsure = unsure
		u.ignores = append(u.ignores, ignore)
	}
}
