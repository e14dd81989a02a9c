package boot

import (
	"errors"
	"path"
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/archlint/archlint/parsers/graph"
)

// The bounds of what is read. AWS takes 16 KB of user data; files that cfn-init writes may be longer.
const (
	maxText     = 1 << 18 // bytes of one script
	maxFiles    = 1 << 20 // bytes of files that scripts write and may run
	maxCommands = 20_000
	maxWork     = 1 << 24 // bytes of scripts that are parsed and of words that are put together
	maxValue    = 1 << 14 // bytes of a variable
	maxNesting  = 6       // scripts that run scripts
	maxDepth    = 500     // brackets within brackets: the parser goes as deep
	maxRestarts = 8       // after lines that are no shell
	maxItems    = 64      // of a loop over a list of words
)

// A function is one that a script declares, with the text that it stands in.
type function struct {
	body *syntax.Stmt
	text string
}

// A reader gathers the steps of all texts that run on one instance.
type reader struct {
	out      Reading
	vars     map[string]string // those that are known
	funcs    map[string]function
	files    map[string]string // by path: the texts that were written so far
	fileSize int
	fstab    map[string]bool // the paths that lines for fstab name
	commands int
	work     int
	calling  []string // functions and files that are being run

	init   Source
	origin int // of what is being read

	text    string // that is being read
	printed string // by the command before in a pipeline, where that is known
	nesting int
	perhaps int  // how many branches that may not be taken are around
	ended   bool // exit was met
}

func newReader() *reader {
	return &reader{vars: map[string]string{}, funcs: map[string]function{}, files: map[string]string{}, fstab: map[string]bool{}}
}

func (r *reader) result() Reading {
	for i := range r.out.Steps {
		r.out.Steps[i].Name = plain(r.out.Steps[i].Name)
		r.out.Steps[i].Source = plain(r.out.Steps[i].Source)
	}
	return r.out
}

// certain is what a step that is met now is: True unless it stands in a branch.
func (r *reader) certain() graph.Tri {
	if r.perhaps > 0 {
		return graph.Unknown
	}
	return graph.True
}

func (r *reader) add(s Step) {
	s.Certain, s.Origin = r.certain(), r.origin
	r.out.Steps = append(r.out.Steps, s)
}

// unread notes why there may be more steps.
func (r *reader) unread(why string) {
	if why = plain(why); !slices.Contains(r.out.Unread, why) {
		r.out.Unread = append(r.out.Unread, why)
	}
}

// maybe runs something whose steps may not be taken.
func (r *reader) maybe(run func()) {
	r.perhaps++
	run()
	r.perhaps--
}

// shell reads a shell script. What cannot be parsed is left out, up to the next line that can.
func (r *reader) shell(text string) {
	switch {
	case r.nesting >= maxNesting, len(text) > maxText, deeperThan(text, maxDepth), r.spent(len(text)):
		r.unread("a script that is too long or too deep")
		return
	}
	outer, ended := r.text, r.ended
	r.nesting++
	r.ended = false
	defer func() { r.text, r.nesting, r.ended = outer, r.nesting-1, ended }()
	text = strings.ReplaceAll(text, "\r\n", "\n")
	for range maxRestarts {
		r.text = text
		err := syntax.NewParser(syntax.Variant(syntax.LangBash)).Stmts(strings.NewReader(text), func(s *syntax.Stmt) bool {
			r.stmt(s)
			return !r.ended && r.commands < maxCommands
		})
		if err == nil {
			return
		}
		r.unread("a line that is no shell")
		var at syntax.ParseError
		if !errors.As(err, &at) {
			return
		}
		lines := strings.SplitAfter(text, "\n")
		line := int(at.Pos.Line())
		if line < 1 || line >= len(lines) {
			return
		}
		text = strings.Join(lines[line:], "")
	}
}

// spent takes note of work, and tells whether there was too much.
func (r *reader) spent(bytes int) bool {
	r.work += bytes
	return r.work > maxWork
}

// deeperThan tells whether brackets and back quotes stand within each other more than n times, roughly.
func deeperThan(text string, n int) bool {
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '(', '{', '[', '`':
			depth++
		case ')', '}', ']', '\n':
			depth = max(depth-1, 0)
		}
		if depth > n {
			return true
		}
	}
	return false
}

func (r *reader) stmts(all []*syntax.Stmt) {
	for _, s := range all {
		if r.ended {
			return
		}
		r.stmt(s)
	}
}

