package aws

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/archlint/archlint/parsers/graph"
)

// What is usual where AWS has no default, or one that is the fault itself: what its consoles propose.
const (
	UsualGracePeriod = 300 // seconds (EC2 Auto Scaling User Guide, "Set the health check grace period for an Auto Scaling group")
	UsualDelay       = 300 // seconds (Elastic Load Balancing, "Edit target group attributes": deregistration delay)
	UsualRetention   = 7   // days (RDS User Guide, "Backup retention period")
)

// Put tells, when it is asked, the edit that changes the attribute to a value; ok is false where one edit in one place does
// not do it. What a program wrote is to be mended in the program.
func (v Value[T]) Put(to T) func() (e graph.Edit, ok bool) {
	return func() (graph.Edit, bool) {
		r := v.Place.Resource
		if r == nil || r.Maker != "" || v.state == unknown {
			return graph.Edit{}, false
		}
		source, ok := r.Source.(graph.EditSource)
		if !ok {
			return graph.Edit{}, false
		}
		return source.Edit(v.Place.Path, scalarValue(to))
	}
}

// scalarValue is a scalar as a value of both languages.
func scalarValue[T Scalar](v T) cty.Value {
	switch v := any(v).(type) {
	case bool:
		return cty.BoolVal(v)
	case int:
		return cty.NumberIntVal(int64(v))
	case string:
		return cty.StringVal(v)
	}
	return cty.DynamicVal // of a type with a name of its own, which nothing is put of
}
