package plan

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/zclconf/go-cty/cty"
)

// FuzzRead reads whatever there is as a plan and asks everything of it: it must come to an end, without a panic.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob(filepath.FromSlash("../../../testdata/terraform/plans/*/plan.json"))
	if err != nil || len(files) == 0 {
		f.Fatalf("no plans: %v", err)
	}
	for _, name := range files {
		content, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
	for _, text := range []string{
		`{"format_version":"1.2","resource_changes":[{"address":"a.b","type":"a","name":"b","mode":"managed","change":{"after":{"x":[null,{"y":1e400}]},"after_unknown":{"x":[true,{"z":true}],"w":{"a":[]}}}}],
		 "configuration":{"root_module":{"resources":[null,{"address":"a.b","expressions":{"x":[{"y":{"references":["module.m[\"k\"].o","a.b[0]",".","[","each.value"]}},3],"w":{"v":{"references":[7]}}},"for_each_expression":{"references":["a.b"]}}],
		 "module_calls":{"m":{"module":{"outputs":{"o":{"expression":{"references":["var.v","module.m.o"]}}}},"expressions":{"v":{"references":["module.m.o"]}}}}}}}`,
		`{"format_version":"0.1","prior_state":{"values":{"root_module":{"child_modules":[{"address":"module.a","resources":[{"address":"module.a.data.x.y[0]","mode":"data","type":"x","name":"y","index":0,"values":{"id":"sg-12345678"}}]}]}}},"resource_changes":null}`,
		`{"format_version":"1.0","resource_changes":[{"address":"module.a[\"b`,
		"\xff\xfe{\x00}\x00",
		`{"format_version":"0.1","prior_state":{"values":{"root_module":{"resources":[{"address":"a.b[0']","mode":"data","type":"a","name":"b","values":{"id":"sg-12345678"}}]}}}}`,
		binaryPlan,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		p, err := read("plan.json", decoded(bytes.NewReader(content)))
		if err != nil {
			return
		}
		g := p.Graph()
		for _, r := range g.Resources() {
			for _, name := range append(r.Source.Attributes(), "id", "arn", "x") {
				v := r.Attribute(name)
				path := cty.GetAttrPath(name)
				if u, _ := v.Unmark(); u.IsKnown() && !u.IsNull() && u.CanIterateElements() && u.LengthInt() > 0 {
					path = path.IndexInt(0)
				}
				if at := r.Locate(path); at.File != "plan.json" || at.Address == "" {
					t.Fatalf("%s of %s is at %+v", name, r.Address, at)
				}
			}
			r.Source.Mentions()
		}
		for _, in := range p.Instances {
			in.Fact("id")
			in.Argument("module.m", "x")
			p.Output(in.Module, "o")
			p.Keys(in.block())
			for _, below := range p.Below(in.Module) {
				Compare(in.Address, below.Address)
			}
		}
		for block := range p.calls {
			p.Shows(block)
		}
	})
}
