package terraform

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/parsers/terraform/plan"
)

// a plan of two subnets, of which one stands already.
const twoSubnets = `{"format_version":"1.2","terraform_version":"1.11.4","resource_changes":[
 {"address":"aws_subnet.a","mode":"managed","type":"aws_subnet","name":"a","change":{"actions":["no-op"],"after":{"id":"subnet-0a1b2c3d4e5f60001","availability_zone":"eu-west-1a"},"after_unknown":{}}},
 {"address":"aws_subnet.b","mode":"managed","type":"aws_subnet","name":"b","change":{"actions":["create"],"after":{"availability_zone":"eu-west-1b"},"after_unknown":{"id":true}}}]}`

func twoSubnetsPlan(t *testing.T) *plan.Plan {
	t.Helper()
	name := filepath.Join(t.TempDir(), "plan.json")
	if err := os.WriteFile(name, []byte(twoSubnets), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := plan.Read(name)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// What a plan puts in place of what the source does not know, and what it leaves.
func TestFilling(t *testing.T) {
	ref := func(address string) graph.Ref { return graph.Ref{Address: address, Attribute: "id"} }
	perhapsRef := func(address string) graph.Ref { r := ref(address); r.Possible = true; return r }
	text, number := cty.StringVal, cty.NumberIntVal
	unknown := cty.UnknownVal(cty.String)
	list := func(all ...cty.Value) cty.Value { return cty.TupleVal(all) }
	block := func(of map[string]cty.Value) cty.Value { return cty.ObjectVal(of) }
	const stands = "subnet-0a1b2c3d4e5f60001"
	for _, c := range []struct {
		name               string
		ours, theirs, want cty.Value
		all, over          bool
	}{
		{name: "what is known stays", ours: text("x"), theirs: text("y"), want: text("x")},
		{name: "over a summary the plan is right", ours: text("x"), theirs: text("y"), want: text("y"), over: true},
		{name: "over a summary 80 is 80", ours: number(80).Mark(ref("aws_subnet.b")), theirs: text("80"), want: number(80).Mark(ref("aws_subnet.b")), over: true},
		{name: "what rests on a default does not", ours: text("x").Mark(graph.Default{}), theirs: text("y"), want: text("y")},
		{name: "nor does a symbol", ours: text("xx-zone-1a").Mark(graph.Symbol{Source: "z"}), theirs: text("eu-west-1a"), want: text("eu-west-1a")},
		{name: "what is not known is taken", ours: unknown, theirs: text("y"), want: text("y")},
		{name: "with its reference", ours: unknown.Mark(ref("aws_subnet.b")), theirs: text("y"), want: text("y").Mark(ref("aws_subnet.b"))},
		{name: "not with one of several", ours: unknown.WithMarks(cty.NewValueMarks(perhapsRef("aws_subnet.a"), perhapsRef("aws_subnet.b"))), theirs: text("y"), want: text("y")},
		{name: "an ID is a reference", ours: unknown, theirs: text(stands), want: text(stands).Mark(ref("aws_subnet.a"))},
		{name: "one that the source writes, too", ours: text(stands), theirs: text(stands), want: text(stands).Mark(ref("aws_subnet.a"))},
		{name: "a text that fits what is known of it", ours: unknown.Mark(graph.Partial{Text: "mount " + graph.Hole + " /srv"}), theirs: text("mount fs-1 /srv"), want: text("mount fs-1 /srv")},
		{name: "or the base64 of one", ours: unknown.Mark(graph.Partial{Text: "mount " + graph.Hole + " /srv"}), theirs: text("bW91bnQgZnMtMSAvc3J2"), want: text("bW91bnQgZnMtMSAvc3J2")},
		{name: "a digest is no text", ours: unknown.Mark(graph.Partial{Text: "mount " + graph.Hole}), theirs: text("cafe"), want: unknown.Mark(graph.Partial{Text: "mount " + graph.Hole})},
		{name: "null is taken", ours: unknown, theirs: cty.NullVal(cty.DynamicPseudoType), want: cty.NullVal(cty.DynamicPseudoType)},
		{name: "what neither knows stays", ours: unknown.Mark(ref("aws_subnet.b")), theirs: cty.DynamicVal, want: unknown.Mark(ref("aws_subnet.b"))},
		{name: "as many unknown items as references", ours: cty.DynamicVal.WithMarks(cty.NewValueMarks(ref("aws_subnet.a"), ref("aws_subnet.b"))), theirs: list(text(stands), unknown),
			want: list(text(stands).Mark(ref("aws_subnet.a")), unknown.Mark(ref("aws_subnet.b"))).WithMarks(cty.NewValueMarks(ref("aws_subnet.a"), ref("aws_subnet.b")))},
		{name: "more unknown items than references", ours: cty.DynamicVal.WithMarks(cty.NewValueMarks(ref("aws_subnet.b"), ref("aws_subnet.c"))), theirs: list(unknown, unknown, unknown),
			want: func() cty.Value {
				of := unknown.WithMarks(cty.NewValueMarks(perhapsRef("aws_subnet.b"), perhapsRef("aws_subnet.c")))
				return list(of, of, of).WithMarks(cty.NewValueMarks(ref("aws_subnet.b"), ref("aws_subnet.c")))
			}()},
		{name: "items in their order", ours: list(text("x"), unknown), theirs: list(text("x"), text("y")), want: list(text("x"), text("y"))},
		{name: "items in another order", ours: list(text("x"), unknown), theirs: list(text("a"), text("x")), want: list(text("x"), text("a"))},
		{name: "items that could be either", ours: list(unknown, unknown), theirs: list(text("x"), text("y")), want: list(unknown, unknown)},
		{name: "more items than the source has", ours: list(unknown), theirs: list(text("x"), text("y")), want: list(unknown)},
		{name: "blocks are told apart by what is known",
			ours:   list(block(map[string]cty.Value{"port": number(80), "cidr": unknown}), block(map[string]cty.Value{"port": number(443), "cidr": unknown})),
			theirs: list(block(map[string]cty.Value{"port": number(443), "cidr": text("b")}), block(map[string]cty.Value{"port": number(80), "cidr": text("a")})),
			want:   list(block(map[string]cty.Value{"port": number(80), "cidr": text("a")}), block(map[string]cty.Value{"port": number(443), "cidr": text("b")}))},
		{name: "what a block does not write stays unwritten", ours: list(block(map[string]cty.Value{"port": unknown})), theirs: list(block(map[string]cty.Value{"port": number(80), "path": text("/")})),
			want: list(block(map[string]cty.Value{"port": number(80)}))},
		{name: "but others may ask for it", ours: list(block(map[string]cty.Value{"port": unknown})), theirs: list(block(map[string]cty.Value{"port": number(80), "path": text("/")})),
			want: list(block(map[string]cty.Value{"port": number(80), "path": text("/")})), all: true},
		{name: "unknown blocks", ours: cty.UnknownVal(cty.List(cty.DynamicPseudoType)).Mark(ref("aws_subnet.b")), theirs: list(block(map[string]cty.Value{"port": number(80), "subnet": unknown})),
			want: list(block(map[string]cty.Value{"port": number(80), "subnet": unknown.Mark(ref("aws_subnet.b"))}))},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := filling{p: twoSubnetsPlan(t), all: c.all, over: c.over, left: maxParts}
			if got := f.of(c.ours, c.theirs); !got.RawEquals(c.want) {
				t.Errorf("got  %#v\nwant %#v", got, c.want)
			}
		})
	}
}
