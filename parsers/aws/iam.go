package aws

import (
	"iter"
	"regexp"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// InstanceProfile, Role and the policies tell what an instance or task may do.
var (
	InstanceProfile = struct {
		Kind
		Roles Edge
	}{
		Kind:  instanceProfile,
		Roles: instanceProfile.edge(graph.MemberOf, "role roles[]", "Roles[]", role),
	}
	Role = struct {
		Kind
		Managed Attr[string]
		Inline  Blocks
	}{
		Kind:    role,
		Managed: role.string("managed_policy_arns", "ManagedPolicyArns"),
		Inline:  role.blocks("inline_policy", "Policies"),
	}
	RolePolicy = struct {
		Kind
		Roles    Edge
		Document Attr[string]
	}{
		Kind:     rolePolicy,
		Roles:    rolePolicy.edge(graph.MemberOf, "role", "Roles[] RoleName", role),
		Document: rolePolicy.string("policy", "PolicyDocument"),
	}
	ManagedPolicy = struct {
		Kind
		Roles    Edge
		Document Attr[string]
	}{
		Kind:     managedPolicy,
		Roles:    managedPolicy.edgeList(graph.MemberOf, "", "Roles", role),
		Document: managedPolicy.string("policy", "PolicyDocument"),
	}
	RolePolicyAttachment = struct {
		Kind
		Roles  Edge
		Policy Edge
	}{
		Kind:   policyAttachment,
		Roles:  policyAttachment.edge(graph.MemberOf, "role roles[]", "", role),
		Policy: policyAttachment.edge(graph.AttachedTo, "policy_arn", "", managedPolicy),
	}
)

// rolesOf are the IAM roles of compute.
func rolesOf(compute *graph.Resource) (roles []*graph.Resource, open bool) {
	add := func(l Links) {
		open = open || l.Open
		for _, i := range l.Items {
			if i.To == nil || i.To.Mode != graph.Managed {
				open = true
				continue
			}
			roles = append(roles, i.To)
		}
	}
	via := func(profile Links) {
		open = open || profile.Open
		for _, p := range profile.Items {
			if p.To == nil || p.To.Mode != graph.Managed {
				open = true
				continue
			}
			add(InstanceProfile.Roles.Of(p.To))
		}
	}
	switch {
	case AutoScalingGroup.Includes(compute) == graph.True:
		via(launched(compute, AutoScalingGroup.LaunchTemplate, LaunchTemplate.Profile))
		via(launched(compute, AutoScalingGroup.LaunchConfiguration, LaunchConfiguration.Profile))
	case Instance.Includes(compute) == graph.True:
		via(Instance.Profile.Of(compute))
		via(launched(compute, Instance.LaunchTemplate, LaunchTemplate.Profile))
	case ECSService.Includes(compute) == graph.True:
		add(launched(compute, ECSService.TaskDefinition, TaskDefinition.Role))
	case Function.Includes(compute) == graph.True:
		add(Function.Role.Of(compute))
	default:
		open = true
	}
	return roles, open
}

// templateWrites are the policy templates of AWS SAM that let a function write what their parameter names, by service:
// AWS SAM Developer Guide, "AWS SAM policy templates".
var templateWrites = map[string]map[string]string{
	"dynamodb:": {"DynamoDBCrudPolicy": "TableName", "DynamoDBWritePolicy": "TableName"},
	"s3:":       {"S3CrudPolicy": "BucketName", "S3WritePolicy": "BucketName", "S3FullAccessPolicy": "BucketName"},
}

// serverlessWrites tells whether the role that SAM makes for a function may write a store. What connectors grant is not
// read.
func serverlessWrites(f, store *graph.Resource, service string) graph.Tri {
	if f.Type != serverlessFunction || Function.Role.Of(f).Any() == graph.True { // SAM makes none
		return graph.False
	}
	out := policyWrites(f, Function.Policies.raw(f), store, service)
	if !isNull(f.Attribute("@Connectors")) || len(f.Graph().OfType("AWS::Serverless::Connector")) > 0 {
		out = out.Or(graph.Unknown)
	}
	return out
}

// policyWrites reads what SAM takes for the policies of a function: the name or ARN of one, a document, a policy template
// with its parameters, or a list of such.
func policyWrites(f *graph.Resource, v cty.Value, store *graph.Resource, service string) graph.Tri {
	u, marks := v.Unmark()
	switch t := u.Type(); {
	case u.IsNull():
		return graph.False
	case !u.IsKnown():
		return graph.Unknown
	case t == cty.String:
		name := u.AsString()
		if !strings.Contains(name, ":") {
			name = "arn:aws:iam::aws:policy/" + name
		}
		return awsManaged(name, service)
	case t.IsTupleType() || t.IsListType():
		out := graph.False
		for it := u.ElementIterator(); it.Next(); {
			_, e := it.Element()
			out = out.Or(policyWrites(f, withMarks(e, inherited(marks)), store, service))
		}
		return out
	case t.IsObjectType() && t.HasAttribute("Statement"):
		return grantOf(store.Graph(), v, permission{service, writes}).on(store)
	case t.IsObjectType():
		out := graph.False
		for template, parameter := range templateWrites[service] {
			if name := member(member(u, template), parameter); name != cty.NilVal && !name.IsNull() {
				out = out.Or(namesStore(f, name, store))
			}
		}
		return out
	}
	return graph.Unknown
}

// namesStore tells whether a value is the name of a store, by reference or by its text.
func namesStore(r *graph.Resource, v cty.Value, store *graph.Resource) graph.Tri {
	refs := graph.Refs(v)
	for _, ref := range refs {
		for _, t := range r.Graph().Targets(ref) {
			if t == store {
				return graph.Known(!ref.Possible).Or(graph.Unknown)
			}
		}
	}
	text, known := textOf(v)
	switch {
	case known:
		for _, k := range []Kind{table, bucket} {
			for _, named := range k.byName(r.Graph(), text) {
				if named == store {
					return graph.True
				}
			}
		}
		return graph.Known(text == "*")
	case len(refs) > 0 && leadsElsewhere(r, v):
		return graph.False
	}
	return graph.Unknown
}

// anyRole tells whether something is so of a role of the compute. It is Unknown rather than False where not all its roles
// are known.
func anyRole(compute *graph.Resource, is func(role *graph.Resource) graph.Tri) graph.Tri {
	roles, open := rolesOf(compute)
	out := graph.False
	if open {
		out = graph.Unknown
	}
	for _, r := range roles {
		out = out.Or(is(r))
	}
	return out
}

// mayWrite tells whether a role of the compute may write the store: a policy with a writing action of the service
// names the store, or every resource.
func mayWrite(compute, store *graph.Resource, service string) graph.Tri {
	out := anyRole(compute, func(role *graph.Resource) graph.Tri { return roleMay(role, store, permission{service, writes}) })
	return out.Or(serverlessWrites(compute, store, service))
}

// receives tells whether the role of compute may take messages from a queue.
func receives(compute, q *graph.Resource) graph.Tri {
	return anyRole(compute, func(role *graph.Resource) graph.Tri {
		out := roleMay(role, q, permission{"sqs:", receipts})
		if settingsOf(compute).certain[q] {
			out = out.Or(receivesAny(role), administers(role))
		}
		return out
	})
}

// sends tells whether the role of compute may send messages to a queue.
func sends(compute, q *graph.Resource) graph.Tri {
	return anyRole(compute, func(role *graph.Resource) graph.Tri { return roleMay(role, q, permission{"sqs:", sendings}) })
}

// oneQueue finds the ARN of a single queue in the text of a policy.
var oneQueue = regexp.MustCompile(`:sqs:[^:"]*:[^:"]*:[^:"*]+(?:$|")`)

// receivesAny tells whether a policy of a role lets it take messages without saying from which queue.
func receivesAny(r *graph.Resource) graph.Tri {
	out := graph.False
	for _, doc := range grantsOf(r).documents {
		given := grantOf(r.Graph(), doc, permission{"sqs:", receipts})
		names := eachText(doc, func(text string) graph.Tri { return graph.Known(oneQueue.MatchString(text)) })
		for t := range given.named {
			names = names.Or(queue.Includes(t))
		}
		out = out.Or(given.given.And(names.Not()))
	}
	return out
}

// grantees are the compute that may use the stores of a kind. Only compute that counts is among them.
type grantees struct {
	named map[*graph.Resource][]*graph.Resource // those whose own settings or policies name a store, by the store
	roles map[*graph.Resource][]*graph.Resource // the roles whose policies name a store, by the store
	first map[*graph.Resource]*graph.Resource   // the first compute of a role
	any   *graph.Resource                       // the first that may use any of them, by a policy of AWS's own; nil: none
}

// granteesOf finds the compute of a graph that may have a permission on the stores of a kind, so that whoever asks about a
// store need not ask all compute.
func granteesOf(g *graph.Graph, k Kind, to permission, counts func(*graph.Resource) bool) grantees {
	type key struct{ permission }
	return graph.Fact(g, key{to}, func() grantees {
		out := grantees{named: map[*graph.Resource][]*graph.Resource{}, roles: map[*graph.Resource][]*graph.Resource{}, first: map[*graph.Resource]*graph.Resource{}}
		mentioned := func(v cty.Value, by *graph.Resource, in map[*graph.Resource][]*graph.Resource) {
			for _, ref := range graph.Refs(v) {
				for _, store := range g.Targets(ref) {
					told := in[store]
					if k.Includes(store) == graph.True && (len(told) == 0 || told[len(told)-1] != by) {
						in[store] = append(told, by)
					}
				}
			}
		}
		for compute := range clients(g) {
			if !counts(compute) {
				continue
			}
			for store := range settingsOf(compute).certain {
				if k.Includes(store) == graph.True {
					out.named[store] = append(out.named[store], compute)
				}
			}
			if Function.Includes(compute) == graph.True {
				mentioned(Function.Policies.raw(compute), compute, out.named)
			}
			roles, _ := rolesOf(compute)
			for _, r := range roles {
				if out.first[r] != nil {
					continue
				}
				out.first[r] = compute
				granted := grantsOf(r)
				for _, doc := range granted.documents {
					mentioned(doc, r, out.roles)
				}
				for _, arn := range granted.managed {
					if out.any == nil && awsManaged(arn, to.service) == graph.True {
						out.any = compute
					}
				}
			}
		}
		g.TakeDoubts()
		return out
	})
}

// of yields the compute that a store may be used by, for certain or not, without telling all of those with one role.
func (all grantees) of(store *graph.Resource, to permission) iter.Seq[*graph.Resource] {
	return func(yield func(*graph.Resource) bool) {
		for _, compute := range all.named[store] {
			if !yield(compute) {
				return
			}
		}
		for _, r := range all.roles[store] {
			if roleMay(r, store, to) == graph.True && !yield(all.first[r]) {
				return
			}
		}
		if all.any != nil {
			yield(all.any)
		}
	}
}

// A permission is one to take an action of a service that begins with one of the words.
type permission struct {
	service string // "dynamodb:"
	words   *[]string
}

// grants are what the policies of a role say, wherever they are attached.
type grants struct {
	documents []cty.Value
	managed   []string // ARNs of policies that are not in the graph; a hole where one is not known
	open      bool     // there may be others
}

func grantsOf(r *graph.Resource) grants {
	type key struct{ r *graph.Resource }
	return graph.Fact(r.Graph(), key{r}, func() grants {
		out := grants{open: r.Graph().Hides(r) != graph.False}
		inline := RolePolicy.Roles.Into(r)
		for _, p := range inline.Items {
			out.documents = append(out.documents, RolePolicy.Document.raw(p.From))
		}
		own := ManagedPolicy.Roles.Into(r)
		for _, p := range own.Items {
			out.documents = append(out.documents, ManagedPolicy.Document.raw(p.From))
		}
		attached := RolePolicyAttachment.Roles.Into(r)
		for _, a := range attached.Items {
			l := RolePolicyAttachment.Policy.Of(a.From)
			out.open = out.open || l.Open
			for _, i := range l.Items {
				if i.To != nil {
					out.documents = append(out.documents, ManagedPolicy.Document.raw(i.To))
				} else {
					out.managed = append(out.managed, i.Literal)
				}
			}
		}
		out.open = out.open || len(inline.Open)+len(own.Open)+len(attached.Open) > 0
		for _, b := range Role.Inline.Of(r).Items {
			v := fieldValue(b, "policy", "PolicyDocument")
			out.documents = append(out.documents, v)
		}
		eachText(Role.Managed.raw(r), func(arn string) graph.Tri {
			out.managed = append(out.managed, arn)
			return graph.False
		})
		return out
	})
}

// roleMay tells whether a role has a permission on a store.
func roleMay(r, store *graph.Resource, to permission) graph.Tri {
	type key struct {
		r  *graph.Resource
		to permission
	}
	type said struct {
		regardless graph.Tri // of the store
		documents  []grant
	}
	says := graph.Fact(r.Graph(), key{r, to}, func() said { // once for all the stores that a policy may name
		g := grantsOf(r)
		out := said{regardless: graph.False}
		if g.open {
			out.regardless = graph.Unknown
		}
		for _, arn := range g.managed {
			out.regardless = out.regardless.Or(awsManaged(arn, to.service))
		}
		for _, doc := range g.documents {
			out.documents = append(out.documents, grantOf(r.Graph(), doc, to))
		}
		return out
	})
	out := says.regardless
	for _, d := range says.documents {
		out = out.Or(d.on(store))
	}
	return out
}

// administrators are the policies of AWS's own that allow all services.
var administrators = []string{"AdministratorAccess", "PowerUserAccess"}

// administers tells whether a role may do everything by a policy of AWS's own.
func administers(r *graph.Resource) graph.Tri {
	return graph.Known(slices.ContainsFunc(grantsOf(r).managed, func(arn string) bool {
		return strings.Contains(arn, ":aws:policy/") && slices.Contains(administrators, arn[strings.LastIndexByte(arn, '/')+1:])
	}))
}

// awsManaged tells whether a policy of AWS's own, by its ARN, grants writing to a service, or reading queues. That who may do
// everything reads a certain queue is no more than possible: workstations and build servers have such roles.
func awsManaged(arn, service string) graph.Tri {
	if arn == "" || strings.Contains(arn, graph.Hole) {
		return graph.Unknown
	}
	if !strings.Contains(arn, ":aws:policy/") {
		return graph.Unknown // a policy of the account's own, out of sight
	}
	name := arn[strings.LastIndexByte(arn, '/')+1:]
	if slices.Contains(administrators, name) {
		return graph.Known(service != "sqs:").Or(graph.Unknown)
	}
	switch name {
	case "AmazonDynamoDBFullAccess", "AmazonDynamoDBFullAccess_v2":
		return graph.Known(service == "dynamodb:")
	case "AmazonS3FullAccess":
		return graph.Known(service == "s3:")
	case "AmazonSQSFullAccess":
		return graph.Known(service == "sqs:")
	}
	return graph.False
}

// The words by which an action is known to write, to take messages, and to send them.
var writes, receipts, sendings = &[]string{"put", "update", "write", "delete", "*"}, &[]string{"receive", "*"}, &[]string{"send", "*"}

// A grant is what a policy document says of a permission.
type grant struct {
	given graph.Tri // on the stores that it names
	named map[*graph.Resource]bool
}

// on tells whether a store is granted: what is given may be meant for another of its kind.
func (g grant) on(store *graph.Resource) graph.Tri {
	if g.given == graph.True && !g.named[store] {
		return graph.Unknown
	}
	return g.given
}

// grantOf reads a policy document, as text or as an object. Of an object it reads each statement by itself: what one names the
// others do not speak of, and what it allows its actions say.
func grantOf(g *graph.Graph, doc cty.Value, to permission) grant {
	out := grant{given: graph.False, named: map[*graph.Resource]bool{}}
	statements := statementsOf(doc)
	for _, s := range statements {
		if effect, _ := textOf(member(s, "Effect")); effect == "Deny" {
			continue
		}
		actions := member(s, "Action")
		if actions == cty.NilVal {
			actions = s
		}
		given := allows(actions, to)
		if given == graph.False || given == graph.Unknown && out.given == graph.True {
			continue
		}
		if given != out.given {
			out = grant{given: given, named: map[*graph.Resource]bool{}} // what may be allowed counts for less than what is
		}
		out.names(g, s)
	}
	if len(statements) == 0 {
		out.given = allows(doc, to)
		out.names(g, doc)
	}
	return out
}

// names takes up the resources that a policy document or a statement of it certainly names.
func (g grant) names(in *graph.Graph, doc cty.Value) {
	for _, ref := range graph.Refs(doc) {
		if ref.Possible {
			continue
		}
		for _, t := range in.Targets(ref) {
			g.named[t] = true
		}
	}
}

// allows tells whether what a policy says of actions allows something that begins with one of the words.
func allows(said cty.Value, to permission) graph.Tri {
	return eachText(said, func(text string) graph.Tri {
		lower := strings.ToLower(text)
		if !strings.Contains(lower, to.service) {
			if strings.Contains(text, graph.Hole) {
				return graph.Unknown
			}
			return graph.False
		}
		for _, rest := range strings.Split(lower, to.service)[1:] {
			for _, w := range *to.words {
				if strings.HasPrefix(rest, w) {
					return graph.True
				}
			}
		}
		return graph.False
	})
}

// statementsOf are the statements of a policy document that is an object; nil where it is text, or not known.
func statementsOf(doc cty.Value) []cty.Value {
	list := member(doc, "Statement")
	if list == cty.NilVal {
		return nil
	}
	u, marks := list.Unmark()
	if t := u.Type(); u.IsNull() || !u.IsKnown() || !(t.IsTupleType() || t.IsListType()) {
		return nil
	}
	var out []cty.Value
	for it := u.ElementIterator(); it.Next(); {
		_, e := it.Element()
		out = append(out, withMarks(e, inherited(marks)))
	}
	return out
}

// eachText asks a question of every string in a value; any True wins, and what is not known is Unknown.
func eachText(v cty.Value, question func(string) graph.Tri) graph.Tri {
	u, marks := v.Unmark()
	t := u.Type()
	switch {
	case u.IsNull():
		return graph.False
	case u.IsKnown() && (t.IsObjectType() || t.IsMapType() || t.IsTupleType() || t.IsListType() || t.IsSetType()):
		out := graph.False
		for it := u.ElementIterator(); it.Next(); {
			_, e := it.Element()
			out = out.Or(eachText(withMarks(e, inherited(marks)), question))
		}
		return out
	case t == cty.String || !u.IsKnown():
		text, _ := graph.Text(v)
		return question(text)
	}
	return graph.False
}
