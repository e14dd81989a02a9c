package plan

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// A Plan is what a plan says will be there once it is applied.
type Plan struct {
	// Name is the path of its file, as it is shown.
	Name string
	// Instances are those of managed resources that will exist and of data sources, by address. What the plan deletes
	// or forgets is not among them.
	Instances []*Instance

	partial   string // why it may say nothing of some resources; "" where it speaks of all
	variables map[string]cty.Value
	config    *configModule
	providers map[string]string // the root's name for a provider configuration, by its opaque key

	byAddress map[string]*Instance
	blocks    map[string][]*Instance // by the address of their block, in the order of their keys
	calls     map[string][]cty.Value // keys of the instances of a module call, by the address of the call
	known     map[string]*Instance   // by id and arn; nil where several have the same; nil until asked
	resolved  map[string]*sources    // inputs and outputs of module instances, as far as they were asked for
	modules   map[string]*scope      // by address, as far as they were asked for
	alike     map[[2]string]bool     // whether two blocks have the same keys, as far as it was asked
}

// An Instance is one of a managed resource or a data source.
type Instance struct {
	Address, Module string // Module is "" in the root
	Type, Name      string
	Mode            graph.Mode
	Provider        string // as the root names it: "aws", "aws.west"
	key             cty.Value
	created         bool // it did not exist before, so that nothing of it was read

	plan           *Plan
	config         *configResource // nil where the plan does not say how it is written
	after, unknown json.RawMessage
	attributes     map[string]json.RawMessage // nil until asked
	unknowns       map[string]json.RawMessage
	allUnknown     bool
	planned, given map[string]cty.Value // what has been asked for
}

// plan makes of a document what is asked of it.
func (doc *document) plan(name string) (*Plan, error) {
	p := &Plan{Name: name, variables: map[string]cty.Value{}, config: doc.Configuration.Root, providers: map[string]string{},
		byAddress: map[string]*Instance{}, blocks: map[string][]*Instance{}, calls: map[string][]cty.Value{}, resolved: map[string]*sources{}, modules: map[string]*scope{}, alike: map[[2]string]bool{}}
	for n, v := range doc.Variables {
		p.variables[n] = decode(v.Value, nil)
	}
	for key, c := range doc.Configuration.Providers {
		title := c.Name
		if c.Alias != "" {
			title += "." + c.Alias
		}
		p.providers[key] = within(c.ModuleAddress, title)
	}
	switch {
	case doc.Errored:
		p.partial = "Terraform broke off making it"
	case doc.Complete != nil && !*doc.Complete:
		p.partial = "it was made of a part of the configuration (-target) or puts something off"
	case doc.leavesNothing():
		p.partial = "it leaves no resource of those that there are, as one made with -refresh-only or -destroy does"
	}
	gone := map[string]bool{}
	for _, c := range doc.Changes {
		switch {
		case c.Deposed != "":
		case c.ends():
			gone[c.Address] = true
		default:
			in := &Instance{Address: c.Address, Module: c.ModuleAddress, Type: c.Type, Name: c.Name, key: keyOf(c.Index),
				created: slices.Contains(c.Change.Actions, "create"), after: c.Change.After, unknown: c.Change.AfterUnknown}
			if err := p.add(in, c.Mode); err != nil {
				return nil, err
			}
		}
	}
	for _, r := range doc.Prior {
		// What is managed and not among the changes is there still if the changes are not all; else it was moved.
		if p.byAddress[r.Address] != nil || gone[r.Address] || r.Mode != "data" && p.partial == "" {
			continue
		}
		in := &Instance{Address: r.Address, Module: r.module, Type: r.Type, Name: r.Name, key: keyOf(r.Index), after: r.Values}
		if in.config = p.written(in, r.Mode); in.config == nil && p.config != nil {
			continue // of a configuration that is no longer
		}
		if err := p.add(in, r.Mode); err != nil {
			return nil, err
		}
	}
	p.index()
	return p, nil
}

// ends tells whether the instance will be no more: it is deleted or forgotten.
func (c *change) ends() bool {
	return isNull(c.Change.After) && !slices.Contains(c.Change.Actions, "read")
}

// leavesNothing tells whether there are managed resources and none of them, nor any other, will be there: a plan made
// with -refresh-only has them in the state alone, one made with -destroy deletes them. Neither says what the
// configuration makes, and the format does not name such plans otherwise.
func (doc *document) leavesNothing() bool {
	isManaged := func(mode string) bool { return mode != "data" }
	were := slices.ContainsFunc(doc.Prior, func(r stateResource) bool { return isManaged(r.Mode) })
	for i := range doc.Changes {
		if c := &doc.Changes[i]; isManaged(c.Mode) {
			if c.Deposed == "" && !c.ends() {
				return false
			}
			were = true
		}
	}
	return were
}

func keyOf(raw json.RawMessage) cty.Value {
	if isNull(raw) {
		return cty.NilVal
	}
	if v := decode(raw, nil); v.IsKnown() && (v.Type() == cty.String || v.Type() == cty.Number) {
		return v
	}
	return cty.NilVal
}

