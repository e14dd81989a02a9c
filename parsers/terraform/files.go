package terraform

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/disk"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform/functions"
	"github.com/archlint/archlint/parsers/weight"
)

// maxData is the size in bytes beyond which a file that the configuration reads is not read.
const maxData = 4 << 20

// lookSteps is what it takes to look for a file or into a directory, in steps: the system is asked several times.
const lookSteps = 64

// A textFile is a file that the configuration reads.
type textFile struct {
	text     string
	missing  bool
	refused  string               // why it was not read, "" if it was
	template hclsyntax.Expression // parsed at the first ask
	parsed   bool
}

// read gives the content of a file that an expression names, from the root module's directory if the name is
// relative. Of what cannot be read it diagnoses why.
func (u *unit) read(name string, at hcl.Range) (*textFile, bool) {
	f := u.file(name)
	switch {
	case f.missing:
		u.diagnose(graph.Warning, at, "the file "+name+" does not exist: what is made of it is not known")
	case f.refused != "":
		u.diagnose(graph.Warning, at, "the file "+name+" is not read: "+f.refused)
	default:
		return f, true
	}
	return nil, false
}

// resolve gives the place of a file or directory that an expression names.
func (u *unit) resolve(name string) string {
	where := filepath.ToSlash(filepath.Clean(name))
	if !path.IsAbs(where) && !filepath.IsAbs(name) {
		where = path.Join(u.root, where)
	}
	return where
}

// file gives a file, read once.
func (u *unit) file(name string) *textFile {
	where := u.resolve(name)
	f := u.files[where]
	if f == nil {
		u.steps += lookSteps
		f = u.open(where)
		u.files[where] = f
	}
	return f
}

// open reads a file if it stands in the tree that is looked at.
func (u *unit) open(where string) *textFile {
	if len(where) > disk.MaxPath {
		return &textFile{refused: fmt.Sprintf("its path is longer than %d bytes", disk.MaxPath)}
	}
	if !u.inside(where) {
		return &textFile{refused: "it stands outside of the directories that are linted"}
	}
	content, err := u.within.Read(where, maxData)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &textFile{missing: true}
	case err != nil:
		return &textFile{refused: err.Error()}
	}
	return &textFile{text: string(content)}
}

// inside tells whether a file, and what it links to, stands below a directory that may be read.
func (u *unit) inside(where string) bool {
	dir, ok := u.allowedAbove(where)
	if !ok {
		return false
	}
	real, err := realPath(where)
	if err != nil {
		return true // it does not exist
	}
	home, err := realPath(dir)
	if err != nil {
		return false
	}
	if below(home, real) {
		return true
	}
	homes := u.homes()
	_, ok = above(real, func(dir string) bool { return homes[dir] })
	return ok
}

// allowedAbove gives the nearest directory above a cleaned path, or the path itself, that may be read.
func (u *unit) allowedAbove(where string) (dir string, ok bool) {
	return above(where, func(dir string) bool { return u.allowed[dir] || u.scanned[dir] })
}

// above gives the nearest directory above a cleaned path, or the path itself, that is sought.
func above(where string, sought func(dir string) bool) (dir string, ok bool) {
	for dir = where; !sought(dir); dir = path.Dir(dir) {
		if base := path.Base(dir); base == ".." || base == "." || base == "/" || dir == path.Dir(dir) {
			return "", false
		}
	}
	return dir, true
}

// homes are the directories below which files may be read, without links. There may be thousands, and as many links to
// judge: each directory is looked up once.
func (u *unit) homes() map[string]bool {
	if u.behind == nil {
		u.behind, u.lookedUp = map[string]bool{}, map[string]bool{}
	}
	for _, dirs := range []map[string]bool{u.allowed, u.scanned} {
		for dir := range dirs {
			if u.lookedUp[dir] {
				continue
			}
			u.lookedUp[dir] = true
			u.steps += lookSteps
			if home, err := realPath(dir); err == nil {
				u.behind[home] = true
			}
		}
	}
	return u.behind
}

func realPath(name string) (string, error) {
	real, err := filepath.EvalSymlinks(filepath.FromSlash(name))
	return filepath.ToSlash(real), err
}

// below tells whether a cleaned path stands in a cleaned directory, both relative or both absolute.
func below(dir, where string) bool {
	_, in := disk.Below(dir, where)
	return in
}

