package functions

import (
	"testing"

	"github.com/zclconf/go-cty/cty"
)

func TestCallUnknownFunction(t *testing.T) {
	if _, known, err := Call("nosuch", nil); known || err != nil {
		t.Errorf("Call(nosuch) = known %v, err %v", known, err)
	}
	if v, known, err := Call("provider::aws::arn_parse", []cty.Value{cty.StringVal("a")}); !known || err != nil || v.IsKnown() {
		t.Errorf("a provider's function = %#v, known %v, err %v", v, known, err)
	}
}
