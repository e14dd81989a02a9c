package cloudformation

import (
	"fmt"
	"strings"
	"testing"
)

// chainedTemplate is a template of n parameters with three conditions each, every one made of those before it, and two
// resources each under them.
func chainedTemplate(n int) []byte {
	var parameters, conditions, resources strings.Builder
	for i := range n {
		allowed := ""
		if i%2 == 0 {
			allowed = ", AllowedValues: [small, large, huge]"
		}
		fmt.Fprintf(&parameters, "  P%d: {Type: String, Default: small%s}\n", i, allowed)
		before := func(back int) string { return fmt.Sprintf("{Condition: C%d}", max(3*i-back, 0)) }
		fmt.Fprintf(&conditions, "  C%d: !Equals [!Ref P%d, large]\n", 3*i, i)
		fmt.Fprintf(&conditions, "  C%d: !And [{Condition: C%d}, !Not [%s]]\n", 3*i+1, 3*i, before(1))
		fmt.Fprintf(&conditions, "  C%d: !Or [{Condition: C%d}, !And [%s, %s]]\n", 3*i+2, 3*i+1, before(1), before(2))
		for j := range 2 {
			fmt.Fprintf(&resources, `  R%[1]d:
    Type: AWS::AutoScaling::AutoScalingGroup
    Condition: C%[2]d
    Properties:
      MinSize: !If [C%[3]d, "1", "2"]
      MaxSize: "4"
      VPCZoneIdentifier: [!If [C%[4]d, subnet-a, !Ref "AWS::NoValue"], subnet-b]
`, 2*i+j, 3*i+1+j, 3*i+2-j, max(3*i-j, 0))
		}
	}
	return []byte("Parameters:\n" + parameters.String() + "Conditions:\n" + conditions.String() + "Resources:\n" + resources.String())
}

// BenchmarkChainedConditions reads templates of which each resource hangs on a long chain of conditions: four times as
// many must not take sixteen times as long.
func BenchmarkChainedConditions(b *testing.B) {
	for _, n := range []int{125, 500, 2000, 8000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { benchmarkLoad(b, chainedTemplate(n), 2*n-1) })
	}
}