func (r *reader) stmt(s *syntax.Stmt) {
	if s == nil {
		return
	}
	if r.commands++; r.commands > maxCommands || r.spent(0) {
		r.unread("a script that is too long or too deep")
		return
	}
	switch c := s.Cmd.(type) {
	case *syntax.CallExpr:
		r.call(c, s.Redirs, nil)
	case *syntax.BinaryCmd:
		r.binary(c)
	case *syntax.IfClause:
		r.branch(c)
	case *syntax.WhileClause:
		r.stmts(c.Cond)
		if always(c) {
			r.stmts(c.Do)
			return
		}
		r.maybe(func() { r.stmts(c.Do) })
	case *syntax.ForClause:
		r.loop(c)
	case *syntax.CaseClause:
		for _, item := range c.Items {
			r.maybe(func() { r.stmts(item.Stmts) })
		}
	case *syntax.Block:
		r.stmts(c.Stmts)
	case *syntax.Subshell:
		ended := r.ended
		r.stmts(c.Stmts)
		r.ended = ended
	case *syntax.FuncDecl:
		r.funcs[c.Name.Value] = function{c.Body, r.text}
	case *syntax.DeclClause:
		for _, a := range c.Args {
			r.assign(a)
		}
	case *syntax.TimeClause:
		r.stmt(c.Stmt)
	case *syntax.CoprocClause:
		r.stmt(c.Stmt)
	}
}

// always tells an endless loop, which is left from within.
func always(c *syntax.WhileClause) bool {
	if len(c.Cond) != 1 || c.Until {
		return false
	}
	call, ok := c.Cond[0].Cmd.(*syntax.CallExpr)
	return ok && len(call.Args) == 1 && (call.Args[0].Lit() == "true" || call.Args[0].Lit() == ":")
}

func (r *reader) branch(c *syntax.IfClause) {
	for ; c != nil; c = c.Else {
		r.stmts(c.Cond)
		r.maybe(func() { r.branchOf(c.Then) })
	}
}

// branchOf reads a branch; an exit there ends no more than the branch, as far as anybody knows.
func (r *reader) branchOf(stmts []*syntax.Stmt) {
	ended := r.ended
	r.stmts(stmts)
	r.ended = ended
}

func (r *reader) loop(c *syntax.ForClause) {
	over, ok := c.Loop.(*syntax.WordIter)
	if !ok {
		r.maybe(func() { r.stmts(c.Do) })
		return
	}
	items := r.words(over.Items)
	if len(items) > maxItems || len(items) == 0 || slices.ContainsFunc(items, func(i string) bool { return strings.ContainsAny(i, "*?$`\x1f"+graph.Hole) }) {
		delete(r.vars, over.Name.Value)
		r.maybe(func() { r.stmts(c.Do) })
		return
	}
	for _, item := range items {
		if r.ended || r.commands > maxCommands {
			return
		}
		r.vars[over.Name.Value] = item
		r.stmts(c.Do)
	}
}

// binary reads a && b, a || b and a | b. What follows a question, or a failure, may not run.
func (r *reader) binary(c *syntax.BinaryCmd) {
	switch c.Op {
	case syntax.AndStmt:
		r.stmt(c.X)
		if asks(c.X) {
			r.maybe(func() { r.branchOf([]*syntax.Stmt{c.Y}) })
			return
		}
		r.stmt(c.Y)
	case syntax.OrStmt:
		r.stmt(c.X)
		r.maybe(func() { r.branchOf([]*syntax.Stmt{c.Y}) })
	default:
		r.pipe(c)
	}
}

// pipe reads a pipeline from its first command on; each is told what the one before prints, in words.
func (r *reader) pipe(c *syntax.BinaryCmd) {
	var all []*syntax.Stmt
	var flatten func(s *syntax.Stmt)
	flatten = func(s *syntax.Stmt) {
		if b, ok := s.Cmd.(*syntax.BinaryCmd); ok && (b.Op == syntax.Pipe || b.Op == syntax.PipeAll) {
			flatten(b.X)
			flatten(b.Y)
			return
		}
		all = append(all, s)
	}
	flatten(c.X)
	flatten(c.Y)
	var before []string
	r.printed = ""
	for _, s := range all {
		call, ok := s.Cmd.(*syntax.CallExpr)
		if !ok {
			r.stmt(s)
			before = nil
			continue
		}
		if before == nil {
			before = []string{}
		}
		words := r.call(call, s.Redirs, before)
		if len(before) == 0 || len(words) > 0 && !passes[words[0]] {
			before = words
		}
	}
}

// passes are programs that print what they read, perhaps in another form.
var passes = map[string]bool{"tee": true, "gunzip": true, "gzip": true, "zcat": true, "bzip2": true, "xz": true, "sed": true, "cat": true, "tr": true, "pv": true, "base64": true, "envsubst": true, "grep": true}

