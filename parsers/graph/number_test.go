package graph_test

import (
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

func TestDigits(t *testing.T) {
	for text, want := range map[string]string{"0": "0", "1": "1", "-7": "-7", "9223372036854775808": "9223372036854775808", "-0.5": "-0.5", "1e3": "1000", "1e-3": "0.001", "1e600000000": "", "-1e600000000": "", "1e-600000000": "", "1e20000": ""} {
		if got, ok := graph.Digits(cty.MustParseNumberVal(text)); got != want || ok != (want != "") {
			t.Errorf("%s: %q, %v", text, got, ok)
		}
	}
	for want, v := range map[string]cty.Value{"+Inf": cty.PositiveInfinity, "-Inf": cty.NegativeInfinity} {
		if got, ok := graph.Digits(v); got != want || !ok {
			t.Errorf("%s: %q, %v", want, got, ok)
		}
	}
}
