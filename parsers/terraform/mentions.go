package terraform

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// Mentions implements [graph.Source]. What stands in an attribute behind a definition may not be what the attribute
// takes of it, and so is possible.
func (s *source) Mentions() (out []graph.Mention) {
	defer s.recovered(func() { out = nil })
	return scope{m: s.m, inst: s.in}.mentionsOf(s.in.block)
}

// mentionsOf are the mentions in a block: those of an instance of it, or those of all that it may have, which tell no
// instances apart.
func (s scope) mentionsOf(b *hclsyntax.Block) []graph.Mention {
	found := graph.Mentions{}
	for _, w := range s.m.u.wordsOf(b) {
		if w.root() == "each" { // the for_each is mentioned as such
			continue
		}
		first, _, _ := strings.Cut(w.attribute, ".")
		refs, behind := s.referents(w)
		for _, ref := range refs {
			ref.Possible = ref.Possible || w.possible || behind && !metaArguments[first]
			found.Add(graph.Mention{Attribute: w.attribute, Ref: ref})
		}
	}
	return found.List()
}

// A naming is a name that stands in an expression, found in the syntax alone.
type naming struct {
	attribute string // where it stands in its block
	possible  bool   // in a branch that may not be taken
	name      hcl.Traversal
	key       hclsyntax.Expression // of an index behind the name, where there is one that calculates
	path      hcl.Traversal        // behind the key
}

func (w naming) root() string { return w.name.RootName() }

// A reading gathers what is written in a body or an expression.
type reading struct {
	attribute string
	possible  int      // branches that may not be taken, within each other
	bound     []string // variables of for expressions and dynamic blocks
	depth     int
	out       []naming
}

// wordsOf gives the names that stand in a block, gathered once.
func (u *unit) wordsOf(b *hclsyntax.Block) []naming {
	if all, ok := u.words[b]; ok {
		return all
	}
	var r reading
	r.body(b.Body)
	return u.remember(b, r.out, b.DefRange())
}

// wordsIn gives the names that stand in an expression, gathered once.
func (u *unit) wordsIn(e hclsyntax.Expression) []naming {
	if all, ok := u.words[e]; ok {
		return all
	}
	var r reading
	r.expression(e)
	return u.remember(e, r.out, e.Range())
}

func (u *unit) remember(node any, all []naming, at hcl.Range) []naming {
	if !u.spend(len(all)+1, at) {
		all = nil
	}
	if u.words == nil {
		u.words = map[any][]naming{}
	}
	u.words[node] = all
	return all
}

// body reads the attributes and blocks of a body.
func (r *reading) body(body *hclsyntax.Body) {
	r.depth++
	defer func() { r.depth-- }()
	if r.depth > maxDepth {
		return
	}
	outside := r.attribute
	under := func(name string) {
		r.attribute = name
		if outside != "" {
			r.attribute = outside + "." + name
		}
	}
	for _, name := range sortedKeys(body.Attributes) { // what comes first is found where the budget ends
		under(name)
		if name == "depends_on" || name == "replace_triggered_by" {
			r.references(body.Attributes[name].Expr)
			continue
		}
		r.expression(body.Attributes[name].Expr)
	}
	for _, b := range body.Blocks {
		under(blockName(b))
		if b.Type == "dynamic" && len(b.Labels) == 1 {
			r.dynamic(b)
			continue
		}
		r.body(b.Body)
	}
	r.attribute = outside
}

// references reads a list of references, which may be written as texts: in JSON they always are.
func (r *reading) references(e hclsyntax.Expression) {
	list, diags := hcl.ExprList(e)
	if diags.HasErrors() {
		r.expression(e)
		return
	}
	for _, item := range list {
		if text := constant(item.(hclsyntax.Expression)); text != "" {
			if name, diags := hclsyntax.ParseTraversalAbs([]byte(text), "", hcl.InitialPos); !diags.HasErrors() {
				r.found(name, nil, nil)
			}
			continue
		}
		r.expression(item.(hclsyntax.Expression))
	}
}

// dynamic reads a dynamic block, whose content is there only where for_each has something.
func (r *reading) dynamic(b *hclsyntax.Block) {
	iterator := iteratorOf(b)
	for _, name := range sortedKeys(b.Body.Attributes) {
		if name != "iterator" {
			r.expression(b.Body.Attributes[name].Expr)
		}
	}
	r.possible++
	r.within(func() {
		for _, c := range b.Body.Blocks {
			r.body(c.Body)
		}
	}, iterator)
	r.possible--
}

// within reads something in which variables are bound.
func (r *reading) within(read func(), names ...string) {
	n := len(r.bound)
	r.bound = append(r.bound, names...)
	read()
	r.bound = r.bound[:n]
}

func (r *reading) branch(all ...hclsyntax.Expression) {
	r.possible++
	for _, e := range all {
		r.expression(e)
	}
	r.possible--
}

