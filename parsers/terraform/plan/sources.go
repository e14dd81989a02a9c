package plan

import (
	"cmp"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// maxSources is how many attributes an expression is followed to.
const maxSources = 256

// maxDefinitions is how many inputs and outputs of modules within each other are followed.
const maxDefinitions = 64

// A source is an attribute that a value may have been made from.
type source struct {
	in        *Instance
	attribute string // "" where the instance is referred to as a whole, or as one of all that its block makes
}

// ref is the reference to the source. What is referred to as a whole is nearly always asked for its id.
func (s source) ref(possible bool) graph.Ref {
	return graph.Ref{Address: s.in.Address, Attribute: cmp.Or(s.attribute, "id"), Possible: possible}
}

// sources are all that an expression mentions, in the order in which it is written.
type sources struct {
	all    []source
	open   bool // there may be others: a local value, of which a plan tells nothing
	behind bool // some stand behind an input or an output, of which the expression may take another part
}

func (s *sources) add(o source) {
	if len(s.all) >= maxSources {
		s.open = true
		return
	}
	s.all = append(s.all, o)
}

func (s *sources) addAll(o *sources) {
	s.open, s.behind = s.open || o.open, s.behind || o.behind
	for _, x := range o.all {
		s.add(x)
	}
}

// marks are the references to all sources.
func (s *sources) marks(possible bool) cty.ValueMarks {
	out := make(cty.ValueMarks, len(s.all))
	for _, x := range s.all {
		out[x.ref(possible)] = struct{}{}
	}
	return graph.Compress(out)
}

// only gives the one source, where there is no other and none that may be.
func (s *sources) only() (source, bool) {
	if s.open || len(s.all) == 0 {
		return source{}, false
	}
	for _, x := range s.all[1:] {
		if x != s.all[0] {
			return source{}, false
		}
	}
	return s.all[0], true
}

// unknown leaves those sources that are not known before the plan is applied: what is known will not turn out to be what
// is not.
func (s *sources) unknown() *sources {
	out := &sources{open: s.open}
	for _, x := range s.all {
		if x.attribute == "" || !x.in.Planned(x.attribute).IsWhollyKnown() {
			out.add(x)
		}
	}
	return out
}

// A scope is a module instance with how it is written.
type scope struct {
	address string
	config  *configModule
	caller  *scope // nil for the root
	call    *configCall
	block   string // the address of the call
	key     cty.Value
}

// module gives the module instance at an address, nil where the plan does not say how it is written.
func (p *Plan) module(address string) *scope {
	if s, ok := p.modules[address]; ok {
		return s
	}
	p.modules[address] = nil
	if address == "" {
		if p.config != nil {
			p.modules[""] = &scope{config: p.config, key: cty.NilVal}
		}
		return p.modules[""]
	}
	calls, ok := callsOf(address)
	if !ok {
		return nil
	}
	last := calls[len(calls)-1]
	caller := p.module(last.caller)
	if caller == nil {
		return nil
	}
	c := caller.config.Calls[last.name]
	if c == nil || c.Module == nil {
		return nil
	}
	p.modules[address] = &scope{address: address, config: c.Module, caller: caller, call: c, block: last.block(), key: last.key}
	return p.modules[address]
}

// written finds how an instance is written; nil where the plan does not say.
func (p *Plan) written(in *Instance, mode string) *configResource {
	s := p.module(in.Module)
	if s == nil {
		return nil
	}
	if s.config.byAddress == nil {
		s.config.byAddress = make(map[string]*configResource, len(s.config.Resources))
		for _, r := range s.config.Resources {
			if r != nil {
				s.config.byAddress[r.Address] = r
			}
		}
	}
	address := in.Type + "." + in.Name
	if mode == "data" {
		address = "data." + address
	}
	return s.config.byAddress[address]
}

// A place is where an expression stands: in an instance of a resource or of a module call.
type place struct {
	scope   *scope
	block   string // of which there may be several instances
	key     cty.Value
	forEach any
	chained bool // it is the for_each itself, asked for the element with the key
}

func (in *Instance) place() place {
	at := place{scope: in.plan.module(in.Module), block: in.block(), key: in.key}
	if in.config != nil {
		at.forEach = in.config.ForEach
	}
	return at
}

func (s *scope) place() place {
	return place{scope: s.caller, block: s.block, key: s.key, forEach: s.call.ForEach}
}

// references are the heads of an expression's references: Terraform lists each with all that it begins with after it.
func references(expr any) []string {
	e, _ := expr.(map[string]any)
	list, _ := e["references"].([]any)
	var out []string
	last := ""
	for _, x := range list {
		text, ok := x.(string)
		if !ok {
			continue
		}
		if rest, within := strings.CutPrefix(last, text); within && rest != "" && strings.IndexByte(".[", rest[0]) >= 0 {
			last = text
			continue
		}
		out = append(out, text)
		last = text
	}
	return out
}

// isExpression tells an expression from a lone block, whose names are those of its attributes.
func isExpression(e map[string]any) bool {
	if len(e) == 0 {
		return true
	}
	_, constant := e["constant_value"]
	_, refers := e["references"].([]any)
	return constant || refers
}

// resolve follows the references of an expression.
func (p *Plan) resolve(expr any, at place, depth int) *sources {
	out := &sources{}
	if depth > maxDefinitions || at.scope == nil {
		out.open = true
		return out
	}
	if e, ok := expr.(map[string]any); ok && !isExpression(e) || !ok && expr != nil {
		p.resolveParts(expr, at, depth, out)
		return out
	}
	heads := references(expr)
	own := at.chained || (slices.Contains(heads, "count.index") || slices.Contains(heads, "each.key")) &&
		!slices.ContainsFunc(heads, func(h string) bool { return strings.HasPrefix(h, "each.value") })
	for _, h := range heads {
		path := steps(h)
		if path == nil {
			out.open = true
			continue
		}
		switch path[0].name {
		case "var":
			p.input(path, at, depth, out)
		case "local":
			out.open = true
		case "each":
			if len(path) > 1 && path[1].name == "value" && at.forEach != nil {
				out.addAll(p.resolve(at.forEach, place{scope: at.scope, block: at.block, key: at.key, chained: true}, depth+1))
			}
		case "count", "path", "terraform", "self", "provider", "ephemeral":
		case "module":
			p.called(path, at, depth, out)
		default:
			p.resource(path, at, own, out)
		}
	}
	return out
}

// resolveParts follows all that nested blocks refer to.
func (p *Plan) resolveParts(expr any, at place, depth int, out *sources) {
	switch e := expr.(type) {
	case []any:
		for _, x := range e {
			out.addAll(p.resolve(x, at, depth+1))
		}
	case map[string]any:
		for _, name := range sortedKeys(e) {
			out.addAll(p.resolve(e[name], at, depth+1))
		}
	}
}

// input follows a variable to the argument of the call. Those of the root are known, and made from no resource.
func (p *Plan) input(path []step, at place, depth int, out *sources) {
	s := at.scope
	if s.caller == nil || len(path) < 2 {
		return
	}
	out.behind = true
	name := path[1].name
	argument, handed := s.call.Expressions[name]
	if !handed {
		return
	}
	found := p.once("var "+s.address+" "+name, func() *sources { return p.resolve(argument, s.place(), depth+1) })
	out.addAll(found.member(path[2:]))
}

// once resolves a definition at the first ask. One that depends on itself is open.
func (p *Plan) once(key string, resolve func() *sources) *sources {
	if s, ok := p.resolved[key]; ok {
		return s
	}
	p.resolved[key] = &sources{open: true}
	p.resolved[key] = resolve()
	return p.resolved[key]
}

// member is what is left of sources when a path is applied to them: an attribute of what is referred to as a whole.
func (s *sources) member(path []step) *sources {
	for len(path) > 0 && path[0].isKey() {
		path = path[1:]
	}
	if len(path) == 0 {
		return s
	}
	out := &sources{open: s.open}
	for _, x := range s.all {
		if x.attribute == "" {
			x.attribute = path[0].name
		}
		out.add(x)
	}
	return out
}

// called follows the output of a module call, of all its instances where no key says which.
func (p *Plan) called(path []step, at place, depth int, out *sources) {
	if len(path) < 2 {
		out.open = true
		return
	}
	block := within(at.scope.address, "module."+path[1].name)
	rest := path[2:]
	addresses := []string{block}
	if len(rest) > 0 && rest[0].isKey() {
		addresses, rest = []string{block + subscript(rest[0].key)}, rest[1:]
	} else if keys := p.calls[block]; len(keys) > 0 {
		addresses = addresses[:0]
		for _, k := range keys {
			addresses = append(addresses, block+subscript(k))
		}
	}
	if len(rest) == 0 { // the module as a whole: any output
		out.open = true
		return
	}
	out.behind = true
	for _, a := range addresses {
		out.addAll(p.output(a, rest[0].name, depth).member(rest[1:]))
	}
}

// output follows an output of a module instance.
func (p *Plan) output(module, name string, depth int) *sources {
	return p.once("output "+module+" "+name, func() *sources {
		s := p.module(module)
		if s == nil {
			return &sources{open: true}
		}
		o, ok := s.config.Outputs[name]
		if !ok {
			return &sources{open: true}
		}
		return p.resolve(o.Expression, place{scope: s, key: cty.NilVal}, depth+1)
	})
}

// resource adds the instances that a reference names. Where it names none of several and the expression mentions its
// own key, and the instances have the same keys as those here, it is the one with the same key.
func (p *Plan) resource(path []step, at place, own bool, out *sources) {
	first := 0
	kind := ""
	switch path[0].name {
	case "data":
		kind, first = "data.", 1
	case "resource":
		first = 1
	}
	if len(path) < first+2 || path[first+1].isKey() {
		out.open = true
		return
	}
	block := within(at.scope.address, kind+path[first].name+"."+path[first+1].name)
	instances, rest := p.blocks[block], path[first+2:]
	if p.partial != "" && len(instances) == 0 {
		out.open = true
	}
	keyed := ""
	switch {
	case len(rest) > 0 && rest[0].isKey():
		keyed, rest = subscript(rest[0].key), rest[1:]
	case own && len(instances) > 1 && p.sameKeys(block, at.block):
		keyed = subscript(at.key)
	}
	if keyed != "" {
		instances = nil
		if in := p.byAddress[block+keyed]; in != nil {
			instances = []*Instance{in}
		}
	}
	attribute := ""
	if len(rest) > 0 {
		attribute = rest[0].name
	}
	for _, in := range instances {
		if out.add(source{in, attribute}); out.open {
			break
		}
	}
}

// isNull tells whether an expression is null for certain: the constant, or an input or output alone that is.
func (p *Plan) isNull(expr any, at place, depth int) bool {
	e, ok := expr.(map[string]any)
	if !ok || depth > maxDefinitions || at.scope == nil {
		return false
	}
	heads := references(expr)
	if len(heads) == 0 {
		constant, written := e["constant_value"]
		return written && constant == nil
	}
	path := steps(heads[0])
	if len(heads) > 1 || len(path) < 2 {
		return false
	}
	s, name := at.scope, path[1].name
	switch {
	case path[0].name == "module":
		n := len(path) - 1
		if path[n].isKey() || n < 2 {
			return false
		}
		address := within(s.address, "module."+name)
		if path[2].isKey() {
			address += subscript(path[2].key)
			n--
		}
		inner := p.module(address)
		if n != 2 || inner == nil {
			return false
		}
		o, declared := inner.config.Outputs[path[len(path)-1].name]
		return declared && p.isNull(o.Expression, place{scope: inner, key: cty.NilVal}, depth+1)
	case path[0].name != "var" || len(path) > 2:
		return false
	case s.caller == nil:
		v, given := p.variables[name]
		return given && v.IsNull()
	}
	if argument, handed := s.call.Expressions[name]; handed {
		return p.isNull(argument, s.place(), depth+1)
	}
	v, declared := s.config.Variables[name]
	return declared && v.Default == nil
}

// sameKeys tells whether two blocks have instances with the same keys.
func (p *Plan) sameKeys(a, b string) bool {
	same, ok := p.alike[[2]string{a, b}]
	if !ok {
		same = slices.EqualFunc(p.Keys(a), p.Keys(b), func(a, b cty.Value) bool { return subscript(a) == subscript(b) })
		p.alike[[2]string{a, b}] = same
	}
	return same
}

// Argument names the argument of a module call from which, and from nothing else, an attribute of a resource in that
// module is made; "" where there is none. The address of the call is without the key of its instances.
func (in *Instance) Argument(call, attribute string) string {
	s := in.plan.module(in.Module)
	if s == nil || in.config == nil {
		return ""
	}
	expr := in.config.Expressions[attribute]
	for range maxDefinitions {
		heads := references(expr)
		if len(heads) != 1 || s.caller == nil {
			return ""
		}
		path := steps(heads[0])
		if len(path) < 2 || path[0].name != "var" {
			return ""
		}
		if s.block == call {
			return path[1].name
		}
		expr, s = s.call.Expressions[path[1].name], s.caller
	}
	return ""
}