// questions are programs that are run for their answer.
var questions = map[string]bool{
	"[": true, "test": true, "command": true, "which": true, "type": true, "hash": true, "grep": true, "egrep": true, "fgrep": true, "rpm": true, "dpkg": true,
	"dpkg-query": true, "mountpoint": true, "blkid": true, "file": true, "id": true, "ls": true, "pgrep": true, "stat": true, "lsblk": true, "getent": true, "false": true,
	"findmnt": true, "ping": true, "nc": true, "diff": true, "cmp": true,
}

// asks tells whether a statement is a question whose answer decides what follows.
func asks(s *syntax.Stmt) bool {
	switch c := s.Cmd.(type) {
	case *syntax.TestClause, *syntax.ArithmCmd:
		return true
	case *syntax.CallExpr:
		if s.Negated {
			return true
		}
		for _, w := range c.Args {
			if w.Lit() != "sudo" {
				return questions[w.Lit()]
			}
		}
	case *syntax.BinaryCmd:
		return asks(c.Y)
	}
	return false
}

// assign takes up NAME=value. In a branch it may not be made: another value than the one so far is then not known.
func (r *reader) assign(a *syntax.Assign) {
	if a.Name == nil || a.Naked {
		return
	}
	name := a.Name.Value
	value := ""
	switch {
	case a.Array != nil:
		var items []string
		for _, e := range a.Array.Elems {
			if e.Value != nil {
				items = append(items, r.words([]*syntax.Word{e.Value})...)
			}
		}
		value = strings.Join(items, " ")
	case a.Value != nil:
		value = r.word(a.Value)
	}
	if a.Append {
		value = r.vars[name] + value
		if a.Array != nil && r.vars[name] != "" {
			value = r.vars[name] + " " + value[len(r.vars[name]):]
		}
	}
	if len(value) > maxValue {
		delete(r.vars, name)
		return
	}
	if old, known := r.vars[name]; known && r.perhaps > 0 && old != value {
		delete(r.vars, name)
		return
	}
	r.vars[name] = value
}

const (
	withinWord   = '\x1f' // stands for white space that does not end a word
	betweenWords = '\x00' // stands where an expansion is split into words
)

// plain is a word as people write it.
func plain(s string) string {
	return strings.Map(func(c rune) rune {
		if c == withinWord || c == betweenWords {
			return ' '
		}
		return c
	}, s)
}

// words gives the words of a command, expansions split as a shell does.
func (r *reader) words(all []*syntax.Word) []string {
	var out []string
	for _, w := range all {
		text := r.expand(w.Parts, false)
		if strings.ContainsRune(text, betweenWords) {
			out = append(out, strings.FieldsFunc(text, func(c rune) bool { return c == betweenWords })...)
			continue
		}
		out = append(out, text)
	}
	return out
}

// word gives a word as one, whatever white space is in it.
func (r *reader) word(w *syntax.Word) string {
	return strings.ReplaceAll(r.expand(w.Parts, false), string(betweenWords), " ")
}

// expand puts known variables into the parts of a word and leaves what is not known as it is written.
func (r *reader) expand(parts []syntax.WordPart, quoted bool) string {
	var b strings.Builder
	for _, p := range parts {
		if b.Len() > maxText || r.spent(0) {
			break
		}
		switch p := p.(type) {
		case *syntax.Lit:
			b.WriteString(unescape(p.Value, quoted))
		case *syntax.SglQuoted:
			b.WriteString(p.Value)
		case *syntax.DblQuoted:
			b.WriteString(r.expand(p.Parts, true))
		case *syntax.ParamExp:
			b.WriteString(r.parameter(p, quoted))
		case *syntax.CmdSubst:
			r.stmts(p.Stmts)
			b.WriteString(r.written(p))
		case *syntax.ProcSubst:
			r.stmts(p.Stmts)
			b.WriteString(r.written(p))
		default:
			b.WriteString(r.written(p))
		}
	}
	r.work += b.Len()
	return b.String()
}

// parameter is the value of a variable, or how it is written where that is not known.
func (r *reader) parameter(p *syntax.ParamExp, quoted bool) string {
	if p.Param == nil || p.Length || p.Excl || p.Width || p.Slice != nil || p.Repl != nil {
		return r.written(p)
	}
	value, known := r.vars[p.Param.Value]
	if p.Exp != nil {
		switch p.Exp.Op {
		case syntax.DefaultUnset, syntax.DefaultUnsetOrNull, syntax.AssignUnset, syntax.AssignUnsetOrNull:
			if !known && p.Exp.Word != nil {
				value, known = r.word(p.Exp.Word), true
			}
		default:
			return r.written(p)
		}
	}
	if !known {
		return r.written(p)
	}
	if quoted && p.Index == nil {
		return value
	}
	return strings.Map(func(c rune) rune {
		if c == ' ' || c == '\t' || c == '\n' {
			return betweenWords
		}
		return c
	}, value)
}

