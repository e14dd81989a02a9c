package functions

import (
	"testing"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/archlint/archlint/parsers/graph"
)

// Numbers become the texts that the library makes of them, by whatever way.
func TestNumbersAsTexts(t *testing.T) {
	for _, text := range []string{"0", "-0", "1", "-1", "8080", "0.5", "-2.25", "1e3", "1.5e1", "9223372036854775807", "-9223372036854775808",
		"9223372036854775808", "-9223372036854775809", "1e30", "9223372036854775807.5"} {
		n := cty.MustParseNumberVal(text)
		for _, v := range []cty.Value{n, n.Mark(graph.Default{})} {
			want, err := convert.Convert(v, cty.String)
			if err != nil {
				t.Fatal(err)
			}
			if got, err := toType(v, cty.String); err != nil || !got.RawEquals(want) {
				t.Errorf("%s: got %#v, want %#v (%v)", text, got, want, err)
			}
		}
	}
	for _, v := range []cty.Value{cty.UnknownVal(cty.Number), cty.NullVal(cty.Number), cty.PositiveInfinity} {
		want, wrong := convert.Convert(v, cty.String)
		if got, err := toType(v, cty.String); (err == nil) != (wrong == nil) || err == nil && !got.RawEquals(want) {
			t.Errorf("%#v: got %#v, want %#v (%v)", v, got, want, err)
		}
	}
}
