package graph

import (
	"cmp"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// Language is the language that a unit is written in. Only the vocabulary in parsers/aws looks at it.
type Language uint8

// The two languages.
const (
	Terraform Language = iota
	CloudFormation
	Languages // how many there are
)

// String is "terraform" or "cloudformation".
func (l Language) String() string { return [...]string{"terraform", "cloudformation"}[l] }

// Mode tells how a resource stands in the configuration.
type Mode uint8

// The modes. A Module is a call of a module or stack that could not be read: a gap that knows what it was handed.
// Imported is a resource that another unit manages and that this one's references lead to: it is judged there, and here
// only seen.
const (
	Managed Mode = iota
	Data
	Module
	Imported
)

// String is "managed", "data", "module" or "imported".
func (m Mode) String() string { return [...]string{"managed", "data", "module", "imported"}[m] }

// Source answers for one resource from its syntax. The parsers implement it; every answer is computed when asked.
type Source interface {
	// Attributes are the names of the attributes and blocks that are written, sorted; meta-arguments are not among
	// them.
	Attributes() []string
	// Attribute evaluates one attribute as the provider or service would be given it: null where it is not written or
	// written as null, unknown where that cannot be told. Nested blocks are a tuple of objects, or an unknown value
	// where their number is not decided. References ride on it as marks.
	Attribute(name string) cty.Value
	// Locate gives the narrowest range that was written for the path, whose first step is the attribute's name; the
	// range has no file where nothing was written.
	Locate(path cty.Path) Range
	// Trace gives the way that the value at the path took, from where it is used to where it was written. It is empty
	// where nothing was written.
	Trace(path cty.Path) []Step
	// Ignored tells whether changes of the named attribute made outside are left alone (Terraform's ignore_changes). It is
	// Unknown in what a plan alone tells of, since a plan does not say.
	Ignored(attribute string) Tri
	// Mentions are the references to other resources that stand in what was written of the resource, wherever they
	// stand: also in meta-arguments, in branches that are not taken, and behind locals, arguments and outputs. They
	// are found in the syntax, so that there are more of them than the attributes' values carry; rules ask for those.
	Mentions() []Mention
}

// A BlockSource is a [Source] that tells nested blocks one by one where their number is not decided.
type BlockSource interface {
	// Blocks are the nested blocks of a name, in order, with those that may be there among them; open tells that there
	// may be others still.
	Blocks(name string) (all []NestedBlock, open bool)
}

// A ShapeSource is a [BlockSource] that tells what the nested blocks look like that it cannot tell one by one.
type ShapeSource interface {
	// Shapes are objects of which one at least is what each of the others looks like that [BlockSource.Blocks] does not
	// give; ok is false where they may look like anything.
	Shapes(name string) (shapes []cty.Value, ok bool)
}

// A NestedBlock is a nested block of a resource as an object. Exists is True or Unknown.
type NestedBlock struct {
	Value  cty.Value
	Exists Tri
}

// A Mention is a reference that stands in what was written of a resource.
type Mention struct {
	Attribute string // where it stands, without indices: "launch_template.id"; "depends_on", "provisioner.command"
	Ref       Ref    // without a key it means every instance; Possible where it may not be what comes to count
}

// Mentions gathers what [Source.Mentions] gives: references of which Possible is unset, and whether any of those to the
// same thing at the same attribute is certain.
type Mentions map[Mention]bool

// Add takes up a mention, which is certain unless it is possible.
func (all Mentions) Add(m Mention) {
	certain := !m.Ref.Possible
	m.Ref.Possible, m.Ref.When = false, Condition{}
	all[m] = all[m] || certain
}

// List gives each mention once, by attribute, address and attribute referred to.
func (all Mentions) List() []Mention {
	out := make([]Mention, 0, len(all))
	for m, certain := range all {
		m.Ref.Possible = !certain
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b Mention) int {
		return cmp.Or(cmp.Compare(a.Attribute, b.Attribute), cmp.Compare(a.Ref.Address, b.Ref.Address), cmp.Compare(a.Ref.Attribute, b.Ref.Attribute))
	})
	return out
}