// written is the text of a part of a word, which stays one word.
func (r *reader) written(n syntax.Node) string {
	from, to := int(n.Pos().Offset()), int(n.End().Offset())
	if from < 0 || to > len(r.text) || from >= to {
		return graph.Hole
	}
	return strings.Map(func(c rune) rune {
		if c == ' ' || c == '\t' || c == '\n' {
			return withinWord
		}
		return c
	}, r.text[from:to])
}

// unescape removes the backslashes that quote.
func unescape(s string, quoted bool) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			next := s[i+1]
			if next == '\n' {
				i++
				continue
			}
			if !quoted || strings.IndexByte("\"\\$`", next) >= 0 {
				i++
				b.WriteByte(next)
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// A redirection is what a command reads and writes besides its words.
type redirection struct {
	input  string // the text of a here-document or here-string
	from   string // the file it reads
	to     string // the file it writes
	append bool
	hasIn  bool // input is given
}

func (r *reader) redirection(all []*syntax.Redirect) redirection {
	var out redirection
	for _, d := range all {
		switch d.Op {
		case syntax.Hdoc, syntax.DashHdoc:
			if d.Hdoc != nil {
				out.input, out.hasIn = r.document(d), true
			}
		case syntax.WordHdoc:
			out.input, out.hasIn = r.word(d.Word), true
		case syntax.RdrIn:
			out.from = r.word(d.Word)
		case syntax.RdrOut, syntax.AppOut, syntax.ClbOut, syntax.RdrAll, syntax.AppAll:
			if d.N == nil || d.N.Value == "1" {
				out.to, out.append = r.word(d.Word), d.Op == syntax.AppOut || d.Op == syntax.AppAll
			}
		}
	}
	return out
}

// document is the text of a here-document: as it stands where its delimiter is quoted, else with variables put in.
func (r *reader) document(d *syntax.Redirect) string {
	quoted := false
	for _, p := range d.Word.Parts {
		lit, ok := p.(*syntax.Lit)
		quoted = quoted || !ok || strings.Contains(lit.Value, `\`)
	}
	if !quoted {
		return plain(r.expand(d.Hdoc.Parts, true))
	}
	var b strings.Builder
	for _, p := range d.Hdoc.Parts {
		if lit, ok := p.(*syntax.Lit); ok {
			b.WriteString(lit.Value)
			continue
		}
		b.WriteString(plain(r.written(p)))
	}
	return b.String()
}

// write keeps what is written to a file, which may be run later.
func (r *reader) write(name, text string, more bool) {
	name = path.Clean(plain(name))
	if r.fileSize += len(text); r.fileSize > maxFiles {
		r.unread("files that are too long")
		return
	}
	if name == "/etc/exports" || strings.HasPrefix(name, "/etc/exports.d/") {
		r.add(Step{Verb: Export, Name: name})
	}
	if strings.HasSuffix(name, "fstab") {
		r.fstabLines(text)
	}
	if more {
		text = r.files[name] + text
	}
	r.files[name] = text
	r.work += len(text)
}

// file finds a file that was written, by its path, or by its name alone where one of the two is relative.
func (r *reader) file(name string) (text string, ok bool) {
	name = path.Clean(plain(name))
	if text, ok = r.files[name]; ok {
		return text, true
	}
	base := path.Base(name)
	if text, ok = r.files[base]; ok {
		return text, true
	}
	if !path.IsAbs(name) {
		found := 0
		for other, t := range r.files {
			if path.Base(other) == base {
				text, found = t, found+1
			}
		}
		return text, found == 1
	}
	return "", false
}

// run reads a file that is executed; ok is false where it is not in sight.
func (r *reader) run(name string) (ok bool) {
	text, ok := r.file(name)
	if !ok {
		return false
	}
	if slices.Contains(r.calling, name) {
		return true
	}
	r.calling = append(r.calling, name)
	r.program(text)
	r.calling = r.calling[:len(r.calling)-1]
	return true
}

// program reads a script by its first line: shell, or a language that is not read.
func (r *reader) program(text string) {
	if lang := interpreter(text); lang != "" && !shells[lang] {
		r.unread("a script in " + lang)
		return
	}
	r.shell(text)
}
