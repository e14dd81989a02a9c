package cloudformation

import (
	"fmt"
	"strings"

	"github.com/archlint/archlint/parsers/cloudformation/schema"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/regions"
	"github.com/zclconf/go-cty/cty"
)

// Bounds on the evaluation of one unit. Real templates stay far below: CloudFormation takes 500 resources a template.
const (
	maxSteps     = 5_000_000 // nodes evaluated
	maxResources = 100_000   // in all stacks of a unit
	maxStacks    = 1_000     // nested ones, counted with repetition
	maxNesting   = 12        // of stacks, and of loops
	maxEval      = 400       // depth of the evaluation, through parameters, outputs and aliases
	maxText      = 4 << 20   // bytes of a string that a function makes
	maxParts     = 10_000    // texts and holes that a string is put together from
	maxMarks     = 64        // that a value may bring with it from another resource before it counts as not known
	maxValue     = 200_000   // steps that one property may take, with all that it mentions
	refSteps     = 8         // what a reference to a resource takes: it is held, and so is the edge that it becomes
)

// unit is what one Load evaluates. It belongs to one goroutine.
type unit struct {
	project   *Project
	path      string
	reading   *parameterFile // what the root is deployed with; nil where nobody says
	graph     *graph.Graph   // nil until all resources are known
	found     []graph.Diagnostic
	gaps      []graph.Gap
	ignores   []graph.Ignore
	remarked  map[*template]bool // templates whose ignores are taken up
	resources []*graph.Resource
	stacks    int
	steps     int
	ceiling   int // of steps while a property is evaluated; 0 otherwise
	depth     int
	zones     map[zoneKey]cty.Value
	cells     slab[namedCell]
	made      slab[resource]
	guessing  int               // imports that are taken for the only exports that they can mean, within each other
	naming    bool              // the names of exports are being evaluated: imports must wait
	others    map[string]*stack // stacks of other units, by file: for imports
}

// diagnose tells of a trouble, once.
func (u *unit) diagnose(severity graph.Severity, at graph.Range, format string, args ...any) {
	d := graph.Diagnostic{Severity: severity, Range: at, Message: fmt.Sprintf(format, args...)}
	if u.graph != nil {
		u.graph.Diagnose(d)
		return
	}
	u.found = append(u.found, d)
}

// spend takes steps from the budget and tells whether there were any left.
func (u *unit) spend(n int) bool {
	u.steps += n
	if u.steps <= maxSteps {
		return u.ceiling == 0 || u.steps <= u.ceiling
	}
	if u.steps-n <= maxSteps {
		u.diagnose(graph.Warning, graph.Range{File: u.path}, "evaluating this template takes more than %d steps; what is left is taken as not known", maxSteps)
	}
	return false
}

// cell holds a value that is computed once, and notices when it is asked for while it is being computed.
type cell struct {
	value      cty.Value
	size       int // steps that it took
	busy, done bool
}

// stack is a template with what its parameters are given.
type stack struct {
	unit       *unit
	template   *template
	prefix     string // of the addresses of its resources: "Network/", "" in the root
	calls      []graph.Call
	when       graph.Condition // where it is there; always known
	call       *resource       // the resource that makes it a nested stack; nil for the root
	arguments  section         // of the call
	opaque     bool            // the call may hand more than the arguments that are seen
	reading    *parameterFile  // what a root is deployed with; nil where nobody says
	parameters map[string]*cell
	maps       map[string]*rows // mappings, by name
	resources  map[string]*resource
	order      []*resource
	outputs    map[string]*named
	conditions map[string]*named
	worlds     map[string]*world
	formulas   map[string]*formula // of conditions, by name
	loops      int
	mentioned  map[string][]graph.Ref // by parameters and outputs; nil until asked for
	family     map[string][]*stack    // of an outermost stack: itself and all that are nested in it, by file; nil until asked for
	implied    map[int][]*resource    // what SAM makes the implied resources from, by their place among them; nil until asked for
}

// named is an entry of a section, in the loop that made it.
type named struct {
	pair pair
	loop *loop
	cell cell
}

