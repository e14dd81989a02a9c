package terraform

import (
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/fence"
	"github.com/archlint/archlint/parsers/graph"
)

// A dir is the syntax of one module directory. It does not change once it is read, and every instance of the module
// in every unit shares it.
type dir struct {
	path      string
	summary   bool // of a published module: what it does not say is not known
	variables map[string]*variable
	locals    map[string]*hclsyntax.Attribute
	outputs   map[string]*hclsyntax.Block
	calls     map[string]*hclsyntax.Block
	providers map[string]*hclsyntax.Block // "aws", "aws.west"
	resources map[string]*hclsyntax.Block // "aws_subnet.a", "data.aws_ami.x"
	order     []string                    // keys of resources, sorted
	callOrder []string                    // keys of calls, sorted
	moves     []move
	size      int                        // bytes of source
	reads     func() map[string][]string // the outputs of each module call that are read

	unread      []graph.Gap // files that could not be read in full
	ignores     []graph.Ignore
	diagnostics []graph.Diagnostic
	lines       map[string]*lines        // of JSON files, whose templates count lines in their own way
	damaged     map[*hclsyntax.Body]bool // bodies of which not everything could be read
}

// A variable is a declared input of a module.
type variable struct {
	block    *hclsyntax.Block
	typ      cty.Type             // the constraint
	optional *typeexpr.Defaults   // of optional attributes; may be nil
	typed    bool                 // a type was written
	fallback *hclsyntax.Attribute // the default; may be nil
	nullable bool
}

// readDir reads the Terraform files of a directory, or gives nil where there are none. What has been read of it need not be
// read again; it may be nil.
func readDir(name string, within *fence.Fence, have *texts) (*dir, error) {
	if !within.Encloses(name) {
		return nil, fence.ErrOutside
	}
	if have == nil {
		entries, err := os.ReadDir(filepath.FromSlash(name))
		if err != nil {
			return nil, err
		}
		have = &texts{}
		for _, e := range entries {
			if !e.IsDir() && isConfig(e.Name()) {
				have.names = append(have.names, e.Name())
			}
		}
	}
	names := withoutReplaced(have.names)
	if len(names) == 0 {
		return nil, nil
	}
	files := make([]*file, len(names))
	each(len(names), func(i int) {
		at := path.Join(name, names[i])
		if src, ok := have.content[names[i]]; ok {
			files[i] = parseFile(at, src)
		} else {
			files[i] = readFile(at, within)
		}
	})
	return newDir(name, files), nil
}

// newDir makes the syntax of a directory from its files.
func newDir(name string, files []*file) *dir {
	d := &dir{path: name, variables: map[string]*variable{}, locals: map[string]*hclsyntax.Attribute{}, outputs: map[string]*hclsyntax.Block{},
		calls: map[string]*hclsyntax.Block{}, providers: map[string]*hclsyntax.Block{}, resources: map[string]*hclsyntax.Block{}, lines: map[string]*lines{}, damaged: map[*hclsyntax.Body]bool{}}
	for _, f := range files {
		d.diagnostics = append(d.diagnostics, f.diagnostics...)
		d.size += f.size
		if f.gap != nil {
			d.unread = append(d.unread, *f.gap)
		}
		d.ignores = append(d.ignores, f.ignores...)
		if f.lines != nil {
			d.lines[f.name] = f.lines
		}
		maps.Copy(d.damaged, f.damaged)
		if f.body != nil && !isOverride(path.Base(f.name)) {
			d.declareAll(f.body)
		}
	}
	for _, f := range files { // override files come after all others, in order of name
		if f.body != nil && isOverride(path.Base(f.name)) {
			d.overrideAll(f.body)
		}
	}
	for key := range d.resources {
		d.order = append(d.order, key)
	}
	slices.Sort(d.order)
	for key := range d.calls {
		d.callOrder = append(d.callOrder, key)
	}
	slices.Sort(d.callOrder)
	for _, v := range d.variables {
		d.resolve(v)
	}
	d.reads = sync.OnceValue(d.outputsRead)
	return d
}

