package cloudformation

import (
	"fmt"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/cloudformation/schema"
	"github.com/archlint/archlint/parsers/graph"
)

// maxChecked is how many nodes of a template are checked: aliases can make a small file endless.
const maxChecked = 2_000_000

// checker looks over a template, without evaluating anything, for what CloudFormation would refuse: functions called
// the wrong way, names that mean nothing.
type checker struct {
	t       *template
	names   bool               // every name is known: no loop or transform makes others, and all of the file was read
	missing []graph.Diagnostic // names that mean nothing, unless another tool adds what they mean
	budget  int
	told    told
}

// told is what something was told of last: a text of a megabyte may name a hundred thousand things that are not there.
type told struct {
	of     *node
	at     graph.Range // its first line
	tagged bool        // a tag of another tool stands in it
}

// last looks at a node, once where it is the same again.
func (c *checker) last(n *node) told {
	if c.told.of != n {
		c.told = told{of: n, at: n.firstLine(), tagged: hasTag(n.literal())}
	}
	return c.told
}

// check reports what is wrong with the template's parameters, conditions, resources and outputs.
func (t *template) check() {
	c := &checker{t: t, names: t.whole(), budget: maxChecked}
	for _, s := range []section{t.parameters, t.conditions, t.resources, t.outputs} {
		for _, p := range s.pairs {
			if strings.HasPrefix(p.key.text, "Fn::") {
				c.names = false
			}
		}
	}
	for _, p := range t.parameters.pairs {
		c.parameter(p)
	}
	for _, p := range t.conditions.pairs {
		c.entry(p, func(p pair) { c.condition(p.value, 0) })
	}
	for _, p := range t.resources.pairs {
		c.entry(p, c.resource)
	}
	for _, p := range t.outputs.pairs {
		c.entry(p, c.output)
	}
	c.globals()
	c.conclude()
}

// globals checks what the section Globals brings to resources; what it has for types that no resource is of counts for
// nothing.
func (c *checker) globals() {
	if c.t.globals == nil {
		return
	}
	used := map[string]bool{}
	for _, p := range c.t.resources.pairs {
		used[p.value.frame().kind.literal()] = true
	}
	for _, p := range c.t.globals.value.pairs {
		if used[samType+p.key.text] {
			c.value(p.value, 0)
		}
	}
}

// conclude tells of the names that mean nothing. A file that another tool fills in may be a part of a template, whose
// other parts have them.
func (c *checker) conclude() {
	t := c.t
	if t.filledIn == nil {
		t.diagnostics = append(t.diagnostics, c.missing...)
		return
	}
	at := *t.filledIn
	message := t.variable + " is no name of CloudFormation: another tool must put something in its place before the template is deployed, so that it is taken as not known"
	if len(c.missing) > 0 {
		t.gaps = append(t.gaps, graph.Gap{Range: at, Message: "this file is a part of a template that another tool puts together; the other parts are not seen"})
		message += ", and names that are not in this file are not told of"
	}
	t.diagnostics = append(t.diagnostics, graph.Diagnostic{Severity: graph.Info, Range: at, Message: message})
}

func (c *checker) tell(severity graph.Severity, n *node, format string, args ...any) {
	c.t.diagnostics = append(c.t.diagnostics, graph.Diagnostic{Severity: severity, Range: c.last(n).at, Message: fmt.Sprintf(format, args...)})
}

// absent tells that what is mentioned is not in the template.
func (c *checker) absent(n *node, format string, args ...any) {
	if at := c.last(n); c.names && !at.tagged {
		c.missing = append(c.missing, graph.Diagnostic{Severity: graph.Error, Range: at.at, Message: fmt.Sprintf(format, args...)})
	}
}

