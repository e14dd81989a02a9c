package functions

import (
	"testing"

	"github.com/zclconf/go-cty/cty"
)

// BenchmarkCall measures the calls that configurations make most.
func BenchmarkCall(b *testing.B) {
	id := marked(cty.DynamicVal, x)
	tags := object("Name", cty.StringVal("web"), "Environment", marked(cty.StringVal("prod"), byDef), "Owner", cty.StringVal("ops"))
	for _, c := range []struct {
		name string
		args []cty.Value
	}{
		{"merge", []cty.Value{tags, object("Name", cty.StringVal("other"))}},
		{"format", []cty.Value{cty.StringVal("%s-%02d"), marked(cty.StringVal("web"), byDef), n(3)}},
		{"concat", []cty.Value{tuple(id, id), tuple(id)}},
		{"element", []cty.Value{tuple(id, id, id), n(4)}},
		{"lookup", []cty.Value{tags, cty.StringVal("Name"), cty.StringVal("none")}},
		{"length", []cty.Value{tuple(id, id, id)}},
		{"cidrsubnet", []cty.Value{cty.StringVal("10.0.0.0/16"), n(8), n(3)}},
		{"jsonencode", []cty.Value{object("Statement", tuple(object("Resource", id, "Action", tuple(cty.StringVal("s3:*")))))}},
		{"toset", []cty.Value{tuple(cty.StringVal("a"), cty.StringVal("b"))}},
		{"join", []cty.Value{cty.StringVal(","), tuple(cty.StringVal("a"), cty.StringVal("b"))}},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if _, _, err := Call(c.name, c.args); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
