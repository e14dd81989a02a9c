package terraform

import (
	"maps"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/terraform/summaries"
)

// readSummary reads a directory of a summary, or gives nil where there is none. Most of its files belong to other
// versions of the module as well, and those are parsed once.
func (p *Project) readSummary(name string) *dir {
	var files []*file
	for _, f := range summaries.Read(name) {
		p.mu.Lock()
		parsed := p.ofSummaries[f.Name]
		if parsed == nil {
			parsed = sync.OnceValue(func() *file { return parseFile(f.Name, f.Content) })
			p.ofSummaries[f.Name] = parsed
		}
		p.mu.Unlock()
		files = append(files, parsed())
	}
	if len(files) == 0 {
		return nil
	}
	d := newDir(name, files)
	d.summary, d.size = true, 0
	return d
}

// summary gives the directory of the summary that stands for a published module. Where the call admits several versions
// it is the newest that takes every argument which means something to any of them, and has every output that is read and
// any of them has: a call written for another one would be refused. reads tells which outputs are read; it looks through
// the whole module, and is asked only where that matters.
func (u *unit) summary(source string, call *hclsyntax.Block, reads func() []string) (where string, ok bool) {
	version := ""
	if a := call.Body.Attributes["version"]; a != nil {
		if version = constant(a.Expr); version == "" {
			return "", false
		}
	}
	all := u.published(source, version)
	if len(all) < 2 {
		return first(all)
	}
	means, known := map[string]bool{}, map[string]bool{}
	for _, name := range all {
		has := summaries.NamesOf(name)
		maps.Copy(means, has.Variables)
		maps.Copy(known, has.Outputs)
	}
	for _, name := range all {
		has := summaries.NamesOf(name)
		if !declares(has, call, means) {
			continue
		}
		if gives(has, reads(), known) {
			return name, true
		}
		if !ok {
			where, ok = name, true
		}
	}
	return where, ok
}

// summaries gives the directories of the summaries that calls with a source and a version constraint may mean. A tree
// of configurations calls the same few modules over and over, and to weigh a constraint takes a while.
func (p *Project) summaries(source, version string) []string {
	key := [2]string{source, version}
	if all, ok := p.published.Load(key); ok {
		return all.([]string)
	}
	all := summaries.Find(source, version)
	p.published.Store(key, all)
	return all
}

func first(all []string) (string, bool) {
	if len(all) == 0 {
		return "", false
	}
	return all[0], true
}

// declares tells whether a module declares all arguments of a call that mean something.
func declares(has summaries.Names, call *hclsyntax.Block, means map[string]bool) bool {
	for name := range call.Body.Attributes {
		if means[name] && !has.Variables[name] {
			return false
		}
	}
	return true
}

// gives tells whether a module has all outputs that are read and known.
func gives(has summaries.Names, reads []string, known map[string]bool) bool {
	for _, name := range reads {
		if known[name] && !has.Outputs[name] {
			return false
		}
	}
	return true
}

// outputsRead lists the outputs of each module call that some expression reads.
func (d *dir) outputsRead() map[string][]string {
	found := readings{}
	for _, all := range []map[string]*hclsyntax.Block{d.resources, d.calls, d.outputs, d.providers} {
		for _, b := range all {
			_ = hclsyntax.Walk(b.Body, found)
		}
	}
	for _, a := range d.locals {
		_ = hclsyntax.Walk(a.Expr, found)
	}
	return found
}

// readings are the outputs that are read of each module call.
type readings map[string][]string

// Enter implements [hclsyntax.Walker].
func (r readings) Enter(node hclsyntax.Node) hcl.Diagnostics {
	x, ok := node.(*hclsyntax.ScopeTraversalExpr)
	if !ok || x.Traversal.RootName() != "module" || len(x.Traversal) < 3 {
		return nil
	}
	at := 2
	if _, instance := x.Traversal[at].(hcl.TraverseIndex); instance {
		at++
	}
	if output := attributeAt(x.Traversal, at); output != "" {
		call := attributeAt(x.Traversal, 1)
		r[call] = append(r[call], output)
	}
	return nil
}

// Exit implements [hclsyntax.Walker].
func (readings) Exit(hclsyntax.Node) hcl.Diagnostics { return nil }

// shown gives the block that is shown for one of a module: for what a summary makes, the call of the published module.
func (m *module) shown(b *hclsyntax.Block) *hclsyntax.Block {
	for m.d.summary {
		m, b = m.caller.m, m.call
	}
	return b
}

// A blamer finds the argument of the call of a published module that decided what its summary says.
type blamer struct{ seen map[hclsyntax.Expression]bool }