// entry checks an entry of a section; a loop makes such entries.
func (c *checker) entry(p pair, check func(pair)) {
	if !strings.HasPrefix(p.key.text, forEach) {
		if !strings.HasPrefix(p.key.text, "Fn::") {
			check(p)
		}
		return
	}
	if !c.t.extended {
		c.tell(graph.Warning, p.key, "loops need the transform AWS::LanguageExtensions; add it to the template")
	}
	n := p.value
	if n.kind != sequence || len(n.items) != 3 || !n.items[0].isText() || n.items[2].kind != mapping {
		c.tell(graph.Error, p.key, "a loop is a list of a name, a collection, and a mapping of what to make; this one is not read")
		return
	}
	c.value(n.items[1], 0)
	for _, inner := range n.items[2].pairs {
		c.entry(inner, check)
	}
}

func (c *checker) parameter(p pair) {
	if strings.HasPrefix(p.key.text, "Fn::") {
		return
	}
	if p.value.kind != mapping || p.value.get("Type").literal() == "" {
		c.tell(graph.Error, p.key, "the parameter %s has no type; write Type: String, or what it is", p.key.text)
	}
}

func (c *checker) output(p pair) {
	if p.value.kind != mapping {
		c.tell(graph.Error, p.key, "the output %s is no mapping; it needs a Value", p.key.text)
		return
	}
	c.conditionName(p.value.get("Condition"))
	if v := p.value.get("Value"); v != nil {
		c.value(v, 0)
	} else if p.value.find("Fn::Transform") == nil {
		c.tell(graph.Error, p.key, "the output %s has no Value", p.key.text)
	}
	if e := p.value.get("Export").get("Name"); e != nil {
		c.value(e, 0)
	}
}

func (c *checker) resource(p pair) {
	if hasTag(p.key.text) || p.value.fn == fnUnknown || p.value.fn == fnTransform || c.t.fills(p.value) {
		return // a gap
	}
	if p.value.kind != mapping || p.value.fn != noFunction {
		c.tell(graph.Error, p.key, "the resource %s is no mapping; it needs a Type", p.key.text)
		return
	}
	if id := p.key.text; alphanumeric(id) != id && !loopName(id) && !c.t.rewritten {
		c.tell(graph.Error, p.key, "the logical ID %q may have letters and digits only", id)
	}
	f := p.value.frame()
	if f.kind.literal() == "" && f.transform == nil && !c.t.rewritten {
		c.tell(graph.Error, p.key, "the resource %s has no Type, such as AWS::EC2::Instance; it is not read", p.key.text)
	}
	c.conditionName(f.condition)
	c.propertyNames(f.kind.literal(), f.properties)
	for _, one := range p.value.pairs {
		switch one.key.text {
		case "Properties", "UpdatePolicy", "CreationPolicy", "DeletionPolicy", "UpdateReplacePolicy":
			c.value(one.value, 0)
		case "DependsOn":
			for _, n := range append(slices.Clone(one.value.items), one.value) {
				if id := n.literal(); id != "" && c.t.resources.find(id) == nil && !loopName(id) && !c.inModule(id) && !c.t.generatedName(id) {
					c.absent(n, "%s depends on %s, which is no resource of this template", p.key.text, id)
				}
			}
		}
	}
}

// propertyNames tells of properties that the resource type does not have, where it has one whose name differs by a
// slip of the pen. Others may be newer than the schema.
func (c *checker) propertyNames(kind string, written *node) {
	if written == nil || written.kind != mapping || written.fn != noFunction || strings.HasPrefix(kind, "AWS::Serverless::") {
		return // the schema spells the types of SAM in a way of its own
	}
	t := schema.Of(kind)
	for _, p := range written.pairs {
		name := p.key.text
		if _, ok := t.Property(name); ok || strings.HasPrefix(name, "Fn::") || legacy[kind+"."+name] {
			continue
		}
		for _, near := range t.Properties() {
			if slipped(name, near) && written.find(near) == nil {
				c.tell(graph.Info, p.key, "%s has no property %s; did you mean %s?", kind, name, near)
				break
			}
		}
	}
}

// legacy are properties that a type has besides a newer one of nearly the same name, and that the schema lacks:
// CloudFormation Template Reference, AWS::AutoScaling::AutoScalingGroup.
var legacy = map[string]bool{"AWS::AutoScaling::AutoScalingGroup.NotificationConfiguration": true}