// A Call is one call on the way from the root to a resource in a module or nested stack.
type Call struct {
	Address string // "module.web", "module.web[0].module.asg"; a logical ID path for nested stacks
	Range   Range  // of the header line of the call
}

// A Resource is one instance of a resource, a data source, or an unread module.
type Resource struct {
	Address  string // Terraform's own ("module.x.aws_subnet.a[0]"); logical IDs for CloudFormation ("Network/SubnetA"); behind its unit's path and a colon where that is another
	Type     string // "aws_subnet", "AWS::EC2::Subnet"; the module's source for an unread module
	Maker    string // the path of the construct that a program made it by ("Web/Db/Resource", of the CDK); "" where nobody says
	Name     string // the last label or logical ID: "a", "SubnetA"
	Mode     Mode
	Formerly []string // the addresses that it had before, the last one first, where the source tells of them
	Owner    string   // the unit that it is declared in, where that is another than the graph's; "" else
	Language Language
	Provider string    // "aws", "aws.west": the provider configuration, as the root names it; "" in CloudFormation
	Exists   Tri       // True, or Unknown where it may not exist or its number is not known
	When     Condition // where it exists; a graph gives one that hangs on nothing else to what may exist without any
	Range    Range     // the whole block
	Header   Range     // its first line: what is shown where no attribute is to blame
	Calls    []Call    // from the root inwards; empty in the root
	Source   Source

	graph  *Graph
	alone  [1]*Resource // itself
	values []attribute  // those that have been asked for and are written
	absent []string     // those that have been asked for and are not: by far the most

	further map[string]cty.Value // those of both sorts beyond mostListed; nil for nearly every resource

	mentions  []Mention // once they have been asked for
	mentioned bool
}

// Mentions are those of the resource's source, found once.
func (r *Resource) Mentions() []Mention {
	if !r.mentioned {
		r.mentions, r.mentioned = r.Source.Mentions(), true
	}
	return r.mentions
}

// Foreign tells whether a published module makes the resource that is known by a summary alone: it is shown where that
// module is called, and whoever calls it can write its arguments, but not into the resource.
func (r *Resource) Foreign() bool {
	return slices.ContainsFunc(r.Calls, func(c Call) bool { return c.Range == r.Header })
}

// Graph is the graph that the resource belongs to.
func (r *Resource) Graph() *Graph { return r.graph }

// mostListed is how many attributes of a resource are looked for one by one: no resource has more that rules ask for.
const mostListed = 128

// Attribute evaluates one attribute, once; see [Source].
func (r *Resource) Attribute(name string) cty.Value {
	for _, a := range r.values { // a rule or two ask for a few each: shorter than a map's way
		if a.name == name {
			return a.value
		}
	}
	absent := cty.NullVal(cty.DynamicPseudoType)
	if slices.Contains(r.absent, name) {
		return absent
	}
	if v, known := r.further[name]; known {
		return v
	}
	v := r.Source.Attribute(name)
	if len(r.values)+len(r.absent) >= mostListed {
		if v == cty.NilVal {
			v = absent
		}
		if r.further == nil {
			r.further = map[string]cty.Value{}
		}
		r.further[name] = v
		return v
	}
	if v == cty.NilVal || v == absent {
		if r.absent == nil {
			r.absent = make([]string, 0, 8)
		}
		r.absent = append(r.absent, name)
		return absent
	}
	if r.values == nil {
		r.values = make([]attribute, 0, 4)
	}
	r.values = append(r.values, attribute{name, v})
	return v
}

// Blocks are the nested blocks of a name one by one, where their number is not decided; see [BlockSource].
func (r *Resource) Blocks(name string) (all []NestedBlock, open bool) {
	if s, ok := r.Source.(BlockSource); ok {
		return s.Blocks(name)
	}
	return nil, true
}

// Shapes are what the nested blocks of a name look like that [Resource.Blocks] does not give; see [ShapeSource].
func (r *Resource) Shapes(name string) (shapes []cty.Value, ok bool) {
	if s, is := r.Source.(ShapeSource); is {
		return s.Shapes(name)
	}
	return nil, false
}

// attribute is one that has been evaluated.
type attribute struct {
	name  string
	value cty.Value
}