// blame finds what was written for what a summary says at a spot: the argument that decides it, or the part of one; the
// call itself where none was written that does.
func blame(m *module, at spot) hcl.Range {
	b := blamer{seen: map[hclsyntax.Expression]bool{}}
	if where, ok := b.follow(at.s, at.expr, at.rest); ok {
		return where
	}
	if where, ok := b.follow(at.around, at.over, nil); ok {
		return where
	}
	for m.caller.m.d.summary {
		m = m.caller.m
	}
	return m.call.DefRange()
}

// maxBlamed is how many expressions of a summary are looked through for what decides one value.
const maxBlamed = 500

// follow goes to where the value of an expression was made, and to what it mentions if it was calculated.
func (b *blamer) follow(s scope, e hclsyntax.Expression, path cty.Path) (at hcl.Range, ok bool) {
	for e != nil && !b.seen[e] && len(b.seen) < maxBlamed {
		b.seen[e] = true
		inner, _, rest := descend(e, path)
		if where, ok := argumentOf(s, inner, rest); ok {
			return where, true
		}
		of, next, ahead := (&tracer{}).next(s, inner, rest)
		if next == nil {
			if name, ok := inner.(*hclsyntax.ScopeTraversalExpr); ok {
				return b.repeated(s, name.Traversal.RootName())
			}
			return b.mentioned(s, inner, rest)
		}
		s, e, path = of, next, ahead
	}
	return at, false
}

// argumentOf is the argument that an expression of a summary names, or the part of it that the path leads to.
func argumentOf(s scope, e hclsyntax.Expression, path cty.Path) (at hcl.Range, ok bool) {
	x, ok := e.(*hclsyntax.ScopeTraversalExpr)
	if !ok || x.Traversal.RootName() != "var" || s.vars.binds("var") || s.m.caller.m == nil || s.m.caller.m.d.summary {
		return at, false
	}
	a := s.m.call.Body.Attributes[attributeAt(x.Traversal, 1)]
	if a == nil {
		return at, false
	}
	part, where, _ := descend(a.Expr, append(steps(x.Traversal[2:]), path...))
	if part == a.Expr {
		where = a.SrcRange
	}
	return where, true
}

// binds tells whether a name is that of an iterator.
func (b *binding) binds(name string) bool {
	for ; b != nil; b = b.outer {
		if b.name == name {
			return true
		}
	}
	return false
}

// mentioned looks for what decides the names in an expression, those of conditions last.
func (b *blamer) mentioned(s scope, e hclsyntax.Expression, path cty.Path) (at hcl.Range, ok bool) {
	if x, choice := e.(*hclsyntax.ConditionalExpr); choice {
		for _, part := range []hclsyntax.Expression{x.TrueResult, x.FalseResult} {
			if at, ok := b.follow(s, part, path); ok {
				return at, true
			}
		}
		return b.follow(s, x.Condition, nil)
	}
	if call, ok := e.(*hclsyntax.FunctionCallExpr); ok && call.Name == "lookup" && len(call.Args) > 1 {
		if key := constant(call.Args[1]); key != "" {
			if at, ok := b.follow(s, call.Args[0], cty.Path{cty.IndexStep{Key: cty.StringVal(key)}}); ok {
				return at, true
			}
		}
	}
	var names named
	_ = hclsyntax.Walk(e, &names)
	for _, name := range names.all {
		if at, ok := b.follow(s, name, nil); ok {
			return at, true
		}
	}
	return at, false
}

// A named gathers what an expression names, with all that is asked of it: var.groups[0].port rather than var.groups.
type named struct {
	all  []hclsyntax.Expression
	deep int // how many of the nodes that one is in have been entered
}

// Enter implements [hclsyntax.Walker].
func (n *named) Enter(node hclsyntax.Node) hcl.Diagnostics {
	switch e := node.(type) {
	case *hclsyntax.IndexExpr, *hclsyntax.RelativeTraversalExpr, *hclsyntax.ScopeTraversalExpr:
		if n.deep == 0 {
			n.all = append(n.all, e.(hclsyntax.Expression))
		}
		n.deep++
	default:
		if n.deep > 0 {
			n.deep++
		}
	}
	return nil
}

// Exit implements [hclsyntax.Walker].
func (n *named) Exit(hclsyntax.Node) hcl.Diagnostics {
	n.deep = max(n.deep-1, 0)
	return nil
}

// repeated looks for what decides each.key and each.value.
func (b *blamer) repeated(s scope, root string) (at hcl.Range, ok bool) {
	if root != "each" || s.inst == nil {
		return at, false
	}
	a := s.inst.block.Body.Attributes["for_each"]
	if a == nil {
		return at, false
	}
	return b.follow(scope{m: s.m}, a.Expr, nil)
}