// slipped tells whether two names differ only in case, by one letter that is missing, or by two letters in the wrong
// order.
func slipped(a, b string) bool {
	if strings.EqualFold(a, b) {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return len(b) == len(a)+1 && a[i:] == b[i+1:]
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// conditionName checks a mention of a condition.
func (c *checker) conditionName(n *node) {
	if name := n.literal(); name != "" && c.t.conditions.find(name) == nil && !loopName(name) {
		c.absent(n, "there is no condition %s in this template", name)
	}
}

// loopName tells whether a name has a loop's variable in it.
func loopName(name string) bool { return strings.Contains(name, "${") || strings.Contains(name, "&{") }

// condition checks the expression of a condition.
func (c *checker) condition(n *node, depth int) {
	if c.budget--; c.budget < 0 || depth > maxDepth {
		return
	}
	fn, arg := conditionCall(n)
	switch fn {
	case fnCondition:
		c.conditionName(arg)
	case fnAnd, fnOr, fnNot:
		if c.arity(n) {
			for _, item := range arg.items {
				c.condition(item, depth+1)
			}
		}
	case noFunction:
		if slices.ContainsFunc(n.pairs, func(p pair) bool { return hasTag(p.key.text) }) {
			return
		}
		if n.kind == mapping || n.kind == sequence {
			c.tell(graph.Error, n, "a condition is made by Fn::Equals, Fn::And, Fn::Or, Fn::Not or Condition; this is taken as not known")
		}
	default:
		c.value(n, depth)
	}
}

// value checks a value and all that it holds.
func (c *checker) value(n *node, depth int) {
	if c.budget--; c.budget < 0 || depth > maxDepth || n.isText() {
		return
	}
	if n.fn == noFunction || n.fn == fnCondition {
		for _, p := range n.pairs {
			c.value(p.value, depth+1)
		}
		for _, item := range n.items {
			c.value(item, depth+1)
		}
		return
	}
	arg := n.arg
	if arg != nil && (arg.kind == broken || hasTag(arg.literal())) {
		return // another tool fills it in
	}
	switch n.fn {
	case fnRef:
		if !arg.isText() {
			if arg.fn == noFunction {
				c.tell(graph.Error, n, "Ref takes the name of a parameter or a resource; this is taken as not known")
			}
			return
		}
		c.name(arg, arg.text)
	case fnGetAtt:
		c.getAtt(n)
	case fnSub:
		c.sub(n, depth)
	case fnIf:
		if c.arity(n) {
			if arg.items[0].isText() {
				c.conditionName(arg.items[0])
			} else {
				c.condition(arg.items[0], depth+1)
			}
			c.value(arg.items[1], depth+1)
			c.value(arg.items[2], depth+1)
		}
	case fnEquals, fnJoin, fnSelect, fnSplit, fnFindInMap, fnCidr:
		if !c.arity(n) {
			return
		}
		for _, item := range arg.items {
			c.value(item, depth+1)
		}
		if n.fn == fnFindInMap {
			if name := arg.items[0].literal(); name != "" && c.t.mappings.find(name) == nil && !loopName(name) && len(arg.items) == 3 {
				c.absent(n, "there is no mapping %s in this template", name)
			}
		}
	case fnAnd, fnOr, fnNot:
		c.condition(n, depth+1)
	case fnTransform, fnRule, fnGetStackOutput:
	case fnUnknown:
		if n.kind == mapping && len(n.pairs) == 1 && strings.HasPrefix(n.pairs[0].key.text, "Fn::") && !c.t.rewritten {
			c.tell(graph.Warning, n, "CloudFormation has no function %s; its value is taken as not known", n.pairs[0].key.text)
		}
	default:
		c.value(arg, depth+1)
	}
}

// arity checks the number of arguments of a function that takes a list.
func (c *checker) arity(n *node) bool {
	least, most := n.fn.arity()
	if n.arg.fn != noFunction {
		if n.arg.fn != fnTransform && !c.t.rewritten {
			c.tell(graph.Error, n, "%v takes a written list of arguments, and this one is made by a function; it is taken as not known", n.fn)
		}
		return false
	}
	if got := len(n.arg.items); n.arg.kind != sequence || got < least || got > most {
		want := fmt.Sprint(least)
		if most > least {
			want = fmt.Sprintf("%d to %d", least, most)
		}
		found := fmt.Sprintf("%d are given", got)
		if n.arg.kind != sequence {
			found = "no list is given"
		}
		c.tell(graph.Error, n, "%v takes a list of %s arguments and %s; it is taken as not known", n.fn, want, found)
		return false
	}
	return true
}

func (c *checker) getAtt(n *node) {
	arg := n.arg
	switch {
	case arg.isText():
		id, attribute, ok := strings.Cut(arg.text, ".")
		if !ok || id == "" || attribute == "" {
			c.tell(graph.Error, n, "Fn::GetAtt takes a resource and an attribute, as in Web.Arn; this is taken as not known")
			return
		}
		c.resourceName(arg, id)
	case arg.kind == sequence && arg.fn == noFunction && len(arg.items) >= 2:
		if id := arg.items[0].literal(); id != "" {
			id, _, _ = strings.Cut(id, ".")
			c.resourceName(arg.items[0], id)
		}
	case arg.fn == noFunction:
		c.tell(graph.Error, n, "Fn::GetAtt takes a resource and an attribute, as in Web.Arn; this is taken as not known")
	}
}

// resourceName checks the name of a resource.
func (c *checker) resourceName(at *node, id string) {
	if !loopName(id) && c.t.resources.find(id) == nil && !c.inModule(id) && !c.t.generatedName(id) {
		c.absent(at, "there is no resource %s in this template", id)
	}
}

// inModule tells whether a name may be that of a resource of a module.
func (c *checker) inModule(id string) bool {
	return slices.ContainsFunc(c.t.modules, func(module string) bool { return strings.HasPrefix(id, module) })
}

// name checks what a Ref names.
func (c *checker) name(at *node, name string) {
	if loopName(name) || pseudo[name] || c.t.parameters.find(name) != nil || c.t.resources.find(name) != nil || c.inModule(name) || c.t.generatedName(name) {
		return
	}
	if id, _, dotted := strings.Cut(name, "."); dotted && c.t.resources.find(id) != nil {
		return // into a module
	}
	c.absent(at, "there is no parameter or resource %s in this template", name)
}

// isVariable tells whether a text has the form of a variable of Fn::Sub: letters, digits, underscores, dots, colons.
func isVariable(text string) bool {
	for i := range len(text) {
		switch c := text[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= ':', c == '_', c == '.':
		default:
			return false
		}
	}
	return text != ""
}

func (c *checker) sub(n *node, depth int) {
	arg := n.arg
	var variables *node
	if arg.kind == sequence && arg.fn == noFunction {
		if len(arg.items) < 1 || len(arg.items) > 2 || len(arg.items) == 2 && (arg.items[1].kind != mapping || arg.items[1].fn != noFunction) {
			c.tell(graph.Error, n, "Fn::Sub takes a text, or a list of a text and a mapping of variables; this is taken as not known")
			return
		}
		if len(arg.items) == 2 {
			variables = arg.items[1]
			for _, p := range variables.pairs {
				c.value(p.value, depth+1)
			}
		}
		arg = arg.items[0]
	}
	if !arg.isText() {
		if arg.fn == noFunction {
			c.tell(graph.Error, n, "Fn::Sub takes a text, or a list of a text and a mapping of variables; this is taken as not known")
		}
		return
	}
	eachVariable(arg.text, func(string) {}, func(name string, _ int) {
		switch id, _, dotted := strings.Cut(name, "."); {
		case variables.find(name) != nil:
		case foreign(name):
			c.t.fillIn(arg, name)
		case !isVariable(name):
			if !loopName(name) {
				c.tell(graph.Error, arg, "${%s} is no variable of Fn::Sub; write ${!%s} for the text itself", name, name)
			}
		case dotted && c.t.parameters.find(name) == nil:
			if variables.find(id) == nil {
				c.resourceName(arg, id)
			}
		default:
			c.name(arg, name)
		}
	})
}
