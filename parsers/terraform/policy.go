package terraform

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// policyNames are the names that the parts of a statement have in JSON.
var policyNames = map[string]string{"sid": "Sid", "effect": "Effect", "actions": "Action", "not_actions": "NotAction", "resources": "Resource",
	"not_resources": "NotResource", "principals": "Principal", "not_principals": "NotPrincipal", "condition": "Condition"}

// policy is an IAM policy document. The provider writes its JSON in a form of its own, so it is not claimed to be
// known, but what it says is kept: the statements of the documents that it starts from, its own and those of the
// documents that override them, of which each takes the place of those before it that have the same ID. See
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document.
func (m *module) policy(in *instance) cty.Value {
	p := policyText{byID: map[string]int{}, marks: cty.ValueMarks{}}
	for _, name := range []string{"source_json", "source_policy_documents"} {
		p.documents(m, in, name)
	}
	p.statements(m, in)
	p.overriding = true
	for _, name := range []string{"override_policy_documents", "override_json"} {
		p.documents(m, in, name)
	}
	return p.value()
}

// policyText gathers what a policy says.
type policyText struct {
	all        []statement
	byID       map[string]int // where the statement with an ID stands among all
	others     []string       // what could not be read as statements
	marks      cty.ValueMarks
	overriding bool
	lost       bool // which statements there are cannot be told
}

// A statement is one of a policy, as JSON.
type statement struct {
	id, text string
}

// take adds a statement. Where documents do not override, two with one ID are refused, and of the document's own the
// later stands.
func (p *policyText) take(s statement) {
	if s.id != "" && !strings.Contains(s.id, graph.Hole) {
		if i, ok := p.byID[s.id]; ok {
			p.all[i] = s
			return
		}
		p.byID[s.id] = len(p.all)
	}
	p.all = append(p.all, s)
}

func (p *policyText) trace(v cty.Value) {
	for mark := range traces(v) {
		p.marks[mark] = struct{}{}
	}
}

// statements adds the policy's own statements.
func (p *policyText) statements(m *module, in *instance) {
	written := m.written(in, "statement")
	p.trace(written)
	plain := unmarked(written)
	switch {
	case plain.IsNull():
		return
	case !plain.IsKnown() || !m.u.weigh(in.block.TypeRange, written):
		p.lost = true
		return
	}
	for _, e := range elements(plain) {
		parts := map[string]cty.Value{"Effect": cty.StringVal("Allow")}
		for _, a := range elements(unmarked(e.value)) {
			if name := policyNames[a.key.AsString()]; name != "" && !a.value.IsNull() {
				parts[name] = a.value
			}
		}
		v, err := m.u.callLibrary("jsonencode", cty.ObjectVal(parts))
		if err != nil {
			p.lost = true
			return
		}
		var s statement
		s.text, _ = graph.Text(v)
		if id, written := parts["Sid"]; written {
			s.id, _ = graph.Text(id)
		}
		p.take(s)
	}
}

// documents adds the statements of other documents: one, or a list.
func (p *policyText) documents(m *module, in *instance, name string) {
	written := m.written(in, name)
	p.trace(written)
	plain, marks := written.Unmark()
	switch {
	case plain.IsNull():
		return
	case isSequence(plain.Type()) && plain.IsKnown():
		for _, e := range elements(plain) {
			p.document(e.value)
		}
		if _, loose := unsettled(marks); loose {
			p.others = append(p.others, graph.Hole)
		}
	case plain.Type() == cty.String:
		p.document(written)
	default:
		p.unread(graph.Hole)
	}
}

// document adds the statements of one document, which may have holes where something in it is not known.
func (p *policyText) document(v cty.Value) {
	text, _ := graph.Text(v)
	if text == "" {
		return
	}
	var read struct{ Statement json.RawMessage }
	var all []json.RawMessage
	if json.Unmarshal([]byte(text), &read) != nil {
		p.unread(text)
		return
	}
	if one := bytes.TrimSpace(read.Statement); len(one) > 0 && one[0] == '{' {
		all = []json.RawMessage{one}
	} else if json.Unmarshal(one, &all) != nil {
		p.unread(text)
		return
	}
	for _, one := range all {
		var s struct{ Sid string }
		if json.Unmarshal(one, &s) != nil {
			p.unread(text)
			return
		}
		p.take(statement{s.Sid, string(one)})
	}
}

// unread takes up a document whose statements cannot be told: it may override any that has an ID.
func (p *policyText) unread(text string) {
	if !p.overriding {
		p.others = append(p.others, strings.TrimSuffix(text, graph.Hole)+graph.Hole)
		return
	}
	p.lost = true
}

// value is the policy as an unknown text with what it says.
func (p *policyText) value() cty.Value {
	marks := graph.Compress(p.marks)
	if p.lost {
		return someText().WithMarks(marks)
	}
	texts := make([]string, len(p.all))
	for i, s := range p.all {
		texts[i] = s.text
	}
	text := `{"Statement":[` + strings.Join(texts, ",") + `],"Version":"2012-10-17"}`
	return about(text + strings.Join(p.others, "\n")).WithMarks(marks)
}
