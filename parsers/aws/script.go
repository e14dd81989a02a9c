package aws

import (
	"encoding/base64"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// A Script is an attribute that holds what an instance runs at its first boot.
type Script struct {
	paths [graph.Languages][]path
}

func (k Kind) script(terraform, cloudFormation string) Script {
	return Script{k.declare(terraform, cloudFormation)}
}

// Boot is what is known of the boot scripts of some compute.
type Boot struct {
	Texts []BootText
	Open  bool // there may be other scripts, or parts of these are not known at all
	refs  cty.ValueMarks
}

// A BootText is one script; unknown parts are [graph.Hole].
type BootText struct {
	Text  string
	Place graph.Place
	init  bool // it stands in the metadata that cfn-init reads
}

// add reads a script, decoding base64 where the text is encoded.
func (b *Boot) add(s Script, r *graph.Resource) {
	for _, p := range s.paths[r.Language] {
		h := p.findAll(r)
		if h.open {
			b.Open = true
			doubtPlace(r, p.String())
		}
		for _, f := range h.found {
			b.addValue(f.value, graph.Place{Resource: r, Path: f.at}, p.String())
		}
	}
}

func (b *Boot) addValue(v cty.Value, at graph.Place, label string) {
	if u, _ := v.Unmark(); u.IsNull() {
		return
	}
	b.addRefs(v)
	text, _ := graph.Text(v)
	if text == graph.Hole {
		b.Open = true
		doubtPlace(at.Resource, label)
		return
	}
	if plain, err := base64.StdEncoding.DecodeString(strings.TrimSpace(text)); err == nil && len(plain) > 0 && utf8.Valid(plain) {
		text = string(plain)
	}
	b.Texts = append(b.Texts, BootText{Text: text, Place: at})
}

// addRefs takes what a value refers to for what the scripts know.
func (b *Boot) addRefs(v cty.Value) {
	for m := range graph.DeepMarks(v) {
		if b.refs == nil {
			b.refs = cty.ValueMarks{}
		}
		b.refs[m] = struct{}{}
	}
}

// cfnInit adds the commands and files of cfn-init, which stand in the metadata of a launch template, launch
// configuration, group or instance.
func (b *Boot) cfnInit(r *graph.Resource) {
	if r.Language != graph.CloudFormation {
		return
	}
	v := r.Attribute("@Metadata")
	init := member(v, "AWS::CloudFormation::Init")
	if init == cty.NilVal {
		return
	}
	b.initTexts(r, init, cty.GetAttrPath("@Metadata").GetAttr("AWS::CloudFormation::Init"))
}

// initTexts takes every text below a value that may be a command or the content of a file.
func (b *Boot) initTexts(r *graph.Resource, v cty.Value, at cty.Path) {
	const deepest = 32
	u, marks := v.Unmark()
	t := u.Type()
	switch {
	case u.IsNull() || len(at) > deepest:
	case u.IsKnown() && (t.IsObjectType() || t.IsMapType()):
		for it := u.ElementIterator(); it.Next(); {
			k, e := it.Element()
			name, _ := textOf(k)
			b.initTexts(r, withMarks(e, marks), at.GetAttr(name))
		}
	case u.IsKnown() && (t.IsTupleType() || t.IsListType()):
		i := 0
		for it := u.ElementIterator(); it.Next(); i++ {
			_, e := it.Element()
			b.initTexts(r, withMarks(e, marks), itemAt(at, i))
		}
	case t == cty.String || !u.IsKnown():
		if text, _ := graph.Text(v); text != graph.Hole && strings.ContainsAny(text, " \n") {
			b.addValue(v, graph.Place{Resource: r, Path: at}, "AWS::CloudFormation::Init")
			b.Texts[len(b.Texts)-1].init = true
		} else if slices.ContainsFunc(at, func(s cty.PathStep) bool { return s == cty.GetAttrStep{Name: "content"} }) {
			b.addRefs(v) // a file with no more than a word, such as an address
		}
	}
}

// BootOf gathers the boot scripts of a group or instance: its own, and those of its launch template or configuration.
func BootOf(r *graph.Resource) Boot {
	type key struct{ r *graph.Resource }
	return graph.Fact(r.Graph(), key{r}, func() Boot {
		var b Boot
		from := func(e Edge, s Script) {
			l := e.Of(r)
			b.Open = b.Open || l.Open
			for _, i := range l.Items {
				if i.To == nil || i.To.Mode != graph.Managed {
					b.Open = true
					if !i.Open { // or else the edge itself is in doubt
						doubtPlace(r, pathText(i.Place.Path))
					}
					continue
				}
				b.add(s, i.To)
				b.cfnInit(i.To)
			}
		}
		switch {
		case AutoScalingGroup.Includes(r) == graph.True:
			from(AutoScalingGroup.LaunchTemplate, LaunchTemplate.UserData)
			from(AutoScalingGroup.LaunchConfiguration, LaunchConfiguration.UserData)
			b.cfnInit(r)
		case Instance.Includes(r) == graph.True:
			b.add(Instance.UserData, r)
			b.cfnInit(r)
			from(Instance.LaunchTemplate, LaunchTemplate.UserData)
		}
		return b
	})
}

// windows tells whether a boot script is for Windows.
func (t BootText) windows() bool {
	lower := strings.ToLower(t.Text)
	return strings.Contains(lower, "<powershell>") || strings.Contains(lower, "<script>")
}

// Windows tells whether the boot scripts are for Windows, where files are shared in other ways.
func (b Boot) Windows() bool {
	for _, t := range b.Texts {
		if t.windows() {
			return true
		}
	}
	return false
}