// add takes up an instance.
func (p *Plan) add(in *Instance, mode string) error {
	const most = 1_000_000
	if in.Address == "" || in.Type == "" || in.Name == "" {
		return errors.New("it has a resource without an address, a type or a name; " + remedy)
	}
	if _, ok := callsOf(in.Module); !ok {
		return fmt.Errorf("the address of a module is not understood: %s", in.Module)
	}
	if len(p.Instances) >= most {
		return fmt.Errorf("it has more than %d resources", most)
	}
	if p.byAddress[in.Address] != nil {
		return nil // said twice
	}
	if in.Mode = graph.Managed; mode == "data" {
		in.Mode = graph.Data
	}
	in.plan = p
	in.config = p.written(in, mode)
	in.Provider, _, _ = strings.Cut(in.Type, "_")
	if in.config != nil && in.config.Provider != "" {
		in.Provider = p.provider(in.config.Provider)
	}
	p.Instances = append(p.Instances, in)
	p.byAddress[in.Address] = in
	return nil
}

// provider is the root's name for a provider configuration.
func (p *Plan) provider(key string) string {
	if name := p.providers[key]; name != "" {
		return name
	}
	if i := strings.LastIndexByte(key, ':'); i >= 0 { // of a module that configures none
		key = key[i+1:]
	}
	return key
}

// index orders the instances and makes them easy to find.
func (p *Plan) index() {
	slices.SortFunc(p.Instances, func(a, b *Instance) int { return strings.Compare(a.Address, b.Address) })
	seen := map[string]bool{}
	for _, in := range p.Instances {
		block := in.block()
		p.blocks[block] = append(p.blocks[block], in)
		if seen[in.Module] {
			continue
		}
		seen[in.Module] = true
		calls, _ := callsOf(in.Module)
		for _, c := range calls {
			if at := c.address(); !seen["call "+at] {
				seen["call "+at] = true
				p.calls[c.block()] = append(p.calls[c.block()], c.key)
			}
		}
	}
	for _, all := range p.blocks {
		slices.SortFunc(all, func(a, b *Instance) int { return compareKeys(a.key, b.key) })
	}
	for _, keys := range p.calls {
		slices.SortFunc(keys, compareKeys)
	}
}

// block is the address of the block that the instance is one of.
func (in *Instance) block() string {
	if in.Mode == graph.Data {
		return within(in.Module, "data."+in.Type+"."+in.Name)
	}
	return within(in.Module, in.Type+"."+in.Name)
}

// Partial tells why the plan may say nothing of some resources; it is "" where it speaks of all that there will be.
func (p *Plan) Partial() string { return p.partial }

// Variables are the values of the root module's variables.
func (p *Plan) Variables() map[string]cty.Value { return p.variables }

// Instance gives the instance at an address, or nil.
func (p *Plan) Instance(address string) *Instance { return p.byAddress[address] }

// Keys gives the keys of the instances of a resource or data source ("module.a[0].aws_subnet.b") or of a module call
// ("module.a"), in order; a key is [cty.NilVal] for the one instance of a block without count and for_each. Of a module
// call only the instances are known that have something in them.
func (p *Plan) Keys(block string) []cty.Value {
	if all := p.blocks[block]; all != nil {
		keys := make([]cty.Value, len(all))
		for i, in := range all {
			keys[i] = in.key
		}
		return keys
	}
	return p.calls[block]
}

// Shows tells whether each instance of a module call has something in the plan: one of them has a resource that has no
// key and stands in no module that has, so that the others have it, too.
func (p *Plan) Shows(block string) bool {
	for _, k := range p.calls[block] {
		module := block + subscript(k)
		for _, in := range p.Below(module) {
			if rest := in.Address[len(module)+1:]; written(rest) == rest {
				return true
			}
		}
	}
	return false
}

// Below gives the instances in a module instance and in all that it calls, by address.
func (p *Plan) Below(module string) []*Instance {
	prefix := module + "."
	low, _ := slices.BinarySearchFunc(p.Instances, prefix, func(in *Instance, prefix string) int { return strings.Compare(in.Address, prefix) })
	high := low
	for high < len(p.Instances) && strings.HasPrefix(p.Instances[high].Address, prefix) {
		high++
	}
	return p.Instances[low:high]
}

// Fits tells how many managed resources the plan has, and for how many of them a predicate holds, which is asked for
// the type and name of those in the root, and for "module" and the name of the call for all others.
func (p *Plan) Fits(declares func(kind, name string) bool) (fit, all int) {
	for _, in := range p.Instances {
		if in.Mode != graph.Managed {
			continue
		}
		all++
		kind, name := in.Type, in.Name
		if calls, _ := callsOf(in.Module); len(calls) > 0 {
			kind, name = "module", calls[0].name
		}
		if declares(kind, name) {
			fit++
		}
	}
	return fit, all
}

// Calls tells whether the plan says how the module instance at an address is written.
func (p *Plan) Calls(module string) bool { return p.module(module) != nil }