// A reader is a function of Terraform that reads files or renders templates.
type reader func(s scope, e *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value

var readers map[string]reader

func init() {
	readers = map[string]reader{"templatefile": templateFile, "templatestring": templateString, "fileexists": fileExists, "fileset": fileSet}
	for _, name := range []string{"file", "filebase64", "filemd5", "filesha1", "filesha256", "filesha512", "filebase64sha256", "filebase64sha512"} {
		readers[name] = contentOf(name)
	}
}

// fileName gives the name of the file that the first argument is; ok is false where it is not known, and v is then
// the value of the call.
func (s scope) fileName(args []cty.Value, t cty.Type) (name string, marks cty.ValueMarks, v cty.Value, ok bool) {
	if len(args) == 0 {
		return "", nil, s.m.u.fail(), false
	}
	plain, marks := args[0].Unmark()
	c, err := convertTo(plain, cty.String)
	marks = graph.WithoutPartial(marks)
	switch {
	case err != nil || c.IsNull():
		return "", nil, s.m.u.fail(args...), false
	case !c.IsKnown():
		return "", nil, cty.UnknownVal(t).RefineNotNull().WithMarks(marks), false
	}
	return c.AsString(), marks, cty.NilVal, true
}

// unread is the text of a file that cannot be read: Terraform fails there.
func (s scope) unread(marks cty.ValueMarks) cty.Value {
	s.m.u.transients++
	return cty.UnknownVal(cty.String).RefineNotNull().WithMarks(marks).Mark(fault{})
}

func fileExists(s scope, _ *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	name, marks, v, ok := s.fileName(args, cty.Bool)
	if !ok {
		return v
	}
	f := s.m.u.file(name)
	if f.refused != "" {
		return cty.UnknownVal(cty.Bool).WithMarks(marks)
	}
	return cty.BoolVal(!f.missing).WithMarks(marks)
}

// contentOf is a function that makes a text of a file's content.
func contentOf(function string) reader {
	return func(s scope, e *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
		name, marks, v, ok := s.fileName(args, cty.String)
		if !ok {
			return v
		}
		f, ok := s.m.u.read(name, e.Range())
		if !ok || !s.m.u.spend(len(f.text)/textStep, e.Range()) {
			return s.unread(marks)
		}
		out, _, err := functions.File(function, []byte(f.text))
		if err != nil {
			return s.unread(marks)
		}
		return out.WithMarks(marks)
	}
}

func templateFile(s scope, e *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	name, marks, v, ok := s.fileName(args, cty.String)
	if !ok {
		return v
	}
	if len(args) != 2 || s.sealed {
		return s.m.u.fail(args...)
	}
	f, ok := s.m.u.read(name, e.Range())
	if !ok || !utf8.ValidString(f.text) {
		return s.unread(marks)
	}
	return s.renderFile(f, name, args[1], e.Range()).WithMarks(marks)
}

func templateString(s scope, e *hclsyntax.FunctionCallExpr, args []cty.Value) cty.Value {
	if len(args) != 2 || s.sealed {
		return s.m.u.fail(args...)
	}
	return s.render(args[0], args[1], e.Range())
}

func (s scope) renderFile(f *textFile, name string, vars cty.Value, at hcl.Range) cty.Value {
	if !f.parsed {
		f.parsed = true
		f.template = s.parseTemplate(f.text, name, at)
	}
	return s.renderTemplate(f.template, vars)
}

// render renders a text as a template.
func (s scope) render(text, vars cty.Value, at hcl.Range) cty.Value {
	plain, marks := text.Unmark()
	c, err := convertTo(plain, cty.String)
	switch {
	case err != nil || c.IsNull():
		return s.m.u.fail(text)
	case !c.IsKnown():
		return cty.UnknownVal(cty.String).WithMarks(marks)
	}
	e := s.parseTemplate(c.AsString(), at.Filename, at)
	return s.renderTemplate(e, vars).WithMarks(marks)
}

// parseTemplate parses a text as a template, or gives nil and a diagnostic.
func (s scope) parseTemplate(text, name string, at hcl.Range) hclsyntax.Expression {
	u := s.m.u
	if !u.spend(len(text)/16, at) {
		return nil
	}
	if nestsTooDeeply([]byte(text), templateText) {
		u.diagnose(graph.Warning, at, "the template "+name+" has brackets nested deeper than 1,000 and is not read")
		return nil
	}
	if weight.TooHeavy(text) || tooManyPieces([]byte(text), templateText) {
		u.diagnose(graph.Warning, at, "the template "+name+" has more than 10,000 lines, or dollar and percent signs, in a row and is not read")
		return nil
	}
	e, diags := hclsyntax.ParseTemplate([]byte(text), name, hcl.InitialPos)
	if diags.HasErrors() {
		u.diagnose(graph.Warning, at, "the template "+name+" is not valid: "+diags[0].Summary)
		return nil
	}
	return e
}

// renderTemplate evaluates a template with variables of its own and no others.
func (s scope) renderTemplate(e hclsyntax.Expression, vars cty.Value) cty.Value {
	u := s.m.u
	plain, marks := vars.Unmark()
	marks = graph.WithoutPartial(without(marks, isUnsettled))
	if e == nil {
		return s.unread(marks)
	}
	inner := scope{m: s.m, sealed: true}
	switch {
	case plain.IsNull():
	case !plain.IsKnown():
		return cty.UnknownVal(cty.String).WithMarks(marks)
	case !isMapping(plain.Type()):
		return u.fail(vars)
	default:
		_, own := wholes(marks)
		for _, v := range elements(plain) {
			inner = inner.bind(v.key.AsString(), v.value.WithMarks(own))
		}
	}
	since := u.transients
	v := inner.eval(e)
	if u.failed(since, v) {
		return s.unread(traces(v))
	}
	return u.text([]cty.Value{v})
}