// each calls f for 0 … n-1, on all cores where it is worth while.
func each(n int, f func(int)) {
	const few = 8
	if n < few {
		for i := range n {
			f(i)
		}
		return
	}
	var wait sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := range next {
				f(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wait.Wait()
}

// isConfig tells whether the name is that of a configuration file. Editors' and backup files are not.
func isConfig(name string) bool {
	if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "#") || strings.HasSuffix(name, "~") {
		return false
	}
	return slices.ContainsFunc([]string{".tf", ".tf.json", ".tofu", ".tofu.json"}, func(ext string) bool { return strings.HasSuffix(name, ext) })
}

// withoutReplaced drops the .tf files that have a .tofu twin, as OpenTofu does. The order stays.
func withoutReplaced(names []string) []string {
	twins := map[string]bool{} // the names that they replace
	for _, n := range names {
		if s, ok := strings.CutSuffix(n, ".tofu"); ok {
			twins[s+".tf"] = true
		} else if s, ok := strings.CutSuffix(n, ".tofu.json"); ok {
			twins[s+".tf.json"] = true
		}
	}
	return slices.DeleteFunc(names, func(n string) bool { return twins[n] })
}

func isOverride(name string) bool {
	base, _, _ := strings.Cut(name, ".tf")
	base, _, _ = strings.Cut(base, ".tofu")
	return base == "override" || strings.HasSuffix(base, "_override")
}

// declareAll takes up the blocks of a file.
func (d *dir) declareAll(body *hclsyntax.Body) {
	for _, b := range body.Blocks {
		d.declare(b)
	}
}

// declare takes up one top-level block. Of two declarations of one thing the first stays.
func (d *dir) declare(b *hclsyntax.Block) {
	switch l := b.Labels; {
	case b.Type == "variable" && len(l) == 1:
		if have := d.variables[l[0]]; have != nil {
			d.duplicate(b, have.block)
			return
		}
		d.variables[l[0]] = &variable{block: b}
	case b.Type == "locals":
		for n, a := range b.Body.Attributes {
			if d.locals[n] == nil {
				d.locals[n] = a
			}
		}
	case b.Type == "moved":
		if m, ok := moveOf(b); ok {
			d.moves = append(d.moves, m)
		}
	default:
		if all, key := d.table(b); all != nil {
			if have := all[key]; have != nil {
				d.duplicate(b, have)
				return
			}
			all[key] = b
		}
	}
}

// table gives the table that a block belongs to and its key there; nil for blocks that make no resource.
func (d *dir) table(b *hclsyntax.Block) (map[string]*hclsyntax.Block, string) {
	switch l := b.Labels; {
	case b.Type == "output" && len(l) == 1:
		return d.outputs, l[0]
	case b.Type == "module" && len(l) == 1:
		return d.calls, l[0]
	case b.Type == "resource" && len(l) == 2:
		return d.resources, l[0] + "." + l[1]
	case b.Type == "data" && len(l) == 2:
		return d.resources, "data." + l[0] + "." + l[1]
	case b.Type == "provider" && len(l) == 1:
		if a := b.Body.Attributes["alias"]; a != nil {
			if alias := constant(a.Expr); alias != "" {
				return d.providers, l[0] + "." + alias
			}
		}
		return d.providers, l[0]
	}
	return nil, ""
}

func (d *dir) duplicate(b, have *hclsyntax.Block) {
	d.diagnostics = append(d.diagnostics, graph.Diagnostic{Severity: graph.Error, Range: place(b.DefRange(), nil),
		Message: title(b) + " is declared twice; the first, in " + path.Base(have.TypeRange.Filename) + ", is used: remove one"})
}

// title names a block as it is written: resource "aws_subnet" "a".
func title(b *hclsyntax.Block) string {
	var s strings.Builder
	s.WriteString(b.Type)
	for _, l := range b.Labels {
		s.WriteString(` "` + l + `"`)
	}
	return s.String()
}

// constant gives the text of a literal string, else "".
func constant(e hclsyntax.Expression) string {
	for {
		p, ok := e.(*hclsyntax.ParenthesesExpr)
		if !ok {
			break
		}
		e = p.Expression
	}
	switch e := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		if e.Val.Type() == cty.String && e.Val.IsKnown() && !e.Val.IsNull() {
			return e.Val.AsString()
		}
	case *hclsyntax.TemplateExpr:
		if len(e.Parts) == 1 {
			return constant(e.Parts[0])
		}
	}
	return ""
}

// flag gives the value of a literal bool, else the fallback.
func flag(a *hclsyntax.Attribute, fallback bool) bool {
	if a == nil {
		return fallback
	}
	if l, ok := a.Expr.(*hclsyntax.LiteralValueExpr); ok && l.Val.Type() == cty.Bool && !l.Val.IsNull() {
		return l.Val.True()
	}
	switch constant(a.Expr) {
	case "true":
		return true
	case "false":
		return false
	}
	return fallback
}

// place turns a range of hcl into one of the graph. With the lines of the file it counts by them.
func place(r hcl.Range, known map[string]*lines) graph.Range {
	out := graph.Range{File: r.Filename, Start: graph.Pos{Line: r.Start.Line, Byte: r.Start.Byte}, End: graph.Pos{Line: r.End.Line, Byte: r.End.Byte}}
	if out.End.Byte < out.Start.Byte { // what the parser could not finish has no end
		out.End = out.Start
	}
	if l := known[r.Filename]; l != nil {
		out.Start, out.End = l.pos(out.Start.Byte), l.pos(out.End.Byte)
	}
	return out
}

// lines are the lines of a file.
type lines struct {
	starts []int // offsets
	size   int
}

func linesOf(src []byte) *lines {
	l := &lines{starts: []int{0}, size: len(src)}
	for i, c := range src {
		if c == '\n' {
			l.starts = append(l.starts, i+1)
		}
	}
	return l
}

// pos is the place of a byte, or the end of the file for one beyond it.
func (l *lines) pos(at int) graph.Pos {
	at = min(at, l.size)
	i, found := slices.BinarySearch(l.starts, at)
	if found {
		i++
	}
	return graph.Pos{Line: i, Byte: at}
}