// Locate gives the narrowest range written for the path, or the resource's header where nothing was written.
func (r *Resource) Locate(path cty.Path) Range {
	if at := r.Source.Locate(path); at.Known() {
		return at
	}
	return r.Header
}

// With tells whether the resource exists where another one does: True wherever that is, False nowhere.
func (r *Resource) With(other *Resource) Tri { return r.When.Given(other.When).Tri() }

// Many tells whether the resource stands for an unknown number of instances ("aws_x.y[*]").
func (r *Resource) Many() bool { return strings.HasSuffix(r.Address, "[*]") }

// Relation names what an edge means.
type Relation string

// The relations; References is any other mention.
const (
	InSubnet      Relation = "in-subnet"
	AttachedTo    Relation = "attached-to"
	ForwardsTo    Relation = "forwards-to"
	ListensOn     Relation = "listens-on"
	MemberOf      Relation = "member-of"
	ReplicaOf     Relation = "replica-of"
	GuardedBy     Relation = "guarded-by"
	Admits        Relation = "admits"
	RoutesTo      Relation = "routes-to"
	LaunchedFrom  Relation = "launched-from"
	Mounts        Relation = "mounts"
	DeadLettersTo Relation = "dead-letters-to"
	Scales        Relation = "scales"
	References    Relation = "references"
)

// An Edge leads from the resource whose attribute mentions another to that other.
type Edge struct {
	From, To  *Resource
	Relation  Relation
	Attribute string // of From, where the mention stands
	Certain   bool   // false: the mention stands in a branch that may not be taken, or either end may not exist
}

// A Gap is a place where something that belongs to the graph could not be read.
type Gap struct {
	Range   Range
	Message string
	// Module is the unread module or stack, whose attributes are what it was handed. It is nil where a file was not
	// read: then anything may be missing.
	Module *Resource
}

// A Bundle is the directory of an application in the scanned tree, whose files settle part of how the platform that runs
// it is configured.
type Bundle struct {
	Dir string // with forward slashes
	// Read gives the files that settle it, sorted by path; the error is about the first that cannot be read.
	Read func() ([]BundleFile, error)
}

// A BundleFile is a file of a [Bundle].
type BundleFile struct {
	Path    string // from the scan's root, with forward slashes
	Content []byte // nil where only the file's presence counts
	Value   any    // what Content means: maps by string, slices and scalars; nil where it is broken
	Broken  error  // why it cannot be understood
}

// A Graph holds the resources of one unit: a Terraform root with all it calls, or a stack with its nested stacks.
type Graph struct {
	Unit     string // the root's directory or the template's path, with forward slashes
	Reading  string // the parameter file that the unit is read with, where there may be several; "" else
	Language Language
	Gaps     []Gap
	Ignores  []Ignore // of all the files that the unit is made of
	Library  bool     // nobody calls it, and what it would be given is not known: a module that waits for a caller
	// Bundles are the applications that the unit may run, by directory: those that lie about it in the scanned tree.
	Bundles []Bundle
	// Offers evaluates what the unit hands to whoever uses it, out of sight: the outputs of a module that nobody calls,
	// the exports of a template. It is nil where there is nothing of the kind; see [Graph.Offered].
	Offers func() []cty.Value
	// Outputs evaluates all that the unit puts out, also for those who only read it: other units, scripts and people. It is
	// nil where there is nothing; see [Graph.PutOut].
	Outputs func() []cty.Value
	// Beside gives what any value may refer to although nothing that is written of its resource mentions it, as tags that a
	// provider adds do. all tells whether mentions, followed from resource to resource, lead to everything else that values
	// refer to. It is nil where they do not.
	Beside func() (refs []Ref, all bool)

	diagnostics  []Diagnostic
	reported     map[Diagnostic]bool
	resources    []*Resource // those that are made
	byAddress    map[string]*Resource
	instances    map[string][]*Resource
	byType       map[string][]*Resource
	given        []*Resource               // those that no declaration makes
	declarations []Declaration             // by address
	declared     map[string]*Declaration   // by address
	unmade       map[string][]*Declaration // by the types of which not all may be made
	managed      int                       // given resources and declarations of that mode
	reached      map[string]bool           // addresses, without keys, that mentions in unread modules lead to; nil until asked
	handed       map[string]bool           // addresses that unread modules are handed, of those that were asked; nil until one is
	unasked      map[*Resource]bool        // unread modules that were not asked yet
	mentioning   map[string][]*Resource    // unread modules by the addresses that they mention, as far as these were not asked for
	offered      map[string][]string       // addresses that the unit hands out, each with the attributes that are; nil until asked
	putOut       map[string][]string       // addresses in its outputs, likewise; nil until asked
	facts        map[any]any               // tables of facts, by the type of their keys
	doubts       []Doubt
}