// newStack makes a stack of a template and finds its resources; it does not evaluate them. prefix is that of the addresses
// in a stack without a call.
func newStack(u *unit, t *template, call *resource, prefix string) *stack {
	st := &stack{unit: u, template: t, prefix: prefix, when: graph.Always, call: call, parameters: map[string]*cell{}, worlds: map[string]*world{}}
	if call == nil {
		st.reading = u.readingOf(t.src.name)
	} else {
		st.prefix = call.address() + "/"
		st.calls = append(append([]graph.Call(nil), call.stack.calls...), graph.Call{Address: call.address(), Range: call.pair.headerLine(call.pair.whole())})
		st.when = call.when
		st.arguments, st.opaque = call.handed()
	}
	st.conditions = st.entries(t.conditions)
	st.worlds = map[string]*world{} // forget what was judged before there were conditions
	st.outputs = st.entries(t.outputs)
	st.findResources()
	return st
}

// entries are the entries of a section by name, its loops expanded.
func (st *stack) entries(s section) map[string]*named {
	out := make(map[string]*named, len(s.pairs))
	st.expand(s.pairs, nil, func(name string, p pair, l *loop) {
		out[name] = &named{pair: p, loop: l}
	})
	return out
}

// findResources makes the resources of the stack. One whose condition is false is not among them.
func (st *stack) findResources() {
	s := st.template.resources
	st.resources = make(map[string]*resource, len(s.pairs))
	st.expand(s.pairs, nil, func(name string, p pair, l *loop) {
		if p.value.kind != mapping || strings.ContainsAny(name, "[]/") || hasTag(name) { // told of by check; addresses are made with these
			return
		}
		f := p.value.frame()
		if f.kind.literal() == "" {
			return
		}
		r := st.unit.made.one()
		*r = resource{stack: st, id: name, pair: p, loop: l, frame: f, kind: f.kind.text, schema: schema.Of(f.kind.text)}
		if old := st.resources[name]; old != nil {
			old.dropped = true
		}
		st.resources[name] = r
		st.order = append(st.order, r)
	})
	for _, r := range st.order {
		r.condition = filled(r.frame.condition.literal(), r.loop)
		r.place()
	}
}

// filled is a text with the variables of its loops filled in.
func filled(text string, l *loop) string {
	if l == nil {
		return text
	}
	return l.fill(text)
}

// base is the world in which nothing is assumed.
func (st *stack) base() *world { return st.world("") }

// world is the one in which a condition is met, as inside a resource that has it.
func (st *stack) world(condition string) *world {
	w := st.worlds[condition]
	if w == nil {
		w = &world{stack: st, memo: map[string]*verdict{}, when: st.when}
		st.worlds[condition] = w
		if condition != "" {
			w.when = st.when.And(st.formula(condition).Condition)
			w.assume(condition, graph.True, 0)
		}
	}
	return w
}

// address is the address of a logical ID of the stack.
func (st *stack) address(id string) string { return st.prefix + id }

// root tells whether the stack is not nested.
func (st *stack) root() bool { return st.call == nil }

// output is the value of an output of the stack; ok is false where there is none of the name.
func (st *stack) output(name string) (v cty.Value, ok bool) {
	o := st.outputs[name]
	if o == nil {
		return cty.DynamicVal, false
	}
	value := o.pair.value.get("Value")
	if value == nil {
		return cty.UnknownVal(cty.String), true
	}
	return st.once(&o.cell, value, func() cty.Value {
		sc := scope{stack: st, world: st.base(), loop: o.loop}
		if c := o.pair.value.get("Condition").literal(); c != "" {
			c = filled(c, o.loop)
			sc.world = st.world(c)
			if st.base().condition(c, o.loop) == graph.False {
				return cty.UnknownVal(cty.String)
			}
		}
		if st.template.macro {
			return veiled(sc.eval(value, nil))
		}
		return sc.eval(value, nil)
	}), true
}

