package cloudformation

import (
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// samType begins the types of resources that the transform AWS::Serverless-2016-10-31 makes others from.
const samType = "AWS::Serverless::"

// maxMerged is how many entries the section Globals may bring to the resources of a template, all together.
const maxMerged = 1_000_000

// mergeGlobals puts what the section Globals says of a type into the properties of each resource of that type, as the
// transform does before all else: AWS SAM Developer Guide, "Globals section of the AWS SAM template". The nodes that
// come of it are new ones; what stood in either place keeps its place.
func (t *template) mergeGlobals() {
	if t.globals == nil {
		return
	}
	m := merger{globals: newSection(t.globals.value), budget: maxMerged}
	t.resources.pairs = m.resources(t.resources.pairs, 0)
	if m.budget < 0 {
		t.rewritten, t.added = true, true
		t.gaps = append(t.gaps, graph.Gap{Range: t.globals.key.rng(), Message: "the section Globals brings more to the resources than is read"})
	}
}

// findSAM looks for what means something to SAM only: the section Globals, and queues that events give names of their
// own. A template that lacks the transform is read as if it had it.
func (t *template) findSAM(open func(string) (string, bool)) {
	for _, p := range t.resources.pairs {
		kind := p.value.frame().kind
		if !strings.HasPrefix(kind.literal(), samType) {
			continue
		}
		if !t.sam {
			t.extended, t.sam = true, true
			if !t.rewritten && t.filledIn == nil && len(t.gaps) == 0 {
				t.diagnostics = append(t.diagnostics, graph.Diagnostic{Severity: graph.Error, Range: kind.firstLine(),
					Message: kind.text + " is a type of AWS SAM, and the template does not ask for it; write Transform: " + transformSAM})
			}
		}
		for _, event := range p.value.get("Properties").get("Events").entries() {
			t.findQueues(p.key.text, event.value.get("Properties"))
		}
	}
	if p := t.root.find("Globals"); t.sam && p != nil && p.value.kind == mapping {
		t.globals = &pair{key: p.key, value: t.include(p.value, open)}
	}
}

// findQueues looks for the names that an event gives to the queue that SAM makes for it and to that queue's policy.
func (t *template) findQueues(owner string, properties *node) {
	for _, n := range []*node{properties, properties.get("DeadLetterConfig"), properties.get("SqsSubscription")} {
		for _, key := range []string{"QueueLogicalId", "QueuePolicyLogicalId"} {
			if name := n.get(key).literal(); name != "" {
				if t.queues == nil {
					t.queues = map[string]string{}
				}
				t.queues[name] = owner
			}
		}
	}
}

// entries are the entries of a mapping; nil of all else.
func (n *node) entries() []pair {
	if n == nil || n.kind != mapping {
		return nil
	}
	return n.pairs
}

// merger puts what the section Globals says into resources.
type merger struct {
	globals section
	budget  int
}

// resources gives the entries of a section, those inside loops included, with what Globals brings them.
func (m *merger) resources(pairs []pair, depth int) []pair {
	out := slices.Clone(pairs)
	for i, p := range out {
		switch n := p.value; {
		case depth > maxNesting:
		case !strings.HasPrefix(p.key.text, forEach):
			out[i].value = m.resource(n)
		case n.kind == sequence && len(n.items) == 3 && n.items[2].kind == mapping:
			body := remade(n.items[2])
			body.pairs = m.resources(body.pairs, depth+1)
			loop := remade(n)
			loop.items = []*node{n.items[0], n.items[1], body}
			out[i].value = loop
		}
	}
	return out
}

// resource gives a resource with what Globals brings it.
func (m *merger) resource(n *node) *node {
	if n.kind != mapping || n.fn != noFunction {
		return n
	}
	kind, sam := strings.CutPrefix(n.frame().kind.literal(), samType)
	global := m.globals.find(kind)
	if !sam || global == nil || global.value.kind != mapping {
		return n
	}
	brought := without(global.value, n.get("IgnoreGlobals"))
	own := n.find("Properties")
	if len(brought.pairs) == 0 || own != nil && own.value.fn != noFunction { // a function has been run by then
		return n
	}
	out := remade(n)
	if own == nil || own.value.kind != mapping {
		out.pairs = append(slices.Clone(n.pairs), pair{key: propertiesKey(global), value: brought})
		return out
	}
	out.pairs = slices.Clone(n.pairs)
	for i := range out.pairs {
		if out.pairs[i].value == own.value {
			out.pairs[i].value = m.merged(brought, own.value, 0)
		}
	}
	return out
}

// propertiesKey is a key "Properties" that stands where Globals has the type.
func propertiesKey(global *pair) *node {
	key := *global.key
	key.text = "Properties"
	return &key
}

// without leaves out the entries that a resource's IgnoreGlobals names: a list of them, or "*" for all.
func without(global, ignored *node) *node {
	if ignored == nil {
		return global
	}
	out := remade(global)
	out.pairs = nil
	if ignored.literal() == "*" {
		return out
	}
	names := map[string]bool{}
	for _, item := range ignored.items {
		names[item.literal()] = true
	}
	for _, p := range global.pairs {
		if !names[p.key.text] {
			out.pairs = append(out.pairs, p)
		}
	}
	return out
}

// merged puts two values together: mappings entry by entry, lists one behind the other, the global one first; of
// anything else, and where a function makes one of them, the resource's own counts.
func (m *merger) merged(global, own *node, depth int) *node {
	if depth > maxDepth || global.fn != noFunction || own.fn != noFunction || global.kind != own.kind {
		return own
	}
	switch own.kind {
	case sequence:
		if m.budget -= len(global.items); m.budget < 0 {
			return own
		}
		out := remade(own)
		out.items = slices.Concat(global.items, own.items)
		return out
	case mapping:
		if m.budget -= len(global.pairs) + len(own.pairs); m.budget < 0 {
			return own
		}
		at := make(map[string]int, len(global.pairs))
		out := remade(own)
		out.pairs = make([]pair, 0, len(global.pairs)+len(own.pairs))
		for _, p := range global.pairs {
			at[p.key.text] = len(out.pairs)
			out.pairs = append(out.pairs, p)
		}
		for _, p := range own.pairs {
			if i, both := at[p.key.text]; both {
				out.pairs[i] = pair{key: p.key, value: m.merged(out.pairs[i].value, p.value, depth+1)}
				continue
			}
			out.pairs = append(out.pairs, p)
		}
		return out
	}
	return own
}

// remade is a copy of a node, to be given other children, that ends where the node does.
func remade(n *node) *node {
	out := *n
	out.stop = n.end()
	return &out
}

// isGlobal tells whether a node was written in the section Globals.
func (t *template) isGlobal(n *node) bool {
	if t.globals == nil || n.file != t.globals.value.file {
		return false
	}
	return n.start >= t.globals.value.start && n.start < t.globals.value.end()
}

// isSAM tells whether SAM makes other resources from the resource.
func (r *resource) isSAM() bool { return r.stack.template.sam && strings.HasPrefix(r.kind, samType) }

// implied are the resources that SAM makes once for a whole template, by how their names begin, and what those that it
// makes them from have: a property, or an event of a type that names no API. AWS SAM Developer Guide, "Generated AWS
// CloudFormation resources for AWS SAM", and the source of the transform.
var implied = []struct{ name, property, event, api string }{
	{name: "ServerlessRestApi", event: "Api", api: "RestApiId"},
	{name: "ServerlessHttpApi", event: "HttpApi", api: "ApiId"},
	{name: "ServerlessDeploymentApplication", property: "DeploymentPreference"},
	{name: "CodeDeployServiceRole", property: "DeploymentPreference"},
	{name: "ServerlessUsagePlan", property: "Auth"},
	{name: "ServerlessApiKey", property: "Auth"},
	{name: "ApiGatewayDomainName", property: "Domain"},
	{name: "RecordSetGroup", property: "Domain"},
	{name: "DomainNameAccessAssociation", property: "Domain"},
}

// hasImplicitEvent tells whether the resource has an event of a type that names no API, so that SAM makes one.
func (r *resource) hasImplicitEvent(kind, api string) bool {
	p, _ := r.property("Events")
	if p == nil || p.value.kind != mapping {
		return false
	}
	return slices.ContainsFunc(p.value.pairs, func(event pair) bool {
		return event.value.get("Type").literal() == kind && event.value.get("Properties").find(api) == nil
	})
}

// maxMakers is how many resources a name is traced back to: no more than a value carries references.
const maxMakers = 16

// makers are the resources that SAM makes one of the implied ones from, found once.
func (st *stack) makers(i int) []*resource {
	if found, ok := st.implied[i]; ok {
		return found
	}
	one := implied[i]
	var found []*resource
	for _, r := range st.order {
		if !r.isSAM() || r.dropped || r.exists == graph.False || len(found) == maxMakers {
			continue
		}
		if one.property != "" {
			if p, _ := r.property(one.property); p == nil {
				continue
			}
		} else if !r.hasImplicitEvent(one.event, one.api) {
			continue
		}
		found = append(found, r)
	}
	if st.implied == nil {
		st.implied = map[int][]*resource{}
	}
	st.implied[i] = found
	return found
}

// A generated is what a name means that no resource is declared by: one that SAM makes from declared ones.
type generated struct {
	from []*resource // by logical ID; one, but for what SAM makes once for all
	part string      // what of it is meant, as in "Role", "Alias" or "Stage"
}

// generated finds from what SAM makes the resource of a name; from is empty where it makes none. A name may be made of
// the logical ID of a resource and more, as in WebRole and Web.Version.
func (st *stack) generated(name string) generated {
	if !st.template.sam {
		return generated{}
	}
	if r := st.resources[st.template.queues[name]]; r != nil {
		return generated{from: []*resource{r}, part: "Queue"}
	}
	for i := len(name) - 1; i > 0; i-- {
		if r := st.resources[name[:i]]; r != nil && r.pair.value.makes(r.kind) {
			return generated{from: []*resource{r}, part: r.part(name[i:])}
		}
	}
	for i, one := range implied {
		if strings.HasPrefix(name, one.name) {
			return generated{from: st.makers(i), part: name}
		}
	}
	return generated{}
}

// part is what a name means that has more behind the logical ID of a resource. The alias of a function has its own name
// there, as in WebAliaslive, and is also referred to as Web.Alias.
func (r *resource) part(rest string) string {
	rest = strings.TrimPrefix(rest, ".")
	if name, ok := strings.CutPrefix(rest, "Alias"); ok && name != "" {
		if p, _ := r.property("AutoPublishAlias"); p != nil && (!p.value.isText() || name == alphanumeric(p.value.text)) {
			return "Alias"
		}
	}
	return rest
}

// refs are the references to what the name is made from, by an attribute of what the name means or by "Ref".
func (made generated) refs(attribute string) (out []graph.Ref) {
	for _, r := range made.from {
		out = append(out, graph.Ref{Address: r.address(), Attribute: made.part + "." + attribute})
	}
	return out
}

// makes tells whether SAM makes others from a resource of a type: it is one of its own, or has connectors.
func (n *node) makes(kind string) bool {
	return strings.HasPrefix(kind, samType) || n.find("Connectors") != nil
}

// generatedName tells whether a name may be that of a resource that SAM makes from those of the template.
func (t *template) generatedName(name string) bool {
	if !t.sam {
		return false
	}
	if t.queues[name] != "" {
		return true
	}
	for i := len(name) - 1; i > 0; i-- {
		if p := t.resources.find(name[:i]); p != nil && p.value.makes(p.value.frame().kind.literal()) {
			return true
		}
	}
	for _, one := range implied {
		if strings.HasPrefix(name, one.name) {
			return true
		}
	}
	return false
}