// New makes a graph of resources that it then owns.
func New(unit string, language Language, resources []*Resource, gaps []Gap) *Graph {
	g := &Graph{Unit: unit, Language: language, Gaps: gaps,
		byAddress: make(map[string]*Resource, len(resources)), instances: map[string][]*Resource{}, byType: map[string][]*Resource{},
		facts: map[any]any{}, reported: map[Diagnostic]bool{}}
	for _, r := range resources {
		if r.Mode == Managed {
			g.managed++
		}
	}
	g.take(resources)
	g.given = slices.Clone(g.resources)
	return g
}

// take takes up resources that are made.
func (g *Graph) take(made []*Resource) {
	slices.SortFunc(made, compareAddresses)
	for _, r := range made {
		r.graph, r.alone = g, [1]*Resource{r}
		switch {
		case r.Exists == True:
			r.When = Always
		case !r.When.Known():
			r.When = Met(r.Address + " exists")
		}
		g.byAddress[r.Address] = r
		if r.Mode != Module {
			g.byType[r.Type] = append(g.byType[r.Type], r)
		}
		if base, keyed := WithoutKey(r.Address); keyed {
			g.instances[base] = append(g.instances[base], r)
		}
	}
	g.resources = append(g.resources, made...)
}

func compareAddresses(a, b *Resource) int { return strings.Compare(a.Address, b.Address) }

// Title names the graph among others: its unit, with the parameter file that it is read with if there is one.
func (g *Graph) Title() string {
	if g.Reading == "" {
		return g.Unit
	}
	return g.Unit + " (" + g.Reading + ")"
}

// OfType gives the managed resources and data sources of a type, by address. A data source has its type's name in
// both modes; see [Resource.Mode].
func (g *Graph) OfType(t string) []*Resource {
	if len(g.unmade[t]) > 0 {
		g.settleAll(t)
	}
	return g.byType[t]
}

// ByAddress gives the resource at an address, or nil.
func (g *Graph) ByAddress(address string) *Resource {
	base, _ := WithoutKey(address)
	g.settle(base)
	return g.byAddress[address]
}

// Targets gives the resources that a reference may mean: one, none where it leads out of the graph, or every instance
// where it ends in "[*]".
func (g *Graph) Targets(ref Ref) []*Resource {
	base, keyed := WithoutKey(ref.Address)
	g.settle(base)
	if keyed && strings.HasSuffix(ref.Address, "[*]") {
		if all := g.instances[base]; all != nil {
			return all
		}
	}
	if r := g.byAddress[ref.Address]; r != nil {
		return r.alone[:]
	}
	return g.instances[ref.Address]
}

// Diagnose adds a diagnostic, once.
func (g *Graph) Diagnose(d Diagnostic) {
	if !g.reported[d] {
		g.reported[d] = true
		g.diagnostics = append(g.diagnostics, d)
	}
}

// Diagnostics are those of what has been evaluated until now, in order of place.
func (g *Graph) Diagnostics() []Diagnostic {
	out := slices.Clone(g.diagnostics)
	slices.SortStableFunc(out, Diagnostic.Compare)
	return out
}

// A Place is an attribute, or a part of one, of a resource; without a path it is the resource as a whole.
type Place struct {
	Resource *Resource
	Path     cty.Path // the first step is a cty.GetAttrStep with the attribute's name; blocks and list items are indexed
}

// Range is where the place was written: the narrowest range, or the resource's header.
func (p Place) Range() Range {
	if len(p.Path) == 0 {
		return p.Resource.Header
	}
	return p.Resource.Locate(p.Path)
}