// once computes a cell. A value that depends on itself is unknown, and told of at the node.
func (st *stack) once(c *cell, at *node, compute func() cty.Value) cty.Value {
	u := st.unit
	if c.done {
		if isCollection(c.value.Type()) && !u.spend(c.size) { // values that hold each other grow without end
			return cty.DynamicVal
		}
		return c.value
	}
	if c.busy {
		if u.guessing > 0 { // the import means another stack, out of sight
			return cty.DynamicVal
		}
		u.diagnose(graph.Warning, at.firstLine(), "this value depends on itself; it is taken as not known")
		return cty.DynamicVal
	}
	outermost := u.ceiling == 0
	if outermost {
		u.ceiling = u.steps + maxValue
	}
	c.busy = true
	before := u.steps
	c.value = compute()
	c.size = u.steps - before
	c.busy, c.done = false, true
	if outermost {
		if u.steps > u.ceiling && u.steps <= maxSteps {
			u.diagnose(graph.Warning, at.firstLine(), "this value takes more than %d steps to evaluate; it is taken as not known", maxValue)
			c.value = cty.DynamicVal
		}
		u.ceiling = 0
	}
	return c.value
}

// scope is where an expression stands.
type scope struct {
	stack *stack
	world *world
	loop  *loop
}

func (sc scope) diagnose(severity graph.Severity, n *node, format string, args ...any) {
	sc.stack.unit.diagnose(severity, n.firstLine(), format, args...)
}

// pseudo are the parameters that CloudFormation itself provides.
var pseudo = map[string]bool{"AWS::AccountId": true, "AWS::NotificationARNs": true, "AWS::NoValue": true, "AWS::Partition": true,
	"AWS::Region": true, "AWS::StackId": true, "AWS::StackName": true, "AWS::URLSuffix": true}

// reference is the value of a name, as Ref and Sub give it. at is where the name stands.
func (sc scope) reference(name string, at *node) cty.Value {
	if v, ok := sc.loop.value(name); ok {
		return cty.StringVal(v)
	}
	if strings.HasPrefix(name, "AWS::") {
		return pseudoValue(name)
	}
	st := sc.stack
	if p := st.template.parameters.find(name); p != nil {
		return st.parameter(p)
	}
	if r := st.resources[name]; r != nil {
		if !st.unit.spend(refSteps) {
			return cty.DynamicVal
		}
		return r.reference()
	}
	return sc.undeclared(name, "Ref")
}

// undeclared is the value of a name that no resource is declared by: of one that SAM makes, it refers to those that it
// is made from.
func (sc scope) undeclared(name, attribute string) cty.Value {
	marks := cty.ValueMarks{}
	for _, ref := range sc.stack.generated(name).refs(attribute) {
		marks[ref] = struct{}{}
	}
	if len(marks) == 0 {
		marks[graph.Ref{Address: sc.stack.address(name), Attribute: attribute}] = struct{}{}
	}
	return cty.UnknownVal(cty.String).WithMarks(marks)
}

func pseudoValue(name string) cty.Value {
	switch name {
	case "AWS::NoValue":
		return cty.NullVal(cty.DynamicPseudoType)
	case "AWS::Region":
		return cty.StringVal(regions.Symbolic).Mark(graph.Symbol{Source: "AWS::Region"})
	case "AWS::NotificationARNs":
		return cty.UnknownVal(cty.List(cty.String))
	}
	return cty.UnknownVal(cty.String).Mark(single{})
}

// attribute is the value of an attribute of a resource, as GetAtt and Sub give it.
func (sc scope) attribute(id, attribute string, at *node) cty.Value {
	st := sc.stack
	mark := graph.Ref{Address: st.address(id), Attribute: attribute}
	r := st.resources[id]
	if r == nil {
		return sc.undeclared(id, attribute)
	}
	if !st.unit.spend(refSteps) {
		return cty.DynamicVal
	}
	if name, ok := strings.CutPrefix(attribute, "Outputs."); ok {
		if child := r.nested(); child != nil {
			if v, ok := child.output(name); ok {
				return v
			}
			if child.template.whole() {
				sc.diagnose(graph.Warning, at, "the nested stack %s has no output %s; its template is %s", id, name, child.template.src.name)
			}
		}
		return cty.UnknownVal(cty.String).Mark(mark)
	}
	v := cty.UnknownVal(cty.String)
	if r.readable() {
		v = v.Mark(single{})
	}
	if p, _ := r.property(attribute); p != nil {
		if written := r.attribute(attribute); !isNull(written) {
			v = written
		}
	}
	if len(marksOf(v)) > maxMarks {
		v = cty.UnknownVal(cty.String)
	}
	return v.Mark(mark)
}