func (r *reading) expression(e hclsyntax.Expression) {
	if r.depth++; r.depth <= maxDepth && e != nil {
		r.node(e)
	}
	r.depth--
}

func (r *reading) node(e hclsyntax.Expression) {
	switch e := e.(type) {
	case *hclsyntax.ScopeTraversalExpr:
		r.found(e.Traversal, nil, nil)
	case *hclsyntax.RelativeTraversalExpr:
		if x, ok := e.Source.(*hclsyntax.IndexExpr); ok {
			r.index(x, e.Traversal)
			return
		}
		r.expression(e.Source)
	case *hclsyntax.IndexExpr:
		r.index(e, nil)
	case *hclsyntax.SplatExpr:
		r.expression(e.Source)
		r.expression(e.Each)
	case *hclsyntax.ParenthesesExpr:
		r.expression(e.Expression)
	case *hclsyntax.TemplateExpr:
		for _, p := range e.Parts {
			r.expression(p)
		}
	case *hclsyntax.TemplateWrapExpr:
		r.expression(e.Wrapped)
	case *hclsyntax.TemplateJoinExpr:
		r.expression(e.Tuple)
	case *hclsyntax.TupleConsExpr:
		for _, x := range e.Exprs {
			r.expression(x)
		}
	case *hclsyntax.ObjectConsExpr:
		for _, item := range e.Items {
			r.expression(item.KeyExpr)
			r.expression(item.ValueExpr)
		}
	case *hclsyntax.ObjectConsKeyExpr:
		if e.ForceNonLiteral || hcl.ExprAsKeyword(e.Wrapped) == "" {
			r.expression(e.Wrapped)
		}
	case *hclsyntax.ConditionalExpr:
		r.expression(e.Condition)
		r.branch(e.TrueResult, e.FalseResult)
	case *hclsyntax.BinaryOpExpr:
		r.expression(e.LHS)
		r.expression(e.RHS)
	case *hclsyntax.UnaryOpExpr:
		r.expression(e.Val)
	case *hclsyntax.FunctionCallExpr:
		if e.Name == "try" || e.Name == "coalesce" || e.Name == "coalescelist" {
			r.branch(e.Args...)
			return
		}
		for _, a := range e.Args {
			r.expression(a)
		}
	case *hclsyntax.ForExpr:
		r.expression(e.CollExpr)
		r.within(func() { r.branch(e.KeyExpr, e.ValExpr, e.CondExpr) }, e.KeyVar, e.ValVar)
	}
}

// index reads an index: of a name, where it says which instance is meant, or of anything.
func (r *reading) index(e *hclsyntax.IndexExpr, path hcl.Traversal) {
	r.expression(e.Key)
	if x, ok := e.Collection.(*hclsyntax.ScopeTraversalExpr); ok {
		r.found(x.Traversal, e.Key, path)
		return
	}
	r.expression(e.Collection)
}

func (r *reading) found(name hcl.Traversal, key hclsyntax.Expression, path hcl.Traversal) {
	switch root := name.RootName(); {
	case slices.Contains(r.bound, root):
	case root == "count" || root == "path" || root == "terraform" || root == "self":
	case len(name) > 1:
		r.out = append(r.out, naming{attribute: r.attribute, possible: r.possible > 0, name: name, key: key, path: path})
	}
}

// referents gives the resources that a name means. behind tells that they were found behind a definition: a local
// value, a variable, an output.
func (s scope) referents(w naming) (refs []graph.Ref, behind bool) {
	m := s.m
	second := attributeAt(w.name, 1)
	switch w.root() {
	case "var":
		if m.call == nil {
			return nil, true
		}
		if a := m.call.Body.Attributes[second]; a != nil {
			caller := m.caller
			caller.anyKey = s.anyKey
			return caller.mentioned(m, a.Expr, w.after(s, 2)), true
		}
		return nil, true
	case "local":
		if a := m.d.locals[second]; a != nil {
			return scope{m: m, anyKey: s.anyKey}.mentioned(m, a.Expr, w.after(s, 2)), true
		}
		return nil, true
	case "each":
		if s.inst == nil || second != "value" {
			return nil, true
		}
		if a := s.inst.block.Body.Attributes["for_each"]; a != nil {
			return scope{m: m, anyKey: s.anyKey}.mentioned(m, a.Expr, append(cty.Path{cty.IndexStep{Key: unmarked(s.inst.key)}}, w.after(s, 2)...)), true
		}
		return nil, true
	case "module":
		return s.handedOut(second, w.after(s, 2)), true
	}
	return s.resourceRefs(w), false
}

// after is the path behind the first names, as far as it is decided.
func (w naming) after(s scope, from int) cty.Path {
	out := steps(w.name[min(from, len(w.name)):])
	if w.key == nil {
		return out
	}
	if key, ok := s.decidedKey(w.key); ok {
		return append(append(out, cty.IndexStep{Key: key}), steps(w.path)...)
	}
	return append(append(out, cty.IndexStep{Key: cty.UnknownVal(cty.String)}), steps(w.path)...)
}

// decidedKey evaluates an index, unless no instances are to be told apart.
func (s scope) decidedKey(e hclsyntax.Expression) (cty.Value, bool) {
	if s.anyKey {
		return cty.NilVal, false
	}
	s.m.u.trying++
	defer func() { s.m.u.trying-- }()
	v := s.eval(e)
	if rests(v) || len(symbolsOf(v)) > 0 {
		return cty.NilVal, false
	}
	k := unmarked(v)
	return k, k.IsKnown() && !k.IsNull() && k.Type().IsPrimitiveType()
}

// mentioned gives the resources that an expression mentions in the part that is asked for, once for each module
// instance of.
func (s scope) mentioned(of *module, e hclsyntax.Expression, path cty.Path) []graph.Ref {
	e, _, _ = descend(e, path)
	u := s.m.u
	key := mentionKey{of, s.inst, e, s.anyKey}
	if refs, ok := u.mentions[key]; ok {
		return refs
	}
	if u.mentions == nil {
		u.mentions = map[mentionKey][]graph.Ref{}
	}
	u.mentions[key] = nil // what depends on itself mentions nothing more
	if u.depth++; u.depth > maxDepth {
		u.depth--
		return nil
	}
	defer func() { u.depth-- }()
	certain := map[graph.Ref]bool{} // with Possible unset
	var order []graph.Ref
	for _, w := range u.wordsIn(e) {
		refs, _ := s.referents(w)
		if !u.spend(len(refs), e.Range()) {
			return nil
		}
		for _, ref := range refs {
			sure := !ref.Possible && !w.possible
			ref.Possible = false
			was, known := certain[ref]
			if !known {
				order = append(order, ref)
			}
			certain[ref] = was || sure
		}
	}
	for i, ref := range order {
		order[i].Possible = !certain[ref]
	}
	u.mentions[key] = order
	return order
}

// A mentionKey is an expression as a module instance sees it.
type mentionKey struct {
	of   *module
	inst *instance
	e    hclsyntax.Expression

	anyKey bool // see [scope]
}

// handedOut gives the resources that an output of a module call mentions, of all its instances or of the one that is
// meant.
func (s scope) handedOut(call string, path cty.Path) []graph.Ref {
	all, x := s.m.children(call)
	if x == nil {
		return nil
	}
	if x.keyed() && len(path) > 0 {
		if step, ok := path[0].(cty.IndexStep); ok {
			path = path[1:]
			if i := x.find(step.Key); i >= 0 && i < len(all) {
				all = all[i : i+1]
			}
		} else if _, splat := path[0].(cty.GetAttrStep); !splat {
			path = path[1:]
		}
	}
	output := ""
	if len(path) > 0 {
		output = stepName(path[0])
	}
	var refs []graph.Ref
	for _, c := range all {
		switch {
		case c.d == nil:
			refs = append(refs, graph.Ref{Address: strings.TrimSuffix(c.address, "."), Attribute: output})
		case output == "":
			for _, name := range sortedKeys(c.d.outputs) {
				refs = append(refs, scope{m: c, anyKey: s.anyKey}.outputRefs(c.d.outputs[name], nil)...)
			}
		case c.d.outputs[output] != nil:
			refs = append(refs, scope{m: c, anyKey: s.anyKey}.outputRefs(c.d.outputs[output], path[1:])...)
		}
		if !s.m.u.spend(len(refs), s.m.d.calls[call].DefRange()) {
			return nil
		}
	}
	return refs
}

func (s scope) outputRefs(b *hclsyntax.Block, path cty.Path) []graph.Ref {
	if a := b.Body.Attributes["value"]; a != nil {
		return s.mentioned(s.m, a.Expr, path)
	}
	return nil
}

// resourceRefs gives the resource or data source that a name means, with the instance where that is decided.
func (s scope) resourceRefs(w naming) []graph.Ref {
	first := 0
	if w.root() == "resource" {
		first = 1
	}
	key, next := w.root()+"."+attributeAt(w.name, 1), 2
	switch {
	case w.root() == "data":
		key, next = "data."+attributeAt(w.name, 1)+"."+attributeAt(w.name, 2), 3
	case first == 1:
		key, next = attributeAt(w.name, 1)+"."+attributeAt(w.name, 2), 3
	}
	b := s.m.d.resources[key]
	if b == nil {
		return nil
	}
	ref := graph.Ref{Address: s.m.address + key}
	path := w.after(s, next)
	if len(path) > 0 {
		if step, ok := path[0].(cty.IndexStep); ok && s.anyKey {
			path = path[1:]
		} else if ok {
			if x := s.m.expand(key, b); x.keyed() {
				if i := x.find(step.Key); i >= 0 {
					ref.Address = x.instances[i].address
				}
				path = path[1:]
			}
		}
	}
	if len(path) > 0 {
		ref.Attribute = stepName(path[0])
	}
	return []graph.Ref{ref}
}
